// @ts-check
// A call by each entry of the package, and one by the global fetch.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import * as ivs from "ivs-wasm";
import * as slim from "ivs-wasm/slim";

const config = {
  endpoint: process.env.ENDPOINT,
  region: "us-west-2",
  credentials: { accessKeyId: "AKID", secretAccessKey: "secret" },
  customUserAgent: "my-app/1.2",
};
const require = createRequire(import.meta.url);
await slim.initialize(await WebAssembly.compile(await readFile(require.resolve("ivs-wasm/ivs_wasm.wasm"))));
const required = require("ivs-wasm");
const clients = {
  imported: new ivs.IvsClient(config),
  required: new required.IvsClient(config),
  fetch: new ivs.IvsClient({ ...config, fetch: globalThis.fetch }),
  slim: new slim.IvsClient(config),
};
for (const [name, client] of Object.entries(clients)) await client.listChannels({ filterByName: name });
