// The hand-written part of the declarations: what does not come from the model.

/** Credentials of an AWS principal. Temporary ones have a session token. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  /** When they end. A provider is asked anew five minutes before; without it, what it gave is kept for as long as the client lives. */
  expiration?: Date | undefined;
}

/**
 * Gives credentials, or a promise of them: any provider of `@aws-sdk/credential-providers` is one. It is called when a call needs
 * credentials and there are none, or they are about to expire, or the service says that they have. All calls that need them at that time wait
 * for the same answer; an error is not kept, and fails those calls with a `CredentialsError` that has it as its `cause`.
 */
export type CredentialsProvider = (request: {
  callerClientConfig: { region: () => Promise<string> };
}) => Credentials | Promise<Credentials>;

/**
 * Told of attempts, retries and left-out members: `console` will do. Each method gets a sentence and an object with the same facts. No secret,
 * stream key or token is among them. What a method throws is ignored.
 */
export interface Logger {
  debug?: ((...content: any[]) => void) | undefined;
  info?: ((...content: any[]) => void) | undefined;
  warn?: ((...content: any[]) => void) | undefined;
  error?: ((...content: any[]) => void) | undefined;
}

/** Configuration of a client. It is read once, by the first call. */
export interface IvsClientConfig {
  /** AWS region, such as `"us-west-2"`. Where there is an environment: `AWS_REGION`, then `AWS_DEFAULT_REGION`. */
  region?: string | undefined;
  /**
   * Who signs, or a function that says who. Where there is an environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and
   * `AWS_SESSION_TOKEN`. Never put long-lived keys into a page: whoever loads it can read them.
   */
  credentials?: Credentials | CredentialsProvider | undefined;
  /**
   * URL to call instead of the region's own endpoint: `http` or `https`, a host, and optionally a port and a path. Where there
   * is an environment: `AWS_ENDPOINT_URL_IVS`, then `AWS_ENDPOINT_URL`.
   */
  endpoint?: string | undefined;
  /** Call the region's FIPS endpoint. Not together with `endpoint`. */
  useFipsEndpoint?: boolean | undefined;
  /** Call the region's endpoint for IPv4 and IPv6. Not together with `endpoint`. */
  useDualstackEndpoint?: boolean | undefined;
  /** How many times a request is sent at most, the first included: 1 or more; 3 where it is left out. 1 turns retries off. */
  maxAttempts?: number | undefined;
  /**
   * `"standard"`, where it is left out, waits longer before each retry and stops retrying while most calls fail. `"adaptive"` also holds
   * requests back after the service has throttled some; it suits one client that does one kind of work.
   */
  retryMode?: "standard" | "adaptive" | undefined;
  /** Milliseconds that one attempt may take, its body included: 60,000 where it is left out; 0 for no limit. */
  requestTimeout?: number | undefined;
  /**
   * Milliseconds to add to the clock of this machine, which may be negative: 0 where it is left out. The client finds this out by itself
   * from the `Date` of each answer.
   */
  systemClockOffset?: number | undefined;
  /**
   * Sends the requests: called with a URL and `{ method, headers, body, signal, redirect }`. Where it is left out, the global `fetch` does;
   * in Node, unless somebody has replaced that, `node:http` and `node:https` do, which cost less. `globalThis.fetch` chooses `fetch` there.
   */
  fetch?: ((url: string, init: FetchInit) => Promise<FetchResponse>) | undefined;
  /**
   * In Node, opens the connections: an `Agent` of `node:https`, or of `node:http` where the endpoint begins so, or one for a proxy, such as
   * that of the package `https-proxy-agent`. Where it is left out, connections are kept alive and shared by all clients, at most 256 to an
   * origin, and `NODE_USE_ENV_PROXY=1` makes them go by the proxies that the environment names (Node 22.21, 24.5 and newer).
   * Of no use with `fetch`, nor elsewhere.
   */
  agent?: HttpAgent | undefined;
  /** Told what calls do. Nothing is, where it is left out. */
  logger?: Logger | undefined;
  /** Added to the `x-amz-user-agent` header, such as `"my-app/1.2"`: printable ASCII. */
  customUserAgent?: string | undefined;
  /** Only so that a configuration for `@aws-sdk/client-ivs` is one for this: the API has one version. */
  apiVersion?: string | undefined;
  /** Only so that a configuration for `@aws-sdk/client-ivs` is one for this: there is no middleware. */
  cacheMiddleware?: boolean | undefined;
}

/** An `Agent` of `node:http` or `node:https`, which these declarations do not ask you to have the types of. */
export interface HttpAgent {
  destroy(): unknown;
}

/** What `config.fetch` is called with. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Aborted when the attempt has taken too long, or the call was aborted. */
  signal?: AbortSignal;
  /** A signature is good for one host and path: what is elsewhere must not be asked with it. */
  redirect?: "manual";
}

/** What `config.fetch` must resolve to. A `Response` is one. */
export interface FetchResponse {
  status: number;
  headers: { get(name: string): string | null | undefined };
  text(): Promise<string> | string;
}

/** Options of one call. */
export interface CallOptions {
  /**
   * Ends the call, wherever it is: it rejects with the signal's reason, and nothing more is sent. It must be an `AbortSignal`, of whatever
   * declarations: the SDK's own have no more than the second type.
   */
  abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: any } | undefined;
  /** Milliseconds that an attempt may take, instead of the configuration's; 0 for no limit. */
  requestTimeout?: number | undefined;
}

/** Called with an error, or with `null` and the output. What it throws is ignored, as by `@aws-sdk/client-ivs`. */
export type Callback<Output = any> = (error: any, output?: Output) => void;

/** What a presigned URL of an operation does, and how long it is good for. */
export interface PresignedUrlOptions {
  /** The operation's input. It is checked as a call's is, and goes into the URL: whoever has the URL can read it. */
  params?: object | undefined;
  /** Seconds for which the URL is good: whole, 1 to 604,800 (seven days); 3,600 where it is left out. */
  expiresIn?: number | undefined;
  /** The method that the URL is to be called with, instead of the operation's own. */
  httpMethod?: string | undefined;
}

/** How a call went. */
export interface ResponseMetadata {
  /** HTTP status of the last attempt. */
  httpStatusCode?: number;
  /** Id under which AWS support finds the request. */
  requestId?: string;
  /** How many times the request was sent. */
  attempts?: number;
  /** Milliseconds waited between attempts. */
  totalRetryDelay?: number;
  /** IVS gives none. Other services of AWS do, and code that reads it is written for them all. */
  extendedRequestId?: string;
  /** IVS gives none, as above. */
  cfId?: string;
}

/** What every client does, whatever its operations. */
export declare class Client {
  constructor(config?: IvsClientConfig);
  /** The service's error classes by name, for `error instanceof client.exceptions.ConflictException`. */
  readonly exceptions: typeof import("./index.js").exceptions;
  /** Calls an operation by its name in the API, such as `"CreateChannel"`. */
  call(operation: string, input?: object, options?: CallOptions): Promise<any>;
  /**
   * Makes a URL that does what an operation does, once or more often until it expires, for somebody who has no credentials. Nothing is
   * sent. It is the URL that boto3's `generate_presigned_url` makes, but for booleans, structures and maps, which are JSON text, and
   * `tagKeys`, all of which are in it.
   *
   * It must be called as it was signed: with the operation's method (`POST`; `GET` for ListTagsForResource, `DELETE` for UntagResource)
   * or with `httpMethod`, with no body, and, where its `X-Amz-SignedHeaders` name it, with `content-type: application/json`:
   *
   * ```js
   * const url = await ivs.generatePresignedUrl("stopStream", { params: { channelArn }, expiresIn: 600 });
   * await fetch(url, { method: "POST", headers: { "content-type": "application/json" } });
   * ```
   *
   * @param operation its name in any of the forms `"listChannels"`, `"ListChannels"` and `"list_channels"`
   */
  generatePresignedUrl(operation: string, options?: PresignedUrlOptions): Promise<string>;
  /**
   * Sends a command, as `@aws-sdk/client-ivs` does. Members that the operation does not know are left out with a warning to the
   * logger, because code written for that SDK passes one call's answer into another. That SDK's own commands are accepted as well.
   */
  send<Input extends object, Output>(command: Command<Input, Output> | SdkCommand<Input, Output>, options?: CallOptions): Promise<Output>;
  send<Input extends object, Output>(command: Command<Input, Output> | SdkCommand<Input, Output>, callback: Callback<Output>): void;
  send<Input extends object, Output>(
    command: Command<Input, Output> | SdkCommand<Input, Output>,
    options: CallOptions | undefined,
    callback: Callback<Output>,
  ): void;
  /** Does nothing: there is nothing to close. It is here for code that was written for `@aws-sdk/client-ivs`. */
  destroy(): void;
  /** Whether an operation has pages. Its name may be spelt `listChannels`, `ListChannels` or `list_channels`. */
  canPaginate(operation: string): boolean;
  /**
   * Pages of an operation, as boto3's `get_paginator` gives them.
   * @throws {@link NotPageableError} if the operation has none
   */
  getPaginator<Name extends Spelling<keyof Pageable>>(operation: Name): OperationPaginator<Spelt<Name, keyof Pageable>>;
  /** The names that `getWaiter` knows. */
  readonly waiterNames: string[];
  /** Waits for a state, as boto3's `get_waiter` does. The name may be spelt `stream_live`, `streamLive` or `StreamLive`. */
  getWaiter<Name extends Spelling<keyof WaiterInputs>>(name: Name): Waiter<WaiterInputs[Spelt<Name, keyof WaiterInputs>]>;
}

/** An operation with its input, to be sent by a client. */
export declare class Command<Input extends object, Output> {
  constructor(input?: Input);
  readonly input: Input;
  /** Name in the API, such as `"CreateChannel"`. */
  readonly operation: string;
  /** Only for the compiler: what sending it resolves to. */
  private readonly output: Output;
}

/** What a command of `@aws-sdk/client-ivs` is to a compiler. */
export interface SdkCommand<Input extends object, Output> {
  readonly input: Input;
  resolveMiddleware(stack: any, configuration: any, options: any): (request: any) => Promise<{ output: Output }>;
}

/**
 * An error that the service answered with. Each error of the API has a class of its own; any other is an instance of this one,
 * with the service's code as its `name`.
 *
 * This and every error class of this package knows by `instanceof` what another copy of the package made, such as the one that `require`
 * loads beside the one that `import` loads.
 */
export declare class IvsServiceException extends Error {
  constructor(options?: {
    name?: string | undefined;
    message?: string | undefined;
    $fault?: "client" | "server" | undefined;
    $metadata?: ResponseMetadata | undefined;
    $retryable?: { readonly throttling?: boolean } | undefined;
    [member: string]: any;
  });
  /** Whether a value is one, as `instanceof` says. */
  static isInstance(value: unknown): value is IvsServiceException;
  /** Who caused it. What the client caused will fail again. */
  readonly $fault: "client" | "server";
  readonly $metadata: ResponseMetadata;
  /** There when the same request may succeed later, and was therefore retried; `throttling` when it came too soon after others. */
  readonly $retryable?: { readonly throttling?: boolean };
}

/** One thing that is wrong with an input. */
export interface Problem {
  /** Where, such as `input.tags["a"]`. */
  path: string;
  /** What is wrong, and what is wanted instead. */
  message: string;
}

/** The input, the configuration or another argument is wrong. Nothing was sent. */
export declare class ParamValidationError extends Error {
  readonly name: "ParamValidationError";
  constructor(message: string, problems?: Problem[]);
  /** All that is wrong. */
  readonly problems: Problem[];
}

/** There are no credentials, or they are malformed. Nothing was sent. */
export declare class CredentialsError extends Error {
  readonly name: "CredentialsError";
}

/** The request or its answer was lost on the way; `cause` is what the transport threw. */
export declare class NetworkError extends Error {
  readonly name: "NetworkError";
  /** How many attempts were lost. */
  readonly $metadata?: ResponseMetadata;
}

/**
 * No answer came within the time that an attempt may take (`requestTimeout`), in any of the attempts. The reason that
 * `AbortSignal.timeout()` gives, a `DOMException` with this name, counts as an instance.
 */
export declare class TimeoutError extends Error {
  readonly name: "TimeoutError";
  /** How many attempts there were. A signal's reason and a waiter's error have none. */
  readonly $metadata?: ResponseMetadata;
}

/**
 * The call was aborted by a signal that gives no reason of its own. A signal's reason is what an aborted call rejects with; the reason that
 * `AbortController.abort()` gives by itself, a `DOMException` with this name, counts as an instance.
 */
export declare class AbortError extends Error {
  readonly name: "AbortError";
}

/**
 * The wasm could not be compiled, and nothing was sent: the page's Content-Security-Policy does not allow `'wasm-unsafe-eval'`, or the runtime
 * has no WebAssembly. `cause` is what the engine threw. The next call tries again.
 */
export declare class WebAssemblyError extends Error {
  readonly name: "WebAssemblyError";
}

/** A request to any AWS service. */
export interface RequestToSign {
  /** `"GET"` where it is left out. */
  method?: string | undefined;
  /** Absolute `http` or `https` URL. It is signed as `fetch` will send it; a fragment is dropped. */
  url: string | URL;
  /** An object, a `Headers`, or pairs. All but those that proxies change are signed. */
  headers?: Record<string, string> | Iterable<readonly [string, string]> | undefined;
  /** At most 64 MiB. */
  body?: string | Uint8Array | ArrayBuffer | undefined;
}

/** How a request is signed. The defaults are right for every service but S3. */
export interface SignOptions {
  credentials: Credentials;
  /** Region of the service, such as `"us-west-2"`. */
  region: string;
  /** Signing name of the service, such as `"ivs"`. */
  service: string;
  /** Time of the signature, as a `Date` or in milliseconds since 1970; now where it is left out. */
  date?: Date | number | undefined;
  /** Resolve `.`, `..` and empty segments of the path before signing; `true` where it is left out. S3: `false`. */
  normalizePath?: boolean | undefined;
  /** Encode the path once more before signing; `true` where it is left out. S3: `false`. */
  doubleEncodePath?: boolean | undefined;
  /** Sign the session token; `true` where it is left out. With `false` it is only added. */
  signSessionToken?: boolean | undefined;
  /** Sign the body; `true` where it is left out. With `false` the signature holds for any body. */
  signBody?: boolean | undefined;
  /** Add `x-amz-content-sha256`; `false` where it is left out. S3: `true`. */
  contentSha256Header?: boolean | undefined;
}

/** How a URL is presigned. */
export interface PresignOptions extends SignOptions {
  /** Seconds for which the URL is good: 1 to 604,800 (seven days); 3,600 where it is left out. */
  expiresIn?: number | undefined;
}

/** A signed request, ready for `fetch(url, { method, headers, body })`. */
export interface SignedRequest {
  method: string;
  url: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body?: string | Uint8Array | ArrayBuffer | undefined;
}

/** Signs a request to any AWS service in its headers. */
export declare function signRequest(request: RequestToSign, options: SignOptions): Promise<SignedRequest>;

/** Signs a request to any AWS service in its query and resolves to the URL. */
export declare function presignRequest(request: RequestToSign, options: PresignOptions): Promise<string>;

// Pages and waiters

type Pageable = import("./index.js").PageableOperations;

type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Name;

/** The ways to spell a name: `ListChannels`, `listChannels`, `list_channels`. */
export type Spelling<Name extends string> = Name extends string ? Name | Uncapitalize<Name> | Snake<Uncapitalize<Name>> : never;

/** Which of the names it is that is spelt so. */
export type Spelt<Name extends string, Names extends string> = Names extends string ? (Name extends Spelling<Names> ? Names : never) : never;

/** How `paginateListChannels` and its like do. */
export interface PaginationConfiguration {
  /** Who sends: an `IvsClient`. */
  client: Pick<Client, "send">;
  /** Items in a page, where the input has no `maxResults`. */
  pageSize?: number | undefined;
  /** The `nextToken` to begin with. */
  startingToken?: any;
  /** End when a token comes that came before, instead of raising a {@link PaginationError}. */
  stopOnSameToken?: boolean | undefined;
  /** Called with each command before it is sent; what it returns is sent instead. */
  withCommand?: ((command: any) => any) | undefined;
}

/** How `paginateListChannels` and its like do. */
export interface IvsPaginationConfiguration extends PaginationConfiguration {}

/** Pages, one after the other. Leave the loop, and no more are asked for. */
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;

/** What `getPaginator` returns. */
export interface OperationPaginator<Operation extends keyof Pageable> {
  /**
   * The pages of a listing, cut as boto3 cuts them: `for await (const page of paginator.paginate())`.
   * @throws {@link ParamValidationError} if a setting is wrong
   */
  paginate(
    ...parameters: {} extends Pageable[Operation]["input"]
      ? [input?: PaginatedInput<Operation>, options?: CallOptions]
      : [input: PaginatedInput<Operation>, options?: CallOptions]
  ): PageIterable<Operation>;
}

/** The operation's own input, and how to page. */
export type PaginatedInput<Operation extends keyof Pageable> = Pageable[Operation]["input"] & { PaginationConfig?: PaginationConfig | undefined };

/** How boto3's paginators page. Whole numbers may be given as text. */
export interface PaginationConfig {
  /** Items in all; the page that goes beyond is cut. Left out: all that there are. */
  MaxItems?: number | string | undefined;
  /** Items that the service is asked for at a time, its `maxResults`. */
  PageSize?: number | string | undefined;
  /** Where to begin: a `resumeToken` or `NextToken`, made here or by boto3, or a `nextToken` of the service. */
  StartingToken?: string | undefined;
}

/** The pages of a listing. Each loop over them begins anew. */
export interface PageIterable<Operation extends keyof Pageable> extends AsyncIterable<Pageable[Operation]["output"]> {
  /** The `StartingToken` of what `MaxItems` left of the latest loop; `undefined` where it left nothing. boto3 takes it as well. */
  readonly resumeToken: string | undefined;
  /** All items in one object, and as `NextToken` the `resumeToken`. */
  buildFullResult(): Promise<
    Pick<Pageable[Operation]["output"], Pageable[Operation]["items"] & keyof Pageable[Operation]["output"]> & { NextToken?: string }
  >;
}

/** The operation has no pages; the message says which have. */
export declare class NotPageableError extends Error {
  readonly name: "NotPageableError";
}

/** A listing got the same `nextToken` twice, and would go on for ever. */
export declare class PaginationError extends Error {
  readonly name: "PaginationError";
}

/** What a waiter is told, by the waiter's name. */
export interface WaiterInputs {
  /** `GetRecordingConfiguration` tells of the state `ACTIVE`. It fails at once with `CREATE_FAILED`. */
  RecordingConfigurationActive: import("./index.js").GetRecordingConfigurationCommandInput;
  /** `GetStream` tells of the state `LIVE`. */
  StreamLive: import("./index.js").GetStreamCommandInput;
  /** `GetStream` fails with `ChannelNotBroadcasting`, as nothing is on air. */
  StreamOffline: import("./index.js").GetStreamCommandInput;
}

/** What `getWaiter` returns. */
export interface Waiter<Input extends object> {
  /**
   * Resolves once the state is the one that is waited for.
   * @throws {@link WaiterError} if it did not come in so many attempts, cannot come any more, or the service refuses to tell
   */
  wait(input: Input & { WaiterConfig?: WaiterConfig | undefined }, options?: CallOptions): Promise<void>;
}

/** How long boto3's waiters wait. */
export interface WaiterConfig {
  /** Seconds between attempts. Default: 5. */
  Delay?: number | undefined;
  /** Attempts in all. Default: 60. */
  MaxAttempts?: number | undefined;
}

/** What was waited for did not come, or cannot come any more. */
export declare class WaiterError extends Error {
  readonly name: "WaiterError";
  constructor(waiter: string, reason: string, lastResponse?: unknown);
  readonly reason: string;
  /** The last answer, or the error that was it. */
  readonly lastResponse: unknown;
}

/** How long `waitUntilStreamLive` and its like wait. Times are in seconds. */
export interface WaiterConfiguration<Client> {
  /** Who asks: an `IvsClient`. */
  client: Client;
  /** Time after which it fails with a {@link TimeoutError}. */
  maxWaitTime: number;
  /** Least time between attempts. Default: 2. */
  minDelay?: number | undefined;
  /** Greatest time between attempts; the delay grows from `minDelay` to it. Default: 120. */
  maxDelay?: number | undefined;
  /** Ends the waiting, wherever it is: it rejects with the signal's reason. */
  abortSignal?: AbortSignal | undefined;
  /** @deprecated Give its `signal` as `abortSignal`. */
  abortController?: { signal: AbortSignal } | undefined;
}

/** How a waiter ended. */
export interface WaiterResult<Reason = any> {
  /** `SUCCESS`: it rejects in any other case. */
  state: WaiterState;
  /** The answer, or the service's error, that says so. */
  reason?: Reason;
  /** The same. */
  final?: Reason;
}

/** How a waiter ended, or would go on. */
export declare const WaiterState: {
  readonly ABORTED: "ABORTED";
  readonly FAILURE: "FAILURE";
  readonly RETRY: "RETRY";
  readonly SUCCESS: "SUCCESS";
  readonly TIMEOUT: "TIMEOUT";
};
export type WaiterState = (typeof WaiterState)[keyof typeof WaiterState];

/** Waits until `GetRecordingConfiguration` tells of the state `ACTIVE`. `CREATE_FAILED` is a {@link WaiterError} at once. */
export declare const waitUntilRecordingConfigurationActive: (
  config: WaiterConfiguration<Pick<Client, "send">>,
  input: WaiterInputs["RecordingConfigurationActive"],
) => Promise<WaiterResult>;

/** Waits until `GetStream` tells of the state `LIVE`; until then, `ChannelNotBroadcasting` is what it is told. */
export declare const waitUntilStreamLive: (
  config: WaiterConfiguration<Pick<Client, "send">>,
  input: WaiterInputs["StreamLive"],
) => Promise<WaiterResult>;

/** Waits until `GetStream` fails with `ChannelNotBroadcasting`, as nothing is on air. */
export declare const waitUntilStreamOffline: (
  config: WaiterConfiguration<Pick<Client, "send">>,
  input: WaiterInputs["StreamOffline"],
) => Promise<WaiterResult>;
