import * as ivs from "ivs-wasm";
import { check } from "../check.mjs";

const result = await check(ivs, JSON.parse(Deno.env.get("FACTS")));
console.log(`RESULT ${JSON.stringify({ version: Deno.version.deno, ...result })}`);
