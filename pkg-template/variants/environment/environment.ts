/** An environment variable that is set and not empty. There may be no environment, and Deno may refuse to read it. */
export function environmentVariable(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, unknown> } };
    const value = process?.env?.[name];
    return typeof value === "string" && value ? value : undefined;
  } catch {
    return undefined;
  }
}
