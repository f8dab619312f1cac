// @ts-check
// `ivs-wasm/metadata` in every runtime: what their `WritableStream`s make of it.

import { inEveryRuntime } from "./subpath.mjs";

const EXPECTED = { items: 60, repeated: true, isOver: true, aborted: [true, true, "taken aborted 1"], closing: true, failed: true, refused: true };

inEveryRuntime("items are sent once, and an abort ends every wait", "metadata", EXPECTED);
