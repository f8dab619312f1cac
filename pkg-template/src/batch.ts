// `ivs-wasm/batch`: any number of channels and stream keys, by calls that read 50. It needs a client, and no wasm.

export { type BatchItemError, BatchReadError, type PartialBatch } from "./batch/batch-error.js";
export { getChannels, getStreamKeys, type ReadChannels, type ReadStreamKeys } from "./batch/get-many.js";
export { channelLoader, streamKeyLoader } from "./batch/loader.js";
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
