// @ts-check
// Unpacks a body whose packing nobody asked for, as `fetch` does: a proxy may not care.

/**
 * @param {Buffer} body
 * @param {string} codings a `content-encoding`; what has another than these is left as it is
 * @returns {Promise<Buffer>}
 */
export async function decoded(body, codings) {
  const { default: zlib } = await import("node:zlib");
  // What was broken off is read as far as it goes, and found to be no JSON.
  const lenient = { flush: zlib.constants.Z_SYNC_FLUSH, finishFlush: zlib.constants.Z_SYNC_FLUSH };
  const gunzip = () => later(zlib.gunzip, body, lenient);
  const decoders = /** @type {Record<string, () => Promise<Buffer>>} */ ({
    gzip: gunzip,
    "x-gzip": gunzip,
    // By the book, it has the header of zlib; some send it without.
    deflate: () => later((body[0] & 15) === 8 ? zlib.inflate : zlib.inflateRaw, body, lenient),
    br: () =>
      later(zlib.brotliDecompress, body, {
        flush: zlib.constants.BROTLI_OPERATION_FLUSH,
        finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH,
      }),
  });
  for (const coding of codings.toLowerCase().split(",").reverse()) {
    const decode = decoders[coding.trim()];
    if (!decode) break;
    body = await decode();
  }
  return body;
}

/**
 * @param {Function} unpack
 * @param {Buffer} body
 * @param {object} options
 * @returns {Promise<Buffer>}
 */
function later(unpack, body, options) {
  return new Promise((resolve, reject) => unpack(body, options, (error, unpacked) => (error ? reject(error) : resolve(unpacked))));
}
