// What is wrong with a token, or with where it is handled.
import { defineErrorClass, PackageError } from "../errors/error-class.js";

/**
 * - `MalformedToken`: it is no playback token: no JWT, or its header or claims are not what Amazon IVS documents.
 * - `InvalidSignature`: another key has signed it, or it was changed.
 * - `ExpiredToken`: its `exp` has passed.
 * - `NoWebCrypto`: the runtime has no `crypto.subtle`; a page has it on `https:` and `localhost` only.
 */
export type PlaybackErrorCode = "MalformedToken" | "InvalidSignature" | "ExpiredToken" | "NoWebCrypto";

/** A playback token is refused, or WebCrypto is missing. Its message has no part of the token. */
export class PlaybackError extends PackageError {
  declare readonly name: "PlaybackError";
  /** The reason. */
  readonly code: PlaybackErrorCode;

  constructor(code: PlaybackErrorCode, message: string) {
    super(message);
    this.code = code;
  }

  static {
    defineErrorClass("PlaybackError", this);
  }
}
