import { defineErrorClass, PackageError } from "../errors/error-class.js";

/** The operation has no pages; the message says which have. */
export class NotPageableError extends PackageError {
  declare readonly name: "NotPageableError";

  static {
    defineErrorClass("NotPageableError", this);
  }
}

/** A listing got the same `nextToken` twice, and would go on for ever. */
export class PaginationError extends PackageError {
  declare readonly name: "PaginationError";

  static {
    defineErrorClass("PaginationError", this);
  }
}
