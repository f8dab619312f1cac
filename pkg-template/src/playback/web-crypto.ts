/** The platform's WebCrypto, looked up when it is needed. Node has a stand-in for this file: its version 18 has no global one. */
export function webCrypto(): Crypto | undefined {
  return globalThis.crypto;
}
