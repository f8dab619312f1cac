import type { CallOptions } from "./call/caller.js";
import type { Command, CommandClasses } from "./commands/command.js";

/** A function of a client, made a method of its class. */
type MethodBody<Client> = (client: Client, input: never, options: never, callback: never) => unknown;

/**
 * Gives a class a method for each operation, which sends the command of that operation. A list of names takes a third of the bytes of as many
 * written methods.
 */
export function defineOperationMethods<Client>(
  clientClass: { prototype: Client },
  operations: readonly string[],
  commands: CommandClasses,
  send: (client: Client, command: Command<object, object>, options?: CallOptions, callback?: never) => unknown,
): void {
  for (const operation of operations) {
    const name = operation.charAt(0).toLowerCase() + operation.slice(1);
    defineMethod(clientClass, name, (client, input, ...rest) =>
      send(client, new (commands.define<object, object>(operation))(input), ...rest),
    );
  }
}

/** Gives a class a method, as if it were written there: a function of that name, which is no constructor and is not listed. */
export function defineMethod<Client>(
  { prototype }: { prototype: Client },
  name: string,
  body: MethodBody<Client>,
): void {
  const { [name]: value } = {
    [name](this: Client, input: never, options: never, callback: never) {
      return body(this, input, options, callback);
    },
  };
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}
