// The hash of a body. Large ones are hashed in pieces, because the wasm's memory grows to what it once held.
import { PayloadHasher, payloadHash } from "../ivs_wasm.js";

/** What stands for the body of a request that is signed without it. */
export const UNSIGNED_PAYLOAD = "UNSIGNED-PAYLOAD";

/** The SHA-256 of nothing. */
const EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

const PIECE = 65_536;

/** The SHA-256 of a body in hexadecimal; of text as UTF-8. */
export function hashOf(body: string | Uint8Array | ArrayBuffer | undefined): string {
  if (body === undefined || body === "") return EMPTY;
  if (typeof body === "string") {
    if (body.length <= PIECE) return payloadHash(new TextEncoder().encode(body));
    return hashPieces(encodedPieces(body));
  }
  const bytes = body instanceof ArrayBuffer ? new Uint8Array(body) : (body as Uint8Array);
  return bytes.length <= PIECE ? payloadHash(bytes) : hashPieces(pieces(bytes));
}

function hashPieces(pieces: Iterable<Uint8Array>): string {
  const hasher = new PayloadHasher();
  try {
    for (const piece of pieces) hasher.update(piece);
    return hasher.finish();
  } finally {
    hasher.free();
  }
}

function* pieces(bytes: Uint8Array): Iterable<Uint8Array> {
  for (let start = 0; start < bytes.length; start += PIECE) yield bytes.subarray(start, start + PIECE);
}

function* encodedPieces(text: string): Iterable<Uint8Array> {
  const encoder = new TextEncoder();
  for (let start = 0; start < text.length; ) {
    let end = start + PIECE;
    // A surrogate pair is one character.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? "")) end--;
    yield encoder.encode(text.slice(start, end));
    start = end;
  }
}
