// @ts-check
// Runtimes in which the wasm cannot be compiled.

import assert from "node:assert/strict";
import { test } from "node:test";
import { node } from "./behave.mjs";

const CALL = `
  const config = { region: "us-west-2", credentials: { accessKeyId: "AKID", secretAccessKey: "x" }, fetch: async () => new Response("{}") };
  const ivs = new IvsClient(config);
  const call = () => ivs.listChannels({}).then(({ $metadata }) => $metadata.httpStatusCode, (error) => [String(error), error instanceof WebAssemblyError, String(error.cause)]);
  const url = "https://ivs.us-west-2.amazonaws.com/";
  const sign = () => signRequest({ method: "POST", url }, { ...config, service: "ivs" }).then(({ url }) => url, String);
`;
const ERROR = "WebAssemblyError: cannot compile WebAssembly: there is none here";

for (const load of ['await import("ivs-wasm")', '(await import("node:module")).createRequire(process.cwd() + "/x.js")("ivs-wasm")']) {
  test(`a runtime without WebAssembly gets a clear error, and a later call tries again: ${load.includes("createRequire") ? "require" : "import"}`, async () => {
    const printed = await node(`
      const { WebAssembly } = globalThis;
      delete globalThis.WebAssembly;
      const { IvsClient, WebAssemblyError, signRequest } = ${load};
      ${CALL}
      const without = [await call(), await call(), await sign()];
      globalThis.WebAssembly = WebAssembly;
      console.log(JSON.stringify([...without, await call(), await sign()]));
    `);
    const failed = [ERROR, true, "ReferenceError: WebAssembly is not defined"];
    assert.deepEqual(JSON.parse(printed), [failed, failed, ERROR, 200, "https://ivs.us-west-2.amazonaws.com/"]);
  });
}
