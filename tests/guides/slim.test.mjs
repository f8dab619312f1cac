// @ts-check
// docs/guides/slim.md: each of its programs is built and run as it stands there.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath, pathToFileURL } from "node:url";
import { IvsClient } from "ivs-wasm";
import { openBrowser, openPage, serveStatic } from "../browser/browser.mjs";
import { files, project, run as build, serve } from "../bundlers/bundlers.mjs";
import { startLocal } from "../node/local.mjs";
import { PROJECT, node, printedBy, start, tool, within } from "../runtimes/programs.mjs";
import { programs, writeFiles } from "./guide.mjs";

const PACKAGE = new URL("../../node_modules/ivs-wasm/", import.meta.url);
const CHANNELS = ["first", "second"];
/** The module, as the scripts of the default entry hold it. */
const INLINED = /[A-Za-z0-9+/=]{20000}/;

const guide = await programs("slim");
/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {import("playwright-core").Browser} */
let browser;

before(async () => {
  [local, browser] = await Promise.all([startLocal(), openBrowser()]);
  const ivs = new IvsClient(local);
  for (const name of CHANNELS) await ivs.createChannel({ name });
});

after(async () => {
  await browser?.close();
  await local?.stop();
});

/** The files under a heading. @param {string} heading */
function program(heading) {
  const found = guide.get(heading);
  assert.ok(found?.size, `the guide has no program under "${heading}"`);
  return found;
}

/** What `config.js` gives, for the account of this test. */
function config() {
  const { endpoint, region, credentials } = local;
  return `export const config = ${JSON.stringify({ endpoint, region, credentials })};\n`;
}

const PAGE = `<!doctype html>
<html lang="en"><title>guide</title><link rel="icon" href="data:,"><main></main>
<script type="module" src="./main.js"></script></html>
`;

/**
 * Opens a page, waits for the channels, and returns the addresses of the modules that it loaded.
 *
 * @param {string} address
 */
async function visit(address) {
  const { page, complaints, close } = await openPage(browser);
  try {
    /** @type {string[]} */
    const modules = [];
    page.on("response", (response) => {
      if (response.headers()["content-type"] === "application/wasm") modules.push(response.url());
    });
    await page.addInitScript(countStreams);
    await page.goto(address);
    const shown = page.waitForFunction(() => document.querySelector("main")?.textContent);
    await shown.catch((error) => assert.fail(`${error}\n${complaints.join("\n")}`));
    assert.equal(await page.textContent("main"), CHANNELS.join(", "));
    assert.deepEqual(complaints, []);
    assert.equal(await page.evaluate("streams"), 1, "it was compiled while it arrived");
    return modules;
  } finally {
    await close();
  }
}

/** Runs in the page, before its own scripts: counts the modules that are compiled while they arrive. */
function countStreams() {
  const scope = /** @type {any} */ (globalThis);
  scope.streams = 0;
  for (const name of ["compileStreaming", "instantiateStreaming"]) {
    const original = scope.WebAssembly[name];
    scope.WebAssembly[name] = (/** @type {unknown[]} */ ...given) => {
      scope.streams += 1;
      return original(...given);
    };
  }
}

/** What a bundler made: one module as a file, and none in a script. @param {string} dist */
async function hasOneModule(dist) {
  const made = await files(dist);
  assert.equal(made.filter((name) => name.endsWith(".wasm")).length, 1, made.join(", "));
  for (const script of made.filter((name) => /\.m?js$/.test(name))) assert.doesNotMatch(await readFile(script, "utf8"), INLINED);
}

/**
 * A project of a bundler in the folder where they are installed.
 *
 * @param {string} name
 * @param {string} heading
 * @param {[string, string][]} more
 */
async function bundled(name, heading, more = []) {
  const folder = await project(name, []);
  await writeFiles(folder, [...program(heading), ["config.js", config()], ["package.json", '{ "type": "module" }'], ...more]);
  return folder;
}

test("the file that stands for the settings exports what each program imports", () => {
  assert.match(program("").get("config.js") ?? "", /^export const config = \{\n {2}region: /);
});

test("Vite: the build and the dev server serve the module as a file", async (t) => {
  const folder = await bundled("guide-vite", "Vite", [["index.html", PAGE]]);
  await build(folder, ["vite", "build"]);
  const dist = join(folder, "dist");
  await hasOneModule(dist);
  const site = await serveStatic((path) => new URL(path === "/" ? "index.html" : path.slice(1), pathToFileURL(`${dist}/`)));
  t.after(site.stop);
  assert.equal((await visit(`${site.origin}/`)).length, 1);

  const { origin } = await serve(t, folder, ["vite", "--host=127.0.0.1", "--port=0"]);
  assert.equal((await visit(`${origin}/`)).length, 1);
});

test("webpack: the build has the module as a file", async (t) => {
  const folder = await bundled("guide-webpack", "webpack");
  await build(folder, ["webpack", "./main.js", "--mode=production"]);
  const dist = join(folder, "dist");
  await hasOneModule(dist);
  const site = await serveStatic((path) => (path === "/" ? PAGE : new URL(path.slice(1), pathToFileURL(`${dist}/`))));
  t.after(site.stop);
  assert.equal((await visit(`${site.origin}/`)).length, 1);
});

/** A site that serves the files of a program, and the folder of the package. @param {import("node:test").TestContext} t @param {Map<string, string>} program */
async function plainSite(t, program) {
  const folder = await project(`guide-${t.name.replace(/\W+/g, "-")}`, []);
  await writeFiles(folder, [["index.html", PAGE], ...program, ["config.js", config()]]);
  const root = pathToFileURL(`${folder}/`);
  const site = await serveStatic((path) =>
    path.startsWith("/ivs-wasm/") ? new URL(path.slice("/ivs-wasm/".length), PACKAGE) : new URL(path === "/" ? "index.html" : path.slice(1), root),
  );
  t.after(site.stop);
  return site;
}

test("a page without a bundler loads the module once, from the preload", async (t) => {
  const site = await plainSite(t, program("A page without a bundler"));
  assert.deepEqual(await visit(`${site.origin}/`), [`${site.origin}/ivs-wasm/ivs_wasm.wasm`]);
});

test("a worker takes the module that its page has compiled", async (t) => {
  const site = await plainSite(t, program("A worker"));
  assert.deepEqual(await visit(`${site.origin}/`), [`${site.origin}/ivs-wasm/ivs_wasm.wasm`]);
});

test("a worker of Cloudflare takes the module that it imports", async () => {
  const folder = "guide-workerd/";
  const place = fileURLToPath(new URL(folder, PROJECT));
  await rm(place, { recursive: true, force: true });
  const { endpoint, region, credentials } = local;
  const secrets = {
    AWS_REGION: region,
    AWS_ENDPOINT_URL_IVS: endpoint,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const variables = Object.entries(secrets).map(([name, value]) => `${name}="${value}"\n`);
  await writeFiles(place, [...program("Cloudflare Workers"), [".dev.vars", variables.join("")]]);
  const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1"];
  const wrangler = start(node(24), args, { folder, variables: { CI: "1", WRANGLER_SEND_METRICS: "false" } });
  try {
    const url = await printedBy(wrangler, /Ready on (http:\S+)/);
    const text = await within(wrangler, "an answer", fetch(url).then((response) => response.text()));
    assert.ok(text.startsWith("["), `${text}\n${wrangler.printed()}`);
    assert.deepEqual(JSON.parse(text), CHANNELS);
  } finally {
    await wrangler.kill();
  }
});
