// @ts-check
// Where the compiled wasm comes from: the bytes that are inlined. The variants `workerd` and `edge` import the file instead.
import { compile } from "./compile.js";
import { inflate } from "./inflate.js";
import { deflatedWasm } from "./inlined-wasm.js";

export const loadModule = async () => compile(inflate(deflatedWasm));
