// @ts-check
// The clients that are measured, each loaded only by the process that measures it. Those that sign nothing and check nothing show
// what the way to the server and back costs alone.

import { Agent, request } from "node:http";
import { CREDENTIALS, REGION } from "./account.mjs";

/** @typedef {{ operation: "GetChannel" | "ListChannels" | "CreateChannel", input: any }} Wanted */
/** @typedef {(wanted: Wanted) => Promise<any>} Call */

/** @type {Record<string, (endpoint: string) => Promise<Call>>} */
export const clients = {
  "ivs-wasm": (endpoint) => ours(endpoint, {}),
  "ivs-wasm, fetch": (endpoint) => ours(endpoint, { fetch: globalThis.fetch }),
  async "@aws-sdk/client-ivs"(endpoint) {
    const { IvsClient, GetChannelCommand, ListChannelsCommand, CreateChannelCommand } = await import("@aws-sdk/client-ivs");
    const client = new IvsClient({ region: REGION, credentials: CREDENTIALS, endpoint });
    /** @type {any} */
    const commands = { GetChannel: GetChannelCommand, ListChannels: ListChannelsCommand, CreateChannel: CreateChannelCommand };
    return ({ operation, input }) => client.send(new commands[operation](input));
  },
  async aws4fetch(endpoint) {
    const { AwsClient } = await import("aws4fetch");
    const client = new AwsClient({ ...CREDENTIALS, region: REGION, service: "ivs" });
    return async ({ operation, input }) => {
      const response = await client.fetch(`${endpoint}/${operation}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      return response.json();
    };
  },
  async "fetch, unsigned"(endpoint) {
    return async ({ operation, input }) => {
      const response = await fetch(`${endpoint}/${operation}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(input),
      });
      return response.json();
    };
  },
  async "node:http, unsigned"(endpoint) {
    const agent = new Agent({ keepAlive: true });
    return ({ operation, input }) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(input);
        const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
        const sent = request(`${endpoint}/${operation}`, { agent, method: "POST", headers }, (response) => {
          /** @type {Buffer[]} */
          const parts = [];
          response.on("data", (part) => parts.push(part));
          response.on("end", () => resolve(JSON.parse(Buffer.concat(parts).toString())));
          response.on("error", reject);
        });
        sent.on("error", reject);
        sent.end(body);
      });
  },
};

async function ours(/** @type {string} */ endpoint, /** @type {any} */ more) {
  const { IvsClient } = await import("ivs-wasm");
  const client = new IvsClient({ region: REGION, credentials: CREDENTIALS, endpoint, ...more });
  /** @type {Record<string, (input: any) => Promise<any>>} */
  const methods = {
    GetChannel: (input) => client.getChannel(input),
    ListChannels: (input) => client.listChannels(input),
    CreateChannel: (input) => client.createChannel(input),
  };
  return (/** @type {Wanted} */ { operation, input }) => methods[operation](input);
}
