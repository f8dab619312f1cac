// @ts-check
// Compiles a file beside the packages of the root.

import { execFile } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** @param {string} source @param {string} [name] @returns {Promise<string>} the compiler's output */
export async function compile(source, name = "names.ts") {
  const folder = await mkdtemp(join(tmpdir(), "ivs-wasm-types-"));
  try {
    await symlink(join(ROOT, "node_modules"), join(folder, "node_modules"));
    await writeFile(join(folder, name), source);
    const compilerOptions = { strict: true, exactOptionalPropertyTypes: true, noEmit: true, skipLibCheck: true, module: "esnext", moduleResolution: "bundler", target: "es2022", types: ["node"], allowJs: true, checkJs: true };
    await writeFile(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions, files: [name] }));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    return await promisify(execFile)(process.execPath, [tsc, "--project", folder]).then(() => "", (error) => `${error.stdout}${error.stderr}`);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
