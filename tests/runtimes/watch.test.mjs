// @ts-check
// `ivs-wasm/watch` in every runtime.

import { inEveryRuntime } from "./subpath.mjs";

inEveryRuntime("changes of streams and events of sessions are told, until the end", "watch", {
  items: [[0, "LIVE", 1, []], [1, "OFFLINE", null, []], [2, "OFFLINE", null, []], [0, "LIVE", 2, ["viewerCount"]]],
  events: ["One", "Two"],
  aborted: "enough",
  left: true,
  live: false,
  refused: true,
  // Two lists; the list knew channel A, which the two that followed watch, and `isLive` asks by itself.
  calls: 3,
});
