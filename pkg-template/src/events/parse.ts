import { ParamValidationError } from "../errors/client-errors.js";
import { allInvalid, invalid, is } from "../read.js";
import { problemsOf } from "./check.js";
import type { IvsEvent } from "./event.js";
import { unwrap } from "./unwrap.js";
import { isObject } from "./values.js";

/** Most objects and lists within each other; documented events have 4. */
const MAX_DEPTH = 64;

/** Most objects and lists of an event. */
const MAX_OBJECTS = 100_000;

/**
 * The event of IVS in whatever it came with:
 *
 * - the event, as Lambda is given it;
 * - its JSON, as text or bytes, such as the body of an API destination's request;
 * - an SQS record of a Lambda event, a message of SQS's ReceiveMessage, or the body of either;
 * - an SNS record of a Lambda event, or the body of an SNS request;
 * - an SQS record that holds an SNS message that holds the event.
 *
 * Members, names and types that are not documented are kept: an event of another `detail-type` is an {@link UndocumentedIvsEvent}.
 * What the types promise is checked. Texts have at most 4 MiB, events at most 64 levels and 100,000 objects, and no `__proto__`.
 * Who sent it is not: an endpoint that anybody can reach has to authenticate its callers.
 *
 * @returns the parsed JSON as it is, or, where an object was given, that object
 * @throws {ParamValidationError} if it is no event of IVS or a damaged one, with all that is wrong in `problems`. It quotes nothing of it.
 */
export function parseIvsEvent(input: unknown): IvsEvent {
  try {
    const event = unwrap(input);
    checkSize(event);
    const problems = problemsOf(event);
    if (problems.length > 0) throw allInvalid(problems);
    return event as IvsEvent;
  } catch (error) {
    if (is(error, ParamValidationError)) throw error;
    throw invalid("input", "could not be read: a getter or a proxy threw");
  }
}

/** Refuses what would keep others from walking through the event, or from copying it. */
function checkSize(event: object): void {
  let count = 0;
  // Level by level, each object once: neither cycles nor shared objects make it long.
  let level = new Set<object>([event]);
  for (let depth = 1; level.size > 0; depth++) {
    count += level.size;
    if (depth > MAX_DEPTH || count > MAX_OBJECTS) {
      throw invalid("event", `has more than ${MAX_DEPTH} levels or ${MAX_OBJECTS} objects`);
    }
    const next = new Set<object>();
    for (const parent of level) {
      // Assigned to a copy, it would be the copy's prototype.
      if (Object.hasOwn(parent, "__proto__")) throw invalid("event", "has a member named __proto__");
      for (const value of Object.values(parent)) if (Array.isArray(value) || isObject(value)) next.add(value);
    }
    level = next;
  }
}
