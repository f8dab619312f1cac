// The end of a stream, for good.
import { readArn } from "../arn.js";
import type { ClientMethods } from "../client-methods.js";
import { checkMembers } from "../known-members.js";
import { field, object } from "../read.js";
import { Run, WAITING_OPTIONS, type WaitingWorkflowOptions, type WorkflowReport } from "./run.js";
import { deleteStreamKeys, stopStream } from "./steps.js";

const OPERATIONS = ["listStreamKeys", "deleteStreamKey", "stopStream", "getStream"] as const;

export interface EndStreamInput extends WaitingWorkflowOptions {
  /** The channel. */
  channelArn: string;
}

/**
 * Ends the stream of a channel so that the encoder does not come back: it deletes the channel's stream key, and stops the stream until the
 * channel is offline. `StopStream` alone does not end a stream, because encoders reconnect by themselves.
 *
 * The channel has no stream key then, and nobody can go live. A key cannot be restored: `createStreamKey` gives the channel another one for
 * its next stream. To have one at once, use {@link resetStreamKey} instead.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its methods
 * @throws {@link ParamValidationError} if the input is wrong; {@link WorkflowError} if it does not come to its end
 */
export async function endStream(
  client: ClientMethods<(typeof OPERATIONS)[number]>,
  input: EndStreamInput,
): Promise<WorkflowReport> {
  const given = object(input, "input");
  checkMembers(given, "input", ["channelArn", ...WAITING_OPTIONS]);
  const channelArn = readArn(field(given, "input", "channelArn"), "input.channelArn", "channel");
  return Run.of("endStream", client, OPERATIONS, given, "input", async (run) => {
    await deleteStreamKeys(run, channelArn);
    await stopStream(run, channelArn);
    return run.report;
  });
}
