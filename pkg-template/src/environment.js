// @ts-check

/**
 * An environment variable of Node, Deno or Bun that is set and not empty. A page has none, and Deno may not permit to read it.
 * @param {string} name
 * @returns {string | undefined}
 */
export function variable(name) {
  try {
    return globalThis.process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
