// The entry without the WebAssembly module inside: the application hands it over.
export * from "./index.js";
export { initialize, type WasmSource } from "./wasm/initialize.js";
