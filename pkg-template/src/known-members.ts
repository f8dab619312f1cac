// Members that nobody knows, such as misspelt ones: to ignore them would be to do something else than was asked for.
import { fieldNames, invalid } from "./read.js";

/** What the same thing is called elsewhere: by the client's calls, or by the service. */
const OTHER_NAMES: Record<string, string> = {
  abortsignal: "signal",
  signal: "abortSignal",
  viewersessionversionslessthanorequalto: "version",
  viewersessionversion: "version",
};

/** Most differences between a name and a misspelt one. */
const MAX_DIFFERENCES = 2;

/** @throws {@link ParamValidationError} if the object has a member of its own of another name, whose value is not `undefined` */
export function checkMembers(of: object, path: string, known: readonly string[]): void {
  for (const name of fieldNames(of, path)) {
    if (known.includes(name) || isUndefined(of, name)) continue;
    const meant = nearest(name.slice(0, 99), known);
    const hint = meant ? `did you mean ${meant}?` : `there are ${known.join(", ")}`;
    throw invalid(`${path}.${name.slice(0, 99)}`, `is not known; ${hint}`);
  }
}

function isUndefined(of: object, name: string): boolean {
  try {
    return (of as Record<string, unknown>)[name] === undefined;
  } catch {
    return false;
  }
}

function nearest(name: string, known: readonly string[]): string | undefined {
  const written = name.toLowerCase();
  const other = Object.hasOwn(OTHER_NAMES, written) ? OTHER_NAMES[written] : undefined;
  return known.find((one) => one === other || differences(one.toLowerCase(), written) <= MAX_DIFFERENCES);
}

/** Characters to be added, removed or replaced to make one text of the other. */
function differences(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line += 1) {
    const next = [line];
    for (let column = 1; column <= other.length; column += 1) {
      const replaced = (row[column - 1] ?? 0) + Number(one[line - 1] !== other[column - 1]);
      next.push(Math.min(replaced, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
