import { sdkWaiter } from "../waiters/sdk-waiter.js";
import { GetRecordingConfigurationCommand, GetStreamCommand } from "./commands.js";
import { recordingConfigurationActive, streamLive, streamOffline } from "./waiter-definitions.js";

/** Waits until `GetRecordingConfiguration` reports the state `ACTIVE`. `CREATE_FAILED` is a {@link WaiterError} at once. */
export const waitUntilRecordingConfigurationActive = /* @__PURE__ */ sdkWaiter(
  recordingConfigurationActive,
  GetRecordingConfigurationCommand,
);

/** Waits until `GetStream` reports the state `LIVE`; until then, it fails with `ChannelNotBroadcasting`. */
export const waitUntilStreamLive = /* @__PURE__ */ sdkWaiter(streamLive, GetStreamCommand);

/** Waits until `GetStream` fails with `ChannelNotBroadcasting`, as nothing is on air. */
export const waitUntilStreamOffline = /* @__PURE__ */ sdkWaiter(streamOffline, GetStreamCommand);
