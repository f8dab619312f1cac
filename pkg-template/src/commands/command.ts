import { providedMiddleware } from "../middleware/provided.js";
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

/** Whether {@link makeStrict} has made it so. */
export let isStrict: (command: object) => boolean;

/** The middleware of a command, if it has any. */
export let stackOf: (command: object) => MiddlewareStack<object, object> | undefined;

/** An operation with its input, to be sent by a client. */
// biome-ignore-start lint/suspicious/noExplicitAny: of any service
export class Command<
  Input extends object,
  Output extends object,
  Inputs extends object = any,
  Outputs extends object = any,
  Config = any,
> {
  // biome-ignore-end lint/suspicious/noExplicitAny: of any service
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
    this.#stack ??= providedMiddleware().createStack<Input, Output>();
    return this.#stack;
  }

  /**
   * One function of all middleware, which sends the command that it is called with. `send` does this.
   * @param stack that of an `IvsClient`
   * @param configuration `config` of that client
   */
  resolveMiddleware(
    stack: MiddlewareStack<Inputs, Outputs>,
    configuration: Config,
    // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
    options?: any,
  ): InitializeHandler<Input, Output> {
    return providedMiddleware().resolveCommand(
      this,
      this.operation,
      this.service,
      stack as never,
      configuration as object,
      options,
    ) as never;
  }

  static {
    makeStrict = (command) => {
      if (#isStrict in command) command.#isStrict = true;
      return command;
    };
    isStrict = (command) => #isStrict in command && command.#isStrict;
    stackOf = (command) => {
      if (#stack in command) return command.#stack as never;
      // One of AWS's SDK has a stack always.
      const { middlewareStack: stack } = command as { middlewareStack?: MiddlewareStack<object, object> };
      return stack?.identify().length ? stack : undefined;
    };
  }
}

/** The class of an operation's commands. The input may be left out where it has no required member. */
// biome-ignore-start lint/suspicious/noExplicitAny: of any service
export type CommandClass<
  Input extends object,
  Output extends object,
  Inputs extends object = any,
  Outputs extends object = any,
  Config = any,
> = new (
  ...input: object extends Input ? [input?: Input] : [input: Input]
) => Command<Input, Output, Inputs, Outputs, Config>;
// biome-ignore-end lint/suspicious/noExplicitAny: of any service

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
// biome-ignore lint/suspicious/noExplicitAny: of any service
export interface CommandClasses<Inputs extends object = any, Outputs extends object = any, Config = any> {
  /** The class of an operation, which is made once. A bundler drops what nobody imports, because this has no effect but its value. */
  define<Input extends object, Output extends object>(
    operation: string,
  ): CommandClass<Input, Output, Inputs, Outputs, Config>;
  /** The class of an operation if it was defined, and else another. */
  of(operation: string): CommandClass<object, object, Inputs, Outputs, Config>;
}

/** Makes the class of an operation's commands. */
export function commandClass<
  Input extends object,
  Output extends object,
  Inputs extends object,
  Outputs extends object,
  Config,
>(service: CommandService, operation: string): CommandClass<Input, Output, Inputs, Outputs, Config> {
  const name = `${operation}Command`;
  const made = { [name]: class extends Command<never, never> {} }[name] as typeof Command<never, never>;
  Object.defineProperties(made.prototype, { operation: { value: operation }, service: { value: service } });
  return made as never;
}
