// The WebAssembly module, inlined so that there is one form of it for every runtime and bundler.
import { deflatedWasm } from "./inlined-wasm.js";
import init, { Local } from "./ivs_local_npm.js";

export { Local };

let loading: Promise<unknown> | undefined;

/** Resolves when what `ivs_local_npm.js` exports may be used. It is compiled once. */
export function load(): Promise<unknown> {
  loading ??= begin();
  loading.catch(() => {
    // The next one tries again.
    loading = undefined;
  });
  return loading;
}

async function begin(): Promise<void> {
  await init({ module_or_path: await inflate(decodeBase64(deflatedWasm)) });
}

interface Zlib {
  inflateSync(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
}

async function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<BufferSource> {
  // Where it exists it takes less time than a stream, and works in Jest's environments.
  const zlib = builtin<Zlib>("zlib");
  if (zlib) return zlib.inflateSync(bytes);
  const inflated = (new Response(bytes).body as ReadableStream<BufferSource>).pipeThrough(
    new DecompressionStream("deflate"),
  );
  return new Response(inflated).arrayBuffer();
}

interface RuntimeProcess {
  versions?: { node?: unknown };
  getBuiltinModule?(name: string): unknown;
}

/** A module of Node's, where there are such. */
export function builtin<Module>(name: string): Module | undefined {
  const { process } = globalThis as { process?: RuntimeProcess };
  // On a page, `process` may be an element of its markup.
  if (typeof process?.versions?.node !== "string") return undefined;
  return process.getBuiltinModule?.(name) as Module | undefined;
}

function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
