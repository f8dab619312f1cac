// @ts-check
// What ends a call before its response: the caller's signal, and the timeout of an attempt.

import assert from "node:assert/strict";
import { once, getEventListeners } from "node:events";
import { createServer } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { after, before, describe, test } from "node:test";
import { AbortError, ParamValidationError, TimeoutError, paginateListChannels, waitUntilStreamLive } from "ivs-wasm";
import { node, numbered, offline, playing, rejection, time } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

/** @param {any} client @param {any} [options] @returns {Promise<any>} */
const list = (client, options) => client.listChannels({}, options);
const turn = () => new Promise((resolve) => setImmediate(resolve));
const DOWN = { status: 503, code: "ServiceUnavailable" };

/** Resolves when the condition holds. */
async function until(/** @type {() => boolean} */ condition) {
  while (!condition()) await turn();
}

/** A fetch that never responds, and rejects as the real one does when its signal is aborted. */
function hanging() {
  const requests = /** @type {AbortSignal[]} */ ([]);
  const fetching = (/** @type {string} */ _, /** @type {any} */ { signal }) => {
    requests.push(signal);
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  };
  return Object.assign(fetching, { requests });
}

const REASONS = /** @type {[string, any][]} */ ([
  ["a text", "stop"],
  ["an empty text", ""],
  ["null", null],
  ["a number", 0],
  ["false", false],
  ["an object", { why: "because" }],
  ["a list", ["thrown", "message", "name"]],
  ["an empty list", []],
  ["an Error", new RangeError("mine")],
  ["a DOMException", new DOMException("late", "TimeoutError")],
  ["a symbol", Symbol("reason")],
  ["a function", () => {}],
  ["one of the package's errors", new TimeoutError("mine")],
]);

describe("an abort", () => {
  for (const [title, reason] of REASONS) {
    test(`with ${title} as its reason rejects with that reason, at every point of a call`, async () => {
      // Before.
      assert.equal(await rejection(list(offline({ fetch: playing({}) }), { abortSignal: AbortSignal.abort(reason) })), reason);
      // While the credential provider is called.
      const asking = new AbortController();
      let asked = false;
      const provided = offline({ credentials: () => ((asked = true), new Promise(() => {})), fetch: playing({}) });
      const first = rejection(list(provided, { abortSignal: asking.signal }));
      await until(() => asked);
      asking.abort(reason);
      assert.equal(await first, reason);
      // While the request is in flight.
      const sending = new AbortController();
      const fetching = hanging();
      const second = rejection(list(offline({ fetch: fetching }), { abortSignal: sending.signal }));
      await until(() => fetching.requests.length === 1);
      sending.abort(reason);
      assert.equal(await second, reason);
      assert.equal(fetching.requests[0]?.reason, reason, "the request's own signal has it too");
      // Between two attempts.
      const waiting = new AbortController();
      const down = playing({ ...DOWN, headers: { "retry-after": "15" } });
      const third = rejection(list(offline({ fetch: down, logger: { warn: () => void setImmediate(() => waiting.abort(reason)) } }), { abortSignal: waiting.signal }));
      assert.equal(await third, reason);
      assert.equal(down.requests.length, 1);
    });
  }

  test("without a reason rejects with the AbortError of the signal", async () => {
    for (const signal of [AbortSignal.abort(), AbortSignal.abort(undefined)]) {
      const error = await rejection(list(offline({ fetch: playing({}) }), { abortSignal: signal }));
      assert.equal(error, signal.reason);
      assert.ok(error instanceof AbortError && error.name === "AbortError");
    }
  });

  test("by a signal without support for reasons rejects with an AbortError", async () => {
    const old = Object.assign(new EventTarget(), { aborted: true });
    const error = await rejection(list(offline({ fetch: playing({}) }), { abortSignal: old }));
    assert.ok(error instanceof AbortError && error instanceof Error);
    assert.equal(error.name, "AbortError");
  });

  test("before the call sends nothing and calls no provider, but an invalid input is still reported", async () => {
    let asked = 0;
    const fetching = playing({});
    const client = offline({ fetch: fetching, credentials: () => numbered(++asked) });
    const abortSignal = AbortSignal.abort("before");
    assert.equal(await rejection(list(client, { abortSignal })), "before");
    assert.equal(await rejection(client.generatePresignedUrl("listChannels", { abortSignal })), "before");
    assert.ok((await rejection(client.getChannel({}, { abortSignal }))) instanceof ParamValidationError);
    await pause(20);
    assert.deepEqual([asked, fetching.requests.length], [0, 0]);
  });

  test("in the same tick as the call sends nothing", async () => {
    const fetching = playing({});
    const controller = new AbortController();
    const call = rejection(list(offline({ fetch: fetching }), { abortSignal: controller.signal }));
    controller.abort("at once");
    assert.equal(await call, "at once");
    await pause(20);
    assert.equal(fetching.requests.length, 0);
  });

  test("while a provider is called leaves its result to the other calls, and sends nothing for the aborted one", async () => {
    /** @type {(credentials: any) => void} */
    let answer = () => {};
    let asked = 0;
    const fetching = playing({});
    const client = offline({ credentials: () => (asked++, new Promise((resolve) => (answer = resolve))), fetch: fetching });
    const controller = new AbortController();
    const ended = rejection(list(client, { abortSignal: controller.signal }));
    const other = list(client);
    await until(() => asked === 1);
    controller.abort("mine only");
    assert.equal(await ended, "mine only");
    answer(numbered(1));
    await other;
    await turn();
    assert.deepEqual([asked, fetching.requests.length], [1, 1]);
  });

  test("while a provider is called, which then fails, leaves no unhandled rejection", async () => {
    const unhandled = /** @type {any[]} */ ([]);
    const note = (/** @type {any} */ reason) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    /** @type {(error: any) => void} */
    let fail = () => {};
    const client = offline({ credentials: () => new Promise((_, reject) => (fail = reject)), fetch: playing({}) });
    const controller = new AbortController();
    const call = rejection(list(client, { abortSignal: controller.signal }));
    await pause(20);
    controller.abort("first");
    assert.equal(await call, "first");
    fail(new Error("later"));
    await pause(20);
    process.off("unhandledRejection", note);
    assert.deepEqual(unhandled, []);
  });

  test("between two attempts ends the wait and sends no further request", async (context) => {
    const controller = new AbortController();
    const clock = time(context);
    const fetching = playing({ ...DOWN, headers: { "retry-after": "10" } }, {});
    // Only the abort can come before the wait is over: it is made by the wait's own timer being set.
    const { setTimeout } = globalThis;
    globalThis.setTimeout = /** @type {any} */ ((/** @type {any[]} */ ...given) => {
      queueMicrotask(() => controller.abort("between"));
      return /** @type {any} */ (setTimeout)(...given);
    });
    assert.equal(await rejection(list(offline({ fetch: fetching, requestTimeout: 0 }), { abortSignal: controller.signal })), "between");
    for (let turns = 0; turns < 10; turns++) await turn();
    assert.deepEqual([fetching.requests.length, clock.waits], [1, [10_000]]);
  });

  test("from within the logger, at an attempt that timed out, rejects with the reason of the signal", async () => {
    const controller = new AbortController();
    const logger = { warn: () => controller.abort("from the logger") };
    const fetching = hanging();
    assert.equal(await rejection(list(offline({ fetch: fetching, requestTimeout: 5, logger }), { abortSignal: controller.signal })), "from the logger");
    await pause(20);
    assert.equal(fetching.requests.length, 1);
  });

  test("after the response changes nothing", async () => {
    const controller = new AbortController();
    const fetching = playing({});
    const answer = await list(offline({ fetch: fetching }), { abortSignal: controller.signal });
    controller.abort("late");
    assert.equal(answer.$metadata.attempts, 1);
    assert.equal(fetching.requests[0]?.init.signal.aborted, false);
  });

  test("of one call does not end another", async () => {
    const fetching = hanging();
    const client = offline({ fetch: fetching });
    const [one, two] = [new AbortController(), new AbortController()];
    const first = rejection(list(client, { abortSignal: one.signal }));
    const second = rejection(list(client, { abortSignal: two.signal }));
    await until(() => fetching.requests.length === 2);
    one.abort("one");
    assert.equal(await first, "one");
    assert.deepEqual(fetching.requests.map(({ aborted }) => aborted), [true, false]);
    two.abort("two");
    assert.equal(await second, "two");
  });

  test("is rejected when abortSignal is not a signal", async () => {
    for (const abortSignal of ["signal", 1, true, {}, [], new AbortController()]) {
      const error = await rejection(list(offline({ fetch: playing({}) }), { abortSignal }));
      assert.ok(error instanceof ParamValidationError);
      assert.equal(error.problems[0]?.path, "options.abortSignal");
    }
  });

  test("leaves no listener on a long-lived signal", async (context) => {
    const { signal } = new AbortController();
    const client = offline({ fetch: playing({}) });
    for (let round = 0; round < 10; round++) {
      await Promise.all(Array.from({ length: 100 }, () => list(client, { abortSignal: signal })));
    }
    assert.equal(getEventListeners(signal, "abort").length, 0);
    time(context);
    const failing = offline({ fetch: playing(DOWN), requestTimeout: 0, credentials: async () => numbered(1) });
    for (let call = 0; call < 100; call++) await rejection(list(failing, { abortSignal: signal }));
    await rejection(failing.getChannel({}, { abortSignal: signal }));
    assert.equal(getEventListeners(signal, "abort").length, 0);
  });
});

describe("a signal", () => {
  const [success, failure] = [playing({}), playing({ status: 400 })];

  test("of thirty concurrent calls has one listener, of which Node does not warn, and then none", async (context) => {
    const warnings = /** @type {Error[]} */ ([]);
    const warn = (/** @type {Error} */ warning) => void warnings.push(warning);
    process.on("warning", warn);
    context.after(() => void process.off("warning", warn));
    const { signal } = new AbortController();
    let release = () => {};
    const released = new Promise((resolve) => (release = () => resolve(undefined)));
    const client = offline({ fetch: async () => (await released, new Response("{}")) });
    const calls = Array.from({ length: 30 }, () => list(client, { abortSignal: signal }));
    await turn();
    assert.equal(getEventListeners(signal, "abort").length, 1);
    release();
    await Promise.all(calls);
    await turn();
    assert.deepEqual([warnings, getEventListeners(signal, "abort").length], [[], 0]);
  });

  /** @type {[string, () => { signal: any, abort: () => void }][]} */
  const SIGNALS = [
    ["without removeEventListener", () => {
      const listeners = /** @type {(() => void)[]} */ ([]);
      const signal = { aborted: false, addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => void listeners.push(listener) };
      return { signal, abort: () => ((signal.aborted = true), listeners.forEach((listener) => listener())) };
    }],
    ["whose removeEventListener throws", () => {
      const controller = new AbortController();
      const removeEventListener = () => { throw new Error("mine"); };
      return { signal: Object.assign(controller.signal, { removeEventListener }), abort: () => controller.abort() };
    }],
    ["of @smithy/abort-controller", () => {
      const signal = { aborted: false, onabort: /** @type {any} */ (null) };
      return { signal, abort: () => ((signal.aborted = true), signal.onabort?.(signal)) };
    }],
    ["of @smithy/abort-controller with a handler of its own, which stays", () => {
      let handled = 0;
      const own = () => void handled++;
      const signal = { aborted: false, onabort: own };
      return {
        signal,
        abort: () => {
          signal.aborted = true;
          signal.onabort();
          assert.equal(handled, 1);
        },
      };
    }],
    ["whose reason throws", () => {
      const signal = Object.assign(new EventTarget(), { aborted: false });
      Object.defineProperty(signal, "reason", { get: () => { throw new Error("mine"); } });
      return { signal, abort: () => ((signal.aborted = true), void signal.dispatchEvent(new Event("abort"))) };
    }],
  ];
  for (const [title, make] of SIGNALS) {
    test(`${title} leaves answers as they are, and aborts`, async () => {
      const { signal, abort } = make();
      for (let call = 0; call < 3; call++) {
        assert.equal((await list(offline({ fetch: success }), { abortSignal: signal })).$metadata.httpStatusCode, 200);
        assert.equal((await rejection(list(offline({ fetch: failure }), { abortSignal: signal }))).$metadata.httpStatusCode, 400);
      }
      const fetching = hanging();
      const ended = rejection(list(offline({ fetch: fetching }), { abortSignal: signal }));
      await until(() => fetching.requests.length === 1);
      abort();
      assert.equal((await ended).name, "AbortError");
      assert.equal((await rejection(list(offline({ fetch: success }), { abortSignal: signal }))).name, "AbortError");
    });
  }

  test("of @smithy/abort-controller is left as it was", async () => {
    for (const onabort of [null, () => {}]) {
      const abortSignal = { aborted: false, onabort };
      await list(offline({ fetch: success }), { abortSignal });
      assert.equal(abortSignal.onabort, onabort);
    }
  });
});

describe("on a socket", () => {
  /** @type {import("node:http").Server} */
  let server;
  let endpoint = "";
  /** @type {((request: import("node:http").IncomingMessage, response: import("node:http").ServerResponse) => void)} */
  let answer = () => {};
  let requests = 0;
  before(async () => {
    server = createServer((request, response) => (requests++, answer(request, response))).listen(0, "127.0.0.1");
    await once(server, "listening");
    endpoint = `http://127.0.0.1:${/** @type {import("node:net").AddressInfo} */ (server.address()).port}`;
  });
  after(() => {
    server.close();
    server.closeAllConnections();
  });

  /** Responses that never end. */
  const SILENCES = /** @type {[string, typeof answer][]} */ ([
    ["before the status", () => {}],
    ["after the headers", (_, response) => response.writeHead(200, { "content-type": "application/json" }).flushHeaders()],
    ["in the middle of the body", (_, response) => void response.writeHead(200).write('{"channels":[')],
  ]);

  for (const [title, silence] of SILENCES) {
    test(`an abort ${title} closes the connection and sends no further request`, async () => {
      requests = 0;
      const controller = new AbortController();
      const closed = new Promise((resolve) => {
        answer = (request, response) => {
          response.once("close", resolve);
          silence(request, response);
          setTimeout(() => controller.abort("enough"), 20);
        };
      });
      assert.equal(await rejection(list(offline({ endpoint }), { abortSignal: controller.signal })), "enough");
      await closed;
      await pause(50);
      assert.equal(requests, 1);
    });

    test(`a timeout ${title} closes the connection, for each attempt`, async () => {
      requests = 0;
      let closed = 0;
      answer = (request, response) => {
        response.once("close", () => closed++);
        silence(request, response);
      };
      const error = await rejection(list(offline({ endpoint, requestTimeout: 50 })));
      assert.ok(error instanceof TimeoutError && error instanceof Error);
      assert.equal(error.message, "no answer within 50 ms (requestTimeout)");
      assert.deepEqual([error.$metadata.attempts, "httpStatusCode" in error.$metadata], [3, false]);
      await until(() => closed === 3);
      assert.equal(requests, 3);
    });
  }

  test("an attempt that is in time succeeds after one that timed out", async () => {
    let first = true;
    answer = (_, response) => {
      if (!first) response.end('{"channels":[]}');
      first = false;
    };
    const { $metadata } = await list(offline({ endpoint, requestTimeout: 200 }));
    assert.equal($metadata.attempts, 2);
  });
});

describe("requestTimeout", () => {
  test("of a call takes precedence over the client's", async (context) => {
    const { waits } = time(context);
    for (const [config, options, timers] of /** @type {[any, any, number[]][]} */ ([
      [{}, {}, [60_000]],
      [{ requestTimeout: 70 }, {}, [70]],
      [{ requestTimeout: 70 }, { requestTimeout: 80 }, [80]],
      [{ requestTimeout: 70 }, { requestTimeout: 0 }, []],
      [{ requestTimeout: 70 }, { requestTimeout: undefined }, [70]],
      [{ requestTimeout: 0 }, {}, []],
      [{ requestTimeout: 0 }, { requestTimeout: 90 }, [90]],
      [{ requestTimeout: Infinity }, {}, []],
      [{ requestTimeout: 2 ** 31 }, {}, []],
      [{ requestTimeout: 2 ** 31 - 1 }, {}, [2 ** 31 - 1]],
    ])) {
      waits.length = 0;
      await list(offline({ fetch: playing({}), ...config }), options);
      assert.deepEqual(waits, timers, JSON.stringify([config, options]));
    }
  });

  for (const value of [-1, NaN, "100", {}, true]) {
    test(`of a call is rejected when it is ${typeof value} ${value}`, async () => {
      const fetching = playing({});
      const error = await rejection(list(offline({ fetch: fetching }), { requestTimeout: value }));
      assert.equal(error.problems[0]?.path, "options.requestTimeout");
      assert.equal(fetching.requests.length, 0);
    });
  }

  test("applies to each attempt, not to the whole call, and not to the provider", async (context) => {
    const clock = time(context);
    const slow = async () => {
      await new Promise((resolve) => setTimeout(resolve, 5000));
      return numbered(1);
    };
    const fetching = playing({ never: true }, {});
    const { $metadata } = await list(offline({ fetch: fetching, credentials: slow, requestTimeout: 1000 }));
    assert.equal($metadata.attempts, 2);
    // The provider has ten seconds at least.
    assert.deepEqual([0, 1, 2, 4].map((index) => clock.waits[index]), [5000, 10_000, 1000, 1000]);
  });

  test("ends a call whose provider never answers, and other calls that wait for it, each after its own time", async (context) => {
    time(context);
    let asked = 0;
    const fetching = playing({});
    const client = offline({ fetch: fetching, credentials: () => (asked++, new Promise(() => {})), requestTimeout: 300 });
    const begun = Date.now();
    const ends = [undefined, { requestTimeout: 20_000 }].map((options) => rejection(list(client, options)).then((error) => [error, Date.now() - begun]));
    for (const [index, [error, after]] of (await Promise.all(ends)).entries()) {
      assert.ok(error instanceof TimeoutError, String(error));
      assert.match(error.message, /^the provider of credentials gave none within [12]0000 ms/);
      assert.equal(after, index === 0 ? 10_000 : 20_000);
    }
    assert.deepEqual([asked, fetching.requests.length], [1, 0]);
  });

  test("asks a provider anew that never answered", async (context) => {
    time(context);
    let asked = 0;
    const credentials = () => (++asked === 1 ? new Promise(() => {}) : OFFLINE.credentials);
    const client = offline({ fetch: playing({}), credentials, requestTimeout: 300 });
    assert.ok((await rejection(list(client))) instanceof TimeoutError);
    await list(client);
    assert.equal(asked, 2);
  });

  test("leaves no timer that keeps the process alive", async () => {
    const script = (/** @type {string} */ fetch, /** @type {string} */ options = "{}") => `
      import { IvsClient } from "ivs-wasm";
      const client = new IvsClient({ ...${JSON.stringify(OFFLINE)}, requestTimeout: 3_600_000, fetch: ${fetch} });
      const controller = new AbortController();
      await client.listChannels({}, ${options}).then(() => console.log("answered"), (error) => console.log(error?.name ?? error));
      process.on("exit", () => console.log("ended"));`;
    // Each would be killed after a minute, and the run fail.
    assert.equal(await node(script("async () => new Response('{}')"), {}), "answered\nended\n");
    assert.equal(await node(script("async () => new Response('{}', { status: 400 })"), {}), "IvsServiceException\nended\n");
    assert.equal(await node(script("() => { throw new Error('x'); }"), {}), "NetworkError\nended\n");
    assert.equal(await node(script("() => (controller.abort('aborted'), new Promise(() => {}))", "{ abortSignal: controller.signal }"), {}), "aborted\nended\n");
    const waiting = "() => (setTimeout(() => controller.abort('aborted'), 10), new Response('{}', { status: 503, headers: { 'retry-after': '20' } }))";
    assert.equal(await node(script(waiting, "{ abortSignal: controller.signal }"), {}), "aborted\nended\n");
  });
});

describe("pages and waiters", () => {
  const page = (/** @type {number} */ number) => ({ body: JSON.stringify({ channels: [{ arn: `a${number}` }], nextToken: `t${number}` }) });
  /** In both API styles: pages of a client, with a signal. */
  const STYLES = /** @type {[string, (client: any, abortSignal: AbortSignal) => AsyncIterable<any>][]} */ ([
    ["paginateListChannels", (client, abortSignal) => paginateListChannels({ client }, {}, /** @type {any} */ ({ abortSignal }))],
    ["getPaginator", (client, abortSignal) => client.getPaginator("listChannels").paginate({}, { abortSignal })],
  ]);

  for (const [title, paginate] of STYLES) {
    test(`${title} ends with the reason before its first page`, async () => {
      const fetching = playing(() => page(fetching.requests.length));
      const pages = paginate(offline({ fetch: fetching }), AbortSignal.abort("before"))[Symbol.asyncIterator]();
      assert.equal(await rejection(pages.next()), "before");
      assert.equal((await pages.next()).done, true);
      assert.equal(fetching.requests.length, 0);
    });

    test(`${title} ends with the reason between two pages, and requests no more`, async () => {
      const controller = new AbortController();
      const fetching = playing(() => page(fetching.requests.length));
      const pages = paginate(offline({ fetch: fetching }), controller.signal)[Symbol.asyncIterator]();
      await pages.next();
      await pages.next();
      controller.abort("between");
      assert.equal(await rejection(pages.next()), "between");
      await pause(10);
      assert.equal(fetching.requests.length, 2);
      assert.equal(getEventListeners(controller.signal, "abort").length, 0);
    });

    test(`${title} ends with the reason while a page is requested`, async () => {
      const controller = new AbortController();
      const fetching = hanging();
      const pages = paginate(offline({ fetch: fetching }), controller.signal)[Symbol.asyncIterator]();
      const next = rejection(pages.next());
      await until(() => fetching.requests.length === 1);
      controller.abort("during");
      assert.equal(await next, "during");
      assert.equal(fetching.requests[0]?.aborted, true);
    });
  }

  const WAITERS = /** @type {[string, (client: any, abortSignal: AbortSignal) => Promise<any>][]} */ ([
    ["waitUntilStreamLive", (client, abortSignal) => waitUntilStreamLive({ client, maxWaitTime: 600, minDelay: 100, abortSignal }, { channelArn: "a" })],
    ["getWaiter", (client, abortSignal) => client.getWaiter("stream_live").wait({ channelArn: "a", WaiterConfig: { Delay: 100 } }, { abortSignal })],
  ]);

  for (const [title, wait] of WAITERS) {
    test(`${title} ends with the reason before its first poll`, async () => {
      const fetching = playing({});
      assert.equal(await rejection(wait(offline({ fetch: fetching }), AbortSignal.abort("before"))), "before");
      assert.equal(fetching.requests.length, 0);
    });

    test(`${title} ends with the reason during a poll`, async () => {
      const controller = new AbortController();
      const fetching = hanging();
      const waiting = rejection(wait(offline({ fetch: fetching }), controller.signal));
      await until(() => fetching.requests.length === 1);
      controller.abort("during");
      assert.equal(await waiting, "during");
      assert.equal(fetching.requests[0]?.aborted, true);
    });

    test(`${title} ends with the reason while it sleeps, and polls no more`, async () => {
      const controller = new AbortController();
      const fetching = playing({ body: '{"stream":{"state":"OFFLINE"}}' });
      const waiting = rejection(wait(offline({ fetch: fetching }), controller.signal));
      await until(() => fetching.requests.length === 1);
      await pause(20);
      controller.abort(["asleep"]);
      assert.deepEqual(await waiting, ["asleep"]);
      await pause(20);
      assert.equal(fetching.requests.length, 1);
      assert.equal(getEventListeners(controller.signal, "abort").length, 0);
    });
  }
});

test("a provider that never answers is asked anew once every call that waited for it was aborted", async () => {
  let asked = 0;
  const credentials = () => (++asked === 1 ? new Promise(() => {}) : OFFLINE.credentials);
  const client = offline({ fetch: playing({}), credentials, requestTimeout: 0 });
  const [first, second] = [new AbortController(), new AbortController()];
  const waiting = [first, second].map(({ signal }) => rejection(list(client, { abortSignal: signal })));
  first.abort();
  await waiting[0];
  const third = new AbortController();
  const joined = rejection(list(client, { abortSignal: third.signal }));
  second.abort();
  third.abort();
  await Promise.all([...waiting, joined]);
  assert.equal(asked, 1);
  await list(client);
  assert.equal(asked, 2);
});

describe("signals of somebody's own making:", () => {
  const pending = () => offline({ fetch: () => new Promise(() => {}), requestTimeout: 0 });

  test("one that calls the listener while it is added", async () => {
    const signal = { aborted: false, addEventListener: (/** @type {string} */ _, /** @type {() => void} */ listener) => ((signal.aborted = true), listener()) };
    assert.equal((await rejection(list(pending(), { abortSignal: /** @type {any} */ (signal) }))).name, "AbortError");
  });

  test("one whose own onabort throws", async () => {
    const signal = { aborted: false, onabort: () => { throw new Error("theirs"); } };
    const error = rejection(list(pending(), { abortSignal: signal }));
    await new Promise((resolve) => setTimeout(resolve));
    assert.throws(() => signal.onabort(), /theirs/);
    assert.equal((await error).name, "AbortError");
  });

  for (const [title, signal] of /** @type {[string, any][]} */ ([
    ["one that cannot be listened to", { aborted: false, addEventListener: () => { throw 5; } }],
    ["one that is frozen", Object.freeze({ aborted: false, onabort: null })],
    ["one whose state cannot be read", { get aborted() { throw 3; }, addEventListener() {} }],
  ])) {
    test(title, async () => {
      const error = await rejection(list(pending(), { abortSignal: signal }));
      assert.equal(error.name, "ParamValidationError");
      assert.match(error.message, /^options\.abortSignal: /);
    });
  }
});
