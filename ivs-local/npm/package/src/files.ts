// The files of a directory, such as those of the demo page.
import { readFile, realpath } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import type { WireResponse } from "./service.js";

const TYPES: Readonly<Record<string, string>> = {
  ".css": "text/css",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".js": "text/javascript",
  ".json": "application/json",
  ".map": "application/json",
  ".mjs": "text/javascript",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
};

/** Answers with the file of a path, if there is one. */
export function filesOf(directory: string): (method: string, path: string) => Promise<WireResponse | undefined> {
  return async (method, path) => {
    if (method !== "GET" && method !== "HEAD") return undefined;
    try {
      const root = await realpath(directory);
      const name = decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path);
      // A link that leads out of the directory is none of its files.
      const file = await realpath(join(root, name));
      if (!file.startsWith(root + sep)) return undefined;
      const body = new Uint8Array(await readFile(file));
      const type = TYPES[extname(file)] ?? "application/octet-stream";
      return { status: 200, headers: { "content-type": type, "x-content-type-options": "nosniff" }, body };
    } catch {
      // There is no such file.
      return undefined;
    }
  };
}
