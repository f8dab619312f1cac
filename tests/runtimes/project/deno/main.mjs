import * as ivs from "ivs-wasm";
import { check } from "../check.mjs";

const result = await check(ivs, JSON.parse(Deno.env.get("FACTS")));
// Deno's stacks name the files of the source map.
console.log(`RESULT ${JSON.stringify({ version: Deno.version.deno, ...result, file: import.meta.resolve("ivs-wasm") })}`);
