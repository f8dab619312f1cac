// Hashes the body that the next signature is made with. It is hashed in pieces, because the wasm's memory grows to what it once held.
import { hashBytes, hashText } from "../ivs_wasm.js";
import { describeThrown, invalid } from "../read.js";
import type { RequestToSign } from "./request.js";

const PIECE = 65_536;

/**
 * A body as it can be hashed: text as it is, anything else as a view of our own, because a subclass of `Uint8Array` may behave in any
 * way. What a program has transferred meanwhile has no bytes any more.
 */
export function hashable(body: RequestToSign["body"] | ArrayBufferView): string | Uint8Array {
  try {
    if (ArrayBuffer.isView(body)) return new Uint8Array(body.buffer, body.byteOffset, body.byteLength);
    return typeof body === "object" ? new Uint8Array(body) : (body ?? "");
  } catch (thrown) {
    throw invalid("request.body", `could not be read: ${describeThrown(thrown)}`);
  }
}

/** Has the wasm hash a body; text as UTF-8. */
export function hash(body: string | Uint8Array): void {
  if (typeof body === "string") hashInPieces(body);
  else for (let start = 0; start < body.length; start += PIECE) hashBytes(body.subarray(start, start + PIECE));
}

function hashInPieces(text: string): void {
  for (let start = 0; start < text.length; ) {
    let end = start + PIECE;
    // A surrogate pair is one character.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    hashText(text.slice(start, end));
    start = end;
  }
}
