import * as subpath from "ivs-wasm/events";
import { check } from "./check.mjs";

const facts = await (await fetch("/facts?page")).json();
let result;
try {
  result = check(subpath, facts);
} catch (error) {
  result = { error: `${error}\n${error.stack}` };
}
await fetch("/result", { method: "POST", body: JSON.stringify({ way: "page", result }) });
