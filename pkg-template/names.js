// @ts-check

/**
 * A name as the API spells it: `ListChannels` for `listChannels` and `list_channels` too. What is no text stays what it is, and is
 * refused as a name that is none.
 * @param {any} name
 */
export function pascal(name) {
  return typeof name === "string" ? name.replace(/(?:^|_)([a-z])/g, (_, letter) => letter.toUpperCase()) : name;
}

/**
 * Such a name as boto3 spells it: `list_channels`.
 * @param {string} name
 */
export function snake(name) {
  return name.replace(/\B[A-Z]/g, "_$&").toLowerCase();
}
