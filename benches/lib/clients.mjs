// @ts-check
// The clients that are measured, each loaded only by the process that measures it. The unsigned ones neither sign nor
// validate: they show what the transport alone costs.

import { Agent, request } from "node:http";
import { CREDENTIALS, REGION } from "./account.mjs";
import { BEFORE, OURS, SDK, beforeCommit } from "./packages.mjs";

export const NODE_HTTP = "node:http, unsigned";

/** @typedef {{ operation: "GetChannel" | "ListChannels" | "CreateChannel", input: any }} Request */
/** @typedef {(request: Request) => Promise<any>} Call */

/** @type {Record<string, (endpoint: string) => Promise<Call>>} */
export const clients = {
  [OURS]: (endpoint) => ours(OURS, endpoint),
  ...(beforeCommit && { [BEFORE]: (endpoint) => ours(BEFORE, endpoint) }),
  async [SDK](endpoint) {
    const { IvsClient, GetChannelCommand, ListChannelsCommand, CreateChannelCommand } = await import(SDK);
    const client = new IvsClient({ region: REGION, credentials: CREDENTIALS, endpoint });
    /** @type {any} */
    const commands = {
      GetChannel: GetChannelCommand,
      ListChannels: ListChannelsCommand,
      CreateChannel: CreateChannelCommand,
    };
    return ({ operation, input }) => client.send(new commands[operation](input));
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
  async [NODE_HTTP](endpoint) {
    const agent = new Agent({ keepAlive: true });
    return ({ operation, input }) =>
      new Promise((resolve, reject) => {
        const body = JSON.stringify(input);
        const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
        const outgoing = request(`${endpoint}/${operation}`, { agent, method: "POST", headers }, (response) => {
          /** @type {Buffer[]} */
          const chunks = [];
          response.on("data", (chunk) => chunks.push(chunk));
          response.on("end", () => resolve(JSON.parse(Buffer.concat(chunks).toString())));
          response.on("error", reject);
        });
        outgoing.on("error", reject);
        outgoing.end(body);
      });
  },
};

/** @returns {Promise<Call>} */
async function ours(/** @type {string} */ name, /** @type {string} */ endpoint) {
  const { IvsClient } = await import(name);
  const client = new IvsClient({ region: REGION, credentials: CREDENTIALS, endpoint });
  /** @type {Record<string, (input: any) => Promise<any>>} */
  const methods = {
    GetChannel: (input) => client.getChannel(input),
    ListChannels: (input) => client.listChannels(input),
    CreateChannel: (input) => client.createChannel(input),
  };
  return ({ operation, input }) => methods[operation](input);
}
