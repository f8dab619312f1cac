export type { EncoderOptions, Started, StreamChange, TimedMetadata, VideoTrack } from "./encoder.js";
export type { IvsEvent } from "./events.js";
export type { Fault } from "./faults.js";
export type { Listening, ListenOptions } from "./listen.js";
export type { ClientConfig, IvsLocal, RequestRecord, Snapshot } from "./local.js";
export { LocalError } from "./local-error.js";
export type { AccessKey, Credentials, LocalOptions, Quotas } from "./options.js";
export type { HandlerRequest, LocalRequestHandler } from "./request-handler.js";
export { startLocal } from "./start-local.js";
