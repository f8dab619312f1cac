// Decodes a body that is encoded although no request asks for it, as `fetch` does: a proxy may do it all the same.
import type { BrotliOptions, ZlibOptions } from "node:zlib";

/**
 * The decoded body.
 * @param codings a `content-encoding`; a body with an unknown one stays as it is
 */
export async function decodeBody(body: Buffer, codings: string): Promise<Buffer> {
  const { default: zlib } = await import("node:zlib");
  // A body that was cut off is read as far as it goes, and found to be no JSON.
  const lenient: ZlibOptions = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  const lenientBrotli: BrotliOptions = {
    flush: zlib.constants.BROTLI_OPERATION_FLUSH,
    finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
  };
  const decoders: Record<string, ((body: Buffer) => Promise<Buffer>) | undefined> = {
    gzip: (body) => promise((settle) => zlib.gunzip(body, lenient, settle)),
    // RFC 9110 has it with the header of zlib; some servers send it without.
    deflate: (body) =>
      promise((settle) =>
        ((body[0] ?? 0) & 15) === 8 ? zlib.inflate(body, lenient, settle) : zlib.inflateRaw(body, lenient, settle),
      ),
    br: (body) => promise((settle) => zlib.brotliDecompress(body, lenientBrotli, settle)),
  };
  decoders["x-gzip"] = decoders.gzip;
  let decoded = body;
  for (const coding of codings.toLowerCase().split(",").reverse()) {
    const decode = decoders[coding.trim()];
    if (!decode) break;
    decoded = await decode(decoded);
  }
  return decoded;
}

function promise(start: (settle: (error: Error | null, decoded: Buffer) => void) => void): Promise<Buffer> {
  return new Promise((resolve, reject) => start((error, decoded) => (error ? reject(error) : resolve(decoded))));
}
