// @ts-check
// Stands in for ../transport.js in Node: there, node:http and node:https cost less than half of what `fetch` does. What they come to is
// the same; see docs/decisions/0008-node-transport.md.
import { send } from "./http.js";
import { field, invalid } from "./read.js";

/** @import { Init, Route } from "./http.js" */

const MODULES = { "http:": () => import("node:http"), "https:": () => import("node:https") };

/**
 * Connections to one origin at the same time; a call beyond waits for one. It is as many as Node keeps of those that are idle: more would
 * be opened and closed for each round of calls.
 */
const CONNECTIONS = 256;

/** @type {Record<string, Route>} by protocol, for all clients and as long as the program runs */
const routes = {};

/** @type {unknown} */
let seen;
let isNative = true;

/**
 * What sends requests where the configuration has no `fetch`.
 * @param {any} config
 * @returns {(url: string, init: Init) => Promise<any>}
 */
export function transport(config) {
  const agent = field(config, "config", "agent");
  if (agent !== undefined && typeof field(agent, "config.agent", "addRequest") !== "function") {
    throw invalid("config.agent", "expected an Agent of node:http or node:https, or another that does their work");
  }
  return (url, init) => {
    if (agent === undefined && isReplaced(globalThis.fetch)) return globalThis.fetch(url, init);
    const protocol = url.slice(0, url.indexOf("/"));
    const route = routes[protocol];
    return route ? send(route, agent, url, init) : open(protocol).then((route) => send(route, agent, url, init));
  };
}

/**
 * Whether `fetch` is another than Node's own: a mock, or one that somebody traces. Node's own is known by its text, because tests replace
 * it before they load this file, too.
 * @param {unknown} fetch
 */
function isReplaced(fetch) {
  if (fetch !== seen) {
    seen = fetch;
    isNative = typeof fetch !== "function" || /\blazyUndici\(\)|internal\/deps\/undici/.test(Function.prototype.toString.call(fetch));
  }
  return !isNative;
}

/** @param {string} protocol */
async function open(protocol) {
  const { default: module } = await MODULES[protocol]();
  // Node gives this option to its own agents where the environment asks for a proxy.
  const { proxyEnv } = module.globalAgent.options;
  const options = { keepAlive: true, scheduling: "lifo", maxSockets: CONNECTIONS, proxyEnv };
  return (routes[protocol] ??= { module, agent: new module.Agent(options) });
}
