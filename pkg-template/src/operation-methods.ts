import type { CallOptions } from "./call/caller.js";
import type { Callback, ServiceClient } from "./client.js";
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

/**
 * Gives a class the methods of the SDK's aggregated client: one for each operation, which does what `send` does, and the functions that give
 * pages, with this client.
 */
export function defineAggregatedMethods<Client extends Pick<ServiceClient, "send">>(
  clientClass: { prototype: Client },
  operations: readonly string[],
  commands: CommandClasses,
  paginators: Readonly<Record<string, (config: never, input: never) => unknown>>,
): void {
  defineOperationMethods(clientClass, operations, commands, (client, command, options, callback) =>
    client.send(command, options, callback as unknown as Callback),
  );
  for (const [name, paginate] of Object.entries(paginators)) {
    defineMethod(clientClass, name, (client, input, config?: object) =>
      paginate({ ...config, client } as never, input),
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
