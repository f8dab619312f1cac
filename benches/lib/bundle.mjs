// @ts-check
// Bundles as a web application has them.

import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

/** A script and what it imports, minified. */
export async function bundle(/** @type {string} */ contents) {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    logLevel: "error",
  });
  return outputFiles[0].text;
}

export const gzip = (/** @type {string | Uint8Array} */ content) => gzipSync(content, { level: 9 });
