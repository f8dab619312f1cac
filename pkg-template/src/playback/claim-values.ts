// The values of claims, checked one by one. All of these throw a `ParamValidationError` with the path that they are given.
import { readArn } from "../arn.js";
import { invalid, isA } from "../read.js";

/** Bytes of a token that the service takes. What is longer by itself is refused before anything is done with it. */
export const MAX_TOKEN = 2048;
export const TOO_LONG = `is too long: a token has ${MAX_TOKEN} bytes at most`;

/** Keys and values of `adsPlayerParams` together, in bytes of UTF-8. */
const MAX_PARAMS = 1000;

/** What no text may have, and how it is called: half of a surrogate pair has no form in UTF-8. */
const BROKEN = /\p{Surrogate}|\0/u;
const NOT_BROKEN = "must not have NUL characters or halves of surrogate pairs";

export function readText(value: unknown, path: string): string {
  if (typeof value !== "string") throw invalid(path, `expected string, got ${typeof value}`);
  if (!value) throw invalid(path, "must not be empty: leave it out instead");
  if (value.length > MAX_TOKEN) throw invalid(path, TOO_LONG);
  if (BROKEN.test(value)) throw invalid(path, NOT_BROKEN);
  return value;
}

/** @throws {@link ParamValidationError} if it is no channel's ARN */
export function readChannelArn(value: unknown, path: string): string {
  return readArn(value, path, "channel");
}

/** @throws {@link ParamValidationError} if it has not 1 to 40 characters */
export function readViewerId(value: unknown, path: string): string {
  const id = readText(value, path);
  if ([...id].length > 40) throw invalid(path, "is over 40 characters: give a shorter one, such as a UUID");
  return id;
}

export function readVersion(value: unknown, path: string): number {
  if (typeof value !== "number") throw invalid(path, `expected number, got ${typeof value}`);
  if (!Number.isSafeInteger(value)) {
    throw invalid(path, "expected a safe integer, such as the seconds since 1970: Math.floor(Date.now() / 1000)");
  }
  return value;
}

export function readUuid(value: unknown, path: string): string {
  const uuid = readText(value, path);
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(uuid)) {
    throw invalid(path, "expected a UUID, such as crypto.randomUUID() gives");
  }
  return uuid;
}

export function readBoolean(value: unknown, path: string): boolean {
  if (typeof value !== "boolean") throw invalid(path, `expected true or false, got ${typeof value}`);
  return value;
}

export function oneOf(...values: string[]): (value: unknown, path: string) => unknown {
  return (value, path) => {
    if (!values.some((known) => known === value)) throw invalid(path, `expected one of ${values.join(", ")}`);
    return value;
  };
}

const TOO_MANY_PARAMS = "has more than 1,000 bytes of keys and values";

export function readPlayerParams(value: unknown, path: string): Record<string, string> {
  if (!isA("Object", value)) throw invalid(path, "expected an object of strings");
  let entries: [string, unknown][];
  try {
    entries = Object.entries(value as object);
  } catch {
    throw invalid(path, "could not be read");
  }
  let bytes = 0;
  const encoder = new TextEncoder();
  const params = entries.map(([name, param]): [string, string] => {
    const at = `${path}[${JSON.stringify(name.slice(0, 100))}]`;
    if (typeof param !== "string") throw invalid(at, `expected string, got ${typeof param}`);
    // Each unit is a byte or more.
    if (bytes + name.length + param.length > MAX_PARAMS) throw invalid(path, TOO_MANY_PARAMS);
    if (BROKEN.test(name) || BROKEN.test(param)) throw invalid(at, NOT_BROKEN);
    bytes += encoder.encode(name + param).length;
    return [name, param];
  });
  if (bytes > MAX_PARAMS) throw invalid(path, TOO_MANY_PARAMS);
  return Object.fromEntries(params);
}
