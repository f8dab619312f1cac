// For `ivs-wasm/slim`: the module that the application hands over.
import { WebAssemblyError } from "../errors/client-errors.js";
import { load } from "./instance.js";

/** A WebAssembly module, or where it is. */
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;

let given: WasmSource | Promise<WasmSource> | undefined;

/**
 * Says where the WebAssembly module is: the file `ivs-wasm/ivs_wasm.wasm` of this package, of the same version. A response must have
 * the type `application/wasm` to be compiled while it arrives. The promise need not be awaited: calls that are made before wait for it.
 * When it rejects, so do they, and `initialize` can be called again. Until then, and once it has resolved, further sources are ignored.
 * @param source its URL, a response or a promise of one, its bytes, or the compiled module
 * @throws {@link WebAssemblyError} if it cannot be had or compiled
 */
export function initialize(source: WasmSource | Promise<WasmSource>): Promise<void> {
  given = source;
  const loaded = load();
  // Calls report what rejects. A source that is ignored may, too.
  for (const promise of [loaded, Promise.resolve(source)]) promise.catch(() => {});
  return loaded;
}

/** What the application has handed over. */
export function handedOver(): WasmSource | Promise<WasmSource> {
  if (given !== undefined) return given;
  throw new WebAssemblyError("there is no WebAssembly module yet: call `initialize` of ivs-wasm/slim first");
}
