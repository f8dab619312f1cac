// Stands in for wasm/source.ts in workerd (Cloudflare Workers), which compiles no bytes at run time: wrangler and other builders for
// it turn the file into a compiled module.
// @ts-expect-error it has no declarations
import module from "../ivs_wasm.wasm";

export const source = (): WebAssembly.Module => module;
