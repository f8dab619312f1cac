// @ts-check
// Programs as children of this process: they have a time limit, and are killed with it.

import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";

/** What xtask installed: the tools, and a user's project. */
const TOOLS = new URL("../../target/runtimes/", import.meta.url);
export const PROJECT = new URL("project/", TOOLS);

/** Milliseconds; longer than any working program takes on a busy machine. */
const PATIENCE = 300_000;

const { platform, arch } = process;
const SIGNALS = /** @type {NodeJS.Signals[]} */ (["SIGINT", "SIGTERM", "SIGHUP"]);

/** @param {string} path below the `node_modules` of the tools */
export const tool = (path) => fileURLToPath(new URL(`node_modules/${path}`, TOOLS));

/** @param {string} variable that may name another program @param {string} path of npm's */
function program(variable, path) {
  const found = process.env[variable] || tool(path);
  if (existsSync(found)) return found;
  throw new Error(`npm has no such program for ${platform} on ${arch} (${found}): name one by ${variable}`);
}

/** @param {number} major */
export const node = (major) => program(`NODE_${major}`, `node-${major}-${platform}-${arch}/bin/node`);
export const deno = () => program("DENO", `@deno/${platform}-${arch}${platform === "linux" ? "-glibc" : ""}/deno`);
export const bun = () => program("BUN", `@oven/bun-${platform}-${arch === "arm64" ? "aarch64" : arch}/bin/bun`);

/**
 * The environment without the developer's own account and settings.
 *
 * @param {Record<string, string>} [more]
 */
export function environment(more = {}) {
  const kept = Object.entries(process.env).filter(([name]) => !/^(AWS_|NODE_|npm_|CI$|FORCE_COLOR$|DISPLAY$|WAYLAND_)/.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: "1", HOME: fileURLToPath(PROJECT), ...more };
}

/**
 * @typedef {object} Child
 * @property {() => string} printed what it printed on both streams
 * @property {number} patience milliseconds until it counts as hanging
 * @property {Promise<number | string | null>} ended with this status or signal
 * @property {() => Promise<void>} kill kills it with all that it started
 */

/**
 * @param {string} path
 * @param {string[]} args
 * @param {{ folder?: string, variables?: Record<string, string>, patience?: number }} [options] `folder` below the project
 * @returns {Child}
 */
export function start(path, args, { folder = "", variables, patience = PATIENCE } = {}) {
  const child = spawn(path, args, {
    cwd: new URL(folder, PROJECT),
    env: environment(variables),
    stdio: ["ignore", "pipe", "pipe"],
    // Leader of a group, by which its children are killed as well.
    detached: true,
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (text) => (printed += text));
  const killGroup = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // All of them have ended.
    }
  };
  const killed = (/** @type {NodeJS.Signals} */ signal) => {
    killGroup();
    process.kill(process.pid, signal);
  };
  process.once("exit", killGroup);
  for (const signal of SIGNALS) process.once(signal, killed);
  /** @type {Child["ended"]} */
  const ended = new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${path} did not start: ${error.message}`)));
    child.once("close", (code, signal) => resolve(signal ?? code));
  }).finally(() => {
    process.removeListener("exit", killGroup);
    for (const signal of SIGNALS) process.removeListener(signal, killed);
  });
  // A failure is seen by those who wait for the end, or for what the program did not do.
  ended.catch(() => {});
  return {
    printed: () => printed,
    patience,
    ended,
    async kill() {
      killGroup();
      await ended;
    },
  };
}

/**
 * Waits for something that a running program does, up to its time limit.
 *
 * @template T
 * @param {Child} child
 * @param {string} what
 * @param {Promise<T>} something
 * @returns {Promise<T>}
 */
export async function within(child, what, something) {
  const failed = (/** @type {string} */ how) => Promise.reject(new Error(`${how} without ${what}; it printed:\n${child.printed()}`));
  const stop = new AbortController();
  const late = setTimeout(child.patience, undefined, { signal: stop.signal }).then(() => failed(`${child.patience / 1000} s passed`));
  const over = child.ended.then((status) => failed(`it ended with ${status}`));
  for (const lost of [late, over]) lost.catch(() => {});
  try {
    return await Promise.race([something, late, over]);
  } finally {
    stop.abort();
  }
}

/**
 * What a program printed that exited by itself with status 0.
 *
 * @param {string} path
 * @param {string[]} args
 * @param {Parameters<typeof start>[2]} [options]
 */
export async function run(path, args, options) {
  const child = start(path, args, options);
  try {
    const status = await within(child, "an end", child.ended);
    if (status !== 0) throw new Error(`${path} ended with ${status}; it printed:\n${child.printed()}`);
    return child.printed();
  } finally {
    await child.kill();
  }
}

/**
 * The first match of a pattern in what a program prints while it runs.
 *
 * @param {Child} child
 * @param {RegExp} pattern with one group
 */
export async function printedBy(child, pattern) {
  const stop = new AbortController();
  const look = async () => {
    for (;;) {
      const found = pattern.exec(child.printed())?.[1];
      if (found !== undefined) return found;
      await setTimeout(50, undefined, { signal: stop.signal });
    }
  };
  const looking = look();
  looking.catch(() => {});
  try {
    return await within(child, String(pattern), looking);
  } finally {
    stop.abort();
  }
}
