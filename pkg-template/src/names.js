// @ts-check

/**
 * A name as the API spells it: `ListChannels` for `listChannels` and `list_channels` too. What is no text is no name,
 * and is empty.
 * @param {any} name
 */
export function pascal(name) {
  return typeof name === "string" ? name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase()) : "";
}
