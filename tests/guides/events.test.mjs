// @ts-check
// docs/guides/events.md: its programs are run as they stand there, with every documented event.

import assert from "node:assert/strict";
import { readFile, rm } from "node:fs/promises";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseIvsEvent } from "ivs-wasm/events";
import { PROJECT, node, printedBy, start, tool, within } from "../runtimes/programs.mjs";
import { programs, writeFiles } from "./guide.mjs";

const FOLDER = "guide-events/";
const place = new URL(FOLDER, PROJECT);
const guide = await programs("events");
const KEY = "a key of the connection";

/** @type {any[]} */
const EVENTS = JSON.parse(await readFile(new URL("../fixtures/events.json", import.meta.url), "utf8"));
/** @param {string} name @returns {any} */
const named = (name) => structuredClone(EVENTS.find(({ detail }) => [detail.event_name, detail.limit_name, detail.recording_status].includes(name)));

await rm(place, { recursive: true, force: true });
for (const files of guide.values()) await writeFiles(fileURLToPath(place), files);
await writeFiles(fileURLToPath(place), [[".dev.vars", `EVENTS_KEY="${KEY}"\n`]]);

/** A program of the guide, in a project where the package is installed. @param {string} name @returns {Promise<any>} */
const program = (name) => import(new URL(name, place).href);

const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/AbCd1234EfGh";
const LIVE = `${ARN} is live (st-1AbCdEfGhIjKlMnOpQrStUv)`;

test("all its programs are run here", () => {
  const names = [...guide.values()].flatMap((files) => [...files.keys()]);
  assert.deepEqual(names, ["describe.mjs", "stage.mjs", "lambda.mjs", "queue.mjs", "worker.mjs", "wrangler.json"]);
});

test("describe.mjs has a sentence for every event, new ones too", async () => {
  const { describe } = await program("describe.mjs");
  for (const event of EVENTS) assert.match(describe(JSON.stringify(event)), /^[^]{10,}$/);
  assert.equal(describe(named("Stream Start")), LIVE);
  assert.equal(describe(named("Session Ended")), `${ARN}: the encoder disconnected, MultitrackInputNotAllowed`);
  assert.equal(describe(named("Recording End")), `${ARN}: Recording End`);
  assert.equal(describe(named("Concurrent Viewers")), "Concurrent Viewers: 11 viewers too many");
  assert.equal(describe({ ...named("Stream Start"), "detail-type": "IVS New" }), "IVS New at 2026-11-28T10:00:00Z");
});

test("stage.mjs knows who publishes, in whatever order events come", async () => {
  const { publishers } = await program("stage.mjs");
  /** @param {string} name @param {string} participant @param {number} micros */
  const event = (name, participant, micros) => {
    const event = named(name);
    Object.assign(event.detail, { participant_id: participant, event_time_precise: `2026-11-28T10:00:00.00000${micros}Z` });
    return event;
  };
  const events = [event("Participant Published", "a", 1), event("Participant Unpublished", "a", 2), event("Participant Published", "b", 3), event("Participant Published", "a", 4), event("Participant Unpublished", "b", 5), named("Stream Start"), named("Token Exchanged")];
  for (let first = 0; first < events.length; first += 1) {
    for (const order of [[...events.slice(first), ...events.slice(0, first)], events.toReversed()]) {
      const stage = publishers();
      for (const event of order) stage.add(parseIvsEvent(event));
      assert.deepEqual(stage.list(), ["a"]);
    }
  }
});

test("lambda.mjs returns where a recording is", async () => {
  const { handler } = await program("lambda.mjs");
  assert.deepEqual(await handler(named("Recording End")), {
    playlist: "s3://bucket/ivs/v1/123456789012/AbCd1234EfGh/2026/11/28/10/0/abcdefghijkl/media/hls/master.m3u8",
    seconds: 99370.264,
  });
  for (const event of EVENTS.filter(({ detail }) => detail.recording_status !== "Recording End")) assert.equal(await handler(event), undefined);
  await assert.rejects(handler({ ...named("Recording End"), source: "aws.s3" }), { name: "ParamValidationError" });
});

test("queue.mjs handles each event once, and has SQS deliver again what failed or is damaged", async (t) => {
  const { queueHandler } = await program("queue.mjs");
  const complaints = t.mock.method(console, "error", () => {});
  /** @type {string[]} */
  const handled = [];
  let isDown = true;
  const handler = queueHandler(async (/** @type {any} */ event) => {
    if (isDown && event.id === EVENTS[3].id) throw new Error("the database is down");
    handled.push(event.id);
  });
  const record = (/** @type {number} */ index, body = JSON.stringify(EVENTS[index])) => ({ messageId: `m${index}`, eventSource: "aws:sqs", body });
  const topic = (/** @type {number} */ index) => record(index, JSON.stringify({ Type: "Notification", Message: JSON.stringify(EVENTS[index]) }));

  const first = await handler({ Records: [record(1), topic(2), record(3), record(1), topic(1), record(99, "{")] });
  assert.deepEqual(first, { batchItemFailures: [{ itemIdentifier: "m3" }, { itemIdentifier: "m99" }] });
  assert.deepEqual(handled, [EVENTS[1].id, EVENTS[2].id]);
  assert.deepEqual(complaints.mock.calls.map(({ arguments: [line] }) => line.slice(0, 24)), ["m3: the database is down", "m99: input.body: is no J"]);

  isDown = false;
  assert.deepEqual(await handler({ Records: [topic(3), record(3), record(2)] }), { batchItemFailures: [] });
  assert.deepEqual(handled, [EVENTS[1].id, EVENTS[2].id, EVENTS[3].id]);
});

describe("worker.mjs", () => {
  /** What it answers to. @type {[string, string, string | undefined, number, string | RegExp][]} */
  const CALLS = [
    ["an event", JSON.stringify(named("Stream Start")), KEY, 200, LIVE],
    ["a damaged event", JSON.stringify(named("Stream Start")).slice(0, -1), KEY, 400, /^input: is no JSON/],
    ["a caller with another key", JSON.stringify(named("Stream Start")), `${KEY}2`, 401, "who is this?"],
    ["a caller without a key", JSON.stringify(named("Stream Start")), undefined, 401, "who is this?"],
  ];
  /** @param {string} body @param {string} [key] */
  const request = (body, key) => ({ method: "POST", body, headers: { "content-type": "application/json; charset=utf-8", ...(key === undefined ? {} : { "x-api-key": key }) } });

  test("lets nobody in while it has no key", async () => {
    const { default: worker } = await program("worker.mjs");
    assert.equal((await worker.fetch(new Request("http://worker/", request("{}", "")), {})).status, 500);
  });

  test("in workerd", async () => {
    const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1"];
    const wrangler = start(node(24), args, { folder: FOLDER, variables: { CI: "1", WRANGLER_SEND_METRICS: "false" } });
    try {
      const url = await printedBy(wrangler, /Ready on (http:\S+)/);
      for (const [title, body, key, status, text] of CALLS) {
        const response = await within(wrangler, "an answer", fetch(url, request(body, key)));
        const answer = await response.text();
        assert.equal(response.status, status, `${title}: ${answer}`);
        if (typeof text === "string") assert.equal(answer, text, title);
        else assert.match(answer, text, title);
      }
    } finally {
      await wrangler.kill();
    }
  });
});
