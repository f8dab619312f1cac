// @ts-check
// Browsers, each opened on a page of the project that tells its server what came of it. No browser needs a driver for that.

import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { text } from "node:stream/consumers";
import { PROJECT, printedBy, run, start, within } from "./programs.mjs";

const TYPES = /** @type {Record<string, string>} */ ({ ".html": "text/html", ".js": "text/javascript", ".mjs": "text/javascript" });

/** Firefox asks nobody about itself, and shows nothing of its own. */
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

/**
 * How each is asked for its version, and opened on a page with a profile of its own.
 *
 * @type {Record<string, { version: () => Promise<string>, open: (url: string, profile: string) => Promise<Child[]> }>}
 */
export const BROWSERS = {
  Chromium: {
    version: () => run(installed("CHROMIUM"), ["--version"]),
    async open(url, profile) {
      const flags = ["--headless", "--no-sandbox", "--disable-background-networking", "--disable-component-update", "--no-first-run"];
      return [start(installed("CHROMIUM"), [...flags, `--user-data-dir=${profile}`, url])];
    },
  },
  Firefox: {
    version: () => run(installed("FIREFOX"), ["--version"]),
    async open(url, profile) {
      await writeFile(join(profile, "user.js"), PREFERENCES);
      return [start(installed("FIREFOX"), ["--headless", "--no-remote", "--profile", profile, url])];
    },
  },
  WebKitGTK: {
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

/** A screen in memory: WebKitGTK has no headless mode. */
async function openScreen() {
  const screen = start(installed("XVFB"), ["-displayfd", "1", "-nolisten", "tcp"]);
  return { display: `:${await printedBy(screen, /^(\d+)\n/m)}`, screen };
}

/**
 * What the page of the project reports from each of its ways, with the browser's version.
 *
 * @param {string} name
 * @param {string[]} ways
 * @param {(way: string) => import("./project/check.mjs").Facts} facts
 */
export async function inBrowser(name, ways, facts) {
  const browser = BROWSERS[name];
  const version = /\d+(\.\d+)+/.exec(await browser.version())?.[0];
  const site = await serveProject(ways, facts);
  const profile = await mkdtemp(join(tmpdir(), "ivs-wasm-browser-"));
  const children = /** @type {Child[]} */ ([]);
  try {
    children.push(...(await browser.open(`${site.origin}/browser/page.html`, profile)));
    return { version, results: await within(children[0], "results of the page", site.results) };
  } finally {
    for (const child of children) await child.kill();
    site.stop();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/**
 * The project's files as any static host serves them, and two addresses for the page's own business.
 *
 * @param {string[]} ways
 * @param {(way: string) => import("./project/check.mjs").Facts} facts
 */
async function serveProject(ways, facts) {
  const results = /** @type {Record<string, any>} */ ({});
  /** @type {(results: Record<string, any>) => void} */
  let complete;
  const completed = new Promise((resolve) => (complete = resolve));
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? "/", "http://site");
    if (pathname === "/facts") return response.end(JSON.stringify(facts(decodeURIComponent(search.slice(1)))));
    if (pathname === "/result") {
      const { way, result } = JSON.parse(await text(request));
      results[way] = result;
      response.end();
      if (ways.every((expected) => expected in results)) complete(results);
      return;
    }
    try {
      const content = await readFile(new URL(`.${pathname}`, PROJECT));
      response.writeHead(200, { "content-type": TYPES[extname(pathname)] ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    results: /** @type {Promise<typeof results>} */ (completed),
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}
