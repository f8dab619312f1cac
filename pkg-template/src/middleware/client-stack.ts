// A client's stack, and how a command goes through it. The work is in `call.ts`, which the first call that has middleware loads.
import { type CommandService, isStrict, stackOf } from "../commands/command.js";
import type { Arguments, Begin, MiddlewareCall, Next, Result } from "./call.js";
import { createStack } from "./stack.js";
import type { HandlerExecutionContext, InitializeHandler, MiddlewareStack } from "./types.js";

/** The member of a context that has its call. */
export const CALL = "__ivs_wasm_call";

type Run = (call: MiddlewareCall, next: Next, args: Arguments) => Promise<Result>;

/** The stack of a client: its own middleware, beside which other may be added. */
export function createClientStack(begin: Begin): MiddlewareStack<object, object> {
  const stack = createStack<object, object>();
  const add = (name: string, step: string, run: Run, priority = "normal", aliases: string[] = []) => {
    const middleware = (next: Next, context: HandlerExecutionContext) => (args: Arguments) =>
      run(context[CALL], next, args);
    stack.add(middleware as never, { name: `${name}Middleware`, step, priority, aliases } as never);
  };
  add("serializer", "serialize", (call, next, args) => call.serialize(begin, next, args));
  add("retry", "finalizeRequest", (call, next, args) => call.retry(next, args), "high");
  add("httpSigning", "deserialize", (call, next, args) => call.sign(next, args), "high", ["awsAuthMiddleware"]);
  add("deserializer", "deserialize", (call, next, args) => call.deserialize(next, args));
  return stack;
}

/** One function of the middleware of a client and a command, which sends that command. Each call of it is a call of its own. */
export function resolveCommand(
  command: object,
  operation: string,
  { clientName, serviceName }: CommandService,
  clientStack: MiddlewareStack<object, object>,
  { logger }: { logger?: unknown },
  options: unknown,
): InitializeHandler<object, object> {
  const own = stackOf(command);
  const stack = own ? clientStack.concat(own) : clientStack;
  return async (args) => {
    const { MiddlewareCall } = await import("./call.js");
    const call = new MiddlewareCall(operation, options, isStrict(command));
    const context = {
      logger,
      clientName,
      commandName: `${operation}Command`,
      __smithy_context: { service: serviceName, operation, commandInstance: command },
      [CALL]: call,
    } as HandlerExecutionContext;
    return stack.resolve((args) => call.handle(args as Arguments), context)(args);
  };
}
