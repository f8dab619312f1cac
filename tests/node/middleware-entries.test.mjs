// @ts-check
// Where middleware is: in the entries of servers always, on pages by `import "ivs-wasm/middleware"`, as docs/guides/observability.md has it.

import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { programs } from "../guides/guide.mjs";
import { OFFLINE, answering, recording } from "./wire.mjs";

const file = (/** @type {string} */ name) => new URL(name, import.meta.resolve("ivs-wasm")).href;
const require = createRequire(import.meta.url);

/** The page of the guide, with what it imports from these files. @param {Record<string, string>} files */
async function page(files) {
  const text = (await programs("observability")).get("Middleware")?.get("page.js") ?? assert.fail("the guide has no page");
  const program = text.replace(/"(ivs-wasm[^"]*)"/g, (_, name) => JSON.stringify(files[name]));
  return import(`data:text/javascript,${encodeURIComponent(program)}`);
}

/** What a client sends as a header that middleware of the guide sets. @param {{ tagged: Function }} program */
async function sent({ tagged }) {
  const fetching = recording(answering());
  await tagged({ ...OFFLINE, fetch: fetching }, "mine").getChannel({ arn: "a" });
  assert.match(fetching.last().headers.get("authorization") ?? "", /;x-studio,/);
  return fetching.last().headers.get("x-studio");
}

test("a page has none until it imports it, and says what to import", async () => {
  const ivs = await import(file("index.js"));
  const client = new ivs.IvsClient({ ...OFFLINE, fetch: answering() });
  assert.throws(() => client.middlewareStack, /import "ivs-wasm\/middleware"/);
  assert.throws(() => client.config, /import "ivs-wasm\/middleware"/);
  assert.throws(() => new ivs.GetChannelCommand({ arn: "a" }).middlewareStack, /import "ivs-wasm\/middleware"/);
  assert.equal((await client.getChannel({ arn: "a" })).$metadata.httpStatusCode, 200);
  assert.equal(await sent(await page({ "ivs-wasm": file("index.js"), "ivs-wasm/middleware": file("middleware.js") })), "mine");
  client.middlewareStack;
  assert.equal(await client.config.region(), OFFLINE.region);
});

test("the slim entry has it on servers only, and says so on pages", async () => {
  const onServer = await import("ivs-wasm/slim");
  assert.ok(new onServer.IvsClient(OFFLINE).middlewareStack.identify().length > 0);
  const { IvsClient } = await import(file("slim.js"));
  assert.throws(() => new IvsClient(OFFLINE).middlewareStack, /ivs-wasm\/slim has none/);
});

test("Node has it, and the page of the guide works there, too", async () => {
  assert.equal(await sent(await page({ "ivs-wasm": import.meta.resolve("ivs-wasm"), "ivs-wasm/middleware": import.meta.resolve("ivs-wasm/middleware") })), "mine");
});

for (const name of ["server.js", "index.cjs", "node.cjs"]) {
  test(`${name} has it`, async () => {
    const { IvsClient } = name.endsWith(".cjs") ? require(new URL(file(name)).pathname) : await import(file(name));
    const fetching = recording(answering());
    const client = new IvsClient({ ...OFFLINE, fetch: fetching });
    client.middlewareStack.add((/** @type {any} */ next) => async (/** @type {any} */ args) => next({ ...args, request: { ...args.request, path: "/base" } }), { step: "build" });
    await client.getChannel({ arn: "a" });
    assert.equal(fetching.last().url.pathname, "/base");
  });
}
