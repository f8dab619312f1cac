import type { Problem } from "../errors/client-errors.js";
import { DETAILS, ENVELOPE, type Kind, type Members, TOKEN } from "./members.js";
import { momentOf } from "./timestamp.js";
import { isId, isObject, isStrings, MAX_ID, own, typeName } from "./values.js";

/** How each kind is called in messages, and recognised. */
const KINDS: Record<Kind, [string, (value: unknown) => boolean]> = {
  string: ["a string", (value) => typeof value === "string"],
  id: [`a string of 1 to ${MAX_ID} characters`, isId],
  timestamp: ["a timestamp such as 2026-11-28T10:00:00Z", (value) => momentOf(value) !== undefined],
  number: ["a number", Number.isFinite],
  boolean: ["true or false", (value) => typeof value === "boolean"],
  strings: ["a list of strings", isStrings],
  attributes: ["an object of strings", (value) => isObject(value) && isStrings(Object.values(value))],
  token: ["an object", isObject],
  object: ["an object", isObject],
};

/** All that keeps an object from being an event of IVS. What these types do not know is let through. */
export function problemsOf(event: object): Problem[] {
  const problems: Problem[] = [];
  checkMembers(event, ENVELOPE, "event", problems);
  const source = own(event, "source");
  if (typeof source === "string" && source !== "aws.ivs") {
    problems.push({ path: "event.source", message: 'expected "aws.ivs": this is no event of IVS' });
  }
  const detail = own(event, "detail");
  const variants = entry(DETAILS, own(event, "detail-type"));
  if (!variants || !isObject(detail)) return problems;
  const { discriminator } = variants;
  checkMembers(detail, { [discriminator]: "string" }, "event.detail", problems);
  const members = entry<Members>(variants.variants, own(detail, discriminator));
  if (members) checkMembers(detail, members, "event.detail", problems);
  return problems;
}

function checkMembers(of: object, members: Members, path: string, problems: Problem[]): void {
  for (const [name, kind] of Object.entries(members)) {
    const required = kind.replace("?", "") as Kind;
    const [expected, isRight] = KINDS[required];
    const value = own(of, name);
    const place = name.includes("-") ? `${path}["${name}"]` : `${path}.${name}`;
    if (value === undefined) {
      if (kind === required) problems.push({ path: place, message: `is missing: expected ${expected}` });
    } else if (!isRight(value)) {
      problems.push({ path: place, message: `expected ${expected}, got ${typeName(value)}` });
    } else if (required === "token") {
      checkMembers(value as object, TOKEN, place, problems);
    }
  }
}

/** What a table has under a name, which may be anything, such as `"constructor"`. */
function entry<Value>(table: Readonly<Record<string, Value>>, name: unknown): Value | undefined {
  return typeof name === "string" && Object.hasOwn(table, name) ? table[name] : undefined;
}
