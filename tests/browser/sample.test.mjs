// @ts-check
// The sample program of tests/dropin, bundled with AWS's SDK and with this package and run by Chromium on a page of another origin than the
// service: the same text but for one specifier, the same lines.

import assert from "node:assert/strict";
import { fileURLToPath } from "node:url";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild";
import { sampleOf } from "../dropin/specifier.mjs";
import { startLocal } from "../node/local.mjs";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const PAGE = '<!doctype html>\n<html lang="en">\n<title>The sample program</title>\n<link rel="icon" href="data:,">';

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;

before(async () => {
  [browser, site] = await Promise.all([openBrowser(), serveStatic((path) => (path === "/" ? PAGE : undefined))]);
});
after(async () => {
  await browser?.close();
  site?.stop();
});

/** @param {string} name of a package @returns {Promise<string[]>} the lines that the program prints with it */
async function lines(name) {
  const { outputFiles, warnings } = await esbuild.build({
    stdin: { contents: await sampleOf(name), resolveDir: ROOT, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "iife",
    globalName: "sample",
    platform: "browser",
    target: "es2022",
    logLevel: "silent",
  });
  assert.deepEqual(warnings, []);
  const local = await startLocal();
  const { page, complaints, close } = await openPage(browser);
  try {
    await page.goto(`${site.origin}/`);
    await page.addScriptTag({ content: outputFiles[0]?.text });
    const { endpoint, region, credentials } = local;
    const printed = await page.evaluate(
      async (account) => {
        /** @type {string[]} */
        const printed = [];
        await /** @type {any} */ (globalThis).sample.run(account, (/** @type {string} */ line) => printed.push(line));
        return printed;
      },
      { endpoint, region, credentials },
    );
    // The browser itself logs every error response.
    assert.deepEqual(complaints.filter((text) => !text.includes("Failed to load resource")), []);
    return printed;
  } finally {
    await close();
    await local.stop();
  }
}

test("a program for AWS's SDK prints the same with this package after a change of its import", async () => {
  const theirs = await lines("@aws-sdk/client-ivs");
  assert.equal(theirs.length, 25);
  assert.deepEqual(await lines("ivs-wasm"), theirs);
});
