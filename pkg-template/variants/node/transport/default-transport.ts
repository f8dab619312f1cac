// Stands in for the file of this name in Node: there, node:http and node:https cost less than half of what `fetch` does. The results are
// the same; see docs/decisions/0008-node-transport.md.
import type { Agent } from "node:http";
import type { Members, Transport } from "../config.js";
import { HANDLER_OPTIONS, type Protocol, readAgents } from "./agents.js";
import { keepingAgent } from "./kept-connections.js";
import { type Route, sendByNode } from "./node-request.js";
import { takesLightSignals, withAbortSignal } from "./request-controller.js";
import type { Sender } from "./request-handler.js";

export { HANDLER_OPTIONS };

const MODULES = { "http:": () => import("node:http"), "https:": () => import("node:https") };

/** By protocol, for all clients and as long as the program runs. */
const routes: Partial<Record<Protocol, Route>> = {};

let seen: unknown;
let isNative = true;

/**
 * What sends requests where the configuration has no `fetch`.
 * @param options of a request handler
 */
export function defaultTransport(config: Members, options: Members): Sender {
  const agents = readAgents(config, options);
  const transport: Transport = takesLightSignals((url, init) => {
    if (!agents && isReplaced(globalThis.fetch)) return globalThis.fetch(url, withAbortSignal(init));
    const protocol = url.slice(0, url.indexOf("/")) as Protocol;
    const route = routes[protocol];
    return route
      ? sendByNode(route, agents?.of(protocol, route), url, init)
      : open(protocol).then((route) => sendByNode(route, agents?.of(protocol, route), url, init));
  });
  return agents ? Object.assign(transport, { destroy: agents.destroy }) : transport;
}

/**
 * Whether `fetch` is another than Node's own: a mock, or one that is traced. Node's own is recognised by its text, because tests replace
 * it before they load this file, too.
 */
function isReplaced(fetch: unknown): boolean {
  if (fetch !== seen) {
    seen = fetch;
    const isNodes = (text: string) => /\blazyUndici\(\)|internal\/deps\/undici/.test(text);
    isNative = typeof fetch !== "function" || isNodes(Function.prototype.toString.call(fetch));
  }
  return !isNative;
}

async function open(protocol: Protocol): Promise<Route> {
  const { default: module } = await MODULES[protocol]();
  // Node gives this option to its own agents where the environment asks for a proxy.
  const { proxyEnv } = (module.globalAgent as Agent & { options: { proxyEnv?: object } }).options;
  routes[protocol] ??= { module, agent: keepingAgent(module, { proxyEnv } as object), usedAt: NaN };
  return routes[protocol];
}
