// @ts-check
// Presigned URLs of operations: every operation is called through one, against ivs-local, which verifies the signatures with AWS's own
// signer. tests/peers compares the URLs with botocore's.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { startLocal } from "./local.mjs";
import { methodName, play, steps } from "./scenario.mjs";
import { OFFLINE } from "./wire.mjs";

const { CredentialsError, IvsClient, ParamValidationError } = ivs;
const OPERATIONS = Object.keys(ivs).filter((name) => /^[A-Z]\w*Command$/.test(name)).map((name) => name.slice(0, -"Command".length));
const METHODS = { ListTagsForResource: "GET", UntagResource: "DELETE" };
const TIMES = new Set(["startTime", "endTime", "eventTime", "targetStartAt"]);

/** Forms of an operation's name. */
const FORMS = [(/** @type {string} */ name) => name, methodName, (/** @type {string} */ name) => name.replace(/(?<!^)[A-Z]/g, "_$&").toLowerCase()];

/**
 * What the recipient of the URL does with it.
 *
 * @param {string} url
 * @param {string} operation
 * @param {RequestInit} [init]
 */
function follow(url, operation, init) {
  const method = /** @type {Record<string, string>} */ (METHODS)[operation] ?? "POST";
  const typed = new URL(url).searchParams.get("X-Amz-SignedHeaders")?.includes("content-type");
  return fetch(url, { method, ...(typed && { headers: { "content-type": "application/json" } }), ...init });
}

/** @param {Response} response @returns {Promise<any>} its JSON, with dates */
async function answer(response) {
  const text = await response.text();
  assert.ok(response.ok, `${response.status} ${text}`);
  return text ? JSON.parse(text, (key, value) => (TIMES.has(key) && typeof value === "string" ? new Date(value) : value)) : {};
}

/**
 * The result of a function that runs while the clock is off by so many milliseconds.
 *
 * @template T
 * @param {number} milliseconds
 * @param {() => Promise<T>} action
 */
async function shifted(milliseconds, action) {
  const { now } = Date;
  Date.now = () => now() + milliseconds;
  try {
    return await action();
  } finally {
    Date.now = now;
  }
}

/** @type {import("./local.mjs").Local} */
let local;
/** @type {any} */
let client;
/** @type {string} */
let channel;

before(async () => {
  local = await startLocal();
  client = new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials });
  channel = (await client.createChannel({ name: "presigned" })).channel.arn;
});
after(() => local?.stop());

test("every operation can be called by the holder of its URL", async () => {
  const fresh = await startLocal();
  try {
    const signing = new IvsClient({ endpoint: fresh.endpoint, region: fresh.region, credentials: fresh.credentials });
    let count = 0;
    const played = await play(async (operation, params) => {
      const form = FORMS[(count += 1) % FORMS.length];
      return answer(await follow(await signing.generatePresignedUrl(form(operation), { params }), operation));
    }, fresh);
    assert.equal(OPERATIONS.length, 46);
    assert.deepEqual([...new Set(played.map(({ operation }) => operation))].sort(), OPERATIONS.sort());
    assert.ok(played.length > steps.length);
  } finally {
    await fresh.stop();
  }
});

describe("a URL", () => {
  const tags = () => ["ListTagsForResource", { resourceArn: channel }];
  const channels = () => ["GetChannel", { arn: channel }];

  for (const [title, of] of /** @type {[string, () => any][]} */ ([["of a GET", tags], ["of a POST", channels]])) {
    test(`${title} is valid until it expires`, async () => {
      const [operation, params] = of();
      const made = (/** @type {number} */ ago, /** @type {number} */ expiresIn) =>
        shifted(-1_000 * ago, () => client.generatePresignedUrl(operation, { params, expiresIn }));
      for (const [ago, expiresIn] of [[0, 3_600], [3_000, 3_600], [604_700, 604_800]]) {
        assert.equal((await follow(await made(ago, expiresIn), operation)).status, 200, `${expiresIn} s, after ${ago} s`);
      }
      for (const [ago, expiresIn] of [[3, 1], [3_602, 3_600], [604_802, 604_800]]) {
        const response = await follow(await made(ago, expiresIn), operation);
        assert.equal(response.status, 403, `${expiresIn} s, after ${ago} s`);
        assert.match((await response.json()).message, /^Signature expired: /);
      }
    });

    test(`${title} is rejected after a change`, async () => {
      const [operation, params] = of();
      const url = await client.generatePresignedUrl(operation, { params, expiresIn: 60 });
      assert.equal((await follow(url, operation)).status, 200);
      for (const changed of [
        url.replace("X-Amz-Expires=60", "X-Amz-Expires=600"),
        url.replace(/(?<=X-Amz-Signature=)./, (/** @type {string} */ digit) => (digit === "0" ? "1" : "0")),
        url.replace(/(?<=channel%2F)./, (/** @type {string} */ letter) => (letter === "a" ? "b" : "a")),
        `${url}&maxResults=1`,
      ]) {
        assert.notEqual(changed, url);
        assert.equal((await follow(changed, operation)).status, 403, changed);
      }
    });
  }

  test("is rejected with another method, content type or body than the signed ones", async () => {
    const url = await client.generatePresignedUrl("GetChannel", { params: { arn: channel } });
    for (const init of [
      { method: "PUT" },
      { headers: { "content-type": "text/plain" } },
      { headers: {} },
      { body: "{}" },
    ]) {
      const { status } = await follow(url, "GetChannel", init);
      assert.ok([403, 404].includes(status), `${status} for ${JSON.stringify(init)}`);
    }
  });

  test("is signed for the given method", async () => {
    const params = { resourceArn: channel };
    // A HEAD is answered as a GET is, but signed as itself.
    for (const httpMethod of ["HEAD", "head"]) {
      const url = await client.generatePresignedUrl("listTagsForResource", { params, httpMethod });
      assert.equal((await fetch(url, { method: "HEAD" })).status, 200);
      assert.equal((await fetch(url)).status, 403);
    }
  });

  test("has the session token", async () => {
    const sessionToken = "to/k+en==";
    const signing = new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: { ...local.credentials, sessionToken } });
    const url = await signing.generatePresignedUrl("GetChannel", { params: { arn: channel } });
    assert.equal(new URL(url).searchParams.get("X-Amz-Security-Token"), sessionToken);
    assert.equal((await follow(url, "GetChannel")).status, 200);
    assert.equal((await follow(url.replace("to%2Fk", "to%2Fl"), "GetChannel")).status, 403);
  });

  test("is valid for an hour, at the region's endpoint, by default", async () => {
    const { region, credentials } = OFFLINE;
    const url = new URL(await new IvsClient({ region, credentials }).generatePresignedUrl("list_channels"));
    assert.equal(url.origin + url.pathname, "https://ivs.us-west-2.amazonaws.com/ListChannels");
    assert.deepEqual(
      [...url.searchParams.keys()].sort(),
      ["X-Amz-Algorithm", "X-Amz-Credential", "X-Amz-Date", "X-Amz-Expires", "X-Amz-Signature", "X-Amz-SignedHeaders"],
    );
    assert.equal(url.searchParams.get("X-Amz-Expires"), "3600");
  });
});

describe("the request of a URL", () => {
  /** @param {any} of @param {any} [options] @param {any} [signing] @returns {Promise<string[]>} the paths of the problems */
  async function wrong(of, options, signing = client) {
    const error = await signing.generatePresignedUrl(of, options).then(() => assert.fail("was made"), (/** @type {any} */ caught) => caught);
    assert.ok(error instanceof ParamValidationError, `${error}`);
    return error.problems.map(({ path }) => path);
  }

  test("is validated like a call", async () => {
    assert.deepEqual(await wrong("createChannel", { params: { nam: "a", authorized: "yes", tags: { a: 5 } } }), ["input.nam", "input.authorized", 'input.tags["a"]']);
    assert.deepEqual(await wrong("getChannel"), ["input.arn"]);
    assert.deepEqual(await wrong("getChannel", { params: 5 }), ["input"]);
    assert.deepEqual(await wrong("untagResource", { params: { resourceArn: "..", tagKeys: [5] } }), ["input.resourceArn", "input.tagKeys[0]"]);
  });

  test("has to name an operation", async () => {
    for (const name of ["", "channels", "list-channels", "LISTCHANNELS", "list__channels", "ListChannelsCommand", "toString", "x".repeat(100_000), undefined, null, 5, {}, Symbol("s")]) {
      assert.deepEqual(await wrong(name), ["operation"], String(name));
    }
  });

  test("expires in 1 to 604,800 whole seconds", async () => {
    for (const expiresIn of [0, -1, 0.5, 604_800.5, 604_801, 2 ** 32 + 60, NaN, Infinity, "60", 60n, true, {}, [60]]) {
      const error = await client.generatePresignedUrl("listChannels", { expiresIn }).catch((/** @type {any} */ caught) => caught);
      assert.ok(error instanceof ParamValidationError, String(expiresIn));
      assert.match(error.message, /^options\.expiresIn: .*\b1 to 604800\b/, String(expiresIn));
    }
    for (const expiresIn of [1, 604_800]) assert.ok((await client.generatePresignedUrl("listChannels", { expiresIn })).includes(`X-Amz-Expires=${expiresIn}&`));
  });

  test("has an HTTP method", async () => {
    for (const httpMethod of ["", "GET ", "G ET", "GET\n", "GÉT", "GET/", "ſ", 5, {}]) {
      assert.deepEqual(await wrong("listChannels", { httpMethod }), ["options.httpMethod"], String(httpMethod));
    }
  });

  test("has options that are an object, or none", async () => {
    for (const options of [null, 5, "x"]) assert.deepEqual(await wrong("listChannels", options), ["options"]);
    const hostile = { get params() { throw new Error("mine"); } };
    assert.deepEqual(await wrong("listChannels", hostile), ["options.params"]);
    for (const options of [undefined, {}, { params: null, expiresIn: null, httpMethod: undefined }]) assert.ok(await client.generatePresignedUrl("listChannels", options));
  });

  test("is not written to, and sends nothing", async () => {
    const params = Object.freeze({ tags: Object.freeze({ a: "b" }), name: "a" });
    const signing = new IvsClient({ ...OFFLINE, fetch: () => assert.fail("something was sent") });
    const url = new URL(await signing.generatePresignedUrl("createChannel", Object.freeze({ params, expiresIn: 5 })));
    assert.equal(url.searchParams.get("tags"), '{"a":"b"}');
  });

  test("is not signed without credentials", async () => {
    await assert.rejects(new IvsClient({ region: "us-west-2", credentials: /** @type {any} */ ({}) }).generatePresignedUrl("listChannels"), CredentialsError);
  });
});

test("a repeated tag key, and a value of every kind, is in the query", async () => {
  const query = async (/** @type {string} */ operation, /** @type {any} */ params) => {
    const { searchParams } = new URL(await client.generatePresignedUrl(operation, { params }));
    return [...searchParams].filter(([name]) => !name.startsWith("X-Amz-"));
  };
  assert.deepEqual(await query("untagResource", { resourceArn: "a", tagKeys: ["b", "a&b", "b"] }), [["tagKeys", "b"], ["tagKeys", "a&b"], ["tagKeys", "b"]]);
  assert.deepEqual(
    await query("createRecordingConfiguration", {
      destinationConfiguration: { s3: { bucketName: "bucket" } },
      thumbnailConfiguration: { storage: ["LATEST"], targetIntervalSeconds: 5 },
      recordingReconnectWindowSeconds: 0,
      name: "",
    }),
    [
      ["destinationConfiguration", '{"s3":{"bucketName":"bucket"}}'],
      ["thumbnailConfiguration", '{"storage":["LATEST"],"targetIntervalSeconds":5}'],
      ["recordingReconnectWindowSeconds", "0"],
      ["name", ""],
    ],
  );
  assert.deepEqual(await query("updatePlaybackRestrictionPolicy", { arn: "a", allowedCountries: [], allowedOrigins: ["b", "c"], enableStrictOriginEnforcement: false }), [
    ["arn", "a"],
    ["allowedCountries", "[]"],
    ["allowedOrigins", "b"],
    ["allowedOrigins", "c"],
    ["enableStrictOriginEnforcement", "false"],
  ]);
  assert.deepEqual(await query("insertAdBreak", { channelArn: "a", durationSeconds: 30n, targetStartAt: new Date(Date.UTC(2026, 0, 2, 3, 4, 5, 6)) }), [
    ["channelArn", "a"],
    ["durationSeconds", "30"],
    ["targetStartAt", "2026-01-02T03:04:05.006000Z"],
  ]);
});
