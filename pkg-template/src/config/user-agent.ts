import { invalid, isA, text } from "../read.js";

const PATH = "config.customUserAgent";

/** Names and versions of what calls, such as `[["my-app", "1.2"]]`. */
export type UserAgent = [name: string, version?: string][];

/** Most pairs: an array may be of any length. */
const MAX_PAIRS = 50;

/**
 * What is added to the user agent. Pairs are written as AWS's SDK writes them: `name/version`, or `md/name#version` where the name has a
 * prefix of its own; characters that may not be in them as hyphens.
 */
export function readUserAgent(config: { readonly customUserAgent?: unknown }): string | undefined {
  const given = config.customUserAgent;
  if (isA("Array", given)) return readPairs(given as unknown[]);
  const custom = text(config, "config", "customUserAgent");
  // A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
  if (/[^ -~]/.test(custom ?? "")) throw invalid(PATH, "must be printable ASCII: it is sent in a header");
  return custom;
}

function readPairs(pairs: unknown[]): string {
  const texts: string[] = [];
  for (const pair of pairs) {
    const parts = isA("Array", pair) ? (pair as unknown[]).slice(0, 2) : [pair];
    if (texts.length === MAX_PAIRS || !parts.every((part) => part === undefined || typeof part === "string"))
      throw invalid(PATH, `expected at most ${MAX_PAIRS} pairs of a name and a version`);
    texts.push(pairText(parts as UserAgent[number]));
  }
  return texts.join(" ");
}

/** A name and maybe a version. */
export function pairText(pair: UserAgent[number]): string {
  const name = `${pair[0]}`.replace(/[^!$%&'*+.^`|~\w/-]/g, "-");
  const version = pair[1]?.replace(/[^!#$%&'*+.^`|~\w-]/g, "-");
  return version ? `${name}${name.includes("/") ? "#" : "/"}${version}` : name;
}
