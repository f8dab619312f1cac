// @ts-check
// TypeScript takes each documented event, written out, for one of its variant, and for no other.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));
// Where `ivs-wasm` resolves to the installed package.
const FOLDER = join(ROOT, "target/events-types");
const run = promisify(execFile);

/** @type {any[]} */
const FIXTURES = JSON.parse(await readFile(new URL("../fixtures/events.json", import.meta.url), "utf8"));
const NAMES = ["event_name", "limit_name", "recording_status"];
/** Members that may be absent. */
const OPTIONAL = new Set(["user_id", "replica", "source_stage_arn", "source_session_id", "attributes"]);
/** The same of one event: sessions end with a code or without. @param {string} name @param {any} event */
const isOptional = (name, event) => OPTIONAL.has(name) || (name === "code" && event.detail.event_name === "Session Ended");

before(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
});
after(() => rm(FOLDER, { recursive: true, force: true }));

/** What the compiler says of a program under `--strict`. @param {string} source */
async function compile(source) {
  await writeFile(join(FOLDER, "program.ts"), source);
  const options = { strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, noEmit: true, target: "es2022", module: "node16", lib: ["es2022", "dom"], types: [] };
  await writeFile(join(FOLDER, "tsconfig.json"), JSON.stringify({ compilerOptions: options, files: ["program.ts"] }));
  const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
  return run(process.execPath, [tsc, "--project", FOLDER], { cwd: ROOT }).then(({ stdout }) => stdout, ({ stdout, stderr }) => stdout + stderr);
}

/** A program in which an event is narrowed by both of its names, and all its members are read. @param {any} event @param {number} index */
function program(event, index) {
  const discriminator = NAMES.find((name) => name in event.detail) ?? "";
  const members = Object.keys(event.detail).filter((name) => name !== discriminator);
  return `
    const event${index}: DocumentedIvsEvent = ${JSON.stringify(event)};
    export function narrow${index}(event: IvsEvent) {
      switch (event["detail-type"]) {
        case ${JSON.stringify(event["detail-type"])}:
          switch (event.detail.${discriminator}) {
            case ${JSON.stringify(event.detail[discriminator])}: {
              const detail: { ${members.map((name) => `${name}${isOptional(name, event) ? "?" : ""}: ${typeOf(event.detail[name])}`).join("; ")} } = event.detail;
              return [detail, ${members.map((name) => `event.detail.${name}`).join(", ")}];
            }
          }
      }
      return event${index};
    }`;
}

/** @param {unknown} value @returns {string} */
function typeOf(value) {
  if (Array.isArray(value)) return "string[]";
  if (typeof value !== "object" || value === null) return typeof value;
  return `{ ${Object.entries(value).map(([name, value]) => `${name}${OPTIONAL.has(name) ? "?" : ""}: ${name === "attributes" ? "Record<string, string>" : typeOf(value)}`).join("; ")} }`;
}

const HEAD = 'import type { DocumentedIvsEvent, IvsEvent } from "ivs-wasm/events";\n';

test("all 37 are events of their type, and are narrowed to their members", async () => {
  assert.equal(await compile(HEAD + FIXTURES.map(program).join("\n")), "");
});

test("none is, once a member is missing, of another type, or of another variant", async () => {
  const damaged = FIXTURES.flatMap((event) => {
    const discriminator = NAMES.find((name) => name in event.detail) ?? "";
    const changed = Object.keys(event.detail).flatMap((name) => [
      ...(isOptional(name, event) || name === discriminator ? [] : [{ ...event, detail: { ...event.detail, [name]: undefined } }]),
      { ...event, detail: { ...event.detail, [name]: Symbol.for("wrong") } },
    ]);
    return [...changed, { ...event, "detail-type": "IVS Other" }, { ...event, detail: { ...event.detail, [discriminator]: "Other" } }, { ...event, detail: { ...event.detail, unheard_of: 1 } }];
  });
  assert.ok(damaged.length > 300);
  const literal = (/** @type {any} */ event) => JSON.stringify(event, (_, value) => (typeof value === "symbol" ? "@wrong" : value)).replace('"@wrong"', "/x/");
  const lines = damaged.map((event, index) => `// @ts-expect-error\nexport const event${index}: DocumentedIvsEvent = ${literal(event)};`);
  assert.equal(await compile(HEAD + lines.join("\n")), "");
});
