import type { FetchInit } from "../config.js";

/**
 * Says who asks in the `User-Agent` header too, where a program may set it. On pages it is the browser's, and the service's CORS rules
 * do not allow another.
 */
export function addUserAgent(_init: FetchInit): void {}
