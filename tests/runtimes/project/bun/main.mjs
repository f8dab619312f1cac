import * as ivs from "ivs-wasm";
import { check } from "../check.mjs";

const result = await check(ivs, JSON.parse(process.env.FACTS));
console.log(`RESULT ${JSON.stringify({ version: Bun.version, ...result })}`);
