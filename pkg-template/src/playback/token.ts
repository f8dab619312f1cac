// Playback tokens: JWTs that are signed by ES384.
import { field, invalid, isA, object, timeOf } from "../read.js";
import { fromBase64Url, toBase64Url } from "./base64.js";
import { MAX_TOKEN } from "./claim-values.js";
import { CLAIMS, type DocumentedClaims, type PlaybackClaims } from "./claims.js";
import { ES384, subtle } from "./ecdsa.js";
import { MILLISECONDS_FROM } from "./expiry.js";
import { readCryptoKey, readPublicKey, type WebCryptoKey } from "./keys.js";
import { PlaybackError } from "./playback-error.js";
import { readClaims } from "./read-claims.js";

/** `{"alg":"ES384","typ":"JWT"}`: no other member is documented. */
const HEADER = "eyJhbGciOiJFUzM4NCIsInR5cCI6IkpXVCJ9";

/** Bytes of a signature. In a token it has four characters for three of them, and a dot before. */
const SIGNATURE_BYTES = 96;
const SIGNATURE = 129;

/** UTF-16 units of what is looked into as a token. */
const MAX_UNITS = 65_536;

/** Options of {@link signPlaybackToken} and {@link verifyPlaybackToken}. */
export interface PlaybackTokenOptions {
  /** The time, where the machine's clock is wrong, or in a test. Default: now. */
  date?: Date | undefined;
}

/** The claims that a token has. */
export type DecodedClaims = {
  [Name in keyof DocumentedClaims]?: Name extends "accessControlAllowOrigin" ? string : DocumentedClaims[Name];
} & {
  /** When it expires, in seconds since 1970. */
  exp?: number;
  [claim: `aws:${string}`]: unknown;
};

/** What a token says. */
export interface DecodedPlaybackToken {
  /** `alg`, `typ`, and whatever else its signer put there. */
  header: Record<string, unknown>;
  /** The claims under the names that {@link signPlaybackToken} takes, of the documented types; undocumented ones of `aws:` as they are. */
  claims: DecodedClaims;
  /** All claims as they are in the token, such as `iat`. */
  payload: Record<string, unknown>;
}

/**
 * Signs a token for a private channel; {@link playbackUrl} puts it into the address. Whatever the service would refuse, or would take for
 * something else than was meant, is refused here, with all problems in one error.
 *
 * @param key the private key: a `CryptoKey` of {@link importPrivateKey} or {@link createPlaybackKeyPair}
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels-generate-tokens.html
 * @throws {@link ParamValidationError} if a claim or the key is wrong, or the token has more than 2,048 bytes
 * @throws {@link PlaybackError} with the code `NoWebCrypto`
 */
export async function signPlaybackToken(
  claims: PlaybackClaims,
  key: WebCryptoKey,
  options: PlaybackTokenOptions = {},
): Promise<string> {
  const payload = readClaims(claims, readDate(options));
  const privateKey = readCryptoKey(key, "private", "key");
  const signed = `${HEADER}.${encodePayload(payload)}`;
  const signature = await subtle().sign(ES384, privateKey, utf8(signed));
  return `${signed}.${toBase64Url(new Uint8Array(signature))}`;
}

/** The payload as a part of the token, which must not become too long. */
function encodePayload(payload: Record<string, unknown>): string {
  const json = JSON.stringify(payload);
  // Each unit is a byte or more.
  const bytes = json.length > MAX_TOKEN ? json.length : utf8(json).length;
  const length = HEADER.length + 1 + Math.ceil((bytes * 4) / 3) + SIGNATURE;
  if (length <= MAX_TOKEN) return toBase64Url(utf8(json));
  throw invalid(
    "claims",
    `make a token of ${length} bytes or more, and the service takes ${MAX_TOKEN}: shorten adsPlayerParams or accessControlAllowOrigin`,
  );
}

/**
 * What a token says, whoever has signed it. Nothing is verified but that it is a JWT whose claims have the documented types: use it to look
 * into a token, not to decide on it.
 * @throws {@link PlaybackError} with the code `MalformedToken`
 */
export function decodePlaybackToken(token: string): DecodedPlaybackToken {
  const { header, payload } = parse(token);
  return { header, claims: claimsOf(payload), payload };
}

/**
 * Verifies the signature of a token and that it has not expired, and returns what it says. Amazon IVS does this for every playback; do it for
 * tests, or where the token opens something else as well.
 *
 * @param publicKey as PEM (`publicKeyMaterial`), or as a `CryptoKey`
 * @throws {@link PlaybackError} if the token is refused; its `code` says why
 * @throws {@link ParamValidationError} if the key is wrong
 */
export async function verifyPlaybackToken(
  token: string,
  publicKey: string | WebCryptoKey,
  options: PlaybackTokenOptions = {},
): Promise<DecodedPlaybackToken> {
  const now = readDate(options);
  const key = await readPublicKey(publicKey, "publicKey");
  const { header, payload, signed, signature } = parse(token);
  if (token.length > MAX_TOKEN) throw malformed(`it has more than ${MAX_TOKEN} bytes`);
  if (header.alg !== "ES384") throw malformed("its algorithm is not ES384");
  // RFC 7515: what is critical, and not understood, is to be refused.
  if (Object.hasOwn(header, "crit")) throw malformed("its header has critical members");
  // Of another length, it is for each engine to refuse in its own way.
  const isRight = signature.length === SIGNATURE_BYTES && (await subtle().verify(ES384, key, signature, utf8(signed)));
  if (!isRight) {
    throw new PlaybackError("InvalidSignature", "the token was not signed by this key, or was changed");
  }
  const claims = claimsOf(payload);
  const { exp, channelArn } = claims;
  if (channelArn === undefined) throw malformed("it has no aws:channel-arn");
  if (exp === undefined || !Number.isInteger(exp) || exp >= MILLISECONDS_FROM) {
    throw malformed("its exp is not whole seconds since 1970");
  }
  if (exp * 1000 <= now) throw new PlaybackError("ExpiredToken", `the token expired at ${exp} s since 1970`);
  return { header, claims, payload };
}

function malformed(why: string): PlaybackError {
  return new PlaybackError("MalformedToken", `this is no playback token: ${why}`);
}

/** The parts of a token. */
function parse(token: unknown) {
  if (typeof token !== "string") {
    throw malformed(isA("Promise", token) ? "it is a promise; await it" : `expected string, got ${typeof token}`);
  }
  if (token.length > MAX_UNITS) throw malformed("it is too long");
  const [head = "", body = "", end = "", ...more] = token.split(".", 4);
  const signature = fromBase64Url(end);
  if (!head || !body || !signature?.length || more.length)
    throw malformed("expected three parts with dots between them");
  return {
    header: parseObject(head, "header"),
    payload: parseObject(body, "payload"),
    signed: `${head}.${body}`,
    signature,
  };
}

/** The object that a part of a token is. */
function parseObject(part: string, name: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(fromBase64Url(part)));
    if (isA("Object", value)) return value as Record<string, unknown>;
  } catch {
    // It is refused below.
  }
  throw malformed(`its ${name} is not an object in JSON and base64url`);
}

/** The claims by the names that they have here. Other members of the payload could pass for them, and are left out. */
function claimsOf(payload: Record<string, unknown>): DecodedClaims {
  const claims = new Map(Object.entries(payload).filter(([claim]) => claim.startsWith("aws:")));
  const documented = Object.entries(CLAIMS).map(([name, { claim, type }]) => ({ name, claim, type }));
  for (const { name, claim, type } of [...documented, { name: "exp", claim: "exp", type: "number" }]) {
    if (!Object.hasOwn(payload, claim)) continue;
    const value = payload[claim];
    if (typeof value !== type || (type === "object" && !isA("Object", value)))
      throw malformed(`${claim}: expected ${type}`);
    claims.delete(claim);
    claims.set(name, value);
  }
  return Object.fromEntries(claims);
}

/** Milliseconds since 1970. */
function readDate(options: unknown): number {
  const date = field(object(options, "options"), "options", "date");
  const time = date === undefined ? Date.now() : timeOf(date);
  if (Number.isNaN(time)) throw invalid("options.date", "expected a valid Date");
  return time;
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
