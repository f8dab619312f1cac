// @ts-check
// Stands in for ../module.js in Node, Deno and Bun, whose own inflate takes less than a millisecond, where the unpacker takes 50 or more.
// The bytes are a fifth longer so, but nobody waits for them to be downloaded.
import { Buffer } from "node:buffer";
import { inflateRawSync } from "node:zlib";
import { compiled } from "./compiled.js";
// @ts-ignore made by the build, of what it packs
import { packed } from "./wasm.deflate.js";

export const compile = async () => compiled(inflateRawSync(Buffer.from(packed, "base64")));
