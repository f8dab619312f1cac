// No worker knows the page's import map.
import * as ivs from "/node_modules/ivs-wasm/index.js";
import * as playback from "/node_modules/ivs-wasm/playback.js";
import { check } from "../check.mjs";

self.onmessage = async ({ data }) => self.postMessage(await check(ivs, playback, data));
