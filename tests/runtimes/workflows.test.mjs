// @ts-check
// `ivs-wasm/workflows` and `ivs-wasm/batch` in every runtime.

import { inEveryRuntime } from "./subpath.mjs";

inEveryRuntime("workflows make their calls in order, and batches as few as they can", "workflows", {
  value: "sk_us-west-2_a_b",
  steps: ["deleteStreamKey", "stopStream"],
  keys: 0,
  revoked: 41,
  errors: 0,
  channels: true,
  loaded: true,
  aborted: "enough",
  refused: true,
  calls: ["20 viewers", "20 viewers", "1 viewers", "50 channels", "50 channels", "1 channels", "3 channels"],
});
