// @ts-check
// The programs of a guide, as they stand in it: code blocks whose first line names a file, by the heading that they are under.

import { mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";

/** ```js main.js … ``` @type {RegExp} */
const FILE = /^```\w+ (\S+)\n([^]*?)^```$/gm;

/**
 * @param {string} name of a guide, such as `slim`
 * @returns {Promise<Map<string, Map<string, string>>>} files and their content, by heading; "" for what is before the first
 */
export function programs(name) {
  return programsOf(new URL(`../../docs/guides/${name}.md`, import.meta.url));
}

/**
 * The same of any page.
 *
 * @param {URL} page
 * @returns {Promise<Map<string, Map<string, string>>>}
 */
export async function programsOf(page) {
  const text = await readFile(page, "utf8");
  const [introduction = "", ...sections] = text.split(/^## /m);
  const found = new Map([["", files(introduction)]]);
  for (const section of sections) found.set(section.slice(0, section.indexOf("\n")), files(section));
  return found;
}

/** @param {string} section */
function files(section) {
  return new Map([...section.matchAll(FILE)].map(([, name = "", content = ""]) => [name, content]));
}

/**
 * Writes a program, and whatever else its project needs.
 *
 * @param {string} folder
 * @param {Iterable<[string, string]>} files
 */
export async function writeFiles(folder, files) {
  for (const [name, content] of files) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), content);
  }
}
