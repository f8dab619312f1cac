import * as batch from "ivs-wasm/batch";
import * as workflows from "ivs-wasm/workflows";
import { check } from "./check.mjs";

let result;
try {
  result = await check({ ...workflows, ...batch });
} catch (error) {
  result = { error: `${error}\n${error.stack}` };
}
await fetch("/result", { method: "POST", body: JSON.stringify({ way: "page", result }) });
