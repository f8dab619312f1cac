// Revocation of a viewer's sessions.
import type { CallOptions } from "../call/caller.js";
import type { IvsOperations } from "../ivs/operations.js";
import { checkMembers } from "../known-members.js";
import { field, invalid, object } from "../read.js";
import { readChannelArn, readViewerId } from "./claim-values.js";

/** The service models the version as an integer of 32 bits, though the claim has 64. */
const MAX_VERSION = 2_147_483_647;

/** Whose sessions are revoked. */
export interface RevokeViewerInput {
  /** The channel. */
  channelArn: string;
  /** `viewerId` of the tokens: 1 to 40 characters. */
  viewerId: string;
  /**
   * The greatest `viewerSessionVersion` that is revoked, from 0 to 2,147,483,647: greater ones that were signed cannot be revoked by a number
   * that the service documents. Default: the current time in seconds since 1970.
   */
  version?: number | undefined;
}

/**
 * Revokes a viewer's sessions, up to a version that it always sends: without one the service reaches only tokens that were signed without a
 * version, or with 0.
 *
 * The default, the current time in seconds, reaches tokens without a version, those numbered from 1, and those whose version is the time in
 * seconds at which they were signed. It does not reach versions in milliseconds. Tokens that are signed later with a version up to it are
 * revoked as well, so let a viewer in again with a greater one.
 *
 * The service starts the revocation and answers before it is done. Without `version`, the clock of this machine decides.
 *
 * @param client an `IvsClient`, or whatever has its method `startViewerSessionRevocation`
 * @param options of the call
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_StartViewerSessionRevocation.html
 * @throws {@link ParamValidationError} if the input is wrong; and the errors of the call
 */
export async function revokeViewer(
  client: Pick<IvsOperations, "startViewerSessionRevocation">,
  input: RevokeViewerInput,
  options?: CallOptions,
): ReturnType<IvsOperations["startViewerSessionRevocation"]> {
  if (typeof field(object(client, "client"), "client", "startViewerSessionRevocation") !== "function") {
    throw invalid("client", "expected an IvsClient");
  }
  return client.startViewerSessionRevocation(
    revocationOf(readRevokedViewer(input, "input", defaultVersion())),
    options,
  );
}

/** A viewer, and the version that is revoked. */
export type RevokedViewer = RevokeViewerInput & { version: number };

/** The version that is revoked where none is given: the current time in seconds since 1970. */
export function defaultVersion(): number {
  return Math.min(Math.floor(Date.now() / 1000), MAX_VERSION);
}

/** @throws {@link ParamValidationError} if a member is wrong */
export function readRevokedViewer(input: unknown, path: string, otherwise: number): RevokedViewer {
  const given = object(input, path);
  // With what the errors of `revokeViewers` have besides, which may be given again as they are.
  checkMembers(given, path, ["channelArn", "viewerId", "version", "code", "message"]);
  return {
    channelArn: readChannelArn(field(given, path, "channelArn"), `${path}.channelArn`),
    viewerId: readRevokedId(field(given, path, "viewerId"), `${path}.viewerId`),
    version: readVersion(field(given, path, "version") ?? otherwise, `${path}.version`),
  };
}

/** The same as the service takes it. */
export function revocationOf({ channelArn, viewerId, version }: RevokedViewer) {
  return { channelArn, viewerId, viewerSessionVersionsLessThanOrEqualTo: version };
}

/** What is left of a line's end, for example, would be the id of somebody else. */
function readRevokedId(value: unknown, path: string): string {
  if (value === "") throw invalid(path, "must not be empty");
  const viewerId = readViewerId(value, path);
  if (/\p{Control}/u.test(viewerId)) {
    throw invalid(path, "must not have control characters, such as those at the end of a line: trim it");
  }
  return viewerId;
}

function readVersion(version: unknown, path: string): number {
  if (typeof version !== "number" || !Number.isInteger(version) || version < 0 || version > MAX_VERSION) {
    throw invalid(path, "expected an integer from 0 to 2,147,483,647; versions in seconds fit, in milliseconds not");
  }
  return version;
}
