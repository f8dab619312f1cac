/** What `config.fetch` is called with. */
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  /** Aborted when the attempt has taken too long, or the call was aborted. */
  signal?: AbortSignal;
  /** A signature is valid for one host and path, so the request must not be repeated elsewhere. */
  redirect?: "manual";
}

/** What `config.fetch` must resolve to. A `Response` is one. */
export interface FetchResponse {
  status: number;
  headers: { get(name: string): string | null | undefined };
  text(): Promise<string> | string;
}

/** Sends a request. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchResponse>;

/** An `Agent` of `node:http` or `node:https`, whose types these declarations do not require. */
export interface HttpAgent {
  destroy(): unknown;
}
