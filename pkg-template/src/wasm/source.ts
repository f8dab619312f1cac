// Where the WebAssembly module comes from: the bytes that are inlined. `workerd` and `edge` import the file instead, and `node`
// inflates the bytes in its own way.
import { compile } from "../compile.js";

/** The module, in any form that `WebAssembly` takes. */
export function source(): Promise<WebAssembly.Module | Response | BufferSource> {
  return compile();
}
