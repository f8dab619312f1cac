// @ts-check

/**
 * Removes the members of a parsed document that are `null`: the API has no `null`, and says "absent" so.
 * @param {any} document
 * @param {number} depth how deep they are looked for; the API's outputs are a third as deep
 */
export function removeNulls(document, depth = 16) {
  if (typeof document !== "object" || !document || !depth) return;
  for (const key of Object.keys(document)) {
    if (document[key] === null && !Array.isArray(document)) delete document[key];
    else removeNulls(document[key], depth - 1);
  }
}
