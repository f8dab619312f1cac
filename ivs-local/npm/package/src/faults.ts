import { LocalError } from "./local-error.js";
import type { Service } from "./service.js";

/** What becomes of the next calls of an operation. */
export interface Fault {
  /** The error that they fail with, and do nothing: one of the API, or one that AWS services share, such as `ExpiredTokenException`. */
  code?: string | undefined;
  /** The error's text. */
  message?: string | undefined;
  /** Instead of an error: they are performed, and their answers are lost, as if the connection broke. */
  lost?: boolean | undefined;
  /** How many calls; one by default. */
  times?: number | undefined;
  /** Milliseconds for which calls go well before that; none by default. */
  afterMs?: number | undefined;
  /** The region of these calls; the first one by default. */
  region?: string | undefined;
}

export function addFault(service: Service, operation: string, fault: Fault): void {
  // What is not known is refused by name.
  const { lost, ...others } = fault ?? {};
  const input = { ...others, operation, reset: lost };
  if (!lost && others.code === undefined) {
    throw new LocalError("BadRequest", "a fault has a code, and a message if you like, or lost: true");
  }
  service.ask("POST", "faults", input);
}
