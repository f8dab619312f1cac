// @ts-check
// docs/cases.md names tests, which must exist.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";

const root = new URL("../../", import.meta.url);

test("every test that docs/cases.md names exists", async () => {
  const rows = (await readFile(new URL("docs/cases.md", root), "utf8")).split("\n").filter((line) => /^\| [A-Z]\d/.test(line));
  assert.ok(rows.length >= 10);
  for (const row of rows) {
    const tests = row.split(" | ").at(-1) ?? "";
    const files = tests.split(/`((?:ivs-local|tests)\/[^`]+)`/).slice(1);
    assert.ok(files.length > 0, row);
    for (let index = 0; index < files.length; index += 2) {
      const names = [...(files[index + 1] ?? "").matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
      assert.ok(names.length > 0, `${files[index]} without a test`);
      const source = await readFile(new URL(files[index] ?? "", root), "utf8");
      for (const name of names) assert.ok(source.includes(name), `${files[index]} has no "${name}"`);
    }
  }
});
