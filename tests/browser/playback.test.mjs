// @ts-check
// Playback tokens on pages: with WebCrypto, where a key can be kept in IndexedDB, and on a page that is no secure context.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const PACKAGE = new URL(".", import.meta.resolve("ivs-wasm"));
const PAGE = `<!doctype html>
<html lang="en">
<title>Playback</title>
<link rel="icon" href="data:,">
<script type="module">window.playback = await import("/ivs-wasm/playback.js");</script>`;
const CLAIMS = { channelArn: "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl", ttl: "5m" };

/** The file at a path of the site, or the page. @param {string} path */
function find(path) {
  const name = /^\/ivs-wasm\/((?:[\w-]+\/)*[\w.-]+\.js)$/.exec(path)?.[1];
  return path === "/" ? PAGE : name && new URL(name, PACKAGE);
}

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;
before(async () => void ([browser, site] = await Promise.all([openBrowser(), serveStatic(find)])));
after(async () => {
  await browser?.close();
  site?.stop();
});

test("a key that cannot be exported is kept in IndexedDB, and signs after it was read again", async (t) => {
  const { page, complaints, close } = await openPage(browser);
  t.after(close);
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => "playback" in window);
  const outcome = await page.evaluate(async (claims) => {
    const { playback } = /** @type {any} */ (window);
    /** @param {IDBRequest<any>} request @returns {Promise<any>} */
    const done = (request) => new Promise((resolve, reject) => Object.assign(request, { onsuccess: () => resolve(request.result), onerror: () => reject(request.error) }));
    const made = await playback.createPlaybackKeyPair();
    const opening = indexedDB.open("keys");
    opening.onupgradeneeded = () => opening.result.createObjectStore("keys");
    const database = await done(opening);
    const store = () => database.transaction("keys", "readwrite").objectStore("keys");
    await done(store().put(made, "playback"));
    const { privateKey } = await done(store().get("playback"));
    const exported = await crypto.subtle.exportKey("pkcs8", privateKey).then(() => "exported", (error) => error.name);
    const decoded = await playback.verifyPlaybackToken(await playback.signPlaybackToken(claims, privateKey), made.publicKeyMaterial);
    return [exported, decoded.claims.channelArn];
  }, CLAIMS);
  assert.deepEqual(outcome, ["InvalidAccessError", CLAIMS.channelArn]);
  assert.deepEqual(complaints, []);
});

test("a page of http: that is not of this machine is told that it has no WebCrypto", async (t) => {
  const { page, complaints, close } = await openPage(browser);
  t.after(close);
  // Served here, at an address that is not.
  await page.route("http://site.example/**", async (route) => {
    const found = find(new URL(route.request().url()).pathname);
    const contentType = typeof found === "string" ? "text/html" : "text/javascript";
    await route.fulfill(found ? { contentType, body: typeof found === "string" ? found : await readFile(found) } : { status: 404 });
  });
  await page.goto("http://site.example/");
  await page.waitForFunction(() => "playback" in window);
  const outcome = await page.evaluate(async () => {
    const { playback } = /** @type {any} */ (window);
    const error = await playback.createPlaybackKeyPair().catch((/** @type {unknown} */ reason) => reason);
    const url = playback.playbackUrl("https://example.com/a.m3u8", "a.b.c");
    return [isSecureContext, error.name, error.code, error.message, url];
  });
  assert.deepEqual(outcome.slice(0, 3), [false, "PlaybackError", "NoWebCrypto"]);
  assert.match(String(outcome[3]), /pages of https: and localhost only/);
  // What needs no key works there.
  assert.equal(outcome[4], "https://example.com/a.m3u8?token=a.b.c");
  assert.deepEqual(complaints, []);
});
