// What middleware of AWS's SDK for JavaScript is to a compiler. The shapes are those of its `@smithy/types`, so that middleware and plugins
// that were written for it fit. See https://aws.amazon.com/blogs/developer/middleware-stack-modular-aws-sdk-js/.
import type { Logger } from "../call/call-log.js";
import type { ResponseMetadata } from "../call/caller.js";

/** Where in a call middleware runs: the steps in their order. */
export type Step = "initialize" | "serialize" | "build" | "finalizeRequest" | "deserialize";

/** Where within its step. */
export type Priority = "high" | "normal" | "low";

/** Every output. */
export interface MetadataBearer {
  $metadata: ResponseMetadata;
}

/** What middleware is called with, by step. */
export interface InitializeHandlerArguments<Input extends object> {
  /** The operation's input. What `initialize` passes on instead is what is sent. */
  input: Input;
}
export interface SerializeHandlerArguments<Input extends object> extends InitializeHandlerArguments<Input> {
  /** An {@link HttpRequest}, from the middleware `serializerMiddleware` on. */
  request?: unknown;
}
export interface FinalizeHandlerArguments<Input extends object> extends SerializeHandlerArguments<Input> {
  /** An {@link HttpRequest}: not signed yet at `build`, signed for this attempt from `finalizeRequest` on. */
  request: unknown;
}

/** What middleware resolves to. */
export interface DeserializeHandlerOutput<Output extends object> {
  /** An {@link HttpResponse}. */
  response: unknown;
  /** The operation's output, outside of the middleware `deserializerMiddleware`. */
  output?: Output;
}
export interface HandlerOutput<Output extends object> extends DeserializeHandlerOutput<Output> {
  output: Output;
}

/** What is called with the arguments: the next middleware, with all that is behind it. */
export type InitializeHandler<Input extends object, Output extends object> = (
  args: InitializeHandlerArguments<Input>,
) => Promise<HandlerOutput<Output>>;
export type SerializeHandler<Input extends object, Output extends object> = (
  args: SerializeHandlerArguments<Input>,
) => Promise<HandlerOutput<Output>>;
export type FinalizeHandler<Input extends object, Output extends object> = (
  args: FinalizeHandlerArguments<Input>,
) => Promise<HandlerOutput<Output>>;
export type DeserializeHandler<Input extends object, Output extends object> = (
  args: FinalizeHandlerArguments<Input>,
) => Promise<DeserializeHandlerOutput<Output>>;

/** What middleware knows of the call that it is in. */
export interface HandlerExecutionContext {
  /** That of the client's configuration. */
  // biome-ignore lint/suspicious/noExplicitAny: as loggers declare it
  logger?: { [Level in keyof Logger]-?: (...content: any[]) => void };
  /** Name of the client's class, such as `"IvsClient"`. */
  clientName?: string;
  /** Name of the command's class, such as `"GetChannelCommand"`. */
  commandName?: string;
  /** `service` and `operation` by name, and the command itself as `commandInstance`. */
  __smithy_context?: {
    service?: string;
    operation?: string;
    // biome-ignore lint/suspicious/noExplicitAny: any command, with members of any kind
    commandInstance?: any;
    [key: string]: unknown;
  };
  // biome-ignore lint/suspicious/noExplicitAny: middleware leaves notes of any kind for other middleware
  [key: string]: any;
}

/** A function of each step. It is called once for a call, and what it returns with the arguments. */
export type InitializeMiddleware<Input extends object, Output extends object> = (
  next: InitializeHandler<Input, Output>,
  context: HandlerExecutionContext,
) => InitializeHandler<Input, Output>;
export type SerializeMiddleware<Input extends object, Output extends object> = (
  next: SerializeHandler<Input, Output>,
  context: HandlerExecutionContext,
) => SerializeHandler<Input, Output>;
export type FinalizeMiddleware<Input extends object, Output extends object> = (
  next: FinalizeHandler<Input, Output>,
  context: HandlerExecutionContext,
) => FinalizeHandler<Input, Output>;
export type DeserializeMiddleware<Input extends object, Output extends object> = (
  next: DeserializeHandler<Input, Output>,
  context: HandlerExecutionContext,
) => DeserializeHandler<Input, Output>;

/** Middleware of whatever step. */
// biome-ignore lint/suspicious/noExplicitAny: each step has types of its own
export type Middleware = (next: any, context: any) => any;

/** How middleware is found again. */
export interface MiddlewareNames {
  /** A name that no other has. */
  name?: string;
  /** More of them. */
  aliases?: string[];
  /** For `removeByTag`. */
  tags?: string[];
  /** Whether to take the place of middleware of that name, which must be at the same place. */
  override?: boolean;
}

/** A step, and a priority within it. */
export interface MiddlewareOptions<At extends Step = Step> extends MiddlewareNames {
  step: At;
  priority?: Priority;
}

/** Beside other middleware. */
export interface RelativeMiddlewareOptions extends MiddlewareNames {
  relation: "before" | "after";
  /** Its name or alias. The client's own are `serializerMiddleware`, `retryMiddleware`, `httpSigningMiddleware`, `deserializerMiddleware`. */
  toMiddleware: string;
}

/** What adds itself to a stack. */
export interface Pluggable<Input extends object, Output extends object> {
  applyToStack: (stack: MiddlewareStack<Input, Output>) => void;
}

/** The middleware of a client or of a command. That of a command runs inside the client's of the same step and priority. */
export interface MiddlewareStack<Input extends object, Output extends object> extends Pluggable<Input, Output> {
  /**
   * Adds middleware to a step.
   * @throws if there is middleware of that name and no `override`
   */
  add(middleware: InitializeMiddleware<Input, Output>, options?: Partial<MiddlewareOptions<"initialize">>): void;
  add(middleware: SerializeMiddleware<Input, Output>, options: MiddlewareOptions<"serialize">): void;
  add(middleware: FinalizeMiddleware<Input, Output>, options: MiddlewareOptions<"build">): void;
  add(middleware: FinalizeMiddleware<Input, Output>, options: MiddlewareOptions<"finalizeRequest">): void;
  add(middleware: DeserializeMiddleware<Input, Output>, options: MiddlewareOptions<"deserialize">): void;
  /** Adds middleware directly before or after other middleware, which may be added later. */
  addRelativeTo(middleware: Middleware, options: RelativeMiddlewareOptions): void;
  /** Calls the plugin with this stack. */
  use(plugin: Pluggable<Input, Output>): void;
  clone(): MiddlewareStack<Input, Output>;
  /** Removes middleware by its name, an alias or itself, and says whether there was any. */
  remove(toRemove: Middleware | string): boolean;
  removeByTag(toRemove: string): boolean;
  /** A stack with the middleware of both. */
  concat<InputType extends Input, OutputType extends Output>(
    from: MiddlewareStack<InputType, OutputType>,
  ): MiddlewareStack<InputType, OutputType>;
  /** The middleware in the order in which it runs: its name, and where it is. */
  identify(): string[];
  /** Whether calls write that list to the console; sets it. */
  identifyOnResolve(toggle?: boolean): boolean;
  /** One function of all middleware, with `handler` as the innermost. */
  resolve<InputType extends Input, OutputType extends Output>(
    handler: DeserializeHandler<InputType, OutputType>,
    context: HandlerExecutionContext,
  ): InitializeHandler<InputType, OutputType>;
}
