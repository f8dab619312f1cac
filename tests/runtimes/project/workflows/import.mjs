import * as batch from "ivs-wasm/batch";
import * as workflows from "ivs-wasm/workflows";
import { check } from "./check.mjs";

console.log(`RESULT ${JSON.stringify(await check({ ...workflows, ...batch }))}`);
