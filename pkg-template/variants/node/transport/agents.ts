// Which agent opens the connections: `config.agent`, or one of a request handler's options, whose timeouts it applies.
import type { Agent, AgentOptions, ClientRequest } from "node:http";
import type { Members } from "../config.js";
import { TimeoutError } from "../errors/client-errors.js";
import { field, fieldNames, invalid, number, object } from "../read.js";
import type { Route } from "./node-request.js";

export type Protocol = "http:" | "https:";

/** The agents of a configuration. */
export interface Agents {
  /** The one for a route's requests. */
  of(protocol: Protocol, route: Route): Agent;
  destroy(): void;
}

const PATH = "config.requestHandler";

/** The options that it knows; some say nothing about how a request is sent, and a request that takes too long always fails. */
export const HANDLER_OPTIONS: readonly string[] = [
  "httpAgent",
  "httpsAgent",
  "connectionTimeout",
  "socketTimeout",
  "throwOnRequestTimeout",
  "socketAcquisitionWarningTimeout",
  "logger",
];

/** Milliseconds; 0 for no limit. */
interface Timeouts {
  connection: number;
  socket: number;
}

/**
 * Reads the agents and timeouts that a configuration has; nothing, where it has none.
 * @param options those of a `NodeHttpHandler`
 */
export function readAgents(config: Members, options: Members): Agents | undefined {
  const { httpAgent, httpsAgent } = options;
  const timeouts = {
    connection: number(options, PATH, "connectionTimeout", 0) ?? 0,
    socket: number(options, PATH, "socketTimeout", 0) ?? 0,
  };
  const { agent } = config;
  if (agent !== undefined && !isAgent(agent, "config.agent")) throw noAgent("config.agent");
  if (agent !== undefined && (httpAgent ?? httpsAgent) !== undefined)
    throw invalid(PATH, "cannot have agents beside `agent`");
  const given = {
    "http:": agent ?? readAgent(httpAgent, `${PATH}.httpAgent`),
    "https:": agent ?? readAgent(httpsAgent, `${PATH}.httpsAgent`),
  };
  if (!given["http:"] && !given["https:"] && !timeouts.connection && !timeouts.socket) return undefined;

  const agents: Partial<Record<Protocol, Agent>> = {};
  return {
    of(protocol, route) {
      agents[protocol] ??= withTimeouts(agentFor(given[protocol], route), timeouts);
      return agents[protocol];
    },
    destroy() {
      for (const protocol of ["http:", "https:"] as const) if (given[protocol]) agents[protocol]?.destroy();
    },
  };
}

/** An agent, or a copy of the options of one. */
function readAgent(given: unknown, path: string): object | undefined {
  if (given === undefined) return undefined;
  const agent = object(given, path);
  if (isAgent(agent, path)) return agent;
  if (typeof field(agent, path, "destroy") === "function") throw noAgent(path);
  return Object.fromEntries(fieldNames(agent, path).map((name) => [name, field(agent, path, name)]));
}

function isAgent(agent: unknown, path: string): agent is Agent {
  return typeof agent === "object" && agent !== null && typeof field(agent, path, "addRequest") === "function";
}

function noAgent(path: string): Error {
  return invalid(path, "expected an Agent of node:http or node:https, or another that does their work");
}

/** The agent that was given, or one of the options that were; the route's own, where neither was. */
function agentFor(given: object | undefined, { module, agent }: Route): Agent {
  if (!given) return agent;
  if (isAgent(given, PATH)) return given;
  // As the SDK's handler makes them, and by the proxies that the environment names where the route's own goes by them.
  const { proxyEnv } = (agent as Agent & { options: { proxyEnv?: object } }).options;
  return new module.Agent({ keepAlive: true, maxSockets: 50, ...(proxyEnv && { proxyEnv }), ...given } as AgentOptions);
}

/** An agent whose requests have these limits; what it knows of connections is that of the one given. */
function withTimeouts(agent: Agent, timeouts: Timeouts): Agent {
  if (!timeouts.connection && !timeouts.socket) return agent;
  const { addRequest } = agent as Agent & { addRequest(request: ClientRequest, options: object): void };
  return Object.assign(Object.create(agent) as Agent, {
    addRequest(request: ClientRequest, options: object) {
      limit(request, timeouts);
      addRequest.call(agent, request, options);
    },
    destroy: () => agent.destroy(),
  });
}

function limit(request: ClientRequest, { connection, socket: idle }: Timeouts): void {
  if (idle) {
    request.setTimeout(idle, () => {
      request.destroy(new TimeoutError(`nothing came or went for ${idle} ms (socketTimeout)`));
    });
  }
  if (!connection) return;
  const timer = setTimeout(() => {
    request.destroy(new TimeoutError(`no connection within ${connection} ms (connectionTimeout)`));
  }, connection);
  const stop = () => clearTimeout(timer);
  request.once("close", stop);
  request.once("socket", (socket) => {
    if (socket.connecting) socket.once("connect", stop);
    else stop();
  });
}
