// Decodes a body that is encoded although no request asks for it, as `fetch` does: a proxy may do it all the same.
import type { BrotliOptions, ZlibOptions } from "node:zlib";
import { MAX_BODY_BYTES, tooLarge } from "../call/bounded-body.js";
import { NotAResponse } from "../call/not-a-response.js";

/** Most encodings, one around the other, that are decoded; `fetch` and curl have the same limit. */
const MAX_CODINGS = 5;

/**
 * The decoded body. Rejects with a `NotAResponse` where it is decoded to more than {@link MAX_BODY_BYTES}, or has too many encodings.
 * @param list a `content-encoding`; a body with an unknown one stays as it is
 */
export async function decodeBody(body: Buffer, list: string): Promise<Buffer> {
  const { default: zlib } = await import("node:zlib");
  // Each chunk is a turn of the event loop, which takes long where many calls are in progress.
  const bounds = { maxOutputLength: MAX_BODY_BYTES, chunkSize: 2 ** 18 };
  // A body that was cut off is read as far as it goes, and found to be no JSON.
  const { Z_SYNC_FLUSH, BROTLI_OPERATION_FLUSH } = zlib.constants;
  const lenient: ZlibOptions = { flush: Z_SYNC_FLUSH, finishFlush: Z_SYNC_FLUSH, ...bounds };
  const lenientBrotli: BrotliOptions = {
    flush: BROTLI_OPERATION_FLUSH,
    finishFlush: BROTLI_OPERATION_FLUSH,
    ...bounds,
  };
  const gzip = (body: Buffer) => decoded((settle) => zlib.gunzip(body, lenient, settle));
  const decoders = new Map([
    ["gzip", gzip],
    ["x-gzip", gzip],
    [
      "deflate",
      // RFC 9110 has it with the header of zlib; some servers send it without.
      (body: Buffer) =>
        decoded((settle) =>
          ((body[0] ?? 0) & 15) === 8 ? zlib.inflate(body, lenient, settle) : zlib.inflateRaw(body, lenient, settle),
        ),
    ],
    ["br", (body: Buffer) => decoded((settle) => zlib.brotliDecompress(body, lenientBrotli, settle))],
  ]);
  const codings = list
    .toLowerCase()
    .split(",")
    .map((coding) => coding.trim())
    // A list may have empty elements.
    .filter((coding) => coding !== "" && coding !== "identity");
  if (codings.length > MAX_CODINGS) {
    throw new NotAResponse(`has ${codings.length} encodings, one around the other`);
  }
  let inner = body;
  for (const coding of codings.reverse()) {
    const decode = decoders.get(coding);
    if (!decode) break;
    inner = await decode(inner);
  }
  return inner;
}

function decoded(
  start: (settle: (error: NodeJS.ErrnoException | null, body: Buffer) => void) => void,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    start((error, body) => {
      if (!error) resolve(body);
      else reject(error.code === "ERR_BUFFER_TOO_LARGE" ? tooLarge() : error);
    });
  });
}
