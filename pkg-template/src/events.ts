// `ivs-wasm/events`: the events that IVS sends to Amazon EventBridge. It needs neither a client nor the wasm.
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export { IvsEventDeduplicator, type IvsEventDeduplicatorOptions } from "./events/deduplicator.js";
export type * from "./events/event.js";
export type * from "./events/low-latency.js";
export { compareIvsEvents } from "./events/order.js";
export { parseIvsEvent } from "./events/parse.js";
export type * from "./events/real-time.js";
export type { UndocumentedDetail, UndocumentedName } from "./events/undocumented.js";
