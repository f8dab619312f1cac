import { LocalError } from "./local-error.js";

/** What requests are signed with. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string;
}

/** A further key, with what it may do. */
export interface AccessKey extends Credentials {
  /** `read-only`, or actions such as `ivs:GetChannel` and `ivs:List*`; everything by default. */
  actions?: "read-only" | readonly string[] | undefined;
}

/** How many there may be of a kind of resource, by the word that ARNs use, such as `channel` or `stream-key`. */
export type Quotas = Readonly<Record<string, number>>;

/** Of the simulated service. All have a default. */
export interface LocalOptions {
  /** The region, or several with resources of their own; `us-west-2` by default. The first is that of `local.region`. */
  region?: string | readonly string[] | undefined;
  /** What requests are signed with; random by default. */
  credentials?: Credentials | undefined;
  /** Further keys. */
  keys?: readonly AccessKey[] | undefined;
  /** Accept any other key, too; its signatures are not verified. `false` by default. */
  anyKey?: boolean | undefined;
  /** From which the names of resources are made, so that they repeat: a whole number from 0. Random by default. */
  seed?: number | undefined;
  /**
   * Its time. `"system"`, the default: that of `Date.now()`, and what `advance` adds. A date, or milliseconds since 1970: time stands
   * still until `advance`. Signatures are judged by `Date.now()` in any case.
   */
  clock?: "system" | Date | number | undefined;
  /** Where programs reach it, and players; an origin without a slash at the end, `http://ivs-local.invalid` by default. */
  endpoint?: string | undefined;
  /** Milliseconds that a recording configuration or failover slate takes to become ready; 1000 by default. */
  creationMs?: number | undefined;
  /** Milliseconds for which an encoder is connected before its stream is live; 0 by default. */
  streamStartMs?: number | undefined;
  /** Milliseconds for which a stream goes on after its encoder has disconnected; 0 by default, where the service waits for 30,000. */
  streamEndMs?: number | undefined;
  /** Call rates of each operation: `"off"`, the default, or those that AWS documents. */
  rates?: "off" | "aws" | undefined;
  /** Quotas instead of the defaults. */
  quotas?: Quotas | undefined;
}

/** The options that the wasm takes, and what is known of them here. */
export interface Resolved {
  /** Whether signatures protect nothing. */
  anyKey: boolean;
  region: string;
  credentials: Credentials;
  endpoint: string;
  clock: "system" | number;
  /** As JSON. */
  json: string;
}

const NAMES: ReadonlySet<string> = new Set<keyof LocalOptions>([
  "region",
  "credentials",
  "keys",
  "anyKey",
  "seed",
  "clock",
  "endpoint",
  "creationMs",
  "streamStartMs",
  "streamEndMs",
  "rates",
  "quotas",
]);

/** The options with their defaults. What the wasm refuses is left to it. */
export function resolve(options: LocalOptions): Resolved {
  if (typeof options !== "object" || options === null)
    throw wrong("startLocal", "takes an object of options, or nothing");
  for (const name of Object.keys(options)) {
    if (!NAMES.has(name)) throw wrong(name, `is no option; there are ${[...NAMES].join(", ")}`);
  }
  const regions = typeof options.region === "string" ? [options.region] : [...(options.region ?? ["us-west-2"])];
  const region = regions[0];
  if (region === undefined || !regions.every((name) => /^[a-z0-9-]+$/.test(name))) {
    throw wrong("region", "a region is of lowercase letters, digits and hyphens");
  }
  const credentials = options.credentials ?? {
    accessKeyId: `LOCAL${randomText(15).toUpperCase()}`,
    secretAccessKey: randomText(40),
  };
  const keys = [credentials, ...(options.keys ?? [])];
  const endpoint = options.endpoint ?? "http://ivs-local.invalid";
  if (!isOrigin(endpoint))
    throw wrong("endpoint", "must be an origin such as http://localhost:8087, without a slash at the end");
  const json = JSON.stringify({
    endpoint,
    regions: [...new Set(regions)],
    keys: keys.map(key),
    anyKey: options.anyKey ?? false,
    creationMs: milliseconds("creationMs", options.creationMs, 1000),
    streamStartMs: milliseconds("streamStartMs", options.streamStartMs, 0),
    streamEndMs: milliseconds("streamEndMs", options.streamEndMs, 0),
    rates: options.rates ?? "off",
    quotas: options.quotas ?? {},
    seed: seed(options.seed),
    seeded: options.seed !== undefined,
  });
  return { region, credentials, endpoint, clock: clock(options.clock), anyKey: options.anyKey ?? false, json };
}

function key(given: AccessKey) {
  const { accessKeyId, secretAccessKey, sessionToken, actions = [] } = given ?? {};
  const texts =
    sessionToken === undefined ? [accessKeyId, secretAccessKey] : [accessKeyId, secretAccessKey, sessionToken];
  if (!texts.every((text) => typeof text === "string" && text !== "")) {
    throw wrong(
      "credentials",
      "need an accessKeyId and a secretAccessKey, texts that are not empty, as a sessionToken is",
    );
  }
  return { accessKeyId, secretAccessKey, sessionToken, actions: actions === "read-only" ? [actions] : actions };
}

function clock(given: LocalOptions["clock"]): "system" | number {
  if (given === undefined || given === "system") return "system";
  // A Date of another realm is one, too.
  const time =
    typeof given === "number" || Object.prototype.toString.call(given) === "[object Date]" ? Number(given) : NaN;
  // Of which ISO 8601 has four digits for the year.
  if (time >= 0 && time < 253_402_300_800_000) return time;
  throw wrong("clock", 'must be "system", a valid Date, or milliseconds since 1970');
}

function milliseconds(name: string, given: number | undefined, byDefault: number): number {
  if (given === undefined) return byDefault;
  if (Number.isInteger(given) && given >= 0 && given < 2 ** 32) return given;
  throw wrong(name, "must be a whole number of milliseconds from 0");
}

/** 32 bytes. The server makes the same ones of the same number. */
function seed(given: number | undefined): number[] {
  const bytes = new Uint8Array(32);
  if (given === undefined) return [...crypto.getRandomValues(bytes)];
  if (!Number.isSafeInteger(given) || given < 0) throw wrong("seed", "must be a whole number from 0 to 2^53 - 1");
  new DataView(bytes.buffer).setBigUint64(0, BigInt(given), true);
  return [...bytes];
}

function isOrigin(text: string): boolean {
  try {
    return new URL(text).origin === text;
  } catch {
    return false;
  }
}

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

function randomText(length: number): string {
  let text = "";
  while (text.length < length) {
    for (const byte of crypto.getRandomValues(new Uint8Array(length))) {
      // All letters are as probable: bytes that would make some more so are left out.
      if (byte < 248 && text.length < length) text += ALPHANUMERIC[byte % 62];
    }
  }
  return text;
}

function wrong(name: string, problem: string): LocalError {
  return new LocalError("InvalidOption", `${name}: ${problem}`);
}
