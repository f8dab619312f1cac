// Where the WebAssembly module comes from: the bytes that are inlined. The variants `workerd` and `edge` import the file instead.
import { deflatedWasm } from "../inlined-wasm.js";
import { inflate } from "./inflate.js";

export function source(): Uint8Array<ArrayBuffer> | Response {
  return inflate(deflatedWasm);
}
