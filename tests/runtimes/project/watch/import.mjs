import * as subpath from "ivs-wasm/watch";
import { check } from "./check.mjs";

console.log(`RESULT ${JSON.stringify(await check(subpath))}`);
