// @ts-check
// Presigned URLs beside boto3's, for the same inputs, configurations and times: parameter by parameter, and signature by signature.
// PRESIGN_SEED gives other random inputs.

import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { IvsClient } from "ivs-wasm";
import { startLocal } from "../node/local.mjs";
import { methodName, play } from "../node/scenario.mjs";
import { OFFLINE } from "../node/wire.mjs";
import { python } from "./python.mjs";

const SEED = Number(process.env.PRESIGN_SEED ?? 20200714);
/** Random inputs of each operation, beside the minimal one and those of the scenario. */
const ROUNDS = 12;

const { region, credentials } = OFFLINE;
const CONFIGS = [
  { region, credentials },
  { region: "us-gov-east-1", useFipsEndpoint: true, useDualstackEndpoint: true, credentials },
  { region: "cn-north-1", credentials: { ...credentials, sessionToken: "to/k+en==" } },
  { region, endpoint: "http://127.0.0.1:8087/ivs/", credentials },
  { region, endpoint: "https://h.example:8443/a%20b//c", credentials },
  { region, endpoint: "https://h.example:443", credentials },
  { region, endpoint: "http://[::1]:8087/x", credentials },
];

/** @param {any} value the input of a case, with its timestamps as dates */
function dated(value) {
  if (Array.isArray(value)) return value.map(dated);
  if (value === null || typeof value !== "object") return value;
  if ("$date" in value) return new Date(value.$date);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, dated(inner)]));
}

/** A URL up to its query. The port of `https` itself goes, because `fetch` and botocore's signature leave it out. @param {string} url */
const address = (url) => url.slice(0, url.indexOf("?")).replace("https://h.example:443/", "https://h.example/");

/** A URL's parameters: the escaped values of each name, in their order. @param {string} url @returns {Map<string, string[]>} */
function parameters(url) {
  const found = new Map();
  for (const pair of url.slice(url.indexOf("?") + 1).split("&")) {
    const [name, value] = pair.split("=");
    found.set(name, [...(found.get(name) ?? []), value]);
  }
  return found;
}

/** What our URLs have instead of boto3's, of a member with that value: how boto3's are wrong. @param {any} value */
function deviation(value) {
  if (typeof value === "boolean") return "a boolean";
  if (Array.isArray(value)) return value.length === 0 ? "an empty list" : typeof value[0] === "object" ? "a list of structures" : undefined;
  return value !== null && typeof value === "object" && !(value instanceof Date) ? "a structure or map" : undefined;
}

/** Inputs of the scenario that Python can be given. @returns {Promise<any[]>} */
async function scenario() {
  const local = await startLocal();
  try {
    const client = /** @type {any} */ (new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials }));
    const played = await play((operation, input) => client[methodName(operation)](input), local);
    const text = (/** @type {any} */ input) => JSON.stringify(input ?? {});
    const hasDate = (/** @type {any} */ input) => Object.values(input ?? {}).some((value) => value instanceof Date);
    return played.filter(({ input }) => !hasDate(input)).map(({ operation, input }) => ({ operation, params: JSON.parse(text(input)) }));
  } finally {
    await local.stop();
  }
}

describe(`presigned URLs (seed ${SEED})`, () => {
  /** @type {any[]} */
  let cases;
  /** @type {Set<string>} */
  const deviations = new Set();

  before(async () => {
    cases = await python("presign.py", { seed: SEED, rounds: ROUNDS, configs: CONFIGS, inputs: await scenario() });
    const clients = CONFIGS.map((config) => new IvsClient(config));
    const { now } = Date;
    try {
      for (const made of cases) {
        Date.now = () => made.now;
        const { name, params, expiresIn, httpMethod } = made;
        made.params = dated(params);
        made.ours = await clients[made.config].generatePresignedUrl(name, { params: made.params, expiresIn, httpMethod });
      }
    } finally {
      Date.now = now;
    }
  });

  test("cover all 46 operations, several times each", () => {
    const count = new Map();
    for (const { operation } of cases) count.set(operation, (count.get(operation) ?? 0) + 1);
    assert.equal(count.size, 46);
    for (const [operation, number] of count) assert.ok(number > ROUNDS, operation);
  });

  test("have boto3's address and parameters, except for boto3's known errors", () => {
    for (const { operation, params, url, ours } of cases) {
      const title = `${operation} ${JSON.stringify(params)}\n${url}\n${ours}`;
      assert.equal(address(ours), address(url), title);
      const [mine, theirs] = [parameters(ours), parameters(url)];
      let deviates = false;
      for (const name of new Set([...mine.keys(), ...theirs.keys()])) {
        if (name === "X-Amz-Signature") continue;
        let why = deviation(params[name]);
        if (name === "tagKeys" && params.tagKeys.length > 1) {
          why = "repeated tagKeys";
          assert.deepEqual(theirs.get(name), mine.get(name)?.slice(0, 1), `boto3 keeps the first\n${title}`);
        }
        if (why) {
          deviates = true;
          deviations.add(why);
        } else {
          assert.deepEqual(mine.get(name), theirs.get(name), `${name}: ${title}`);
        }
      }
      if (!deviates) assert.deepEqual(mine.get("X-Amz-Signature"), theirs.get("X-Amz-Signature"), title);
    }
  });

  test("are boto3's URLs, with its known errors corrected, and botocore's signature", () => {
    const pairs = (/** @type {string} */ url) => url.slice(url.indexOf("?") + 1).split("&");
    const members = (/** @type {string} */ url) => pairs(url).filter((pair) => !pair.startsWith("X-Amz-"));
    for (const { operation, params, amended, ours } of cases) {
      const title = `${operation} ${JSON.stringify(params)}\n${amended}\n${ours}`;
      assert.equal(address(ours), address(amended), title);
      assert.deepEqual(members(ours), members(amended), title);
      // The parameters of the signature are in another order, which has no meaning.
      assert.deepEqual(pairs(ours).sort(), pairs(amended).sort(), title);
    }
  });

  test("deviate in every listed way", () => {
    assert.deepEqual([...deviations].sort(), ["a boolean", "a list of structures", "a structure or map", "an empty list", "repeated tagKeys"]);
  });
});
