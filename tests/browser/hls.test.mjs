// @ts-check
// A page that plays the stream of a private channel of `ivs-local` by hls.js, shows its timed metadata, and is refused without a valid token.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { createPlaybackKeyPair, playbackUrl, signPlaybackToken } from "ivs-wasm/playback";
import { startLocal } from "../node/local.mjs";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const HLS = new URL("../../node_modules/hls.js/dist/hls.mjs", import.meta.url);
const PAGE = `<!doctype html>
<html lang="en">
<title>Player</title>
<link rel="icon" href="data:,">
<style>body { font: 16px sans-serif; } video { display: block; width: 640px; }</style>
<video muted playsinline></video>
<p id="state">Nothing yet</p>
<ol id="metadata"></ol>
<script type="module">
  import Hls from "/hls.mjs";
  const video = document.querySelector("video");
  const state = document.querySelector("#state");
  const hls = new Hls({ enableWorker: false, backBufferLength: 10 });
  hls.on(Hls.Events.ERROR, (_event, { fatal, details, response }) => {
    if (fatal) state.textContent = details + " " + response?.code;
  });
  video.addEventListener("playing", () => (state.textContent = "Playing"));
  video.textTracks.addEventListener("addtrack", ({ track }) => {
    track.mode = "hidden";
    track.addEventListener("cuechange", () => {
      for (const cue of track.activeCues ?? []) {
        const item = document.createElement("li");
        item.dataset.at = video.currentTime;
        item.dataset.start = cue.startTime;
        item.textContent = cue.value.key + ": " + cue.value.data;
        document.querySelector("#metadata").append(item);
      }
    });
  });
  hls.loadSource(new URLSearchParams(location.search).get("url"));
  hls.attachMedia(video);
  await video.play().catch(() => {});
</script>`;

/** @param {string} path */
const find = (path) => (path === "/" ? PAGE : path === "/hls.mjs" ? HLS : undefined);

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;
before(async () => void ([local, browser, site] = await Promise.all([startLocal(), openBrowser(), serveStatic(find)])));
after(async () => {
  await browser?.close();
  site?.stop();
  await local?.stop();
});

test("a viewer sees the picture, and metadata when it is due; another one is refused", async (t) => {
  const { endpoint, region, credentials } = local;
  const ivs = new IvsClient({ endpoint, region, credentials });
  const pair = await createPlaybackKeyPair();
  await ivs.importPlaybackKeyPair({ publicKeyMaterial: pair.publicKeyMaterial });
  const { channel, streamKey } = await ivs.createChannel({ authorized: true });
  const channelArn = channel?.arn ?? "";
  await local.goLive(streamKey?.value ?? "");
  const token = await signPlaybackToken(
    { channelArn, ttl: "5m", accessControlAllowOrigin: site.origin, strictOriginEnforcement: true },
    pair.privateKey,
  );

  const { page, complaints, screenshot, close } = await openPage(browser);
  t.after(close);
  /** @param {string} token */
  const visit = (token) => page.goto(`${site.origin}/?url=${encodeURIComponent(playbackUrl(channel?.playbackUrl ?? "", token))}`);
  const inState = (/** @type {string} */ text) => page.locator("#state", { hasText: text }).waitFor();

  await visit(token);
  await inState("Playing");
  for (const question of ["one", "two ü"]) {
    await ivs.putMetadata({ channelArn, metadata: JSON.stringify({ question }) });
    // A cue ends where the next one begins, and the page has to see it before.
    await page.waitForTimeout(1000);
  }
  await page.locator("#metadata li").nth(1).waitFor();
  const shown = await page.locator("#metadata li").evaluateAll((items) => items.map(({ dataset: { at, start }, textContent }) => ({ at, start, textContent })));
  assert.deepEqual(shown.map(({ textContent }) => textContent), ['TXXX: {"question":"one"}', 'TXXX: {"question":"two ü"}']);
  for (const { at, start } of shown) assert.ok(Number(at) >= Number(start), `due at ${start}, shown at ${at}`);

  // The bars, of which the first is grey and the second yellow.
  const colours = await page.evaluate(() => {
    const video = /** @type {HTMLVideoElement} */ (document.querySelector("video"));
    const canvas = Object.assign(document.createElement("canvas"), { width: video.videoWidth, height: video.videoHeight });
    const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d", { willReadFrequently: true }));
    context.drawImage(video, 0, 0);
    return [20, 64, 310].map((x) => [...context.getImageData(x, 90, 1, 1).data.slice(0, 3)].map((part) => Math.round(part / 64)));
  });
  assert.deepEqual(colours, [[3, 3, 3], [3, 3, 0], [0, 0, 0]]);
  assert.deepEqual(complaints, []);
  await screenshot("hls");

  await visit(`${token.slice(0, -4)}AAAA`);
  await inState("manifestLoadError 403");
  await screenshot("hls-refused");
});
