/** A class of errors, whatever its constructor takes. */
export type ErrorClass = new (...given: never[]) => Error;

/**
 * The base of the package's errors. Their `name` and `message` are own and enumerable, as in AWS's SDK, so that `JSON.stringify(error)`,
 * `{ ...error }` and `Response.json(error)` have them.
 */
export class PackageError extends Error {
  // Fields are defined whatever a page did to `Object.defineProperty`: a timer's error is made where nothing would catch another.
  override name: string = (this as Error).name;
  override message: string = taken(this);
}

/** The message that `Error` has set, and which is not enumerable. V8 leaves it so if a field takes the place of one that is there. */
function taken(error: { message?: string }): string {
  const { message = "" } = error;
  delete error.message;
  return message;
}

/**
 * Gives a class its name, and makes its `instanceof` recognise the instances of another copy of this package: a program may load it
 * both by `import` and by `require`.
 */
export function defineErrorClass<Class extends ErrorClass>(name: string, errorClass: Class): Class {
  const mark = Symbol.for(`ivs-wasm.${name}`);
  const { prototype } = errorClass;
  defineHidden(errorClass, "name", name);
  defineHidden(prototype, "name", name);
  defineHidden(prototype, mark, true);
  defineHidden(errorClass, Symbol.hasInstance, function (this: unknown, value: Record<PropertyKey, unknown>) {
    try {
      // A subclass inherits this function, but has no mark of its own.
      if (this !== errorClass) return Function.prototype[Symbol.hasInstance].call(this as ErrorClass, value);
      // The prototype carries the mark, but is no instance.
      if (value[mark] === true) return !Object.hasOwn(value, mark);
      // The reason that a signal gives by itself is an instance too, in whatever realm it was made.
      return /^(Abort|Timeout)/.test(name) && value.name === name && value[Symbol.toStringTag] === "DOMException";
    } catch {
      // A value without properties, or a proxy that throws.
      return false;
    }
  });
  return errorClass;
}

/** Sets a property as a class would: it is not shown when the object is printed. */
function defineHidden(object: object, name: PropertyKey, value: unknown): void {
  Object.defineProperty(object, name, { value, configurable: true, writable: true });
}
