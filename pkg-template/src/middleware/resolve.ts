// A client's stack with its own middleware, and a command that goes through it.
import { type CommandService, inspectCommand } from "../commands/command.js";
import { type Arguments, type Begin, MiddlewareCall, type Next, type Result } from "./call.js";
import { createStack } from "./stack.js";
import type { HandlerExecutionContext, InitializeHandler, MiddlewareStack } from "./types.js";

/** A context's call, for the client's own middleware. */
const CALL = Symbol("call");

type Context = HandlerExecutionContext & { [CALL]: MiddlewareCall };

/** The stack of a client: its own middleware, beside which other may be added by these names. */
export function createClientStack<Input extends object, Output extends object>(
  begin: Begin,
): MiddlewareStack<Input, Output> {
  const stack = createStack<Input, Output>();
  const add = (
    name: string,
    options: object,
    run: (call: MiddlewareCall, next: Next, args: Arguments) => Promise<Result>,
  ) => {
    const middleware = (next: Next, context: Context) => (args: Arguments) => run(context[CALL], next, args);
    stack.add(middleware as never, { name: `${name}Middleware`, ...options } as never);
  };
  add("serializer", { step: "serialize" }, (call, next, args) => call.serialize(begin, next, args));
  add("retry", { step: "finalizeRequest", priority: "high" }, (call, next, args) => call.retry(next, args));
  const signing = { step: "deserialize", priority: "high", aliases: ["awsAuthMiddleware"] };
  add("httpSigning", signing, (call, next, args) => call.sign(next, args));
  add("deserializer", { step: "deserialize" }, (call, next, args) => call.deserialize(next, args));
  return stack;
}

/** One function of the middleware of a client and a command, which sends that command. */
export function resolveCommand(
  command: object,
  operation: string,
  { clientName, serviceName }: CommandService,
  clientStack: MiddlewareStack<object, object>,
  { logger }: { logger?: unknown },
  options: unknown,
): InitializeHandler<object, object> {
  const { stack: own, isStrict } = inspectCommand(command);
  const stack = own ? clientStack.concat(own) : clientStack;
  // A context, and the call in it, is for one call.
  return (args) => {
    const call = new MiddlewareCall(operation, options, isStrict);
    const context = {
      logger,
      clientName,
      commandName: `${operation}Command`,
      __smithy_context: { service: serviceName, operation, commandInstance: command },
      [CALL]: call,
    } as Context;
    return stack.resolve((args) => call.handle(args as Arguments), context)(args);
  };
}
