// The origins of `aws:access-control-allow-origin`.
import { invalid } from "../read.js";
import { MAX_TOKEN, TOO_LONG } from "./claim-values.js";

/** A scheme, a host that may begin with `*`, and perhaps a port. */
const ORIGIN = /^([a-z][a-z\d+.-]*):\/\/(\*?[^\s/?#@,*\\]*)$/i;

/**
 * Origins as the claim has them, separated by commas.
 *
 * @param origins a string with commas in it, or an array
 * @throws {@link ParamValidationError} if one of them is none: it would never match
 */
export function readOrigins(origins: unknown, path: string): string {
  const list = copied(origins);
  if (!list) throw invalid(path, `expected string or an array of strings, got ${typeof origins}`);
  if (list.length > MAX_TOKEN) throw invalid(path, TOO_LONG);
  // Nobody would be allowed, it seems; but the service would allow everybody.
  if (list.every((origin) => origin === "")) throw invalid(path, "is empty: leave it out to allow every origin");
  return list.map((origin, index) => checked(origin, list.length > 1 ? `${path}[${index}]` : path)).join();
}

/** The origins one by one, unless they are neither a string nor an array, or cannot be read. Of a long array, as many as are too many. */
function copied(origins: unknown): unknown[] | undefined {
  if (typeof origins === "string") return origins.split(",", MAX_TOKEN + 1).map((origin) => origin.trim());
  try {
    // Not all of an array before its length is known: it may have 4,294,967,295 holes.
    return Array.isArray(origins)
      ? Array.from({ length: Math.min(origins.length, MAX_TOKEN + 1) }, (_, index) => origins[index])
      : undefined;
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
  const [, scheme, host] = (origin.length <= MAX_TOKEN && ORIGIN.exec(origin)) || [];
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
