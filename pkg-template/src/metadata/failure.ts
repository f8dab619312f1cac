// What a failed call means for what it sent.
import { field } from "../read.js";

/**
 * - `offline`: the channel is not live, and nothing was inserted.
 * - `throttled`: the call came too soon, and nothing was inserted.
 * - `lost`: no answer came, or that the service had failed: it may have been inserted.
 * - `final`: it would fail again.
 */
export type FailureKind = "offline" | "throttled" | "lost" | "final";

/** Errors of the client that another attempt does not change. */
const FINAL = ["ParamValidationError", "CredentialsError"];

/** What an error of ours, of AWS's SDK or of a mock means. */
export function kindOf(error: unknown): FailureKind {
  const name = member(error, "name");
  const status = statusOf(error);
  const retryable = member(error, "$retryable");
  if (name === "ChannelNotBroadcasting") return "offline";
  if (status === 429 || name === "ThrottlingException" || member(retryable, "throttling") === true) return "throttled";
  if (retryable !== undefined) return "lost";
  if (FINAL.includes(name as string)) return "final";
  // 408: the request did not come in time.
  return status !== undefined && status < 500 && status !== 408 ? "final" : "lost";
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
