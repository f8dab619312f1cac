// What an awaited step of a call came to, as the wasm reads it (`src/client/settled.rs`).

/** What a step of a call came to. */
export type Settled = Provided | Answered | Lost | { kind: "waited" } | Ended;

/** Credentials. */
export interface Provided {
  kind: "credentials";
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken: string | undefined;
  /** When they expire, in milliseconds since 1970; `undefined` if they do not say. */
  expiration: number | undefined;
}

/** A response that was read to its end. */
export interface Answered {
  kind: "answered";
  status: number;
  /** The `date` header in milliseconds since 1970, or NaN. */
  date: number;
  /** Whether it has an `age` header. */
  isFromCache: boolean;
  errorType: string | undefined;
  xAmzRetryAfter: string | undefined;
  retryAfter: string | undefined;
  /** The `retry-after` header as a date in milliseconds since 1970, or NaN. */
  retryAfterDate: number;
  /** The body parsed, if it is a JSON object. */
  body: object | undefined;
  /** The body as it came. */
  text: string;
  /** The value of a header, cut off where it is absurdly long. */
  header(name: string): string | undefined;
}

/** The request or its answer was lost. */
export interface Lost {
  kind: "disconnected" | "timedOut" | "notAResponse";
  thrown: unknown;
}

/** The call was aborted, or there are no credentials. */
export interface Ended {
  kind: "ended";
  thrown: unknown;
  /** It is the reason of a signal, which is not to be replaced. */
  isReason?: true;
}
