// @ts-check
// Browsers, each opened on a page of the project that reports the outcome to its server, so no browser needs a driver.

import { createReadStream, createWriteStream, existsSync } from "node:fs";
import { mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { pipeline } from "node:stream/promises";
import { createBrotliDecompress } from "node:zlib";
import { listening } from "../browser/browser.mjs";
import { PROJECT, printedBy, run, start, tool, within } from "./programs.mjs";

const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" });

/** Firefox without network requests and pages of its own. */
const PREFERENCES = Object.entries({
  "app.normandy.enabled": false,
  "browser.aboutwelcome.enabled": false,
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "services.settings.server": "data:,",
  "toolkit.telemetry.enabled": false,
}).map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`);

/** @typedef {import("./programs.mjs").Child} Child */

/** A browser's program, named by xtask. @param {string} name */
function installed(name) {
  const path = process.env[name];
  if (!path) throw new Error(`${name} names no program: run \`cargo xtask test --only runtimes\`, which installs and names it`);
  return path;
}

/** Of every Chromium. */
const FLAGS = ["--headless", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"];

/**
 * How to find out the version of each, and to open a page with a new profile. Versions that are not pinned are Debian's.
 *
 * @typedef {object} Browser
 * @property {boolean} pinned
 * @property {(userAgent: string) => string | Promise<string>} version
 * @property {(url: string, profile: string) => Promise<Child[]>} open
 */

/** @type {Record<string, Browser>} */
export const BROWSERS = {
  "Chromium 103": {
    pinned: true,
    version: (userAgent) => userAgent.split("Chrome/")[1],
    async open(url, profile) {
      // A build without a GPU's libraries.
      const flags = [...FLAGS, "--disable-gpu", "--in-process-gpu", "--no-zygote", "--remote-debugging-port=0"];
      return [start(await oldestChromium(), [...flags, `--user-data-dir=${profile}`, url])];
    },
  },
  Chromium: {
    pinned: false,
    version: () => run(installed("CHROMIUM"), ["--version"]),
    async open(url, profile) {
      return [start(installed("CHROMIUM"), [...FLAGS, `--user-data-dir=${profile}`, url])];
    },
  },
  Firefox: {
    pinned: false,
    version: () => run(installed("FIREFOX"), ["--version"]),
    async open(url, profile) {
      await writeFile(join(profile, "user.js"), PREFERENCES);
      return [start(installed("FIREFOX"), ["--headless", "--no-remote", "--profile", profile, url])];
    },
  },
  WebKitGTK: {
    pinned: false,
    async version() {
      const { display, screen } = await openScreen();
      try {
        return await run(installed("MINIBROWSER"), ["--version"], { variables: { DISPLAY: display } });
      } finally {
        await screen.kill();
      }
    },
    async open(url, profile) {
      const { display, screen } = await openScreen();
      const folders = { XDG_DATA_HOME: join(profile, "data"), XDG_CACHE_HOME: join(profile, "cache"), XDG_CONFIG_HOME: profile };
      return [start(installed("MINIBROWSER"), [url], { variables: { DISPLAY: display, ...folders } }), screen];
    },
  },
};

/** The oldest supported Chromium, unpacked. */
async function oldestChromium() {
  if (process.env.CHROMIUM_103) return process.env.CHROMIUM_103;
  const packed = tool("@sparticuz/chromium/bin/chromium.br");
  const unpacked = tool("@sparticuz/chromium/bin/chromium");
  if (process.platform !== "linux" || process.arch !== "x64") throw new Error("npm has Chromium 103 for Linux on x64 only: name one by CHROMIUM_103");
  if (existsSync(unpacked)) return unpacked;
  const part = `${unpacked}.part`;
  await pipeline(createReadStream(packed), createBrotliDecompress(), createWriteStream(part, { mode: 0o755 }));
  await rename(part, unpacked);
  return unpacked;
}

/** A virtual screen: WebKitGTK has no headless mode. */
async function openScreen() {
  const screen = start(installed("XVFB"), ["-displayfd", "1", "-nolisten", "tcp"]);
  return { display: `:${await printedBy(screen, /^(\d+)\n/m)}`, screen };
}

/**
 * What the page of the project reports from each of its ways, with the browser's version.
 *
 * @param {string} name
 * @param {string[]} ways
 * @param {(way: string) => object} facts
 * @param {string} [page] of the project
 */
export async function inBrowser(name, ways, facts, page = "browser/page.html") {
  const browser = BROWSERS[name];
  const site = await serveProject(ways, facts);
  const profile = await mkdtemp(join(tmpdir(), "ivs-wasm-browser-"));
  const children = /** @type {Child[]} */ ([]);
  try {
    children.push(...(await browser.open(`${site.origin}/${page}`, profile)));
    const { results, userAgent } = await within(children[0], "what the page reports", site.reported);
    return { version: /\d+(\.\d+)+/.exec(await browser.version(userAgent))?.[0], results };
  } finally {
    for (const child of children) await child.kill();
    site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The project's files as any static host serves them, and two addresses for the page's settings and results.
 *
 * @param {string[]} ways
 * @param {(way: string) => object} facts
 */
async function serveProject(ways, facts) {
  const results = /** @type {Record<string, any>} */ ({});
  /** @type {(reported: { results: Record<string, any>, userAgent: string }) => void} */
  let report;
  /** @type {Promise<Parameters<typeof report>[0]>} */
  const reported = new Promise((resolve) => (report = resolve));
  const site = await listening(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://site");
    if (pathname === "/facts") return response.end(JSON.stringify(facts(decodeURIComponent(search.slice(1)))));
    if (pathname === "/result") {
      const { way, result } = JSON.parse(await text(request));
      results[way] = result;
      response.end();
      if (ways.every((expected) => expected in results)) report({ results, userAgent: request.headers["user-agent"] ?? "" });
      return;
    }
    try {
      const content = await readFile(new URL(`.${pathname}`, PROJECT));
      response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
  return { ...site, reported };
}
