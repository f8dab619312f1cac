// @ts-check
// `metadataStream`: what each kind of failure means for the items that it met, in virtual time.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeMetadata, metadataStream } from "ivs-wasm/metadata";
import { offline, playing, rejection, time } from "./behave.mjs";
import { after, ARN, arnOf, service } from "./metadata-service.mjs";
import { recorder, refusal, stream } from "./metadata-streams.mjs";

/** As AWS's services name them. */
const EXPIRED = ["ExpiredTokenException", "ExpiredToken", "InvalidSignatureException", "SignatureDoesNotMatch", "RequestTimeTooSkewed", "RequestExpired", "RequestInTheFuture"];

describe("credentials or a time that were refused", () => {
  for (const name of EXPIRED) {
    for (const more of [{}, { $retryable: {} }]) {
      test(`${name}${"$retryable" in more ? ", which the client says is worth another attempt," : ""} sends the batch once more, at once`, async (t) => {
        time(t);
        const client = recorder((number) => { if (number === 2) throw refusal(name, 403, more); });
        const { writer, dropped, sent } = stream(client, { mode: "single", resend: false });
        for (const item of ["a", "b", "c"]) await writer.write(item);
        await writer.close();
        assert.deepEqual(client.texts, ["a", "b", "b", "c"]);
        assert.ok(client.calls[2].at - client.calls[1].at <= 210, "as soon as the rate allows");
        assert.deepEqual(sent, ["a", "b", "c"]);
        assert.deepEqual(dropped, [], "nothing is unconfirmed");
      });

      test(`${name}${"$retryable" in more ? ", however retryable," : ""} a second time in a row ends the stream`, async (t) => {
        time(t);
        const client = recorder(() => { throw refusal(name, 403, more); });
        const { writer, dropped } = stream(client);
        await writer.write("a");
        const error = await rejection(writer.closed);
        assert.equal(error.name, name);
        assert.equal(client.calls.length, 2);
        assert.deepEqual(dropped, [{ items: ["a"], reason: "failed", unconfirmed: 0, error }]);
      });
    }
  }

  test("another time, for another batch, is another first time", async (t) => {
    time(t);
    const client = recorder((number) => { if (number % 2 === 1) throw refusal("ExpiredTokenException", 403); });
    const { writer, sent } = stream(client, { mode: "single" });
    for (const item of ["a", "b", "c"]) await writer.write(item);
    await writer.close();
    assert.deepEqual(sent, ["a", "b", "c"]);
    assert.equal(client.calls.length, 6);
  });

  test("after a lost answer leaves that unconfirmed", async (t) => {
    time(t);
    const client = recorder((number) => { throw number === 1 ? new Error("lost") : refusal("ExpiredTokenException", 403); });
    const { writer, dropped } = stream(client);
    await writer.write("a");
    await rejection(writer.closed);
    assert.equal(client.calls.length, 3);
    assert.equal(dropped[0].unconfirmed, 1);
  });

  test("of an IvsClient that learns the time from the answer", async (t) => {
    const clock = time(t);
    const early = new Date(clock.now + 3_600_000).toUTCString();
    const fetching = playing({ status: 403, code: "RequestTimeTooSkewed", headers: { date: early } }, {});
    const { writer, sent, dropped } = stream(offline({ fetch: fetching }), { resend: false });
    await writer.write("a");
    await writer.close();
    assert.deepEqual([sent, dropped], [["a"], []]);
    assert.match(String(fetching.requests[1].headers.get("x-amz-date")), /^20261122T01/);
  });

  test("GetStream that is refused so is no answer: PutMetadata is tried", async (t) => {
    time(t);
    const client = recorder((number) => { if (number === 1) throw refusal("ChannelNotBroadcasting", 404); });
    const { writer, sent } = stream(Object.assign(client, { getStream: async () => { throw refusal("ExpiredTokenException", 403); } }));
    await writer.write("a");
    await writer.close();
    assert.deepEqual(sent, ["a"]);
  });
});

describe("credentials that AWS's SDK has none of", () => {
  for (const name of ["CredentialsProviderError", "ProviderError", "TokenProviderError"]) {
    test(`${name} ends the stream`, async (t) => {
      time(t);
      const client = recorder(() => { throw Object.assign(new Error("Could not load credentials from any providers"), { name, tryNextLink: false }); });
      const { writer, dropped } = stream(client);
      await writer.write("a");
      const error = await rejection(writer.closed);
      assert.equal(error.name, name);
      assert.equal(client.calls.length, 1);
      assert.deepEqual(dropped.map(({ items, reason }) => ({ items, reason })), [{ items: ["a"], reason: "failed" }]);
    });
  }
});

describe("an item that is refused", () => {
  for (const bad of [NaN, "x".repeat(2000)]) {
    test("fails its write when what was written before is sent", async (t) => {
      time(t);
      const client = recorder(undefined, 50);
      const { writer, sent } = stream(client, { mode: "single" });
      for (const item of ["a", "b", "c"]) await writer.write(item);
      const later = rejection(writer.write(bad).finally(() => assert.deepEqual(sent, ["a", "b", "c"])));
      assert.equal((await later).name, "ParamValidationError");
      assert.equal((await rejection(writer.closed)).name, "ParamValidationError");
    });
  }

  for (const failure of [refusal("ChannelNotBroadcasting", 404), new Error("lost")]) {
    test(`leaves a stream that can be aborted, while ${failure.message} holds up what was written before`, async (t) => {
      time(t);
      const client = recorder(() => { throw failure; });
      const { writer, dropped } = stream(client, { retryTime: Infinity });
      await writer.write("a");
      const refused = rejection(writer.write(NaN));
      await after(20_000);
      const reason = new Error("enough");
      await writer.abort(reason);
      assert.equal((await refused).name, "ParamValidationError");
      assert.equal(await rejection(writer.closed), reason);
      assert.deepEqual(dropped.map(({ items, reason }) => ({ items, reason })), [{ items: ["a"], reason: "aborted" }]);
      const { length } = client.calls;
      await after(60_000);
      assert.equal(client.calls.length, length, "and no call follows");
    });
  }

  test("does not outlive a failure of what was written before", async (t) => {
    time(t);
    const client = recorder(() => { throw refusal("AccessDeniedException", 403); });
    const { writer, dropped } = stream(client);
    await writer.write("a");
    await rejection(writer.write(NaN));
    assert.equal((await rejection(writer.closed)).name, "AccessDeniedException");
    assert.deepEqual(dropped.map(({ items, reason }) => ({ items, reason })), [{ items: ["a"], reason: "failed" }]);
  });

  test("is told of at once where it is dropped", async (t) => {
    time(t);
    const told = /** @type {unknown[]} */ ([]);
    const writer = metadataStream(recorder(), { channelArn: ARN, whenRefused: "drop", onDrop: ({ items }) => void told.push(...items), onSent: ({ items }) => void told.push(...items) }).getWriter();
    for (const item of ["a", NaN, "b"]) await writer.write(item);
    await writer.close();
    assert.deepEqual(told, [NaN, "a", "b"]);
  });
});

describe("one 429", () => {
  test("on a quiet account slows nothing down for longer than its pause", async (t) => {
    time(t);
    const begin = Date.now();
    const client = recorder((number) => { if (number === 1) throw refusal("ThrottlingException", 429); }, 5);
    const streams = [0, 1, 2].map((index) => stream(client, { mode: "single", channelArn: arnOf(index) }));
    await Promise.all(streams.map(async ({ writer }) => {
      for (let number = 0; number < 20; number++) await writer.write(number);
      await writer.close();
    }));
    // Four seconds for 20 of each, up to two of the pause, and those of the backoff.
    assert.ok(Date.now() - begin < 7000, `${Date.now() - begin}`);
  });

  test("on a busy account halves what is sent", async (t) => {
    time(t);
    const begin = Date.now();
    let number = 0;
    const remote = service({ fault: () => (number++ === 700 ? "throttled" : undefined) });
    const client = offline({ fetch: remote.fetch });
    const streams = Array.from({ length: 40 }, (_, index) => stream(client, { mode: "single", channelArn: arnOf(index) }));
    await Promise.all(streams.map(async ({ writer }) => {
      for (let number = 0; number < 60; number++) await writer.write(number);
      await writer.close();
    }));
    const times = remote.calls.map(({ at }) => at - begin);
    const throttledAt = times[700];
    const during = times.filter((at) => at > throttledAt && at <= throttledAt + 3000).length / 3;
    assert.ok(during < 80, `${during} a second`);
    assert.deepEqual(remote.violations, []);
  });
});

describe("a promise as an item", () => {
  const pending = Promise.resolve("text");
  /** @type {[string, any, RegExp][]} */
  const PROMISES = [
    ["a promise", pending, /^item: is a promise: await it$/],
    ["a thenable", { then() {} }, /^item: is a promise: await it$/],
    ["a toJSON that gives one", { toJSON: async () => "text" }, /^item: is a promise: await it$/],
    ["an object with one", { text: pending }, /^item: has a promise: await it$/],
    ["a list with one", [[pending]], /^item: has a promise: await it$/],
  ];
  for (const [title, item, message] of PROMISES) {
    for (const mode of ["batch", "single"]) {
      test(`${title} is refused (${mode})`, async () => {
        const error = await rejection(stream(recorder(), { mode }).writer.write(item));
        assert.equal(error.name, "ParamValidationError");
        assert.match(error.message, message);
      });
    }
  }

  test("a member that is called then, and is data, is none", async (t) => {
    time(t);
    const client = recorder();
    const { writer } = stream(client);
    const items = [{ then: "later" }, { then: null, now: { then: [1] } }];
    for (const item of items) await writer.write(item);
    await writer.close();
    assert.deepEqual(client.texts.flatMap((text) => decodeMetadata(text).items), items);
  });
});
