import { defineErrorClass } from "../errors/error-class.js";

/** The operation has no pages; the message says which have. */
export class NotPageableError extends Error {
  declare readonly name: "NotPageableError";

  static {
    defineErrorClass("NotPageableError", this);
  }
}

/** A listing got the same `nextToken` twice, and would go on for ever. */
export class PaginationError extends Error {
  declare readonly name: "PaginationError";

  static {
    defineErrorClass("PaginationError", this);
  }
}
