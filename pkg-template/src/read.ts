// Reads the fields of configurations and options, whose getters may throw, and which may hold anything.
import { printable } from "./call/redact.js";
import { ParamValidationError, type Problem } from "./errors/client-errors.js";

/** Most UTF-16 units of a text that is a setting; a session token is the longest that there is. */
const MAX_UNITS = 65_536;

/** An error about one place. */
export function invalid(path: string, message: string): ParamValidationError {
  return allInvalid([{ path, message }]);
}

/** An error about several places, with a line for each: what others named must not make further ones. */
export function allInvalid(problems: Problem[]): ParamValidationError {
  for (const problem of problems) {
    problem.path = printable(problem.path);
    problem.message = printable(problem.message);
  }
  return new ParamValidationError(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"), problems);
}

/** Whether the value is an instance. A proxy may throw when it is asked. */
export function is<Instance>(value: unknown, Class: new (...given: never[]) => Instance): value is Instance {
  try {
    return value instanceof Class;
  } catch {
    return false;
  }
}

/** Whether a value is one of a kind that the platform makes, such as `"URL"`, in whatever realm. A proxy may throw when it is asked. */
export function isA(kind: string, value: unknown): boolean {
  try {
    return Object.prototype.toString.call(value) === `[object ${kind}]`;
  } catch {
    return false;
  }
}

/** Whether a value is bytes: a buffer, or a view of one, in whatever realm. */
export function isBytes(value: unknown): value is ArrayBuffer | ArrayBufferView {
  return ArrayBuffer.isView(value) || isA("ArrayBuffer", value);
}

/** The object, unless it is something else. */
export function object(value: unknown, path: string): object {
  if (typeof value !== "object" || value === null) throw invalid(path, "expected an object");
  return value;
}

/**
 * A field, which may be inherited from a class; `undefined` where it is absent. What every object inherits is no data, but what somebody
 * added to `Object.prototype`.
 */
export function field(of: object, path: string, name: string): unknown {
  try {
    const value = (of as Record<string, unknown>)[name] ?? undefined;
    return value !== undefined && name in Object.prototype && !Object.hasOwn(of, name) ? undefined : value;
  } catch (error) {
    throw invalid(`${path}.${name}`, `could not be read: ${describeThrown(error)}`);
  }
}

/** The names of an object's own fields. A proxy may throw when it is asked. */
export function fieldNames(of: object, path: string): string[] {
  try {
    return Object.keys(of);
  } catch (error) {
    throw invalid(path, `could not be read: ${describeThrown(error)}`);
  }
}

/** What was thrown, in words. */
export function describeThrown(thrown: unknown, redact?: (text: string) => string): string {
  return explain(thrown, redact).words;
}

/**
 * What was thrown and what caused it, in words, and the first `code` among them: Node's `fetch` says "fetch failed", and in its cause why.
 * They are recognised by what they are: an error of Node's own under Jest is an instance of another realm's `Error`.
 */
export function explain(
  thrown: unknown,
  redact = (text: string) => text,
): { words: string; code?: string | undefined } {
  let words = "";
  let code: string | undefined;
  try {
    let error = thrown as { message?: unknown; code?: unknown; cause?: unknown; errors?: unknown[] } | undefined;
    // Causes may go round in a circle.
    for (let depth = 0; error && depth < 4; depth++) {
      const { message, code: own, cause, errors } = error;
      if (typeof message === "string" && !words.includes(message)) words += (words && ": ") + message;
      if (typeof own === "string" && /^\w{1,64}$/.test(own)) code ??= own;
      // Where a host has several addresses, there is an error for each.
      error = (cause ?? errors?.[0]) as typeof error;
    }
  } catch {
    // The rest of it cannot be read.
  }
  return { words: redact(words).slice(0, 300) || code || "what was thrown is no Error", code };
}

/** A field that is text. */
export function text(of: object, path: string, name: string): string | undefined {
  const value = field(of, path, name);
  if (value !== undefined && typeof value !== "string")
    throw invalid(`${path}.${name}`, `expected string, got ${typeof value}`);
  if (value?.includes("\0")) throw invalid(`${path}.${name}`, "must not have NUL characters");
  if (value && value.length > MAX_UNITS) throw invalid(`${path}.${name}`, "is too long");
  return value;
}

/** A field that is `true` or `false`. */
export function flag(of: object, path: string, name: string, otherwise = false): boolean {
  const value = field(of, path, name) ?? otherwise;
  if (typeof value !== "boolean") throw invalid(`${path}.${name}`, `expected true or false, got ${typeof value}`);
  return value;
}

/** A field that is a number of at least `least`. */
export function number(of: object, path: string, name: string, least = -Infinity): number | undefined {
  const value = field(of, path, name);
  // Where there is a least number, infinity is as good as any above it.
  const isRight = typeof value === "number" && value >= least && (least > -Infinity || Number.isFinite(value));
  if (value !== undefined && !isRight) {
    throw invalid(`${path}.${name}`, `expected a number${least > -Infinity ? ` of at least ${least}` : ""}`);
  }
  return value;
}

/** Milliseconds since 1970 of a `Date`, of whatever realm; not a number of anything else. */
export function timeOf(date: unknown): number {
  try {
    return Date.prototype.getTime.call(date);
  } catch {
    return NaN;
  }
}
