// A batch of reads that did not come to its end.
import { defineErrorClass, PackageError } from "../errors/error-class.js";
import type { BatchError } from "../ivs/structures.js";

/** Why one resource could not be read. */
export interface BatchItemError extends BatchError {
  /** The ARN, as it was given. */
  arn: string;
}

/** What was read before a call failed. */
export interface PartialBatch<Item> {
  /** What was read, by ARN. */
  items: ReadonlyMap<string, Item>;
  /** What could not be read. */
  errors: readonly BatchItemError[];
  /** The ARNs of which nothing is known: to be given again. */
  remaining: readonly string[];
}

/** A call of several failed; its `cause` is the error of that call, such as an `AccessDeniedException`. No further calls were made. */
export class BatchReadError<Item = unknown> extends PackageError {
  declare readonly name: "BatchReadError";
  readonly #partial: PartialBatch<Item>;

  constructor(message: string, partial: PartialBatch<Item>, cause: unknown) {
    super(message, { cause });
    this.#partial = partial;
  }

  /** What was read before. It may have the values of stream keys, and is not in `JSON.stringify(error)` and logs. */
  get partial(): PartialBatch<Item> {
    return this.#partial;
  }

  static {
    defineErrorClass("BatchReadError", this);
  }
}
