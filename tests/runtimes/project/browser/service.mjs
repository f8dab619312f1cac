import * as ivs from "/node_modules/ivs-wasm/index.js";
import * as playback from "/node_modules/ivs-wasm/playback.js";
import { check } from "../check.mjs";

self.onmessage = (event) => event.waitUntil(check(ivs, playback, event.data).then((result) => event.ports[0].postMessage(result)));
