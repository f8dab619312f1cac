// The command line.
import { fileURLToPath } from "node:url";
import type { parseArgs } from "node:util";
import { LocalError } from "./local-error.js";
import type { AccessKey, LocalOptions } from "./options.js";

export const HELP = `\
An offline Amazon IVS endpoint, for demos, tests and work without a network.

Usage: ivs-local [OPTIONS]

  --port <PORT>                  port; 0 chooses a free one [default: 8087]
  --listen <ADDRESS>             address to listen on [default: 127.0.0.1]
  --host <NAME>                  a name that the local endpoints answer to besides localhost; may be repeated
  --region <REGION>              a region that requests are signed for; may be repeated [default: us-west-2]
  --access-key-id <ID>           access key id [default: random; or the variable IVS_LOCAL_ACCESS_KEY_ID]
  --secret-access-key <SECRET>   secret access key [default: random; or IVS_LOCAL_SECRET_ACCESS_KEY]
  --session-token <TOKEN>        session token that requests must have [or IVS_LOCAL_SESSION_TOKEN]
  --key <ID=SECRET[,ACTION...]>  a further key, with what it may do: read-only, or ivs:GetChannel,ivs:List*; may be repeated
  --any-key                      accept any other key, too; its signatures are not verified, and only pages of this machine may call
  --www <DIR>                    directory whose files are served at / [default: the demo page]
  --no-www                       serve no files
  --json                         print JSON instead of text
  --log <off|info>               what is logged to stderr [default: info]
  --creation-ms <MS>             until a recording configuration or failover slate is ready [default: 1000]
  --stream-start-ms <MS>         for which an encoder is connected before its stream is live [default: 0]
  --stream-end-ms <MS>           for which a stream goes on after its encoder has disconnected [default: 0]
  --rates <off|aws>              call rates of each operation [default: off]
  --seed <N>                     a number from which the names of resources are made [default: random]
  --quota <KIND=NUMBER>          a quota instead of the default, such as channel=10; may be repeated
  --help, --version
`;

/** What the command line says. */
export interface Arguments {
  port: number;
  listen: string;
  host: string[];
  www: string | undefined;
  json: boolean;
  log: "off" | "info";
  options: LocalOptions;
}

const TEXT = { type: "string" } as const;
const TEXTS = { type: "string", multiple: true } as const;
const FLAG = { type: "boolean" } as const;

const OPTIONS = {
  port: TEXT,
  listen: TEXT,
  host: TEXTS,
  region: TEXTS,
  "access-key-id": TEXT,
  "secret-access-key": TEXT,
  "session-token": TEXT,
  key: TEXTS,
  "any-key": FLAG,
  www: TEXT,
  "no-www": FLAG,
  json: FLAG,
  log: TEXT,
  "creation-ms": TEXT,
  "stream-start-ms": TEXT,
  "stream-end-ms": TEXT,
  rates: TEXT,
  seed: TEXT,
  quota: TEXTS,
  help: { ...FLAG, short: "h" },
  version: { ...FLAG, short: "V" },
} as const;

type Variables = Record<string, string | undefined>;

/**
 * Reads the command line.
 * @throws `LocalError` that names what cannot be
 */
export function read(args: string[], variables: Variables, parse: typeof parseArgs): Arguments | "help" | "version" {
  const { values } = parse({ args, options: OPTIONS, strict: true });
  if (values.help) return "help";
  if (values.version) return "version";
  const accessKeyId = values["access-key-id"] ?? variables.IVS_LOCAL_ACCESS_KEY_ID;
  const secretAccessKey = values["secret-access-key"] ?? variables.IVS_LOCAL_SECRET_ACCESS_KEY;
  const sessionToken = values["session-token"] ?? variables.IVS_LOCAL_SESSION_TOKEN;
  if (sessionToken !== undefined && accessKeyId === undefined) {
    throw wrong("session-token", "belongs to a key: give --access-key-id and --secret-access-key, too");
  }
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw wrong("access-key-id", "an access key id and a secret access key are given together, or neither");
  }
  const credentials =
    accessKeyId !== undefined && secretAccessKey !== undefined
      ? { accessKeyId, secretAccessKey, ...(sessionToken !== undefined && { sessionToken }) }
      : undefined;
  const rates = oneOf("rates", values.rates ?? "off", ["off", "aws"]);
  return {
    port: whole("port", values.port, 65_535) ?? 8087,
    listen: values.listen ?? "127.0.0.1",
    host: values.host ?? [],
    www: values["no-www"] ? undefined : (values.www ?? fileURLToPath(new URL("www", import.meta.url))),
    json: values.json ?? false,
    log: oneOf("log", values.log ?? "info", ["off", "info"]),
    options: {
      region: values.region ?? "us-west-2",
      credentials,
      keys: (values.key ?? []).map(key),
      anyKey: values["any-key"],
      creationMs: whole("creation-ms", values["creation-ms"]),
      streamStartMs: whole("stream-start-ms", values["stream-start-ms"]),
      streamEndMs: whole("stream-end-ms", values["stream-end-ms"]),
      rates,
      seed: whole("seed", values.seed, Number.MAX_SAFE_INTEGER),
      quotas: Object.fromEntries((values.quota ?? []).map(quota)),
    },
  };
}

function whole(name: string, text: string | undefined, most: number = 2 ** 32 - 1): number | undefined {
  if (text === undefined) return undefined;
  const number = Number(text);
  if (/^\d+$/.test(text) && number <= most) return number;
  throw wrong(name, `must be a whole number from 0 to ${most}`);
}

function oneOf<Word extends string>(name: string, text: string, words: readonly Word[]): Word {
  const found = words.find((word) => word === text);
  if (found === undefined) throw wrong(name, `must be ${words.join(" or ")}`);
  return found;
}

function key(text: string): AccessKey {
  const [pair = "", ...actions] = text.split(",");
  const [accessKeyId = "", ...rest] = pair.split("=");
  if (rest.length === 0) throw wrong("key", "write it as ID=SECRET, with what the key may do after a comma");
  return { accessKeyId, secretAccessKey: rest.join("="), actions };
}

function quota(text: string): [string, number] {
  const [kind = "", ...number] = text.split("=");
  const most = whole("quota", number.length > 0 ? number.join("=") : undefined);
  if (most === undefined) throw wrong("quota", "write it as KIND=NUMBER");
  return [kind, most];
}

function wrong(name: string, problem: string): LocalError {
  return new LocalError("InvalidOption", `--${name}: ${problem}`);
}
