// Where the WebAssembly module comes from: the bytes that are inlined. The variants `workerd` and `edge` import the file instead.
import { deflatedWasm } from "../inlined-wasm.js";
import { inflate } from "./inflate.js";

/** What `WebAssembly` instantiates. */
export type WasmSource = WebAssembly.Module | BufferSource | Response;

export function source(): WasmSource | Promise<WasmSource> {
  return inflate(deflatedWasm);
}
