// What watchers are given. All of these throw a `ParamValidationError`.

import { readArn } from "../arn.js";
import { type AnyAbortSignal, checkedSignal } from "../call/abort.js";
import { field, fieldNames, invalid, object } from "../read.js";

const DEFAULT_INTERVAL = 5000;

/** Below that, one watcher takes all calls that the service allows an account. */
const LEAST_INTERVAL = 1000;

const GREATEST_INTERVAL = 86_400_000;

/** Four times as many as an account has channels, unless AWS gives it more. */
const MAX_CHANNELS = 20_000;

export function readOptions(options: unknown): { interval: number; signal: AnyAbortSignal | undefined } {
  const given = object(options ?? {}, "options");
  onlyNames(given, "options", ["interval", "signal"]);
  const interval = field(given, "options", "interval") ?? DEFAULT_INTERVAL;
  if (typeof interval !== "number" || !(interval >= LEAST_INTERVAL && interval <= GREATEST_INTERVAL)) {
    throw invalid("options.interval", "expected milliseconds, from 1,000 to 86,400,000; the default is 5,000");
  }
  const signal = field(given, "options", "signal");
  return { interval, signal: signal === undefined ? undefined : checkedSignal(signal, "options.signal") };
}

/** @throws if the client has not all of these methods */
export function readClient<Client extends object>(
  client: unknown,
  methods: readonly (keyof Client & string)[],
): Client {
  const given = object(client, "client");
  const has = (name: string) => typeof field(given, "client", name) === "function";
  const missing = methods.find((name) => !has(name));
  if (missing === undefined) return given as Client;
  const isOfCommands = has("send") && !methods.some(has);
  const remedy = isOfCommands ? "AWS's IvsClient has only send, use its Ivs" : "expected an IvsClient";
  throw invalid("client", `has no method ${missing}: ${remedy}, or whatever has ${methods.join(" and ")}`);
}

/** A misspelt name would otherwise be an option that does nothing. */
export function onlyNames(given: object, path: string, names: readonly string[]): void {
  for (const name of fieldNames(given, path)) {
    if (names.includes(name)) continue;
    throw invalid(`${path}.${name.slice(0, 100)}`, `is not known: ${path} has ${names.join(" and ")}`);
  }
}

/** The channels of `{ channelArn }` or `{ channelArns }`, each once. */
export function readChannelArns(input: unknown): string[] {
  const given = object(input, "input");
  onlyNames(given, "input", ["channelArn", "channelArns"]);
  const single = field(given, "input", "channelArn");
  const several = field(given, "input", "channelArns");
  if ((single === undefined) === (several === undefined)) {
    throw invalid("input", "expected either channelArn, an ARN, or channelArns, a list of them");
  }
  if (several === undefined) return [readArn(single, "input.channelArn", "channel")];
  const arns = readList(several, "input.channelArns");
  const [first = ""] = arns;
  const account = first.slice(0, first.lastIndexOf(":") + 1);
  const other = arns.findIndex((arn) => !arn.startsWith(account));
  if (other < 0) return [...new Set(arns)];
  throw invalid(
    `input.channelArns[${other}]`,
    "is of another region or account than the first: watch each by a client of its own",
  );
}

/** Whether it is an array. A proxy that was revoked throws when it is asked. */
function isList(value: unknown): value is unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

function readList(value: unknown, path: string): string[] {
  if (!isList(value)) throw invalid(path, `expected a list of ARNs, got ${typeof value}`);
  // A proxy may say anything.
  const length = field(value, path, "length");
  if (length === 0) throw invalid(path, "must not be empty");
  if (typeof length !== "number" || !(length <= MAX_CHANNELS))
    throw invalid(path, `has more than ${MAX_CHANNELS} channels`);
  const arns: string[] = [];
  // By index: an iterator may be anybody's.
  for (let index = 0; index < length; index++) {
    arns.push(readArn(field(value, path, String(index)), `${path}[${index}]`, "channel"));
  }
  return arns;
}
