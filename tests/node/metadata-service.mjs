// @ts-check
// PutMetadata and GetStream as the service has them: its rates are enforced when a call arrives, and calls fail as they do on the way.

import { setTimeout as real } from "node:timers/promises";

export const ARN = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";
export const arnOf = (/** @type {number} */ number) => `arn:aws:ivs:us-west-2:123456789012:channel/channel${number}`;

/**
 * What becomes of a call:
 *
 * - `"refused"`: the connection is reset before the service has the call;
 * - `"reset"`: after it took the call;
 * - `"silent"`: it takes the call, and no answer comes;
 * - `"late"`: nothing comes of it now, and the service takes it a while after the client has given up;
 * - `"failed"`: it answers 500, before or after it took the call;
 * - `"throttled"`: it answers 429, for somebody else's calls.
 *
 * @typedef {"refused" | "reset" | "silent" | "late" | "failed" | "throttled" | undefined} Fault
 *
 * @typedef {object} Call
 * @property {string} channelArn
 * @property {string} metadata
 * @property {number} at when it arrived
 * @property {boolean} taken whether viewers get it
 */

/** The time for which timers of the test wait: virtual, where the test makes it so. */
const after = (/** @type {number} */ milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/**
 * @param {object} [options]
 * @param {() => number} [options.random]
 * @param {(call: number) => Fault} [options.fault] of a call of PutMetadata, by its number from 0
 * @param {(channelArn: string) => boolean} [options.isLive]
 * @param {() => number} [options.latency] milliseconds on the way, in each direction
 */
export function service({ random = Math.random, fault = () => undefined, isLive = () => true, latency = () => 0 } = {}) {
  /** @type {Call[]} */
  const calls = [];
  /** @type {number[]} */
  const polls = [];
  /** @type {string[]} */
  const violations = [];
  /** Faults that were made, by their kind. @type {Record<string, number>} */
  const faults = {};
  let number = 0;
  let inFlight = /** @type {Record<string, number>} */ ({});

  /** @param {number} status @param {object} body @param {string} [code] */
  const answer = (status, body, code) => new Response(status === 204 ? null : JSON.stringify(body), { status, headers: code ? { "x-amzn-errortype": code } : {} });
  const offline = (/** @type {string} */ arn) => answer(404, { message: `Channel: ${arn} is not currently online` }, "ChannelNotBroadcasting");
  const throttled = (/** @type {string} */ what) => answer(429, { message: `Operation: ivs:PutMetadata exceeded call rate: ${what}` }, "ThrottlingException");
  const lost = (/** @type {string} */ code) => Object.assign(new TypeError("fetch failed"), { cause: Object.assign(new Error(code), { code }) });

  /** @param {string} channelArn @param {string} metadata */
  function arrive(channelArn, metadata, isFailing = false) {
    const at = Date.now();
    const recent = calls.filter((call) => at - call.at < 1000);
    const ofChannel = recent.filter((call) => call.channelArn === channelArn);
    if (ofChannel.length >= 5) violations.push(`6 calls for ${channelArn} within a second at ${at}`);
    if (recent.length >= 155) violations.push(`156 calls within a second at ${at}`);
    if (Buffer.byteLength(metadata) > 1024) violations.push(`${Buffer.byteLength(metadata)} bytes`);
    const call = { channelArn, metadata, at, taken: false };
    calls.push(call);
    if (ofChannel.length >= 5) return throttled(`5 for resource: ${channelArn}`);
    if (recent.length >= 155) return throttled("155 for the account");
    if (Buffer.byteLength(metadata) > 1024) return answer(400, { message: "Metadata size exceeds payload limit" }, "ValidationException");
    if (!metadata) return answer(400, { message: "metadata is empty" }, "ValidationException");
    if (!isLive(channelArn)) return offline(channelArn);
    call.taken = !isFailing;
    return answer(204, {});
  }

  /** Never settles, unless the request is aborted. @param {any} init @returns {Promise<never>} */
  const silence = ({ signal }) => new Promise((_, reject) => signal?.addEventListener("abort", () => reject(signal.reason)));

  /** A `config.fetch`. @param {string} url @param {any} init @returns {Promise<Response>} */
  async function fetching(url, init) {
    const { channelArn, metadata } = JSON.parse(init.body);
    await after(latency());
    if (url.endsWith("/GetStream")) {
      polls.push(Date.now());
      const response = isLive(channelArn) ? answer(200, { stream: { channelArn, state: "LIVE" } }) : offline(channelArn);
      await after(latency());
      return response;
    }
    inFlight[channelArn] = (inFlight[channelArn] ?? 0) + 1;
    if (inFlight[channelArn] > 1) violations.push(`two calls at a time for ${channelArn}`);
    try {
      const kind = fault(number++);
      if (kind) faults[kind] = (faults[kind] ?? 0) + 1;
      if (kind === "refused") throw lost("ECONNREFUSED");
      if (kind === "late") {
        // It is no call of this second, but one that a proxy held back.
        void after(7000 + random() * 1000).then(() => void (isLive(channelArn) && calls.push({ channelArn, metadata, at: NaN, taken: true })));
        return await silence(init);
      }
      if (kind === "throttled") {
        arrive(channelArn, metadata, true);
        return throttled("155 for the account");
      }
      const response = arrive(channelArn, metadata, kind === "failed" && random() < 0.5);
      if (kind === "silent") return await silence(init);
      await after(latency());
      if (kind === "reset") throw lost("ECONNRESET");
      if (kind === "failed") return answer(500, { message: "internal" }, "InternalServerException");
      return response;
    } finally {
      inFlight[channelArn]--;
    }
  }

  return {
    fetch: fetching,
    calls,
    polls,
    violations,
    faults,
    /** The texts that viewers of a channel get. */
    cues: (channelArn = ARN) => calls.filter((call) => call.taken && call.channelArn === channelArn).map(({ metadata }) => metadata),
  };
}

/** Most calls in any second, of a list of times in order. @param {number[]} times */
export function most(times) {
  let most = 0;
  for (let [first, last] = [0, 0]; last < times.length; last++) {
    while (times[last] - times[first] >= 1000) first++;
    most = Math.max(most, last - first + 1);
  }
  return most;
}

export { after, real };
