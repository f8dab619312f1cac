// The claims of a playback token: their names in the token, and what Amazon IVS documents of their values.
import { ParamValidationError, type Problem } from "../errors/client-errors.js";
import { allInvalid, field, invalid, isA, object } from "../read.js";
import { readExpiry } from "./expiry.js";
import { countOrigins, readOrigins } from "./origins.js";

/** When the token expires: one of both is required. It is checked when playback starts; it does not end playback. */
export type PlaybackExpiry =
  | {
      /** Whole seconds since 1970, in the future. Not milliseconds: `Math.floor(Date.now() / 1000) + 300`. */
      exp: number;
      ttl?: undefined;
    }
  | {
      /** Length of time from now, in `s`, `m`, `h` or `d`: `"90s"`, `"5m"`, `"2h"`, `"1d"`. */
      ttl: string;
      exp?: undefined;
    };

/**
 * What a token allows. Members that are `undefined` or `null` are absent. The whole token may have 2,048 bytes, which leaves about 1,400 for
 * the claims as JSON.
 *
 * A claim that Amazon IVS has added since is passed on as it is, under its name in the token: `"aws:name"`.
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels-generate-tokens.html
 */
export type PlaybackClaims = PlaybackExpiry & DocumentedClaims & { [claim: `aws:${string}`]: unknown };

/** The documented claims. */
export interface DocumentedClaims {
  /** The channel that may be watched: its ARN, 128 characters at most. */
  channelArn: string;
  /**
   * Origins of the pages that may play it: an array, or a string with commas. A host may begin with `*`: `"https://*.example.com"`.
   * Default: every origin. Browsers alone obey it, unless `strictOriginEnforcement` is set.
   */
  accessControlAllowOrigin?: string | readonly string[] | undefined;
  /**
   * Whether playlists and segments are refused to any client that does not send one of these origins, of which there are 5 at most. Default:
   * `false`.
   */
  strictOriginEnforcement?: boolean | undefined;
  /** A UUID: the token can be used once, within 10 minutes. */
  singleUseUuid?: string | undefined;
  /** Whose session it is, for {@link revokeViewer}: 1 to 40 characters, without personal data. The token is valid for 10 minutes at most. */
  viewerId?: string | undefined;
  /**
   * Version of the viewer's session, a safe integer: sessions up to a version can be revoked. Default: 0. Needs `viewerId`. Seconds since
   * 1970 are a good one; milliseconds are not, because a revocation names 2,147,483,647 at most.
   */
  viewerSessionVersion?: number | undefined;
  /** The best resolution that the viewer gets. Default: the stream's. */
  maximumResolution?: "SD" | "HD" | "FULL_HD" | undefined;
  /** Whether the viewer gets no ads. Default: `false`. */
  adsOptOut?: boolean | undefined;
  /** Parameters for AWS Elemental MediaTailor's ad requests, `player_params.*`: keys and values have 1,000 bytes of UTF-8 at most. */
  adsPlayerParams?: Readonly<Record<string, string>> | undefined;
  /** Name of one of the channel's MediaTailor playback configurations. Default: the first. */
  adsPlaybackConfigName?: string | undefined;
  /** Who reports which ads were seen. Default: `SERVER`. */
  adsReportingMode?: "CLIENT" | "SERVER" | undefined;
}

/** A claim as the token has it. */
interface ClaimRule {
  /** Its name there. */
  claim: `aws:${string}`;
  /** The type of its value there. */
  type: "string" | "boolean" | "number" | "object";
  /** Its value for the token, of what the caller gave; throws a `ParamValidationError` if that is wrong. */
  read(value: unknown, path: string): unknown;
}

/** The documented claims, in the order in which a token has them. */
export const CLAIMS: { [Name in keyof DocumentedClaims]-?: ClaimRule } = {
  channelArn: { claim: "aws:channel-arn", type: "string", read: readChannelArn },
  accessControlAllowOrigin: { claim: "aws:access-control-allow-origin", type: "string", read: readOrigins },
  strictOriginEnforcement: { claim: "aws:strict-origin-enforcement", type: "boolean", read: readBoolean },
  singleUseUuid: { claim: "aws:single-use-uuid", type: "string", read: readUuid },
  viewerId: { claim: "aws:viewer-id", type: "string", read: readViewerId },
  viewerSessionVersion: { claim: "aws:viewer-session-version", type: "number", read: readVersion },
  maximumResolution: { claim: "aws:maximum-resolution", type: "string", read: oneOf("SD", "HD", "FULL_HD") },
  adsOptOut: { claim: "aws:ads-opt-out", type: "boolean", read: readBoolean },
  adsPlayerParams: { claim: "aws:ads-player-params", type: "object", read: readPlayerParams },
  adsPlaybackConfigName: { claim: "aws:ads-playback-config-name", type: "string", read: readText },
  adsReportingMode: { claim: "aws:ads-reporting-mode", type: "string", read: oneOf("CLIENT", "SERVER") },
};

/** Keys and values of `adsPlayerParams` together, in bytes of UTF-8. */
const MAX_PARAMS = 1000;

/** Origins with strict enforcement. */
const MAX_STRICT_ORIGINS = 5;

/**
 * The payload of a token.
 *
 * @param now in milliseconds
 * @throws {@link ParamValidationError} with all that is wrong
 */
export function readClaims(claims: unknown, now: number): Record<string, unknown> {
  const given = object(claims, "claims");
  const problems: Problem[] = [];
  const payload = new Map<string, unknown>();
  const collect = (read: () => void) => {
    try {
      read();
    } catch (error) {
      if (!(error instanceof ParamValidationError)) throw error;
      problems.push(...error.problems);
    }
  };
  for (const [name, { claim, read }] of Object.entries(CLAIMS)) {
    collect(() => {
      const value = field(given, "claims", name);
      if (value === undefined) return;
      // It is there, whatever is wrong with it.
      payload.set(claim, undefined);
      payload.set(claim, read(value, `claims.${name}`));
    });
  }
  for (const name of otherNames(given)) collect(() => readOther(given, name, payload));
  const has = (name: keyof DocumentedClaims) => payload.has(CLAIMS[name].claim);
  const limitedBy = (["viewerId", "singleUseUuid"] as const).find(has);
  collect(() => void payload.set("exp", readExpiry(given, now, limitedBy)));
  collect(() => {
    if (!has("channelArn")) throw invalid("claims.channelArn", "is missing");
  });
  collect(() => {
    if (has("viewerSessionVersion") && !has("viewerId")) {
      throw invalid("claims.viewerSessionVersion", "does nothing without viewerId: give both");
    }
  });
  collect(() => checkStrictOrigins(payload));
  if (problems.length) throw allInvalid(problems);
  return Object.fromEntries(payload);
}

/** Own members that are no documented claim. */
function otherNames(claims: object): string[] {
  try {
    return Object.keys(claims).filter((name) => !Object.hasOwn(CLAIMS, name) && name !== "exp" && name !== "ttl");
  } catch {
    throw invalid("claims", "could not be read");
  }
}

/** A claim that is not documented here: one that was added since, or a misspelt one. */
function readOther(claims: object, name: string, payload: Map<string, unknown>): void {
  const path = `claims[${JSON.stringify(name.slice(0, 100))}]`;
  const value = field(claims, "claims", name);
  if (value === undefined) return;
  const bare = (spelling: string) => spelling.replace(/^aws:|[^a-z\d]/gi, "").toLowerCase();
  const meant = [...Object.keys(CLAIMS), "exp", "ttl"].find((known) => bare(known) === bare(name));
  if (meant) throw invalid(path, `did you mean \`${meant}\`?`);
  if (!/^aws:./.test(name)) throw invalid(path, `is no claim; they are ${Object.keys(CLAIMS).join(", ")}, exp, ttl`);
  payload.set(name, readJson(value, path));
}

/** A copy of a value, if JSON has it. */
function readJson(value: unknown, path: string): unknown {
  try {
    return JSON.parse(
      JSON.stringify(value, (_, inner: unknown) => {
        const isJson = inner === null || ["string", "boolean", "object"].includes(typeof inner);
        if (!isJson && !Number.isFinite(inner)) throw new TypeError("JSON would drop it");
        return inner;
      }),
    );
  } catch {
    throw invalid(path, "expected what JSON has: strings, finite numbers, true, false, null, arrays and objects");
  }
}

function checkStrictOrigins(payload: Map<string, unknown>): void {
  if (payload.get(CLAIMS.strictOriginEnforcement.claim) !== true) return;
  const { claim } = CLAIMS.accessControlAllowOrigin;
  const origins = payload.get(claim);
  if (!payload.has(claim)) {
    throw invalid("claims.strictOriginEnforcement", "needs accessControlAllowOrigin: 1 to 5 origins");
  }
  if (typeof origins === "string" && countOrigins(origins) > MAX_STRICT_ORIGINS) {
    throw invalid("claims.accessControlAllowOrigin", "has more than the 5 origins that strictOriginEnforcement allows");
  }
}

/** Text in which everything has a form in UTF-8. */
function readText(value: unknown, path: string): string {
  if (typeof value !== "string") throw invalid(path, `expected string, got ${typeof value}`);
  if (!value) throw invalid(path, "must not be empty: leave it out instead");
  if (/\p{Surrogate}|\0/u.test(value)) throw invalid(path, "must not have NUL characters or halves of surrogate pairs");
  return value;
}

/** @throws {@link ParamValidationError} if it is no channel's ARN */
export function readChannelArn(value: unknown, path: string): string {
  const arn = readText(value, path);
  if (arn.length > 128 || !/^arn:aws:ivs:[a-z\d-]+:\d+:channel\/[a-zA-Z\d-]+$/.test(arn)) {
    throw invalid(path, "expected a channel's ARN, such as arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl");
  }
  return arn;
}

/** @throws {@link ParamValidationError} if it has not 1 to 40 characters */
export function readViewerId(value: unknown, path: string): string {
  const id = readText(value, path);
  if ([...id].length > 40) throw invalid(path, "is over 40 characters: give a shorter one, such as a UUID");
  return id;
}

function readVersion(value: unknown, path: string): number {
  if (typeof value !== "number") throw invalid(path, `expected number, got ${typeof value}`);
  if (!Number.isSafeInteger(value)) {
    throw invalid(path, "expected a safe integer, such as the seconds since 1970: Math.floor(Date.now() / 1000)");
  }
  return value;
}

function readUuid(value: unknown, path: string): string {
  const uuid = readText(value, path);
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uuid)) {
    throw invalid(path, "expected a UUID, such as crypto.randomUUID() gives");
  }
  return uuid;
}

function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw invalid(path, `expected true or false, got ${typeof value}`);
  return value;
}

function oneOf(...values: string[]): ClaimRule["read"] {
  return (value, path) => {
    if (!values.some((known) => known === value)) throw invalid(path, `expected one of ${values.join(", ")}`);
    return value;
  };
}

function readPlayerParams(value: unknown, path: string): Record<string, string> {
  if (!isA("Object", value)) throw invalid(path, "expected an object of strings");
  let entries: [string, unknown][];
  try {
    entries = Object.entries(value as object);
  } catch {
    throw invalid(path, "could not be read");
  }
  let bytes = 0;
  const params = entries.map(([name, param]): [string, string] => {
    const at = `${path}[${JSON.stringify(name.slice(0, 100))}]`;
    if (typeof param !== "string") throw invalid(at, `expected string, got ${typeof param}`);
    if (/\p{Surrogate}|\0/u.test(name + param))
      throw invalid(at, "must not have NUL characters or halves of surrogate pairs");
    bytes += new TextEncoder().encode(name + param).length;
    return [name, param];
  });
  if (bytes > MAX_PARAMS) throw invalid(path, `has ${bytes} bytes of keys and values: 1,000 are allowed`);
  return Object.fromEntries(params);
}
