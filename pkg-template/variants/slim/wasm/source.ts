// Stands in for wasm/source.ts in `ivs-wasm/slim`, which has no module inside.
export { handedOver as source } from "./initialize.js";
