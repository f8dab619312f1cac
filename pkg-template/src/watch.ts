// The subpath `ivs-wasm/watch`: changes of streams and sessions as async iterables. It needs a client, and nothing of the wasm itself.
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export type { ChangedMember, StreamChange } from "./watch/stream-change.js";
export { getStreamOrNull, isLive } from "./watch/stream-or-null.js";
export type {
  CallSignal,
  GetStreamClient,
  SessionClient,
  StreamClient,
  WatchedSession,
  WatchOptions,
} from "./watch/watch-options.js";
export { type WatchSessionInput, watchSession } from "./watch/watch-session.js";
export { type WatchStreamInput, watchStream } from "./watch/watch-stream.js";
