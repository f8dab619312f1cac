// @ts-check
// A small Amazon IVS as a function for `config.fetch`: channels, stream keys, streams, recording configurations and revocations, with an encoder
// that reconnects by itself whenever it is let in, and with an interruption of one request.

import assert from "node:assert/strict";
import { IvsClient } from "ivs-wasm";
import { WorkflowError } from "ivs-wasm/workflows";
import { OFFLINE } from "./wire.mjs";

/**
 * What happens to a request.
 *
 * - `refused`: the service refuses it
 * - `unsent`: the connection fails before it is done
 * - `lost`: it is done, and its answer is lost
 * - `aborted before`, `aborted during`: the caller aborts before or after it is done, and there is no answer
 * - `killed before`, `killed during`: the caller is gone: nothing ever comes back
 *
 * @typedef {"refused" | "unsent" | "lost" | "aborted before" | "aborted during" | "killed before" | "killed during"} Interruption
 *
 * @typedef {object} ChannelState
 * @property {{ arn: string, value: string, channelArn: string, tags: Record<string, string> } | undefined} key
 * @property {boolean} live
 * @property {string} recordingConfigurationArn
 *
 * @typedef {{ operation: string, input: any, at: number }} Request
 */

const PREFIX = "arn:aws:ivs:us-west-2:123456789012:";
export const CHANNEL = `${PREFIX}channel/AbCdEfGhIjKl`;
export const CONFIGURATION = `${PREFIX}recording-configuration/AbCdEfGhIjKl`;
export const OTHER_CONFIGURATION = `${PREFIX}recording-configuration/MnOpQrStUvWx`;
/** @param {number | string} name */
export const channelArn = (name) => `${PREFIX}channel/Channel${name}`;

/** The item of an answer that refuses. */
class Refusal extends Error {
  /** @param {number} status @param {string} code */
  constructor(status, code) {
    super(code);
    this.status = status;
  }
}

const notFound = () => new Refusal(404, "ResourceNotFoundException");
const offline = () => new Refusal(404, "ChannelNotBroadcasting");
const conflict = () => new Refusal(409, "ConflictException");

export class ScriptedIvs {
  /** @type {Map<string, ChannelState>} */
  channels = new Map();
  /** @type {Set<string>} */
  configurations = new Set();
  /** The versions of revocations, by channel and viewer. @type {Map<string, number[]>} */
  revoked = new Map();
  /** @type {Request[]} */
  requests = [];
  /** Keys that encoders keep connecting with. @type {Set<string>} */
  encoders = new Set();
  /** Answers by operation, instead of its own; `undefined` for its own. @type {Record<string, (input: any) => unknown>} */
  answers = {};
  /** Looks at a stream for which it goes on after StopStream. */
  ending = 0;
  /** Milliseconds that an answer takes. */
  latency = 0;
  #keys = 0;
  #pages = 1;
  /** @type {{ index: number, how: Interruption, controller: AbortController } | undefined} */
  #interruption;

  /** A channel with a key, and an encoder that keeps connecting. @param {string} arn @param {Partial<ChannelState>} [state] */
  addChannel(arn, state = {}) {
    const key = this.#newKey(arn, { team: "a", "aws:cloudformation:stack-name": "s" });
    this.channels.set(arn, { key, live: false, recordingConfigurationArn: "", ...state });
    return key;
  }

  /** A channel that is live. @param {string} arn */
  addLiveChannel(arn) {
    const key = this.addChannel(arn);
    this.encoders.add(key.value);
    this.#connect();
    return key;
  }

  /** Interrupts the request of that number, from 0 on, counted from now. @param {number} index @param {Interruption} how */
  interrupt(index, how) {
    const controller = new AbortController();
    this.#interruption = { index: this.requests.length + index, how, controller };
    return controller.signal;
  }

  /** Interrupts nothing more. */
  goOn() {
    this.#interruption = undefined;
  }

  /** @param {object} [config] */
  client(config = {}) {
    return new IvsClient({ ...OFFLINE, maxAttempts: 1, requestTimeout: 0, fetch: this.fetch, ...config });
  }

  /** How often operations were called. */
  get operations() {
    return this.requests.map(({ operation }) => operation);
  }

  fetch = async (/** @type {any} */ url, /** @type {any} */ init) => {
    const operation = new URL(url).pathname.slice(1);
    const input = JSON.parse(init.body || "{}");
    const index = this.requests.length;
    this.requests.push({ operation, input, at: performance.now() });
    const { how, controller } = this.#interruption?.index === index ? this.#interruption : { how: undefined, controller: undefined };
    if (this.latency) await new Promise((resolve) => setTimeout(resolve, this.latency));
    if (how === "refused") return response(403, { exceptionMessage: "not allowed" }, "AccessDeniedException");
    if (how === "unsent") throw new TypeError("fetch failed");
    if (how === "aborted before") controller?.abort(new Error("enough"));
    if (how === "aborted before" || how === "killed before") return new Promise(() => {});
    let answer;
    try {
      answer = response(200, this.#answer(operation, input));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      answer = response(error.status, { exceptionMessage: "refused" }, error.message);
    }
    this.#connect();
    if (how === "lost") throw new TypeError("fetch failed");
    if (how === "aborted during") controller?.abort(new Error("enough"));
    if (how === "aborted during" || how === "killed during") return new Promise(() => {});
    return answer;
  };

  /** Every encoder that is let in connects at once. */
  #connect() {
    for (const channel of this.channels.values()) {
      if (channel.key && this.encoders.has(channel.key.value)) channel.live = true;
    }
  }

  /** @param {string} channelArn @param {Record<string, string>} tags */
  #newKey(channelArn, tags) {
    const number = ++this.#keys;
    return { arn: `${PREFIX}stream-key/Key${number}`, value: `sk_us-west-2_abcdefabcdef_${String(number).padStart(30, "0")}`, channelArn, tags };
  }

  /** @param {string} arn */
  #channel(arn) {
    const channel = this.channels.get(arn);
    if (!channel) throw notFound();
    return channel;
  }

  /** @param {unknown[]} items @param {string} member @param {any} input */
  #page(items, member, { nextToken }) {
    const at = Number(nextToken ?? 0);
    const more = at + this.#pages < items.length;
    return { [member]: items.slice(at, at + this.#pages), ...(more ? { nextToken: String(at + this.#pages) } : {}) };
  }

  /** @param {string} operation @param {any} input @returns {unknown} */
  #answer(operation, input) {
    const scripted = this.answers[operation]?.(input);
    if (scripted !== undefined) return scripted;
    const key = [...this.channels.values()].map(({ key }) => key).find((key) => key && key.arn === input.arn);
    switch (operation) {
      case "ListStreamKeys": {
        const { key } = this.#channel(input.channelArn);
        const { value: _, ...summary } = key ?? {};
        return this.#page(key ? [summary] : [], "streamKeys", input);
      }
      case "GetStreamKey":
        if (!key) throw notFound();
        return { streamKey: key };
      case "DeleteStreamKey":
        if (!key) throw notFound();
        this.#channel(key.channelArn).key = undefined;
        return undefined;
      case "CreateStreamKey": {
        const channel = this.#channel(input.channelArn);
        if (channel.key) throw new Refusal(402, "ServiceQuotaExceededException");
        channel.key = this.#newKey(input.channelArn, input.tags ?? {});
        return { streamKey: channel.key };
      }
      case "StopStream": {
        const channel = this.#channel(input.channelArn);
        if (!channel.live) throw offline();
        if (!this.ending) channel.live = false;
        return undefined;
      }
      case "GetStream": {
        const channel = this.#channel(input.channelArn);
        if (!channel.live) throw offline();
        if (this.ending && --this.ending === 0) channel.live = false;
        return { stream: { channelArn: input.channelArn, state: "LIVE" } };
      }
      case "ListStreams": {
        const live = [...this.channels].filter(([, { live }]) => live);
        return this.#page(live.map(([channelArn]) => ({ channelArn, state: "LIVE" })), "streams", input);
      }
      case "DeleteChannel":
        if (this.#channel(input.arn).live) throw conflict();
        this.channels.delete(input.arn);
        return undefined;
      case "ListChannels": {
        const rows = [...this.channels].map(([arn, { recordingConfigurationArn }]) => ({ arn, recordingConfigurationArn }));
        return this.#page(rows.filter((row) => row.recordingConfigurationArn === input.filterByRecordingConfigurationArn), "channels", input);
      }
      case "GetChannel":
        return { channel: { arn: input.arn, recordingConfigurationArn: this.#channel(input.arn).recordingConfigurationArn } };
      case "UpdateChannel": {
        const channel = this.#channel(input.arn);
        if (channel.live) throw conflict();
        channel.recordingConfigurationArn = input.recordingConfigurationArn ?? channel.recordingConfigurationArn;
        return { channel: { arn: input.arn } };
      }
      case "DeleteRecordingConfiguration":
        if (!this.configurations.has(input.arn)) throw notFound();
        if ([...this.channels.values()].some(({ recordingConfigurationArn }) => recordingConfigurationArn === input.arn)) throw conflict();
        this.configurations.delete(input.arn);
        return undefined;
      case "BatchStartViewerSessionRevocation": {
        const errors = [];
        for (const { channelArn, viewerId, viewerSessionVersionsLessThanOrEqualTo: version } of input.viewerSessions) {
          const name = `${channelArn} ${viewerId}`;
          if (this.channels.has(channelArn)) this.revoked.set(name, [...(this.revoked.get(name) ?? []), version]);
          else errors.push({ channelArn, viewerId, code: "404", message: "no such channel" });
        }
        return errors.length > 0 ? { errors } : {};
      }
      default:
        throw new Error(`${operation} is not scripted`);
    }
  }
}

/** An answer that refuses, for `answers`. @param {number} status @param {string} code @returns {never} */
export function refuse(status, code) {
  throw new Refusal(status, code);
}

/** @param {number} status @param {unknown} body @param {string} [code] */
function response(status, body, code) {
  if (status === 200 && body === undefined) return new Response(null, { status: 204 });
  return new Response(JSON.stringify(body), { status, headers: code ? { "x-amzn-errortype": code } : {} });
}

/** One with a live channel; `old` is what `addLiveChannel` returned. */
export function live() {
  const ivs = new ScriptedIvs();
  return Object.assign(ivs, { old: ivs.addLiveChannel(CHANNEL) });
}

/** The error of a workflow. @param {Promise<unknown>} workflow @returns {Promise<WorkflowError>} */
export async function failure(workflow) {
  const error = await workflow.then(() => assert.fail("it came to its end"), (error) => error);
  assert.ok(error instanceof WorkflowError, error?.stack);
  return error;
}
