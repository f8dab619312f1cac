import { readArn } from "../arn.js";
import { field, invalid, number, object } from "../read.js";
import { onlyNames } from "../watch/read-input.js";
import type { MetadataItem } from "./item.js";

/**
 * - `refused`: JSON or a call cannot hold it (`whenRefused: "drop"`).
 * - `offline`: the channel was not live (`whenOffline: "drop"`).
 * - `unconfirmed`: the answer was lost, and `resend` is `false`.
 * - `failed`: the stream failed, with `error`.
 * - `aborted`: the stream was aborted; `error` is the reason.
 */
export type DropReason = "refused" | "offline" | "unconfirmed" | "failed" | "aborted";

/** Items that will not be sent, or not again. */
export interface DroppedMetadata {
  /** In the order in which they were written. */
  items: MetadataItem[];
  reason: DropReason;
  /** How many of them, the first ones, may have reached the viewers: they were sent, and no answer came. */
  unconfirmed: number;
  /** What the call, the item or the abort came to. */
  error: unknown;
}

/** Items that the service has taken, with one call. */
export interface SentMetadata {
  /** In the order in which they were written. */
  items: MetadataItem[];
}

export interface MetadataStreamOptions {
  /** The channel, which has to be of the client's region. */
  channelArn: string;
  /**
   * `"batch"`, where it is left out, sends as many items with a call as fit, in an envelope that `MetadataReader` reads. `"single"` sends each
   * item with a call of its own, as it is: a text as that text, anything else as its JSON.
   */
  mode?: "batch" | "single" | undefined;
  /**
   * Whether items are sent again whose answer was lost: `true`, where it is left out. A `MetadataReader` drops the repeats of `"batch"`; those
   * of `"single"` reach the viewers. With `false`, `onDrop` is told of them instead.
   */
  resend?: boolean | undefined;
  /**
   * What becomes of an item that is too large, or that JSON cannot hold: `"error"`, where it is left out, fails its `write` and so the stream,
   * when what was written before is sent: until then it can be aborted. `"drop"` tells `onDrop` at once, before earlier items are sent, and
   * goes on.
   */
  whenRefused?: "error" | "drop" | undefined;
  /**
   * What becomes of items while the channel is not live: `"wait"`, where it is left out, keeps them until it is, and asks GetStream every
   * `offlineInterval`. `"drop"` tells `onDrop` and goes on, `"error"` fails the stream: at once, if that was known within the last
   * `offlineInterval`.
   */
  whenOffline?: "wait" | "drop" | "error" | undefined;
  /** Milliseconds between two questions whether the channel is live: 1,000 or more; 5,000 where it is left out. */
  offlineInterval?: number | undefined;
  /**
   * Milliseconds for which a call that is throttled or lost is repeated, before the stream fails: 0 or more, also `Infinity`; 120,000 where it
   * is left out. While the channel is not live they do not count.
   */
  retryTime?: number | undefined;
  /**
   * Bytes of items that are taken before they are sent: 0 or more; 16,384 where it is left out, which takes about three seconds to send. `write`
   * waits while there are more, but one item is always taken.
   */
  bufferBytes?: number | undefined;
  /** Told of items that will not be sent. It has to be there where items may be dropped. What it throws is ignored. */
  onDrop?: ((dropped: DroppedMetadata) => void) | undefined;
  /** Told of items that were sent. What it throws is ignored. */
  onSent?: ((sent: SentMetadata) => void) | undefined;
}

/** The options, with the defaults. */
export type Settings = Required<{ [Name in keyof MetadataStreamOptions]: NonNullable<MetadataStreamOptions[Name]> }>;

const NAMES = [
  "channelArn",
  "mode",
  "resend",
  "whenRefused",
  "whenOffline",
  "offlineInterval",
  "retryTime",
  "bufferBytes",
  "onDrop",
  "onSent",
] satisfies (keyof MetadataStreamOptions)[];

/** The longest timer of the platforms. */
const MAX_TIMER = 2 ** 31 - 1;

/** @throws {@link ParamValidationError} for what is wrong with them */
export function readOptions(options: unknown): Settings {
  const given = object(options, "options");
  onlyNames(given, "options", NAMES);
  const of = (name: string) => field(given, "options", name);
  const settings: Settings = {
    channelArn: readArn(of("channelArn"), "options.channelArn", "channel"),
    mode: choice(of("mode"), "options.mode", ["batch", "single"]),
    resend: choice(of("resend"), "options.resend", [true, false]),
    whenRefused: choice(of("whenRefused"), "options.whenRefused", ["error", "drop"]),
    whenOffline: choice(of("whenOffline"), "options.whenOffline", ["wait", "drop", "error"]),
    offlineInterval: Math.min(number(given, "options", "offlineInterval", 1000) ?? 5000, MAX_TIMER),
    retryTime: number(given, "options", "retryTime", 0) ?? 120_000,
    bufferBytes: number(given, "options", "bufferBytes", 0) ?? 16_384,
    onDrop: listener(of("onDrop"), "options.onDrop"),
    onSent: listener(of("onSent"), "options.onSent"),
  };
  const drops = !settings.resend || settings.whenRefused === "drop" || settings.whenOffline === "drop";
  if (drops && of("onDrop") === undefined) {
    throw invalid("options.onDrop", "is missing: items may be dropped, and it is told which");
  }
  return settings;
}

/** One of several values, the first where there is none. */
function choice<Value>(value: unknown, path: string, values: [Value, ...Value[]]): Value {
  if (value === undefined) return values[0];
  if (values.includes(value as Value)) return value as Value;
  throw invalid(path, `expected ${values.map((value) => JSON.stringify(value)).join(" or ")}`);
}

function listener<Told>(value: unknown, path: string): (told: Told) => void {
  if (value === undefined) return () => {};
  if (typeof value === "function") return value as (told: Told) => void;
  throw invalid(path, `expected a function, got ${typeof value}`);
}
