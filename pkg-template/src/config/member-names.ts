/** Those that may be functions or promises, beside `credentials`. */
export const PROVIDED = [
  "region",
  "endpoint",
  "useFipsEndpoint",
  "useDualstackEndpoint",
  "maxAttempts",
  "retryMode",
  "userAgentAppId",
];

/** All that are honoured. */
export const MEMBERS = [
  ...PROVIDED,
  "credentials",
  "profile",
  "ignoreConfiguredEndpointUrls",
  "requestTimeout",
  "requestHandler",
  "fetch",
  "agent",
  "systemClockOffset",
  "logger",
  "customUserAgent",
];
