import type { Credentials } from "../credentials/credentials-provider.js";

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
  /** Seconds for which the URL is valid: 1 to 604,800 (seven days); 3,600 where it is left out. */
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
