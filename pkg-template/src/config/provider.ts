import { describeThrown, invalid } from "../read.js";

/**
 * A setting, a promise of it, or a function that gives either. The first call that needs it calls the function, and the client keeps what
 * it gives; what is `undefined` is as if it were left out. An error is not kept.
 */
export type Provider<Value> = Value | Promise<Value> | (() => Value | Promise<Value>);

/** Whether it is awaited as a promise is, of whatever realm. */
export function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value> {
  return typeof (value as { then?: unknown }).then === "function";
}

/** What a member of the configuration gives. */
export async function provided(given: unknown, name: string): Promise<unknown> {
  try {
    return (await (typeof given === "function" ? given() : given)) ?? undefined;
  } catch (thrown) {
    throw invalid(`config.${name}`, `could not be read: ${describeThrown(thrown)}`);
  }
}
