// @ts-check
// `ivs-wasm/batch`: reads of any number of channels and stream keys, and single reads that are merged.

import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { after, before, describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import { AccessDeniedException, Ivs, IvsClient, IvsServiceException, ParamValidationError, ResourceNotFoundException } from "ivs-wasm";
import { BatchReadError, channelLoader, getChannels, getStreamKeys, streamKeyLoader } from "ivs-wasm/batch";
import { heavy, light } from "./junk.mjs";
import { startLocal } from "./local.mjs";
import { channelArn } from "./scripted-ivs.mjs";
import { OFFLINE } from "./wire.mjs";

const MISSING = channelArn("Missing");
const channelArns = (/** @type {number} */ count) => Array.from({ length: count }, (_, number) => channelArn(number));
const keyArn = (/** @type {number | string} */ name) => channelArn(name).replace("channel/Channel", "stream-key/Key");
const SECRET = "sk_us-west-2_abcdefabcdef_000000000000000000000000000000";

/**
 * A service that has everything but what is named "Missing", and notes its requests.
 *
 * @param {(arns: string[], index: number) => unknown} [answer] of a request, instead of its own
 */
function service(answer) {
  /** @type {{ arns: string[], at: number, operation: string, context: unknown }[]} */
  const requests = [];
  const context = new AsyncLocalStorage();
  const fetch = async (/** @type {any} */ url, /** @type {any} */ init) => {
    const operation = new URL(url).pathname.slice(1);
    const { arns } = JSON.parse(init.body);
    const index = requests.push({ arns, at: performance.now(), operation, context: context.getStore() }) - 1;
    const scripted = await answer?.(arns, index);
    if (scripted instanceof Response) return scripted;
    const [member, kind] = operation === "BatchGetChannel" ? ["channels", "channel"] : ["streamKeys", "stream-key"];
    const there = arns.filter((/** @type {string} */ arn) => arn.includes(`:${kind}/`) && !arn.endsWith("Missing"));
    const items = there.map((/** @type {string} */ arn) => ({ arn, name: arn.split("/")[1], ...(kind === "stream-key" ? { value: SECRET } : {}) }));
    const errors = arns.filter((/** @type {string} */ arn) => !there.includes(arn)).map((/** @type {string} */ arn) => ({ arn, code: "404", message: `Resource: ${arn} not found` }));
    // In another order than they were asked for.
    return Response.json(scripted ?? { [member]: items.reverse(), ...(errors.length > 0 ? { errors } : {}) });
  };
  return { requests, context, client: new IvsClient({ ...OFFLINE, fetch, maxAttempts: 1 }), fetch };
}

const refused = () => Response.json({ exceptionMessage: "not allowed" }, { status: 403, headers: { "x-amzn-errortype": "AccessDeniedException" } });

describe("getChannels", () => {
  test("reads them in their order, repeated ones once, 50 a call", async () => {
    const { client, requests } = service();
    const arns = channelArns(120);
    const given = [...arns.toReversed(), ...arns, MISSING, MISSING];
    const { channels, errors } = await getChannels(client, Object.freeze(given));
    assert.deepEqual(channels.map((channel) => channel?.arn), [...arns.toReversed(), ...arns, undefined, undefined]);
    assert.equal(channels[0], channels[239], "the same object");
    assert.deepEqual(errors, [{ arn: MISSING, code: "404", message: `Resource: ${MISSING} not found` }]);
    assert.deepEqual(requests.map(({ arns }) => arns.length), [50, 50, 21]);
    assert.equal(new Set(requests.flatMap(({ arns }) => arns)).size, 121);
  });

  test("errors are in the order of the ARNs, whichever call comes back first", async () => {
    const arns = Array.from({ length: 120 }, (_, number) => channelArn(`${number}Missing`));
    const { client } = service((_, index) => new Promise((resolve) => setTimeout(resolve, 30 - 10 * index, undefined)));
    const { channels, errors } = await getChannels(client, arns);
    assert.deepEqual(errors.map(({ arn }) => arn), arns);
    assert.ok(channels.length === 120 && channels.every((channel) => channel === undefined));
  });

  test("calls nothing for no ARNs, takes arrays of other realms, and one of exactly 50", async () => {
    const { client, requests } = service();
    assert.deepEqual(await getChannels(client, []), { channels: [], errors: [] });
    assert.deepEqual(await getChannels(client, runInNewContext("[]")), { channels: [], errors: [] });
    assert.equal(requests.length, 0);
    await getChannels(client, runInNewContext("given.slice()", { given: channelArns(50) }));
    assert.equal(requests.length, 1);
    const { channels } = await getChannels(new Ivs({ ...OFFLINE, fetch: service().fetch }), channelArns(1));
    assert.equal(channels[0]?.name, "Channel0");
  });

  test("an ARN that the answer says nothing of is an error", async () => {
    const { client } = service(() => ({ channels: [{ arn: channelArn(7) }], errors: [{ arn: channelArn(8), code: "404" }] }));
    const { channels, errors } = await getChannels(client, channelArns(2));
    assert.deepEqual(channels, [undefined, undefined]);
    assert.deepEqual(errors, channelArns(2).map((arn) => ({ arn, message: "the service's answer has neither it nor an error of it" })));
  });

  test("refuses a wrong ARN before anything is sent", async () => {
    const { client, requests } = service();
    await assert.rejects(getChannels(client, [...channelArns(60), keyArn(1)]), {
      name: "ParamValidationError",
      message: "arns[60]: expected a channel's ARN, such as arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl",
    });
    await assert.rejects(getStreamKeys(client, channelArns(1)), { message: "arns[0]: expected a stream key's ARN, such as arn:aws:ivs:us-west-2:123456789012:stream-key/AbCdEfGhIjKl" });
    assert.equal(requests.length, 0);
  });

  test("when a call fails, the error has what was read and what remains, and no more is sent", async () => {
    const { client, requests } = service((_, index) => (index === 2 ? refused() : undefined));
    const arns = [...channelArns(999), MISSING];
    const error = await getChannels(client, arns).then(() => assert.fail("it resolved"), (error) => error);
    assert.ok(error instanceof BatchReadError);
    assert.ok(error.cause instanceof AccessDeniedException);
    const { items, errors, remaining } = error.partial;
    assert.equal(error.message, `batchGetChannel: not allowed; ${remaining.length} of 1000 were not read`);
    assert.equal(items.size + errors.length + remaining.length, 1000);
    assert.ok(requests.length <= 5 && items.size >= 100, `${requests.length} requests`);
    assert.deepEqual(remaining.slice(0, 50), arns.slice(100, 150));
    assert.equal(new Set([...items.keys(), ...remaining]).size, 1000);
  });

  test("an abort rejects with its reason", async () => {
    for (const when of ["before", "during", "while it waits"]) {
      const controller = new AbortController();
      const reason = new Error("enough");
      const { client, requests } = service(() => (when === "during" ? (controller.abort(reason), new Promise(() => {})) : undefined));
      if (when === "before") controller.abort(reason);
      if (when === "while it waits") setTimeout(() => controller.abort(reason), 200);
      const began = performance.now();
      await assert.rejects(getChannels(client, channelArns(1000), { abortSignal: controller.signal }), (error) => error === reason);
      assert.ok(performance.now() - began < 900);
      assert.equal(requests.length, { before: 0, during: 1, "while it waits": 5 }[when]);
    }
  });

  test("an abort ends the wait for a client that does not know signals", async () => {
    const client = { batchGetChannel: () => new Promise(() => {}) };
    const controller = new AbortController();
    const options = { abortSignal: controller.signal };
    setTimeout(() => controller.abort(new Error("enough")), 20);
    const waiting = [getChannels(/** @type {any} */ (client), channelArns(60), options), channelLoader(/** @type {any} */ (client), options)(channelArn(1))];
    for (const wait of waiting) await assert.rejects(wait, { message: "enough" });
  });

  test("keeps to 5 calls in any second, and uses them", async () => {
    const { client, requests } = service();
    const began = performance.now();
    const parts = await Promise.all([getChannels(client, channelArns(300)), getChannels(client, channelArns(300))]);
    assert.deepEqual(parts.map(({ channels }) => channels.length), [300, 300]);
    assert.ok(performance.now() - began < 4000);
    const most = Math.max(...requests.map(({ at: begin }) => requests.filter(({ at }) => at >= begin && at < begin + 1000).length));
    assert.deepEqual([requests.length, most], [12, 5]);
  });
});

describe("getStreamKeys", () => {
  test("reads them with their values, which no error shows", async () => {
    const arns = Array.from({ length: 60 }, (_, number) => keyArn(number));
    const { streamKeys } = await getStreamKeys(service().client, arns);
    assert.deepEqual(streamKeys.map((key) => [key?.arn, key?.value]), arns.map((arn) => [arn, SECRET]));

    const { client } = service((_, index) => (index === 1 ? refused() : undefined));
    const error = await getStreamKeys(client, arns).then(() => assert.fail("it resolved"), (error) => error);
    assert.equal(error.partial.items.get(arns[0]).value, SECRET);
    const { inspect } = await import("node:util");
    for (const shown of [JSON.stringify(error), inspect(error, { depth: 9 }), error.stack, JSON.stringify({ ...error })]) assert.ok(!shown.includes(SECRET));
  });
});

describe("channelLoader", () => {
  test("reads all channels of a turn by one call, each once", async () => {
    const { client, requests } = service();
    const load = channelLoader(client);
    const later = async (/** @type {number} */ ticks, /** @type {string} */ arn) => {
      for (let tick = 0; tick < ticks; tick += 1) await undefined;
      return load(arn);
    };
    const arns = channelArns(10);
    const channels = await Promise.all([...arns.map((arn, number) => later(number, arn)), ...arns.map(load)]);
    assert.deepEqual(channels.map(({ arn }) => arn), [...arns, ...arns]);
    assert.equal(channels[3], channels[13]);
    assert.equal(requests.length, 1);
    assert.deepEqual(new Set(requests[0]?.arns), new Set(arns));
    assert.equal(requests[0]?.arns.length, 10);
  });

  test("keeps nothing for the next turn, and reads one by a batch of one", async () => {
    const { client, requests } = service();
    const load = channelLoader(client);
    const first = await load(channelArn(1));
    const second = await load(channelArn(1));
    assert.notEqual(first, second);
    assert.deepEqual(requests.map(({ arns, operation }) => [arns.length, operation]), [[1, "BatchGetChannel"], [1, "BatchGetChannel"]]);
  });

  test("reads more than 50 by more calls", async () => {
    const { client, requests } = service();
    const load = channelLoader(client);
    const arns = [...channelArns(120), ...channelArns(120)];
    const channels = await Promise.all(arns.map(load));
    assert.deepEqual(channels.map(({ arn }) => arn), arns);
    assert.deepEqual(requests.map(({ arns }) => arns.length), [50, 50, 20]);
  });

  test("does not depend on the timer of the read that came first, which may be gone with its request", async (t) => {
    const { client, requests } = service();
    const load = channelLoader(client);
    await load(channelArn(0)); // the instance is ready
    const lost = t.mock.method(globalThis, "setTimeout", () => 0);
    void load(channelArn(1));
    lost.mock.restore();
    assert.equal((await load(channelArn(2))).name, "Channel2");
    assert.equal((await load(channelArn(1))).name, "Channel1");
    assert.deepEqual(requests.slice(1).map(({ arns }) => arns), [channelArns(3).slice(1), [channelArn(1)]]);
  });

  test("a wrong or missing ARN is the affair of who asked for it", async () => {
    const load = channelLoader(service().client);
    const settled = await Promise.allSettled([load(channelArn(1)), load(MISSING), load("nonsense"), load(MISSING), load(/** @type {any} */ (undefined)), load(channelArn(2))]);
    assert.deepEqual(settled.map((one) => (one.status === "fulfilled" ? one.value.name : one.reason.name)), [
      "Channel1", "ResourceNotFoundException", "ParamValidationError", "ResourceNotFoundException", "ParamValidationError", "Channel2",
    ]);
  });

  test("a call that fails rejects those whom it was made for, and no others", async () => {
    const { client } = service((arns) => (arns.includes(channelArn(1)) ? refused() : undefined));
    const load = channelLoader(client);
    const settled = await Promise.allSettled(channelArns(70).map(load));
    assert.deepEqual(settled.map(({ status }) => status), [...Array(50).fill("rejected"), ...Array(20).fill("fulfilled")]);
    assert.ok(settled.every((one) => one.status === "fulfilled" || one.reason instanceof AccessDeniedException));
    assert.equal((await load(channelArn(2))).name, "Channel2", "and not those who ask later");
  });

  test("other errors of items have the classes of the single call's", async () => {
    const codes = { 400: "ValidationException", 403: "AccessDeniedException", 429: "ThrottlingException", 500: "InternalServerException", 503: "ServiceUnavailable", PendingVerification: "PendingVerification", 418: "418", Newer: "Newer" };
    for (const [code, name] of Object.entries(codes)) {
      const { client } = service((arns) => ({ errors: arns.map((arn) => ({ arn, code, message: "why" })) }));
      await assert.rejects(channelLoader(client)(channelArn(1)), (error) => {
        assert.ok(error instanceof IvsServiceException);
        const status = /** @type {any} */ (error).$metadata.httpStatusCode;
        assert.deepEqual([error.name, error.message, status], [name, "why", Number(code) || 200]);
        return true;
      });
    }
    const { client } = service(() => ({}));
    await assert.rejects(channelLoader(client)(channelArn(1)), { name: "UnknownError", message: "the service's answer has neither it nor an error of it" });
  });

  test("has the context of the read that came first, and the signal of its options", async () => {
    const { client, context, requests } = service();
    const controller = new AbortController();
    const load = channelLoader(client, { abortSignal: controller.signal });
    await Promise.all([context.run("a", () => load(channelArn(1))), context.run("b", () => load(channelArn(2)))]);
    assert.deepEqual(requests.map(({ context }) => context), ["a"]);
    const stores = await Promise.all(["c", "d"].map((name) => context.run(name, async () => (await load(channelArn(name)), context.getStore()))));
    assert.deepEqual(stores, ["c", "d"], "each goes on in its own");
    const waiting = load(channelArn(3));
    controller.abort(new Error("enough"));
    await assert.rejects(waiting, { message: "enough" });
    assert.equal(requests.length, 2);
  });
});

describe("on ivs-local", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  before(async () => void (local = await startLocal()));
  after(() => local?.stop());

  test("a missing ARN rejects with the error of the single call", async () => {
    const ivs = new IvsClient(local);
    const [single, merged] = await Promise.all([ivs.getChannel({ arn: MISSING }), channelLoader(ivs)(MISSING)].map((call) => call.then(() => assert.fail("it is there"), (error) => error)));
    assert.ok(merged instanceof ResourceNotFoundException && single instanceof ResourceNotFoundException);
    for (const member of /** @type {const} */ (["name", "message", "$fault", "exceptionMessage"])) assert.equal(merged[member], single[member], member);
    assert.equal(merged.$metadata.httpStatusCode, single.$metadata.httpStatusCode);
    assert.ok(merged.$metadata.requestId);
    assert.match(merged.stack ?? "", /^ResourceNotFoundException: /);
  });

  test("130 channels and their keys", async () => {
    const ivs = new IvsClient(local);
    const made = await Promise.all(Array.from({ length: 130 }, (_, number) => ivs.createChannel({ name: `channel-${number}` })));
    const arns = made.map(({ channel }) => channel?.arn ?? "");
    const { channels, errors } = await getChannels(ivs, arns);
    assert.deepEqual(channels.map((channel) => channel?.name), made.map((_, number) => `channel-${number}`));
    const keys = made.map(({ streamKey }) => streamKey?.arn ?? "");
    const { streamKeys } = await getStreamKeys(ivs, keys);
    assert.deepEqual(streamKeys.map((key) => key?.value), made.map(({ streamKey }) => streamKey?.value));
    assert.deepEqual(errors, []);
    assert.equal((await streamKeyLoader(ivs)(keys[5] ?? "")).value, made[5]?.streamKey?.value);
  });
});

describe("junk is taken or refused, never more:", { concurrency: true }, () => {
  const { client } = service();
  /** A mock whose answer never comes is waited for. @param {any} junk */
  const answer = (junk) => (typeof junk?.then === "function" ? undefined : junk);
  /** @type {Record<string, (junk: any) => unknown>} */
  const calls = {
    "getChannels client": (junk) => getChannels(junk, channelArns(1)),
    "getChannels arns": (junk) => getChannels(client, junk),
    "getChannels an ARN": (junk) => getChannels(client, [junk]),
    "getChannels options": (junk) => getChannels(client, [], junk),
    "getChannels abortSignal": (junk) => getChannels(client, [], { abortSignal: junk }),
    "getStreamKeys arns": (junk) => getStreamKeys(client, junk),
    "channelLoader client": (junk) => channelLoader(junk),
    "channelLoader options": (junk) => channelLoader(client, junk),
    "channelLoader an ARN": (junk) => channelLoader(client)(junk),
    "answers": (junk) => getChannels({ batchGetChannel: async () => answer(junk) }, channelArns(1)),
    "answers with channels": (junk) => getChannels(/** @type {any} */ ({ batchGetChannel: async () => ({ channels: junk }) }), channelArns(1)),
    "answers with a channel": (junk) => getChannels(/** @type {any} */ ({ batchGetChannel: async () => ({ channels: [junk] }) }), channelArns(1)),
    "answers with errors": (junk) => getChannels(/** @type {any} */ ({ batchGetChannel: async () => ({ errors: junk }) }), channelArns(1)),
    "errors": (junk) => getChannels({ batchGetChannel: async () => Promise.reject(junk) }, channelArns(1)),
  };
  /** @param {string} where @param {string} label @param {any} junk @param {(junk: any) => unknown} call */
  async function refuses(where, label, junk, call) {
    const error = await (async () => call(junk))().then(() => undefined, (reason) => reason ?? new Error("nothing was thrown"));
    if (error === undefined) return false;
    assert.ok(error instanceof ParamValidationError || error instanceof BatchReadError, `${where}, ${label}: ${error?.stack ?? String(error)}`);
    assert.ok(error.message.length < 1000 && !/[\u2028\u202e\r\n]|\0/.test(error.message), `${where}, ${label}: ${error.message.slice(0, 200)}`);
    return true;
  }
  for (const [where, call] of Object.entries(calls)) {
    test(where, async () => {
      let refused = 0;
      const junk = light();
      for (const { label, make } of junk) refused += Number(await refuses(where, label, make(), call));
      assert.ok(where.startsWith("answers") || refused > junk.length / 4, `${refused} of ${junk.length} were refused`);
    });
  }
  test("megabytes, without much work", async () => {
    for (const { label, make } of heavy()) {
      const junk = make();
      for (const [where, call] of Object.entries(calls)) {
        const began = performance.now();
        await refuses(where, label, junk, call);
        assert.ok(performance.now() - began < 10_000, `${where}, ${label}`);
      }
    }
  });
});
