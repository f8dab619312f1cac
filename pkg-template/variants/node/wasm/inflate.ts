// Stands in for wasm/inflate.ts in Node, whose own inflate takes less time than a stream.
import { Buffer } from "node:buffer";
import { inflateSync } from "node:zlib";

/** The bytes that deflate and base64 were applied to. */
export const inflate = (base64: string): Uint8Array<ArrayBuffer> => inflateSync(Buffer.from(base64, "base64"));
