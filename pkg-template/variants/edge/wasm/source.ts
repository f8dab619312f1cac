// Stands in for wasm/source.ts in Vercel's edge runtime, which compiles no bytes at run time. Next and Vercel's builder turn the file
// into a compiled module where the import says `?module`.
// @ts-expect-error it has no declarations
import module from "../ivs_wasm.wasm?module";

export const source = (): WebAssembly.Module => module;
