import * as ivs from "ivs-wasm";
import { check } from "../check.mjs";

export default {
  async fetch(request) {
    return Response.json({ ...(await check(ivs, await request.json())), finalization: typeof FinalizationRegistry });
  },
};
