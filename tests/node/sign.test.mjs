// @ts-check
// signRequest and presignRequest: AWS's own examples, AWS's own signer, and a server that verifies signatures.

import assert from "node:assert/strict";
import { createHash, createHmac } from "node:crypto";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { SignatureV4 } from "@smithy/signature-v4";
import { CredentialsError, IvsClient, presignRequest, signRequest } from "ivs-wasm";
import { random } from "./junk.mjs";
import { startLocal } from "./local.mjs";
import { strictly } from "./wire.mjs";

const { cases } = JSON.parse(readFileSync(new URL("../data/sigv4-vectors.json", import.meta.url), "utf8"));
const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

/**
 * A URL object resolves dot segments, and so does fetch; no header may have a line break. These five cannot be sent from
 * JavaScript.
 */
const UNSAYABLE = new Set([
  "get-header-value-multiline",
  "get-relative-relative-unnormalized",
  "get-relative-unnormalized",
  "get-slash-dot-slash-unnormalized",
  "get-slash-pointless-dot-unnormalized",
]);

/** The request of an example, from its text. @param {string} text */
function parse(text) {
  const [head, body] = text.split("\n\n");
  const [first, ...lines] = head.replace(/\n$/, "").split("\n");
  const [, method, target] = /** @type {RegExpExecArray} */ (/^(\S+) (.*) HTTP\/1\.1$/.exec(first));
  const headers = /** @type {[string, string][]} */ ([]);
  for (const line of lines) {
    const last = headers.at(-1);
    if (/^\s/.test(line) && last) last[1] += `\n${line}`;
    else headers.push([line.slice(0, line.indexOf(":")), line.slice(line.indexOf(":") + 1)]);
  }
  const host = headers.find(([name]) => name === "Host")?.[1];
  return { method, target, url: `https://${host}${target}`, headers: headers.filter(([name]) => name !== "Host"), body: body || undefined };
}

/** @param {any} context @param {{ target: string, url: string }} request */
function settings(context, { target, url }) {
  return {
    credentials: {
      accessKeyId: context.credentials.access_key_id,
      secretAccessKey: context.credentials.secret_access_key,
      sessionToken: context.credentials.token,
    },
    region: context.region,
    service: context.service,
    date: new Date(context.timestamp),
    normalizePath: context.normalize,
    // The examples escape a raw path once. A URL has done so already, so that the path signed is the path sent.
    doubleEncodePath: new URL(url).pathname === target.split("?")[0],
    signSessionToken: !context.omit_session_token,
    contentSha256Header: context.sign_body,
  };
}

describe("AWS's examples", () => {
  assert.equal(cases.length, 38);

  for (const { name, context, header, query, request: text } of cases) {
    if (UNSAYABLE.has(name)) continue;
    const { target, ...request } = parse(text);
    const options = settings(context, { target, url: request.url });

    test(`${name}, in the headers`, async () => {
      const signed = await signRequest(request, options);
      assert.equal(signature(signed.headers.authorization), header.signature);
      const expected = parse(header.signed_request);
      const authorization = expected.headers.find(([key]) => key === "Authorization")?.[1];
      assert.equal(signed.headers.authorization, authorization);
      assert.equal(signed.method, request.method);
      assert.equal(signed.body, request.body);
      assert.equal(signed.url, new URL(request.url).href);
      const canonical = header.canonical_request.split("\n").slice(3, -3).map((/** @type {string} */ line) => line.split(/:(.*)/s));
      for (const [key, value] of canonical) {
        // The returned headers are sent, so they must have the canonical form that was signed.
        if (key !== "host") assert.equal(signed.headers[key]?.trim().replace(/\s+/g, " "), value, key);
      }
    });

    test(`${name}, in the query`, async () => {
      const url = new URL(await presignRequest(request, { ...options, expiresIn: context.expiration_in_seconds }));
      assert.equal(url.searchParams.get("X-Amz-Signature"), query.signature);
      const expected = new URL(parse(query.signed_request).url);
      const sorted = (/** @type {URL} */ { searchParams }) => [...searchParams].map(String).sort();
      assert.deepEqual(sorted(url), sorted(expected));
    });
  }

  test("only what JavaScript cannot send is excluded", () => {
    for (const { name, context, request } of cases) {
      const { target, url, headers } = parse(request);
      const path = target.split("?")[0];
      const dots = /\/\.\.?(\/|$)/.test(path) && !context.normalize && new URL(url).pathname !== path;
      assert.equal(UNSAYABLE.has(name), dots || headers.some(([, value]) => value.includes("\n")), name);
    }
  });

  test("a line break in a header is rejected, as fetch rejects it", async () => {
    const { context, request } = cases.find((/** @type {any} */ it) => it.name === "get-header-value-multiline");
    const { target, ...parsed } = parse(request);
    await assert.rejects(signRequest(parsed, settings(context, { target, url: parsed.url })), /header/);
    assert.throws(() => new Headers(parsed.headers));
  });
});

const signature = (/** @type {string} */ authorization) => /Signature=([0-9a-f]{64})$/.exec(authorization)?.[1];

describe("AWS's signer for JavaScript agrees", () => {
  class Sha256 {
    /** @param {any} [key] */
    constructor(key) {
      this.hash = key ? createHmac("sha256", key) : createHash("sha256");
    }
    /** @param {any} data */
    update(data) {
      this.hash.update(typeof data === "string" ? data : new Uint8Array(data));
    }
    async digest() {
      return new Uint8Array(this.hash.digest());
    }
  }

  const next = random(20150830);
  const pick = (/** @type {any} */ from) => from[Math.floor(next() * from.length)];
  const word = (/** @type {string[]} */ alphabet) => Array.from({ length: 1 + Math.floor(next() * 8) }, () => pick(alphabet)).join("");
  const LETTERS = [..."abcXYZ019-_.~"];
  const ODD = [...LETTERS, "/", ":", "+", " ", "%", "&", "=", "ü", "日", "𝒳", "!", "'", "(", ")", "*", "@", ",", "\"", "<", "|"];

  for (let round = 0; round < 60; round += 1) {
    const doubleEncodePath = next() < 0.7;
    // Their signer uses a path that is encoded once as it is; ours escapes what should have been escaped, as a service would.
    const escape = doubleEncodePath ? encodeURIComponent : strictly;
    const segments = Array.from({ length: Math.floor(next() * 4) }, () => escape(word(ODD))).filter((segment) => !/^\.\.?$/.test(segment));
    const url = new URL(`https://service.example:${pick(["443", "8443"])}/${segments.join("/")}`);
    /** @type {Record<string, string | string[]>} */
    const query = {};
    for (let i = Math.floor(next() * 3); i > 0; i -= 1) query[word(ODD)] = Array.from({ length: 1 + Math.floor(next() * 3) }, () => word(ODD));
    url.search = Object.entries(query).flatMap(([key, values]) => [...values].map((value) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`)).join("&");
    const headers = Object.fromEntries(Array.from({ length: Math.floor(next() * 3) }, () => [`x-${word([..."abc019"])}`, `${word(LETTERS)}  ${word(LETTERS)} `]));
    const method = pick(["GET", "POST", "DELETE", "PUT"]);
    const body = method === "GET" ? undefined : pick([undefined, "", "{}", '{"ü":"日本 𝒳"}', new Uint8Array([0, 255, 128, 10])]);
    const sessionToken = next() < 0.3 ? "token+/==" : undefined;
    const date = new Date(Date.UTC(2000 + Math.floor(next() * 80), Math.floor(next() * 12), 1 + Math.floor(next() * 28), 23, 59, 59));
    const region = pick(["us-west-2", "eu-central-1"]);
    const theirs = new SignatureV4({ credentials: { ...CREDENTIALS, sessionToken }, region, service: "ivs", sha256: Sha256, applyChecksum: false, uriEscapePath: doubleEncodePath });
    const request = { method, protocol: url.protocol, hostname: url.hostname, port: url.port ? Number(url.port) : undefined, path: url.pathname, query, headers: { ...headers, host: url.host }, body };
    const options = { credentials: { ...CREDENTIALS, sessionToken }, region, service: "ivs", date, doubleEncodePath, normalizePath: doubleEncodePath };

    test(`request ${round}: ${method} ${url.pathname}${url.search}`, async () => {
      const expected = /** @type {any} */ (await theirs.sign(/** @type {any} */ (request), { signingDate: date }));
      const signed = await signRequest({ method, url: url.href, headers, body }, options);
      assert.equal(signature(signed.headers.authorization), signature(expected.headers.authorization));
      assert.equal(signed.headers["x-amz-date"], expected.headers["x-amz-date"]);

      const presigned = await theirs.presign(/** @type {any} */ ({ ...request, headers: { host: url.host } }), { signingDate: date, expiresIn: 900 });
      const ours = new URL(await presignRequest({ method, url: url.href, body }, { ...options, expiresIn: 900 }));
      assert.equal(ours.searchParams.get("X-Amz-Signature"), /** @type {any} */ (presigned.query)["X-Amz-Signature"]);
    });
  }
});

describe("ivs-local", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  /** @type {any} */
  let options;
  /** @type {string} */
  let channel;

  before(async () => {
    local = await startLocal();
    options = { credentials: local.credentials, region: local.region, service: "ivs" };
    channel = /** @type {any} */ (await new IvsClient({ endpoint: local.endpoint, ...options }).createChannel({ name: "signed", tags: { "ключ": "a b" } })).channel.arn;
  });
  after(() => local?.stop());

  const post = (/** @type {string} */ operation, /** @type {any} */ input) => ({
    method: "POST",
    url: `${local.endpoint}/${operation}`,
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  const send = async (/** @type {any} */ { url, ...init }) => {
    const response = await fetch(url, init);
    return { status: response.status, type: response.headers.get("x-amzn-errortype"), value: await response.json() };
  };

  test("accepts a signed request", async () => {
    const { status, value } = await send(await signRequest(post("GetChannel", { arn: channel }), options));
    assert.equal(status, 200);
    assert.equal(value.channel.name, "signed");
  });

  test("accepts bytes as a body, and headers in every form that fetch accepts", async () => {
    const request = post("ListChannels", { filterByName: "signed" });
    for (const headers of [request.headers, new Headers(request.headers), Object.entries(request.headers), new Map(Object.entries(request.headers))]) {
      const signed = await signRequest({ ...request, headers: /** @type {any} */ (headers), body: new TextEncoder().encode(request.body) }, options);
      assert.equal((await send(signed)).value.channels?.length, 1, headers.constructor.name);
    }
  });

  test("accepts an ARN in the path and a query", async () => {
    const url = `${local.endpoint}/tags/${encodeURIComponent(channel)}`;
    assert.deepEqual((await send(await signRequest({ method: "GET", url }, options))).value, { tags: { "ключ": "a b" } });
    const untag = await signRequest({ method: "DELETE", url: `${url}?tagKeys=${encodeURIComponent("ключ")}&tagKeys=a+b&tagKeys=z` }, options);
    assert.equal((await send(untag)).status, 200);
    assert.deepEqual((await send(await signRequest({ method: "GET", url }, options))).value, { tags: {} });
  });

  test("accepts a presigned URL until it expires", async () => {
    const url = await presignRequest({ method: "GET", url: `${local.endpoint}/tags/${encodeURIComponent(channel)}` }, { ...options, expiresIn: 60 });
    assert.equal((await send({ url })).status, 200);
    const request = post("ListChannels", {});
    const listing = await presignRequest({ ...request, headers: undefined }, { ...options, expiresIn: 60 });
    assert.equal((await send({ ...request, url: listing })).status, 200);
  });

  test("rejects an expired or changed URL, and another method", async () => {
    const get = { method: "GET", url: `${local.endpoint}/tags/${encodeURIComponent(channel)}` };
    const old = await presignRequest(get, { ...options, expiresIn: 60, date: new Date(Date.now() - 120_000) });
    assert.equal((await send({ url: old })).status, 403);
    const good = await presignRequest(get, { ...options, expiresIn: 60 });
    for (const url of [good.replace("X-Amz-Expires=60", "X-Amz-Expires=6000"), good.replace(/tags\//, "tags/x"), `${good}&more=1`]) {
      const { status, type } = await send({ url });
      assert.equal(status, 403, url);
      assert.match(type ?? "", /InvalidSignatureException|SignatureDoesNotMatch/);
    }
    assert.equal((await send({ url: good, method: "DELETE" })).status, 403);
  });

  test("rejects a header changed after signing", async () => {
    const signed = await signRequest({ ...post("ListChannels", {}), headers: { "content-type": "application/json", "x-mine": "a" } }, options);
    assert.equal((await send(signed)).status, 200);
    assert.equal((await send({ ...signed, headers: { ...signed.headers, "x-mine": "b" } })).status, 403);
  });
});

describe("input", () => {
  const REQUEST = { method: "POST", url: "https://h.example/p", headers: { "Content-Type": "text/plain" }, body: "x" };
  const OPTIONS = { credentials: CREDENTIALS, region: "us-west-2", service: "ivs" };

  test("is neither written to nor kept", async () => {
    const request = Object.freeze({ ...REQUEST, headers: Object.freeze({ ...REQUEST.headers }) });
    const signed = await signRequest(request, Object.freeze({ ...OPTIONS, credentials: Object.freeze({ ...CREDENTIALS }) }));
    assert.deepEqual(request, REQUEST);
    assert.notEqual(signed.headers, request.headers);
    assert.equal(signed.headers["content-type"], "text/plain");
  });

  test("the date defaults to now", async () => {
    const earlier = Math.floor(Date.now() / 1000) * 1000;
    const { headers } = await signRequest(REQUEST, OPTIONS);
    const [, y, mo, d, h, mi, s] = /** @type {any} */ (/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers["x-amz-date"])).map(Number);
    const at = Date.UTC(y, mo - 1, d, h, mi, s);
    assert.ok(at >= earlier && at <= Date.now());
  });

  test("a body of any length and script is signed as UTF-8", async () => {
    const options = { ...OPTIONS, contentSha256Header: true };
    for (const script of ["é", "日", "𝒳", "\ud800"]) {
      // Texts of up to 127 units cross into the wasm in another way than longer ones.
      for (const body of [1, 10, 60, 126, 127, 128, 129, 1000].flatMap((length) => {
        const ascii = "a".repeat(length);
        return [ascii, script + ascii, ascii + script, ascii + script + ascii, script.repeat(length)];
      })) {
        const { headers } = await signRequest({ ...REQUEST, body }, options);
        assert.equal(headers["x-amz-content-sha256"], createHash("sha256").update(body).digest("hex"), JSON.stringify(body));
      }
    }
  });

  test("a URL, a header, a token and a body of many thousand characters are signed whole", async () => {
    const long = "abcdefghij".repeat(2_000);
    const request = { ...REQUEST, url: `https://h.example/${long}?q=${long}`, headers: { "x-long": long }, body: long };
    const options = { ...OPTIONS, credentials: { ...CREDENTIALS, sessionToken: long }, date: new Date(0) };
    const signed = await signRequest(request, options);
    assert.ok(signed.url === request.url, `the URL has ${signed.url.length} characters of ${request.url.length}`);
    for (const name of ["x-long", "x-amz-security-token"]) {
      assert.ok(signed.headers[name] === long, `${name} has ${signed.headers[name].length} characters of ${long.length}`);
    }
    const one = signature(signed.headers.authorization);
    for (const changed of [{ ...request, url: `${request.url}x` }, { ...request, headers: { "x-long": `${long}x` } }, { ...request, body: `${long}x` }]) {
      assert.notEqual(signature((await signRequest(changed, options)).headers.authorization), one);
    }
    assert.ok((await presignRequest(request, options)).startsWith(`https://h.example/${long}?q=${long}&X-Amz-`));
  });

  test("what cannot be signed rejects with the name of the field", async () => {
    for (const [request, options, word] of /** @type {[any, any, RegExp][]} */ ([
      [undefined, OPTIONS, /request/],
      [{}, OPTIONS, /url/i],
      [{ ...REQUEST, url: "/relative" }, OPTIONS, /url/i],
      [{ ...REQUEST, url: "ftp://h/" }, OPTIONS, /url/i],
      [{ ...REQUEST, url: "https://u:p@h/" }, OPTIONS, /url/i],
      [{ ...REQUEST, url: 5 }, OPTIONS, /url/i],
      [{ ...REQUEST, method: "NO METHOD" }, OPTIONS, /method/],
      [{ ...REQUEST, headers: { "bad name": "x" } }, OPTIONS, /header/],
      [{ ...REQUEST, headers: { a: "x\r\ny: z" } }, OPTIONS, /header/],
      [{ ...REQUEST, headers: { a: 5 } }, OPTIONS, /header/],
      [{ ...REQUEST, body: {} }, OPTIONS, /body/],
      [{ ...REQUEST, body: 5 }, OPTIONS, /body/],
      [REQUEST, undefined, /options/],
      [REQUEST, {}, /credentials/],
      [REQUEST, { ...OPTIONS, credentials: {} }, /access ?key ?id/i],
      [REQUEST, { ...OPTIONS, region: "" }, /region/],
      [REQUEST, { ...OPTIONS, region: undefined }, /region/],
      [REQUEST, { ...OPTIONS, service: "a/b" }, /service/],
      [REQUEST, { ...OPTIONS, date: new Date(NaN) }, /date|time/],
      [REQUEST, { ...OPTIONS, date: "yesterday" }, /date/],
      [REQUEST, { ...OPTIONS, normalizePath: "no" }, /normalizePath/],
    ])) {
      await assert.rejects(signRequest(request, options), (/** @type {any} */ error) => error instanceof Error && word.test(error.message), String(word));
    }
    await assert.rejects(signRequest(REQUEST, /** @type {any} */ ({ region: "r", service: "s" })), CredentialsError);
    for (const expiresIn of [0, -1, 604_801, 1.5, NaN, "60", {}]) {
      await assert.rejects(presignRequest({ url: REQUEST.url }, /** @type {any} */ ({ ...OPTIONS, expiresIn })), /604800|validity|expiresIn/, String(expiresIn));
    }
  });
});
