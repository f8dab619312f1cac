// @ts-check
// Reads the fields of configurations and options, whose getters may throw, and which may hold anything.
import { CredentialsError, ParamValidationError } from "./errors/client-errors.js";

/** Most UTF-16 units of a text that goes into the wasm as a setting; a session token is the longest that there is. */
const LONGEST = 65_536;

/**
 * An error about one place.
 * @param {string} path
 * @param {string} message
 */
export function invalid(path, message) {
  return new ParamValidationError(`${path}: ${message}`, [{ path, message }]);
}

/**
 * Whether the value is an instance. A proxy may throw when it is asked.
 * @param {any} value
 * @param {Function} Class
 */
export function is(value, Class) {
  try {
    return value instanceof Class;
  } catch {
    return false;
  }
}

/**
 * The object, unless it is something else.
 * @param {any} value
 * @param {string} path
 */
export function object(value, path) {
  if (typeof value !== "object" || value === null) throw invalid(path, "expected an object");
  return value;
}

/**
 * A field; `undefined` where it is absent.
 * @param {any} of
 * @param {string} path
 * @param {string} name
 */
export function field(of, path, name) {
  try {
    return of[name] ?? undefined;
  } catch (error) {
    throw invalid(`${path}.${name}`, `could not be read: ${told(error)}`);
  }
}

/**
 * What was thrown, in words.
 * @param {any} error
 * @param {(text: string) => string} [redact]
 */
export function told(error, redact = (text) => text) {
  try {
    if (error instanceof Error) return redact(String(error.message)).slice(0, 200);
  } catch {
    // Its message is as odd.
  }
  return "what was thrown is no Error";
}

/**
 * A field that is text.
 * @returns {string | undefined}
 */
export function text(of, path, name) {
  const value = field(of, path, name);
  if (value !== undefined && typeof value !== "string") throw invalid(`${path}.${name}`, `expected string, got ${typeof value}`);
  // The wasm takes several texts as one, with NULs between them.
  if (value?.includes("\0")) throw invalid(`${path}.${name}`, "must not have NUL characters");
  if (value?.length > LONGEST) throw invalid(`${path}.${name}`, "is too long");
  return value;
}

/**
 * A field that is `true` or `false`.
 * @returns {boolean}
 */
export function flag(of, path, name, otherwise = false) {
  const value = field(of, path, name) ?? otherwise;
  if (typeof value !== "boolean") throw invalid(`${path}.${name}`, `expected true or false, got ${typeof value}`);
  return value;
}

/**
 * A field that is a number of at least `least`.
 * @returns {number | undefined}
 */
export function number(of, path, name, least = -Infinity) {
  const value = field(of, path, name);
  // Where there is a least number, infinity is as good as any above it.
  if (value !== undefined && !(typeof value === "number" && value >= least && (least > -Infinity || value - value === 0))) {
    throw invalid(`${path}.${name}`, `expected a number${least > -Infinity ? ` of at least ${least}` : ""}`);
  }
  return value;
}

/**
 * The flags as the wasm takes them: the first as the lowest bit.
 * @param {...boolean} flags
 */
export function bits(...flags) {
  return flags.reduceRight((sum, flag) => 2 * sum + +flag, 0);
}

/**
 * The parts of credentials, in the order in which the wasm takes them.
 * @param {any} value
 * @param {string} path
 * @returns {[accessKeyId: string, secretAccessKey: string, sessionToken: string | undefined]}
 */
export function credentials(value, path) {
  if (typeof value !== "object" || value === null) {
    throw new CredentialsError(`${path}: expected an object { accessKeyId, secretAccessKey, sessionToken? }`);
  }
  const part = (name, pattern) => {
    const part = credentialsErrors(() => text(value, path, name));
    if (pattern.test(part ?? "")) return part;
    throw new CredentialsError(`${path}.${name}: ${part ? "has characters that a header cannot carry" : "is missing"}`);
  };
  // As the wasm has it. It is looked at here, because what is wrong must not be kept.
  return [part("accessKeyId", /^[!-+--~]+$/), part("secretAccessKey", /./s), part("sessionToken", /^[!-~]*$/)];
}

/**
 * What reading gives, its errors told as errors of credentials.
 * @template T
 * @param {() => T} read
 * @returns {T}
 */
export function credentialsErrors(read) {
  try {
    return read();
  } catch (cause) {
    throw new CredentialsError(cause.message, { cause });
  }
}
