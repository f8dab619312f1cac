// @ts-check
// Shared by the tests of behaviour: a service that plays a script, simulated time, and expected rejections.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { devNull } from "node:os";
import { inspect } from "node:util";
import { IvsClient } from "ivs-wasm";
import { OFFLINE } from "./wire.mjs";

/** @typedef {{ status?: number, code?: string, headers?: Record<string, string>, body?: string, thrown?: unknown, never?: boolean }} Play */
/** @typedef {{ url: string, init: any, headers: Headers, at: number }} Request what was sent, and when, by the clock of the test */

/**
 * A `config.fetch` that answers each request with the next response of a script, and repeats the last one.
 *
 * @param {(Play | ((request: Request) => Play))[]} script
 */
export function playing(...script) {
  /** @type {Request[]} */
  const requests = [];
  const fetching = async (/** @type {string} */ url, /** @type {any} */ init) => {
    const request = { url, init, headers: new Headers(init.headers), at: Date.now() };
    requests.push(request);
    const next = /** @type {Play | ((request: Request) => Play)} */ (script[Math.min(requests.length, script.length) - 1]);
    const { status = 200, code, headers = {}, body = "{}", never, ...rest } = typeof next === "function" ? next(request) : next;
    if (never) await new Promise(() => {});
    if ("thrown" in rest) throw rest.thrown;
    return new Response(body, { status, headers: { "x-amzn-requestid": `request-${requests.length}`, ...(code && { "x-amzn-errortype": code }), ...headers } });
  };
  return Object.assign(fetching, { requests });
}

/** @param {any} [config] @returns {any} */
export const offline = (config = {}) => new IvsClient({ ...OFFLINE, ...config });

/** @param {Promise<any>} promise @returns {Promise<any>} what it rejects with, whatever that is */
export async function rejection(promise) {
  let value;
  try {
    value = await promise;
  } catch (error) {
    return error;
  }
  return assert.fail(`resolved to ${inspect(value)}`);
}

/** The credentials of a number. */
export const numbered = (/** @type {number} */ number, /** @type {object} */ more = {}) => ({
  accessKeyId: `AKID${number}`,
  secretAccessKey: `secret-${number}`,
  sessionToken: `token-${number}`,
  ...more,
});

/**
 * Lets time pass only when something waits: `Date.now` stands still, and a timer fires as soon as nothing else is left to do, at
 * the time that it was set for. Where clients have no `requestTimeout`, the timers are the waits between attempts.
 *
 * @param {import("node:test").TestContext} context puts everything back when the test is over
 */
export function time(context, start = Date.UTC(2026, 10, 22)) {
  const real = { now: Date.now, setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
  const clock = { now: start, /** @type {number[]} */ waits: [] };
  /** @type {{ at: number, action: () => void }[]} */
  let timers = [];
  let going = false;
  const go = () => {
    going = timers.length > 0;
    if (!going) return;
    const first = timers.reduce((first, timer) => (timer.at < first.at ? timer : first));
    timers = timers.filter((timer) => timer !== first);
    clock.now = Math.max(clock.now, first.at);
    first.action();
    setImmediate(go);
  };
  Date.now = () => clock.now;
  globalThis.setTimeout = /** @type {any} */ (
    (/** @type {() => void} */ action, /** @type {number} */ delay = 0) => {
      // Connections of an earlier test have their own timers.
      if (new Error().stack?.includes("node:internal/deps/undici")) return real.setTimeout(action, delay);
      const timer = { at: clock.now + delay, action };
      clock.waits.push(delay);
      timers.push(timer);
      if (!going) {
        going = true;
        setImmediate(go);
      }
      return timer;
    }
  );
  globalThis.clearTimeout = /** @type {any} */ (
    (/** @type {any} */ timer) => (timers.includes(timer) ? void (timers = timers.filter((other) => other !== timer)) : real.clearTimeout(timer))
  );
  context.after(() => {
    Date.now = real.now;
    Object.assign(globalThis, { setTimeout: real.setTimeout, clearTimeout: real.clearTimeout });
  });
  return clock;
}

/** Keeps tests away from the files of the developer, and from the metadata of the machine. */
const NOBODY = { AWS_CONFIG_FILE: devNull, AWS_SHARED_CREDENTIALS_FILE: devNull, AWS_EC2_METADATA_DISABLED: "true" };
Object.assign(process.env, NOBODY);

/** The environment of this process without AWS's variables, and with others. */
export function environment(/** @type {Record<string, string>} */ more = {}) {
  return { ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith("AWS_"))), ...NOBODY, ...more };
}

/**
 * Runs a program to its end.
 *
 * @param {string} program
 * @param {string[]} args
 * @param {{ env?: Record<string, string | undefined>, cwd?: string }} [options]
 * @returns {Promise<string>} what it printed
 */
export async function run(program, args, options = {}) {
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], timeout: 60_000, ...options });
  let [printed, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  child.stderr.setEncoding("utf8").on("data", (text) => (errors += text));
  const [code, signal] = await new Promise((resolve, reject) => child.once("error", reject).once("close", (...ended) => resolve(ended)));
  assert.equal(signal ?? code, 0, `${program} ended with ${signal ?? code}:\n${printed}${errors}`);
  return printed;
}

/** Runs lines as a module of Node, beside the tests' packages. */
export const node = (/** @type {string} */ source, /** @type {Record<string, string>} */ env = {}) =>
  run(process.execPath, ["--input-type=module", "--eval", source], { env: environment(env), cwd: import.meta.dirname });
