// @ts-check

/**
 * Sets the members that an answer has in its headers, each of which is named after its member: `cacheControl` is in `Cache-Control`.
 * @param {any} document
 * @param {string | undefined} names of the headers, with spaces between
 * @param {{ header(name: string): string | undefined }} call
 */
export function readHeaders(document, names, call) {
  for (const name of names?.split(" ") ?? []) {
    const value = call.header(name.toLowerCase());
    if (value !== undefined) document[name.replace(/^.|-./g, (start) => start[1]?.toUpperCase() ?? start.toLowerCase())] = value;
  }
}
