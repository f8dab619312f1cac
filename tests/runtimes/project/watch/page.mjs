import * as subpath from "ivs-wasm/watch";
import { check } from "./check.mjs";

let result;
try {
  result = await check(subpath);
} catch (error) {
  result = { error: `${error}\n${error.stack}` };
}
await fetch("/result", { method: "POST", body: JSON.stringify({ way: "page", result }) });
