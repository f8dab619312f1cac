// @ts-check
// The boundary between JavaScript and WebAssembly, and what docs/architecture.md says of it.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { OFFLINE } from "./wire.mjs";

/** Before the redesign, the module had 59 imports and 15 exports. */
const BEFORE = 74;

const documentation = await readFile(new URL("../../docs/architecture.md", import.meta.url), "utf8");
const bytes = await readFile(fileURLToPath(import.meta.resolve("ivs-wasm/ivs_wasm.wasm")));
const module = await WebAssembly.compile(bytes);
/** @type {Record<string, string>} */
const short = JSON.parse(await readFile(new URL("../../target/package/wasm/ivs_wasm.names.json", import.meta.url), "utf8"));
const long = new Map(Object.entries(short).map(([name, to]) => [to, name]));

/** The name that wasm-bindgen gave, without its prefix and its hash. @param {{ name: string }} one */
const nameOf = ({ name }) => (long.get(name) ?? name).replace(/^__wbg_/, "").replace(/_+h?[0-9a-f]{16}$/, "");

/** The names in the first column of the table under a heading. @param {string} heading */
function documented(heading) {
  const section = documentation.split(`\n${heading}\n`)[1]?.split("\n#")[0] ?? assert.fail(`there is no ${heading}`);
  const cells = section.split("\n").filter((line) => line.startsWith("| `")).map((line) => line.split("|")[1] ?? "");
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`(?: x(\d))?/g)].flatMap(([, name = "", times = "1"]) => Array(Number(times)).fill(name)));
}

test("every import and export of the module is in docs/architecture.md, and they are fewer than before", () => {
  const [imports, exports] = [WebAssembly.Module.imports(module), WebAssembly.Module.exports(module)];
  assert.deepEqual(documented("### Imports").sort(), imports.map(nameOf).sort());
  assert.deepEqual(documented("### Exports").sort(), exports.map(nameOf).sort());
  assert.ok(imports.length + exports.length < BEFORE);
  assert.ok(documentation.includes(`${imports.length} imports and ${exports.length} exports`), `${imports.length} and ${exports.length}`);
});

test("a call crosses the boundary as often as docs/architecture.md says", async (context) => {
  const { Instance } = WebAssembly;
  context.after(() => void (WebAssembly.Instance = Instance));
  const crossed = { imports: 0, exports: 0 };
  /** Counts the calls of an object's functions. @param {object} object @param {keyof typeof crossed} which */
  const counted = (object, which) =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [name, typeof value !== "function" ? value : (/** @type {any[]} */ ...given) => (crossed[which]++, value(...given))]));
  WebAssembly.Instance = /** @type {any} */ (
    function (/** @type {WebAssembly.Module} */ compiled, /** @type {WebAssembly.Imports} */ imports) {
      const given = Object.fromEntries(Object.entries(imports).map(([from, functions]) => [from, counted(functions, "imports")]));
      return { exports: counted(new Instance(compiled, /** @type {any} */ (given)).exports, "exports") };
    }
  );
  const { IvsClient } = await import("ivs-wasm");
  const answer = '{"channel":{"arn":"a","name":"launch-party"},"streamKey":{"arn":"b"}}';
  const ivs = new IvsClient({ ...OFFLINE, credentials: { accessKeyId: "AKID", secretAccessKey: "secret" }, fetch: async () => new Response(answer) });
  const call = () => ivs.createChannel({ name: "launch-party", latencyMode: "LOW" });
  await call();
  Object.assign(crossed, { imports: 0, exports: 0 });
  await call();
  assert.ok(documentation.includes(`calls ${crossed.imports} imports and ${crossed.exports} exports`), JSON.stringify(crossed));
});
