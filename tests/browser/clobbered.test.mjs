// @ts-check
// A page whose markup, which somebody else may have written, has the names of an environment: `process.env.AWS_ENDPOINT_URL` and the like.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const PACKAGE = new URL(".", import.meta.resolve("ivs-wasm"));
const ENDPOINT = "<a id=env></a><a id=env name=AWS_ENDPOINT_URL href='http://evil.example'></a>";
const MODULES = "<form id=versions><input name=node></form><object id=getBuiltinModule></object>";
const PAGE = `<!doctype html>
<html lang="en">
<title>A page with markup of others</title>
<link rel="icon" href="data:,">
<iframe name="process" srcdoc="${ENDPOINT}${MODULES}"></iframe>
<script type="module">
  window.package = await import("/ivs-wasm/index.js");
</script>`;

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;
before(async () => {
  site = await serveStatic((path) => {
    const name = /^\/ivs-wasm\/((?:[\w-]+\/)*[\w.-]+)$/.exec(path)?.[1];
    return name ? new URL(name, PACKAGE) : PAGE;
  });
  browser = await openBrowser();
});
after(async () => {
  await browser?.close();
  site?.stop();
});

test("markup is no environment: the request goes where the configuration says", async (context) => {
  const { page, close } = await openPage(browser);
  context.after(close);
  await page.goto(`${site.origin}/`);
  await page.waitForFunction(() => "package" in window);
  const found = await page.evaluate(async () => {
    const { process, package: ours } = /** @type {any} */ (window);
    /** @type {string[]} */
    const asked = [];
    const fetch = async (/** @type {string} */ url) => (asked.push(url), new Response("{}"));
    const config = { region: "eu-west-1", credentials: { accessKeyId: "AKID", secretAccessKey: "s" }, fetch };
    await new ours.IvsClient(config).listChannels();
    return { markup: String(process.env.AWS_ENDPOINT_URL), asked };
  });
  assert.equal(found.markup, "http://evil.example/", "the markup does what it is here for");
  assert.deepEqual(found.asked, ["https://ivs.eu-west-1.amazonaws.com/ListChannels"]);
});
