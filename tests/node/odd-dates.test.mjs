// @ts-check
// The `Date` of an answer may be anything. It breaks no later call.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { offline, playing, rejection, time } from "./behave.mjs";

const NOW = Date.UTC(2026, 10, 22);
const signedAt = (/** @type {import("./behave.mjs").Request | undefined} */ request) => request?.headers.get("x-amz-date");

describe("an answer of a time that cannot be signed teaches nothing:", () => {
  for (const date of ["Sat, 01 Jan 10000 00:00:00 GMT", "Sat, 01 Jan 275760 00:00:00 GMT", "0000-12-31T23:59:59Z", "-000001-01-01T00:00:00Z", "+010000-01-01T00:00:00Z", "+275760-09-13T00:00:00.000Z", "-271821-04-20T00:00:00Z", "soon", ""]) {
    test(JSON.stringify(date), async (context) => {
      time(context, NOW);
      const fetch = playing({ headers: { date } }, {});
      const client = offline({ requestTimeout: 0, fetch });
      for (let calls = 0; calls < 3; calls++) await client.listChannels({});
      assert.deepEqual(fetch.requests.map(signedAt), Array(3).fill("20261122T000000Z"));
    });
  }
});

describe("an offset that cannot be right is forgotten:", () => {
  test("that of an answer of the last second that can be signed", async (context) => {
    const clock = time(context, NOW);
    const fetch = playing({ headers: { date: "Fri, 31 Dec 9999 23:59:59 GMT" } }, {});
    const client = offline({ requestTimeout: 0, fetch });
    await client.listChannels({});
    await client.listChannels({});
    assert.equal(signedAt(fetch.requests[1]), "99991231T235959Z", "which can be signed in that second");
    clock.now += 1_000;
    await client.listChannels({});
    assert.equal(signedAt(fetch.requests[2]), "20261122T000001Z");
    assert.match(await client.generatePresignedUrl("listChannels"), /X-Amz-Date=20261122T000001Z/);
  });

  test("for what was configured", async (context) => {
    const clock = time(context, NOW);
    const fetch = playing({ headers: { date: "Fri, 31 Dec 9999 23:59:59 GMT" } }, {});
    const client = offline({ requestTimeout: 0, fetch, systemClockOffset: 3_600_000 });
    await client.listChannels({});
    clock.now += 2_000;
    await client.listChannels({});
    assert.deepEqual(fetch.requests.map(signedAt), ["20261122T010000Z", "20261122T010002Z"]);
  });

  test("when the machine's clock was set back since", async (context) => {
    const clock = time(context, NOW);
    const fetch = playing({ headers: { date: "0001-01-01T00:00:00Z" } }, {});
    const client = offline({ requestTimeout: 0, fetch });
    await client.listChannels({});
    clock.now -= 86_400_000;
    await client.listChannels({});
    assert.equal(signedAt(fetch.requests[1]), "20261121T000000Z");
  });

  test("and the next answer teaches again", async (context) => {
    const clock = time(context, NOW);
    const fetch = playing({ headers: { date: "Fri, 31 Dec 9999 23:59:59 GMT" } }, { headers: { date: "Sun, 22 Nov 2026 06:00:00 GMT" } }, {});
    const client = offline({ requestTimeout: 0, fetch });
    await client.listChannels({});
    clock.now += 2_000;
    await client.listChannels({});
    await client.listChannels({});
    assert.equal(signedAt(fetch.requests[2]), "20261122T060000Z");
  });

  test("but a clock of the machine's own that cannot be signed with is refused", async (context) => {
    const clock = time(context, NOW);
    clock.now = Date.UTC(10_000, 0, 1);
    assert.equal((await rejection(offline({ requestTimeout: 0, fetch: playing({}) }).listChannels({}))).name, "ParamValidationError");
  });
});
