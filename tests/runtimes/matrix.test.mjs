// @ts-check
// The packed package in every runtime: three signed calls, one signature and playback tokens in each, and which of the package's files it
// took.

import assert from "node:assert/strict";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { after, before, describe, test } from "node:test";
import { startLocal } from "../node/local.mjs";
import { BROWSERS, inBrowser } from "./browsers.mjs";
import { comparePlayback, KEYS, WRONG_KEYS } from "./playback-keys.mjs";
import { bun, deno, node, printedBy, run, start, tool, within } from "./programs.mjs";

/** The file with the method that throws, in the package as small modules. JavaScriptCore omits the frame of a tail call. */
const MODULES = "(ivs/ivs-client|pagination/boto3-paginator).js";

/** The signature, as AWS published it, of the request that the project's `check.mjs` signs. */
const SIGNATURE = "d3875051da38690788ef43de4db0d8f280229d82040bfac253562e56c3f20e0b";

const RESULTS = new URL("../../target/matrix/runtimes.json", import.meta.url);
const FAST = process.env.RUNTIMES === "fast";

/** The Node that runs the tools which are not runtimes themselves. */
const HOST = 24;

/**
 * @typedef {import("./project/check.mjs").Facts} Facts
 *
 * @typedef {object} Row
 * @property {string} where the runtime's name in the table
 * @property {boolean} [fast] also in the fast check
 * @property {boolean} [pinned] false: the version is Debian's
 * @property {Record<string, string | null>} files the file of the package that each way of using it loads; null if no stack trace shows it
 * @property {(facts: (way: string) => Facts) => Promise<{ version?: string, results: Record<string, any> }>} run
 */

/**
 * A row whose ways are programs that print their result and end.
 *
 * @param {string} where
 * @param {Record<string, { file: string | null, program: () => string, args: string[], folder?: string, variables?: Record<string, string> }>} programs
 * @param {{ fast?: boolean }} [options]
 * @returns {Row}
 */
function printing(where, programs, options) {
  return {
    where,
    ...options,
    files: Object.fromEntries(Object.entries(programs).map(([way, { file }]) => [way, file])),
    async run(facts) {
      const results = /** @type {Record<string, any>} */ ({});
      for (const [way, { program, args, folder, variables }] of Object.entries(programs)) {
        const printed = await run(program(), args, { folder, variables: { FACTS: JSON.stringify(facts(way)), ...variables } });
        const result = /RESULT (\{.*\})/.exec(printed)?.[1];
        assert.ok(result, `it printed no result, but:\n${printed}`);
        results[way] = JSON.parse(result);
      }
      return { version: Object.values(results)[0].version, results };
    },
  };
}

/** @param {string} where @returns {Row} */
function browsing(where) {
  const files = { page: MODULES, "module worker": MODULES, "service worker": MODULES };
  return {
    where,
    fast: where === "Chromium",
    pinned: BROWSERS[where].pinned,
    files,
    run: (facts) => inBrowser(where, Object.keys(files), facts),
  };
}

/** @type {Row[]} */
const MATRIX = [
  ...[18, 20, 22, 24].map((major) =>
    printing(
      `Node ${major}`,
      {
        import: { file: "node.js", program: () => node(major), args: ["node/import.mjs"] },
        require: { file: "node.cjs", program: () => node(major), args: ["node/require.cjs"] },
      },
      { fast: major === 20 },
    ),
  ),
  printing("Jest", { require: { file: "node.cjs", program: () => node(HOST), args: [tool("jest/bin/jest.js"), "--rootDir", "jest"] } }),
  printing("Vitest", { import: { file: "node.js", program: () => node(HOST), args: [tool("vitest/vitest.mjs"), "run", "--root", "vitest"] } }),
  printing(
    "Deno",
    {
      import: {
        file: "server.js",
        program: deno,
        args: ["run", "--no-lock", "--no-prompt", "--allow-net=127.0.0.1", "--allow-env", "deno/main.mjs"],
        variables: { DENO_NO_UPDATE_CHECK: "1" },
      },
    },
    { fast: true },
  ),
  printing("Bun", {
    import: { file: "server.js", program: bun, args: ["run", "bun/main.mjs"] },
    require: { file: "server.cjs", program: bun, args: ["run", "bun/require.cjs"] },
  }),
  { where: "workerd", files: { "wrangler dev": null, "wrangler dev of 2025-04": null }, run: inWorkerd },
  printing("edge-runtime", { import: { file: null, program: () => node(HOST), args: ["edge/main.mjs"] } }),
  ...Object.keys(BROWSERS).map((where) => browsing(where)),
];

/** Ways of running a worker: with today's compatibility date, and with one of before 2025-05, from when on there is FinalizationRegistry. */
const WORKERD = /** @type {Record<string, { args: string[], finalization: string }>} */ ({
  "wrangler dev": { args: [], finalization: "function" },
  "wrangler dev of 2025-04": { args: ["--compatibility-date", "2025-04-01"], finalization: "undefined" },
});

/** @type {Row["run"]} */
async function inWorkerd(facts) {
  const version = /\d{4}-\d\d-\d\d/.exec(await run(node(HOST), [tool("workerd/bin/workerd"), "--version"]))?.[0];
  const results = /** @type {Record<string, any>} */ ({});
  for (const [way, { args, finalization }] of Object.entries(WORKERD)) {
    results[way] = await byWrangler(args, facts(way));
    assert.equal(results[way].finalization, finalization, way);
  }
  return { version, results };
}

/** @param {string[]} more @param {Facts} facts */
async function byWrangler(more, facts) {
  const args = [tool("wrangler/bin/wrangler.js"), "dev", "--port", "0", "--inspector-port", "0", "--ip", "127.0.0.1", ...more];
  const wrangler = start(node(HOST), args, { folder: "workerd", variables: { CI: "1" } });
  try {
    const url = await printedBy(wrangler, /Ready on (http:\S+)/);
    const asked = fetch(url, { method: "POST", body: JSON.stringify(facts) });
    const text = await within(wrangler, "an answer", asked.then((response) => response.text()));
    assert.ok(text.startsWith("{"), `${text}\n${wrangler.printed()}`);
    return JSON.parse(text);
  } finally {
    await wrangler.kill();
  }
}

const chosen = MATRIX.filter(({ fast }) => fast || !FAST);
const table = /** @type {Record<string, { where: string, version: string, how: string, pinned: boolean }>} */ ({});
/** @type {import("../node/local.mjs").Local} */
let local;

before(async () => void (local = await startLocal()));

after(async () => {
  await local?.stop();
  if (FAST) return;
  await rm(RESULTS, { force: true });
  if (Object.keys(table).length < MATRIX.length) return;
  await mkdir(new URL("./", RESULTS), { recursive: true });
  await writeFile(RESULTS, `${JSON.stringify(MATRIX.map(({ where }) => table[where]), undefined, 2)}\n`);
});

describe("the package works in", { concurrency: 2 }, () => {
  for (const { where, files, pinned = true, run } of chosen) {
    test(where, async (context) => {
      const { endpoint, region, credentials } = local;
      const name = (/** @type {string} */ way) => `${where} ${way}`.replace(/[^\w-]/g, "-");
      const { version, results } = await run((way) => ({ name: name(way), config: { endpoint, region, credentials }, keys: KEYS, wrongKeys: WRONG_KEYS }));
      assert.ok(version, "it reported its version");
      const passed = /** @type {string[]} */ ([]);
      for (const [way, file] of Object.entries(files)) {
        await context.test(way, () => {
          compare(results[way], name(way), file);
          passed.push(way);
        });
      }
      if (passed.length === Object.keys(files).length) table[where] = { where, version, how: passed.join(", "), pinned };
    });
  }
});

/** @param {any} result @param {string} name @param {string | null} file */
function compare(result, name, file) {
  assert.equal(result.error, undefined, result.error);
  assert.equal(result.created, name);
  assert.deepEqual(result.listed, [true]);
  assert.deepEqual(result.missing, ["ResourceNotFoundException", true, 404]);
  assert.equal(result.signature, SIGNATURE);
  comparePlayback(result.playback);
  // Where nothing may be compiled, the module can only be that of the .wasm file.
  assert.equal(result.compiles, file !== null);
  if (file !== null) assert.match(result.file, new RegExp(`/(project|127.0.0.1:\\d+)/node_modules/ivs-wasm/${file}$`));
}
