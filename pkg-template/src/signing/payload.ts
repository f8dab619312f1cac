// Hashes the body that the next signature is made with. It is hashed in pieces, because the wasm's memory grows to what it once held.
import { hashBytes, hashText } from "../ivs_wasm.js";

const PIECE = 65_536;

/** Has the wasm hash a body; text as UTF-8. */
export function hash(body: string | Uint8Array | ArrayBuffer | undefined): void {
  if (typeof body === "string") hashInPieces(body);
  else if (body !== undefined) {
    const bytes = ArrayBuffer.isView(body) ? body : new Uint8Array(body);
    for (let start = 0; start < bytes.length; start += PIECE) hashBytes(bytes.subarray(start, start + PIECE));
  }
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
