// @ts-check
// Stands in for ../module.js in Vercel's edge runtime, which compiles no bytes while it runs. Next and Vercel's builder make a compiled
// module of the file where the import says `?module`.
// @ts-ignore
import module from "./ivs_wasm.wasm?module";

export const compile = async () => module;
