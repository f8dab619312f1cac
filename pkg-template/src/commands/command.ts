/** An operation with its input, to be sent by a client. */
export class Command<Input extends object, Output> {
  readonly input: Input;
  /** Name in the API, such as `"CreateChannel"`. */
  declare readonly operation: string;
  /** For the compiler only: what sending it resolves to. It is protected because declarations leave out the types of private members. */
  declare protected readonly output: Output;

  constructor(input: Input = {} as Input) {
    this.input = input;
  }
}

/** The class of an operation's commands. The input may be left out where it has no required member. */
export type CommandClass<Input extends object, Output> = new (
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

/**
 * Makes the command class of an operation. A bundler drops the classes that nobody imports, because the call has no effect
 * but its value.
 */
export function commandClass<Input extends object, Output>(operation: string): CommandClass<Input, Output> {
  const name = `${operation}Command`;
  const made = { [name]: class extends Command<Input, Output> {} }[name] as typeof Command<Input, Output>;
  Object.defineProperty(made.prototype, "operation", { value: operation });
  return made;
}
