// @ts-check
// The package, installed from its tarball, bundled by every bundler and run: in Chromium, in Node, and in a framework's servers.

import assert from "node:assert/strict";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { openBrowser, openPage, serveStatic } from "../browser/browser.mjs";
import { startLocal } from "../node/local.mjs";
import { NEXT, PAGES, PROGRAMS, TARGET, files, project, run, serve, version } from "./bundlers.mjs";

/**
 * Greatest size relative to esbuild's. The whole package has 6 % more than what the program needs; Next's webpack, which joins no
 * modules, wraps each of them, and has 3.1 % more.
 */
const LIMIT = 1.035;
const FAST = process.env.BUNDLERS === "fast";
const RESULTS = join(TARGET, "matrix/bundlers.json");

const { cases } = JSON.parse(await readFile(new URL("../data/sigv4-vectors.json", import.meta.url), "utf8"));
const { header } = cases.find((/** @type {any} */ example) => example.name === "get-vanilla");
const [, AUTHORIZATION] = /Authorization:(.*)/.exec(header.signed_request) ?? [];

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {import("playwright-core").Browser} */
let browser;
/** Rows of the README's table. @type {{ where: string, version: string, how: string, pinned: boolean, gzip?: number }[]} */
const rows = [];
let worked = 0;

before(async () => {
  [local, browser] = await Promise.all([startLocal(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await local?.stop();
  console.log("the program's bytes by gzip -9, the module apart, and beside esbuild's:");
  for (const [name, bytes] of sizes) console.log(`  ${name.padEnd(15)} ${bytes}  ${ratio(bytes).toFixed(3)}`);
  if (FAST) return;
  await rm(RESULTS, { force: true });
  if (worked < PAGES.length + PROGRAMS.length + NEXT.length) return;
  await mkdir(dirname(RESULTS), { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify(rows, null, 2)}\n`);
});

/** What the program is given, as text. @param {string} name */
const settings = (name) =>
  JSON.stringify({ name, endpoint: local.endpoint, region: local.region, credentials: local.credentials });

/** @param {string | null} text that the program made @param {string} name */
function judge(text, name) {
  assert.deepEqual(JSON.parse(text ?? ""), { listed: [name], refused: 404, authorization: AUTHORIZATION });
}

/**
 * Builds a project and checks what was printed.
 *
 * @param {string} folder
 * @param {import("./bundlers.mjs").Bundler} bundler
 */
async function build(folder, { command }) {
  quiet(await run(folder, command));
}

/** What Next prints at every first build in CI, for every project below another, and about its own edge runtime. */
const OF_NEXT = [
  /⚠ No build cache found\..*/,
  /⚠ Warning: Next.js inferred your workspace root[^]*?\n\n/,
  /⚠ The Edge Runtime is deprecated.*/,
  /⚠ Using edge runtime on a page .*/,
];

/** No warning, and no word about our package. @param {string} printed */
function quiet(printed) {
  const ours = OF_NEXT.reduce((text, known) => text.replace(known, ""), printed);
  assert.deepEqual(ours.split("\n").filter((line) => /warn|⚠|error|ivs.wasm/i.test(line)), [], printed);
}

/** What Chromium itself logs about the call that fails. */
const REFUSED = "error: Failed to load resource: the server responded with a status of 404 (Not Found)";

/**
 * Opens a page and reads the program's result.
 *
 * @param {string} address to which the settings are appended
 * @param {string} name
 * @param {string[]} expected console messages
 */
async function visit(address, name, expected = [REFUSED]) {
  const { page, complaints, close } = await openPage(browser);
  try {
    await page.goto(address + encodeURIComponent(settings(name)));
    await page.waitForFunction(() => document.querySelector("main")?.textContent);
    judge(await page.textContent("main"), name);
    assert.deepEqual(complaints, expected);
  } finally {
    await close();
  }
}

/** No module beside the scripts, for which a host would need to be set up. @param {string} folder */
async function noModule(folder) {
  const wasm = (await files(folder)).filter((name) => name.endsWith(".wasm"));
  assert.deepEqual(wasm, []);
}

/** @param {import("./bundlers.mjs").Bundler} bundler @param {number} [gzip] of a page's script */
async function works({ where, how, package: name }, gzip) {
  worked += 1;
  if (rows.some((row) => row.where === where && row.how === how)) return;
  rows.push({ where, version: await version(name), how, pinned: true, ...(gzip && { gzip }) });
}

/** The page of bundlers that make scripts only. */
const PAGE = `<!doctype html><html lang="en"><title>bundled</title><link rel="icon" href="data:,"><main></main>
<script type="module" src="/main.js"></script>`;

/** What the scripts of a folder say. @param {string} folder */
async function scripts(folder) {
  const names = (await files(folder)).filter((name) => name.endsWith(".js"));
  return Promise.all(names.map((name) => readFile(name, "utf8")));
}

/** The module, as it is inlined in a script. */
const PACKED = /[A-Za-z0-9+/=]{20000}/;
/** The command that the program uses, and what it does not use: another command, an enumeration. */
const USED = /["'`]CreateChannel["'`]/;
const UNUSED = /["'`]UntagResource["'`]|LOWEST_RESOLUTION/;

/** Bytes by gzip -9, the module apart, by the name of the bundler. @type {Map<string, number>} */
const sizes = new Map();
const ratio = (/** @type {number} */ bytes) => bytes / (sizes.get("esbuild") ?? NaN);

/** @param {import("./bundlers.mjs").Bundler} bundler @param {string[]} texts */
function measured({ name }, texts) {
  // The module apart: where in a script it stands, which the bundlers decide, makes 3 % of what both weigh together.
  const parts = texts.flatMap((text) => [text.replace(PACKED, ""), PACKED.exec(text)?.[0] ?? ""]);
  const bytes = parts.reduce((sum, part) => sum + gzipSync(part, { level: 9 }).length, 0);
  sizes.set(name, bytes);
  assert.equal(texts.filter((text) => PACKED.test(text)).length, 1, "the module is there once");
  assert.ok(texts.some((text) => USED.test(text)));
  assert.ok(!texts.some((text) => UNUSED.test(text)), "what the program does not use is left out");
  assert.ok(ratio(bytes) <= LIMIT, `${bytes} bytes, ${ratio(bytes)} of esbuild's`);
  return bytes;
}

for (const bundler of PAGES.filter((known) => known.fast || !FAST)) {
  test(`${bundler.where}: ${bundler.how}`, async (t) => {
    const folder = await project(bundler.name);
    await build(folder, bundler);
    const dist = join(folder, "dist");
    await noModule(dist);
    const made = await files(dist);
    const root = pathToFileURL(`${dist}/`);
    const page = made.some((name) => name.endsWith(".html")) ? new URL("index.html", root) : PAGE;
    const site = await serveStatic((path) => (path === "/" ? page : new URL(path.slice(1), root)));
    t.after(site.stop);
    await visit(`${site.origin}/#`, bundler.name);

    if (bundler.name === "vite" && !FAST) {
      const { origin, printed } = await serve(t, folder, ["vite", "--host=127.0.0.1", "--port=0"]);
      await visit(`${origin}/#`, "vite-dev");
      quiet(printed());
    }
    // Rollup minifies by plugins only.
    const minify = ["esbuild", "dist/main.js", "--minify", "--format=esm", "--outfile=dist/main.js", "--allow-overwrite"];
    if (bundler.name === "rollup") await run(folder, minify);
    await works(bundler, measured(bundler, await scripts(dist)));
  });
}

for (const bundler of PROGRAMS.filter((known) => known.fast || !FAST)) {
  test(`${bundler.where}: ${bundler.how}, ${bundler.out}`, async () => {
    const folder = await project(bundler.name);
    await build(folder, bundler);
    await noModule(folder);
    judge(await run(folder, ["node", bundler.out, settings(bundler.name)]), bundler.name);
    await works(bundler);
  });
}

for (const bundler of FAST ? [] : NEXT) {
  test(`${bundler.where}: ${bundler.name}`, async (t) => {
    const folder = await project(bundler.name, ["next", "project/src"]);
    await build(folder, bundler);
    await noModule(join(folder, ".next/static"));
    const { origin, printed } = await serve(t, folder, ["next", "start", "--hostname=127.0.0.1", "--port=0"]);
    await visit(`${origin}/#`, `${bundler.name}-client`);
    await visit(`${origin}/server?settings=`, `${bundler.name}-server`, []);
    for (const path of ["node", "edge"]) {
      const name = `${bundler.name}-${path}`;
      const response = await fetch(`${origin}/${path}?settings=${encodeURIComponent(settings(name))}`);
      const text = await response.text();
      assert.equal(response.status, 200, text);
      judge(text, name);
    }
    quiet(printed());
    // Edge functions are made of uploaded modules; they cannot compile bytes.
    const modules = (await files(join(folder, ".next/server"))).filter((name) => name.endsWith(".wasm"));
    assert.equal(modules.length, 1, "the route on the edge runtime has the module itself");
    // Other chunks are the framework's.
    const chunks = (await scripts(join(folder, ".next/static"))).filter((text) => PACKED.test(text));
    await works(bundler, measured(bundler, chunks));
  });
}
