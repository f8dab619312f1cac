// What clients answer: those of somebody's own, and mocks, may answer anything.
import { field, invalid, isA } from "../read.js";

/** @throws {@link ParamValidationError} if a client's method has not answered with an object */
export function readOutput<Output extends object>(output: Output, method: string): Output {
  if (isObject(output)) return output;
  throw invalid(
    `client.${method}`,
    `expected to resolve to an object, got ${output === null ? "null" : typeof output}`,
  );
}

/** More than an answer has: a page of ListStreams has 100 streams, a session 500 events. */
const MOST = 10_000;

/** The objects of a list in an answer; none if it is no list. */
export function objectsOf<Item extends object>(of: object, path: string, name: string): Item[] {
  const list = field(of, path, name);
  // One of another realm may have no methods.
  return isA("Array", list) ? (Array.prototype.slice.call(list, 0, MOST).filter(isObject) as Item[]) : [];
}

export function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
