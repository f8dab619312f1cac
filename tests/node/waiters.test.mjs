// @ts-check
// Waiters in both API styles, against ivs-local and its encoder, and against services with scripted responses.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import {
  AccessDeniedException,
  ChannelNotBroadcasting,
  IvsClient,
  IvsServiceException,
  NetworkError,
  ParamValidationError,
  ResourceNotFoundException,
  TimeoutError,
  WaiterError,
  WaiterState,
  waitUntilRecordingConfigurationActive,
  waitUntilStreamLive,
  waitUntilStreamOffline,
} from "ivs-wasm";
import { startLocal } from "./local.mjs";
import { OFFLINE, recording } from "./wire.mjs";

const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/abcdABCDefgh";
const OFF_AIR = { name: "ChannelNotBroadcasting", status: 404 };
const LIVE = { stream: { channelArn: ARN, state: "LIVE" } };
const QUICK = { minDelay: 0.001, maxDelay: 0.002 };

/**
 * A client whose calls get these responses, the last one repeatedly: an output, or an error's name and status.
 * @param {any[]} answers
 */
function scripted(...answers) {
  const fetching = recording(async () => {
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    if (answer instanceof Error) throw answer;
    if (!answer.status) return Response.json(answer);
    return Response.json({ exceptionMessage: "says the service" }, { status: answer.status, headers: { "x-amzn-errortype": answer.name } });
  });
  return { client: new IvsClient({ ...OFFLINE, fetch: fetching }), asked: () => fetching.sent.length };
}

/** The ways to wait for a stream: the SDK's and boto3's. */
const STYLES = /** @type {Record<string, (client: IvsClient, options?: any) => Promise<any>>} */ ({
  "waitUntilStreamLive": (client, { abortSignal } = {}) => waitUntilStreamLive({ client, maxWaitTime: 20, ...QUICK, abortSignal }, { channelArn: ARN }),
  "getWaiter": (client, options) => client.getWaiter("stream_live").wait({ channelArn: ARN, WaiterConfig: { Delay: 0.001, MaxAttempts: 10_000 } }, options),
});

describe("against ivs-local", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  /** @type {IvsClient} */
  let client;
  before(async () => {
    local = await startLocal(["--creation-ms", "300"]);
    client = new IvsClient(local);
  });
  after(() => local?.stop());

  test("a stream is waited for until it is live, and until it is offline, in either API style", async () => {
    const { channel, streamKey } = await client.createChannel({});
    const [channelArn, key] = [channel?.arn ?? "", streamKey?.value ?? ""];
    const times = { client, maxWaitTime: 20, minDelay: 0.01, maxDelay: 0.02 };
    const WaiterConfig = { Delay: 0.01, MaxAttempts: 2000 };
    /** @type {Record<string, (() => Promise<any>)[]>} */
    const waits = {
      live: [() => waitUntilStreamLive(times, { channelArn }), () => client.getWaiter("streamLive").wait({ channelArn, WaiterConfig })],
      over: [() => waitUntilStreamOffline(times, { channelArn }), () => client.getWaiter("stream_offline").wait({ channelArn, WaiterConfig })],
    };
    await Promise.all(waits.over.map((wait) => wait()));

    const live = waits.live.map((wait) => wait());
    await local.goLive(key);
    const [result, nothing] = await Promise.all(live);
    assert.equal(result.state, WaiterState.SUCCESS);
    assert.equal(result.reason.stream.state, "LIVE");
    assert.equal(result.final, result.reason);
    assert.equal(nothing, undefined);

    const over = waits.over.map((wait) => wait());
    await local.goOffline(key);
    const [{ state, reason }] = await Promise.all(over);
    assert.equal(state, "SUCCESS");
    assert.ok(reason instanceof ChannelNotBroadcasting);
  });

  test("a recording configuration is waited for until it is active, in either API style", async () => {
    for (const wait of [
      (/** @type {string} */ arn) => waitUntilRecordingConfigurationActive({ client, maxWaitTime: 20, minDelay: 0.01, maxDelay: 0.02 }, { arn }),
      (/** @type {string} */ arn) => client.getWaiter("RecordingConfigurationActive").wait({ arn, WaiterConfig: { Delay: 0.01, MaxAttempts: 2000 } }),
    ]) {
      const { recordingConfiguration: made } = await client.createRecordingConfiguration({ destinationConfiguration: { s3: { bucketName: "bucket" } } });
      assert.equal(made?.state, "CREATING");
      await wait(made.arn);
      assert.equal((await client.getRecordingConfiguration({ arn: made.arn })).recordingConfiguration?.state, "ACTIVE");
    }
  });

  test("a recording configuration that fails ends the wait, in either API style", async () => {
    const { recordingConfiguration: made } = await client.createRecordingConfiguration({ destinationConfiguration: { s3: { bucketName: "missing-bucket" } } });
    const arn = made?.arn ?? "";
    for (const wait of [
      () => waitUntilRecordingConfigurationActive({ client, maxWaitTime: 20, minDelay: 0.01, maxDelay: 0.02 }, { arn }),
      () => client.getWaiter("recording_configuration_active").wait({ arn, WaiterConfig: { Delay: 0.01, MaxAttempts: 2000 } }),
    ]) {
      await assert.rejects(wait(), (error) => {
        assert.ok(error instanceof WaiterError);
        assert.equal(error.name, "WaiterError");
        assert.equal(error.message, "Waiter RecordingConfigurationActive failed: the state is CREATE_FAILED");
        assert.equal(error.reason, "the state is CREATE_FAILED");
        assert.equal(/** @type {any} */ (error.lastResponse).recordingConfiguration.arn, arn);
        return true;
      });
    }
  });

  test("a channel that does not exist ends the wait", async () => {
    const channelArn = "arn:aws:ivs:us-west-2:123456789012:channel/nothere00000";
    for (const wait of [
      () => waitUntilStreamLive({ client, maxWaitTime: 20 }, { channelArn }),
      () => waitUntilStreamOffline({ client, maxWaitTime: 20 }, { channelArn }),
      () => client.getWaiter("stream_live").wait({ channelArn }),
      () => client.getWaiter("stream_offline").wait({ channelArn }),
    ]) {
      await assert.rejects(wait(), (error) => {
        assert.ok(error instanceof WaiterError);
        assert.match(error.reason, /^ResourceNotFoundException: ./);
        assert.ok(error.lastResponse instanceof ResourceNotFoundException);
        return true;
      });
    }
  });
});

for (const [style, wait] of Object.entries(STYLES)) {
  describe(style, () => {
    test("polls until the expected state, and no more", async () => {
      const { client, asked } = scripted(OFF_AIR, { stream: { state: "OFFLINE" } }, OFF_AIR, LIVE);
      await wait(client);
      assert.equal(asked(), 4);
    });

    test("fails at once with the error of the service", async () => {
      const { client, asked } = scripted(OFF_AIR, { name: "AccessDeniedException", status: 403 }, LIVE);
      await assert.rejects(wait(client), (error) => {
        assert.ok(error instanceof WaiterError);
        assert.equal(error.message, "Waiter StreamLive failed: AccessDeniedException: says the service");
        assert.ok(error.lastResponse instanceof AccessDeniedException);
        return true;
      });
      assert.equal(asked(), 2);
    });

    test("passes on a local error as it is", async () => {
      await assert.rejects(wait(scripted(new TypeError("no network")).client), NetworkError);
    });

    test("ends with the signal's reason during a delay, and polls no more", async () => {
      const client = new IvsClient(OFFLINE);
      let asked = 0;
      client.call = client.send = async () => /** @type {any} */ ({ stream: { state: "OFFLINE" }, asked: ++asked });
      const controller = new AbortController();
      const reason = new Error("enough");
      const sleeping = style === "getWaiter"
        ? client.getWaiter("stream_live").wait({ channelArn: ARN, WaiterConfig: { Delay: 3000 } }, { abortSignal: controller.signal })
        : waitUntilStreamLive({ client, maxWaitTime: 9000, minDelay: 3000, maxDelay: 3000, abortSignal: controller.signal }, { channelArn: ARN });
      setImmediate(() => controller.abort(reason));
      await assert.rejects(sleeping, (error) => error === reason);
      assert.equal(asked, 1);
    });

    test("rejects an input as a call does, before anything is sent", async () => {
      const { client, asked } = scripted(LIVE);
      const input = /** @type {any} */ ({});
      await assert.rejects(style === "getWaiter" ? client.getWaiter("stream_live").wait(input) : waitUntilStreamLive({ client, maxWaitTime: 5 }, input), /input\.channelArn: /);
      assert.equal(asked(), 0);
    });
  });
}

test("a frozen input is accepted", async () => {
  const { client } = scripted(OFF_AIR, LIVE);
  const input = Object.freeze({ channelArn: ARN });
  await waitUntilStreamLive(Object.freeze({ client, maxWaitTime: 5, ...QUICK }), input);
  await client.getWaiter("stream_live").wait(Object.freeze({ ...input, WaiterConfig: Object.freeze({ Delay: 0 }) }));
});

describe("the SDK's waiter", () => {
  /**
   * Waits for a stream in simulated time.
   * @param {import("node:test").TestContext} context
   * @param {object} config
   * @param {any[]} answers the last one is repeated
   */
  async function waiting(context, config, answers) {
    context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
    /** @type {number[]} */
    const times = [];
    const client = /** @type {any} */ ({
      async send() {
        times.push(Date.now() / 1000);
        const answer = answers.length > 1 ? answers.shift() : answers[0];
        if (answer instanceof Error) throw answer;
        return answer;
      },
    });
    let done = false;
    const wait = waitUntilStreamLive(/** @type {any} */ ({ client, ...config }), { channelArn: ARN });
    const outcome = wait.then((result) => ({ result }), (error) => ({ error })).finally(() => (done = true));
    while (!done) {
      await new Promise(setImmediate);
      context.mock.timers.tick(500);
    }
    return { times, .../** @type {{ result?: any, error?: any }} */ (await outcome) };
  }
  const OFFLINE_YET = { stream: { state: "OFFLINE" } };

  test("fails with a TimeoutError after maxWaitTime", async (context) => {
    const last = new ChannelNotBroadcasting();
    const { times, error } = await waiting(context, { maxWaitTime: 10, minDelay: 4, maxDelay: 4 }, [last]);
    assert.ok(error instanceof TimeoutError);
    assert.equal(error.name, "TimeoutError");
    assert.equal(error.message, "Waiter StreamLive failed: it took more than 10 s");
    assert.equal(error.cause, last);
    assert.deepEqual(times, [0, 4, 8, 10]);
  });

  test("polls once more at the end of maxWaitTime, however long the delays are", async (context) => {
    const { times, result } = await waiting(context, { maxWaitTime: 7, minDelay: 60, maxDelay: 1e12 }, [OFFLINE_YET, LIVE]);
    assert.equal(result.state, "SUCCESS");
    assert.deepEqual(times, [0, 7]);
  });

  test("waits between minDelay and twice the previous delay, and never more than maxDelay", async (context) => {
    context.mock.method(Math, "random", () => 0.5);
    const { times } = await waiting(context, { maxWaitTime: 1000, minDelay: 2, maxDelay: 20 }, [...Array(6).fill(OFFLINE_YET), LIVE]);
    assert.deepEqual(times.slice(1).map((time, index) => time - times[index]), [2, 3, 5, 9, 11, 11]);
  });

  test("goes on after a retryable error", async () => {
    const passing = Object.assign(new IvsServiceException({ name: "ThrottlingException", message: "slower" }), { $retryable: { throttling: true } });
    const answers = [() => Promise.reject(passing), () => Promise.resolve(LIVE)];
    const client = /** @type {any} */ ({ send: () => answers.shift()?.() });
    assert.equal((await waitUntilStreamLive({ client, maxWaitTime: 5, ...QUICK }, { channelArn: ARN })).state, "SUCCESS");
  });

  test("sends through the client's own send, with the signal", async () => {
    /** @type {any[]} */
    const sent = [];
    const { signal } = new AbortController();
    const client = /** @type {any} */ ({ send: async (/** @type {any[]} */ ...given) => sent.push(given) && LIVE });
    await waitUntilStreamLive({ client, maxWaitTime: 5, abortSignal: signal }, { channelArn: ARN });
    await waitUntilStreamLive({ client, maxWaitTime: 5, abortController: { signal } }, { channelArn: ARN });
    for (const [command, options] of sent) {
      assert.equal(command.operation, "GetStream");
      assert.deepEqual(command.input, { channelArn: ARN });
      assert.equal(options.abortSignal, signal);
    }
    assert.equal(sent.length, 2);
  });

  for (const [path, config] of /** @type {[string, any][]} */ ([
    ["config", undefined],
    ["config", 5],
    ["config.client", { maxWaitTime: 5, client: {} }],
    ["config.maxWaitTime", {}],
    ["config.maxWaitTime", { maxWaitTime: 0 }],
    ["config.maxWaitTime", { maxWaitTime: "5" }],
    ["config.maxWaitTime", { maxWaitTime: NaN }],
    ["config.minDelay", { maxWaitTime: 5, minDelay: 0 }],
    ["config.maxDelay", { maxWaitTime: 5, maxDelay: -1 }],
    ["config.maxDelay", { maxWaitTime: 5, minDelay: 10, maxDelay: 5 }],
    ["config.minDelay", { maxWaitTime: 5, get minDelay() { throw new Error("no"); } }],
  ])) {
    test(`rejects ${typeof config === "object" ? Object.entries(Object.getOwnPropertyDescriptors(config)).map(([name, { value }]) => `${name} ${typeof value} ${JSON.stringify(value)}`).join(", ") || "nothing" : config} by ${path}`, async () => {
      const { client, asked } = scripted(LIVE);
      const given = typeof config === "object" ? Object.defineProperties({}, { client: { value: client, enumerable: true, configurable: true }, ...Object.getOwnPropertyDescriptors(config) }) : config;
      await assert.rejects(waitUntilStreamLive(given, { channelArn: ARN }), (error) => {
        assert.ok(error instanceof ParamValidationError, `${error}`);
        assert.deepEqual(error.problems.map((problem) => problem.path), [path]);
        return true;
      });
      assert.equal(asked(), 0);
    });
  }
});

describe("boto3's waiter", () => {
  test("accepts every spelling of a waiter's name, and lists the names for any other", () => {
    const client = new IvsClient(OFFLINE);
    assert.deepEqual(client.waiterNames, ["recording_configuration_active", "stream_live", "stream_offline"]);
    for (const name of ["stream_live", "streamLive", "StreamLive", "stream_offline", "recordingConfigurationActive", ...client.waiterNames]) {
      assert.equal(typeof client.getWaiter(/** @type {any} */ (name)).wait, "function");
    }
    for (const name of ["channel_exists", "", "constructor", "__proto__", undefined, Symbol("stream_live")]) {
      assert.throws(() => client.getWaiter(/** @type {any} */ (name)), (error) => {
        assert.ok(error instanceof ParamValidationError);
        assert.ok(error.message.endsWith(`there is no waiter ${String(name)}; there are recording_configuration_active, stream_live, stream_offline`), error.message);
        return true;
      });
    }
  });

  test("fails with a WaiterError after MaxAttempts", async () => {
    const { client, asked } = scripted(OFF_AIR);
    await assert.rejects(client.getWaiter("stream_live").wait({ channelArn: ARN, WaiterConfig: { Delay: 0, MaxAttempts: 3 } }), (error) => {
      assert.ok(error instanceof WaiterError);
      assert.equal(error.message, "Waiter StreamLive failed: Max attempts exceeded");
      assert.ok(error.lastResponse instanceof ChannelNotBroadcasting);
      return true;
    });
    assert.equal(asked(), 3);
  });

  test("polls 60 times, every 5 seconds, by default", async (context) => {
    context.mock.timers.enable({ apis: ["setTimeout", "Date"], now: 0 });
    const client = new IvsClient(OFFLINE);
    /** @type {number[]} */
    const times = [];
    client.call = async () => times.push(Date.now()) && { stream: { state: "OFFLINE" } };
    let done = false;
    const waiting = assert.rejects(client.getWaiter("stream_live").wait({ channelArn: ARN }), /Max attempts/).finally(() => (done = true));
    while (!done) {
      await new Promise(setImmediate);
      context.mock.timers.tick(1000);
    }
    await waiting;
    assert.deepEqual(times, Array.from({ length: 60 }, (_, index) => index * 5000));
  });

  test("has the options of the call, and no WaiterConfig", async () => {
    const client = new IvsClient(OFFLINE);
    /** @type {any[]} */
    const called = [];
    client.call = async (...given) => called.push(given) && LIVE;
    const options = { requestTimeout: 5 };
    await client.getWaiter("stream_live").wait({ channelArn: ARN, WaiterConfig: { Delay: 1 } }, options);
    assert.deepEqual(called, [["GetStream", { channelArn: ARN }, options]]);
  });

  for (const [name, value] of /** @type {[string, any][]} */ ([["Delay", -1], ["Delay", "5"], ["Delay", NaN], ["MaxAttempts", 0], ["MaxAttempts", 1.5], ["MaxAttempts", "5"], ["delay", 5], ["maxAttempts", 5], ["Timeout", 5]])) {
    test(`rejects ${name} ${typeof value} ${value}`, async () => {
      const { client, asked } = scripted(LIVE);
      await assert.rejects(client.getWaiter("stream_live").wait({ channelArn: ARN, WaiterConfig: { [name]: value } }), (error) => {
        assert.ok(error instanceof ParamValidationError);
        assert.deepEqual(error.problems.map(({ path }) => path), [`WaiterConfig.${name}`]);
        return true;
      });
      assert.equal(asked(), 0);
    });
  }
});
