import * as batch from "ivs-wasm/batch";
import * as workflows from "ivs-wasm/workflows";
import { check } from "./check.mjs";

addEventListener("fetch", (event) => event.respondWith(check({ ...workflows, ...batch }).then((result) => new Response(JSON.stringify(result)))));
