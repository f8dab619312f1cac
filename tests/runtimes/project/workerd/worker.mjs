import * as ivs from "ivs-wasm";
import * as playback from "ivs-wasm/playback";
import { check } from "../check.mjs";

export default {
  async fetch(request) {
    return Response.json({ ...(await check(ivs, playback, await request.json())), finalization: typeof FinalizationRegistry });
  },
};
