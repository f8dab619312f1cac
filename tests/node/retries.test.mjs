// @ts-check
// When a request is sent again, what is reported of it, and when it is not.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { NetworkError, ParamValidationError } from "ivs-wasm";
import { numbered, offline, playing, rejection, time } from "./behave.mjs";

/** @import { Play } from "./behave.mjs" */

const list = (/** @type {any} */ client) => client.listChannels({});
const BUSY = { status: 429, code: "ThrottlingException", body: '{"exceptionMessage":"slower"}' };
const DOWN = { status: 503, code: "ServiceUnavailable" };
const LOST = { thrown: new TypeError("fetch failed") };
const sum = (/** @type {number[]} */ numbers) => numbers.reduce((sum, number) => sum + number, 0);

/** A client without timeouts, so that all timers are waits between attempts. */
const patient = (/** @type {any} */ config) => offline({ requestTimeout: 0, ...config });

describe("$metadata of a call", () => {
  for (const [title, script, maxAttempts, attempts] of /** @type {[string, Play[], number, number][]} */ ([
    ["that is answered at once", [{}], 3, 1],
    ["that was throttled once", [BUSY, {}], 3, 2],
    ["that was lost, then refused, then answered", [LOST, DOWN, {}], 3, 3],
    ["that was answered at its seventh attempt", [DOWN, DOWN, BUSY, LOST, DOWN, DOWN, {}], 10, 7],
  ])) {
    test(`${title} has the number of attempts, and the total delay`, async (context) => {
      const { waits } = time(context);
      const fetching = playing(...script);
      const { $metadata } = await list(patient({ fetch: fetching, maxAttempts }));
      assert.equal(fetching.requests.length, attempts);
      assert.deepEqual($metadata, { httpStatusCode: 200, requestId: `request-${attempts}`, attempts, totalRetryDelay: sum(waits) });
    });
  }

  for (const [configured, own, attempts] of /** @type {[number | undefined, number | undefined, number][]} */ ([[undefined, 1, 1], [5, 2, 2], [1, 4, 4], [2, undefined, 2], [2, Infinity, 5]])) {
    test(`of ${own} attempts has no more, where the configuration has ${configured}`, async (context) => {
      time(context);
      const fetching = playing(DOWN, DOWN, DOWN, DOWN, { status: 404, code: "ResourceNotFoundException" });
      const error = await rejection(patient({ fetch: fetching, maxAttempts: configured }).listChannels({}, { maxAttempts: own }));
      assert.equal(error.$metadata.attempts, attempts);
      assert.equal(fetching.requests.length, attempts);
      const most = own === Infinity ? 2 ** 32 - 1 : (own ?? configured);
      assert.equal(new Headers(fetching.requests[0].init.headers).get("amz-sdk-request"), `attempt=1; max=${most}`);
    });
  }

  for (const [title, play, name, attempts] of /** @type {[string, Play, string, number][]} */ ([
    ["is throttled", BUSY, "ThrottlingException", 3],
    ["finds the service down", DOWN, "ServiceUnavailable", 3],
    ["is lost", LOST, "NetworkError", 3],
    ["is refused for good", { status: 404, code: "ResourceNotFoundException" }, "ResourceNotFoundException", 1],
  ])) {
    test(`that ${title} every time has them too, in its error`, async (context) => {
      const { waits } = time(context);
      const fetching = playing(play);
      const error = await rejection(list(patient({ fetch: fetching })));
      assert.equal(error.name, name);
      assert.equal(fetching.requests.length, attempts);
      assert.equal(waits.length, waits.length && attempts - 1);
      assert.deepEqual([error.$metadata.attempts, error.$metadata.totalRetryDelay], [attempts, sum(waits)]);
    });
  }

  test("that timed out has the number of attempts", async (context) => {
    time(context);
    const fetching = playing({ never: true });
    const error = await rejection(list(offline({ fetch: fetching, requestTimeout: 1000 })));
    assert.deepEqual([error.name, error.$metadata.attempts, fetching.requests.length], ["TimeoutError", 3, 3]);
  });
});

describe("the delay before the next attempt", () => {
  test("doubles each time, and is five times as long after throttling", async (context) => {
    const { random } = Math;
    context.after(() => void (Math.random = random));
    Math.random = () => 0.5;
    for (const [play, first] of /** @type {[Play, number][]} */ ([[DOWN, 50], [LOST, 50], [BUSY, 250]])) {
      await context.test(String(play.code ?? "NetworkError"), async (context) => {
        const { waits } = time(context);
        await rejection(list(patient({ fetch: playing(play), maxAttempts: 10 })));
        assert.deepEqual(waits, Array.from({ length: 9 }, (_, index) => Math.min(first * 2 ** index, 10_000)));
      });
    }
  });

  for (const [title, headers, least] of /** @type {[string, (now: number) => Record<string, string>, number][]} */ ([
    ["retry-after in seconds", () => ({ "retry-after": "3" }), 3000],
    ["x-amz-retry-after in milliseconds", () => ({ "x-amz-retry-after": "1234", "retry-after": "3" }), 1234],
    ["retry-after as a date", (now) => ({ date: new Date(now).toUTCString(), "retry-after": new Date(now + 4000).toUTCString() }), 4000],
  ])) {
    for (const offset of [0, -3_600_000, 3_600_000]) {
      test(`is what ${title} says, with a clock that is ${offset / 60_000} minutes off`, async (context) => {
        const clock = time(context);
        const down = () => ({ ...DOWN, headers: headers(clock.now - offset) });
        const { $metadata } = await list(patient({ fetch: playing(down, {}) }));
        assert.deepEqual([$metadata.attempts, $metadata.totalRetryDelay, clock.waits], [2, least, [least]]);
      });
    }
  }

  test("ends before the next attempt is signed", async (context) => {
    const clock = time(context);
    const fetching = playing({ ...DOWN, headers: { "retry-after": "7" } }, {});
    await list(patient({ fetch: fetching }));
    const [first, second] = fetching.requests;
    assert.equal(Number(second?.at) - Number(first?.at), 7000);
    for (const { at, headers } of fetching.requests) {
      assert.equal(headers.get("x-amz-date"), new Date(at).toISOString().replace(/[-:]|\.\d+/g, ""));
    }
    assert.equal(clock.waits.length, 1);
  });
});

describe("each attempt", () => {
  test("has its own signature, date and number, and the invocation id of the call", async (context) => {
    time(context);
    const fetching = playing({ ...DOWN, headers: { "retry-after": "2" } }, { ...DOWN, headers: { "retry-after": "2" } }, {});
    const client = patient({ fetch: fetching, maxAttempts: 5 });
    await list(client);
    const all = (/** @type {string} */ name) => fetching.requests.map(({ headers }) => headers.get(name));
    assert.deepEqual(all("amz-sdk-request"), ["attempt=1; max=5", "attempt=2; max=5", "attempt=3; max=5"]);
    assert.equal(new Set(all("authorization")).size, 3);
    assert.equal(new Set(all("x-amz-date")).size, 3);
    assert.equal(new Set(all("amz-sdk-invocation-id")).size, 1);
    await list(client);
    assert.equal(new Set(all("amz-sdk-invocation-id")).size, 2);
    assert.equal(all("amz-sdk-request").at(-1), "attempt=1; max=5");
  });

  test("sends the same body to the same place", async (context) => {
    time(context);
    const input = { name: "same", tags: { a: "ü" } };
    const busy = () => ((input.name = "another"), BUSY);
    const fetching = playing(busy, LOST, {});
    await patient({ fetch: fetching }).createChannel(input);
    assert.deepEqual(new Set(fetching.requests.map(({ url, init }) => `${init.method} ${url} ${init.body}`)).size, 1);
    assert.deepEqual(JSON.parse(fetching.requests[2]?.init.body), { name: "same", tags: { a: "ü" } });
  });
});

describe("there is one attempt", () => {
  const HOUR_AHEAD = { date: new Date(Date.now() + 3_600_000).toUTCString() };
  for (const [title, play] of /** @type {[string, Play][]} */ ([
    ["throttling", BUSY],
    ["a service that is down", DOWN],
    ["a lost connection", LOST],
    ["a wrong clock", { status: 403, code: "InvalidSignatureException", headers: HOUR_AHEAD }],
    ["a clock that is said to be wrong", { status: 403, code: "RequestTimeTooSkewed", headers: HOUR_AHEAD }],
    ["expired credentials", { status: 403, code: "ExpiredTokenException" }],
  ])) {
    test(`if maxAttempts is 1, whatever the outcome: ${title}`, async (context) => {
      const { waits } = time(context);
      let asked = 0;
      const fetching = playing(play);
      const error = await rejection(list(patient({ fetch: fetching, maxAttempts: 1, credentials: () => numbered(++asked) })));
      assert.deepEqual([error.$metadata.attempts, error.$metadata.totalRetryDelay, fetching.requests.length, asked, waits], [1, 0, 1, 1, []]);
    });
  }

  for (const [status, code] of /** @type {[number, string][]} */ ([
    [400, "ValidationException"], [402, "ServiceQuotaExceededException"], [403, "AccessDeniedException"], [403, "PendingVerification"],
    [403, "InvalidSignatureException"], [403, "UnrecognizedClientException"], [404, "ResourceNotFoundException"],
    [404, "ChannelNotBroadcasting"], [408, ""], [409, "ConflictException"], [418, "TeapotException"], [501, ""], [301, ""],
  ])) {
    test(`if the response is ${status} ${code}, which is not retryable`, async () => {
      const fetching = playing({ status, code });
      const error = await rejection(list(offline({ fetch: fetching, maxAttempts: 5 })));
      assert.deepEqual([error.$metadata.attempts, error.$retryable, fetching.requests.length], [1, undefined, 1]);
    });
  }

  test("if the service asks for a longer delay than the maximum", async () => {
    const fetching = playing({ ...DOWN, headers: { "retry-after": "21" } });
    const error = await rejection(list(offline({ fetch: fetching })));
    assert.deepEqual([error.name, error.$metadata.attempts], ["ServiceUnavailable", 1]);
  });

  test("and none if the input is invalid", async () => {
    const fetching = playing(DOWN);
    const error = await rejection(offline({ fetch: fetching }).getChannel({}));
    assert.ok(error instanceof ParamValidationError);
    assert.equal(fetching.requests.length, 0);
  });
});

describe("a service that is down for all calls", () => {
  test("is sent fewer and fewer requests, until each call is sent once", async (context) => {
    time(context);
    const fetching = playing(DOWN);
    const client = patient({ fetch: fetching });
    const attempts = [];
    for (let call = 0; call < 100; call++) attempts.push((await rejection(list(client))).$metadata.attempts);
    assert.equal(fetching.requests.length, 100 + 500 / 5, "a bucket of 500 pays for 100 retries");
    assert.deepEqual([attempts[0], attempts.at(-1)], [3, 1]);
  });

  test("costs the same when the calls are concurrent", async (context) => {
    time(context);
    const fetching = playing(DOWN);
    const client = patient({ fetch: fetching });
    const errors = await Promise.all(Array.from({ length: 200 }, () => rejection(list(client))));
    assert.equal(fetching.requests.length, 200 + 100);
    assert.equal(sum(errors.map(({ $metadata }) => $metadata.attempts)), 300);
  });

  test("is sent more again once it responds", async (context) => {
    time(context);
    let down = true;
    const fetching = playing(() => (down ? DOWN : {}));
    const client = patient({ fetch: fetching });
    for (let call = 0; call < 100; call++) await rejection(list(client));
    down = false;
    for (let call = 0; call < 10; call++) await list(client);
    down = true;
    assert.equal((await rejection(list(client))).$metadata.attempts, 3);
    assert.equal((await rejection(list(client))).$metadata.attempts, 1);
  });

  test("that does not respond at all costs twice as much", async (context) => {
    time(context);
    const fetching = playing({ never: true });
    const client = offline({ fetch: fetching, requestTimeout: 10 });
    for (let call = 0; call < 100; call++) await rejection(list(client));
    assert.equal(fetching.requests.length, 100 + 500 / 10);
  });
});

describe("retryMode", () => {
  /** How long 30 calls, one after the other, take with a service that throttles some. */
  async function duration(/** @type {import("node:test").TestContext} */ context, /** @type {string} */ retryMode) {
    const clock = time(context);
    // Each request takes 10 ms; every third of the first nine is refused.
    let number = 0;
    const fetching = playing(() => ((clock.now += 10), ++number < 10 && number % 3 === 0 ? BUSY : {}));
    const client = patient({ fetch: fetching, retryMode });
    const began = clock.now;
    let waited = 0;
    for (let call = 0; call < 30; call++) waited += (await list(client)).$metadata.totalRetryDelay;
    // Rounding errors, of either sign, count as zero.
    return Math.max(0, Math.round(clock.now - began - waited - 10 * number));
  }

  test("standard never waits before a first attempt", async (context) => {
    assert.equal(await duration(context, "standard"), 0);
  });

  test("adaptive holds requests back after throttling", async (context) => {
    assert.ok((await duration(context, "adaptive")) > 1000);
  });

  test("adaptive lets an abort end the wait for the rate limiter, and distinguishes it from the delays between attempts", async (context) => {
    time(context);
    const fetching = playing(BUSY);
    const client = patient({ fetch: fetching, retryMode: "adaptive", maxAttempts: 1 });
    for (let call = 0; call < 3; call++) await rejection(list(client));
    const sent = fetching.requests.length;
    const controller = new AbortController();
    const calls = Array.from({ length: 20 }, () => rejection(client.listChannels({}, { abortSignal: controller.signal })));
    await new Promise((resolve) => setImmediate(resolve));
    controller.abort("enough");
    assert.ok((await Promise.all(calls)).includes("enough"));
    assert.ok(fetching.requests.length < sent + 20);
  });
});

test("a call's maxAttempts that is no number of attempts is refused by name, before anything is sent", async () => {
  for (const maxAttempts of /** @type {any[]} */ ([0, -1, NaN, "3", true])) {
    const fetching = playing({});
    const error = await rejection(patient({ fetch: fetching }).listChannels({}, { maxAttempts }));
    assert.ok(error instanceof ParamValidationError);
    assert.equal(error.message, "options.maxAttempts: expected a number of at least 1");
    assert.equal(fetching.requests.length, 0);
  }
});

describe("a configuration", () => {
  for (const [field, value, words] of /** @type {[string, any, RegExp][]} */ ([
    ["maxAttempts", 0, /expected a number of at least 1/],
    ["maxAttempts", -1, /expected a number of at least 1/],
    ["maxAttempts", NaN, /expected a number of at least 1/],
    ["maxAttempts", "three", /expected a number of at least 1/],
    ["maxAttempts", async () => 0, /expected a number of at least 1/],
    ["retryMode", "eager", /expected "standard" or "adaptive"/],
    ["retryMode", "", /expected "standard" or "adaptive"/],
    ["retryMode", 1, /expected "standard" or "adaptive"/],
    ["requestTimeout", -1, /expected a number of at least 0/],
    ["requestTimeout", NaN, /expected a number of at least 0/],
    ["requestTimeout", "1s", /expected a number of at least 0/],
    ["systemClockOffset", NaN, /expected a number/],
    ["systemClockOffset", Infinity, /expected a number/],
    ["systemClockOffset", -Infinity, /expected a number/],
    ["systemClockOffset", "0", /expected a number/],
  ])) {
    test(`whose ${field} is ${typeof value} ${value} is rejected by name, before anything is sent`, async () => {
      const fetching = playing({});
      let asked = 0;
      const error = await rejection(list(offline({ fetch: fetching, [field]: value, credentials: () => numbered(++asked) })));
      assert.ok(error instanceof ParamValidationError, String(error));
      assert.equal(error.problems[0]?.path, `config.${field}`);
      assert.match(error.message, words);
      assert.deepEqual([asked, fetching.requests.length], [0, 0]);
    });
  }

  test("may ask for any number of attempts", async (context) => {
    time(context);
    for (const maxAttempts of [Infinity, 2 ** 40]) {
      const fetching = playing(DOWN, DOWN, DOWN, DOWN, LOST, {});
      const { $metadata } = await list(patient({ fetch: fetching, maxAttempts }));
      assert.equal($metadata.attempts, 6);
      assert.equal(fetching.requests[5]?.headers.get("amz-sdk-request"), "attempt=6; max=4294967295");
    }
  });

  test("may omit the limits, by undefined and by null", async (context) => {
    time(context);
    for (const nothing of [undefined, null]) {
      const fetching = playing(LOST);
      const config = { maxAttempts: nothing, retryMode: nothing, requestTimeout: nothing, systemClockOffset: nothing };
      assert.ok((await rejection(list(offline({ fetch: fetching, ...config })))) instanceof NetworkError);
      assert.equal(fetching.requests.length, 3);
    }
  });
});
