// @ts-check
// The demo page, driven as its visitors do.

import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";
import { startLocal } from "../node/local.mjs";
import { openBrowser, openPage, serveStatic, sidewaysScroll } from "./browser.mjs";

const WWW = fileURLToPath(new URL("../../www/", import.meta.url));
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @typedef {import("playwright-core").Page} Page */

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {IvsClient} */
let ivs;

before(async () => {
  browser = await openBrowser();
});

after(async () => {
  await browser?.close();
});

beforeEach(async () => {
  local = await startLocal(["--www", WWW]);
  const { endpoint, region, credentials } = local;
  ivs = new IvsClient({ endpoint, region, credentials });
});

afterEach(async () => {
  await local?.stop();
});

/**
 * Opens the demo page for one test.
 *
 * @param {import("node:test").TestContext} t
 * @param {import("playwright-core").BrowserContextOptions} [options]
 */
async function visit(t, options) {
  const opened = await openPage(browser, options);
  t.after(opened.close);
  await opened.page.goto(local.page ?? "");
  return opened;
}

const button = (/** @type {Page} */ page, /** @type {string} */ name) =>
  page.getByRole("button", { name, exact: true }).filter({ visible: true });
const heading = (/** @type {Page} */ page, /** @type {string} */ name) => page.getByRole("heading", { name, exact: true });

/**
 * @param {Page} page
 * @param {"Live" | "Offline"} state
 */
const inState = (page, state) => page.locator("#live-state", { hasText: new RegExp(`^${state}$`) }).waitFor();

/** @param {Page} page */
async function connect(page) {
  await button(page, "Use ivs-local").click();
  await heading(page, "Channels").waitFor();
}

/**
 * @param {Page} page
 * @param {string} name
 */
async function create(page, name) {
  await page.getByLabel("Name of a new channel").fill(name);
  await button(page, "Create channel").click();
  await heading(page, name).waitFor();
  await inState(page, "Offline");
}

/**
 * The channel of this name, as the service has it.
 *
 * @param {string} name
 */
async function channelNamed(name) {
  const { channels } = await ivs.listChannels({ filterByName: name });
  assert.equal(channels?.length, 1, `one channel named ${name}`);
  const { channel } = await ivs.getChannel({ arn: channels?.[0]?.arn ?? "" });
  const { streamKeys } = await ivs.listStreamKeys({ channelArn: channel?.arn ?? "" });
  const { streamKey } = await ivs.getStreamKey({ arn: streamKeys?.[0]?.arn ?? "" });
  return { arn: "", ingestEndpoint: "", playbackUrl: "", ...channel, key: streamKey?.value ?? "" };
}

/**
 * The log's lines, the newest first.
 *
 * @param {Page} page
 */
async function requests(page) {
  const lines = await page.locator("#request-log li").all();
  return Promise.all(
    lines.map(async (line) => {
      const part = async (/** @type {string} */ name) => (await line.locator(`.log-${name}`).allTextContents()).join();
      return {
        operation: await part("operation"),
        status: await part("status"),
        ms: await part("ms"),
        id: await part("id"),
        error: await part("error"),
      };
    }),
  );
}

/**
 * Connects, creates, goes live, sends metadata, stops and deletes; checks what is visible after each step.
 *
 * @param {Page} page
 * @param {string} name
 * @param {(step: string) => Promise<unknown>} look
 */
async function lifecycle(page, name, look) {
  await heading(page, "Run a live channel from this page").waitFor();
  await look("connect");
  await connect(page);
  await look("list");

  await page.getByLabel("Latency").selectOption("NORMAL");
  await page.getByLabel("Type").selectOption("BASIC");
  await create(page, name);
  const channel = await channelNamed(name);
  assert.deepEqual([channel.latencyMode, channel.type], ["NORMAL", "BASIC"]);
  const shown = await page.locator("#channel").textContent();
  for (const text of [channel.ingestEndpoint, channel.playbackUrl, channel.arn, "Normal latency", "Basic"]) {
    assert.ok(text && shown?.includes(text), `the page shows ${text}`);
  }

  assert.ok(!(await page.content()).includes(channel.key), "the stream key is not on the page until it is requested");
  await button(page, "Show stream key").click();
  await page.getByText(channel.key, { exact: true }).waitFor();
  await look("stream-key");
  await button(page, "Hide stream key").click();
  await button(page, "Show stream key").waitFor();
  assert.ok(!(await page.content()).includes(channel.key), "a hidden stream key is gone from the page");

  await button(page, "Start encoder").click();
  await inState(page, "Live");
  const { stream } = await ivs.getStream({ channelArn: channel.arn });
  assert.equal(stream?.state, "LIVE");
  assert.equal(await page.locator("#live-viewers").textContent(), String(stream?.viewerCount));
  assert.equal(await page.locator("#live-health").textContent(), "Healthy");

  const metadata = '{"question":"¿Quién gana? 🎈"}';
  await page.getByLabel("Message to the players").fill(metadata);
  await page.getByText(`${Buffer.byteLength(metadata)} of 1024 bytes`).waitFor();
  await button(page, "Send").click();
  await page.getByRole("list", { name: "Sent from this page" }).getByText(metadata).waitFor();
  assert.deepEqual((await local.metadata(channel.arn)).map((sent) => sent.metadata), [metadata]);
  await look("live");

  await button(page, "Stop encoder").click();
  await inState(page, "Offline");
  await assert.rejects(ivs.getStream({ channelArn: channel.arn }), { name: "ChannelNotBroadcasting" });

  await button(page, "Delete channel").click();
  await page.getByText(`Delete ${name} and its stream key?`).waitFor();
  await look("delete");
  await button(page, "Keep it").click();
  await button(page, "Delete channel").click();
  await button(page, "Delete for good").click();
  await page.getByRole("status").getByText("Channel deleted").waitFor();
  await assert.rejects(ivs.getChannel({ arn: channel.arn }), { name: "ResourceNotFoundException" });
  assert.equal(await page.getByRole("list", { name: "Channels" }).getByText(name).count(), 0);
  return channel;
}

test("a visitor connects, creates, goes live, sends metadata, stops and deletes, without an error in the console", async (t) => {
  const { page, complaints, screenshot } = await visit(t);
  const channel = await lifecycle(page, "desktop-show", (step) => screenshot(`desktop-${step}`));

  const lines = await requests(page);
  const logged = lines.map((line) => line.operation).reverse().filter((operation) => operation !== "ListStreams");
  assert.deepEqual(logged, [
    "ListChannels",
    "CreateChannel",
    "GetChannel",
    ...["ListStreamKeys", "GetStreamKey"],
    ...["ListStreamKeys", "GetStreamKey", "encoder start"],
    "PutMetadata",
    ...["ListStreamKeys", "GetStreamKey", "encoder stop"],
    "DeleteChannel",
  ]);
  for (const line of lines) {
    assert.match(line.status, /^20[04]$/, line.operation);
    assert.match(line.ms, /^\d+ ms$/, line.operation);
    assert.match(line.id, UUID, line.operation);
    assert.equal(line.error, "", line.operation);
  }

  const everything = await page.content();
  for (const secret of [channel.key, local.credentials.secretAccessKey, local.credentials.accessKeyId]) {
    assert.ok(!everything.includes(secret), "no secret is left on the page");
  }
  assert.equal(page.url(), local.page);
  const kept = await page.evaluate(async () => ({
    local: localStorage.length,
    session: sessionStorage.length,
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
  }));
  assert.deepEqual(kept, { local: 0, session: 0, cookies: "", databases: 0 });
  assert.deepEqual(complaints, []);
});

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`on a phone of 360 pixels nothing scrolls sideways, in the ${colorScheme} scheme`, async (t) => {
    const phone = { viewport: { width: 360, height: 740 }, colorScheme, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };
    const { page, complaints, screenshot } = await visit(t, phone);
    await lifecycle(page, `phone-${colorScheme}-with-a-rather-long-name-that-has-to-break-somewhere`, async (step) => {
      await screenshot(`phone-${colorScheme}-${step}`);
      assert.equal(await sidewaysScroll(page), 0, `sideways scroll at ${step}`);
    });
    assert.deepEqual(complaints, []);
  });
}

test("the keyboard alone connects, creates, goes live, sends metadata, stops and deletes", async (t) => {
  const { page, complaints, screenshot } = await visit(t);
  const focused = () => page.evaluate(() => document.activeElement?.id ?? "");
  /** Presses Tab until the element with this id has the focus. */
  const tabTo = async (/** @type {string} */ id) => {
    for (let presses = 0; presses < 40; presses++) {
      if ((await focused()) === id) return;
      await page.keyboard.press("Tab");
    }
    assert.fail(`Tab does not reach #${id}`);
  };
  /** @param {string} id */
  const press = async (id) => {
    await tabTo(id);
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement ?? document.body).outlineStyle);
    assert.notEqual(outline, "none", `the focus is visible on #${id}`);
    await page.keyboard.press("Enter");
  };

  await heading(page, "Run a live channel from this page").waitFor();
  await press("use-local");
  await heading(page, "Channels").waitFor();
  assert.equal(await focused(), "channels-title", "the focus moves to what has appeared");
  await tabTo("create-name");
  await page.keyboard.type("keyboard-show");
  await tabTo("create-latency");
  await screenshot("keyboard");
  await page.keyboard.press("n");
  await tabTo("create-type");
  await press("create-submit");
  await heading(page, "keyboard-show").waitFor();
  const channel = await channelNamed("keyboard-show");
  assert.equal(channel.latencyMode, "NORMAL");
  assert.equal(await focused(), "channel-title");

  await inState(page, "Offline");
  await press("encoder-start");
  await button(page, "Stop encoder").waitFor();
  assert.equal(await focused(), "encoder-stop", "the focus moves from a hidden button to the one in its place");
  await tabTo("metadata");
  await page.keyboard.type("by keyboard");
  await page.keyboard.press("Control+Enter");
  await page.getByRole("list", { name: "Sent from this page" }).getByText("by keyboard").waitFor();
  assert.deepEqual((await local.metadata(channel.arn)).map((sent) => sent.metadata), ["by keyboard"]);

  await page.keyboard.press("Shift+Tab");
  await tabTo("delete");
  await page.keyboard.press("Enter");
  assert.equal(await focused(), "delete-no", "nothing is deleted by pressing Enter once more");
  await page.keyboard.press("Escape");
  assert.equal(await focused(), "delete");
  await page.keyboard.press("Enter");
  for (let presses = 0; presses < 40 && (await focused()) !== "encoder-stop"; presses++) await page.keyboard.press("Shift+Tab");
  await page.keyboard.press("Enter");
  await inState(page, "Offline");
  await press("delete-yes");
  await page.getByRole("status").getByText("Channel deleted").waitFor();
  await assert.rejects(ivs.getChannel({ arn: channel.arn }), { name: "ResourceNotFoundException" });
  assert.deepEqual(complaints, []);
});

test("an error is shown with a sentence, what to do and the request id", async (t) => {
  const { page, complaints, screenshot } = await visit(t);
  await connect(page);
  const alert = page.getByRole("alert").filter({ visible: true });
  const refused = async (/** @type {RegExp} */ what, /** @type {string} */ name, /** @type {string} */ status) => {
    await alert.getByText(what).waitFor();
    assert.match((await alert.textContent()) ?? "", new RegExp(`${name} · status ${status} · request [0-9a-f-]{36}$`));
    const [line] = (await requests(page)).filter((request) => request.operation !== "ListStreams");
    assert.deepEqual([line?.status, line?.error], [status, name]);
    assert.match(line?.id ?? "", UUID);
    // Chromium itself logs every response of 400 and above.
    assert.deepEqual(complaints.splice(0).map((text) => /status of (\d+)/.exec(text)?.[1] ?? text), [status]);
  };

  await page.getByLabel("Name of a new channel").fill("not a name");
  await button(page, "Create channel").click();
  await refused(/would not create the channel.*must match/, "ValidationException", "400");
  await screenshot("desktop-error");
  await create(page, "words-show");
  assert.equal(await alert.count(), 0, "an error disappears with the next attempt");

  await page.getByLabel("Message to the players").fill("too early");
  await button(page, "Send").click();
  await refused(/Start the encoder first/, "ChannelNotBroadcasting", "404");

  const channel = await channelNamed("words-show");
  await local.goLive(channel.key);
  await button(page, "Start encoder").click();
  await alert.getByText(/The simulated encoder refused: .*live already/).waitFor();
  complaints.length = 0;
  await button(page, "Stop encoder").waitFor();
  await page.getByLabel("Message to the players").fill("é".repeat(513));
  await page.getByText("1026 of 1024 bytes: 2 too many").waitFor();
  await button(page, "Send").click();
  await alert.getByText(/Shorten it by 2 bytes/).waitFor();
  assert.deepEqual(await local.metadata(channel.arn), [], "metadata that is too long is not sent");

  await button(page, "Delete channel").click();
  await page.getByText("It is live now").waitFor();
  await button(page, "Delete for good").click();
  await alert.getByText("A channel that is live cannot be deleted").waitFor();
  await page.getByLabel("Message to the players").fill("now it fits");
  await button(page, "Send").click();
  await page.getByRole("list", { name: "Sent from this page" }).getByText("now it fits").waitFor();
  complaints.length = 0;

  await button(page, "Stop stream").click();
  await inState(page, "Offline");
  await button(page, "Delete channel").click();
  await button(page, "Delete for good").click();
  await page.getByRole("status").getByText("Channel deleted").waitFor();
  assert.deepEqual(complaints, []);
});

test("the form connects with the right secret, explains a wrong one, and forgets both when disconnected", async (t) => {
  const { page, complaints } = await visit(t);
  const alert = page.getByRole("alert").filter({ visible: true });
  await button(page, "Connect").click();
  await alert.getByText("Region, access key ID and secret access key are needed.").waitFor();
  assert.deepEqual(await requests(page), [], "nothing is sent without credentials");

  await page.getByLabel("Region").fill(local.region);
  await page.getByRole("textbox", { name: "Endpoint" }).fill(local.endpoint);
  await page.getByLabel("Access key ID").fill(local.credentials.accessKeyId);
  await page.getByLabel("Secret access key").fill("not-the-secret-of-this-key");
  await button(page, "Connect").click();
  await alert.getByText("this is not the secret access key of this access key ID").waitFor();
  assert.deepEqual(complaints.splice(0).length, 1);

  await page.getByLabel("Access key ID").fill("AKIANOBODYKNOWSTHIS");
  await button(page, "Connect").click();
  await alert.getByText("This access key ID is unknown").waitFor();
  assert.deepEqual(complaints.splice(0).length, 1);

  await page.getByRole("textbox", { name: "Endpoint" }).fill("http://127.0.0.1:9");
  await button(page, "Connect").click();
  await alert.getByText("No response from http://127.0.0.1:9.").waitFor();
  assert.equal((await requests(page))[0]?.status, "no answer");
  complaints.length = 0;

  await page.getByRole("textbox", { name: "Endpoint" }).fill(local.endpoint);
  await page.getByLabel("Access key ID").fill(local.credentials.accessKeyId);
  await page.getByLabel("Secret access key").fill(local.credentials.secretAccessKey);
  await page.keyboard.press("Enter");
  await heading(page, "Channels").waitFor();
  await page.getByText(`${local.region} · ${new URL(local.endpoint).host}`).waitFor();
  assert.equal(await page.locator("#secret-access-key").inputValue(), "", "the form does not keep the secret");
  await create(page, "form-show");
  await button(page, "Start encoder").waitFor();

  await button(page, "Disconnect").click();
  await heading(page, "Run a live channel from this page").waitFor();
  assert.equal(await page.getByText("form-show").count(), 0);
  for (const id of ["access-key-id", "secret-access-key", "session-token"]) {
    assert.equal(await page.locator(`#${id}`).inputValue(), "", id);
  }
  assert.deepEqual(await requests(page), []);
  assert.deepEqual(complaints, []);
});

test("served by any static host, from a folder, it finds ivs-local at its usual address", async (t) => {
  const site = await serveStatic((path) => {
    const file = /^\/demo\/((?:[\w-]+\/)*[\w.-]*)$/.exec(path)?.[1];
    return file === undefined ? undefined : new URL(file || "index.html", new URL("../../www/", import.meta.url));
  });
  t.after(site.stop);
  const { page, complaints, screenshot, close } = await openPage(browser);
  t.after(close);
  let running = false;
  await page.route("http://127.0.0.1:8087/**", (route) => {
    const here = route.request().url().replace("http://127.0.0.1:8087", local.endpoint);
    return running ? route.continue({ url: here }) : route.abort();
  });
  await page.goto(`${site.origin}/demo/`);
  await button(page, "Use ivs-local").click();
  await page.getByRole("alert").getByText("ivs-local was not found.").waitFor();
  await page.getByRole("alert").getByText("cargo xtask demo").waitFor();
  await screenshot("desktop-not-found");
  // The host has no /_local/credentials, and nothing listens on the usual port.
  assert.equal(complaints.splice(0).length, 2);

  running = true;
  await connect(page);
  await create(page, "static-show");
  await button(page, "Start encoder").click();
  await inState(page, "Live");
  assert.deepEqual(complaints.splice(0).map((text) => /status of (\d+)/.exec(text)?.[1] ?? text), ["404"]);
});

test("a long list is continued with More, page by page", async (t) => {
  const names = Array.from({ length: 23 }, (_, index) => `many-${String(index).padStart(2, "0")}`);
  await Promise.all(names.map((name) => ivs.createChannel({ name })));
  const { page, complaints, screenshot } = await visit(t);
  await connect(page);
  const rows = page.getByRole("list", { name: "Channels" }).getByRole("button");
  assert.equal(await rows.count(), 20);
  await screenshot("desktop-many");
  await button(page, "More channels").click();
  await page.getByRole("status").getByText("3 more channels").waitFor();
  assert.equal(await rows.count(), 23);
  const shown = await rows.locator(".channel-name").allTextContents();
  assert.deepEqual(shown.sort(), names);
  assert.equal(await button(page, "More channels").count(), 0);
  await button(page, "Refresh").click();
  await page.getByRole("status").getByText("List refreshed").waitFor();
  assert.equal(await rows.count(), 20);
  assert.deepEqual(complaints, []);
});

test("the stream's state is polled every 5 s, only while the page is visible, and not after an error", async (t) => {
  const { page, complaints } = await visit(t);
  await page.clock.install();
  await page.reload();
  let polls = 0;
  page.on("request", (request) => {
    if (request.method() === "POST" && request.url().endsWith("/ListStreams")) polls += 1;
  });
  /** Lets seconds pass on the page, and responses arrive. */
  const pass = async (/** @type {number} */ seconds) => {
    for (let second = 0; second < seconds; second++) {
      await page.clock.runFor(1000);
      await page.waitForTimeout(40);
    }
    return polls;
  };
  /** @param {boolean} hidden */
  const hide = (hidden) =>
    page.evaluate((value) => {
      Object.defineProperty(document, "hidden", { configurable: true, value });
      document.dispatchEvent(new Event("visibilitychange"));
    }, hidden);

  await connect(page);
  assert.equal(await pass(11), 0, "nothing to poll while no channel is selected");
  await create(page, "polled-show");
  assert.equal(polls, 1);
  assert.equal(await pass(11), 3);

  await local.goLive((await channelNamed("polled-show")).key, { viewerCount: 77 });
  await pass(5);
  await inState(page, "Live");
  assert.equal(await page.locator("#live-viewers").textContent(), "77");
  assert.equal(await button(page, "polled-show Live Standard, Low latency").count(), 1, "the list shows it too");
  await local.goOffline((await channelNamed("polled-show")).key);
  await pass(5);
  await inState(page, "Offline");

  polls = 0;
  await hide(true);
  assert.equal(await pass(20), 0, "the page is hidden");
  await hide(false);
  await page.waitForTimeout(200);
  assert.equal(polls, 1, "polled at once when the page is visible again");

  assert.deepEqual(complaints, []);
  await page.route("**/ListStreams", (route) => (route.request().method() === "POST" ? route.abort() : route.continue()));
  await pass(5);
  await page.getByRole("alert").getByText(`No response from ${local.endpoint}.`).waitFor();
  polls = 0;
  assert.equal(await pass(20), 0, "an error ends the polling");
  await page.unroute("**/ListStreams");
  await button(page, "Check again").click();
  await inState(page, "Offline");
  assert.equal(await page.getByRole("alert").filter({ visible: true }).count(), 0);
  assert.equal(await pass(6), 2);
});

test("the page's policy allows its own import map, and nothing else inline", async () => {
  const html = await readFile(`${WWW}index.html`, "utf8");
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>(.*?)<\/script>/gs)].map(([, text]) => text ?? "");
  const hashes = inline.map((text) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`);
  assert.deepEqual(html.match(/'sha256-[^']+'/g), hashes);
  assert.doesNotMatch(html, /\sstyle=|\son\w+=|unsafe-inline|'unsafe-eval'/);
  assert.doesNotMatch(html, /(?:src|href)="(?:https?:)?\/\//, "nothing comes from elsewhere");
});
