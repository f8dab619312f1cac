/**
 * Sets the members that an answer has in its headers, each of which is named after its member: `cacheControl` is in
 * `Cache-Control`.
 * @param headers names of the headers, with spaces between
 * @param header the value of a header of the answer
 */
export function readHeaderMembers(
  document: object,
  headers: string | undefined,
  header: (name: string) => string | undefined,
): void {
  for (const name of headers?.split(" ") ?? []) {
    const value = header(name.toLowerCase());
    const member = name.replace(/^.|-./g, (start) => start[1]?.toUpperCase() ?? start.toLowerCase());
    if (value !== undefined) (document as Record<string, unknown>)[member] = value;
  }
}
