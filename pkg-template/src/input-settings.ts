// The inputs of paginators and waiters, which carry settings of their own.
import { ParamValidationError } from "./errors/client-errors.js";
import { field, invalid, is, object } from "./read.js";

/** Members of an object that the caller gave. */
export type Members = Record<string, unknown>;

/** A copy of an input, so that the caller's object is never written to. */
export function copyInput(input: unknown): Members {
  try {
    return { ...object(input ?? {}, "input") };
  } catch (error) {
    throw is(error, ParamValidationError) ? error : invalid("input", "could not be read");
  }
}

/** The settings that an input carries under `name`, with all others in it refused, and the rest of the input. */
export function splitSettings<Name extends string>(
  input: unknown,
  name: string,
  known: readonly Name[],
): [settings: { [Key in Name]?: unknown }, rest: Members] {
  const rest = copyInput(input);
  const given = Object.hasOwn(rest, name) ? rest[name] : undefined;
  delete rest[name];
  const settings: { [Key in Name]?: unknown } = Object.create(null);
  const members = object(given ?? {}, name);
  for (const key of Object.keys(members)) {
    const setting = known.find((other) => other === key);
    if (!setting) {
      // No two of them begin alike.
      const near = known.find((other) => other[0] === key[0]?.toUpperCase());
      const hint = near ? `did you mean \`${near}\`?` : `there are ${known.join(", ")}`;
      throw invalid(`${name}.${key}`, `is not known; ${hint}`);
    }
    settings[setting] = field(members, name, key);
  }
  return [settings, rest];
}
