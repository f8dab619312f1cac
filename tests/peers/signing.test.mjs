// @ts-check
// signRequest and presignRequest beside botocore's signers: the queries that are written and signed, and the headers that are signed.
// SIGNING_SEED gives other random inputs.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { presignRequest, signRequest } from "ivs-wasm";
import { random } from "../node/junk.mjs";
import { python } from "./python.mjs";

const SEED = Number(process.env.SIGNING_SEED ?? 20150830);
const ROUNDS = 400;

const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY", sessionToken: "to/k+en==" };
const REGION = "us-west-2";
const NOW = 1_767_323_045;
const OPTIONS = { credentials: CREDENTIALS, region: REGION, date: NOW * 1000 };
const ADDRESS = "https://h.example/p";

const next = random(SEED);
const pick = (/** @type {any} */ from) => from[Math.floor(next() * from.length)];
const several = (/** @type {number} */ most, /** @type {() => any} */ make) => Array.from({ length: Math.floor(next() * (most + 1)) }, make);

/**
 * Pieces of a raw query: kept, reserved and escaped characters, in both cases of the digits, and percent signs that begin no escape. Bytes
 * that are not UTF-8 are left out: botocore writes U+FFFD for them, which is not what was given.
 */
const PIECES = [
  ..."abcXYZ019-_.~", ..."+++:@!$'()*,;|/?=", "é", "日", "🎥", "%20", "%2B", "%2b", "%25", "%26", "%3D", "%41", "%7e", "%C3%A9", "%f0%9f%8e%a5", "%~", "%4~", "%zz", "%%g",
];
const text = () => several(5, () => pick(PIECES)).join("") + pick(["", "", "", "%", "%4"]);
const NAMES = ["a", "a-b", "A", "tagKeys", "x-amz-date", "X-Amz-Foo", "a+b", "%61", "__proto__", ""];
const rawQuery = () => several(5, () => (next() < 0.2 ? pick([pick(NAMES), text(), ""]) : `${pick([pick(NAMES), text()])}=${pick([text(), text(), ""])}`)).join("&");

/** Characters of a decoded query. */
const DECODED = [..."abXY09-_.~ +%&=/:;,?#'()*!@<>|\"\\", "é", "日", "🎥"];
const decoded = () => several(6, () => pick(DECODED)).join("");

const presign = Array.from({ length: ROUNDS }, () => [`${ADDRESS}?${rawQuery()}`, pick(["service", "s3"])]);
const sign = Array.from({ length: ROUNDS }, () => {
  const params = several(4, () => [pick([decoded(), pick(NAMES)]), decoded()]);
  const headers = Object.fromEntries(several(3, () => [pick(["X-A", "x-b", "__proto__", "constructor", "traceparent", "Baggage", "proxy-authorization", "user-agent", "accept"]), pick(["1", "a  b ", "", "x,y"])]));
  return { url: ADDRESS, params, headers };
});

/** The parameters of a query as they stand in it, up to those of the signature, and those. @param {string} url */
function halves(url) {
  const all = url.slice(url.indexOf("?") + 1).split("&").filter(Boolean);
  const at = all.findIndex((parameter) => parameter.startsWith("X-Amz-Algorithm="));
  return { own: all.slice(0, at), added: all.slice(at).sort() };
}

/** botocore keeps the first value of a name that is repeated. @param {string[]} parameters */
function firsts(parameters) {
  const names = parameters.map((parameter) => parameter.split("=")[0]);
  return parameters.filter((_, index) => names.indexOf(names[index]) === index);
}

describe(`signRequest and presignRequest (seed ${SEED})`, () => {
  /** @type {{ unsigned: string[], presigned: string[], signed: string[] }} */
  let theirs;
  before(async () => void (theirs = await python("signing.py", { ...CREDENTIALS, region: REGION, now: NOW, presign, sign })));

  test("write a presigned query as botocore does, and sign it alike", async () => {
    const tally = { same: 0, repeated: 0 };
    for (const [index, [url, service]] of presign.entries()) {
      const s3 = service === "s3" && { normalizePath: false, doubleEncodePath: false, signBody: false };
      const title = `${url}\n${theirs.presigned[index]}`;
      const [ours, expected] = [halves(await presignRequest({ url }, { ...OPTIONS, service, expiresIn: 900, ...s3 })), halves(theirs.presigned[index])];
      assert.deepEqual(firsts(ours.own), expected.own, title);
      if (ours.own.length === expected.own.length) {
        tally.same += 1;
        assert.deepEqual(ours.added, expected.added, title);
      } else tally.repeated += 1;
    }
    assert.ok(tally.same > presign.length / 2 && tally.repeated > 3, JSON.stringify(tally));
  });

  test("sign a query and headers as botocore does", async () => {
    let queries = 0;
    for (const [index, { url, params, headers }] of sign.entries()) {
      const query = params.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join("&");
      queries += query ? 1 : 0;
      const request = { url: query ? `${url}?${query}` : url, headers };
      const signed = await signRequest(request, { ...OPTIONS, service: "service" });
      assert.equal(signed.headers.authorization, theirs.signed[index], JSON.stringify(sign[index]));
    }
    assert.ok(queries > 30, `${queries}`);
  });

  test("leave every header unsigned that botocore leaves unsigned", async () => {
    assert.ok(theirs.unsigned.length >= 14);
    for (const name of theirs.unsigned) {
      const { headers } = await signRequest({ url: ADDRESS, headers: { [name]: "x" } }, { ...OPTIONS, service: "service" });
      assert.equal(headers[name], "x");
      assert.match(headers.authorization ?? "", /SignedHeaders=host;x-amz-date;x-amz-security-token,/, name);
    }
  });
});
