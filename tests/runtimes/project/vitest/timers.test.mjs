import { IvsClient } from "ivs-wasm";
import { expect, test, vi } from "vitest";

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const client = () => new IvsClient({ region: "us-west-2", credentials, fetch: async () => new Response('{"channels":[]}') });

test("calls settle under fake timers, and after them", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "setImmediate", "clearImmediate", "Date", "nextTick", "queueMicrotask"] });
  const ivs = client();
  expect((await ivs.listChannels({})).channels).toEqual([]);
  await Promise.all([ivs.listChannels({}), client().listChannels({})]);
  vi.useRealTimers();
  await Promise.all([ivs.listChannels({}), client().listChannels({})]);
});
