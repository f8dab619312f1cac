// @ts-check
// The sample program with another package in its import.

import { readFile } from "node:fs/promises";

const SDK = '"@aws-sdk/client-ivs"';

/** @param {string} name of a package @returns {Promise<string>} the program's text */
export async function sampleOf(name) {
  const text = await readFile(new URL("sample.mjs", import.meta.url), "utf8");
  const parts = text.split(`from ${SDK}`);
  if (parts.length !== 2) throw new Error(`sample.mjs imports ${SDK} ${parts.length - 1} times`);
  return parts.join(`from "${name}"`);
}
