import { defineErrorClass } from "./error-class.js";
import type { ServiceException, ServiceExceptionOptions } from "./service-exception.js";

/** The class of a modelled error. */
export interface ExceptionClass<Exception extends ServiceException> {
  new (options?: ServiceExceptionOptions): Exception;
  readonly prototype: Exception;
  /** Whether a value is an error of the service, this one or another. */
  isInstance(value: unknown): value is ServiceException;
}

/**
 * Makes the classes of a service's modelled errors.
 * @param base the class that they extend
 * @param names of the errors by their fault, with spaces between
 */
export function exceptionClasses<Classes>(
  base: new (options?: ServiceExceptionOptions) => ServiceException,
  names: { client: string; server: string },
): Classes {
  const classes: Record<string, unknown> = {};
  for (const $fault of ["client", "server"] as const) {
    for (const name of names[$fault].split(" ")) {
      classes[name] = defineErrorClass(
        name,
        class extends base {
          constructor(options?: ServiceExceptionOptions) {
            super({ ...options, name, $fault });
          }
        },
      );
    }
  }
  return classes as Classes;
}
