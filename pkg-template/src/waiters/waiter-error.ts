import { defineErrorClass, PackageError } from "../errors/error-class.js";
import { pascalCase } from "../operation-name.js";

/** The state that was waited for did not come, or cannot come any more. */
export class WaiterError extends PackageError {
  declare readonly name: "WaiterError";
  readonly reason: string;
  /** The last response, or the error that came instead. */
  readonly lastResponse: unknown;

  constructor(waiter: string, reason: string, lastResponse?: unknown) {
    super(`Waiter ${pascalCase(waiter)} failed: ${reason}`);
    this.reason = reason;
    this.lastResponse = lastResponse;
  }

  static {
    defineErrorClass("WaiterError", this);
  }
}
