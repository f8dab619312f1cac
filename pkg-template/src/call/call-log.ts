// What a call reports to the configured logger.
import { printable } from "./redact.js";

/**
 * Told of attempts, retries, left-out members and ends of calls. Each method is called with one object, as by AWS's SDK, which `console`,
 * pino and winston take as it is: `message`, a sentence on one line; `commandName`, such as `"ListChannelsCommand"`; and the facts of the
 * sentence. Of an attempt these are `attempt`, `status`, `duration` in milliseconds, `requestId`, `error`, a name, and `delay`, the
 * milliseconds until the next one; of the end of a call `metadata`, its `$metadata`, and `error`. No secret, stream key or token is among
 * them, nor inputs or outputs. What a method throws is ignored. pino shows `message` as its own with `messageKey: "message"`.
 */
export interface Logger {
  // biome-ignore-start lint/suspicious/noExplicitAny: loggers declare in their own ways what they take
  debug?: ((...content: any[]) => void) | undefined;
  info?: ((...content: any[]) => void) | undefined;
  warn?: ((...content: any[]) => void) | undefined;
  error?: ((...content: any[]) => void) | undefined;
  // biome-ignore-end lint/suspicious/noExplicitAny: loggers declare in their own ways what they take
}

/** The logger of one call. */
export class CallLog {
  readonly #logger;
  readonly #operation;

  constructor(logger: Logger | undefined, operation: string) {
    this.#logger = logger;
    this.#operation = operation;
  }

  /** Reports, if the logger has a function for that level. One that throws must not fail the call. */
  report(level: keyof Logger, describe: () => [message: string, facts?: object]): void {
    try {
      if (typeof this.#logger?.[level] !== "function") return;
      const [said, facts] = describe();
      const message = printable(`ivs-wasm: ${this.#operation}: ${said}`);
      this.#logger[level]({ message, commandName: `${this.#operation}Command`, ...facts });
    } catch {
      // The logger's own affair.
    }
  }
}
