// Stands in for the file of this name where programs may set the header, as AWS asks of its clients.

/** Says who asks in the `User-Agent` header too. It is not signed: proxies may add to it. */
export function addUserAgent(headers: { [name: string]: unknown } | undefined): void {
  if (headers) headers["user-agent"] ??= headers["x-amz-user-agent"];
}
