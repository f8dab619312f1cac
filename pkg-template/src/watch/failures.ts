// What errors of a client mean. They are recognised by their members: a client may be a mock, or that of AWS's SDK.

/** The members of an error that say what it means. */
interface ErrorMembers {
  name?: unknown;
  message?: unknown;
  code?: unknown;
  errno?: unknown;
  cause?: unknown;
  /** Where a host has several addresses, there is an error for each. */
  errors?: unknown;
  $fault?: unknown;
  $retryable?: { throttling?: unknown };
  $metadata?: { httpStatusCode?: unknown; attempts?: unknown };
  /** AWS's SDK has it where an answer could not be read. */
  $response?: { statusCode?: unknown };
}

/** Codes of credentials that have expired and of a clock that is wrong: the client has done what can be done. */
const EXPIRED = /^(ExpiredToken|RequestExpired|RequestInTheFuture|RequestTimeTooSkewed)/;

/** Other names that AWS's SDK takes for throttling. */
const THROTTLING = /^(Throttl|RequestThrottled|RequestLimitExceeded|SlowDown|TooManyRequests)/;

/** Names and codes of connections that failed: those of the clients, of Node and undici, and of Bun and Deno. */
const CONNECTION =
  /^(E(CONN(REFUSED|RESET|ABORTED)|PIPE|(SOCKET)?TIMEDOUT|AI_AGAIN|NOTFOUND|(HOST|NET)(UNREACH|DOWN)|NETRESET)|UND_ERR_\w+|ERR_(HTTP2|STREAM|SOCKET)_\w+|Network(ing)?Error|(Request)?Timeout(Error|Exception)?|Connection(Refused|Reset|Closed|Aborted)|FailedToOpenSocket)$/;

/** What the `TypeError` of a `fetch` says, in the browsers, in Node and in React Native. */
const FETCH =
  /^(Failed to fetch|NetworkError when attempting|The Internet connection appears|The network connection was lost|Load failed|Network request failed|fetch failed|terminated$)/;

/** Causes may go round in a circle. */
const DEEPEST = 5;

/** Whether `GetStream` failed because the channel has no stream. */
export function isNotBroadcasting(error: unknown): boolean {
  return test(error, ({ name }) => name === "ChannelNotBroadcasting");
}

/** Whether a call failed because there were too many. */
export function isThrottling(error: unknown): boolean {
  return test(
    error,
    (members) =>
      THROTTLING.test(String(members.name)) || members.$retryable?.throttling === true || statusOf(members) === 429,
  );
}

/** Whether a call may succeed later as it is: the connection or the service failed, and not what was asked or who asks. */
export function isTransient(error: unknown): boolean {
  return isThrottling(error) || test(error, mayPass);
}

function mayPass(members: ErrorMembers): boolean {
  const { name, $fault, $retryable, $response } = members;
  const status = statusOf(members);
  // The SDK has the client at fault for every error that is not in the API's model, whatever its status.
  if ($fault === "server" || status >= 500 || status === 408) return true;
  if ($retryable && !EXPIRED.test(String(name))) return true;
  // What the service refuses, and credentials that cannot be had: also where that has a cause.
  if (status >= 400 || /^(Credentials|TokenProvider)/.test(String(name))) return false;
  // Something else has answered, such as a proxy, or the answer was cut off.
  if ($response && name === "SyntaxError") return true;
  return isConnectionLost(members, DEEPEST);
}

function isConnectionLost(error: unknown, depth: number): boolean {
  if (typeof error !== "object" || error === null || depth === 0) return false;
  const { name, message, code, errno, cause, errors } = error as ErrorMembers;
  return (
    [name, code, errno].some((text) => typeof text === "string" && CONNECTION.test(text)) ||
    (name === "TypeError" && FETCH.test(String(message))) ||
    isConnectionLost(cause, depth - 1) ||
    (Array.isArray(errors) && isConnectionLost(errors[0], depth - 1))
  );
}

/** The HTTP status, or 0. */
function statusOf({ $metadata, $response }: ErrorMembers): number {
  const status = $metadata?.httpStatusCode ?? $response?.statusCode;
  return typeof status === "number" ? status : 0;
}

/** How many attempts an output or an error says that it has taken: 1 if it does not, and no more than make sense. */
export function attemptsOf(outcome: unknown): number {
  let attempts: unknown;
  test(outcome, ({ $metadata }) => {
    attempts = $metadata?.attempts;
    return true;
  });
  return typeof attempts === "number" && attempts >= 1 ? Math.min(attempts, 100) : 1;
}

function test(error: unknown, condition: (members: ErrorMembers) => boolean): boolean {
  try {
    return condition((error ?? {}) as ErrorMembers);
  } catch {
    // A proxy that throws.
    return false;
  }
}
