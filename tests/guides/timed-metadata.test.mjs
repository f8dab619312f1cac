// @ts-check
// docs/guides/timed-metadata.md: its programs are run as they stand there.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { rm } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";
import { decodeMetadata } from "ivs-wasm/metadata";
import { openBrowser, openPage, serveStatic } from "../browser/browser.mjs";
import { run } from "../node/behave.mjs";
import { startLocal } from "../node/local.mjs";
import { programs, writeFiles } from "./guide.mjs";

// Beside the packages of the tests, AWS's SDK among them.
const PLACE = fileURLToPath(new URL("../../target/guide-timed-metadata/", import.meta.url));
const PACKAGE = new URL(".", import.meta.resolve("ivs-wasm"));

const guide = await programs("timed-metadata");
/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {Record<string, string>} */
let variables;
let channelArn = "";
let streamKey = "";

before(async () => {
  local = await startLocal();
  await rm(PLACE, { recursive: true, force: true });
  for (const files of guide.values()) await writeFiles(PLACE, files);
  const made = await new IvsClient(local).createChannel({});
  channelArn = made.channel?.arn ?? "";
  streamKey = made.streamKey?.value ?? "";
  await local.goLive(streamKey);
  const { endpoint, region, credentials } = local;
  variables = { ...process.env, AWS_REGION: region, AWS_ENDPOINT_URL_IVS: endpoint, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey, CHANNEL_ARN: channelArn };
});
after(() => local?.stop());

/** All items that the channel got since the last time. */
let seen = 0;
async function items() {
  const cues = (await local.metadata(channelArn)).map(({ metadata }) => metadata);
  const fresh = cues.slice(seen);
  seen = cues.length;
  return fresh.flatMap((text) => decodeMetadata(text).items);
}

test("the programs of the guide are those that are run here", () => {
  const files = [...guide.values()].flatMap((files) => [...files.keys()]);
  assert.deepEqual(files, ["send.mjs", "studio.html", "studio.js", "watch.html", "watch.js", "watch-hls.js", "report.mjs", "sdk.mjs"]);
});

test("send.mjs sends each line", async () => {
  const child = spawn(process.execPath, ["send.mjs"], { cwd: PLACE, env: variables, stdio: ["pipe", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  const lines = Array.from({ length: 200 }, (_, number) => `line ${number}`);
  child.stdin.end(lines.join("\n"));
  await new Promise((resolve) => child.once("close", resolve));
  assert.equal(printed, "sent\n");
  assert.deepEqual(await items(), lines.map((line) => ({ line })));
});

test("sdk.mjs sends by AWS's SDK", async () => {
  await run(process.execPath, ["sdk.mjs"], { cwd: PLACE, env: variables });
  assert.deepEqual(await items(), ["hello"]);
});

test("report.mjs says what it leaves out", async () => {
  const { reporting } = await import(new URL(`file://${PLACE}report.mjs`).href);
  const reports = /** @type {string[]} */ ([]);
  await local.goOffline(streamKey);
  const writer = reporting(new IvsClient({ ...local, maxAttempts: 1 }), channelArn, (/** @type {string} */ line) => reports.push(line)).getWriter();
  await writer.write("nobody is there");
  await writer.write(NaN);
  await writer.close();
  assert.deepEqual(reports.sort(), ["1 offline, 0 unconfirmed: ChannelNotBroadcasting", "1 refused, 0 unconfirmed: ParamValidationError"]);
  await local.goLive(streamKey);
  seen = 0;
});

/** Stands for Amazon IVS's player, which is loaded from the network. */
const PLAYER = `
  const listeners = {};
  globalThis.emit = (text) => listeners.cue?.({ text });
  globalThis.IVSPlayer = {
    PlayerEventType: { TEXT_METADATA_CUE: "cue" },
    create: () => ({
      attachHTMLVideoElement: (video) => { if (!(video instanceof HTMLVideoElement)) throw new TypeError("no video"); },
      addEventListener: (type, listener) => { listeners[type] = listener; },
      load: (url) => { globalThis.loaded = url; },
      play: () => {},
    }),
  };
`;

/** A page of the guide. @param {string} path @param {(page: import("playwright-core").Page) => Promise<void>} use */
async function inPage(path, use) {
  const site = await serveStatic((path) => {
    const name = /^\/ivs-wasm\/((?:[\w-]+\/)*[\w-]+\.js)$/.exec(path)?.[1];
    if (name) return new URL(name, PACKAGE);
    return /^\/(studio|watch)[\w-]*\.(js|html)$/.test(path) ? new URL(`file://${PLACE}${path.slice(1)}`) : undefined;
  });
  const browser = await openBrowser();
  try {
    const { page, complaints } = await openPage(browser);
    await page.route("https://player.live-video.net/**", (route) => route.fulfill({ contentType: "text/javascript", body: PLAYER }));
    const { region, endpoint, credentials } = local;
    await page.route("**/studio-access", (route) => route.fulfill({ contentType: "application/json", body: JSON.stringify({ channelArn, region, endpoint, credentials }) }));
    await page.goto(site.origin + path);
    await use(page);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    site.stop();
  }
}

test("the studio's page sends what is typed, and the viewer's page shows it, once", async () => {
  /** @type {string[]} */
  let cues = [];
  await inPage("/studio.html", async (page) => {
    for (const text of ["first", "<b>second</b>"]) {
      await page.fill("input", text);
      await page.click("button");
      await page.waitForFunction((text) => document.querySelector("output")?.textContent === `shown: ${text}`, text);
    }
    cues = (await local.metadata(channelArn)).map(({ metadata }) => metadata);
  });
  assert.deepEqual(await items(), [{ text: "first" }, { text: "<b>second</b>" }]);

  await inPage("/watch.html?url=https://example.com/a.m3u8", async (page) => {
    await page.waitForFunction("globalThis.loaded === 'https://example.com/a.m3u8'");
    for (const cue of [...cues, ...cues]) await page.evaluate((cue) => /** @type {any} */ (globalThis).emit(cue), cue);
    assert.deepEqual(await page.locator("li").allTextContents(), ["first", "<b>second</b>"]);
  });

  await inPage("/watch.html?url=https://example.com/a.m3u8", async (page) => {
    const shown = await page.evaluate(async (cues) => {
      // As hls.js makes them: a cue whose value is the frame, in a track for metadata.
      const { showMetadata } = await import(/** @type {any} */ ("/watch-hls.js"));
      const shown = /** @type {any[]} */ ([]);
      const video = document.createElement("video");
      document.body.append(video);
      showMetadata(video, (/** @type {any} */ item) => shown.push(item));
      const added = new Promise((resolve) => video.textTracks.addEventListener("addtrack", resolve));
      const track = video.addTextTrack("metadata", "id3");
      await added;
      for (const data of [...cues, { no: "text" }, "foreign"]) {
        const cue = Object.assign(new VTTCue(0, 1e6, ""), { value: { key: "TXXX", info: "", data } });
        track.addCue(cue);
        track.dispatchEvent(new Event("cuechange"));
        track.dispatchEvent(new Event("cuechange"));
        Object.defineProperty(track, "activeCues", { configurable: true, value: [cue] });
        track.dispatchEvent(new Event("cuechange"));
      }
      return shown;
    }, cues);
    const texts = shown.filter((item) => item !== "foreign");
    assert.deepEqual(texts, [{ text: "first" }, { text: "<b>second</b>" }]);
    assert.ok(shown.length > texts.length, "a text that is no batch, each time");
  });
});
