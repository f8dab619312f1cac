// @ts-check
// The programs of this folder with another package in their imports.

import { readFile } from "node:fs/promises";

const SDK = '"@aws-sdk/client-ivs"';

/**
 * The text of a program.
 *
 * @param {string} name of a package
 * @param {"sample.mjs" | "server.mjs"} [program] the first runs in browsers too
 * @returns {Promise<string>}
 */
export async function sampleOf(name, program = "sample.mjs") {
  const text = await readFile(new URL(program, import.meta.url), "utf8");
  const imports = text.split(`from ${SDK}`).length - 1;
  if (imports !== 1) throw new Error(`${program} imports ${SDK} ${imports} times`);
  // Types are imported in comments.
  return text.replace(`from ${SDK}`, `from "${name}"`).replaceAll(`import(${SDK})`, `import("${name}")`);
}
