import { invalid, text } from "../read.js";

/** Names and versions of what calls, such as `[["my-app", "1.2"]]`. */
export type UserAgent = [name: string, version?: string][];

/**
 * What is added to the user agent. Pairs are written as AWS's SDK writes them: `name/version`, or `md/name#version` where the name has a
 * prefix of its own; characters that may not be in them as hyphens.
 */
export function readUserAgent(config: { readonly customUserAgent?: unknown }): string | undefined {
  const given = config.customUserAgent;
  if (Array.isArray(given)) return given.map(pairText).join(" ");
  const custom = text(config, "config", "customUserAgent");
  // A header's value goes into the signature as UTF-8 and over the wire as Latin-1: only ASCII is the same in both.
  if (/[^ -~]/.test(custom ?? ""))
    throw invalid("config.customUserAgent", "must be printable ASCII: it is sent in a header");
  return custom;
}

/** A name and maybe a version. */
export function pairText(pair: unknown): string {
  const [name, version] = [pair].flat().map((part) => String(part).replace(/[^!#$%&'*+.^`|~\w/-]/g, "-"));
  return version ? `${name}${/\//.test(`${name}`) ? "#" : "/"}${version}` : `${name}`;
}
