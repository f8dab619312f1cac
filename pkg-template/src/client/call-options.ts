/** Options of one call. */
export interface CallOptions {
  /**
   * Ends the call, wherever it is: it rejects with the signal's reason, and nothing more is sent. It must be an `AbortSignal`, of whatever
   * declarations: the SDK's own have no more than the second type.
   */
  // biome-ignore lint/suspicious/noExplicitAny: `onabort` of the SDK's signal has a `this` of its own
  abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: any } | undefined;
  /** Milliseconds that an attempt may take, instead of the configuration's; 0 for no limit. */
  requestTimeout?: number | undefined;
}

/** Called with an error, or with `null` and the output. What it throws is ignored, as by `@aws-sdk/client-ivs`. */
// biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
export type Callback<Output = any> = (error: any, output?: Output) => void;

/** What a presigned URL of an operation does, and how long it is valid. */
export interface PresignedUrlOptions {
  /** The operation's input. It is checked as a call's is, and goes into the URL: whoever has the URL can read it. */
  params?: object | undefined;
  /** Seconds for which the URL is valid: whole, 1 to 604,800 (seven days); 3,600 where it is left out. */
  expiresIn?: number | undefined;
  /** The method that the URL is to be called with, instead of the operation's own. */
  httpMethod?: string | undefined;
}
