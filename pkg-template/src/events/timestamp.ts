// Timestamps of events, which have up to nine digits of a second: more than a `Date` keeps.

// At most 20 digits: to take the zeros off the end of a million would take hours.
const TIMESTAMP = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,20}))?(Z|[+-]\d\d:\d\d)$/;

/** A moment: whole seconds, in milliseconds since 1970, and the digits of the fraction without zeros at the end. */
export interface Moment {
  seconds: number;
  fraction: string;
}

/** The moment of an RFC 3339 timestamp, such as `"2026-11-28T10:00:00.123456Z"`; `undefined` of anything else. */
export function momentOf(value: unknown): Moment | undefined {
  const [, date, fraction = "", zone] = (typeof value === "string" && TIMESTAMP.exec(value)) || [];
  const seconds = Date.parse(`${date}${zone}`);
  return Number.isNaN(seconds) ? undefined : { seconds, fraction: fraction.replace(/0+$/, "") };
}
