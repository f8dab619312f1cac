// Stands in for the file of this name in Node: there, node:http and node:https cost less than half of what `fetch` does. The results are
// the same; see docs/decisions/0008-node-transport.md.
import type { Agent } from "node:http";
import type { Transport } from "../config.js";
import { field, invalid } from "../read.js";
import { keepingAgent } from "./kept-connections.js";
import { type Route, sendByNode } from "./node-request.js";
import { takesLightSignals, withAbortSignal } from "./request-controller.js";

const MODULES = { "http:": () => import("node:http"), "https:": () => import("node:https") };
type Protocol = keyof typeof MODULES;

/** By protocol, for all clients and as long as the program runs. */
const routes: Partial<Record<Protocol, Route>> = {};

let seen: unknown;
let isNative = true;

/** What sends requests where the configuration has no `fetch`. */
export function defaultTransport(config: object): Transport {
  const agent = field(config, "config", "agent") as Agent | undefined;
  if (agent !== undefined && typeof field(agent, "config.agent", "addRequest") !== "function") {
    throw invalid("config.agent", "expected an Agent of node:http or node:https, or another that does their work");
  }
  return takesLightSignals((url, init) => {
    if (agent === undefined && isReplaced(globalThis.fetch)) return globalThis.fetch(url, withAbortSignal(init));
    const protocol = url.slice(0, url.indexOf("/")) as Protocol;
    const route = routes[protocol];
    return route
      ? sendByNode(route, agent, url, init)
      : open(protocol).then((route) => sendByNode(route, agent, url, init));
  });
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
