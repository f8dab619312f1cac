// A client's stack, and how a command goes through it. The work is in `call.ts`.
import { type CommandService, isStrict, stackOf } from "../commands/command.js";
import { type Arguments, type Begin, MiddlewareCall, type Next } from "./call.js";
import { createStack } from "./stack.js";
import type { HandlerExecutionContext, InitializeHandler, MiddlewareStack } from "./types.js";

/** The member of a context that has its call. */
export const CALL = "__ivs_wasm_call";

/**
 * The client's own middleware: name, step and priority. Most do nothing, and are there so that other middleware can be added beside them, as
 * beside those of AWS's SDK.
 */
const OWN = [
  "logger initialize",
  "httpAuthScheme serialize",
  "endpointV2 serialize",
  "serializer serialize",
  "contentLength build",
  "getUserAgent build low",
  "hostHeader build low",
  "recursionDetection build low",
  "retry finalizeRequest high",
  // After everything of `finalizeRequest`.
  "httpSigning deserialize high",
  "deserializer deserialize",
];

/** The stack of a client, with its own middleware. */
export function createClientStack(begin: Begin): MiddlewareStack<object, object> {
  const stack = createStack<object, object>();
  for (const own of OWN) {
    const [name = "", step, priority] = own.split(" ");
    const middleware = (next: Next, context: HandlerExecutionContext) => (args: Arguments) =>
      (context[CALL] as MiddlewareCall).run(name, begin, next, args);
    const aliases = name === "httpSigning" ? ["awsAuthMiddleware"] : [];
    stack.add(middleware as never, { name: `${name}Middleware`, aliases, step, priority } as never);
  }
  return stack;
}

/** Middleware calls it without asking whether there is one. */
const NO_LOGGER = { trace() {}, debug() {}, info() {}, warn() {}, error() {} };

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
    const call = new MiddlewareCall(operation, options, isStrict(command));
    const context = {
      logger: (logger ?? NO_LOGGER) as typeof NO_LOGGER,
      clientName,
      commandName: `${operation}Command`,
      __smithy_context: { service: serviceName, operation, commandInstance: command },
      [CALL]: call,
    } as HandlerExecutionContext;
    return stack.resolve((args) => call.handle(args as Arguments), context)(args);
  };
}
