// @ts-check
// docs/guides/private-channels.md: each of its programs is run as it stands there, one after the other.

import assert from "node:assert/strict";
import { createPublicKey } from "node:crypto";
import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";
import { createPlaybackKeyPair, importPrivateKey, signPlaybackToken, verifyPlaybackToken } from "ivs-wasm/playback";
import { openBrowser, openPage, serveStatic } from "../browser/browser.mjs";
import { startLocal } from "../node/local.mjs";
import { PROJECT, node, printedBy, run, start, tool, within } from "../runtimes/programs.mjs";
import { programs, writeFiles } from "./guide.mjs";

const FOLDER = "guide-private-channels/";
const PLACE = fileURLToPath(new URL(FOLDER, PROJECT));
const ORIGIN = "https://example.com";
const VIEWER = "0b6e7a1c-viewer";

const guide = await programs("private-channels");
/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {Record<string, string>} */
let variables;
/** @type {string} */
let privateKey;
/** @type {string} */
let publicKey;

before(async () => {
  local = await startLocal();
  const { endpoint, region, credentials } = local;
  variables = { AWS_REGION: region, AWS_ENDPOINT_URL_IVS: endpoint, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
  await rm(PLACE, { recursive: true, force: true });
  for (const files of guide.values()) await writeFiles(PLACE, files);
});
after(() => local?.stop());

/** What a program of the guide prints. @param {string[]} args */
const printed = (...args) => run(node(24), args, { folder: FOLDER, variables });

/** What a token endpoint answers to a viewer, checked. @param {string} url */
async function issued(url) {
  assert.equal((await fetch(url)).status, 401);
  const response = await fetch(url, { headers: { cookie: `theme=dark; viewer=${VIEWER}` } });
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("cache-control"), "no-store");
  const text = await response.text();
  const address = new URL(JSON.parse(text).url);
  const token = address.searchParams.get("token") ?? "";
  address.search = "";
  assert.equal(address.href, variables.PLAYBACK_URL);
  const { claims } = await verifyPlaybackToken(token, publicKey);
  const { exp = 0, viewerSessionVersion, ...others } = claims;
  assert.deepEqual(others, { channelArn: variables.CHANNEL_ARN, viewerId: VIEWER, accessControlAllowOrigin: ORIGIN });
  // A second may begin between the two.
  assert.ok([300, 301].includes(exp - Number(viewerSessionVersion)), `${viewerSessionVersion} to ${exp}`);
  return text;
}

test("the programs of the guide are those that are run here", () => {
  const files = [...guide.values()].flatMap((files) => [...files.keys()]);
  assert.deepEqual(files, ["keys.mjs", "channel.mjs", "viewer.mjs", "server.mjs", "worker.mjs", "wrangler.json", "index.html", "watch.js", "revoke.mjs", "inspect.mjs"]);
});

test("a key pair is made and imported, and its file is not written over", async () => {
  const arn = (await printed("keys.mjs")).trim();
  const ivs = new IvsClient(local);
  const { keyPair } = await ivs.getPlaybackKeyPair({ arn });
  assert.equal(keyPair?.name, "playback");
  const file = join(PLACE, "private-key.pem");
  privateKey = await readFile(file, "utf8");
  if (process.platform !== "win32") assert.equal((await stat(file)).mode & 0o777, 0o600);
  publicKey = String(createPublicKey(privateKey).export({ type: "spki", format: "pem" }));
  await assert.rejects(printed("keys.mjs"), /EEXIST/);
  assert.equal(await readFile(file, "utf8"), privateKey);
  assert.equal((await ivs.listPlaybackKeyPairs({})).keyPairs?.length, 1);
});

test("a private channel is made", async () => {
  const settings = Object.fromEntries((await printed("channel.mjs")).trim().split("\n").map((line) => line.split(/=(.*)/)));
  Object.assign(variables, settings, { ORIGIN, PLAYBACK_PRIVATE_KEY: privateKey, PORT: "0" });
  const { channel } = await new IvsClient(local).getChannel({ arn: settings.CHANNEL_ARN });
  assert.equal(channel?.authorized, true);
  assert.equal(channel?.playbackUrl, settings.PLAYBACK_URL);
});

test("the endpoint in Node issues tokens to viewers, and the page plays by them", async () => {
  const server = start(node(24), ["server.mjs"], { folder: FOLDER, variables });
  try {
    const endpoint = `http://127.0.0.1:${await printedBy(server, /listening on (\d+)/)}/`;
    await issued(endpoint);
    await play(() => issued(endpoint));
  } finally {
    await server.kill();
  }
});

test("the endpoint in Node answers 500 and goes on, where the channel is none", async () => {
  const server = start(node(24), ["server.mjs"], { folder: FOLDER, variables: { ...variables, CHANNEL_ARN: "members-only" } });
  try {
    const endpoint = `http://127.0.0.1:${await printedBy(server, /listening on (\d+)/)}/`;
    for (let round = 0; round < 2; round++) {
      const { status } = await fetch(endpoint, { headers: { cookie: `viewer=${VIEWER}` } });
      assert.equal(status, 500);
    }
    assert.match(server.printed(), /claims\.channelArn: expected a channel's ARN/);
  } finally {
    await server.kill();
  }
});

/** Stands for Amazon IVS's player, which is loaded from the network: notes the addresses that it is given. */
const PLAYER = `
  const listeners = {};
  globalThis.loaded = [];
  globalThis.emit = (type, event) => listeners[type]?.(event);
  globalThis.IVSPlayer = {
    PlayerState: { PLAYING: "Playing" },
    PlayerEventType: { ERROR: "PlayerError" },
    ErrorType: { AUTHORIZATION: "ErrorAuthorization" },
    create: () => ({
      attachHTMLVideoElement: (video) => { if (!(video instanceof HTMLVideoElement)) throw new TypeError("no video"); },
      addEventListener: (type, listener) => { listeners[type] = listener; },
      load: (url) => loaded.push(url),
      play: () => {},
    }),
  };
`;

/** @param {() => Promise<string>} issue */
async function play(issue) {
  const site = await serveStatic((path) => (/^\/(watch\.js)?$/.test(path) ? new URL(`${FOLDER}${path.slice(1) || "index.html"}`, PROJECT) : undefined));
  const browser = await openBrowser();
  try {
    const { page, complaints } = await openPage(browser);
    await page.route("https://player.live-video.net/**", (route) => route.fulfill({ contentType: "text/javascript", body: PLAYER }));
    await page.route("**/playback", async (route) => route.fulfill({ contentType: "application/json", body: await issue() }));
    await page.goto(site.origin);
    const loaded = (/** @type {number} */ count) => page.waitForFunction(`loaded.length === ${count}`);
    const refuse = () => page.evaluate(`emit("PlayerError", { type: "ErrorAuthorization" })`);
    await loaded(1);
    await refuse();
    await loaded(2);
    // Twice in a row is not for want of a fresh token; another kind of error neither.
    await refuse();
    await page.evaluate(`emit("PlayerError", { type: "ErrorNetwork" })`);
    await page.evaluate(`emit("Playing")`);
    await refuse();
    await loaded(3);
    const urls = /** @type {string[]} */ (await page.evaluate("loaded"));
    for (const url of urls) assert.ok(url.startsWith(`${variables.PLAYBACK_URL}?token=ey`), url);
    assert.deepEqual(complaints, []);
  } finally {
    await browser.close();
    site.stop();
  }
}

test("the endpoint of a worker issues the same", async () => {
  const names = ["PLAYBACK_PRIVATE_KEY", "CHANNEL_ARN", "PLAYBACK_URL", "ORIGIN"];
  await writeFile(join(PLACE, ".dev.vars"), names.map((name) => `${name}=${JSON.stringify(variables[name])}\n`).join(""));
  const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1"];
  const wrangler = start(node(24), args, { folder: FOLDER, variables: { CI: "1", WRANGLER_SEND_METRICS: "false" } });
  try {
    const url = await printedBy(wrangler, /Ready on (http:\S+)/);
    await within(wrangler, "a token", issued(url).then(() => issued(url)));
  } finally {
    await wrangler.kill();
  }
});

test("a viewer is revoked", async () => {
  assert.equal(await printed("revoke.mjs", VIEWER), "");
  await assert.rejects(printed("revoke.mjs"), /input\.viewerId: expected string/);
});

test("a token is looked into and verified", async () => {
  await writeFile(join(PLACE, "public-key.pem"), publicKey);
  const claims = { channelArn: variables.CHANNEL_ARN ?? "", ttl: "5m" };
  const other = await createPlaybackKeyPair({ extractable: true });
  for (const [pem, verdict] of /** @type {const} */ ([[privateKey, /\nvalid\n$/], [other.privateKeyPem, /\nInvalidSignature the token was not signed by this key/]])) {
    const text = await printed("inspect.mjs", await signPlaybackToken(claims, await importPrivateKey(pem)), "public-key.pem");
    assert.match(text, /channelArn: 'arn:aws:ivs:/);
    assert.match(text, verdict);
  }
});
