// The text of a batch: {"ivsm":1,"id":"mc1x2y3z4k9q","n":17,"items":[…]}
//
// - `ivsm`: the version of this form;
// - `id`: of the stream that wrote it, a new one for each stream, so that a writer which begins again is not taken for the old one;
// - `n`: the number of its first item among those of the stream, from 0;
// - `items`: JSON values.

/** Most bytes of UTF-8 that a call takes: https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_PutMetadata.html */
export const MAX_BYTES = 1024;

const VERSION = 1;

/** Most characters of an id of a stream. */
const MAX_ID = 64;

/** What a text of ours holds. */
export interface Envelope {
  id: string;
  /** The number of the first item. */
  first: number;
  items: unknown[];
}

/** @param items their JSON */
export function seal(id: string, first: number, items: string[]): string {
  return `{"ivsm":${VERSION},"id":"${id}","n":${first},"items":[${items.join()}]}`;
}

/** Bytes of a batch, beside its items and the commas between them. */
export function envelopeBytes(id: string, first: number): number {
  return seal(id, first, []).length;
}

/** What a text holds; `undefined` if it is none of ours. */
export function unseal(text: string): Envelope | undefined {
  if (!text.includes('"ivsm"')) return undefined;
  try {
    const { ivsm, id, n, items } = JSON.parse(text);
    const isOurs = ivsm === VERSION && typeof id === "string" && id !== "" && id.length <= MAX_ID;
    return isOurs && Number.isSafeInteger(n) && n >= 0 && Array.isArray(items) ? { id, first: n, items } : undefined;
  } catch {
    return undefined;
  }
}

/** What four digits of an id may be. */
const RANDOM_IDS = 36 ** 4;

/** Streams of this program. */
let streams = 0;

/**
 * An id of twelve characters that no other stream has: it identifies, and protects nothing. The time tells those apart whose random numbers
 * are the same, and a count those of one moment.
 */
export function newId(): string {
  const random = (Math.floor(Math.random() * RANDOM_IDS) + streams++) % RANDOM_IDS;
  const digits = (number: number, length: number) => number.toString(36).padStart(length, "0").slice(-length);
  return digits(Math.floor(Date.now()), 8) + digits(random, 4);
}
