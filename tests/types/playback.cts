// The same subpath by `require`, as TypeScript resolves it for a CommonJS file.

import playback = require("ivs-wasm/playback");
import { type PlaybackClaims, signPlaybackToken } from "ivs-wasm/playback";

export async function sign(pem: string, claims: PlaybackClaims): Promise<string> {
  return signPlaybackToken(claims, await playback.importPrivateKey(pem));
}
