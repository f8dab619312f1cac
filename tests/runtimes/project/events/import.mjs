import process from "node:process";
import * as subpath from "ivs-wasm/events";
import { check } from "./check.mjs";

console.log(`RESULT ${JSON.stringify(check(subpath, JSON.parse(process.env.FACTS)))}`);
