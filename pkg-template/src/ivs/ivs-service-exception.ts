import { defineErrorClass } from "../errors/error-class.js";
import { ServiceException } from "../errors/service-exception.js";

/**
 * An error that the service answered with. Each error of the API has a class of its own; any other is an instance of this one,
 * with the service's code as its `name`.
 *
 * This and every error class of this package recognises by `instanceof` what another copy of the package made, such as the one that `require`
 * loads beside the one that `import` loads.
 */
export class IvsServiceException extends ServiceException {
  /** Whether a value is one, as `instanceof` says. */
  static isInstance(value: unknown): value is IvsServiceException {
    return value instanceof IvsServiceException;
  }

  static {
    defineErrorClass("IvsServiceException", this);
  }
}
