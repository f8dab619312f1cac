import { resolveCommand } from "../middleware/client-stack.js";
import { createStack } from "../middleware/stack.js";
import type { InitializeHandler, MiddlewareStack } from "../middleware/types.js";

/** The names that middleware knows a service by. */
export interface CommandService {
  /** Of its client in AWS's SDK, such as `"IvsClient"`. */
  clientName: string;
  /** Of the service in its model, such as `"AmazonInteractiveVideoService"`. */
  serviceName: string;
}

/** Makes a command refuse members that its operation does not have, as methods do. */
export let makeStrict: <Any extends object>(command: Any) => Any;

/** Whether a command is strict, and its middleware if it has any. */
export let inspectCommand: (command: object) => {
  isStrict: boolean;
  stack: MiddlewareStack<object, object> | undefined;
};

/** An operation with its input, to be sent by a client. */
export class Command<Input extends object, Output extends object> {
  readonly input: Input;
  /** Name in the API, such as `"CreateChannel"`. */
  declare readonly operation: string;
  /** Where the operation belongs. */
  declare protected readonly service: CommandService;
  /** For the compiler only: what sending it resolves to. It is protected because declarations leave out the types of private members. */
  declare protected readonly output: Output;
  #stack: MiddlewareStack<Input, Output> | undefined;
  #isStrict = false;

  constructor(input: Input = {} as Input) {
    this.input = input;
  }

  /** Middleware for this command alone. It runs inside the client's of the same step and priority. */
  get middlewareStack(): MiddlewareStack<Input, Output> {
    this.#stack ??= createStack();
    return this.#stack;
  }

  /**
   * One function of all middleware, which sends the command that it is called with. `send` does this.
   * @param stack that of an `IvsClient`
   * @param configuration `config` of that client
   */
  resolveMiddleware(
    // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
    stack: MiddlewareStack<any, any>,
    configuration: { logger?: unknown },
    // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
    options?: any,
  ): InitializeHandler<Input, Output> {
    return resolveCommand(this, this.operation, this.service, stack, configuration, options) as never;
  }

  static {
    makeStrict = (command) => {
      if (#isStrict in command) command.#isStrict = true;
      return command;
    };
    inspectCommand = (command) => {
      if (#isStrict in command) return { isStrict: command.#isStrict, stack: command.#stack as never };
      // One of AWS's SDK has a stack always.
      const { middlewareStack: stack } = command as { middlewareStack?: MiddlewareStack<object, object> };
      return { isStrict: false, stack: stack?.identify().length ? stack : undefined };
    };
  }
}

/** The class of an operation's commands. The input may be left out where it has no required member. */
export type CommandClass<Input extends object, Output extends object> = new (
  ...input: object extends Input ? [input?: Input] : [input: Input]
) => Command<Input, Output>;

/** What a command of `@aws-sdk/client-ivs` is to a compiler. */
export interface SdkCommand<Input extends object, Output> {
  readonly input: Input;
  resolveMiddleware(
    stack: never,
    configuration: never,
    options: never,
  ): (request: never) => Promise<{ output: Output }>;
}

/** The command classes of a service. */
export interface CommandClasses {
  /** The class of an operation, which is made once. A bundler drops what nobody imports, because this has no effect but its value. */
  define<Input extends object, Output extends object>(operation: string): CommandClass<Input, Output>;
  /** The class of an operation if it was defined, and else another. */
  of(operation: string): CommandClass<object, object>;
}

/**
 * Makes the command classes of a service. They are found by their names: `ivs.getChannel(input)` sends a `GetChannelCommand`, which a mock
 * recognises by `instanceof`, and no bundle has classes that it does not use.
 */
export function commandClasses(service: CommandService): CommandClasses {
  const classes: Record<string, CommandClass<never, never>> = Object.create(null);
  const make = (operation: string): CommandClass<never, never> => {
    const name = `${operation}Command`;
    const made = { [name]: class extends Command<never, never> {} }[name] as typeof Command<never, never>;
    Object.defineProperties(made.prototype, { operation: { value: operation }, service: { value: service } });
    return made;
  };
  return {
    define(operation) {
      classes[operation] ??= make(operation);
      return classes[operation] as never;
    },
    of: (operation) => (classes[operation] ?? make(operation)) as never,
  };
}
