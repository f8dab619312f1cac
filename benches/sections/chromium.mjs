// @ts-check
// In headless Chromium: from navigation to the first response under several networks and processors, and signing.

import { readFile } from "node:fs/promises";
import { listening, openBrowser, openPage } from "../../tests/browser/browser.mjs";
import { ACCOUNT, CREDENTIALS, REGION } from "../lib/account.mjs";
import { bundle, gzip } from "../lib/bundle.mjs";
import { PROFILES } from "../lib/networks.mjs";
import { OURS, PACKAGES, SDK } from "../lib/packages.mjs";
import { startServer } from "../lib/processes.mjs";
import { interleaved, summarized } from "../lib/rounds.mjs";
import { SLIM, WASM, fetchModule, hasSlim } from "../lib/slim.mjs";

const CHANNELS = 10;
const SIGNATURES = 1000;
const HOST = `ivs.${REGION}.amazonaws.com`;
const WASM_PATH = "/ivs_wasm.wasm";

/** A page's script: one call. */
const load = (/** @type {string} */ name) => `
  import { IvsClient, ListChannelsCommand } from "${name}";
  ${name === SLIM ? fetchModule(WASM_PATH) : ""}
  const client = new IvsClient({ region: "${REGION}", endpoint: new URLSearchParams(location.search).get("endpoint"),
    credentials: ${JSON.stringify(CREDENTIALS)} });
  const answer = client.send(new ListChannelsCommand({ maxResults: ${CHANNELS} }));
  globalThis.outcome = answer.then(({ channels }) => [channels.length, performance.now() * 1000]);`;

const SIGN = `
  const request = { method: "POST", headers: { "content-type": "application/json", host: "${HOST}" },
    body: '{"arn":"${ACCOUNT}:channel/AbCdEfGhIjKl"}' };
  const params = { region: "${REGION}", service: "ivs", credentials: ${JSON.stringify(CREDENTIALS)} };
  const dateOf = (index) => new Date(Date.UTC(2026, 0, 1) + (index % 86400) * 1000);
  globalThis.run = async (count) => {
    let last;
    const began = performance.now();
    for (let i = 0; i < count; i++) last = await sign(dateOf(i));
    return [last.headers.authorization.slice(-64), (performance.now() - began) * 1000 / count];
  };`;

const signOurs = (/** @type {string} */ name) => `
  import { signRequest } from "${name}";
  const sign = (date) => signRequest({ ...request, url: "https://${HOST}/GetChannel" }, { ...params, date });
  ${SIGN}`;

/** The SDK's signer hashes by WebCrypto in browsers. */
const signTheirs = `
  import { Sha256 } from "@smithy/core/checksum";
  import { SignatureV4 } from "@smithy/signature-v4";
  const url = { protocol: "https:", hostname: "${HOST}", path: "/GetChannel", query: {} };
  const sign = (signingDate) => signer.sign({ ...request, ...url }, { signingDate });
  ${SIGN}
  const signer = new SignatureV4({ ...params, sha256: Sha256, applyChecksum: false });`;

/** @type {import("../run.mjs").Section} */
export default async function chromium({ rounds, say }) {
  const [server, site] = [await startServer(), await serveSite()];
  const browser = await openBrowser();
  try {
    const profiles = [];
    for (const profile of PROFILES) {
      const count = Math.max(profile.rounds, rounds);
      say(`${profile.network}, CPU ${profile.slowdown}x slower: ${count} rounds`);
      const open = (/** @type {string} */ name) =>
        loaded(browser, `${site.origin}/load/${name}.html?endpoint=${server.endpoint}`, profile);
      const names = hasSlim ? [...PACKAGES, SLIM] : PACKAGES;
      // The first pages of a browser are slower.
      await interleaved(names, 1, open);
      const measured = await interleaved(names, count, open);
      const { network, slowdown } = profile;
      profiles.push({ network, slowdown, rounds: count, results: summarized(measured, OURS), measured });
    }
    say("signing");
    const signatures = new Set();
    const signed = await interleaved(PACKAGES, rounds, (name) =>
      onNewPage(browser, async (page) => {
        await page.goto(`${site.origin}/sign/${name}.html`, { waitUntil: "load" });
        await page.evaluate(`run(${SIGNATURES})`);
        const [signature, wall] = /** @type {[string, number]} */ (await page.evaluate(`run(${SIGNATURES})`));
        signatures.add(signature);
        return { wall };
      }),
    );
    if (signatures.size > 1) throw new Error("the signers do not agree");
    return {
      browser: browser.version(),
      profiles,
      sign: { rounds, count: SIGNATURES, results: summarized(signed, OURS), measured: signed },
    };
  } finally {
    await browser.close();
    site.stop();
    server.stop();
  }
}

/**
 * The time from navigation to the first response, in microseconds, in a new context, whose caches are empty.
 * @param {import("playwright-core").Browser} browser
 * @param {string} url
 * @param {typeof PROFILES[0]} profile
 */
function loaded(browser, url, { down, up, latency, slowdown }) {
  const bytes = (/** @type {number} */ megabits) => (megabits < 0 ? megabits : (megabits * 1e6) / 8);
  return onNewPage(browser, async (page) => {
    const devtools = await page.context().newCDPSession(page);
    await devtools.send("Network.enable");
    const throughput = { downloadThroughput: bytes(down), uploadThroughput: bytes(up) };
    await devtools.send("Network.emulateNetworkConditions", { offline: false, latency, ...throughput });
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    await page.goto(url, { waitUntil: "load" });
    const [channels, wall] = /** @type {[number, number]} */ (await page.evaluate("outcome"));
    if (channels !== CHANNELS) throw new Error(`${url}: expected ${CHANNELS} channels, got ${channels}`);
    return { wall };
  });
}

/**
 * @template T
 * @param {import("playwright-core").Browser} browser
 * @param {(page: import("playwright-core").Page) => Promise<T>} use
 */
async function onNewPage(browser, use) {
  const { page, complaints, close } = await openPage(browser);
  try {
    const result = await use(page);
    if (complaints.length) throw new Error(complaints.join("\n"));
    return result;
  } finally {
    await close();
  }
}

/** Serves a page for each bundle, compressed by gzip as most sites do, from another origin than the API's. */
async function serveSite() {
  /** @type {Map<string, { type: string, content: Buffer }>} */
  const files = new Map();
  const page = (/** @type {string} */ path, /** @type {string} */ script, /** @type {string} */ head = "") => {
    const html = `<!doctype html><title>bench</title><link rel="icon" href="data:,">${head}<script type="module" src="${path}.js"></script>`;
    files.set(`${path}.html`, { type: "text/html", content: gzip(html) });
    files.set(`${path}.js`, { type: "text/javascript", content: gzip(script) });
  };
  for (const name of PACKAGES) {
    page(`/load/${name}`, await bundle(load(name)));
    page(`/sign/${name}`, await bundle(name === SDK ? signTheirs : signOurs(name)));
  }
  if (hasSlim) {
    page(`/load/${SLIM}`, await bundle(load(SLIM)), `<link rel="preload" as="fetch" crossorigin href="${WASM_PATH}">`);
    files.set(WASM_PATH, {
      type: "application/wasm",
      content: gzip(await readFile(new URL(import.meta.resolve(WASM)))),
    });
  }
  return listening((request, response) => {
    const file = files.get(new URL(request.url ?? "/", "http://site").pathname);
    if (!file) return response.writeHead(404).end();
    return response.writeHead(200, { "content-type": file.type, "content-encoding": "gzip" }).end(file.content);
  });
}
