// @ts-check
// A process with one contender in it. It does what its parent asks for, and answers with the time that took: `wall` and `cpu`, in
// microseconds.

import { getHeapCodeStatistics } from "node:v8";
import { clients } from "./clients.mjs";
import { signers } from "./signers.mjs";

/** Bytes of machine code before anything is loaded: what Node comes with, most of it outside of the heap. */
const BUILT_IN = getHeapCodeStatistics().code_and_metadata_size;

/** @type {WebAssembly.Memory | undefined} the memory of the wasm, which nothing tells otherwise */
let linear;
const instantiate = WebAssembly.instantiate;
WebAssembly.instantiate = async (/** @type {any} */ module, /** @type {any} */ imports) => {
  const instance = /** @type {any} */ (await instantiate(module, imports));
  // The exports' names are shortened.
  linear = Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory);
  return instance;
};

/** @type {(index: number) => any} what is done again and again */
let step = () => {};

/** A minute of a day with as many signatures as one likes, so that the key is good for all of them. */
const dateOf = (/** @type {number} */ index) => new Date(Date.UTC(2026, 0, 1) + (index % 86_400) * 1000);

/** @type {Record<string, (request: any) => any>} */
const tasks = {
  /** Loads a signer, and answers with what it signs at one fixed time. */
  async signer({ name }) {
    const sign = await signers[name]();
    step = (index) => sign(dateOf(index));
    return sign(dateOf(1));
  },
  /** Loads a client; its steps are calls. */
  async client({ name, endpoint }) {
    const call = await clients[name](endpoint);
    step = () => call(wanted);
    return undefined;
  },
  async run({ count, inFlight = 1, call }) {
    if (call) wanted = call;
    let next = 0;
    const lane = async () => {
      while (next < count) {
        const done = step(next++);
        // What is not a promise is not awaited: a signer that needs no promise has no cost of one.
        if (done instanceof Promise) await done;
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
      // What a collection finds to be finalised is let go of in a later turn, and collected by the next one.
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const { rss, heapUsed, external } = process.memoryUsage();
    // Machine code that V8 made since, for what runs often.
    const compiled = getHeapCodeStatistics().code_and_metadata_size - BUILT_IN;
    return { rss, heapUsed, external, compiled, wasm: linear?.buffer.byteLength ?? 0 };
  },
};

/** @type {any} */
let wanted;

process.on("message", async (/** @type {any} */ { task, ...request }) => {
  try {
    process.send?.({ result: await tasks[task](request) });
  } catch (error) {
    process.send?.({ error: /** @type {any} */ (error)?.stack ?? String(error) });
  }
});
process.on("disconnect", () => process.exit());
