// Hashes the body that the next signature is made with. It is hashed in pieces, because the wasm's memory grows to what it once held.
import { hashBytes, hashText as hashPiece } from "../ivs_wasm.js";

const PIECE = 65_536;

/** Has the wasm hash a body; text as UTF-8. */
export function hash(body: string | Uint8Array | ArrayBuffer | undefined): void {
  if (typeof body === "string") hashText(body);
  else if (body !== undefined) {
    const bytes = body instanceof Uint8Array ? body : new Uint8Array(body);
    for (let start = 0; start < bytes.length; start += PIECE) hashBytes(bytes.subarray(start, start + PIECE));
  }
}

/** Has the wasm hash a text as UTF-8. */
export function hashText(text: string): void {
  for (let start = 0; start < text.length; ) {
    let end = start + PIECE;
    // A surrogate pair is one character.
    if ((text.charCodeAt(end - 1) & 0xfc00) === 0xd800) end--;
    hashPiece(text.slice(start, end));
    start = end;
  }
}
