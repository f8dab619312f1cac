import * as ivs from "ivs-wasm";
import { check } from "../check.mjs";

const answer = async (request) => new Response(JSON.stringify(await check(ivs, await request.json())));

addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
