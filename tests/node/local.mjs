// @ts-check
// Starts one `ivs-local` for one test file and drives its simulated encoder.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { createInterface } from "node:readline";

const FALLBACK = fileURLToPath(
  new URL(`../../target/debug/ivs-local${process.platform === "win32" ? ".exe" : ""}`, import.meta.url),
);
const START_TIMEOUT = 20_000;
const SIGNALS = /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/**
 * A running `ivs-local`.
 *
 * @typedef {object} Local
 * @property {string} endpoint origin of the API, for `new IvsClient({ endpoint })`
 * @property {string} region
 * @property {{ accessKeyId: string, secretAccessKey: string }} credentials
 * @property {string | null} page address of the demo page; null without `--www`
 * @property {(streamKey: string, options?: { health?: string, viewerCount?: number }) => Promise<{ channelArn: string, streamId: string }>} goLive
 *   starts the simulated encoder with a stream key's value
 * @property {(streamKey: string) => Promise<void>} goOffline stops it
 * @property {(channelArn: string) => Promise<{ at: unknown, metadata: string }[]>} metadata timed metadata of the live stream
 * @property {number} pid of its process
 * @property {() => string} log what the server wrote to stderr so far
 * @property {() => Promise<void>} stop
 */

/** @returns {string} the path of the server's binary */
function binary() {
  const path = process.env.IVS_LOCAL || FALLBACK;
  if (existsSync(path)) return path;
  throw new Error(
    process.env.IVS_LOCAL
      ? `IVS_LOCAL names ${path}, which does not exist: run \`cargo xtask test\`, which builds and names it`
      : `no ivs-local: IVS_LOCAL is not set and ${FALLBACK} does not exist; run \`cargo xtask test\``,
  );
}

/**
 * Starts `ivs-local --port 0 --json` and resolves once it listens. The child dies with this process.
 *
 * @param {string[]} [args] further arguments, e.g. `["--www", "www"]`
 * @param {string[]} [command] another program than the server's binary, with its first arguments
 * @returns {Promise<Local>}
 */
export async function startLocal(args = [], command = [binary()]) {
  const [path = "", ...first] = command;
  const child = spawn(path, [...first, "--port", "0", "--json", ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let log = "";
  child.stderr.setEncoding("utf8").on("data", (text) => (log = (log + text).slice(-100_000)));
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  /** A signal ends this process without an exit event. @param {NodeJS.Signals} signal */
  const killed = (signal) => {
    kill();
    process.kill(process.pid, signal);
  };
  for (const signal of SIGNALS) process.once(signal, killed);
  const exited = new Promise((resolve) => child.once("close", resolve));

  const started = await new Promise((resolve, reject) => {
    const fail = (/** @type {string} */ why) => {
      clearTimeout(timer);
      kill();
      reject(new Error(`${path} ${why}${log ? `; its stderr:\n${log}` : ""}`));
    };
    const timer = setTimeout(() => fail(`printed no JSON line within ${START_TIMEOUT / 1000} s`), START_TIMEOUT);
    child.once("error", (error) => fail(`did not start: ${error.message}`));
    child.once("close", (code, signal) => fail(`ended with ${signal ?? code} before it listened`));
    createInterface({ input: child.stdout }).once("line", (line) => {
      try {
        const value = JSON.parse(line);
        clearTimeout(timer);
        resolve(value);
      } catch {
        fail(`printed this instead of a line of JSON: ${line}`);
      }
    });
  });
  // Neither the child nor its pipes may keep a finished test file alive, except while `stop` waits for the exit.
  const handles = /** @type {any[]} */ ([child, child.stdout, child.stderr]);
  for (const handle of handles) handle.unref();

  const { endpoint, region, accessKeyId, secretAccessKey, page } = started;
  const encoder = async (/** @type {string} */ action, /** @type {object} */ body) => {
    const response = await fetch(new URL(`/_local/encoder/${action}`, endpoint), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`encoder ${action}: ${response.status} ${text}\n${log}`);
    return JSON.parse(text);
  };
  return {
    endpoint,
    region,
    credentials: { accessKeyId, secretAccessKey },
    page: page ?? null,
    goLive: (streamKey, options = {}) => encoder("start", { streamKey, ...options }),
    goOffline: (streamKey) => encoder("stop", { streamKey }),
    async metadata(channelArn) {
      const url = new URL("/_local/encoder/metadata", endpoint);
      url.searchParams.set("channelArn", channelArn);
      const response = await fetch(url);
      const text = await response.text();
      if (!response.ok) throw new Error(`encoder metadata: ${response.status} ${text}`);
      return JSON.parse(text).metadata;
    },
    pid: /** @type {number} */ (child.pid),
    log: () => log,
    async stop() {
      process.removeListener("exit", kill);
      for (const signal of SIGNALS) process.removeListener(signal, killed);
      for (const handle of handles) handle.ref();
      kill();
      await exited;
    },
  };
}
