import * as ivs from "ivs-wasm";
import * as playback from "ivs-wasm/playback";
import { check } from "../check.mjs";

const answer = async (request) => new Response(JSON.stringify(await check(ivs, playback, await request.json())));

addEventListener("fetch", (event) => event.respondWith(answer(event.request)));
