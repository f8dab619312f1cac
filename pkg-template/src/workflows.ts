// `ivs-wasm/workflows`: what takes several calls, in the order that is right also when it is interrupted. It needs a client, and no wasm.
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export type { RevokeViewerInput } from "./playback/revoke-viewer.js";
export { type DeleteLiveChannelInput, deleteLiveChannel } from "./workflows/delete-live-channel.js";
export {
  type DeleteRecordingConfigurationInput,
  deleteRecordingConfiguration,
} from "./workflows/delete-recording-configuration.js";
export { type EndStreamInput, endStream } from "./workflows/end-stream.js";
export { type NewStreamKey, type ResetStreamKeyInput, resetStreamKey } from "./workflows/reset-stream-key.js";
export { type RevokeViewersOptions, type RevokeViewersProgress, revokeViewers } from "./workflows/revoke-viewers.js";
export type { WaitingWorkflowOptions, WorkflowOptions, WorkflowReport } from "./workflows/run.js";
export {
  type UnfinishedRevocations,
  type ViewerRevocationError,
  type ViewerRevocations,
  WorkflowError,
  type WorkflowStep,
} from "./workflows/workflow-error.js";
