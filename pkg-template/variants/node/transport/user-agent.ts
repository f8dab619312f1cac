// Stands in for the file of this name where programs may set the header, as AWS asks of its clients.

import type { FetchInit } from "../config.js";

/** Says who asks in the `User-Agent` header too. It is not signed: proxies may add to it. */
export function addUserAgent({ headers }: FetchInit): void {
  const userAgent = headers["x-amz-user-agent"];
  if (userAgent !== undefined) headers["user-agent"] = userAgent;
}
