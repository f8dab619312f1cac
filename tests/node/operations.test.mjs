// @ts-check
// Every operation in both API styles, against ivs-local, which verifies every signature.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { startLocal } from "./local.mjs";
import { body, comparable, methodName, play, steps } from "./scenario.mjs";
import { OFFLINE, answering, recording, strictly } from "./wire.mjs";

const { IvsClient } = ivs;
const exports = /** @type {Record<string, any>} */ (ivs);

const OPERATIONS = Object.keys(exports)
  .filter((name) => /^[A-Z]\w*Command$/.test(name) && name !== "Command")
  .map((name) => name.slice(0, -"Command".length));

/** Methods of the client that are not operations. */
const NOT_OPERATIONS = new Set(["constructor", "send", "call", "destroy", "toString", "toJSON", "canPaginate", "getPaginator", "getWaiter", "generatePresignedUrl"]);
const METHODS = methodsOf(IvsClient.prototype);

const NO_CONTENT = new Set(["PutMetadata", ...OPERATIONS.filter((name) => name.startsWith("Delete"))]);
NO_CONTENT.delete("DeletePlaybackKeyPair");

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** @param {any} prototype */
function methodsOf(prototype) {
  const names = new Set();
  for (let level = prototype; level && level !== Object.prototype; level = Object.getPrototypeOf(level)) {
    for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(level))) {
      if (typeof value === "function" && !name.startsWith("_") && !NOT_OPERATIONS.has(name)) names.add(name);
    }
  }
  return names;
}

/** @type {Record<string, (client: any) => import("./scenario.mjs").Call>} */
const STYLES = {
  methods: (client) => (operation, input) => client[methodName(operation)](input),
  commands: (client) => (operation, input) => client.send(new exports[`${operation}Command`](input)),
};

test("there are 46 operations, a method and a command for each, and the scenario uses all of them", () => {
  assert.equal(OPERATIONS.length, 46);
  assert.deepEqual([...METHODS].sort(), OPERATIONS.map(methodName).sort());
  assert.deepEqual([...new Set(steps.map((step) => step.operation))].sort(), [...OPERATIONS].sort());
});

describe("the life of an account", () => {
  /** @type {Record<string, any[]>} */
  const played = {};

  for (const [style, through] of Object.entries(STYLES)) {
    test(`by ${style}`, async () => {
      const local = await startLocal();
      try {
        const client = new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials });
        const requestIds = new Set();
        played[style] = await play(through(client), local, {
          onStep({ operation }, _input, { $metadata }) {
            assert.equal($metadata.httpStatusCode, NO_CONTENT.has(operation) ? 204 : 200, operation);
            assert.match($metadata.requestId, UUID, operation);
            assert.ok(!requestIds.has($metadata.requestId), "every request has an id of its own");
            requestIds.add($metadata.requestId);
            assert.equal($metadata.attempts, 1, operation);
            assert.equal($metadata.totalRetryDelay, 0, operation);
          },
        });
        const called = new Set(played[style].map(({ operation }) => operation));
        assert.deepEqual([...called].sort(), [...OPERATIONS].sort(), "every operation was called");
      } finally {
        await local.stop();
      }
    });
  }

  test("is the same in both styles", () => {
    assert.ok(played.methods && played.commands, "both styles were played to the end");
    const commands = comparable(played.commands);
    assert.equal(played.methods.length, commands.length);
    for (const [index, step] of comparable(played.methods).entries()) assert.deepEqual(step, commands[index], `step ${index}, ${step.operation}`);
  });
});

describe("what is sent", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  /** @type {ReturnType<typeof recording>} */
  let fetching;
  /** @type {any} */
  let client;
  /** @type {string} */
  let channel;

  before(async () => {
    local = await startLocal();
    fetching = recording();
    client = new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials, fetch: fetching });
    channel = (await client.createChannel({ name: "wire" })).channel.arn;
  });
  after(() => local?.stop());

  test("an empty string is sent, undefined and null are absent", async () => {
    await client.updateChannel({ arn: channel, recordingConfigurationArn: "", name: undefined, latencyMode: null });
    assert.deepEqual(JSON.parse(fetching.last().body), { arn: channel, recordingConfigurationArn: "" });
    const { channel: updated } = await client.getChannel({ arn: channel });
    assert.equal(updated.name, "wire");
  });

  test("false and zero are sent", async () => {
    await client.createRecordingConfiguration({
      destinationConfiguration: { s3: { bucketName: "bucket" } },
      recordingReconnectWindowSeconds: 0,
    });
    assert.equal(JSON.parse(fetching.last().body).recordingReconnectWindowSeconds, 0);
    await client.updateChannel({ arn: channel, authorized: false });
    assert.deepEqual(JSON.parse(fetching.last().body), { arn: channel, authorized: false });
  });

  test("nested undefined and null are absent too", async () => {
    await client.updateChannel({ arn: channel, multitrackInputConfiguration: { enabled: false, policy: undefined, maximumResolution: null } });
    assert.deepEqual(JSON.parse(fetching.last().body), { arn: channel, multitrackInputConfiguration: { enabled: false } });
  });

  for (const [title, input] of /** @type {[string, any][]} */ ([["undefined", undefined], ["null", null], ["{}", {}]])) {
    test(`an input of ${title} is an empty one`, async () => {
      const output = await client.listChannels(input);
      assert.ok(Array.isArray(output.channels));
      assert.deepEqual(JSON.parse(fetching.last().body || "{}"), {});
      assert.deepEqual(body(await client.send(new ivs.ListChannelsCommand(input))), body(output));
    });
  }

  test("an ARN in a path is escaped, and GET has no body", async () => {
    await client.listTagsForResource({ resourceArn: channel });
    const { url, method, body: sent } = fetching.last();
    assert.equal(method, "GET");
    assert.equal(url.pathname, `/tags/${encodeURIComponent(channel)}`);
    assert.ok(url.pathname.includes("%3A") && url.pathname.includes("%2F"));
    assert.equal(sent, "");
  });

  test("tag keys are repeated in the query in the order given, whatever they contain", async () => {
    const tagKeys = ["z", "a b", "a+b", "a/b", "ключ", "𝒳", "a=b", "a:b@c", "z", "-_."];
    await client.untagResource({ resourceArn: channel, tagKeys });
    const { url, method } = fetching.last();
    assert.equal(method, "DELETE");
    assert.deepEqual(url.searchParams.getAll("tagKeys"), tagKeys);
    assert.equal(url.search, `?${tagKeys.map((key) => `tagKeys=${strictly(key)}`).join("&")}`);
  });

  test("invalid tag keys arrive whole, with a valid signature, for the service to reject", async () => {
    const tagKeys = ["a&b", "100%", "%41", "a?b#c", "a\\b", "\"", "a;b~", "e\u0301", "🎥", "!'()*", "\u0000\n"];
    await assert.rejects(client.untagResource({ resourceArn: channel, tagKeys }), { name: "ValidationException" });
    assert.deepEqual(fetching.last().url.searchParams.getAll("tagKeys"), tagKeys);
    assert.equal(fetching.last().url.search, `?${tagKeys.map((key) => `tagKeys=${strictly(key)}`).join("&")}`);
  });

  test("an empty list of tag keys gives no query", async () => {
    await assert.rejects(client.untagResource({ resourceArn: channel, tagKeys: [] }), { name: "ValidationException" });
    assert.equal(fetching.last().url.search, "");
  });

  test("a Date is sent as ISO 8601 in UTC", async () => {
    const at = new Date("2031-02-03T04:05:06.789Z");
    await client.insertAdBreak({ channelArn: channel, durationSeconds: 1, targetStartAt: at }).catch(() => {});
    const sent = JSON.parse(fetching.last().body).targetStartAt;
    assert.match(sent, /^2031-02-03T04:05:06(\.\d+)?Z$/);
    assert.equal(new Date(sent).getTime(), at.getTime(), "to the millisecond");
  });

  test("the headers are the signed ones that the service's CORS rules allow", async () => {
    await client.getChannel({ arn: channel });
    const { headers } = fetching.last();
    const allowed = new Set([
      "content-type", "authorization", "x-amz-date", "x-amz-security-token", "x-amz-user-agent", "amz-sdk-invocation-id", "amz-sdk-request",
    ]);
    // Pages leave that one to the browser, and it is not signed.
    assert.deepEqual([...headers.keys()].filter((name) => !allowed.has(name)), ["user-agent"]);
    assert.doesNotMatch(headers.get("authorization") ?? "", /[=;]user-agent/);
    assert.equal(headers.get("content-type"), "application/json");
    assert.match(headers.get("x-amz-date") ?? "", /^\d{8}T\d{6}Z$/);
    assert.match(
      headers.get("authorization") ?? "",
      new RegExp(`^AWS4-HMAC-SHA256 Credential=${local.credentials.accessKeyId}/\\d{8}/us-west-2/ivs/aws4_request, ?SignedHeaders=[a-z0-9;-]*host[a-z0-9;-]*, ?Signature=[0-9a-f]{64}$`),
    );
    assert.equal(headers.get("x-amz-security-token"), null);
  });

  test("the input is read and never written", async () => {
    const reads = /** @type {Record<string, number>} */ ({});
    const input = {};
    for (const [key, value] of Object.entries({ name: "read-once", latencyMode: "LOW", tags: Object.freeze({ a: "b" }) })) {
      Object.defineProperty(input, key, {
        enumerable: true,
        get() {
          reads[key] = (reads[key] ?? 0) + 1;
          return value;
        },
      });
    }
    Object.freeze(input);
    await client.createChannel(input);
    assert.deepEqual(reads, { name: 1, latencyMode: 1, tags: 1 });
    assert.deepEqual(JSON.parse(fetching.last().body), { name: "read-once", latencyMode: "LOW", tags: { a: "b" } });
  });

  test("a frozen input and one without a prototype are accepted", async () => {
    await client.createChannel(Object.freeze({ name: "frozen", tags: Object.freeze({ "ключ": "" }) }));
    assert.deepEqual(JSON.parse(fetching.last().body), { name: "frozen", tags: { "ключ": "" } });
    await client.createChannel(Object.assign(Object.create(null), { name: "bare", tags: Object.assign(Object.create(null), { a: "b" }) }));
    assert.deepEqual(JSON.parse(fetching.last().body), { name: "bare", tags: { a: "b" } });
  });

  test("a tag named __proto__ is a tag", async () => {
    await client.tagResource({ resourceArn: channel, tags: JSON.parse('{"__proto__":"x","constructor":"y","toString":"z"}') });
    const { tags } = await client.listTagsForResource({ resourceArn: channel });
    assert.deepEqual(Object.entries(tags).sort(), [["__proto__", "x"], ["constructor", "y"], ["toString", "z"]].sort());
    assert.equal({}.constructor, Object);
  });

  test("two hundred concurrent calls each get their own response", async () => {
    const names = Array.from({ length: 200 }, (_, index) => `burst-${index}`);
    const made = await Promise.all(names.map((name) => client.createChannel({ name })));
    assert.deepEqual(made.map((output) => output.channel.name), names);
    assert.equal(new Set(made.map((output) => output.channel.arn)).size, names.length);
    assert.equal(new Set(made.map((output) => output.$metadata.requestId)).size, names.length);
  });
});

describe("what comes back", () => {
  const listing = (/** @type {any} */ text, /** @type {ResponseInit} */ init = {}) =>
    /** @type {any} */ (new IvsClient({ ...OFFLINE, fetch: answering(text, init) }));

  test("a session token is sent and signed", async () => {
    const fetching = recording(answering('{"channels":[]}'));
    const client = new IvsClient({ ...OFFLINE, credentials: { ...OFFLINE.credentials, sessionToken: "session+token/==" }, fetch: fetching });
    await client.listChannels({});
    assert.equal(fetching.last().headers.get("x-amz-security-token"), "session+token/==");
    assert.match(fetching.last().headers.get("authorization") ?? "", /SignedHeaders=[^,]*x-amz-security-token/);
  });

  test("a long session token is sent whole", async () => {
    const fetching = recording(answering('{"channels":[]}'));
    const sessionToken = "abcdefghij".repeat(1_500);
    await new IvsClient({ ...OFFLINE, credentials: { ...OFFLINE.credentials, sessionToken }, fetch: fetching }).listChannels({});
    const sent = fetching.last().headers.get("x-amz-security-token");
    assert.ok(sent === sessionToken, `${sent?.length} characters of ${sessionToken.length}`);
  });

  test("without an endpoint override the region's endpoint is called", async () => {
    const fetching = recording(answering('{"channels":[]}'));
    const { endpoint, ...config } = OFFLINE;
    await new IvsClient({ ...config, region: "eu-central-1", fetch: fetching }).listChannels({});
    assert.equal(fetching.last().url.href, "https://ivs.eu-central-1.amazonaws.com/ListChannels");
    assert.match(fetching.last().headers.get("authorization") ?? "", /\/eu-central-1\/ivs\/aws4_request/);
  });

  test("unknown members are kept", async () => {
    const client = listing('{"channel":{"arn":"a","later":{"x":[1,null,"y"]}},"alsoLater":true}');
    assert.deepEqual(body(await client.getChannel({ arn: "a" })), { channel: { arn: "a", later: { x: [1, null, "y"] } }, alsoLater: true });
  });

  test("an empty body is an empty output", async () => {
    for (const [text, status] of /** @type {[any, number][]} */ ([["", 200], [null, 204], ["{}", 200]])) {
      const output = await listing(text, { status }).stopStream({ channelArn: "a" });
      assert.deepEqual(body(output), {});
      assert.equal(output.$metadata.httpStatusCode, status);
    }
  });

  test("a null body and a byte order mark are accepted", async () => {
    assert.deepEqual(body(await listing("null").stopStream({ channelArn: "a" })), {});
    assert.deepEqual(body(await listing('\ufeff{"channels":[]}').listChannels({})), { channels: [] });
  });

  test("members that are null are absent, items that are null are not", async () => {
    const output = await listing('{"channel":{"name":null,"new":[1,{"x":null},null]},"more":{},"a":null,"__proto__":null}').getChannel({ arn: "a" });
    assert.deepEqual(body(output), { channel: { new: [1, {}, null] }, more: {} });
  });

  test("deeply nested nulls are accepted", async () => {
    const deep = `${'{"a":'.repeat(5000)}null${"}".repeat(5000)}`;
    assert.deepEqual(Object.keys(body(await listing(deep).getChannel({ arn: "a" }))), ["a"]);
  });

  test("timestamps are Dates in whatever format the service sends them", async () => {
    for (const written of ['"2026-01-02T03:04:05Z"', '"2026-01-02T03:04:05.000Z"', '"2026-01-02T04:04:05+01:00"', "1767323045"]) {
      const { stream } = await listing(`{"stream":{"startTime":${written}}}`).getStream({ channelArn: "a" });
      assert.ok(stream.startTime instanceof Date, written);
      assert.equal(stream.startTime.toISOString(), "2026-01-02T03:04:05.000Z", written);
    }
  });

  test("timestamps are Dates inside lists and structures", async () => {
    const at = "2026-01-02T03:04:05Z";
    const { streams } = await listing(`{"streams":[{"startTime":"${at}"},{"startTime":null},{}]}`).listStreams({});
    assert.ok(streams[0].startTime instanceof Date);
    assert.ok(streams[1].startTime === undefined || streams[1].startTime === null);
    const { streamSession } = await listing(`{"streamSession":{"truncatedEvents":[{"eventTime":"${at}"}],"endTime":"${at}"}}`).getStreamSession({
      channelArn: "a",
    });
    assert.ok(streamSession.truncatedEvents[0].eventTime instanceof Date && streamSession.endTime instanceof Date);
  });

  test("the request id comes from the header", async () => {
    const output = await listing("{}", { headers: { "x-amzn-requestid": "the-id" } }).listChannels({});
    assert.equal(output.$metadata.requestId, "the-id");
    assert.equal((await listing("{}").listChannels({})).$metadata.requestId, undefined);
  });

  test("enumerations are frozen objects that have each value under its own name", () => {
    const enums = Object.entries(exports).filter(([, value]) => value && typeof value === "object" && Object.values(value).every((v) => typeof v === "string"));
    assert.ok(enums.length >= 10, `${enums.map(([name]) => name)}`);
    for (const [name, values] of enums) {
      assert.ok(Object.isFrozen(values), name);
      for (const value of Object.values(values)) assert.equal(values[value], value, name);
    }
    assert.deepEqual([...new Set(Object.values(ivs.ChannelType))].sort(), ["ADVANCED_HD", "ADVANCED_SD", "BASIC", "STANDARD"]);
    assert.equal(ivs.ChannelType.BASIC, "BASIC");
  });
});
