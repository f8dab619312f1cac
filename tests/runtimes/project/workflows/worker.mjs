import * as batch from "ivs-wasm/batch";
import * as workflows from "ivs-wasm/workflows";
import { check } from "./check.mjs";

export default { fetch: async () => Response.json(await check({ ...workflows, ...batch })) };
