// Connections that are kept alive between requests, and when they are not used any more.
import type { Agent, AgentOptions } from "node:http";
import type { Duplex } from "node:stream";

/**
 * Connections to one origin at the same time; a call beyond waits for one. It is as many as Node keeps of those that are idle: more would
 * be opened and closed for each round of calls.
 */
const CONNECTIONS = 256;

/**
 * Milliseconds after which an idle connection is closed: half of those after which AWS's load balancers close it, unless they are
 * configured otherwise. A server that announces fewer (`Keep-Alive: timeout=5`) has its connections closed before it does that itself.
 */
export const IDLE_LIMIT = 30_000;

/** An agent that keeps connections alive. */
export function keepingAgent(module: { Agent: new (options: AgentOptions) => Agent }, options: AgentOptions): Agent {
  const agent = new module.Agent({
    ...options,
    keepAlive: true,
    scheduling: "lifo",
    maxSockets: CONNECTIONS,
    timeout: IDLE_LIMIT,
  });
  const { keepSocketAlive, reuseSocket } = agent;
  agent.keepSocketAlive = (socket) => {
    socket.once("data", closeUnasked);
    return keepSocketAlive.call(agent, socket);
  };
  agent.reuseSocket = (socket, request) => {
    socket.removeListener("data", closeUnasked);
    reuseSocket.call(agent, socket, request);
  };
  return agent;
}

/** Closes a connection on which a server says something unasked: the rest of that would be read as the next request's answer. */
function closeUnasked(this: Duplex): void {
  this.destroy();
}

/** Closes the connections that are idle. */
export function closeIdle({ freeSockets }: Agent): void {
  for (const sockets of Object.values(freeSockets)) {
    for (const socket of sockets ?? []) socket.destroy();
  }
}
