// @ts-check
// `metadataStream` where tests have replaced the clock, or only the timers: what a timer has waited for has passed.

import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ARN } from "./metadata-service.mjs";
import { recorder, refusal, stream } from "./metadata-streams.mjs";

/** Enough to come to an end by timers: waits for the rate, for a repetition, and for a channel. @param {any} client */
async function send(client) {
  const { writer, sent } = stream(client, { mode: "single", offlineInterval: 1000, channelArn: ARN });
  for (let number = 0; number < 12; number++) await writer.write(number);
  await writer.close();
  return sent;
}

/** One that fails in each way, and answers at once. */
function failing() {
  const thrown = [undefined, new Error("lost"), refusal("ThrottlingException", 429), refusal("ChannelNotBroadcasting", 404)];
  return Object.assign(recorder((number) => { if (thrown[number]) throw thrown[number]; }, 0), { getStream: async () => ({ stream: { state: "LIVE" } }) });
}

const ITEMS = Array.from({ length: 12 }, (_, number) => number);

test("Date.now that stands still stops nothing", { timeout: 30_000 }, async (t) => {
  t.mock.method(Date, "now", () => 1_800_000_000_000);
  assert.deepEqual(await send(failing()), ITEMS);
});

test("timers that are mocked, and a clock that is not, are advanced by what they were set for", { timeout: 30_000 }, async (t) => {
  const real = setImmediate;
  mock.timers.enable({ apis: ["setTimeout"] });
  t.after(() => mock.timers.reset());
  let waited = 0;
  let isDone = false;
  const sending = send(failing()).finally(() => (isDone = true));
  for (; !isDone; waited += 50) {
    await new Promise((resolve) => real(resolve));
    mock.timers.tick(50);
  }
  assert.deepEqual(await sending, ITEMS);
  // 15 calls by five a second, the pause of throttling, the interval and the repetition, and none of them twice.
  assert.ok(waited > 3000 && waited < 9000, `${waited}`);
});
