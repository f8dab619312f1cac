// @ts-check
// The same listings by boto3 and by this package, from one file of cases, against one ivs-local: the same pages, cut at the same
// places, and the same tokens, which either can resume. And the paginators of AWS's SDK beside ours.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { after, before, describe, test } from "node:test";
import * as sdk from "@aws-sdk/client-ivs";
import * as ivs from "ivs-wasm";
import { startLocal } from "../node/local.mjs";

/**
 * @typedef {object} Case a listing in steps, each resumed where the one before ended
 * @property {string} operation
 * @property {any} input
 * @property {any[]} configs a `PaginationConfig` for each step
 * @property {number} [ahead] request so many items first, and pass the service's token in the input
 */

const DRIVER = fileURLToPath(new URL("paging.py", import.meta.url));
const CASES = 200;
/** How many there are of each. */
const CHANNELS = 47;
const LIVE = 11;
const CONFIGURATIONS = 17;

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {ivs.IvsClient} */
let client;
/** @type {string} */
let folder;
/** @type {{ operation: string, input: any }[]} listings of 0 to 47 items */
let listings;

before(async () => {
  local = await startLocal(["--creation-ms", "0", "--quota", "playback-key=5", "--quota", "playback-restriction-policy=7"]);
  client = new ivs.IvsClient(local);
  folder = await mkdtemp(join(tmpdir(), "ivs-wasm-paging-"));
  const channels = [];
  for (let index = 0; index < CHANNELS; index++) {
    const { channel, streamKey } = await client.createChannel({ name: index % 3 ? "ordinary" : "third" });
    channels.push(channel?.arn ?? "");
    if (index % 4 === 0 && index < LIVE * 4) await local.goLive(streamKey?.value ?? "");
  }
  const keyless = await client.listStreamKeys({ channelArn: channels[1] });
  await client.deleteStreamKey({ arn: keyless.streamKeys[0].arn });
  for (let index = 0; index < CONFIGURATIONS; index++) {
    await client.createRecordingConfiguration({ destinationConfiguration: { s3: { bucketName: `bucket-${index}` } } });
  }
  for (let index = 0; index < 5; index++) {
    const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
    await client.importPlaybackKeyPair({ publicKeyMaterial: publicKey.export({ type: "spki", format: "pem" }).toString() });
  }
  for (let index = 0; index < 7; index++) await client.createPlaybackRestrictionPolicy({ name: `policy-${index}` });
  listings = [
    { operation: "ListChannels", input: {} },
    { operation: "ListChannels", input: { filterByName: "third" } },
    { operation: "ListChannels", input: { filterByName: "none" } },
    { operation: "ListStreams", input: {} },
    { operation: "ListRecordingConfigurations", input: {} },
    { operation: "ListPlaybackKeyPairs", input: {} },
    { operation: "ListStreamKeys", input: { channelArn: channels[0] } },
    { operation: "ListStreamKeys", input: { channelArn: channels[1] } },
  ];
});
after(async () => {
  await local?.stop();
  if (folder) await rm(folder, { recursive: true, force: true });
});

/** Reproducible random numbers from 0 to 1 (mulberry32). */
function numbers(/** @type {number} */ seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const token = (/** @type {string} */ json) => Buffer.from(json).toString("base64");

/** @returns {Case[]} */
function randomCases() {
  const random = numbers(20200714);
  const below = (/** @type {number} */ most) => Math.floor(random() * most);
  /** @template T @param {T[]} list @returns {T} */
  const one = (list) => list[below(list.length)];
  const asWritten = (/** @type {number} */ number) => one([number, number, number, `${number}`, ` ${number} `, `+${number}`, number + 0.5]);
  const rarely = (/** @type {() => any} */ strange, /** @type {() => any} */ plain) => (random() < 0.08 ? strange() : plain());
  const items = () => rarely(
    () => one([0, 1, "0", true, false, "1_0", -1, -3, 1e6, "x", "", "1.5"]),
    () => one([() => undefined, () => asWritten(1 + below(12)), () => asWritten(1 + below(12)), () => asWritten(1 + below(60))])(),
  );
  const size = () => rarely(() => one([1, 50, "50", true, 0, -1, 101, "x", "1e1"]), () => one([undefined, asWritten(2 + below(9)), asWritten(2 + below(9))]));
  const strange = () => one([
    () => token(`{"nextToken": null, "boto_truncate_amount": ${below(8) - 2}}`),
    () => token(`{"nextToken": null, "boto_truncate_amount": ${below(8)}}`),
    () => token('{"nextToken": "None", "boto_truncate_amount": 1}'),
    () => token('{"boto_truncate_amount":2,"nextToken":null}').replace(/.{10}/g, "$&\n"),
    () => one(["None", "None___2", "None___ 3"]),
    () => token('{"nextToken": 5}'),
    () => token('{"marker": "x"}'),
    () => token('["nextToken"]'),
    () => one(["x___y", "a___b___c", "___", "nonsense", "!", "Zm9v", ""]),
  ])();
  const config = () => Object.fromEntries(Object.entries({ MaxItems: items(), PageSize: size() }).filter(([, value]) => value !== undefined));
  return Array.from({ length: CASES }, () => {
    const { operation, input } = random() < 0.4 ? listings[0] : one(listings);
    const configs = Array.from({ length: 1 + below(4) }, config);
    if (random() < 0.15) configs[0].StartingToken = strange();
    const given = random() < 0.2 ? { ...input, maxResults: 2 + below(9) } : input;
    return { operation, input: given, configs, ...(random() < 0.1 && given === input && { ahead: 2 + below(5) }) };
  });
}

/**
 * The outcome of the cases with boto3.
 * @param {Case[]} cases
 * @returns {Promise<{ pageable: string[], cases: any[][] }>}
 */
async function byBoto(cases) {
  const python = process.env.PYTHON;
  if (!python) throw new Error("PYTHON does not name a Python that has boto3: run `cargo xtask test`, which makes one");
  const { endpoint, region, credentials } = local;
  const keys = { aws_access_key_id: credentials.accessKeyId, aws_secret_access_key: credentials.secretAccessKey };
  const file = join(folder, "cases.json");
  await writeFile(file, JSON.stringify({ client: { endpoint_url: endpoint, region_name: region, ...keys }, cases }));
  const { stdout } = await promisify(execFile)(python, [DRIVER, file], { maxBuffer: 1 << 28 });
  // This side plays exactly what was written.
  cases.splice(0, Infinity, ...JSON.parse(await readFile(file, "utf8")).cases);
  return JSON.parse(stdout);
}

/** @param {() => Promise<any>} play @returns {Promise<any>} */
const outcome = (play) => play().then((value) => JSON.parse(JSON.stringify(value)), (error) => ({ error: error.name }));

/** What this package makes of a case. @param {Case} given @returns {Promise<any[]>} */
async function byUs({ operation, input, configs, ahead }) {
  const paginator = client.getPaginator(/** @type {any} */ (operation));
  if (ahead) {
    const { nextToken } = await client.call(operation, { ...input, maxResults: ahead });
    input = { ...input, ...(nextToken && { nextToken }) };
  }
  const steps = [];
  let token;
  for (const config of configs) {
    const parameters = { ...input, PaginationConfig: token ? { ...config, StartingToken: token } : config };
    const pages = await outcome(async () => {
      const found = paginator.paginate(parameters);
      const seen = [];
      for await (const { $metadata, ...page } of found) seen.push({ page: structuredClone(page), token: found.resumeToken ?? null });
      return { pages: seen, token: found.resumeToken ?? null };
    });
    steps.push({ pages, full: await outcome(async () => paginator.paginate(parameters).buildFullResult()) });
    token = pages.token;
    if (!token) break;
  }
  return steps;
}

describe("boto3 and ours", () => {
  test("paginate the same operations; ours paginates those of the SDK, too", async () => {
    const { pageable } = await byBoto([]);
    assert.ok(pageable.length >= 7);
    for (const name of pageable) assert.equal(client.canPaginate(name), true, name);
    for (const name of Object.keys(sdk).filter((name) => name.startsWith("paginate"))) {
      assert.equal(client.canPaginate(name.slice("paginate".length)), true, name);
      assert.ok(name in ivs, name);
    }
  });

  test(`give the same pages, cuts, tokens and errors for ${CASES} random cases, and resume from each other's tokens`, async () => {
    const cases = randomCases();
    const theirs = await byBoto(cases);
    const tally = { steps: 0, pages: 0, cuts: 0, errors: 0 };
    /** @type {{ theirs: Case[], ours: Case[] }} what is resumed from the other's tokens */
    const crossing = { theirs: [], ours: [] };
    const ends = [];
    for (const [index, given] of cases.entries()) {
      const ours = await byUs(given);
      assert.deepEqual(ours, theirs.cases[index], JSON.stringify(given));
      for (const { pages } of ours) {
        tally.steps += 1;
        tally.pages += pages.pages?.length ?? 0;
        tally.cuts += pages.token ? 1 : 0;
        tally.errors += pages.error ? 1 : 0;
      }
      const [first] = ours;
      if (first.pages.token) {
        const { operation, input } = given;
        crossing.theirs.push({ operation, input, configs: [{ StartingToken: first.pages.token }] });
        crossing.ours.push({ operation, input, configs: [{ StartingToken: theirs.cases[index][0].pages.token }] });
        ends.push(first.full);
      }
    }
    // The cases are representative: many cuts, and some of every kind of error.
    assert.ok(tally.steps > 250 && tally.pages > 600 && tally.cuts > 100 && tally.errors > 25, JSON.stringify(tally));

    const continued = await byBoto(crossing.theirs);
    assert.ok(ends.length > 50, `${ends.length}`);
    for (const [index, given] of crossing.ours.entries()) assert.deepEqual(await byUs(given), continued.cases[index], JSON.stringify(given));
  });
});

describe("the SDK's paginators and ours", () => {
  /** @param {AsyncIterable<any>} pages */
  async function bodies(pages) {
    const found = [];
    for await (const { $metadata, ...body } of pages) found.push(body);
    // A member that was added to channels after this version of the SDK, which drops it.
    return JSON.parse(JSON.stringify(found, (key, value) => (key === "failoverSlateConfigurationArn" ? undefined : value)));
  }

  test("give the same pages, from the tokens of either", async () => {
    const theirs = new sdk.IvsClient({ ...local, maxAttempts: 1 });
    const more = [
      ...listings,
      { operation: "ListPlaybackRestrictionPolicies", input: {} },
      { operation: "ListStreamSessions", input: { channelArn: (await client.listStreams()).streams[0].channelArn } },
      { operation: "ListAdConfigurations", input: {} },
    ];
    const functions = Object.keys(sdk).filter((name) => name.startsWith("paginate")).map((name) => name.slice("paginate".length));
    assert.deepEqual([...new Set(more.map(({ operation }) => operation))].sort(), functions.sort());
    for (const { operation, input } of more) {
      const both = [sdk, ivs].map((exports) => /** @type {any} */ (exports)[`paginate${operation}`]);
      for (const pageSize of [undefined, 1, 4, 50]) {
        const expected = await bodies(both[0]({ client: theirs, pageSize }, { ...input }));
        assert.deepEqual(await bodies(both[1]({ client, pageSize }, input)), expected, operation);
        const startingToken = expected[0].nextToken;
        if (!startingToken) continue;
        assert.deepEqual(await bodies(both[1]({ client, pageSize, startingToken }, input)), expected.slice(1));
        assert.deepEqual(await bodies(both[1]({ client }, { ...input, nextToken: startingToken, maxResults: pageSize })), expected.slice(1));
      }
    }
  });
});
