// Stands in for wasm/instantiate.ts in Node, where the way for browsers asks whether there is a `Response`: that loads all of `fetch`,
// which takes longer than everything else before the first call.
import { initSync } from "../ivs_wasm.js";
import type { WasmSource } from "./initialize.js";

/** Makes an instance of a module's bytes. */
export async function instantiate(bytes: WasmSource | Promise<WasmSource>): Promise<void> {
  initSync({ module: await WebAssembly.compile(bytes as BufferSource) });
}
