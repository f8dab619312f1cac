import type { WaiterDefinition } from "../waiters/poll.js";
import type { GetRecordingConfigurationCommandInput, GetStreamCommandInput } from "./commands.js";

/** The inputs of the waiters, by the waiter's name. */
export interface WaiterInputs {
  /** `GetRecordingConfiguration` reports the state `ACTIVE`. It fails at once with `CREATE_FAILED`. */
  RecordingConfigurationActive: GetRecordingConfigurationCommandInput;
  /** `GetStream` reports the state `LIVE`. */
  StreamLive: GetStreamCommandInput;
  /** `GetStream` fails with `ChannelNotBroadcasting`, as nothing is on air. */
  StreamOffline: GetStreamCommandInput;
}

const stream = {
  operation: "GetStream",
  member: "stream",
  byError: { error: "ChannelNotBroadcasting", state: "OFFLINE" },
};

export const recordingConfigurationActive: WaiterDefinition = {
  name: "recording_configuration_active",
  operation: "GetRecordingConfiguration",
  member: "recordingConfiguration",
  success: "ACTIVE",
  failure: "CREATE_FAILED",
};

export const streamLive: WaiterDefinition = { ...stream, name: "stream_live", success: "LIVE" };

export const streamOffline: WaiterDefinition = { ...stream, name: "stream_offline", success: "OFFLINE" };

/** All waiters. */
export const WAITERS = [recordingConfigurationActive, streamLive, streamOffline];
