// @ts-check
// What beyond the client has a subpath of its own: it costs nothing where it is not imported, and what docs/size.md says where it is.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
const require = createRequire(import.meta.url);

/** Bytes by which the same bundle differs between the zlibs of two versions of Node. */
const SLACK = 20;

/** @type {Record<string, any>} */
const EXPORTS = JSON.parse(await readFile(new URL("../../node_modules/ivs-wasm/package.json", import.meta.url), "utf8")).exports;
/** Those that are the client itself, or change it. */
const OF_THE_CLIENT = ["slim", "middleware"];
const SUBPATHS = Object.keys(EXPORTS).filter((name) => /^\.\/[\w-]+$/.test(name)).map((name) => name.slice(2)).filter((name) => !OF_THE_CLIENT.includes(name));

/** The rows of the page's table: `ivs-wasm/events`, `parseIvsEvent`, 3,052. */
const page = await readFile(new URL("../../docs/size.md", import.meta.url), "utf8");
const rows = [...page.matchAll(/^\| `ivs-wasm\/([\w-]+)` \| (?:`([\w, ]+)`|all) \| ([\d,]+) \|$/gm)].map(([, subpath, names, bytes]) => ({ subpath, names, bytes: Number(bytes.replaceAll(",", "")) }));

/** A minified bundle for browsers, as `cargo xtask size` has it, and the files in it. @param {string} contents */
async function bundle(contents) {
  const { outputFiles, metafile } = await esbuild.build({ stdin: { contents, resolveDir: ROOT }, bundle: true, minify: true, format: "esm", platform: "browser", target: "es2022", write: false, metafile: true });
  const [{ inputs }] = Object.values(metafile.outputs);
  return { text: outputFiles[0].text, files: Object.keys(inputs).filter((name) => inputs[name].bytesInOutput > 0) };
}

test("there are subpaths, and docs/size.md has all of them", () => {
  assert.ok(SUBPATHS.length > 0);
  assert.deepEqual([...new Set(rows.map(({ subpath }) => subpath))].sort(), [...SUBPATHS].sort());
});

for (const { subpath, names, bytes } of rows) {
  test(`ivs-wasm/${subpath}: ${names ?? "all"} has ${bytes} bytes`, async () => {
    const { text } = await bundle(`export ${names ? `{ ${names} }` : "*"} from "ivs-wasm/${subpath}";`);
    const measured = gzipSync(text, { level: 9 }).length;
    assert.ok(Math.abs(measured - bytes) <= SLACK, `it has ${measured} bytes, and docs/size.md says ${bytes}`);
    assert.doesNotMatch(text, /WebAssembly\.(Module|instantiate|compile)/, "and no wasm");
  });
}

test("nothing of them is in the bundle of the client", async () => {
  for (const entry of ["ivs-wasm", "ivs-wasm/slim"]) {
    const { files } = await bundle(`import { IvsClient, CreateChannelCommand } from "${entry}"; export const create = (config, input) => new IvsClient(config).send(new CreateChannelCommand(input));`);
    assert.ok(files.some((name) => name.includes("ivs-wasm/")));
    for (const subpath of SUBPATHS) assert.deepEqual(files.filter((name) => new RegExp(`ivs-wasm/${subpath}[./]`).test(name)), []);
  }
});

describe("each is loaded", () => {
  for (const subpath of SUBPATHS) {
    test(`ivs-wasm/${subpath}: by import and by require, with the same exports`, async () => {
      const imported = await import(`ivs-wasm/${subpath}`);
      assert.deepEqual(Object.keys(require(`ivs-wasm/${subpath}`)).sort(), Object.keys(imported).sort());
    });

    test(`ivs-wasm/${subpath}: in a realm with nothing but the language`, async () => {
      const module = { exports: /** @type {any} */ ({}) };
      const context = createContext({ module, exports: module.exports, require });
      runInContext("delete globalThis.WebAssembly; delete globalThis.console;", context);
      runInContext(await readFile(require.resolve(`ivs-wasm/${subpath}`), "utf8"), context);
      assert.ok(Object.keys(module.exports).length > 0);
    });
  }
});
