// The signer for any AWS service.
import { argumentError, isFailure } from "../call/failure.js";
import type { Credentials } from "../credentials.js";
import { CredentialsError } from "../errors/client-errors.js";
import { type Body, presign, setSigner, sign } from "../ivs_wasm.js";
import { field, flag, invalid, object, text } from "../read.js";
import { readCredentials } from "../read-credentials.js";
import { enter, instanceNumber, load } from "../wasm/instance.js";
import { hash, hashable } from "./payload.js";
import { headOf, type ReadRequest, type RequestToSign, readRequest } from "./request.js";

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
  /** Sign the body; `true` where it is left out. With `false` the signature is valid for any body. */
  signBody?: boolean | undefined;
  /** Add `x-amz-content-sha256`; `false` where it is left out. S3: `true`. */
  contentSha256Header?: boolean | undefined;
}

/** How a URL is presigned. */
export interface PresignOptions extends SignOptions {
  /** Seconds for which the URL is valid: 1 to 604,800 (seven days); 3,600 where it is left out. */
  expiresIn?: number | undefined;
}

/** A request with its signature, as `fetch` takes it: `fetch(signed.url, signed)`. */
export interface SignedRequest {
  method: string;
  url: string;
  /** Those of the request, names in lower case, and those that sign it. */
  headers: Record<string, string>;
  body: RequestToSign["body"];
}

/**
 * Signs a request to any AWS service in its headers.
 * @throws {@link ParamValidationError} if the request or an option is wrong, {@link CredentialsError} if the credentials are
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html
 */
export async function signRequest(request: RequestToSign, options: SignOptions): Promise<SignedRequest> {
  const read = readRequest(request);
  const added = await signed(read, options, sign);
  const { method, url, headers, body } = read;
  return { method, url: url.href, headers: Object.assign(headers, added), body };
}

/**
 * Signs a request to any AWS service in its query, and gives its URL.
 * @throws {@link ParamValidationError} if the request or an option is wrong, {@link CredentialsError} if the credentials are
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html
 */
export async function presignRequest(request: RequestToSign, options: PresignOptions): Promise<string> {
  const read = readRequest(request);
  const given: unknown = field(object(options, "options"), "options", "expiresIn") ?? 3600;
  // The wasm takes whole numbers of 32 bits, and refuses 0.
  const expiresIn = Number.isInteger(given) && (given as number) < 2 ** 32 ? (given as number) : 0;
  const { url } = read;
  url.search = await signed(read, options, (head, body, date) => presign(head, body, date, expiresIn));
  return url.href;
}

async function signed<Result>(
  request: ReadRequest,
  options: unknown,
  signWith: (head: string, body: Body, date: number) => Result,
): Promise<Result> {
  const parameters = readParameters(object(options, "options"));
  const { date, signBody } = parameters;
  await load();
  const body = signBody ? hashable(request.body) : "";
  try {
    return enter(() => {
      useSigner(parameters);
      if (signBody) hash(body);
      return signWith(headOf(request), signBody ? "hashed" : "unsigned", date);
    });
  } catch (thrown) {
    throw isFailure(thrown) ? argumentError(thrown) : thrown;
  }
}

/** What the signer of the wasm is made of (`src/js/sign.rs`). */
interface SignerParameters {
  credentials: { accessKeyId: string; secretAccessKey: string; sessionToken: string | undefined };
  region: string;
  service: string;
  keepPath: boolean;
  encodePathOnce: boolean;
  leaveSessionTokenUnsigned: boolean;
  addContentSha256: boolean;
}

interface Parameters extends SignerParameters {
  date: number;
  signBody: boolean;
}

function readParameters(options: object): Parameters {
  const given = field(options, "options", "credentials");
  if (given === undefined) throw new CredentialsError("options.credentials: is required");
  return {
    credentials: readCredentials(given, "options.credentials"),
    region: text(options, "options", "region") ?? "",
    service: text(options, "options", "service") ?? "",
    keepPath: !flag(options, "options", "normalizePath", true),
    encodePathOnce: !flag(options, "options", "doubleEncodePath", true),
    leaveSessionTokenUnsigned: !flag(options, "options", "signSessionToken", true),
    addContentSha256: flag(options, "options", "contentSha256Header"),
    date: time(field(options, "options", "date")),
    signBody: flag(options, "options", "signBody", true),
  };
}

function time(date: unknown): number {
  if (date === undefined) return Date.now();
  try {
    return typeof date === "number" ? date : Date.prototype.getTime.call(date);
  } catch {
    throw invalid("options.date", "expected a Date or milliseconds since 1970");
  }
}

let last: { parameters: SignerParameters; instance: number } | undefined;

/** Has the wasm sign with these parameters. It keeps the last ones, with their key: most programs sign for one service. */
function useSigner(parameters: SignerParameters): void {
  const instance = instanceNumber();
  if (last?.instance === instance && isSame(last.parameters, parameters)) return;
  last = undefined;
  setSigner(parameters);
  last = { parameters, instance };
}

/** Signs a head once, without keeping what it is signed with. Fails with a `Failure`. */
export function signOnce(
  parameters: Pick<SignerParameters, "credentials" | "region" | "service">,
  head: string,
  body: string | Uint8Array | undefined,
  date: number,
): Record<string, string> {
  last = undefined;
  const bytes = hashable(body);
  return enter(() => {
    setSigner(parameters);
    hash(bytes);
    return sign(head, "hashed", date);
  });
}

function isSame(one: SignerParameters, other: SignerParameters): boolean {
  return (
    one.region === other.region &&
    one.service === other.service &&
    one.keepPath === other.keepPath &&
    one.encodePathOnce === other.encodePathOnce &&
    one.leaveSessionTokenUnsigned === other.leaveSessionTokenUnsigned &&
    one.addContentSha256 === other.addContentSha256 &&
    one.credentials.accessKeyId === other.credentials.accessKeyId &&
    one.credentials.secretAccessKey === other.credentials.secretAccessKey &&
    one.credentials.sessionToken === other.credentials.sessionToken
  );
}
