// @ts-check
// `ivs-local` on a page, and in a service worker, whose page plays its stream.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { programsOf, writeFiles } from "../guides/guide.mjs";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const readme = await programsOf(new URL("../../ivs-local/npm/package/README.md", import.meta.url));
const FOLDERS = /** @type {Record<string, URL>} */ ({
  "ivs-local": new URL(".", import.meta.resolve("ivs-local")),
  "ivs-wasm": new URL(".", import.meta.resolve("ivs-wasm")),
});
const HLS = new URL("../../node_modules/hls.js/dist/hls.mjs", import.meta.url);
const PAGE = `<!doctype html>
<html lang="en">
<title>Offline</title>
<link rel="icon" href="data:,">
<style>body { font: 16px sans-serif; } video { display: block; width: 640px; }</style>
<video muted playsinline></video>
<p id="state">Nothing yet</p>`;

/** Of the program of the README. */
const folder = await mkdtemp(join(tmpdir(), "ivs-local-worker-"));

/** @param {string} path */
function find(path) {
  if (path === "/") return PAGE;
  if (path === "/hls.mjs") return HLS;
  if (path === "/worker.js") return pathToFileURL(join(folder, "worker.js"));
  const [, of = "", name] = /^\/(ivs-\w+)\/((?:[\w-]+\/)*[\w.-]+\.js)$/.exec(path) ?? [];
  return name && FOLDERS[of] && new URL(name, FOLDERS[of]);
}

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;
before(async () => {
  await writeFiles(folder, readme.get("In a page, and in a service worker") ?? []);
  ([browser, site] = await Promise.all([openBrowser(), serveStatic(find)]));
});
after(async () => {
  await browser?.close();
  site?.stop();
  await rm(folder, { recursive: true, force: true });
});

test("a page simulates the service in itself", async (t) => {
  const { page, complaints, close } = await openPage(browser);
  t.after(close);
  await page.goto(`${site.origin}/`);
  const outcome = await page.evaluate(async () => {
    const load = (/** @type {string} */ path) => import(path);
    const [{ startLocal }, { IvsClient }] = await Promise.all([load("/ivs-local/index.js"), load("/ivs-wasm/index.js")]);
    const local = await startLocal({ seed: 1, clock: 0 });
    const ivs = new IvsClient(local.config);
    const { channel, streamKey } = await ivs.createChannel({ name: "on-a-page" });
    local.encoder.connect(streamKey.value);
    const { stream } = await ivs.getStream({ channelArn: channel.arn });
    const listening = await local.listen().catch((/** @type {any} */ error) => error.code);
    return [stream.state, local.events.length, listening];
  });
  assert.deepEqual(outcome, ["LIVE", 2, "NoServer"]);
  assert.deepEqual(complaints, []);
});

test("a service worker answers clients and players of its origin", async (t) => {
  const { page, complaints, screenshot, close } = await openPage(browser);
  t.after(close);
  await page.goto(`${site.origin}/`);
  const arn = await page.evaluate(async () => {
    const controlled = new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve));
    await navigator.serviceWorker.register("/worker.js", { type: "module" });
    await controlled;
    const load = (/** @type {string} */ path) => import(path);
    const [{ default: Hls }, { IvsClient }] = await Promise.all([load("/hls.mjs"), load("/ivs-wasm/index.js")]);
    const { endpoint, region, ...credentials } = await (await fetch("/_local/credentials")).json();
    const ivs = new IvsClient({ endpoint, region, credentials });
    const { channel, streamKey } = await ivs.createChannel({ name: "in-a-worker" });
    const body = JSON.stringify({ streamKey: streamKey.value });
    await fetch("/_local/encoder/start", { method: "POST", body });
    const video = /** @type {HTMLVideoElement} */ (document.querySelector("video"));
    const state = /** @type {HTMLElement} */ (document.querySelector("#state"));
    video.addEventListener("playing", () => (state.textContent = "Playing"));
    const hls = new Hls({ enableWorker: false });
    hls.loadSource(channel.playbackUrl);
    hls.attachMedia(video);
    video.play().catch(() => {});
    return channel.arn;
  });
  assert.match(arn, /^arn:aws:ivs:us-west-2:/);
  await page.getByText("Playing").waitFor();
  await page.waitForFunction(() => Number(document.querySelector("video")?.currentTime) > 0.5);
  await screenshot("local-service-worker");
  assert.deepEqual(complaints, []);
});
