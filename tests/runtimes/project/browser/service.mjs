import * as ivs from "/node_modules/ivs-wasm/index.js";
import { check } from "../check.mjs";

self.onmessage = (event) => event.waitUntil(check(ivs, event.data).then((result) => event.ports[0].postMessage(result)));
