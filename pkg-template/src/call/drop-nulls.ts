/**
 * Removes the members of a parsed document that are `null`: the API has no `null`, and says "absent" so.
 * @param depth how deep they are looked for; the API's outputs are a third as deep
 */
export function dropNulls(document: unknown, depth = 16): void {
  if (typeof document !== "object" || !document || !depth) return;
  const members = document as Record<string, unknown>;
  for (const key of Object.keys(members)) {
    if (members[key] === null && !Array.isArray(document)) delete members[key];
    else dropNulls(members[key], depth - 1);
  }
}
