// Reads the fields of configurations and options, whose getters may throw, and which may hold anything.
import { ParamValidationError } from "./errors/client-errors.js";

/** Most UTF-16 units of a text that is a setting; a session token is the longest that there is. */
const MAX_UNITS = 65_536;

/** An error about one place. */
export function invalid(path: string, message: string): ParamValidationError {
  return new ParamValidationError(`${path}: ${message}`, [{ path, message }]);
}

/** Whether the value is an instance. A proxy may throw when it is asked. */
export function is<Instance>(value: unknown, Class: new (...given: never[]) => Instance): value is Instance {
  try {
    return value instanceof Class;
  } catch {
    return false;
  }
}

/** The object, unless it is something else. */
export function object(value: unknown, path: string): object {
  if (typeof value !== "object" || value === null) throw invalid(path, "expected an object");
  return value;
}

/** A field; `undefined` where it is absent. */
export function field(of: object, path: string, name: string): unknown {
  try {
    return (of as Record<string, unknown>)[name] ?? undefined;
  } catch (error) {
    throw invalid(`${path}.${name}`, `could not be read: ${describeThrown(error)}`);
  }
}

/** What was thrown, in words. */
export function describeThrown(thrown: unknown, redact = (text: string) => text): string {
  try {
    if (thrown instanceof Error) return redact(String(thrown.message)).slice(0, 200);
  } catch {
    // Its message is as odd.
  }
  return "what was thrown is no Error";
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
