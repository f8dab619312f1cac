import { IvsClient } from "ivs-wasm";
import { expect, test, vi } from "vitest";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
// Node's own `Response` calls the global `queueMicrotask`, which here is the one that is replaced.
const answer = { status: 200, headers: { get: () => null }, text: async () => '{"channels":[]}' };
const client = () => new IvsClient({ region: "us-west-2", credentials, fetch: async () => answer });

test("calls settle under fake timers, and after them", async () => {
  // All but `nextTick`, without which Vitest's own processes do not work.
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "Date", "queueMicrotask"] });
  const ivs = client();
  expect((await ivs.listChannels({})).channels).toEqual([]);
  await Promise.all([ivs.listChannels({}), client().listChannels({})]);
  vi.useRealTimers();
  await Promise.all([ivs.listChannels({}), client().listChannels({})]);
});
