// @ts-check
// The processes of a measurement. Clients share the first processor and the server has the second, so that neither
// waits for the other and every client runs under the same conditions.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const pinned = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** How clients and server share the machine, for the report. */
export const placement = pinned
  ? "clients on the first processor, the server on the second (`taskset`)"
  : "clients and server not bound to a processor";

/**
 * Starts a script of this folder in a process of its own, which exchanges messages with this one.
 * @param {string} file
 * @param {"client" | "server"} side
 * @param {string[]} [flags] for Node
 * @param {string[]} [args] for the script
 */
export function start(file, side, flags = [], args = []) {
  const command = [process.execPath, ...flags, fileURLToPath(new URL(file, import.meta.url)), ...args];
  if (pinned) command.unshift("taskset", "--cpu-list", side === "client" ? "0" : "1");
  return spawn(command[0], command.slice(1), { stdio: ["ignore", "inherit", "inherit", "ipc"], env: environment() });
}

/** Without the developer's AWS configuration and proxies. */
export function environment() {
  const names = Object.keys(process.env).filter((name) => !/^AWS_|proxy/i.test(name));
  const kept = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  // The SDK warns of old versions of Node.
  return { ...kept, AWS_EC2_METADATA_DISABLED: "true", NODE_NO_WARNINGS: "1" };
}

/** A contender in a process of its own, on the clients' processor or on the server's. */
export class Contender {
  #process;
  #ended;

  /**
   * @param {string} name
   * @param {{ side?: "client" | "server", flags?: string[] }} [options]
   */
  constructor(name, { side = "client", flags = [] } = {}) {
    this.name = name;
    this.#process = start("./worker.mjs", side, flags);
    this.#ended = once(this.#process, "exit").then(() => ({ error: "its process ended" }));
  }

  /** Sends a task and returns its result. */
  async ask(/** @type {string} */ task, /** @type {any} */ parameters = {}) {
    this.#process.send({ task, ...parameters });
    const answer = once(this.#process, "message").then(([message]) => message);
    const { result, error } = await Promise.race([answer, this.#ended]);
    if (error) throw new Error(`${this.name}: ${error}`);
    return result;
  }

  stop() {
    this.#process.kill();
  }
}

/**
 * Runs `use` with a new process for each contender.
 * @template T
 * @param {string[]} names
 * @param {(ask: (name: string, task: string, parameters?: any) => Promise<any>) => Promise<T>} use
 * @returns {Promise<T>}
 */
export async function withContenders(names, use) {
  const contenders = new Map(names.map((name) => [name, new Contender(name)]));
  try {
    return await use((name, task, parameters) => /** @type {Contender} */ (contenders.get(name)).ask(task, parameters));
  } finally {
    for (const contender of contenders.values()) contender.stop();
  }
}

/** The server of canned responses. */
export async function startServer() {
  const server = start("./server.mjs", "server");
  const [port] = await once(server, "message");
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.kill() };
}
