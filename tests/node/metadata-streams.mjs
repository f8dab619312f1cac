// @ts-check
// Shared by the tests of `metadataStream`: a client that records, errors of the service, and a stream with what it tells.

import { decodeMetadata, metadataStream } from "ivs-wasm/metadata";
import { after, ARN } from "./metadata-service.mjs";

/** @typedef {import("ivs-wasm/metadata").DroppedMetadata} DroppedMetadata */

/** A client that only records, and answers after a while. @param {(call: number) => unknown} [answer] */
export function recorder(answer = () => undefined, latency = 10) {
  const calls = /** @type {{ channelArn: string, metadata: string, at: number }[]} */ ([]);
  return {
    calls,
    async putMetadata(/** @type {any} */ input, /** @type {any} */ _options) {
      const number = calls.push({ ...input, at: Date.now() });
      await after(latency);
      return answer(number);
    },
    get texts() {
      return calls.map(({ metadata }) => metadata);
    },
    get items() {
      return calls.flatMap(({ metadata }) => decodeMetadata(metadata).items);
    },
  };
}

/** A service's error. @param {string} name @param {number} status @param {object} [more] */
export const refusal = (name, status, more) => Object.assign(new Error(name), { name, $metadata: { httpStatusCode: status, attempts: 1 }, ...more });

/** @param {any} client @param {any} [options] */
export function stream(client, options) {
  const dropped = /** @type {DroppedMetadata[]} */ ([]);
  const sent = /** @type {unknown[]} */ ([]);
  const writable = metadataStream(client, { channelArn: ARN, onDrop: (report) => void dropped.push(report), onSent: ({ items }) => void sent.push(...items), ...options });
  return { writable, writer: writable.getWriter(), dropped, sent };
}
