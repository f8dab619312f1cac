import * as subpath from "ivs-wasm/metadata";
import { check } from "./check.mjs";

console.log(`RESULT ${JSON.stringify(await check(subpath))}`);
