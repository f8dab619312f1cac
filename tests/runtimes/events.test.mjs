// @ts-check
// `ivs-wasm/events` in every runtime but workerd, where the program of its guide runs.

import { readFile } from "node:fs/promises";
import { inEveryRuntime } from "./subpath.mjs";

/** @type {any[]} */
const events = JSON.parse(await readFile(new URL("../fixtures/events.json", import.meta.url), "utf8"));

const EXPECTED = { parsed: 37, refused: [true, true, true, true, true, true, true], order: 1, seen: 37 };

inEveryRuntime("every documented event is parsed, and what is none is refused", "events", EXPECTED, { facts: { events }, workerd: false });
