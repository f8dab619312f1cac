// The hand-written part of the declarations: what does not come from the model.

/** Credentials of an AWS principal. Temporary ones have a session token. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
}

/** Configuration of a client. It is read once, by the first call. */
export interface IvsClientConfig {
  /** AWS region, such as `"us-west-2"`. Where there is an environment: `AWS_REGION`, then `AWS_DEFAULT_REGION`. */
  region?: string | undefined;
  /**
   * Who signs. Where there is an environment: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY` and `AWS_SESSION_TOKEN`. Never put
   * long-lived keys into a page: whoever loads it can read them.
   */
  credentials?: Credentials | undefined;
  /**
   * URL to call instead of the region's own endpoint: `http` or `https`, a host, and optionally a port and a path. Where there
   * is an environment: `AWS_ENDPOINT_URL_IVS`, then `AWS_ENDPOINT_URL`.
   */
  endpoint?: string | undefined;
  /** Call the region's FIPS endpoint. Not together with `endpoint`. */
  useFipsEndpoint?: boolean | undefined;
  /** Call the region's endpoint for IPv4 and IPv6. Not together with `endpoint`. */
  useDualstackEndpoint?: boolean | undefined;
  /** Called instead of the global `fetch`, with a URL and `{ method, headers, body }`. */
  fetch?: ((url: string, init: FetchInit) => Promise<FetchResponse>) | undefined;
  /** Told of members that `send` leaves out. `console` will do. */
  logger?: { warn?: (message: string) => void } | undefined;
  /** Added to the `x-amz-user-agent` header, such as `"my-app/1.2"`. */
  customUserAgent?: string | undefined;
}

/** What `config.fetch` is called with. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** What `config.fetch` must resolve to. A `Response` is one. */
export interface FetchResponse {
  status: number;
  headers: { get(name: string): string | null | undefined };
  text(): Promise<string> | string;
}

/** Options of one call. */
export interface CallOptions {
  /** Ends the call, wherever it is: it rejects with the signal's reason, and nothing more is sent. */
  abortSignal?: AbortSignal | undefined;
  /** Milliseconds that an attempt may take, instead of the configuration's. */
  requestTimeout?: number | undefined;
}

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
  httpStatusCode?: number | undefined;
  /** Id under which AWS support finds the request. */
  requestId?: string | undefined;
  /** How many times the request was sent. */
  attempts?: number | undefined;
  /** Milliseconds waited between attempts. */
  totalRetryDelay?: number | undefined;
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
   * logger, because code written for that SDK passes one call's answer into another.
   */
  send<Input extends object, Output>(command: Command<Input, Output>, options?: CallOptions): Promise<Output>;
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

/**
 * An error that the service answered with. Each error of the API has a class of its own; any other is an instance of this one,
 * with the service's code as its `name`.
 */
export declare class IvsServiceException extends Error {
  constructor(options?: {
    name?: string;
    message?: string;
    $fault?: "client" | "server";
    $metadata?: ResponseMetadata;
    [member: string]: unknown;
  });
  /** Who caused it. What the client caused will fail again. */
  readonly $fault: "client" | "server";
  readonly $metadata: ResponseMetadata;
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
  constructor(message: string, problems?: Problem[]);
  /** All that is wrong. */
  readonly problems: Problem[];
}

/** There are no credentials, or they are malformed. Nothing was sent. */
export declare class CredentialsError extends Error {}

/** The request or its answer was lost on the way; `cause` is what the transport threw. */
export declare class NetworkError extends Error {}

/** No answer came within the time that an attempt may take (`requestTimeout`), in any of the attempts. */
export declare class TimeoutError extends Error {}

/**
 * The call was aborted by a signal that gives no reason of its own. A signal's reason is what an aborted call rejects with, and the
 * reason that `AbortController.abort()` gives by itself is a `DOMException` with this name.
 */
export declare class AbortError extends Error {}

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
