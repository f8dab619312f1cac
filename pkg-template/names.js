// @ts-check

/**
 * A name as the API spells it: `ListChannels` for `listChannels` and `list_channels` too. What is no text stays what it is, and is
 * refused as a name that is none.
 * @param {any} name
 */
export function pascal(name) {
  return typeof name === "string" ? name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase()) : name;
}
