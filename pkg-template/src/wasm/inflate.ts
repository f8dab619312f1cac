// Inflates the inlined module by what the platform brings along.
import { WebAssemblyError } from "../errors/client-errors.js";

interface Zlib {
  inflateSync(bytes: Uint8Array): Uint8Array<ArrayBuffer>;
}

interface RuntimeProcess {
  versions?: { node?: unknown };
  getBuiltinModule?(name: string): Zlib | undefined;
}

/** The bytes that deflate and base64 were applied to, or a response of them, which is compiled while it is inflated. */
export function inflate(base64: string): Uint8Array<ArrayBuffer> | Response {
  const bytes = decodeBase64(base64);
  // It takes less time than a stream where it exists. And Bun ends while nothing but a streaming compilation is awaited.
  const { process } = globalThis as { process?: RuntimeProcess };
  // On a page, `process` may be an element of its markup. That has no text for a version.
  const isRuntime = typeof process?.versions?.node === "string";
  const zlib = isRuntime ? process?.getBuiltinModule?.("zlib") : undefined;
  if (zlib) return zlib.inflateSync(bytes);
  if (globalThis.DecompressionStream) {
    // By the body of a response: Chromium takes twice as long for the stream of a Blob.
    const stream = (new Response(bytes).body as ReadableStream<BufferSource>).pipeThrough(
      new DecompressionStream("deflate"),
    );
    return new Response(stream, { headers: { "content-type": "application/wasm" } });
  }
  throw new WebAssemblyError("cannot inflate the WebAssembly module: there is no DecompressionStream here");
}

/** `Uint8Array.from(atob(text), …)` would be shorter, and take twenty times as long. */
function decodeBase64(text: string): Uint8Array<ArrayBuffer> {
  const Bytes = Uint8Array as typeof Uint8Array & { fromBase64?(text: string): Uint8Array<ArrayBuffer> };
  if (Bytes.fromBase64) return Bytes.fromBase64(text);
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
}
