// @ts-check
// What signRequest and presignRequest do with headers of any name and with queries of any spelling. tests/peers compares both with botocore.

import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ParamValidationError, presignRequest, signRequest } from "ivs-wasm";
import { startLocal } from "./local.mjs";

const OPTIONS = {
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
  region: "us-west-2",
  service: "ivs",
  date: new Date("2026-01-02T03:04:05Z"),
};
const URL_ = "https://h.example/p";

/** @param {any} headers @param {string} [url] */
const sign = (headers, url = URL_) => signRequest({ url, headers }, OPTIONS);
/** @param {Record<string, string>} headers @returns {string[]} */
const signedNames = ({ authorization }) => /SignedHeaders=([^,]*)/.exec(authorization ?? "")?.[1]?.split(";") ?? [];
/** The path of the first problem, and the message, of what a promise rejects with. @param {Promise<unknown>} promise */
async function problem(promise) {
  const error = await promise.then(() => assert.fail("it resolved"), (error) => error);
  assert.ok(error instanceof ParamValidationError, String(error));
  return { path: error.problems[0]?.path, message: error.message };
}

/** The forms in which headers may be given. @type {[string, (pairs: [string, string][]) => any][]} */
const FORMS = [
  ["an object", (pairs) => Object.fromEntries(pairs)],
  ["an object without a prototype", (pairs) => Object.assign(Object.create(null), Object.fromEntries(pairs))],
  ["a Headers", (pairs) => new Headers(pairs)],
  ["pairs", (pairs) => pairs],
  ["a Map", (pairs) => new Map(pairs)],
  ["a generator", function* (pairs) { yield* pairs; }],
];

describe("headers that change on the way", () => {
  // botocore's list, what proxies change, and what tracers write.
  const NAMES = [
    "accept-encoding", "authorization", "b3", "baggage", "connection", "expect", "forwarded", "keep-alive", "max-forwards", "proxy-authenticate",
    "proxy-authorization", "proxy-connection", "sec-fetch-mode", "sentry-trace", "te", "traceparent", "tracestate", "trailer", "transfer-encoding", "uber-trace-id", "uberctx-user",
    "upgrade", "user-agent", "via", "x-amzn-trace-id", "x-b3-traceid", "x-cloud-trace-context", "x-datadog-trace-id", "x-forwarded-for", "x-forwarded-proto",
  ];

  for (const name of NAMES) {
    test(`${name} stays in the request and is not signed`, async () => {
      const plain = await sign({ "x-mine": "1" });
      for (const spelling of [name, name.toUpperCase()]) {
        const signed = await sign({ [spelling]: "value", "x-mine": "1" });
        if (name !== "authorization") assert.equal(signed.headers[name], "value");
        assert.deepEqual(signedNames(signed.headers), ["host", "x-amz-date", "x-mine"]);
        assert.equal(signed.headers.authorization, plain.headers.authorization);
        const url = new URL(await presignRequest({ url: URL_, headers: { [spelling]: "value" } }, OPTIONS));
        assert.equal(url.searchParams.get("X-Amz-SignedHeaders"), "host");
      }
    });
  }

  test("are only those: names that resemble them are signed", async () => {
    const names = ["accept", "cache-control", "content-type", "proxy", "section", "tea", "x-amz-meta-via", "x-amzn-trace", "x-forwarded", "x-traceparent"];
    const { headers } = await sign(Object.fromEntries(names.map((name) => [name, "x"])));
    assert.deepEqual(signedNames(headers), [...names, "host", "x-amz-date"].sort());
  });

  describe("at a server that verifies signatures", () => {
    /** @type {import("./local.mjs").Local} */
    let local;
    before(async () => void (local = await startLocal()));
    after(() => local?.stop());

    test("may be changed after signing, as tracers and proxies do", async () => {
      const { endpoint, region, credentials } = local;
      const headers = { "content-type": "application/json", traceparent: "00-1-1-00", "x-mine": "1" };
      const signed = await signRequest({ method: "POST", url: `${endpoint}/ListChannels`, headers, body: "{}" }, { credentials, region, service: "ivs" });
      const send = (/** @type {object} */ changed) => fetch(signed.url, { method: "POST", body: "{}", headers: { ...signed.headers, ...changed } }).then(({ status }) => status);
      const changed = { traceparent: "00-2-2-01", tracestate: "a=1", baggage: "b=2", b3: "0", "x-forwarded-for": "127.0.0.1", via: "1.1 proxy", "proxy-authorization": "x" };
      assert.equal(await send(changed), 200);
      assert.equal(await send({ "x-mine": "2" }), 403);
    });
  });
});

describe("header names", () => {
  // What an object, or an assignment to one, may take for something of its own.
  const INHERITED = ["__proto__", "constructor", "toString", "valueOf", "hasOwnProperty", "__defineGetter__"];

  for (const [title, form] of FORMS) {
    test(`that objects inherit are data, in ${title}`, async () => {
      for (const name of INHERITED) {
        const key = name.toLowerCase();
        const signed = await sign(form([[name, "one"], ["x-b", "2"]]));
        assert.deepEqual(Object.entries(signed.headers).slice(0, 2), [[key, "one"], ["x-b", "2"]], name);
        assert.equal(Object.getPrototypeOf(signed.headers), Object.prototype);
        assert.ok(signedNames(signed.headers).includes(key), name);
        // As pairs, because the Headers of Node lose `__proto__` of an object.
        assert.equal(new Headers(Object.entries(signed.headers)).get(name), "one");
        const other = await sign(form([[name, "two"], ["x-b", "2"]]));
        assert.notEqual(signed.headers.authorization, other.headers.authorization, `the value of ${name} is signed`);
      }
      assert.equal(/** @type {any} */ ({}).one, undefined);
    });

    test(`are case-insensitive and keep their values in order, in ${title}`, async () => {
      const { headers } = await sign(form([["X-A", "2"], ["x-b", ""], ["x-a", "1"]]));
      assert.equal(headers["x-a"], title === "a Headers" ? "2, 1" : "2,1");
      assert.equal(headers["x-b"], "");
    });
  }

  test("that are inherited are no headers", async () => {
    const { headers } = await sign(Object.assign(Object.create({ "x-inherited": "1" }), { "x-own": "1" }));
    assert.deepEqual(signedNames(headers), ["host", "x-amz-date", "x-own"]);
    const pollution = { value: "1", enumerable: true, configurable: true };
    Object.defineProperty(Object.prototype, "x-polluted", pollution);
    try {
      const { headers } = await sign({ "x-own": "1" });
      assert.deepEqual(signedNames(headers), ["host", "x-amz-date", "x-own"]);
      assert.ok(!Object.hasOwn(headers, "x-polluted"));
    } finally {
      delete (/** @type {any} */ (Object.prototype)["x-polluted"]);
    }
  });

  const NO_TOKENS = [..." \t\r\n\0\u007f:;,/\\()<>[]{}@?=\"é日", "\ud83c"];
  for (const [title, form] of FORMS.filter(([title]) => title !== "a Headers")) {
    test(`that are no tokens are refused by name, without what follows, in ${title}`, async () => {
      for (const character of NO_TOKENS) {
        for (const name of [`x-a${character}`, `x-a${character}secret`]) {
          for (const attempt of [sign(form([[name, "value"]])), presignRequest({ url: URL_, headers: form([[name, "value"]]) }, OPTIONS)]) {
            const { path, message } = await problem(attempt);
            assert.equal(path, "request.headers");
            assert.match(message, /`x-a.*is not a name that HTTP allows/);
            assert.doesNotMatch(message, /secret|value|[\0\r\n]/);
          }
        }
      }
      assert.match((await problem(sign(form([["", "value"]])))).message, /an empty name is not a name that HTTP allows/);
    });
  }

  test("may have every character of a token", async () => {
    const name = "x-!#$%&'*+.^_`|~09azaz";
    const { headers } = await sign({ [name.toUpperCase()]: "1" });
    assert.deepEqual(signedNames(headers), ["host", "x-amz-date", name].sort());
    assert.equal(headers[name], "1");
  });

  test("a host that is there twice, or that is no host, is refused", async () => {
    for (const headers of [[["host", "a.example"], ["Host", "a.example"]], { host: "a.example", HOST: "b.example" }]) {
      assert.deepEqual(await problem(sign(headers)), { path: "request.headers.host", message: "request.headers.host: is there twice: give one" });
    }
    for (const host of ["", "a b", "a.example/x", "u@h"]) await assert.rejects(sign({ host }), /host is empty, malformed/, host);
    assert.deepEqual(signedNames((await sign({ host: "other.example:81" })).headers), ["host", "x-amz-date"]);
  });

  for (const [title, headers] of /** @type {[string, any][]} */ ([
    ["a text", "x-a: b"],
    ["an empty text", ""],
    ["a number", 5],
    ["true", true],
    ["lines", ["x-a: b"]],
    ["texts of two characters", ["ab"]],
    ["pairs of three", [["x-a", "b", "c"]]],
    ["half a pair", [["x-a"]]],
    ["an empty pair", [[]]],
    ["null as a pair", [null]],
    ["a Set of names", new Set(["x-a"])],
    ["a name that is a number", [[5, "x"]]],
    ["a name that changes", [[{ length: 3, toString: () => "x-a", toLowerCase: () => "x-a: b\nx-c" }, "x"]]],
    ["an endless pair", [(function* () { for (;;) yield "x"; })()]],
  ])) {
    test(`${title} in place of headers is refused`, async () => {
      const { path, message } = await problem(sign(headers));
      assert.match(path ?? "", /^request\.headers/);
      assert.match(message, /string/);
    });
  }

  test("whose values are no strings are refused by name", async () => {
    for (const [value, type] of [[5, "number"], [undefined, "undefined"], [null, "object"], [["1", "2"], "object"], [new String("x"), "object"]]) {
      assert.deepEqual(await problem(sign({ "X-A": value })), { path: "request.headers.X-A", message: `request.headers.X-A: expected string, got ${type}` });
    }
  });

  test("that never end are refused, too", async () => {
    const endless = { *[Symbol.iterator]() { for (;;) yield ["x-a", "x".repeat(1_000_000)]; } };
    assert.match((await problem(sign(endless))).message, /over 64 MiB/);
  });
});

describe("a query", () => {
  /** What is written, up to the parameters of the signature. @param {string} query */
  const presigned = async (query) => {
    const url = await presignRequest({ url: `${URL_}${query}` }, OPTIONS);
    return url.slice(URL_.length, url.indexOf("X-Amz-Algorithm="));
  };

  for (const [query, expected] of [
    ["?q=a+b", "?q=a%20b&"],
    ["?q=a%20b", "?q=a%20b&"],
    ["?q=a%2Bb", "?q=a%2Bb&"],
    ["?q=a%2bb", "?q=a%2Bb&"],
    ["?a+b=c", "?a%20b=c&"],
    ["?+", "?%20=&"],
    ["?a", "?a=&"],
    ["?a=", "?a=&"],
    ["?=b", "?=b&"],
    ["?a&&b=1&", "?a=&b=1&"],
    ["?b=2&a=1&b=1", "?b=2&a=1&b=1&"],
    ["?q=%zz", "?q=%25zz&"],
    ["?q=100%", "?q=100%25&"],
    ["?q=%4", "?q=%254&"],
    ["?q=é日🎥", "?q=%C3%A9%E6%97%A5%F0%9F%8E%A5&"],
    ["?q=%c3%a9", "?q=%C3%A9&"],
    ["?q=%ff", "?q=%FF&"],
    ["?q=%41%7e%2d", "?q=A~-&"],
    ["?q=a/b:c;d,e!'()*", "?q=a%2Fb%3Ac%3Bd%2Ce%21%27%28%29%2A&"],
    ["?q=a=b?c", "?q=a%3Db%3Fc&"],
    ["?", "?"],
    ["", "?"],
  ]) {
    test(`${query || "that is none"} is presigned as ${expected}`, async () => assert.equal(await presigned(query ?? ""), expected));
  }

  test("has the same signature however it is spelt", async () => {
    const spellings = ["?q=a+b&r=~", "?q=a%20b&r=%7e", "?q=%61%20%62&&r=%7E&"];
    const urls = await Promise.all(spellings.map((query) => presignRequest({ url: `${URL_}${query}` }, OPTIONS)));
    assert.equal(new Set(urls).size, 1);
    assert.notEqual(urls[0], await presignRequest({ url: `${URL_}?q=a%2Bb&r=~` }, OPTIONS));
  });

  test("of a signed request is sent with %20 for its plus signs, and otherwise as it came", async () => {
    const signed = await sign({}, `${URL_}?q=a+b&&r=%2b%zz&s`);
    assert.equal(signed.url, `${URL_}?q=a%20b&&r=%2b%zz&s`);
    assert.equal((await sign({}, signed.url)).headers.authorization, signed.headers.authorization);
    assert.equal((await sign({}, `${URL_}+/a+b`)).url, `${URL_}+/a+b`, "a plus sign of the path is one");
  });

  test("that already has a parameter of the signature is refused, in any spelling", async () => {
    for (const query of ["?X-Amz-Signature=0", "?a&X%2DAmz-Date"]) await assert.rejects(presigned(query), /already has the parameter X-Amz-/);
    assert.equal(await presigned("?x-amz-date=1"), "?x-amz-date=1&");
  });

  test("of a URL object stays as it is there", async () => {
    const url = new URL(`${URL_}?q=a+b#f`);
    await signRequest({ url }, OPTIONS);
    await presignRequest({ url }, OPTIONS);
    assert.equal(url.href, `${URL_}?q=a+b#f`);
  });
});
