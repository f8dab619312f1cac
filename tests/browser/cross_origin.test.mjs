// @ts-check
// A page of another origin calls ivs-local with the installed package, by the rules that browsers make for such calls (CORS).

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { startLocal } from "../node/local.mjs";
import { openBrowser, openPage, serveStatic } from "./browser.mjs";

const PACKAGE = new URL(".", import.meta.resolve("ivs-wasm"));
const PAGE = `<!doctype html>
<html lang="en">
<title>Another origin</title>
<link rel="icon" href="data:,">
<script type="importmap">{ "imports": { "ivs-wasm": "/ivs-wasm/index.js" } }</script>
<script type="module">
  import * as ivsWasm from "ivs-wasm";
  window.ivsWasm = ivsWasm;
</script>`;

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {import("playwright-core").Browser} */
let browser;
/** @type {Awaited<ReturnType<typeof serveStatic>>} */
let site;

before(async () => {
  site = await serveStatic((path) => {
    const name = /^\/ivs-wasm\/((?:[\w-]+\/)*[\w.-]+)$/.exec(path)?.[1];
    return path === "/" ? PAGE : name && new URL(name, PACKAGE);
  });
  [local, browser] = await Promise.all([startLocal(), openBrowser()]);
});

after(async () => {
  await browser?.close();
  await local?.stop();
  site?.stop();
});

/** @param {import("node:test").TestContext} t */
async function visit(t) {
  const opened = await openPage(browser);
  t.after(opened.close);
  await opened.page.goto(`${site.origin}/`);
  await opened.page.waitForFunction(() => "ivsWasm" in window);
  assert.notEqual(new URL(opened.page.url()).origin, new URL(local.endpoint).origin);
  return opened;
}

/** The configuration of the page's client. */
const config = () => ({ endpoint: local.endpoint, region: local.region, credentials: local.credentials });

test("a page of another origin creates, tags, untags and deletes a channel", async (t) => {
  const { page, complaints } = await visit(t);
  const made = await page.evaluate(async (settings) => {
    const { ChannelType, IvsClient } = /** @type {any} */ (window).ivsWasm;
    const ivs = new IvsClient(settings);
    const input = { name: "from-elsewhere", type: ChannelType.BASIC, tags: { a: "ü" } };
    const { channel, streamKey, $metadata } = await ivs.createChannel(input);
    await ivs.tagResource({ resourceArn: channel.arn, tags: { b: "2", "c d": "" } });
    await ivs.untagResource({ resourceArn: channel.arn, tagKeys: ["c d", "b"] });
    return { channel, key: typeof streamKey.value, $metadata };
  }, config());
  assert.equal(made.key, "string");
  assert.equal(made.$metadata.httpStatusCode, 200);
  assert.match(made.$metadata.requestId, /^[0-9a-f-]{36}$/, "the page may read the request id");

  const ivs = new IvsClient(config());
  const { channel } = await ivs.getChannel({ arn: made.channel.arn });
  assert.equal(channel?.name, "from-elsewhere");
  assert.equal(channel?.type, "BASIC");
  assert.deepEqual(channel?.tags, { a: "ü" });

  await page.evaluate(
    ([settings, arn]) => new /** @type {any} */ (window).ivsWasm.IvsClient(settings).deleteChannel({ arn }),
    /** @type {const} */ ([config(), made.channel.arn]),
  );
  await assert.rejects(ivs.getChannel({ arn: made.channel.arn }), { name: "ResourceNotFoundException" });
  assert.deepEqual(complaints, []);
});

/**
 * The error that a call on the page rejects with.
 *
 * @param {import("playwright-core").Page} page
 * @param {object} settings
 * @param {object} input of GetChannel
 */
function failure(page, settings, input) {
  return page.evaluate(
    async ([given, arn]) => {
      const { IvsClient, ...errors } = /** @type {any} */ (window).ivsWasm;
      try {
        await new IvsClient(given).getChannel(arn);
      } catch (/** @type {any} */ error) {
        const classes = ["IvsServiceException", "ResourceNotFoundException", "NetworkError", "ParamValidationError"];
        return {
          name: error.name,
          message: error.message,
          cause: error.cause?.name,
          fault: error.$fault,
          metadata: error.$metadata,
          is: ["Error", ...classes].filter((known) => error instanceof (known === "Error" ? Error : errors[known])),
        };
      }
    },
    /** @type {const} */ ([settings, input]),
  );
}

test("on such a page a wrong secret is a typed error, with its status and request id", async (t) => {
  const { page } = await visit(t);
  const credentials = { ...local.credentials, secretAccessKey: "not-the-secret-of-this-key" };
  const error = await failure(page, { ...config(), credentials }, { arn: "arn:aws:ivs:us-west-2:123456789012:channel/none" });
  assert.equal(error?.name, "InvalidSignatureException");
  assert.deepEqual(error?.is, ["Error", "IvsServiceException"]);
  assert.equal(error?.fault, "client");
  assert.equal(error?.metadata.httpStatusCode, 403);
  assert.match(error?.metadata.requestId, /^[0-9a-f-]{36}$/);
  assert.ok(!error?.message.includes(credentials.secretAccessKey));
});

test("on such a page the service's errors have their classes, and an unreachable endpoint is a NetworkError", async (t) => {
  const { page } = await visit(t);
  const arn = "arn:aws:ivs:us-west-2:123456789012:channel/none";
  const unknown = await failure(page, config(), { arn });
  assert.deepEqual(unknown?.is, ["Error", "IvsServiceException", "ResourceNotFoundException"]);
  assert.equal(unknown?.metadata.httpStatusCode, 404);

  const unsent = await failure(page, config(), { arn: 5 });
  assert.deepEqual(unsent?.is, ["Error", "ParamValidationError"]);

  const dead = await failure(page, { ...config(), endpoint: "http://127.0.0.1:9" }, { arn });
  assert.deepEqual(dead?.is, ["Error", "NetworkError"]);
  assert.equal(dead?.cause, "TypeError");
});

test("a page that the server does not allow gets a NetworkError, not a hanging promise", async (t) => {
  const { page } = await visit(t);
  // The site responds, but without the headers that let a page of another origin read the response.
  const endpoint = site.origin.replace("127.0.0.1", "localhost");
  const error = await failure(page, { ...config(), endpoint }, { arn: "arn:aws:ivs:us-west-2:123456789012:channel/none" });
  assert.deepEqual(error?.is, ["Error", "NetworkError"]);
});
