// The origins of `aws:access-control-allow-origin`.
import { invalid } from "../read.js";

/** A scheme, a host that may begin with `*`, and perhaps a port. */
const ORIGIN = /^([a-z][a-z\d+.-]*):\/\/(\*?[^\s/?#@,*\\]*)$/i;

/**
 * Origins as the claim has them, separated by commas.
 *
 * @param origins a string with commas in it, or an array
 * @throws {@link ParamValidationError} if one of them is none: it would never match
 */
export function readOrigins(origins: unknown, path: string): string {
  const list = typeof origins === "string" ? origins.split(",").map((origin) => origin.trim()) : copied(origins);
  if (!list) throw invalid(path, `expected string or an array of strings, got ${typeof origins}`);
  // Nobody would be allowed, it seems; but the service would allow everybody.
  if (list.every((origin) => origin === "")) throw invalid(path, "is empty: leave it out to allow every origin");
  return list.map((origin, index) => checked(origin, list.length > 1 ? `${path}[${index}]` : path)).join();
}

/** A copy of an array, unless it is none, or cannot be read. */
function copied(array: unknown): unknown[] | undefined {
  try {
    return Array.isArray(array) ? Array.from(array) : undefined;
  } catch {
    return undefined;
  }
}

/** How many origins a claim has. */
export function countOrigins(claim: string): number {
  return claim.split(",").length;
}

function checked(origin: unknown, path: string): string {
  if (typeof origin !== "string") throw invalid(path, `expected string, got ${typeof origin}`);
  if (origin === "*") return origin;
  const [, scheme, host] = ORIGIN.exec(origin) ?? [];
  if (!scheme || !host) throw invalid(path, EXPECTED);
  // A browser sends no origin but in this form; only that of http and https is defined.
  if (/^https?$/i.test(scheme) && canonical(scheme, host) !== origin) throw invalid(path, EXPECTED);
  return origin;
}

const EXPECTED =
  'expected an origin as browsers send it: "https://example.com", "https://*.example.com", with a port that is not the default; ' +
  "in lower case, international names in punycode, without path, query or slash at the end";

/** The origin as a browser sends it, with the `*` that its host begins with. */
function canonical(scheme: string, host: string): string | undefined {
  // A letter stands for the wildcard, which no host of a URL may have.
  const isWild = host.startsWith("*");
  try {
    const { origin } = new URL(`${scheme}://${isWild ? `w${host.slice(1)}` : host}`);
    return isWild ? origin.replace("://w", "://*") : origin;
  } catch {
    return undefined;
  }
}
