// @ts-check
// What an answer may repeat of a secret, in whatever form, is not in the error; and what is no secret stays as it is.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { describe, test } from "node:test";
import { offline, playing, rejection } from "./behave.mjs";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** A secret of so many characters, as AWS's are, without any 12 that come twice. @param {number} length */
function secretOf(length) {
  let [state, secret] = [length * 7919 + 1, ""];
  for (let i = 0; i < length; i++) {
    state = (state * 1103515245 + 12345) % 2147483648;
    // Two in eight are those that are escaped.
    secret += i % 8 === 3 ? "/" : i % 8 === 6 ? "+" : ALPHABET[(state >> 8) % 62];
  }
  return secret;
}

/** The forms in which an answer may have a text. */
const FORMS = /** @type {Record<string, (secret: string) => string>} */ ({
  "as it is": (secret) => secret,
  "in a sentence": (secret) => `The token '${secret}' is not valid`,
  "next to other characters": (secret) => `x-amz-security-token:${secret};host`,
  "JSON-escaped": (secret) => secret.replaceAll("/", "\\/"),
  "JSON-escaped by numbers": (secret) => secret.replace(/[+/]/g, (char) => `\\u00${char.charCodeAt(0).toString(16)}`),
  "JSON-escaped in JSON": (secret) => JSON.stringify(JSON.stringify({ secret }).replaceAll("/", "\\/")),
  "percent-encoded": encodeURIComponent,
  "percent-encoded in lower case": (secret) => encodeURIComponent(secret).replace(/%../g, (code) => code.toLowerCase()),
  "percent-encoded twice": (secret) => encodeURIComponent(encodeURIComponent(secret)),
  "percent-encoded, every character": (secret) => secret.replace(/./g, (char) => `%${char.charCodeAt(0).toString(16)}`),
  "with a page's escapes": (secret) => secret.replaceAll("/", "&#x2F;").replaceAll("+", "&#43;"),
  "in base64": btoa,
  "in base64url": (secret) => Buffer.from(secret).toString("base64url"),
  "in base64, behind one byte": (secret) => btoa(`:${secret}\n`),
  "in base64, behind a header's name": (secret) => btoa(`token:${secret}, and more`),
  "in base64, JSON-escaped": (secret) => btoa(`ab${secret}`).replaceAll("/", "\\/"),
  "in base64, percent-encoded": (secret) => encodeURIComponent(btoa(secret)),
});

/** What is left of a text's characters when they are written as they are, in any run of 8. */
function leaks(/** @type {string} */ shown, /** @type {string} */ secret) {
  const forms = [secret, ...[0, 1, 2].map((before) => btoa("x".repeat(before) + secret).slice(before + 1, -4))];
  const plain = shown.replaceAll("-", "+").replaceAll("_", "/").replace(/\\+/g, "");
  return forms.flatMap((form) => Array.from({ length: Math.max(0, form.length - 7) }, (_, at) => form.slice(at, at + 8))).filter((part) => plain.includes(part));
}

/** All that may be shown of the error that an answer becomes. @param {import("./behave.mjs").Play} play @param {any} credentials */
async function shown(play, credentials) {
  /** @type {string[]} */
  const lines = [];
  const keep = (/** @type {any} */ record) => void lines.push(JSON.stringify(record));
  const logger = { debug: keep, info: keep, warn: keep, error: keep };
  const error = await rejection(offline({ credentials, maxAttempts: 1, logger, fetch: playing(play) }).getChannel({ arn: "a" }));
  return { error, text: [inspect(error, { depth: 20, maxStringLength: Infinity, showHidden: true }), JSON.stringify(error), String(error.stack), ...lines].join("\n") };
}

const credentialsWith = (/** @type {"secretAccessKey" | "sessionToken"} */ name, /** @type {string} */ secret) => ({ accessKeyId: "AKIDPUBLIC", secretAccessKey: "short", [name]: secret });

/** The places of an answer where it may be. */
const PLACES = /** @type {Record<string, (text: string) => import("./behave.mjs").Play>} */ ({
  "the message": (text) => ({ status: 403, code: "InvalidSignatureException", body: JSON.stringify({ message: text }) }),
  "another member": (text) => ({ status: 403, code: "AccessDeniedException", body: JSON.stringify({ message: "no", deep: [{ hint: text }] }) }),
  "the name of a member": (text) => ({ status: 403, code: "AccessDeniedException", body: JSON.stringify({ message: "no", [text]: 1 }) }),
  "a page": (text) => ({ status: 502, body: `<html>${text}</html>` }),
  "the code": (text) => ({ status: 403, body: JSON.stringify({ message: "no", code: text }) }),
});

describe("a secret is found in every form and place", () => {
  for (const [form, write] of Object.entries(FORMS)) {
    test(form, async () => {
      for (const length of [16, 17, 20, 31, 32, 33, 40, 41, 64, 356, 1000]) {
        const secret = secretOf(length);
        for (const [place, play] of Object.entries(PLACES)) {
          // A code ends at these characters, and is cut off.
          if (place === "the code" && (length > 40 || /[:,#\n]/.test(write(secret)) || write(secret).length > 100)) continue;
          const { text } = await shown(play(write(secret)), credentialsWith(length % 2 ? "secretAccessKey" : "sessionToken", secret));
          assert.deepEqual(leaks(text, secret), [], `${length} characters in ${place}: ${text}`);
          assert.match(text, /\*\*\*/);
        }
      }
    });
  }

  test("in parts, over members, items and names, or cut off", async () => {
    const secret = secretOf(356);
    const halves = [secret.slice(0, 178), secret.slice(178)];
    const parts = secret.match(/.{1,40}/g) ?? [];
    for (const body of [{ message: halves[0], rest: halves[1] }, { message: "no", parts }, Object.fromEntries(parts.map((part) => [part, part])), { message: `${secret.slice(0, 99)}…` }, { message: parts.join("\n") }, { message: encodeURIComponent(secret).slice(30, 200) }]) {
      const { text } = await shown({ status: 403, code: "InvalidSignatureException", body: JSON.stringify(body) }, credentialsWith("sessionToken", secret));
      // At the seams there may be some characters of an escape.
      assert.deepEqual(leaks(text, secret).slice(0, 1), [], text);
    }
    const key = secretOf(40);
    const { text } = await shown({ status: 403, code: "A", body: JSON.stringify({ message: key.slice(0, 20), rest: key.slice(20) }) }, credentialsWith("secretAccessKey", key));
    assert.deepEqual(leaks(text, key), []);
  });

  test("of credentials that were replaced meanwhile", async () => {
    const [first, second] = [secretOf(300), secretOf(301)];
    let asked = 0;
    const credentials = async () => credentialsWith("sessionToken", asked++ ? second : first);
    const play = { status: 403, code: "ExpiredTokenException", body: JSON.stringify({ message: `${first} ${second}` }) };
    const error = await rejection(offline({ credentials, fetch: playing(play) }).listChannels({}));
    assert.equal(asked, 2);
    assert.equal(error.message, "*** ***");
  });

  test("a stream key of any region, in every form", async () => {
    for (const key of ["sk_us-west-2_abcdABCDefgh_567890abcdefABCDEF1234567890ab", "sk_ap-northeast-1_x1_y2", "sk_us-gov-west-1_abcdABCDefgh_567890abcdef"]) {
      for (const write of [FORMS["as it is"], FORMS["in a sentence"], (/** @type {string} */ text) => `rtmps://host/app/${text}`, (/** @type {string} */ text) => `%3A${text}`, (/** @type {string} */ text) => `\\n${text}`, (/** @type {string} */ text) => text.replaceAll("_", "%5F")]) {
        const { text } = await shown(PLACES["the message"]?.(write?.(key) ?? "") ?? {}, undefined);
        assert.ok(!/567890|_y2|5Fy2|abcdABCD/.test(text), text);
      }
    }
  });
});

describe("what is no secret stays", () => {
  const message = "channel/test-latest of the contest, http://127.0.0.1:9, sk_1, task_list, the test-secret-key of a channel in us-west-2";
  for (const secret of ["1", "test", "a", "e", " ", "secret", "127.0.0.1", "test-latest", "secret-key", "x".repeat(15), "п".repeat(40), "test-secret-key-of-mine", "\n"]) {
    test(`with the secret ${JSON.stringify(secret)}`, async () => {
      const body = JSON.stringify({ message, "test-secret-key": message, list: [message, 1, true, { 1: "1" }] });
      const { error } = await shown({ status: 400, code: "ValidationException", body }, { accessKeyId: "AKID", secretAccessKey: secret });
      assert.equal(error.message, message);
      assert.equal(error["test-secret-key"], message);
      assert.deepEqual(error.list, [message, 1, true, { 1: "1" }]);
    });
  }

  test("also beside a long secret, in all characters", async () => {
    const odd = `quotes " and \\ and \u0001, %41 %2F &#47; &amp; \\u0041, ${"ü€😀".repeat(9)}, ${"a-".repeat(40)} ${"*".repeat(9)}`;
    const { error } = await shown({ status: 400, code: "ValidationException", body: JSON.stringify({ message: odd, [odd]: odd }) }, credentialsWith("sessionToken", secretOf(356)));
    assert.equal(error.message, odd);
    assert.equal(error[odd], odd);
  });
});

test("a large answer is read in bounded time", async () => {
  let longest = 0;
  for (const text of [secretOf(1000).repeat(4000), "A".repeat(4e6), "\\".repeat(4e6), "%25".repeat(1e6), "sk_a-".repeat(1e6), "sk_a-b1_c ".repeat(4e5)]) {
    for (const play of [PLACES["the message"], PLACES["another member"], PLACES["a page"]]) {
      const started = performance.now();
      await shown(play?.(text) ?? {}, credentialsWith("sessionToken", secretOf(1000)));
      longest = Math.max(longest, performance.now() - started);
    }
  }
  assert.ok(longest < 3_000, `${longest} ms for an answer of 4 MB`);
});
