// Stands in for the file of this name in Node, Deno and Bun, where programs may set the header, as AWS asks of its clients.
import type { FetchInit } from "../config.js";

const NAME = "x-amz-user-agent";

/** Says who asks in the `User-Agent` header too. It is not signed: proxies may add to it. */
export function addUserAgent(init: FetchInit): void {
  const headers: Headers | Record<string, unknown> = init.headers;
  if (isHeaders(headers)) headers.set("user-agent", headers.get(NAME) ?? "");
  else headers["user-agent"] = headers[NAME] ?? "";
}

/** Whether it is what the global `fetch` is given. To ask for the class would load all of `fetch` in Node. */
function isHeaders(headers: Headers | Record<string, unknown>): headers is Headers {
  return typeof headers.get === "function";
}
