// What errors of a client mean. They are recognised by their members: a client may be a mock, or that of AWS's SDK.

/** The members of an error that say what it means. */
interface ErrorMembers {
  name?: unknown;
  $fault?: unknown;
  $retryable?: { throttling?: unknown };
  $metadata?: { httpStatusCode?: unknown; attempts?: unknown };
}

/** Codes of credentials that have expired and of a clock that is wrong: the client has done what can be done. */
const EXPIRED = /^(ExpiredToken|RequestExpired|RequestInTheFuture|RequestTimeTooSkewed)/;

/** Whether `GetStream` failed because the channel has no stream. */
export function isNotBroadcasting(error: unknown): boolean {
  return test(error, ({ name }) => name === "ChannelNotBroadcasting");
}

/** Whether a call failed because there were too many. */
export function isThrottling(error: unknown): boolean {
  return test(
    error,
    ({ name, $retryable, $metadata }) =>
      name === "ThrottlingException" || $retryable?.throttling === true || $metadata?.httpStatusCode === 429,
  );
}

/** Whether a call may succeed later as it is: the connection or the service failed, and not what was asked or who asks. */
export function isTransient(error: unknown): boolean {
  const mayPass = ({ name, $fault, $retryable }: ErrorMembers) =>
    $fault === "server" ||
    name === "NetworkError" ||
    name === "TimeoutError" ||
    (Boolean($retryable) && !EXPIRED.test(String(name)));
  return isThrottling(error) || test(error, mayPass);
}

/** How many attempts an output or an error has taken. */
export function attemptsOf(outcome: unknown): number {
  let attempts: unknown;
  test(outcome, ({ $metadata }) => {
    attempts = $metadata?.attempts;
    return true;
  });
  return typeof attempts === "number" ? attempts : 1;
}

function test(error: unknown, condition: (members: ErrorMembers) => boolean): boolean {
  try {
    return condition((error ?? {}) as ErrorMembers);
  } catch {
    // A proxy that throws.
    return false;
  }
}
