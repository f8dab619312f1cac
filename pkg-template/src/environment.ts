/** An environment variable of Node, Deno or Bun that is set and not empty. A page has none, and Deno may refuse to read it. */
export function environmentVariable(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name] || undefined;
  } catch {
    return undefined;
  }
}
