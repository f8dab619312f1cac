// @ts-check
// `ivs-wasm/events`: every documented event is parsed from whatever carries it, and what is no event of IVS is refused.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { runInNewContext } from "node:vm";
import * as core from "ivs-wasm";
import { ParamValidationError, parseIvsEvent } from "ivs-wasm/events";
import * as junk from "./junk.mjs";

const require = createRequire(import.meta.url);

/** @type {any[]} */
const FIXTURES = JSON.parse(await readFile(new URL("../fixtures/events.json", import.meta.url), "utf8"));

const NAMES = ["event_name", "limit_name", "recording_status"];
/** @param {any} event */
const nameOf = (event) => NAMES.map((name) => event.detail[name]).find(Boolean);
/** @param {any} event */
const titleOf = (event) => `${event["detail-type"]}: ${nameOf(event)}`;
/** An event to change, the first of those with this name. @param {string} name @returns {any} */
const copyOf = (name) => structuredClone(FIXTURES.find((event) => nameOf(event) === name));

/**
 * The problems for which something is refused.
 *
 * @param {unknown} input
 * @param {string} [label]
 */
function problems(input, label) {
  let given;
  try {
    given = parseIvsEvent(input);
  } catch (error) {
    assert.ok(error instanceof ParamValidationError, `${label}: ${error}`);
    assert.ok(error instanceof core.ParamValidationError, "it is that of the client too");
    assert.equal(error.name, "ParamValidationError");
    assert.ok(error.problems.length > 0, label);
    for (const { path, message } of error.problems) assert.ok(error.message.includes(`${path}: ${message}`));
    return error.problems;
  }
  assert.fail(`${label ?? "this"} is taken for ${JSON.stringify(given)?.slice(0, 200)}`);
}

/** Where those problems are. @param {unknown} input @param {string} [label] */
const places = (input, label) => problems(input, label).map(({ path }) => path);

/** @param {any} value @returns {any} */
function frozen(value) {
  if (typeof value === "object" && value !== null && !ArrayBuffer.isView(value)) Object.values(Object.freeze(value)).forEach(frozen);
  return value;
}

const bytes = (/** @type {string} */ text) => new TextEncoder().encode(text);
const sqs = (/** @type {string} */ body) => ({ messageId: "m", receiptHandle: "r", body, attributes: {}, messageAttributes: {}, md5OfBody: "", eventSource: "aws:sqs", eventSourceARN: "arn:aws:sqs:us-west-2:123456789012:queue", awsRegion: "us-west-2" });
const received = (/** @type {string} */ Body) => ({ MessageId: "m", ReceiptHandle: "r", MD5OfBody: "", Body });
const sns = (/** @type {string} */ Message) => ({ Type: "Notification", MessageId: "m", TopicArn: "arn:aws:sns:us-west-2:123456789012:topic", Message, Timestamp: "2026-11-28T10:00:00.000Z", SignatureVersion: "1", Signature: "", SigningCertURL: "https://h/c.pem", UnsubscribeURL: "https://h/u" });
const snsRecord = (/** @type {string} */ message) => ({ EventSource: "aws:sns", EventVersion: "1.0", EventSubscriptionArn: "arn", Sns: { ...sns(message), MessageAttributes: {} } });

/** What brings an event, by the JSON of the event. @type {Record<string, (json: string) => unknown>} */
const CARRIERS = {
  "its object": (json) => JSON.parse(json),
  "its object, of another realm": (json) => runInNewContext("JSON.parse(json)", { json }),
  "its object, without a prototype": (json) => Object.assign(Object.create(null), JSON.parse(json)),
  "its text": (json) => json,
  "its text, indented": (json) => JSON.stringify(JSON.parse(json), null, 2),
  "its text after a byte order mark": (json) => `\ufeff${json}`,
  "its bytes": bytes,
  "its bytes after a byte order mark": (json) => bytes(`\ufeff${json}`),
  "its bytes within others": (json) => bytes(`xx${json}x`).subarray(2, -1),
  "its bytes, of another realm": (json) => runInNewContext("Uint8Array.from(bytes)", { bytes: [...bytes(json)] }),
  "a Buffer": (json) => Buffer.from(json),
  "an ArrayBuffer": (json) => bytes(json).buffer,
  "a DataView": (json) => new DataView(bytes(json).buffer),
  "an SQS record": sqs,
  "the text of an SQS record": (json) => JSON.stringify(sqs(json)),
  "a message of ReceiveMessage": received,
  "an SNS request": (json) => JSON.stringify(sns(json)),
  "the bytes of an SNS request": (json) => bytes(JSON.stringify(sns(json))),
  "an SNS message": sns,
  "an SNS record": snsRecord,
  "an SQS record that holds an SNS message": (json) => sqs(JSON.stringify(sns(json))),
  "the body of that SQS record": (json) => JSON.stringify(sns(json)),
  "a message of ReceiveMessage that holds an SNS message": (json) => received(JSON.stringify(sns(json))),
  "an SQS record whose body is parsed already": (json) => ({ ...sqs(""), body: JSON.parse(json) }),
};

test("there are 37 events of 8 types", () => {
  assert.equal(FIXTURES.length, 37);
  assert.equal(new Set(FIXTURES.map(({ id }) => id)).size, 37);
  assert.equal(new Set(FIXTURES.map((event) => event["detail-type"])).size, 8);
});

describe("each documented event is parsed from", () => {
  for (const [title, carry] of Object.entries(CARRIERS)) {
    test(title, () => {
      for (const event of FIXTURES) {
        const given = parseIvsEvent(frozen(carry(JSON.stringify(event))));
        assert.deepEqual(JSON.parse(JSON.stringify(given)), event, titleOf(event));
      }
    });
  }
});

test("an event that is an object already is given back as it is", () => {
  for (const event of FIXTURES) assert.equal(parseIvsEvent(event), event);
});

test("what is parsed is plain data", () => {
  const event = parseIvsEvent(JSON.stringify(copyOf("Token Exchanged")));
  for (const object of [event, event.detail, event.resources]) assert.ok([Object.prototype, Array.prototype].includes(Object.getPrototypeOf(object)));
});

test("the copy that is required parses the same, and throws errors of the same class", () => {
  const required = require("ivs-wasm/events");
  assert.notEqual(required.parseIvsEvent, parseIvsEvent);
  for (const event of FIXTURES) assert.deepEqual(required.parseIvsEvent(JSON.stringify(event)), event);
  assert.throws(() => required.parseIvsEvent("{"), ParamValidationError);
});

describe("what the types do not know is kept", () => {
  test("members, at each level", () => {
    for (const event of FIXTURES) {
      const more = structuredClone({ ...event, "new-member": { a: [1] }, body: "b", Body: 1, Sns: {}, Message: "m", Records: [] });
      Object.assign(more.detail, { new_member: null, toString: 1, constructor: { prototype: {} }, hasOwnProperty: "" });
      if (more.detail.new_token) more.detail.new_token.more = true;
      assert.deepEqual(parseIvsEvent(JSON.stringify(more)), more);
    }
  });

  for (const name of ["Stream Paused", "", "constructor", "toString", "__proto__", "hasOwnProperty", "x".repeat(10_000), "stream start", "\ud800"]) {
    test(`a variant, and a type, named ${JSON.stringify(name.slice(0, 20))}`, () => {
      for (const event of FIXTURES) {
        const discriminator = NAMES.find((name) => name in event.detail) ?? "";
        const variant = { ...event, detail: { [discriminator]: name, other: 1 } };
        assert.deepEqual(parseIvsEvent(JSON.stringify(variant)), variant);
        const type = { ...event, "detail-type": name, detail: {} };
        assert.deepEqual(parseIvsEvent(JSON.stringify(type)), type);
      }
    });
  }

  test("calls that CloudTrail reports, and the type that nobody describes", () => {
    for (const type of ["AWS API Call via CloudTrail", "IVS Publisher Recording State Change"]) {
      const event = { ...FIXTURES[0], "detail-type": type, detail: { eventName: "CreateChannel", requestParameters: { tags: {} } } };
      assert.equal(parseIvsEvent(event), event);
    }
  });

  test("events without resources, without a channel's name, and replayed", () => {
    const event = { ...copyOf("Stream Start"), resources: [], "replay-name": "replay" };
    event.detail.channel_name = "";
    assert.equal(parseIvsEvent(event), event);
  });

  test("a start of a recording that lists its streams", () => {
    const event = copyOf("Recording Start");
    event.detail.recording_session_stream_ids = ["st-1"];
    assert.equal(parseIvsEvent(event), event);
    event.detail.recording_session_stream_ids = [1];
    assert.deepEqual(places(event), ["event.detail.recording_session_stream_ids"]);
  });
});

/** Those that may be absent: what only replicas have, and what an application need not give. */
const OPTIONAL = /\.(replica|source_stage_arn|source_session_id|user_id|attributes)$/;
/** What any object of strings is right for. */
const MAP = /\.attributes$/;

/**
 * All members of an event that the types know, with their paths.
 *
 * @param {any} of @param {string} [path] @returns {{ path: string, of: any, name: string }[]}
 */
function members(of, path = "event") {
  return Object.keys(of).flatMap((name) => {
    const place = name.includes("-") ? `${path}["${name}"]` : `${path}.${name}`;
    const isObject = typeof of[name] === "object" && !Array.isArray(of[name]) && !MAP.test(place);
    return [{ path: place, of, name }, ...(isObject ? members(of[name], place) : [])];
  });
}

/** What a member is not, by what it is. @type {Record<string, unknown[]>} */
const WRONG = {
  string: [null, 1, true, [], ["a"], {}, { length: 1 }],
  number: [null, "1", true, [], [1], {}, NaN, Infinity, 1n],
  boolean: [null, "true", 0, [], {}],
  array: [null, "a", 1, true, {}, { length: 0 }, [1], [null], ["a", ["b"]], [undefined], [, "a"], { 0: "a", length: 1 }],
  object: [null, "a", 1, true, [], [{}], new Map(), new Date(), () => {}],
};

describe("a damaged event is refused, and the refusal names the member:", () => {
  /** Each member of each event, changed. @param {(place: { path: string, of: any, name: string }, event: any) => void} check */
  const forEachMember = (check) => {
    let count = 0;
    for (const fixture of FIXTURES) {
      for (const { path } of members(fixture)) {
        const event = structuredClone(fixture);
        const place = members(event).find((member) => member.path === path);
        assert.ok(place);
        check(place, event);
        count += 1;
      }
    }
    assert.ok(count > 500, `${count} members`);
  };

  test("each that is missing", () => {
    forEachMember(({ path, of, name }, event) => {
      const title = `${titleOf(event)} without ${path}`;
      const isSometimesAbsent = OPTIONAL.test(path) || (path.endsWith(".code") && event.detail.event_name === "Session Ended");
      delete of[name];
      for (const input of [event, JSON.stringify(event)]) {
        if (isSometimesAbsent) assert.deepEqual(parseIvsEvent(input), event, title);
        else assert.deepEqual(places(input, title), [path === 'event["detail-type"]' ? "input" : path], title);
      }
    });
  });

  test("each of a wrong type", () => {
    forEachMember(({ path, of, name }, event) => {
      const type = Array.isArray(of[name]) ? "array" : typeof of[name];
      const title = `${titleOf(event)}: ${path}`;
      for (const wrong of WRONG[type]) {
        of[name] = wrong;
        assert.deepEqual(places(event, title), [path], title);
      }
    });
  });

  test("each that is inherited", () => {
    forEachMember(({ path, of, name }, event) => {
      if (OPTIONAL.test(path) || path.endsWith(".code")) return;
      const value = of[name];
      delete of[name];
      Object.setPrototypeOf(of, { [name]: value });
      assert.deepEqual(places(event, path), [path === 'event["detail-type"]' ? "input" : path]);
    });
  });

  test("all that is wrong at once", () => {
    const event = copyOf("Ingest Bitrate");
    Object.assign(event, { id: "", time: "today", resources: "arn" });
    event.detail.limit_value = "1";
    delete event.detail.stream_id;
    assert.deepEqual(problems(event), [
      { path: "event.id", message: "expected a string of 1 to 256 characters, got string" },
      { path: "event.time", message: "expected a timestamp such as 2026-11-28T10:00:00Z, got string" },
      { path: "event.resources", message: "expected a list of strings, got string" },
      { path: "event.detail.limit_value", message: "expected a number, got string" },
      { path: "event.detail.stream_id", message: "is missing: expected a string" },
    ]);
  });

  test("times that are none", () => {
    const event = copyOf("Participant Published");
    for (const time of ["", "now", "2026-11-28", "2026-11-28 10:00:00Z", "2026-11-28T10:00:00", "2026-13-28T10:00:00Z", "2026-11-28T10:00:60Z", " 2026-11-28T10:00:00Z", "2026-11-28T10:00:00.Z", "1764324000"]) {
      assert.deepEqual(places({ ...event, time }, time), ["event.time"]);
      assert.deepEqual(places({ ...event, detail: { ...event.detail, event_time_precise: time } }, time), ["event.detail.event_time_precise"]);
    }
    for (const time of ["2026-11-28T10:00:00Z", "2026-11-28T10:00:00.5Z", "2026-11-28T10:00:00.089061676Z", "2026-11-28T10:00:00+01:00"]) parseIvsEvent({ ...event, time });
  });

  test("times of a million digits, at once", { timeout: 10_000 }, () => {
    const event = copyOf("Participant Published");
    for (const digits of ["0".repeat(1_000_000), `${"0".repeat(1_000_000)}1`, "1".repeat(1_000_000)]) {
      const time = `2026-11-28T10:00:00.${digits}Z`;
      assert.deepEqual(places(JSON.stringify({ ...event, time })), ["event.time"]);
      assert.deepEqual(places({ ...event, detail: { ...event.detail, event_time_precise: time } }), ["event.detail.event_time_precise"]);
    }
    parseIvsEvent({ ...event, time: `2026-11-28T10:00:00.${"0".repeat(19)}1Z` });
  });

  test("ids that nobody can keep", () => {
    assert.deepEqual(places({ ...FIXTURES[0], id: "x".repeat(257) }), ["event.id"]);
    parseIvsEvent({ ...FIXTURES[0], id: "x".repeat(256) });
  });

  test("another source", () => {
    for (const source of ["aws.s3", "aws.ivs ", "AWS.IVS", "", "custom"]) {
      assert.deepEqual(problems({ ...FIXTURES[0], source }), [{ path: "event.source", message: 'expected "aws.ivs": this is no event of IVS' }]);
    }
  });

  test("the name that tells variants from each other", () => {
    for (const fixture of FIXTURES) {
      const name = NAMES.find((name) => name in fixture.detail);
      const event = structuredClone(fixture);
      event.detail = { [name === "event_name" ? "limit_name" : "event_name"]: "Stream Start" };
      assert.deepEqual(places(event), [`event.detail.${name}`]);
    }
  });
});

describe("what is no event is refused", () => {
  test("JSON that was cut off anywhere", () => {
    const json = JSON.stringify(copyOf("Token Exchanged"));
    for (let length = 0; length < json.length; length += 1) {
      assert.deepEqual(places(json.slice(0, length)), ["input"]);
      if (length % 50 === 0) {
        for (const [title, carry] of Object.entries(CARRIERS).slice(13, -1)) assert.equal(places(carry(json.slice(0, length)), title).length, 1);
      }
    }
  });

  test("JSON of something else, and text that is no JSON", () => {
    for (const text of ["", " ", "null", "true", "1", '"text"', "[]", "{}", `[${JSON.stringify(FIXTURES[0])}]`, JSON.stringify(JSON.stringify(FIXTURES[0])), "undefined", "{'a':1}", "<html>", "\0", "\ud800", "detail-type=x"]) {
      assert.deepEqual(places(text, text), ["input"]);
      assert.deepEqual(places(sqs(text), text), ["input.body"]);
      assert.deepEqual(places(snsRecord(text), text), ["input.Sns.Message"]);
      assert.deepEqual(places(sqs(JSON.stringify(sns(text))), text), ["input.body.Message"]);
    }
  });

  test("bytes that are no UTF-8, or hold nothing", () => {
    for (const bytes of [[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], []]) assert.deepEqual(places(Uint8Array.from(bytes)), ["input"]);
    const utf16 = Buffer.from(JSON.stringify(FIXTURES[0]), "utf16le");
    assert.deepEqual(places(utf16), ["input"]);
  });

  test("carriers within carriers that nobody sends", () => {
    const json = JSON.stringify(FIXTURES[0]);
    const twice = { "SQS in SQS": sqs(JSON.stringify(sqs(json))), "SNS in SNS": sns(JSON.stringify(sns(json))), "SQS in SNS": sns(JSON.stringify(sqs(json))) };
    for (const [title, input] of Object.entries(twice)) assert.equal(places(input, title).length, 1);
    let text = json;
    for (let depth = 0; depth < 8; depth += 1) text = JSON.stringify(depth % 2 ? sqs(text) : sns(text));
    assert.equal(places(text).length, 1);
  });

  test("what has to be taken apart, or answered, first", () => {
    assert.match(problems({ Records: [sqs("{}")] })[0].message, /pass each of its Records/);
    assert.match(problems({ ...sns("You have chosen to subscribe"), SubscribeURL: "https://h/" })[0]?.message, /is no JSON/);
    assert.match(problems({ Type: "SubscriptionConfirmation", SubscribeURL: "https://h/" })[0].message, /SubscribeURL/);
    assert.match(problems({})[0].message, /has no detail-type: expected an event, or an SQS record or SNS message with one/);
    assert.match(problems(Promise.resolve(FIXTURES[0]))[0].message, /expected an event, or its JSON as text or bytes, got object/);
    for (const [input, type] of [[null, "null"], [undefined, "undefined"], [5, "number"], [[FIXTURES[0]], "array"]]) {
      assert.equal(problems(input)[0].message, `expected an event, or its JSON as text or bytes, got ${type}`);
    }
  });

  test("members of prototypes", () => {
    const event = FIXTURES[0];
    assert.deepEqual(places(Object.create(event)), ["input"]);
    assert.deepEqual(places(`{"__proto__":${JSON.stringify(event)}}`), ["input"]);
    assert.deepEqual(places({ __proto__: event, "detail-type": event["detail-type"] }).slice(0, 2), ["event.version", "event.id"]);
    for (const json of [JSON.stringify(event).replace("{", '{"__proto__":{},'), JSON.stringify(event).replace('"detail":{', '"detail":{"more":[{"__proto__":1}],')]) {
      assert.deepEqual(problems(json), [{ path: "event", message: "has a member named __proto__" }]);
    }
    assert.equal(/** @type {any} */ ({}).version, undefined);
  });

  test("what is larger or deeper than any event, at once", { timeout: 20_000 }, () => {
    const event = copyOf("Stream Start");
    const nested = (/** @type {number} */ depth) => JSON.stringify(event).replace('"detail":{', `"detail":{"more":${"[".repeat(depth)}${"]".repeat(depth)},`);
    parseIvsEvent(nested(62));
    for (const depth of [63, 1_000, 1_000_000]) assert.equal(places(nested(depth)).length, 1, `${depth} levels`);
    parseIvsEvent({ ...event, more: "x".repeat(10_000_000) });
    assert.deepEqual(places(JSON.stringify({ ...event, more: "x".repeat(4 << 20) })), ["input"]);
    assert.deepEqual(places(bytes(JSON.stringify({ ...event, more: "x".repeat(4 << 20) }))), ["input"]);
    assert.deepEqual(places({ ...event, more: Array.from({ length: 100_000 }, () => ({})) }), ["event"]);
    assert.deepEqual(places({ ...event, resources: new Array(4294967295) }), ["event.resources"]);
    assert.deepEqual(places({ ...event, resources: Array(100_001).fill("a") }), ["event.resources"]);
    parseIvsEvent({ ...event, more: new Uint8Array(1 << 28) });
  });

  test("cycles, and no object that is shared", () => {
    const cyclic = copyOf("Stream Start");
    cyclic.detail.self = cyclic;
    assert.deepEqual(places(cyclic), ["event"]);
    let shared = /** @type {any} */ ({});
    for (let level = 0; level < 60; level += 1) shared = { a: shared, b: shared };
    const event = { ...copyOf("Stream Start"), shared };
    assert.equal(parseIvsEvent(event), event);
  });

  test("whatever else there is", { timeout: 60_000 }, () => {
    for (const { label, make } of [...junk.light(), ...junk.heavy()]) {
      problems(make(), label);
      for (const name of ["body", "Body", "Sns", "Message"]) problems({ [name]: make() }, label);
      problems({ Sns: { Message: make() } }, label);
      for (const name of ["detail", "extra"]) attempt({ ...copyOf("Stream Start"), [name]: make() }, `${name}: ${label}`);
    }
    for (const { label, make } of junk.light()) {
      for (const name of ["version", "id", "detail-type", "source", "resources"]) attempt({ ...copyOf("Stream Start"), [name]: make() }, `${name}: ${label}`);
      for (const name of ["event_name", "channel_name", "new_token", "extra"]) {
        const event = copyOf("Token Exchanged");
        event.detail[name] = make();
        attempt(event, `${name}: ${label}`);
      }
    }
  });

  test("a thousand random events are parsed or refused", () => {
    const next = junk.random(12);
    const names = [...new Set(FIXTURES.flatMap((event) => [...Object.keys(event), ...Object.keys(event.detail)]))];
    for (let count = 0; count < 1_000; count += 1) {
      const event = structuredClone(FIXTURES[Math.floor(next() * FIXTURES.length)]);
      const places = members(event);
      const { of, name } = places[Math.floor(next() * places.length)];
      of[name] = junk.tree(next, names);
      attempt(event, `no. ${count}`);
    }
  });

  /** Nothing but an event or a refusal comes of it. @param {unknown} input @param {string} label */
  function attempt(input, label) {
    try {
      assert.equal(parseIvsEvent(input), input);
    } catch (error) {
      assert.ok(error instanceof ParamValidationError, `${label}: ${error}`);
    }
  }
});

test("a refusal quotes nothing of what was refused", () => {
  const secret = "sk_us-west-2_abcdefghijkl_secret";
  const event = copyOf("Stream Start");
  for (const input of [`${secret}`, `{"${secret}"`, `{"a":"${secret}"}`, `[${secret}]`, sqs(secret), snsRecord(secret), { ...event, time: secret }, { ...event, source: secret }, { ...event, resources: [1, secret] }, { ...event, detail: secret }, { get body() { throw new Error(secret); } }]) {
    for (const { path, message } of problems(input)) assert.ok(!`${path}${message}`.includes("sk_"), message);
  }
});
