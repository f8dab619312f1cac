// @ts-check

/** An operation with its input, to be sent by a client. */
export class Command {
  /** @param {object} [input] */
  constructor(input = {}) {
    this.input = input;
  }
}

/**
 * Makes the command class of an operation. A bundler drops the classes that nobody imports, because the call has no effect
 * but its value.
 * @param {string} operation
 */
export function command(operation) {
  const name = `${operation}Command`;
  const made = { [name]: class extends Command {} }[name];
  Object.defineProperty(made.prototype, "operation", { value: operation });
  return made;
}
