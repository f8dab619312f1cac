// @ts-check
// Where the compiled wasm comes from: the bytes that are inlined. `workerd` and `edge` import the file instead,
// and `server` unpacks them in its own way.
import { compiled } from "./compiled.js";
import { unpack } from "./unpack.js";

export const compile = () => compiled(unpack());
