// @ts-check
// Stands in for ../module.js in workerd (Cloudflare Workers), which compiles no bytes at run time: wrangler and other builders for it
// turn the file into a compiled module.
// @ts-ignore
import module from "./ivs_wasm.wasm";

/** @returns {Promise<WebAssembly.Module>} */
export const loadModule = async () => module;
