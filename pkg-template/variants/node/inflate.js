// @ts-check
// Stands in for ../inflate.js in Node, where loading what streams need takes 100 ms, and node:zlib inflates in one.
import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/** @param {string} base64 */
export const inflate = (base64) => inflateSync(Buffer.from(base64, "base64"));
