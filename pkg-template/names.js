// @ts-check

/**
 * The API's name of an operation, such as `"ListChannels"`, of the ways to write it: `listChannels` and `list_channels` too. What is
 * no text stays what it is, and is refused with the names that are none.
 * @param {any} name
 */
export function operationName(name) {
  return typeof name === "string" ? name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase()) : name;
}
