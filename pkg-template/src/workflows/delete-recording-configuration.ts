// The deletion of a recording configuration that channels refer to.
import { readArn } from "../arn.js";
import type { ClientMethods } from "../client-methods.js";
import type { ChannelSummary, StreamSummary } from "../ivs/structures.js";
import { checkMembers } from "../known-members.js";
import { isNamed } from "../named-error.js";
import { field, flag, object } from "../read.js";
import { Run, WAITING_OPTIONS, type WaitingWorkflowOptions, type WorkflowReport } from "./run.js";

const OPERATIONS = [
  "listChannels",
  "listStreams",
  "getChannel",
  "updateChannel",
  "deleteRecordingConfiguration",
] as const;

const LIVE =
  "a live channel cannot be changed: end its stream, for example by endStream, or wait for its end, and run this again";

export interface DeleteRecordingConfigurationInput extends WaitingWorkflowOptions {
  /** The recording configuration. */
  arn: string;
  /** Whether it is taken off the channels that refer to it, which are not recorded then. Default: `false`, which refuses if there are any. */
  detach?: boolean | undefined;
}

/**
 * Deletes a recording configuration, with `detach` after it was taken off all channels that refer to it. Nothing is changed if one of them
 * is live, because the service refuses to change live channels: the {@link WorkflowError} has them as its `channelArns`.
 *
 * A configuration that does not exist is deleted already: the step `deleteRecordingConfiguration` has `changed: false`. What was recorded
 * stays in its bucket.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its methods
 * @returns what was done; the channels that were changed are in its steps `updateChannel`
 * @throws {@link ParamValidationError} if the input is wrong; {@link WorkflowError} if it does not come to its end
 */
export async function deleteRecordingConfiguration(
  client: ClientMethods<(typeof OPERATIONS)[number]>,
  input: DeleteRecordingConfigurationInput,
): Promise<WorkflowReport> {
  const given = object(input, "input");
  checkMembers(given, "input", ["arn", "detach", ...WAITING_OPTIONS]);
  const arn = readArn(field(given, "input", "arn"), "input.arn", "recording-configuration");
  const detach = flag(given, "input", "detach");
  return Run.of("deleteRecordingConfiguration", client, OPERATIONS, given, "input", async (run) => {
    for (;;) {
      const channelArns = await channelsOf(run, arn);
      if (channelArns.length > 0) await detachFrom(run, arn, channelArns, detach);
      try {
        await run.change("deleteRecordingConfiguration", arn, { arn }, "ResourceNotFoundException");
        return run.report;
      } catch (error) {
        if (!isNamed(error, "ConflictException")) throw error;
        // A channel was given it meanwhile, or the change is not known everywhere yet.
        await run.pause("deleteRecordingConfiguration", "the recording configuration could not be deleted", error);
      }
    }
  });
}

/** The channels that refer to the configuration. */
async function channelsOf(run: Run, arn: string): Promise<string[]> {
  try {
    const input = { filterByRecordingConfigurationArn: arn };
    const channels = await run.list<ChannelSummary>("listChannels", input, "channels");
    // Whatever the filter did: no channel is changed that has another one.
    return known(channels.filter((channel) => channel.recordingConfigurationArn === arn).map((channel) => channel.arn));
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException")) return [];
    throw error;
  }
}

async function detachFrom(run: Run, arn: string, channelArns: readonly string[], detach: boolean): Promise<void> {
  if (!detach) {
    const why = "channels refer to it; give detach: true to take it off them, or change them by UpdateChannel";
    throw run.refusal("updateChannel", channelArns, why);
  }
  const streams = await run.list<StreamSummary>("listStreams", {}, "streams");
  const live = new Set(known(streams.map((stream) => stream.channelArn)));
  const inTheWay = channelArns.filter((channelArn) => live.has(channelArn));
  if (inTheWay.length > 0) throw run.refusal("updateChannel", inTheWay, LIVE);
  for (const channelArn of channelArns) {
    if (!(await refersTo(run, channelArn, arn))) {
      run.finished("updateChannel", channelArn, false);
      continue;
    }
    try {
      const change = { arn: channelArn, recordingConfigurationArn: "" };
      await run.change("updateChannel", channelArn, change, "ResourceNotFoundException");
    } catch (error) {
      // It has gone live since.
      throw isNamed(error, "ConflictException") ? run.refusal("updateChannel", [channelArn], LIVE) : error;
    }
  }
}

/** Whether the channel still refers to the configuration: it may have been given another one since it was listed, which it keeps. */
async function refersTo(run: Run, channelArn: string, arn: string): Promise<boolean> {
  try {
    const { channel } = await run.call("getChannel", { arn: channelArn });
    if (!channel) throw new Error("the answer has no channel");
    return channel.recordingConfigurationArn === arn;
  } catch (error) {
    if (isNamed(error, "ResourceNotFoundException")) return false;
    throw error;
  }
}

function known(arns: (string | undefined)[]): string[] {
  return arns.filter((arn) => arn !== undefined);
}
