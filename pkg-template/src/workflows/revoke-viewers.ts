// Revocation of any number of viewers.

import type { ClientMethods } from "../client-methods.js";
import { listIn, readItems } from "../items.js";
import type { BatchStartViewerSessionRevocationError } from "../ivs/structures.js";
import { checkMembers } from "../known-members.js";
import {
  defaultVersion,
  type RevokedViewer,
  type RevokeViewerInput,
  readRevokedViewer,
  revocationOf,
} from "../playback/revoke-viewer.js";
import { object } from "../read.js";
import { OPTIONS, Run } from "./run.js";
import type { ViewerRevocationError, ViewerRevocations } from "./workflow-error.js";

const OPERATIONS = ["batchStartViewerSessionRevocation"] as const;

/** Viewers of a call. */
const BATCH = 20;

export interface RevokeViewersProgress extends ViewerRevocations {
  /** Viewers in all, each once. */
  total: number;
}

export interface RevokeViewersOptions {
  /** Ends it, wherever it is: nothing more is sent, and it rejects with a {@link WorkflowError} that has those who remain. */
  signal?: AbortSignal | undefined;
  /** Called after each call of up to 20 viewers. What it returns, throws or rejects with is ignored. */
  onProgress?: ((progress: RevokeViewersProgress) => unknown) | undefined;
}

/**
 * Revokes the sessions of any number of viewers, 20 a call and 2 calls a second, each up to a version that it always sends
 * (see `revokeViewer` of `ivs-wasm/playback`). A viewer of a channel who is named several times is revoked once, up to the greatest version.
 * Nothing is called for an empty list.
 *
 * The service starts the revocations, and answers before they are done. Viewers whom it refuses are in `errors`, and no failure of the
 * others. When it does not come to its end, the {@link WorkflowError} has the viewers who remain in `revocations`.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its method `batchStartViewerSessionRevocation`
 * @param viewers up to 1,000,000, of whatever channels
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_BatchStartViewerSessionRevocation.html
 * @throws {@link ParamValidationError} if a viewer or option is wrong, before anything is sent; {@link WorkflowError} if a call fails
 */
export async function revokeViewers(
  client: ClientMethods<(typeof OPERATIONS)[number]>,
  viewers: readonly RevokeViewerInput[],
  options: RevokeViewersOptions = {},
): Promise<ViewerRevocations> {
  const given = object(options, "options");
  checkMembers(given, "options", OPTIONS);
  const distinct = readViewers(viewers);
  return Run.of("revokeViewers", client, OPERATIONS, given, "options", async (run) => {
    const errors: ViewerRevocationError[] = [];
    const total = distinct.length;
    for (let begin = 0; begin < total; begin += BATCH) {
      const batch = distinct.slice(begin, begin + BATCH);
      try {
        const output = await run.call("batchStartViewerSessionRevocation", { viewerSessions: batch.map(revocationOf) });
        const refused = listIn<BatchStartViewerSessionRevocationError>(output, "errors");
        errors.push(...refused.map((error) => withVersion(error, batch)));
      } catch (error) {
        const revocations = { revoked: begin - errors.length, errors, remaining: distinct.slice(begin) };
        throw run.failure(error, {
          revocations,
          summary: `the service was asked for ${begin} of ${total} viewers before`,
        });
      }
      const asked = begin + batch.length;
      run.tell({ revoked: asked - errors.length, errors: [...errors], total });
    }
    return { revoked: total - errors.length, errors };
  });
}

/** Each viewer of each channel once, with the greatest version. */
function readViewers(viewers: unknown): RevokedViewer[] {
  const now = defaultVersion();
  const distinct = new Map<string, RevokedViewer>();
  readItems(viewers, "viewers", "viewers", (item, path) => {
    const viewer = readRevokedViewer(item, path, now);
    const key = `${viewer.channelArn} ${viewer.viewerId}`;
    const version = Math.max(viewer.version, distinct.get(key)?.version ?? 0);
    distinct.set(key, { ...viewer, version });
  });
  return [...distinct.values()];
}

/** An error of the service, with the version that the viewer was to be revoked up to. */
function withVersion(
  { channelArn, viewerId, code, message }: BatchStartViewerSessionRevocationError,
  batch: readonly RevokedViewer[],
): ViewerRevocationError {
  const own = batch.filter((viewer) => viewer.channelArn === channelArn && viewer.viewerId === viewerId);
  // One that cannot be told apart is not to be revoked less when it is given again.
  const versions = (own.length > 0 ? own : batch).map(({ version }) => version);
  return { channelArn, viewerId, version: Math.max(...versions), code, message };
}
