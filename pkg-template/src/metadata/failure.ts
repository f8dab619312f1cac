// What a failed call means for what it sent.
import { field } from "../read.js";

/**
 * - `offline`: the channel is not live, and nothing was inserted.
 * - `throttled`: the call came too soon, and nothing was inserted.
 * - `expired`: the credentials or the time of the signature were refused, and nothing was inserted. The client may know better the next time.
 * - `lost`: no answer came, or that the service had failed: it may have been inserted.
 * - `final`: it would fail again.
 */
export type FailureKind = "offline" | "throttled" | "expired" | "lost" | "final";

/** Errors of the client, and of AWS's SDK, that another attempt does not change. */
const FINAL = [
  "ParamValidationError",
  "CredentialsError",
  "ProviderError",
  "CredentialsProviderError",
  "TokenProviderError",
];

/** Names of a session token that has expired, of a signature that is wrong, and of a clock that is: AWS's services differ in their endings. */
const EXPIRED =
  /^(ExpiredToken|TokenRefreshRequired|RequestExpired|RequestInTheFuture|RequestTimeTooSkewed|InvalidSignature|SignatureDoesNotMatch|AuthFailure)/;

/** What an error of ours, of AWS's SDK or of a mock means. */
export function kindOf(error: unknown): FailureKind {
  const name = nameOf(error);
  const status = statusOf(error);
  const retryable = member(error, "$retryable");
  if (name === "ChannelNotBroadcasting") return "offline";
  if (status === 429 || name === "ThrottlingException" || member(retryable, "throttling") === true) return "throttled";
  if (EXPIRED.test(name)) return "expired";
  if (retryable !== undefined) return "lost";
  if (FINAL.includes(name)) return "final";
  // 408: the request did not come in time.
  return status !== undefined && status < 500 && status !== 408 ? "final" : "lost";
}

function nameOf(error: unknown): string {
  const name = member(error, "name");
  return typeof name === "string" ? name : "";
}

/** How many attempts the client has made, as an output or an error says. */
export function attemptsOf(settled: unknown): number | undefined {
  const attempts = member(member(settled, "$metadata"), "attempts");
  return Number.isInteger(attempts) && Number(attempts) >= 0 && Number(attempts) < 100 ? Number(attempts) : undefined;
}

function statusOf(error: unknown): number | undefined {
  const status = member(member(error, "$metadata"), "httpStatusCode");
  return typeof status === "number" ? status : undefined;
}

/** A member of whatever was thrown. */
export function member(of: unknown, name: string): unknown {
  try {
    return typeof of === "object" && of !== null ? field(of, "", name) : undefined;
  } catch {
    return undefined;
  }
}
