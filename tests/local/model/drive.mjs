// @ts-check
// Plays random calls against a shell and the model, and compares what they say of each.

import assert from "node:assert/strict";
import { signRequest } from "ivs-wasm";
import { plain } from "../play.mjs";
import { generate } from "./generate.mjs";
import { Model } from "./model.mjs";
import { randomness } from "./random.mjs";

/** @typedef {import("../shells.mjs").Running} Running */
/** @typedef {import("./generate.mjs").Move} Move */

/** A call as a request, whatever its input is; clients would refuse some. @param {string} operation @param {any} input @returns {{ method: string, path: string, body?: string }} */
export function requestOf(operation, { resourceArn, ...input }) {
  if (!operation.includes("Resource")) return { method: "POST", path: `/${operation}`, body: JSON.stringify({ ...(resourceArn !== undefined && { resourceArn }), ...input }) };
  const path = `/tags/${encodeURIComponent(resourceArn)}`;
  if (operation === "TagResource") return { method: "POST", path, body: JSON.stringify(input) };
  const query = (input.tagKeys ?? []).map((/** @type {string} */ key) => `tagKeys=${encodeURIComponent(key)}`).join("&");
  return operation === "UntagResource" ? { method: "DELETE", path: query ? `${path}?${query}` : path } : { method: "GET", path };
}

/** @param {Running} shell @param {string} operation @param {any} input @returns {Promise<{ status: number, code: string | undefined, output: any }>} */
export async function send({ endpoint, region, credentials, fetch }, operation, input) {
  const { method, path, body } = requestOf(operation, input);
  const headers = body === undefined ? {} : { "content-type": "application/json" };
  const request = { method, url: endpoint + path, headers, ...(body !== undefined && { body }) };
  const signed = await signRequest(request, { credentials, region, service: "ivs" });
  const response = await fetch(signed.url, { method, headers: signed.headers, body: body ?? null });
  const text = await response.text();
  return { status: response.status, code: response.headers.get("x-amzn-errortype") ?? undefined, output: text ? JSON.parse(text) : undefined };
}

/** A state of a shell, and of the model. @typedef {{ shell: any, model: ReturnType<Model["snapshot"]> }} Snapshot */

/** One move. @param {Running} shell @param {Move} move @param {Snapshot | undefined} snapshot @returns {Promise<any>} the shell's answer */
async function play(shell, move, snapshot) {
  if ("advance" in move) return void (await shell.advance(move.advance));
  if ("encoder" in move) return shell.local("POST", `/_local/encoder/${move.encoder}`, move.body);
  if ("fault" in move) return shell.local("POST", "/_local/faults", move.fault);
  if ("operation" in move) return send(shell, move.operation, move.input);
  return move.snapshot === "taken" ? shell.snapshot?.() : snapshot && shell.restore?.(snapshot.shell);
}

/** What the model says of the move, beside the answer. @param {Model} model @param {Move} move @param {any} answer */
function judge(model, move, answer) {
  if ("advance" in move) return void (model.now += move.advance);
  if ("encoder" in move) {
    const status = move.encoder === "start" ? model.streams.start(move.body, answer.body) : model.streams[move.encoder](move.body);
    return assert.equal(answer.status, status, "the encoder's status");
  }
  if ("fault" in move) return void model.faults.push({ ...move.fault });
  if ("snapshot" in move) return;
  const outcome = model.call(move.operation, move.input, answer.code === undefined ? answer.output : undefined);
  if ("errors" in outcome) return assert.ok(outcome.errors.has(answer.code), `fails by ${[...outcome.errors].join(" or ")}, not ${answer.code ?? "at all"}`);
  assert.equal(answer.code, undefined, `succeeds, not ${answer.code}: ${answer.output?.message}`);
  assert.deepEqual(plain(answer.output, "-", []), plain(outcome.output, "-", []));
}

/** Whether the answer depends on how fast the moves are played, so that nothing can be said of it. @param {Model} model @param {Move} move */
function isUncertain(model, move) {
  if (!("operation" in move)) return false;
  if (move.operation === "PutMetadata") return model.streams.live.get(move.input.channelArn)?.puts.length >= 5;
  // Whether an ad break of five minutes runs depends on moves of an hour alone.
  return move.operation === "InsertAdBreak" && [1, 5, 61, 101].includes(move.input.durationSeconds);
}

/** The moves before one that name what it names, and what they came to. @param {Move[]} history @param {string[]} transcript @param {Move} move */
function related(history, transcript, move) {
  const names = JSON.stringify(move).match(/arn:aws:ivs:[\w:/-]+|sk_\w+|st-\w+/g) ?? [];
  const lines = transcript.flatMap((answer, index) => {
    const line = `  ${index + 1}: ${JSON.stringify(history[index])} -> ${answer}`;
    return names.some((name) => line.includes(name)) || index >= transcript.length - 3 ? [line] : [];
  });
  return `what is related of the moves before:\n${lines.slice(-30).join("\n")}`;
}

/**
 * @param {Running} shell
 * @param {{ seed: number, moves: number, snapshots: boolean, options: import("../shells.mjs").Options }} game
 * @returns {Promise<{ transcript: string[], counts: Map<string, number> }>} every answer without times, and how often each outcome of each operation was seen
 */
export async function drive(shell, { seed, moves, snapshots, options }) {
  const random = randomness(seed);
  const model = new Model({ quotas: options.quotas ?? {}, creationMs: options.creationMs ?? 0 });
  /** @type {string[]} */
  const transcript = [];
  /** @type {Move[]} */
  const history = [];
  const counts = new Map();
  /** @type {Snapshot | undefined} */
  let snapshot;
  while (history.length < moves) {
    const move = generate(random, model);
    if (isUncertain(model, move) || ("snapshot" in move && !(move.snapshot === "taken" ? snapshots : snapshot))) continue;
    history.push(move);
    const answer = await play(shell, move, snapshot);
    try {
      judge(model, move, answer);
    } catch (error) {
      const { message } = /** @type {Error} */ (error);
      throw new Error(
        `seed ${seed}, move ${history.length}: the model says that ${JSON.stringify(move)} ${message}\nthe shell: ${JSON.stringify(answer)}\n${related(history, transcript, move)}`,
      );
    }
    if ("snapshot" in move && move.snapshot === "taken") snapshot = { shell: answer, model: model.snapshot() };
    if ("snapshot" in move && move.snapshot === "restored" && snapshot) model.restore(snapshot.model);
    // A snapshot is for its shell alone.
    transcript.push("snapshot" in move ? "a snapshot" : JSON.stringify(plain(answer ?? null, shell.endpoint, [])));
    const outcome = "operation" in move ? `${move.operation} ${answer.code ?? "succeeds"}` : "snapshot" in move ? `snapshot ${move.snapshot}` : Object.keys(move)[0];
    counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
  }
  return { transcript, counts };
}
