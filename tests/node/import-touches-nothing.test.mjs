// @ts-check
// Importing the package touches no global. What is missing is reported by the first call, and looked up anew by the next.

import assert from "node:assert/strict";
import { mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { environment, node, run } from "./behave.mjs";

const PACKAGE = fileURLToPath(new URL(".", import.meta.resolve("ivs-wasm")));

/** Loads a script of the package in a realm that has what the language has, and nothing else. @param {string} name @param {object} [globals] */
async function alone(name, globals = {}) {
  const path = join(PACKAGE, name);
  const module = { exports: /** @type {any} */ ({}) };
  const context = createContext({ module, exports: module.exports, require: createRequire(path), ...globals });
  runInContext(`"use strict"; delete globalThis.WebAssembly; delete globalThis.console;`, context);
  runInContext(`(function () { ${await readFile(path, "utf8")}\n})()`, context, { filename: path });
  return { ...module, context };
}

/** What the platform adds to the language. */
function platform() {
  const language = new Set(runInContext("Object.getOwnPropertyNames(globalThis)", createContext()));
  const names = Object.getOwnPropertyNames(globalThis).filter((name) => !language.has(name) && name !== "process");
  return Object.fromEntries(names.map((name) => [name, /** @type {any} */ (globalThis)[name]]).filter(([, value]) => typeof value === "function"));
}

describe("a realm with nothing but the language loads", () => {
  for (const name of ["index.cjs", "node.cjs", "slim.cjs"]) {
    test(name, async () => {
      const { exports } = await alone(name);
      assert.equal(typeof exports.IvsClient, "function");
      assert.equal(new exports.NetworkError("m").message, "m");
      assert.equal(new exports.GetChannelCommand({ arn: "a" }).input.arn, "a");
      assert.equal(exports.ChannelType.BasicChannelType, "BASIC");
    });
  }

  const DELETE = `
    const { log } = console;
    for (const name of Object.getOwnPropertyNames(globalThis)) if (/^(Text|URL|WebAssembly|Headers|Request|Response|Abort|DOMException|FinalizationRegistry|fetch|atob|btoa|queueMicrotask|setTimeout|clearTimeout|crypto|performance|navigator)/.test(name)) delete globalThis[name];`;
  for (const entry of ["node.js", "index.js"]) {
    test(entry, async () => {
      const { href } = new URL(entry, import.meta.resolve("ivs-wasm"));
      assert.equal(await node(`${DELETE} const { IvsClient } = await import(${JSON.stringify(href)}); log(typeof TextDecoder, typeof IvsClient);`), "undefined function\n");
    });
  }
});

describe("the first call says what is missing, and a later one works when it is there", () => {
  for (const missing of ["TextDecoder", "TextEncoder", "atob"]) {
    test(missing, async () => {
      const { exports, context } = await alone("index.cjs", platform());
      context.WebAssembly = WebAssembly;
      const given = context[missing];
      delete context[missing];
      const client = new exports.IvsClient({ region: "us-west-2", credentials: { accessKeyId: "a", secretAccessKey: "b" }, fetch: async () => new Response('{"channels":[]}') });
      const error = await client.listChannels({}).catch((/** @type {any} */ error) => error);
      assert.equal(error.name, "WebAssemblyError");
      assert.match(error.message, new RegExp(`${missing} is not defined`));
      context[missing] = given;
      assert.deepEqual((await client.listChannels({})).channels.length, 0);
    });
  }

  test("fetch", async () => {
    const said = await node(`delete globalThis.fetch; const { IvsClient } = await import(${JSON.stringify(new URL("index.js", import.meta.resolve("ivs-wasm")).href)});
      const error = await new IvsClient({ region: "us-west-2", maxAttempts: 1, credentials: { accessKeyId: "a", secretAccessKey: "b" } }).listChannels({}).catch((error) => error);
      console.log(error.name, error.message);`);
    assert.equal(said, "NetworkError no answer from the service: fetch is not defined\n");
  });
});

/** What Jest runs, in its simulation of a browser, which has no `TextDecoder`, no `TextEncoder` and no `fetch`. */
const IN_JEST = `
  const { IvsClient, ConflictException, signRequest } = require("ivs-wasm");
  const CONFIG = { region: "us-west-2", credentials: { accessKeyId: "a", secretAccessKey: "b" } };
  const answer = (status, text, type) => async () => ({ status, headers: { get: (name) => (name === "x-amzn-errortype" ? type : null) }, text: async () => text });

  test("there is none", () => {
    expect([typeof TextDecoder, typeof TextEncoder, typeof fetch, typeof document]).toEqual(["undefined", "undefined", "undefined", "object"]);
  });

  test("a call says what is missing", async () => {
    await expect(new IvsClient({ ...CONFIG, fetch: answer(200, "{}") }).listChannels({})).rejects.toThrow(/TextDecoder is not defined/);
  });

  test("calls work once it is there", async () => {
    Object.assign(globalThis, { TextDecoder: require("node:util").TextDecoder, TextEncoder: require("node:util").TextEncoder });
    const { channels } = await new IvsClient({ ...CONFIG, fetch: answer(200, '{"channels":[{"arn":"ü"}]}') }).listChannels({ filterByName: "ü" });
    expect(channels).toEqual([{ arn: "ü" }]);
    await expect(new IvsClient({ ...CONFIG, fetch: answer(409, '{"message":"busy"}', "ConflictException") }).createChannel({})).rejects.toThrow(ConflictException);
    const { headers } = await signRequest({ url: "https://example.com/", body: new Uint8Array(3) }, { credentials: CONFIG.credentials, region: "r", service: "s" });
    expect(headers.authorization).toMatch(/^AWS4-HMAC-SHA256 /);
  });

  test("an error of Node's core says what it says", async () => {
    const refused = () => new Promise((resolve, reject) => require("node:fs").readFile("/no/such/file", (error) => (error ? reject(error) : resolve())));
    const error = await new IvsClient({ ...CONFIG, maxAttempts: 1, fetch: refused }).listChannels({}).catch((error) => error);
    expect([error.name, error.code]).toEqual(["NetworkError", "ENOENT"]);
    expect(error.message).toMatch(/ENOENT: no such file/);
  });

  test("a provider's expiration is a date", async () => {
    const credentials = async () => ({ ...CONFIG.credentials, expiration: ofCore(new Date(Date.now() + 3600000)) });
    await expect(new IvsClient({ ...CONFIG, credentials, fetch: answer(200, "{}") }).listChannels({})).resolves.toBeDefined();
  });
  /** A copy that Node's core makes, in its own realm. */
  function ofCore(value) {
    return require("node:v8").deserialize(require("node:v8").serialize(value));
  }
`;

test("the package is loaded and works under jest-environment-jsdom", { timeout: 120_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "ivs-wasm-jest-"));
  try {
    await symlink(fileURLToPath(new URL("../../node_modules", import.meta.url)), join(folder, "node_modules"));
    await writeFile(join(folder, "package.json"), JSON.stringify({ jest: { testEnvironment: "jsdom", transform: {} } }));
    await writeFile(join(folder, "ivs.test.js"), IN_JEST);
    const jest = fileURLToPath(new URL("../../node_modules/jest/bin/jest.js", import.meta.url));
    const printed = await run(process.execPath, [jest, "--rootDir", folder, "--json", "--silent"], { cwd: folder, env: environment() });
    const { numPassedTests, numTotalTests } = JSON.parse(printed.slice(printed.indexOf("{")));
    assert.deepEqual([numPassedTests, numTotalTests], [5, 5]);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
