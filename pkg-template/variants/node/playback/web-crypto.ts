import { webcrypto } from "node:crypto";

/** Node's WebCrypto: version 18 has it as a global only with a flag. */
export function webCrypto(): Crypto | undefined {
  return webcrypto as Crypto;
}
