import { EdgeRuntime, runServer } from "edge-runtime";
import { build } from "esbuild";

const { outputFiles } = await build({ entryPoints: ["workflows/function.mjs"], bundle: true, write: false, format: "iife", conditions: ["edge-light"] });
const runtime = new EdgeRuntime({ initialCode: outputFiles[0].text, codeGeneration: { strings: false, wasm: false } });
const server = await runServer({ runtime, host: "127.0.0.1" });
const response = await fetch(server.url);
console.log(`RESULT ${await response.text()}`);
await server.close();
