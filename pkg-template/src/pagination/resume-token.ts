// botocore's resume tokens, which say where a listing goes on: base64 of JSON. A token made here works there, and the other way round.
import { invalid } from "../read.js";

/** An error about one of the settings of a paginator. */
export function invalidSetting(name: string, expected: string): Error {
  return invalid(`PaginationConfig.${name}`, `expected ${expected}`);
}

/** What Python's `int` reads in a string. */
export function pythonInteger(text: string): number {
  return /^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : NaN;
}

/** Where a listing goes on: the service's token, and how many items of that page are skipped. */
export interface ResumePoint {
  token: unknown;
  skipped?: number | undefined;
}

/** A resume token in botocore's spelling, which is Python's of JSON: spaces between, and ASCII only. */
export function formatResumeToken({ token, skipped }: ResumePoint): string {
  const text = JSON.stringify(token).replace(
    /[^ -~]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
  return btoa(`{"nextToken": ${text}${skipped === undefined ? "" : `, "boto_truncate_amount": ${skipped}`}}`);
}

/** What a resume token says. Any other string is the service's own token, or one of botocore's old form, `token___3`. */
export function parseResumeToken(text: string): ResumePoint {
  const wrong = invalidSetting("StartingToken", "a resume token, or a nextToken");
  const value = decoded(text);
  if (typeof value === "object" && value && !Array.isArray(value)) {
    const { nextToken, boto_truncate_amount: skipped = 0, ...others } = value as Record<string, unknown>;
    if (nextToken === undefined || !Number.isInteger(skipped) || Object.keys(others).length) throw wrong;
    return { token: nextToken, skipped: skipped as number };
  }
  const [token, index = "0", more] = text.split("___");
  if (more !== undefined) throw wrong;
  const skipped = pythonInteger(index);
  return Number.isNaN(skipped) ? { token: text, skipped: 0 } : { token: token === "None" ? null : token, skipped };
}

/** The JSON in base64; nothing, where it is neither. */
function decoded(text: string): unknown {
  try {
    // Python's decoder requires the padding, and ignores what is not base64.
    const base64 = text.replace(/[^\w+/=]|_/g, "");
    const bytes = Uint8Array.from(base64.length % 4 ? "" : atob(base64), (char) => char.charCodeAt(0));
    return JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
}
