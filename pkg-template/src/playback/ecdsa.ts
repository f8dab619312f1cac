// ES384: ECDSA on the curve P-384 with SHA-384. WebCrypto's signatures are those of a JWT, 96 bytes of r and s.
import { PlaybackError } from "./playback-error.js";
import { webCrypto } from "./web-crypto.js";

/** The algorithm of the keys. */
export const P384 = { name: "ECDSA", namedCurve: "P-384" } as const;

/** The algorithm of a signature. */
export const ES384 = { name: "ECDSA", hash: "SHA-384" } as const;

/**
 * WebCrypto's functions.
 * @throws {@link PlaybackError} with the code `NoWebCrypto`
 */
export function subtle(): SubtleCrypto {
  const found = webCrypto()?.subtle;
  if (found) return found;
  throw new PlaybackError(
    "NoWebCrypto",
    "there is no crypto.subtle: browsers have it on pages of https: and localhost only, and jsdom not at all",
  );
}
