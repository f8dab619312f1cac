import * as ivs from "ivs-wasm";
import * as playback from "ivs-wasm/playback";
import { check } from "../check.mjs";

const result = await check(ivs, playback, JSON.parse(Deno.env.get("FACTS")));
// Deno's stacks name the files of the source map.
console.log(`RESULT ${JSON.stringify({ version: Deno.version.deno, ...result, file: import.meta.resolve("ivs-wasm") })}`);
