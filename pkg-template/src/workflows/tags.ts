// Tags of a stream key.
import { fieldNames, invalid, isA, object } from "../read.js";

/** What the service takes: tags, and UTF-16 units of their keys and values. */
const MAX_TAGS = 50;
const MAX_KEY = 128;
const MAX_VALUE = 256;

/** Tags that begin with `aws:`, in whatever case, are AWS's own, and cannot be set. */
export const isOwnTag = (key: string): boolean => /^aws:/i.test(key);

/**
 * A copy of tags, none of which the service would refuse.
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_CreateStreamKey.html
 */
export function readTags(tags: unknown): Record<string, string> | undefined {
  const path = "input.tags";
  if (tags === undefined) return undefined;
  // What is something else of the platform, such as a Map or a Date, has its contents elsewhere.
  if (!isA("Object", object(tags, path))) throw invalid(path, "expected an object of strings");
  const keys = fieldNames(tags as object, path);
  if (keys.length > MAX_TAGS) throw invalid(path, `has ${keys.length} tags, and a stream key ${MAX_TAGS} at most`);
  return Object.fromEntries(keys.map((key) => [key, readTag(tags as object, path, key)]));
}

function readTag(tags: object, path: string, key: string): string {
  if (key === "") throw invalid(path, "has an empty key");
  const place = `${path}["${key.slice(0, MAX_KEY)}"]`;
  if (key.length > MAX_KEY) throw invalid(place, `its key is over ${MAX_KEY} characters`);
  if (isOwnTag(key)) throw invalid(place, "keys that begin with aws: are AWS's own: leave it out");
  const value = readValue(tags, place, key);
  if (typeof value !== "string") throw invalid(place, `expected string, got ${typeof value}`);
  if (value.length > MAX_VALUE) throw invalid(place, `is over ${MAX_VALUE} characters`);
  // Half of a surrogate pair has no form in UTF-8.
  if (/\p{Surrogate}/u.test(key + value)) throw invalid(place, "must not have halves of surrogate pairs");
  return value;
}

function readValue(tags: object, place: string, key: string): unknown {
  try {
    return (tags as Record<string, unknown>)[key];
  } catch {
    throw invalid(place, "could not be read");
  }
}
