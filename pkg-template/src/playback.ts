// The subpath `ivs-wasm/playback`: playback authorization of private channels. It does without the WebAssembly module.
export type { PlaybackClaims, PlaybackExpiry } from "./playback/claims.js";
export {
  createPlaybackKeyPair,
  type ExtractablePlaybackKeyPair,
  importPrivateKey,
  type PlaybackKeyPair,
  type WebCryptoKey,
} from "./playback/keys.js";
export { PlaybackError, type PlaybackErrorCode } from "./playback/playback-error.js";
export { type RevokeViewerInput, revokeViewer } from "./playback/revoke-viewer.js";
export {
  type DecodedClaims,
  type DecodedPlaybackToken,
  decodePlaybackToken,
  type PlaybackTokenOptions,
  signPlaybackToken,
  verifyPlaybackToken,
} from "./playback/token.js";
export { playbackUrl } from "./playback/url.js";
