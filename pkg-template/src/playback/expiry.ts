// When a token expires: `exp`, in seconds since 1970, or `ttl`, a length of time such as "5m".
import { field, invalid } from "../read.js";

/** Seconds by which a token with a viewer id or for a single use may be valid. */
const MOST_SECONDS = 600;

/** More seconds than this are milliseconds: as seconds they are the year 5138, as milliseconds 1973. */
export const MILLISECONDS_FROM = 1e11;

const UNITS: Record<string, number> = { s: 1, m: 60, h: 3600, d: 86_400 };

/**
 * The claim `exp`.
 *
 * @param now in milliseconds
 * @param limitedBy the claim that limits the time to 10 minutes, if one does
 * @throws {@link ParamValidationError}
 */
export function readExpiry(claims: object, now: number, limitedBy: string | undefined): number {
  const seconds = Math.floor(now / 1000);
  const exp = field(claims, "claims", "exp");
  const ttl = field(claims, "claims", "ttl");
  if (exp === undefined && ttl === undefined) {
    throw invalid("claims.exp", 'is missing: give ttl, such as "5m", or exp, in seconds since 1970');
  }
  if (exp !== undefined && ttl !== undefined) throw invalid("claims.ttl", "give either ttl or exp");
  const path = exp === undefined ? "claims.ttl" : "claims.exp";
  const end = exp === undefined ? seconds + lengthOf(ttl) : exp;
  checkExp(end, seconds, path);
  if (limitedBy && end - seconds > MOST_SECONDS) {
    throw invalid(path, `is more than 10 minutes away, which ${limitedBy} does not allow: give "10m" as ttl, or less`);
  }
  return end;
}

function checkExp(exp: unknown, now: number, path: string): asserts exp is number {
  if (typeof exp !== "number" || !Number.isFinite(exp)) {
    throw invalid(path, "expected a number of seconds since 1970, such as Math.floor(Date.now() / 1000) + 300");
  }
  if (exp >= MILLISECONDS_FROM) {
    throw invalid(path, "is not in seconds since 1970: divide milliseconds by 1000, and round");
  }
  if (!Number.isInteger(exp)) throw invalid(path, "must be whole seconds: round it by Math.floor");
  if (exp <= now) throw invalid(path, "has passed: give a time in the future, in seconds since 1970");
}

/** Seconds of a length of time. */
function lengthOf(ttl: unknown): number {
  const [, count, unit] = (typeof ttl === "string" && /^([1-9]\d{0,9})([smhd])$/.exec(ttl)) || [];
  const seconds = Number(count) * (UNITS[unit ?? ""] ?? NaN);
  if (Number.isNaN(seconds)) {
    throw invalid("claims.ttl", 'expected a whole number with a unit as a string, such as "90s", "5m", "2h" or "1d"');
  }
  if (seconds >= MILLISECONDS_FROM) throw invalid("claims.ttl", "is too long");
  return seconds;
}
