// The signature of a request that middleware changed after it had been signed.
import type { FetchInit } from "../config.js";
import type { Credentials } from "../credentials.js";
import { signRequest } from "../signing/sign.js";

/** The headers of a signature: the first is made of the others. */
export const SIGNATURE_HEADERS = ["authorization", "x-amz-date", "x-amz-security-token"];

/**
 * Signs a request in place, by the region, service and time of the signature that it has.
 * @throws {@link ParamValidationError} if it has what cannot be signed
 */
export async function signAgain(url: string, init: FetchInit, credentials: Credentials): Promise<void> {
  const { authorization = "", "x-amz-date": time = "", ...headers } = init.headers;
  delete headers["x-amz-security-token"];
  const [, region = "", service = ""] = /\/([^/]*)\/([^/]*)\/aws4_request/.exec(authorization) ?? [];
  const date = new Date(time.replace(/(....)(..)(..T..)(..)(..Z)/, "$1-$2-$3:$4:$5"));
  const request = { method: init.method, url, headers, body: init.body };
  init.headers = (await signRequest(request, { credentials, region, service, date })).headers;
}
