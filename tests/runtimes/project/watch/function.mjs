import * as subpath from "ivs-wasm/watch";
import { check } from "./check.mjs";

addEventListener("fetch", (event) => event.respondWith(check(subpath).then((result) => new Response(JSON.stringify(result)))));
