// The hash of a body. It is hashed in pieces, because the wasm's memory grows to what it once held.
import { hashPayload, takePayloadHash } from "../ivs_wasm.js";

/** What stands for the body of a request that is signed without it. */
export const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

/** The SHA-256 of nothing. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const PIECE = 65_536;

/** The SHA-256 of a body in hexadecimal; of text as UTF-8. */
export function hashOf(body: string | Uint8Array | ArrayBuffer | undefined): string {
  if (body === undefined || body === "") return EMPTY;
  if (typeof body === "string") hashText(body);
  else hashBytes(body instanceof Uint8Array ? body : new Uint8Array(body));
  return takePayloadHash();
}

function hashBytes(bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length; start += PIECE) hashPayload(bytes.subarray(start, start + PIECE));
}

function hashText(text: string): void {
  const encoder = new TextEncoder();
  for (let start = 0; start < text.length; ) {
    let end = start + PIECE;
    // A surrogate pair is one character.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? "")) end--;
    hashPayload(encoder.encode(text.slice(start, end)));
    start = end;
  }
}
