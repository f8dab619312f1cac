// @ts-check
// Stands in for ../module.js in Vercel's edge runtime, which compiles no bytes at run time. Next and Vercel's builder turn the file into a
// compiled module where the import says `?module`.
// @ts-ignore
import module from "./ivs_wasm.wasm?module";

/** @returns {Promise<WebAssembly.Module>} */
export const loadModule = async () => module;
