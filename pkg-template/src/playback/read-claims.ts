// All claims of a token, read and checked together.
import { ParamValidationError, type Problem } from "../errors/client-errors.js";
import { allInvalid, field, invalid, object } from "../read.js";
import { MAX_TOKEN, TOO_LONG } from "./claim-values.js";
import { CLAIMS, type DocumentedClaims } from "./claims.js";
import { readExpiry } from "./expiry.js";
import { countOrigins } from "./origins.js";

/** Claims that are not documented here. More of them are a mistake, and each would be a problem of its own. */
const MAX_OTHERS = 100;

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
  let names: string[];
  try {
    names = Object.keys(claims);
  } catch {
    throw invalid("claims", "could not be read");
  }
  names = names.filter((name) => !Object.hasOwn(CLAIMS, name) && name !== "exp" && name !== "ttl");
  if (names.length > MAX_OTHERS) throw invalid("claims", `has ${names.length} members that are no documented claims`);
  return names;
}

/** A claim that is not documented here: one that was added since, or a misspelt one. */
function readOther(claims: object, name: string, payload: Map<string, unknown>): void {
  const path = `claims[${JSON.stringify(name.slice(0, 100))}]`;
  const value = field(claims, "claims", name);
  if (value === undefined) return;
  const bare = (spelling: string) =>
    spelling
      .slice(0, 100)
      .replace(/^aws:|[^a-z\d]/gi, "")
      .toLowerCase();
  const meant = [...Object.keys(CLAIMS), "exp", "ttl"].find((known) => bare(known) === bare(name));
  if (meant) throw invalid(path, `did you mean \`${meant}\`?`);
  if (!/^aws:./.test(name))
    throw invalid(path, 'is no documented claim: a newer one is given by its name in the token, "aws:…"');
  payload.set(name, readJson(value, path));
}

/** A copy of a value, if JSON has it and a token has room for it. */
function readJson(value: unknown, path: string): unknown {
  let units = 0;
  try {
    const json = JSON.stringify(value, (_, inner: unknown) => {
      const isJson = inner === null || ["string", "boolean", "object"].includes(typeof inner);
      if (!isJson && !Number.isFinite(inner)) throw new TypeError("JSON would drop it");
      units += typeof inner === "string" ? inner.length : 1;
      if (units > MAX_TOKEN) throw new RangeError("too long");
      return inner;
    });
    return JSON.parse(json);
  } catch {
    throw invalid(
      path,
      units > MAX_TOKEN
        ? TOO_LONG
        : "expected what JSON has: strings, finite numbers, true, false, null, arrays and objects",
    );
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
