// One call through a middleware stack. The WebAssembly decides on attempts, signs them and reads their answers; the client's own middleware
// connects that with the steps, at the places where AWS's SDK does the same:
//
//   initialize > serializerMiddleware > build > retryMiddleware > finalizeRequest > httpSigningMiddleware > deserializerMiddleware > fetch
//
// `serializerMiddleware` begins the call, which calls a transport for each attempt. The first goes on to `build` with its request, and each
// to `finalizeRequest`; what `deserializerMiddleware` resolves to or throws is how the WebAssembly reads the answer.
import type { Caller } from "../call/caller.js";
import { argumentError, callError, type Failure, isFailure } from "../call/failure.js";
import type { FetchResponse } from "../call/response.js";
import type { Provided } from "../call/settled.js";
import type { ServiceDefinition } from "../client.js";
import type { FetchInit, Settings, Transport } from "../config.js";
import { signOnce } from "../signing/sign.js";
import {
  type HttpRequest,
  type HttpResponse,
  headOf,
  type Received,
  receive,
  toFetch,
  toFetchResponse,
  toHttpRequest,
} from "./http-message.js";

/** The headers that a signature adds, of which the first is made of all others. */
const SIGNATURE_HEADERS = ["authorization", "x-amz-date", "x-amz-security-token"];

/** The member of arguments that has their attempt. Middleware that makes arguments of its own leaves it out. */
const ATTEMPT = Symbol("attempt");

/** What middleware is called with. */
export interface Arguments {
  input: object;
  request: HttpRequest;
  [ATTEMPT]?: Attempt;
}

/** What it resolves to. */
export interface Result {
  response: unknown;
  output: unknown;
}

export type Next = (args: Arguments) => Promise<Result>;

/** Begins a call: resolves to its output. */
export type Begin = (call: MiddlewareCall, input: object) => Promise<unknown>;

/** A promise and what settles it. */
class Deferred<Value> {
  declare resolve: (value: Value) => void;
  declare reject: (thrown: unknown) => void;
  readonly promise: Promise<Value>;

  constructor() {
    this.promise = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
    // There may be nobody left to hear of it.
    this.promise.catch(() => {});
  }
}

/** An attempt, as the WebAssembly made and signed it. */
class Attempt {
  readonly init: FetchInit;
  readonly request: HttpRequest;
  /** What its transport resolves to. */
  readonly answer = new Deferred<FetchResponse>();
  /** The output, or the error of this attempt. */
  readonly outcome = new Deferred<unknown>();
  /** Whether `retryMiddleware` has been reached, `httpSigningMiddleware`, and `deserializerMiddleware`. */
  isPrepared = false;
  isSigned = false;
  isSent = false;
  /** Whether there is another attempt after this. */
  isRetried = false;
  received: Received | undefined;
  /** What the real transport threw. */
  lost: unknown;

  constructor(url: string, init: FetchInit) {
    this.init = init;
    this.request = toHttpRequest(url, init);
  }

  /** Middleware may go on with an attempt that took too long, or whose call was aborted. Nothing of it is to be sent. */
  refuseIfOver(): void {
    const { signal } = this.init;
    if (signal?.aborted) throw signal.reason;
  }
}

/** A call of an operation, from `serialize` on. */
export class MiddlewareCall {
  readonly operation: string;
  readonly options: unknown;
  readonly isStrict: boolean;
  #caller: Caller | undefined;
  #service: ServiceDefinition | undefined;
  #settings: Settings | undefined;
  #attempt: Attempt | undefined;
  /** Goes on with an attempt. */
  #proceed: (attempt: Attempt) => void = () => {};
  /** Rejects what waits for the call, where no attempt does. */
  #reject: (thrown: unknown) => void = () => {};

  constructor(operation: string, options: unknown, isStrict: boolean) {
    this.operation = operation;
    this.options = options;
    this.isStrict = isStrict;
  }

  /** The client's settings, with what this takes the place of. */
  settings(settings: Settings): Settings {
    this.#settings = settings;
    return { ...settings, fetch: this.#send, attemptFailed: (errorName) => this.#attemptFailed(errorName) };
  }

  /** The call has begun. */
  connect(caller: Caller, service: ServiceDefinition): void {
    this.#caller = caller;
    this.#service = service;
  }

  /** What a client's own middleware does. */
  async run(name: string, begin: Begin, next: Next, args: Arguments): Promise<Result> {
    if (name === "serializer") return this.#serialize(begin, next, args);
    const attempt = args[ATTEMPT] ?? this.#attempt;
    if (name === "retry" && attempt) return this.#retry(next, args, attempt);
    if (name === "httpSigning" && attempt) return this.#sign(next, args, attempt);
    if (name === "deserializer" && attempt) return this.#deserialize(next, args, attempt);
    return next(args);
  }

  /** Begins the call. */
  async #serialize(begin: Begin, next: Next, args: Arguments): Promise<Result> {
    const result = new Deferred<Result>();
    this.#reject = result.reject;
    this.#proceed = async ({ request }) => {
      const headers = { ...request.headers };
      for (const name of SIGNATURE_HEADERS) delete headers[name];
      try {
        result.resolve(await next({ ...args, request: { ...request, headers } }));
      } catch (thrown) {
        result.reject(thrown);
      }
    };
    void this.#run(begin, args.input);
    try {
      return await result.promise;
    } finally {
      // Middleware may have answered by itself.
      this.#caller?.end();
    }
  }

  async #run(begin: Begin, input: object): Promise<void> {
    try {
      const output = await begin(this, input);
      this.#attempt?.outcome.resolve(output);
    } catch (thrown) {
      if (this.#attempt?.isSent) this.#attempt.outcome.reject(thrown);
      else this.#reject(thrown);
    }
  }

  /** What the call sends with. */
  readonly #send = (url: string, init: FetchInit): Promise<FetchResponse> => {
    this.#attempt = new Attempt(url, init);
    this.#proceed(this.#attempt);
    return this.#attempt.answer.promise;
  };

  /** Goes on with each attempt, and resolves to the result of the last. */
  async #retry(next: Next, args: Arguments, first: Attempt): Promise<Result> {
    const result = new Deferred<Result>();
    this.#reject = result.reject;
    this.#proceed = async (attempt) => {
      attempt.isPrepared = true;
      const headers = { ...args.request.headers };
      for (const name of ["amz-sdk-request", ...SIGNATURE_HEADERS]) {
        const value = attempt.request.headers[name];
        if (value) headers[name] = value;
      }
      try {
        result.resolve(await next({ ...args, request: { ...args.request, headers }, [ATTEMPT]: attempt }));
      } catch (thrown) {
        if (!attempt.isRetried) result.reject(thrown);
      }
    };
    this.#proceed(first);
    return result.promise;
  }

  #attemptFailed(code = ""): void {
    const [attempt, caller, service] = [this.#attempt, this.#caller, this.#service];
    if (!attempt || !caller || !service) return;
    const answer = caller.last?.kind === "answered" ? caller.last : undefined;
    const { message = "" } = (answer?.body ?? {}) as { message?: string };
    const retryable = /thrott|toomany|limit|slowdown/i.test(code) ? "throttling" : "transient";
    const failure: Failure = answer ? { kind: "service", code, message, retryable } : { kind: "lost" };
    attempt.isRetried = true;
    attempt.outcome.reject(callError(failure, caller, service));
  }

  /** Signs a request that is not as it was signed, unless middleware has signed it. */
  async #sign(next: Next, args: Arguments, attempt: Attempt): Promise<Result> {
    attempt.refuseIfOver();
    attempt.isSigned = attempt.isPrepared;
    const signed = toFetch(attempt.request);
    const request = toFetch(args.request);
    if (JSON.stringify(request) === JSON.stringify(signed)) return next(args);
    const [url, { headers, method, body }] = request;
    const { authorization = "", "x-amz-date": time = "" } = signed[1].headers;
    if (headers.authorization !== authorization) return next(args);
    const [, region = "", service = ""] = /([^/]*)\/([^/]*)\/aws4_request/.exec(authorization) ?? [];
    // As the client's clock has it.
    const date = Date.parse(time.replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5"));
    for (const name of SIGNATURE_HEADERS) delete headers[name];
    const credentials = this.#settings?.credentials.latest as Provided;
    try {
      Object.assign(headers, signOnce({ credentials, region, service }, headOf(method, url, headers), body, date));
    } catch (thrown) {
      throw isFailure(thrown) ? argumentError(thrown) : thrown;
    }
    return next({ ...args, request: { ...args.request, headers } });
  }

  /** Has the answer read. */
  async #deserialize(next: Next, args: Arguments, attempt: Attempt): Promise<Result> {
    attempt.refuseIfOver();
    if (attempt.isSent)
      throw new Error("middleware called `next` twice: the client makes other attempts by itself, see `maxAttempts`");
    attempt.isSent = true;
    let response: unknown;
    try {
      ({ response } = (await Promise.race([next(args), attempt.outcome.promise])) as Result);
      attempt.answer.resolve(toFetchResponse(response as HttpResponse, attempt.received));
    } catch (thrown) {
      // What middleware throws is not the network's, and ends the call.
      if (thrown !== attempt.lost) throw thrown;
      attempt.answer.reject(thrown);
    }
    return { response, output: await attempt.outcome.promise };
  }

  /** Behind all middleware. */
  async handle({ request, [ATTEMPT]: own }: Arguments): Promise<{ response: unknown }> {
    const attempt = own ?? this.#attempt;
    attempt?.refuseIfOver();
    if (!attempt?.isSigned || !attempt.isSent)
      throw new Error("the client's own middleware was removed from its stack, without which it cannot send");
    const [url, init] = toFetch(request);
    try {
      const transport = this.#settings?.fetch ?? (fetch as Transport);
      attempt.received = await receive(await transport(url, { ...attempt.init, ...init }));
      return attempt.received;
    } catch (thrown) {
      attempt.lost = thrown;
      throw thrown;
    }
  }
}
