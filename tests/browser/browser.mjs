// @ts-check
// A headless Chromium, and pages whose console errors and warnings are kept for the test.

import { mkdir, readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

const SCREENSHOTS = fileURLToPath(new URL("../../target/screenshots/", import.meta.url));
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** @returns {Promise<import("playwright-core").Browser>} */
export function openBrowser() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: ARGUMENTS });
}

/**
 * A page in its own profile.
 *
 * @typedef {object} Opened
 * @property {import("playwright-core").Page} page
 * @property {string[]} complaints errors and warnings of the console, uncaught exceptions, violations of the page's policy
 * @property {(name: string) => Promise<string>} screenshot writes target/screenshots/NAME.png, the whole page
 * @property {() => Promise<void>} close
 */

/**
 * @param {import("playwright-core").Browser} browser
 * @param {import("playwright-core").BrowserContextOptions} [options]
 * @returns {Promise<Opened>}
 */
export async function openPage(browser, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1360, height: 900 }, reducedMotion: "reduce", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  /** @type {string[]} */
  const complaints = [];
  page.on("pageerror", (error) => complaints.push(`uncaught ${error}`));
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) complaints.push(`${message.type()}: ${message.text()}`);
  });
  return {
    page,
    complaints,
    async screenshot(name) {
      await mkdir(SCREENSHOTS, { recursive: true });
      const path = `${SCREENSHOTS}${name}.png`;
      await page.screenshot({ path, fullPage: true });
      return path;
    },
    close: () => context.close(),
  };
}

const TYPES = /** @type {Record<string, string>} */ ({
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".svg": "image/svg+xml",
  ".wasm": "application/wasm",
});

/**
 * Serves files as any static host does, on a free port of this machine.
 *
 * @param {(path: string) => URL | string | undefined} find the file at a path, or the text of a page
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export function serveStatic(find) {
  return listening(async (request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname;
    const found = find(path);
    try {
      if (found === undefined) throw new Error(`nothing at ${path}`);
      const content = typeof found === "string" ? found : await readFile(found);
      const type = TYPES[typeof found === "string" ? ".html" : extname(found.pathname)];
      response.writeHead(200, { "content-type": type ?? "application/octet-stream" }).end(content);
    } catch {
      response.writeHead(404).end();
    }
  });
}

/**
 * A server on a free port of this machine.
 *
 * @param {import("node:http").RequestListener} listener
 * @returns {Promise<{ origin: string, stop: () => void }>}
 */
export async function listening(listener) {
  const server = createServer(listener);
  await new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(undefined)));
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    stop() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/**
 * How far the page can be scrolled sideways, in CSS pixels.
 *
 * @param {import("playwright-core").Page} page
 */
export function sidewaysScroll(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}
