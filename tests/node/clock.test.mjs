// @ts-check
// A machine whose clock is wrong: what is learned from the first response, and what must not be.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { node, offline, playing, rejection, time } from "./behave.mjs";
import { startLocal } from "./local.mjs";

const HOUR = 3_600_000;
const SKEWED = { status: 403, code: "InvalidSignatureException", body: '{"message":"Signature not yet current"}' };
const list = (/** @type {any} */ client) => client.listChannels({});

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

/** @param {any} [config] @returns {any} */
const connect = (config = {}) => new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials, ...config });

/** Moves the clock of this process until the test is over. */
function moved(/** @type {import("node:test").TestContext} */ context, /** @type {number} */ offset) {
  const { now } = Date;
  Date.now = () => now() + offset;
  context.after(() => void (Date.now = now));
}

for (const [title, offset] of /** @type {[string, number][]} */ ([["an hour behind", -HOUR], ["an hour ahead", HOUR], ["a year behind", -8766 * HOUR]])) {
  describe(`with a clock that is ${title}`, () => {
    test("the first call succeeds on its second attempt, the next ones on their first", async (context) => {
      moved(context, offset);
      const client = connect();
      const answers = [];
      for (let call = 0; call < 4; call++) answers.push((await list(client)).$metadata);
      assert.deepEqual(answers.map(({ attempts, totalRetryDelay }) => [attempts, totalRetryDelay]), [[2, 0], [1, 0], [1, 0], [1, 0]]);
    });

    test("so it does in a process of its own", async () => {
      const printed = await node(
        `import { IvsClient } from "ivs-wasm";
        const { now } = Date;
        Date.now = () => now() + ${offset};
        const client = new IvsClient();
        for (let call = 0; call < 3; call++) console.log((await client.listChannels()).$metadata.attempts);`,
        {
          AWS_REGION: local.region, AWS_ENDPOINT_URL: local.endpoint,
          AWS_ACCESS_KEY_ID: local.credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
        },
      );
      assert.deepEqual(printed.trim().split(/\s+/), ["2", "1", "1"]);
    });

    test("systemClockOffset makes the first call succeed at once", async (context) => {
      moved(context, offset);
      const client = connect({ systemClockOffset: -offset });
      for (let call = 0; call < 2; call++) assert.equal((await list(client)).$metadata.attempts, 1);
    });

    test("concurrent calls succeed on their second attempt, and all later ones on their first", async (context) => {
      moved(context, offset);
      const client = connect();
      const answers = await Promise.all(Array.from({ length: 20 }, () => list(client)));
      assert.deepEqual(new Set(answers.map(({ $metadata }) => $metadata.attempts)), new Set([2]));
      assert.equal((await list(client)).$metadata.attempts, 1);
    });

    test("a presigned URL is valid once the clock offset is known", async (context) => {
      moved(context, offset);
      const client = connect();
      await list(client);
      const url = await client.generatePresignedUrl("listChannels");
      assert.equal((await fetch(url, { method: "POST", headers: { "content-type": "application/json" } })).status, 200);
    });
  });
}

test("a wrong systemClockOffset is corrected like a wrong clock", async () => {
  const client = connect({ systemClockOffset: HOUR });
  assert.deepEqual([(await list(client)).$metadata.attempts, (await list(client)).$metadata.attempts], [2, 1]);
});

describe("the Date of a response", () => {
  /** The signing time of each request, in milliseconds after it was sent. */
  const offsets = (/** @type {{ requests: { headers: Headers, at: number }[] }} */ { requests }) =>
    requests.map(({ headers, at }) => {
      const stamp = String(headers.get("x-amz-date")).replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z");
      return Date.parse(stamp) - at;
    });
  const dated = (/** @type {{ now: number }} */ clock, /** @type {number} */ ahead, /** @type {any} */ more = {}) => ({
    ...more,
    headers: { date: new Date(clock.now + ahead).toUTCString(), ...more.headers },
  });

  test("is used whether the response is a success or not", async (context) => {
    const clock = time(context);
    const fetching = playing(() => dated(clock, HOUR), () => dated(clock, 2 * HOUR, { status: 404, code: "ResourceNotFoundException" }), {});
    const client = offline({ fetch: fetching, requestTimeout: 0 });
    await list(client);
    await rejection(list(client));
    await list(client);
    assert.deepEqual(offsets(fetching), [0, HOUR, 2 * HOUR]);
  });

  for (const [title, headers] of /** @type {[string, Record<string, string>][]} */ ([
    ["that was in a cache", { age: "0" }],
    ["that has no time", { date: "yesterday" }],
  ])) {
    test(`${title} is not used, and a rejected signature is final then`, async (context) => {
      const clock = time(context);
      const fetching = playing(() => dated(clock, HOUR, { headers }), () => dated(clock, HOUR, { ...SKEWED, headers }));
      const client = offline({ fetch: fetching, requestTimeout: 0 });
      await list(client);
      const error = await rejection(list(client));
      assert.deepEqual([error.name, error.$metadata.attempts], ["InvalidSignatureException", 1]);
      assert.deepEqual(offsets(fetching), [0, 0]);
    });
  }

  for (const [minutes, believed] of /** @type {[number, boolean][]} */ ([[14, true], [16, false]])) {
    test(`that was in flight for ${minutes} minutes is ${believed ? "" : "not "}used`, async (context) => {
      const clock = time(context);
      const fetching = playing(() => ((clock.now += minutes * 60_000), dated(clock, HOUR)), {});
      const client = offline({ fetch: fetching, requestTimeout: 0 });
      await list(client);
      await list(client);
      assert.equal(offsets(fetching)[1], believed ? HOUR : 0);
    });
  }

  test("causes one more attempt after a rejected signature, if the clock is off by four minutes", async (context) => {
    for (const [ahead, attempts] of [[3.9 * 60_000, 1], [4 * 60_000, 2], [-4 * 60_000, 2], [-3.9 * 60_000, 1]]) {
      await context.test(`${Number(ahead) / 60_000} minutes: ${attempts}`, async (context) => {
        const clock = time(context);
        const fetching = playing(() => dated(clock, Number(ahead), SKEWED));
        const error = await rejection(list(offline({ fetch: fetching, requestTimeout: 0, maxAttempts: 9 })));
        assert.deepEqual([error.$metadata.attempts, fetching.requests.length], [attempts, attempts]);
      });
    }
  });
});
