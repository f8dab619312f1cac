import * as ivs from "ivs-wasm";
import { check } from "../check.mjs";

const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

export default {
  async fetch(request) {
    // Refused here: a package that works has its module from the .wasm file.
    const compiles = await WebAssembly.compile(EMPTY_MODULE).then(() => true, () => false);
    return Response.json({ compiles, ...(await check(ivs, await request.json())) });
  },
};
