import init from "../ivs_wasm.js";
import type { WasmSource } from "./initialize.js";

/** Makes an instance of a module. */
export async function instantiate(source: WasmSource | Promise<WasmSource>): Promise<void> {
  await init({ module_or_path: source });
}
