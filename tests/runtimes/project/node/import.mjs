import * as ivs from "ivs-wasm";
import * as playback from "ivs-wasm/playback";
import { check } from "../check.mjs";

const result = await check(ivs, playback, JSON.parse(process.env.FACTS));
console.log(`RESULT ${JSON.stringify({ version: process.versions.node, ...result })}`);
