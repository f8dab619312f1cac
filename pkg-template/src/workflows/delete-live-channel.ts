// The deletion of a channel, whether it is live or not.
import { readArn } from "../arn.js";
import type { ClientMethods } from "../client-methods.js";
import { checkMembers } from "../known-members.js";
import { isNamed } from "../named-error.js";
import { field, object } from "../read.js";
import { Run, WAITING_OPTIONS, type WaitingWorkflowOptions, type WorkflowReport } from "./run.js";
import { deleteStreamKeys, stopStream } from "./steps.js";

const OPERATIONS = ["listStreamKeys", "deleteStreamKey", "stopStream", "getStream", "deleteChannel"] as const;

export interface DeleteLiveChannelInput extends WaitingWorkflowOptions {
  /** The channel. */
  channelArn: string;
}

/**
 * Deletes a channel that may be live: it deletes the stream key, so that the encoder does not come back, stops the stream until the channel
 * is offline, and deletes the channel. A channel that does not exist is deleted already: the step `deleteChannel` has `changed: false`.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its methods
 * @throws {@link ParamValidationError} if the input is wrong; {@link WorkflowError} if it does not come to its end
 */
export async function deleteLiveChannel(
  client: ClientMethods<(typeof OPERATIONS)[number]>,
  input: DeleteLiveChannelInput,
): Promise<WorkflowReport> {
  const given = object(input, "input");
  checkMembers(given, "input", ["channelArn", ...WAITING_OPTIONS]);
  const channelArn = readArn(field(given, "input", "channelArn"), "input.channelArn", "channel");
  return Run.of("deleteLiveChannel", client, OPERATIONS, given, "input", async (run) => {
    await deleteOffline(run, channelArn);
    return run.report;
  });
}

async function deleteOffline(run: Run, channelArn: string): Promise<void> {
  for (;;) {
    try {
      await deleteStreamKeys(run, channelArn);
      await stopStream(run, channelArn);
    } catch (error) {
      // Whether it is the channel that does not exist, only its own deletion tells.
      if (!isNamed(error, "ResourceNotFoundException")) throw error;
    }
    try {
      return await run.change("deleteChannel", channelArn, { arn: channelArn }, "ResourceNotFoundException");
    } catch (error) {
      if (!isNamed(error, "ConflictException")) throw error;
      // Its end was not known everywhere yet, or somebody has gone live with a new key.
      await run.pause("deleteChannel", "the channel could not be deleted", error);
    }
  }
}
