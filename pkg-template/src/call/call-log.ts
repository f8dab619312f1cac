// What a call reports to the configured logger.

/**
 * Told of attempts, retries and left-out members: `console` will do. Each method gets a sentence and an object with the same facts. No
 * secret, stream key or token is among them. What a method throws is ignored.
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
      const [message, facts] = describe();
      this.#logger[level](`ivs-wasm: ${this.#operation}: ${message}`, { operation: this.#operation, ...facts });
    } catch {
      // The logger's own affair.
    }
  }
}
