// @ts-check
// The download of one command, as `cargo xtask size` asserts it; and the JavaScript of the slim entry.

import { bundle, gzip } from "../lib/bundle.mjs";
import { PACKAGES } from "../lib/packages.mjs";
import { SLIM, hasSlim } from "../lib/slim.mjs";

const source = (/** @type {string} */ name) => `
  import { IvsClient, CreateChannelCommand } from "${name}";
  export const create = (config, input) => new IvsClient(config).send(new CreateChannelCommand(input));`;

/** @type {import("../run.mjs").Section} */
export default async function size() {
  /** @type {Record<string, number>} */
  const bytes = {};
  for (const name of hasSlim ? [...PACKAGES, SLIM] : PACKAGES) bytes[name] = gzip(await bundle(source(name))).length;
  return { bytes };
}
