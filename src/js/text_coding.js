// @ts-check
// Stands in for `TextDecoder` and `TextEncoder` in the glue, which makes one of each while it is loaded. Importing the package must
// not fail where there are none, as in jest-environment-jsdom: the platform's own are looked up when text first crosses.

class LazyCoder {
  /** @param {[string, TextDecoderOptions] | []} given */
  constructor(...given) {
    this.given = given;
  }

  /** @param {Uint8Array} [bytes] without them, as the glue calls it at first, there is nothing to decode */
  decode(bytes) {
    return bytes ? (this.decoder ??= new globalThis.TextDecoder(...this.given)).decode(bytes) : "";
  }

  /** @param {string} text @param {Uint8Array} bytes */
  encodeInto(text, bytes) {
    return (this.encoder ??= new globalThis.TextEncoder()).encodeInto(text, bytes);
  }
}

export { LazyCoder as TextDecoder, LazyCoder as TextEncoder };
