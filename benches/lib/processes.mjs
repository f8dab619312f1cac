// @ts-check
// The processes of a measurement. Clients share the first processor, and the server has another, so that neither waits for the other
// and a round of one client is like a round of the next.

import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";

const pinned = availableParallelism() > 1 && spawnSync("taskset", ["--version"]).status === 0;

/** How clients and server share the machine, for the report. */
export const placement = pinned
  ? "clients on the first processor, the server on the second (`taskset`)"
  : "clients and server on whatever processor is free";

/**
 * A script of this folder in a process of its own, which can be sent messages.
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

/** The developer's own account and proxies are none of a measurement's business. */
export function environment() {
  const names = Object.keys(process.env).filter((name) => !/^AWS_|proxy/i.test(name));
  const kept = Object.fromEntries(names.map((name) => [name, process.env[name]]));
  // The SDK warns of old versions of Node.
  return { ...kept, AWS_EC2_METADATA_DISABLED: "true", NODE_NO_WARNINGS: "1" };
}

/** A contender in a process of its own. */
export class Contender {
  #process;
  #ended;

  constructor(/** @type {string} */ name, /** @type {string[]} */ flags = []) {
    this.name = name;
    this.#process = start("./worker.mjs", "client", flags);
    this.#ended = once(this.#process, "exit").then(() => ({ error: "its process ended" }));
  }

  /** What it answers. */
  async ask(/** @type {string} */ task, /** @type {any} */ request = {}) {
    this.#process.send({ task, ...request });
    const answered = once(this.#process, "message").then(([answer]) => answer);
    const { result, error } = await Promise.race([answered, this.#ended]);
    if (error) throw new Error(`${this.name}: ${error}`);
    return result;
  }

  stop() {
    this.#process.kill();
  }
}

/** The server of canned answers. */
export async function startServer() {
  const server = start("./server.mjs", "server");
  const [port] = await once(server, "message");
  return { endpoint: `http://127.0.0.1:${port}`, stop: () => server.kill() };
}
