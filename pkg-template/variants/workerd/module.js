// @ts-check
// Stands in for ../module.js in workerd (Cloudflare Workers), which compiles no bytes while it runs: wrangler and other builders for it
// make a compiled module of the file.
// @ts-ignore
import module from "./ivs_wasm.wasm";

export const compile = async () => module;
