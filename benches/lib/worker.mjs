// @ts-check
// A process with one contender in it. It does what its parent asks for, and answers with the time that took: `wall` and `cpu`, in
// microseconds.

import { clients } from "./clients.mjs";
import { signers } from "./signers.mjs";

/** @type {WebAssembly.Memory | undefined} the memory of the wasm, which nothing tells otherwise */
let linear;
WebAssembly.Instance = new Proxy(WebAssembly.Instance, {
  construct(Instance, parameters, made) {
    const instance = Reflect.construct(Instance, parameters, made);
    // The exports' names are shortened.
    linear = /** @type {any} */ (Object.values(instance.exports).find((it) => it instanceof WebAssembly.Memory)) ?? linear;
    return instance;
  },
});

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
  memory() {
    globalThis.gc?.();
    globalThis.gc?.();
    const { rss, heapUsed, external } = process.memoryUsage();
    return { rss, heapUsed, external, wasm: linear?.buffer.byteLength ?? 0 };
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
