// The subpath `ivs-wasm/metadata`: timed metadata, in batches and within the service's rates. It does without the WebAssembly module.
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export type { MetadataItem } from "./metadata/item.js";
export type { DroppedMetadata, DropReason, MetadataStreamOptions, SentMetadata } from "./metadata/options.js";
export { type DecodedMetadata, decodeMetadata, MetadataReader, type MetadataReaderOptions } from "./metadata/reader.js";
export { type MetadataClient, metadataStream } from "./metadata/stream.js";
