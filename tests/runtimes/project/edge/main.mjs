import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { EdgeRuntime, runServer } from "edge-runtime";
import edge from "edge-runtime/package.json" with { type: "json" };
import { build } from "esbuild";

// A function of the edge may not compile. Its builder makes the module of `x.wasm?module`, and the function finds it as a global.
const compiled = {};
const compile = {
  name: "compile",
  setup(builder) {
    const found = ({ path, resolveDir }) => ({ path: join(resolveDir, path.replace("?module", "")), namespace: "compile" });
    builder.onResolve({ filter: /\.wasm\?module$/ }, found);
    builder.onLoad({ filter: /./, namespace: "compile" }, async ({ path }) => {
      compiled.wasm_module = await WebAssembly.compile(await readFile(path));
      return { contents: "export default wasm_module" };
    });
  },
};
const options = { bundle: true, write: false, format: "iife", conditions: ["edge-light"], plugins: [compile] };
const { outputFiles } = await build({ entryPoints: ["edge/function.mjs"], ...options });
const codeGeneration = { strings: false, wasm: false };
const runtime = new EdgeRuntime({ initialCode: outputFiles[0].text, codeGeneration, extend: (context) => Object.assign(context, compiled) });
const server = await runServer({ runtime, host: "127.0.0.1" });
const response = await fetch(server.url, { method: "POST", body: process.env.FACTS });
console.log(`RESULT ${JSON.stringify({ version: edge.version, ...(await response.json()) })}`);
await server.close();
