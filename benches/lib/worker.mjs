// @ts-check
// A process with one contender. It performs its parent's tasks and replies with their results; times are in
// microseconds.

import { getHeapCodeStatistics } from "node:v8";
import { clients } from "./clients.mjs";
import { signers } from "./signers.mjs";

/** Bytes of machine code before anything is loaded: Node's own, most of it outside the heap. */
const BUILT_IN = getHeapCodeStatistics().code_and_metadata_size;

/** @type {WebAssembly.Memory | undefined} the memory of the client's wasm, which no API of Node reports */
let memory;
const { instantiate, Instance } = WebAssembly;
const withMemory = (/** @type {any} */ instance) => {
  // By type, because the names of exports are the build's.
  memory = Object.values(instance.exports).find((value) => value instanceof WebAssembly.Memory);
  return instance;
};
WebAssembly.instantiate = /** @type {any} */ (
  async (/** @type {any} */ module, /** @type {any} */ imports) => {
    const result = /** @type {any} */ (await instantiate(module, imports));
    withMemory(result.instance ?? result);
    return result;
  }
);
WebAssembly.Instance = new Proxy(Instance, {
  construct: (target, [module, imports]) => withMemory(new target(module, imports)),
});

/** @type {(index: number) => any} what `run` repeats */
let step = () => {};

/** @type {import("./clients.mjs").Request} what the calls of a client send */
let request;

/** A new second for each signature, all on one day, so that one signing key serves them all. */
const dateOf = (/** @type {number} */ index) => new Date(Date.UTC(2026, 0, 1) + (index % 86_400) * 1000);

/** @type {Record<string, (parameters: any) => any>} */
const tasks = {
  /** Loads a signer, and returns its signature of one fixed time. */
  async signer({ name }) {
    const sign = await signers[name]();
    step = (index) => sign(dateOf(index));
    return sign(dateOf(1));
  },
  /** Loads a client, which `run` makes calls with. */
  async client({ name, endpoint }) {
    const call = await clients[name](endpoint);
    step = () => call(request);
  },
  /** Wall and processor time of each of `count` signatures or calls. */
  async run({ count, inFlight = 1, call }) {
    if (call) request = call;
    let next = 0;
    const lane = async () => {
      while (next < count) {
        const result = step(next++);
        // A synchronous signer is not charged for awaiting a promise.
        if (result instanceof Promise) await result;
      }
    };
    const cpu = process.cpuUsage();
    const began = process.hrtime.bigint();
    await Promise.all(Array.from({ length: inFlight }, lane));
    const wall = Number(process.hrtime.bigint() - began) / 1000;
    const { user, system } = process.cpuUsage(cpu);
    return { wall: wall / count, cpu: (user + system) / count };
  },
  async memory() {
    for (let i = 0; i < 3; i++) {
      globalThis.gc?.();
      // Finalisation callbacks run in a later task; what they release is collected by the next collection.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    // Machine code that V8 has compiled since.
    const compiled = getHeapCodeStatistics().code_and_metadata_size - BUILT_IN;
    return { rss, heapUsed, external, compiled, wasm: memory?.buffer.byteLength ?? 0 };
  },
};

process.on("message", async (/** @type {any} */ { task, ...parameters }) => {
  try {
    process.send?.({ result: await tasks[task](parameters) });
  } catch (error) {
    process.send?.({ error: /** @type {any} */ (error)?.stack ?? String(error) });
  }
});
process.on("disconnect", () => process.exit());
