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

/** As a script that defines `Hls`. */
const HLS = fileURLToPath(new URL("hls.js", import.meta.resolve("hls.js")));

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

test("send.mjs waits while nobody streams, and prints nothing", async () => {
  const { channel } = await new IvsClient(local).createChannel({});
  const child = spawn(process.execPath, ["send.mjs"], { cwd: PLACE, env: { ...variables, CHANNEL_ARN: channel?.arn ?? "" }, stdio: ["pipe", "pipe", "pipe"] });
  let printed = "";
  for (const output of [child.stdout, child.stderr]) output.setEncoding("utf8").on("data", (text) => (printed += text));
  child.stdin.end("a line");
  await new Promise((resolve) => setTimeout(resolve, 2000));
  assert.deepEqual([child.exitCode, printed], [null, ""]);
  child.kill();
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
});

/** An ID3 tag with one frame of a text, as is in segments. @param {string} text */
function id3(text) {
  const size = (/** @type {number} */ bytes) => [21, 14, 7, 0].map((bits) => (bytes >> bits) & 0x7f);
  // The encoding (UTF-8), an empty description, the text.
  const content = Buffer.concat([Buffer.of(3, 0), Buffer.from(text)]);
  const frame = Buffer.concat([Buffer.from("TXXX"), Buffer.from(size(content.length)), Buffer.of(0, 0), content]);
  return [...Buffer.concat([Buffer.from("ID3"), Buffer.of(4, 0, 0), Buffer.from(size(frame.length)), frame])];
}

test("watch-hls.js shows what hls.js finds in the video, once", async () => {
  const batch = (/** @type {number} */ n, /** @type {string[]} */ texts) => JSON.stringify({ ivsm: 1, id: "stream", n, items: texts.map((text) => ({ text })) });
  const tags = [batch(0, ["first", "second"]), batch(0, ["first", "second"]), batch(2, ["thïrd"]), "no batch"].map(id3);
  await inPage("/watch.html?url=https://example.com/a.m3u8", async (page) => {
    await page.addScriptTag({ path: HLS });
    const shown = await page.evaluate(async (tags) => {
      const { Hls } = /** @type {any} */ (globalThis);
      const { showMetadata } = await import(/** @type {any} */ ("/watch-hls.js"));
      const shown = /** @type {any[]} */ ([]);
      const video = document.createElement("video");
      video.muted = true;
      document.body.append(video);
      showMetadata(video, (/** @type {any} */ item) => shown.push(item));
      // The silence below takes the place of the video that it would put there.
      const bufferController = class extends Hls.DefaultConfig.bufferController { onMediaAttaching() {} };
      const hls = new Hls({ bufferController });
      hls.attachMedia(video);
      // What it does with a segment that it has read.
      const samples = tags.map((tag, index) => ({ pts: 0.1 + index / 5, dts: 0, data: Uint8Array.from(tag), len: tag.length, type: "org.id3", duration: Infinity }));
      hls.trigger(Hls.Events.FRAG_PARSING_METADATA, { id: "main", frag: {}, details: {}, samples });
      // A second and a half.
      const wav = new Uint8Array(44 + 12_000).fill(128, 44);
      const header = new DataView(wav.buffer);
      for (const [place, text] of [[0, "RIFF"], [8, "WAVE"], [12, "fmt "], [36, "data"]]) for (const [index, letter] of [...String(text)].entries()) wav[Number(place) + index] = letter.charCodeAt(0);
      for (const [place, value] of [[4, 36 + 12_000], [16, 16], [24, 8000], [28, 8000], [40, 12_000]]) header.setUint32(place, value, true);
      for (const [place, value] of [[20, 1], [22, 1], [32, 1], [34, 8]]) header.setUint16(place, value, true);
      video.src = URL.createObjectURL(new Blob([wav], { type: "audio/wav" }));
      await video.play();
      await new Promise((resolve) => video.addEventListener("ended", resolve));
      return shown;
    }, tags);
    assert.deepEqual(shown.filter((item) => item !== "no batch"), [{ text: "first" }, { text: "second" }, { text: "thïrd" }]);
    assert.ok(shown.includes("no batch"));
  });
});
