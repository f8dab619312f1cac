import * as subpath from "ivs-wasm/events";
import { check } from "./check.mjs";

addEventListener("fetch", (event) => event.respondWith(event.request.json().then((facts) => new Response(JSON.stringify(check(subpath, facts))))));
