// @ts-check
// A page whose Content-Security-Policy is strict: with `'wasm-unsafe-eval'` calls work, without it an error says what is missing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startLocal } from "../node/local.mjs";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const PACKAGE = new URL(".", import.meta.resolve("ivs-wasm"));
const WITHOUT = "default-src 'none'; script-src 'self'; connect-src http://127.0.0.1:*";
const WITH = WITHOUT.replace("'self'", "'self' 'wasm-unsafe-eval'");
const page = (/** @type {string} */ policy) => `<!doctype html>
<html lang="en">
<meta http-equiv="content-security-policy" content="${policy}">
<title>A strict page</title>
<script type="module" src="/page.js"></script>`;

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;

before(async () => {
  site = await serveStatic((path) => {
    if (path === "/page.js") return new URL("policy_page.js", import.meta.url);
    const name = /^\/ivs-wasm\/((?:[\w-]+\/)*[\w.-]+)$/.exec(path)?.[1];
    return name ? new URL(name, PACKAGE) : page(path === "/with" ? WITH : WITHOUT);
  });
  [local, browser] = await Promise.all([startLocal(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await local?.stop();
  site?.stop();
});

/** @param {import("node:test").TestContext} context @param {string} path @returns {Promise<any>} the outcome of two calls, and what the browser logs */
async function called(context, path) {
  const { page, complaints, close } = await openPage(browser);
  context.after(close);
  await page.goto(`${site.origin}${path}`);
  await page.waitForFunction(() => "twoCalls" in window);
  const { endpoint, region, credentials } = local;
  const calls = await page.evaluate((config) => /** @type {any} */ (window).twoCalls(config), { endpoint, region, credentials });
  return { calls, complaints };
}

test("a page that allows wasm and nothing else beyond its own scripts can make calls", async (context) => {
  assert.deepEqual(await called(context, "/with"), { calls: [200, 200], complaints: [] });
});

test("a page that does not allow it gets an error that names what is missing, at each call", async (context) => {
  const { calls, complaints } = await called(context, "/without");
  for (const error of calls) {
    assert.match(error.text, /^WebAssemblyError: cannot compile WebAssembly: a Content-Security-Policy has to allow 'wasm-unsafe-eval': ./);
    assert.deepEqual([error.isOne, error.cause], [true, "CompileError"]);
  }
  assert.equal(calls.length, 2);
  // Nothing else is blocked on such a page.
  assert.deepEqual(complaints.filter((/** @type {string} */ text) => !/webassembly|wasm/i.test(text)), []);
});
