// Errors by their names.

/** Whether an error has one of these names, whoever has made it: mocks and other copies of the package have classes of their own. */
export function isNamed(error: unknown, ...names: string[]): boolean {
  return hasName(error) && names.includes(error.name);
}

export function hasName(value: unknown): value is { name: string } {
  try {
    return typeof value === "object" && value !== null && typeof (value as Error).name === "string";
  } catch {
    return false;
  }
}
