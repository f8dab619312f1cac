// @ts-check
import { GetRecordingConfigurationCommand, GetStreamCommand } from "./commands.js";
import { waitUntil } from "./waiter.js";

export const waitUntilRecordingConfigurationActive = /* @__PURE__ */ waitUntil("recording_configuration_active", GetRecordingConfigurationCommand);
export const waitUntilStreamLive = /* @__PURE__ */ waitUntil("stream_live", GetStreamCommand);
export const waitUntilStreamOffline = /* @__PURE__ */ waitUntil("stream_offline", GetStreamCommand);

/** How a waiter ended, or would go on. */
export const WaiterState = /* @__PURE__ */ Object.freeze({
  ABORTED: "ABORTED",
  FAILURE: "FAILURE",
  RETRY: "RETRY",
  SUCCESS: "SUCCESS",
  TIMEOUT: "TIMEOUT",
});
