// @ts-check
// Runs a workflow of `workflows-killed.test.mjs`, and is killed by itself at one of its requests: before it is sent, or after the service did
// it and before the program sees the answer.

import { IvsClient } from "ivs-wasm";
import * as workflows from "ivs-wasm/workflows";

/** @type {{ local: any, workflow: "resetStreamKey" | "endStream" | "deleteLiveChannel" | "deleteRecordingConfiguration" | "revokeViewers", input: any, at: number, when: "before" | "after" }} */
const { local, workflow, input, at, when } = JSON.parse(process.argv[2] ?? "");
const die = () => process.kill(process.pid, "SIGKILL");

let requests = 0;
const client = new IvsClient({
  ...local,
  async fetch(/** @type {any} */ url, /** @type {any} */ init) {
    const isLast = requests++ === at;
    if (isLast && when === "before") die();
    const response = await fetch(url, init);
    if (isLast) die();
    return response;
  },
});
await workflows[workflow](client, input);
process.stdout.write(`${requests}`);
