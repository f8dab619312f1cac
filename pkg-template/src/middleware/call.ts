// One call through a middleware stack. The WebAssembly decides on attempts, signs them and reads their answers; the client's own middleware
// connects that with the steps, at the places where AWS's SDK does the same:
//
//   initialize > serializerMiddleware > build > retryMiddleware > finalizeRequest > httpSigningMiddleware > deserializerMiddleware > fetch
//
// `serializerMiddleware` begins the call, which calls a transport for each attempt. The first goes on to `build` with its request, and each
// to `finalizeRequest`; what `deserializerMiddleware` resolves to or throws is how the WebAssembly reads the answer.
import type { Caller, CallerSettings } from "../call/caller.js";
import { callError, type Failure } from "../call/failure.js";
import { AbortError } from "../errors/client-errors.js";
import type { FetchResponse } from "../call/response.js";
import type { ServiceDefinition } from "../client.js";
import type { FetchInit, Settings, Transport } from "../config.js";
import type { Credentials } from "../credentials.js";
import { type HttpRequest, type HttpResponse, type Received, receive, toFetch, toFetchResponse, toHttpRequest } from "./http-message.js";
import { SIGNATURE_HEADERS, signAgain } from "./sign-again.js";

export interface Arguments {
  input: object;
  request: HttpRequest;
}
export interface Result {
  response: unknown;
  output: unknown;
}
/** Begins the call: resolves to its output. */
export type Begin = (call: MiddlewareCall, input: object) => Promise<unknown>;

export type Next = (args: Arguments) => Promise<Result>;

/** A promise and what settles it. */
class Deferred<Value> {
  declare resolve: (value: Value) => void;
  declare reject: (thrown: unknown) => void;
  readonly promise = new Promise<Value>((resolve, reject) => {
    this.resolve = resolve;
    this.reject = reject;
  });
}

/** Ends a call that middleware has answered or failed by itself. */
export const ANSWERED = new AbortError("middleware ended the call");

/** An attempt, as the WebAssembly made and signed it. */
class Attempt {
  readonly init: FetchInit;
  readonly request: HttpRequest;
  /** What its transport resolves to. */
  readonly answer = new Deferred<FetchResponse>();
  /** The output, or the error of this attempt. */
  readonly outcome = new Deferred<unknown>();
  /** Whether `deserializerMiddleware` has been reached. */
  isSent = false;
  /** Whether there will be another. */
  isRetried = false;
  received: Received | undefined;
  lost: unknown;

  constructor(url: string, init: FetchInit) {
    this.init = init;
    this.request = toHttpRequest(url, init);
    // There may be nobody left to hear of it.
    this.outcome.promise.catch(() => {});
  }
}

/** A call of an operation, from `serialize` on. */
export class MiddlewareCall {
  readonly operation: string;
  readonly options: unknown;
  readonly isStrict: boolean;
  #service: ServiceDefinition | undefined;
  #settings: Settings | undefined;
  #caller: Caller | undefined;
  #attempt: Attempt | undefined;
  /** Goes on with an attempt from `finalizeRequest`. */
  #send: ((attempt: Attempt) => void) | undefined;
  /** Rejects what waits for the call, where no attempt does. */
  #reject: (thrown: unknown) => void = () => {};

  constructor(operation: string, options: unknown, isStrict: boolean) {
    this.operation = operation;
    this.options = options;
    this.isStrict = isStrict;
  }

  /** The client connects it with its settings, and gets those for the call's {@link Caller}. */
  connect(settings: Settings, service: ServiceDefinition): CallerSettings {
    this.#settings = settings;
    this.#service = service;
    return { ...settings, fetch: this.#transport, attemptFailed: (name) => this.#attemptFailed(name) };
  }

  /** The call has begun. */
  set caller(caller: Caller) {
    this.#caller = caller;
  }

  /** `serializerMiddleware`: begins the call. */
  async serialize(begin: Begin, next: Next, args: Arguments): Promise<Result> {
    const result = new Deferred<Result>();
    this.#reject = result.reject;
    this.#send = async ({ request }) => {
      const headers = { ...request.headers };
      for (const name of SIGNATURE_HEADERS) delete headers[name];
      try {
        result.resolve(await next({ ...args, request: { ...request, headers } }));
      } catch (thrown) {
        result.reject(thrown);
      }
    };
    begin(this, args.input).then(
      (output) => this.#attempt?.outcome.resolve(output),
      (thrown) => (this.#attempt?.isSent ? this.#attempt.outcome.reject : this.#reject)(thrown),
    );
    try {
      return await result.promise;
    } finally {
      // Middleware may have answered by itself.
      this.#caller?.instanceFailed(ANSWERED);
    }
  }

  readonly #transport: Transport = (url, init) => {
    this.#attempt = new Attempt(url, init);
    this.#send?.(this.#attempt);
    return this.#attempt.answer.promise;
  };

  /** `retryMiddleware`: goes on with each attempt, and resolves to the result of the last. */
  retry(next: Next, args: Arguments): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      this.#send = async (attempt) => {
        const headers = { ...args.request.headers };
        for (const name of [...SIGNATURE_HEADERS, "amz-sdk-request"]) {
          const value = attempt.request.headers[name];
          if (value) headers[name] = value;
        }
        try {
          resolve(await next({ ...args, request: { ...args.request, headers } }));
        } catch (thrown) {
          if (!attempt.isRetried) reject(thrown);
        }
      };
      this.#send(this.#attempt as Attempt);
    });
  }

  /** An attempt failed, and there will be another. */
  #attemptFailed(code = ""): void {
    const [attempt, caller] = [this.#attempt, this.#caller];
    if (!attempt || !caller || !this.#service) return;
    const { last } = caller;
    const { message = "" } = (last?.kind === "answered" ? last.body : undefined) as { message?: string } ?? {};
    const retryable = /thrott|toomany|limit|slowdown/i.test(code) ? "throttling" : "transient";
    const failure: Failure = last?.kind === "answered" ? { kind: "service", code, message, retryable } : { kind: "lost" };
    attempt.isRetried = true;
    attempt.outcome.reject(callError(failure, caller, this.#service));
  }

  /** `httpSigningMiddleware`: signs a request that is not as it was signed. */
  async sign(next: Next, args: Arguments): Promise<Result> {
    const { request } = this.#attempt as Attempt;
    const [url, init] = toFetch(args.request);
    const [signedUrl, signedInit] = toFetch(request);
    const isSame = JSON.stringify([url, init]) === JSON.stringify([signedUrl, signedInit]);
    // Middleware may sign by itself.
    if (isSame || init.headers["authorization"] !== request.headers["authorization"]) return next(args);
    await signAgain(url, init, this.#settings?.credentials.latest as Credentials);
    return next({ ...args, request: { ...args.request, headers: init.headers } });
  }

  /** `deserializerMiddleware`: has the answer read. */
  async deserialize(next: Next, args: Arguments): Promise<Result> {
    const attempt = this.#attempt as Attempt;
    if (attempt.isSent) throw new Error("middleware called `next` twice: the client makes other attempts by itself, see `maxAttempts`");
    attempt.isSent = true;
    let response: unknown;
    try {
      ({ response } = (await Promise.race([next(args), attempt.outcome.promise])) as Result);
      attempt.answer.resolve(toFetchResponse(response as HttpResponse, attempt.received));
    } catch (thrown) {
      if (thrown !== attempt.lost) throw thrown;
      attempt.answer.reject(thrown);
    }
    return { response, output: await attempt.outcome.promise };
  }

  /** Behind all middleware. */
  async handle({ request }: Arguments): Promise<{ response: unknown }> {
    const attempt = this.#attempt as Attempt;
    const [url, init] = toFetch(request);
    const transport = this.#settings?.fetch ?? (globalThis.fetch as Transport);
    try {
      attempt.received = await receive(await transport(url, { ...attempt.init, ...init }));
      return attempt.received;
    } catch (thrown) {
      attempt.lost = thrown;
      throw thrown;
    }
  }
}
