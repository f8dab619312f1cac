// @ts-check
// `npx ivs-local`: the server that the package brings along.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";

const CLI = fileURLToPath(new URL("cli.js", import.meta.resolve("ivs-local")));

/** @param {string[]} args @param {Record<string, string>} [variables] */
function start(args, variables = {}) {
  const child = spawn(process.execPath, [CLI, ...args], { stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...variables } });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (log += text));
  const ended = once(child, "close").then(([code]) => code);
  return { child, ended, log: () => log };
}

/** @param {string[]} args @param {Record<string, string>} [variables] */
async function serve(args, variables) {
  const server = start(["--port", "0", "--json", ...args], variables);
  const [line] = await once(createInterface({ input: server.child.stdout }), "line");
  const { endpoint, region, accessKeyId, secretAccessKey, page } = JSON.parse(line);
  return { ...server, page, config: { endpoint, region, credentials: { accessKeyId, secretAccessKey } } };
}

test("it serves the API and the demo page, logs, and ends when told to", async (t) => {
  const before = performance.now();
  const { child, ended, log, page, config } = await serve(["--region", "eu-west-1", "--quota", "channel=1", "--seed", "3"]);
  t.after(() => child.kill("SIGKILL"));
  const ivs = new IvsClient(config);
  const { channel } = await ivs.createChannel({});
  t.diagnostic(`the first answer after ${Math.round(performance.now() - before)} ms`);
  assert.match(channel?.arn ?? "", /^arn:aws:ivs:eu-west-1:/);
  await assert.rejects(ivs.createChannel({}), { name: "ServiceQuotaExceededException" });
  const response = await fetch(page);
  assert.deepEqual([response.status, response.headers.get("content-type")], [200, "text/html; charset=utf-8"]);
  assert.match(await response.text(), /ivs-wasm/);
  for (const path of ["ivs-wasm/index.js", "style.css"]) assert.equal((await fetch(page + path)).status, 200, path);
  for (const path of ["../package.json", "%2e%2e/package.json", "..%2Fpackage.json", "%00", "%", "none"]) {
    assert.equal((await fetch(page + path)).status, 404, path);
  }
  // A reader of events does not keep it.
  const events = await fetch(`${config.endpoint}/_local/events`, { headers: { accept: "text/event-stream" } });
  child.kill("SIGINT");
  assert.equal(await ended, 0);
  await events.body?.cancel();
  const lines = log().trim().split("\n").map((line) => JSON.parse(line));
  assert.deepEqual([lines[0].path, lines[0].status, lines[1].error], ["/CreateChannel", 200, "ServiceQuotaExceededException"]);
});

test("a key is taken from the variables that the server in Rust has, too", async (t) => {
  const variables = { IVS_LOCAL_ACCESS_KEY_ID: "AKID", IVS_LOCAL_SECRET_ACCESS_KEY: "secret" };
  const { child, config } = await serve(["--no-www", "--log", "off", "--key", "READER=a=b,read-only"], variables);
  t.after(() => child.kill("SIGKILL"));
  assert.deepEqual(config.credentials, { accessKeyId: "AKID", secretAccessKey: "secret" });
  const reader = new IvsClient({ ...config, credentials: { accessKeyId: "READER", secretAccessKey: "a=b" } });
  assert.deepEqual((await reader.listChannels({})).channels, []);
  await assert.rejects(reader.createChannel({}), { name: "AccessDeniedException" });
});

test("an argument that cannot be ends it with a sentence", async () => {
  for (const [args, sentence] of /** @type {[string[], RegExp][]} */ ([
    [["--port", "x"], /^ivs-local: --port: must be a whole number/],
    [["--prot", "1"], /^ivs-local: Unknown option '--prot'/],
    [["--access-key-id", "a"], /^ivs-local: --access-key-id: /],
    [["--key", "a"], /^ivs-local: --key: write it as ID=SECRET/],
    [["--quota", "chanel=1"], /^ivs-local: quotas.chanel: /],
    [["--rates", "on"], /^ivs-local: --rates: must be off or aws/],
    [["--listen", "192.0.2.1"], /^ivs-local: cannot listen: /],
  ])) {
    const { ended, log } = start(args);
    assert.equal(await ended, 1, args.join(" "));
    assert.match(log(), sentence);
  }
});

test("with any key, pages of other sites are kept out; they cannot be by the signature", async (t) => {
  const { child, config } = await serve(["--no-www", "--log", "off", "--any-key"]);
  t.after(() => child.kill("SIGKILL"));
  const credentials = { accessKeyId: "any", secretAccessKey: "other" };
  for (const [origin, status] of /** @type {const} */ ([["http://localhost:3000", 200], ["https://evil.example", 403], ["null", 403]])) {
    /** @param {any} url @param {any} init */
    const fromPage = (url, init) => fetch(url, { ...init, headers: { ...init.headers, origin } });
    const listed = new IvsClient({ ...config, credentials, fetch: fromPage }).listChannels({});
    if (status === 200) assert.deepEqual((await listed).channels, []);
    else await assert.rejects(listed, { name: "AccessDeniedException" });
    const preflight = { method: "OPTIONS", headers: { origin, "access-control-request-method": "POST" } };
    const allowed = (await fetch(`${config.endpoint}/ListChannels`, preflight)).headers.get("access-control-allow-origin");
    assert.equal(allowed, status === 200 ? origin : null);
  }
});

test("the address that it listens on is one of its names", async (t) => {
  const { child, config } = await serve(["--no-www", "--log", "off", "--listen", "127.0.0.2"]);
  t.after(() => child.kill("SIGKILL"));
  assert.match(config.endpoint, /^http:\/\/127\.0\.0\.2:\d+$/);
  assert.equal((await fetch(`${config.endpoint}/_local/health`)).status, 200);
});
