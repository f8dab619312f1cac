// @ts-check
// In headless Chromium: from navigation to the first response, and signing; each with the bundle that esbuild minifies.

import { fileURLToPath } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { listening, openBrowser, openPage } from "../../tests/browser/browser.mjs";
import { ACCOUNT, CREDENTIALS, REGION, channelArn } from "../lib/account.mjs";
import { startServer } from "../lib/processes.mjs";
import { interleaved, summarized } from "../lib/rounds.mjs";

const PACKAGES = ["ivs-wasm", "@aws-sdk/client-ivs"];
const SIGNATURES = 1000;
const HOST = `ivs.${REGION}.amazonaws.com`;

/** What a page does with each of the packages: one call. */
const load = (/** @type {string} */ name) => `
  import { GetChannelCommand, IvsClient } from "${name}";
  const client = new IvsClient({ region: "${REGION}", endpoint: new URLSearchParams(location.search).get("endpoint"),
    credentials: ${JSON.stringify(CREDENTIALS)} });
  const answer = client.send(new GetChannelCommand({ arn: "${channelArn(10)}" }));
  globalThis.done = answer.then(({ channel }) => [channel.name, performance.now() * 1000]);`;

const REQUEST = `
  const request = { method: "POST", headers: { "content-type": "application/json", host: "${HOST}" },
    body: '{"arn":"${ACCOUNT}:channel/AbCdEfGhIjKl"}' };
  const terms = { region: "${REGION}", service: "ivs", credentials: ${JSON.stringify(CREDENTIALS)} };
  const dateOf = (index) => new Date(Date.UTC(2026, 0, 1) + (index % 86400) * 1000);
  globalThis.run = async (count) => {
    let last;
    const began = performance.now();
    for (let i = 0; i < count; i++) last = await sign(dateOf(i));
    return [last.headers.authorization.slice(-64), (performance.now() - began) * 1000 / count];
  };`;

/** The SDK's signer with the hash that its bundle for browsers has, which is WebCrypto's. */
/** @type {Record<string, string>} */
const signing = {
  "ivs-wasm": `
  import { signRequest } from "ivs-wasm";
  const sign = (date) => signRequest({ ...request, url: "https://${HOST}/GetChannel" }, { ...terms, date });
  ${REQUEST}`,
  "@aws-sdk/client-ivs": `
  import { Sha256 } from "@smithy/core/checksum";
  import { SignatureV4 } from "@smithy/signature-v4";
  const where = { protocol: "https:", hostname: "${HOST}", path: "/GetChannel", query: {} };
  const sign = (signingDate) => signer.sign({ ...request, ...where }, { signingDate });
  ${REQUEST}
  const signer = new SignatureV4({ ...terms, sha256: Sha256, applyChecksum: false });`,
};

/** @type {import("../run.mjs").Section} */
export default async function chromium({ rounds, say }) {
  const bundles = new Map();
  for (const name of PACKAGES) {
    bundles.set(`/load/${name}.js`, await bundle(load(name)));
    bundles.set(`/sign/${name}.js`, await bundle(signing[name]));
  }
  const [server, site] = [await startServer(), await serve(bundles)];
  const browser = await openBrowser();
  try {
    const loads = 2 * rounds;
    const loaded = await interleaved(PACKAGES, loads, async (name, round) => {
      if (name === PACKAGES[0] && round % rounds === 0) say(`load: page ${round + 1} of ${loads}`);
      const [answer, wall] = await opened(browser, `${site.origin}/load/${name}.html?endpoint=${server.endpoint}`, (page) =>
        page.evaluate("done"),
      );
      if (answer !== "launch-party") throw new Error(`${name}: unexpected answer ${answer}`);
      return { wall };
    });
    say("signing");
    const signatures = new Set();
    const signed = await interleaved(PACKAGES, rounds, (name) =>
      opened(browser, `${site.origin}/sign/${name}.html`, async (page) => {
        await page.evaluate(`run(${SIGNATURES})`);
        const [signature, wall] = await page.evaluate(`run(${SIGNATURES})`);
        signatures.add(signature);
        return { wall };
      }),
    );
    if (signatures.size > 1) throw new Error("the signers do not agree");
    const sizes = Object.fromEntries(PACKAGES.map((name) => [name, gzipSync(bundles.get(`/load/${name}.js`), { level: 9 }).length]));
    return {
      browser: browser.version(),
      sizes,
      load: { pages: loads, results: summarized(loaded, PACKAGES[0]), measured: loaded },
      sign: { rounds, count: SIGNATURES, results: summarized(signed, PACKAGES[0]), measured: signed },
    };
  } finally {
    await browser.close();
    site.stop();
    server.stop();
  }
}

async function bundle(/** @type {string} */ contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0].text;
}

/** A page in a context of its own, whose cache is empty. */
async function opened(/** @type {import("playwright-core").Browser} */ browser, /** @type {string} */ url, /** @type {(page: any) => any} */ use) {
  const { page, close } = await openPage(browser);
  try {
    await page.goto(url, { waitUntil: "load" });
    return await use(page);
  } finally {
    await close();
  }
}

/** Serves the bundles as a site would, compressed. */
function serve(/** @type {Map<string, string>} */ bundles) {
  const packed = new Map([...bundles].map(([path, text]) => [path, brotliCompressSync(text)]));
  return listening((request, response) => {
    const path = new URL(request.url ?? "/", "http://site").pathname;
    const script = packed.get(path);
    if (script) return response.writeHead(200, { "content-type": "text/javascript", "content-encoding": "br" }).end(script);
    const of = path.replace(/html$/, "js");
    if (!packed.has(of)) return response.writeHead(404).end();
    const page = `<!doctype html><title>bench</title><link rel="icon" href="data:,"><script type="module" src="${of}"></script>`;
    return response.writeHead(200, { "content-type": "text/html" }).end(page);
  });
}
