// @ts-check
// A misspelt option of `ivs-wasm/metadata` is refused by its name: it would do nothing.

import assert from "node:assert/strict";
import { test } from "node:test";
import { MetadataReader, metadataStream } from "ivs-wasm/metadata";
import { ARN } from "./metadata-service.mjs";
import { recorder } from "./metadata-streams.mjs";

for (const name of ["whenOfline", "ondrop", "onDropped", "channelARN", "maxHeld", "__proto"]) {
  test(`metadataStream: ${name}`, () => {
    assert.throws(() => metadataStream(recorder(), /** @type {any} */ ({ channelArn: ARN, [name]: undefined })), { name: "ParamValidationError", message: new RegExp(`^options\\.${name}: is not known: options has channelArn and mode and `) });
  });
}

for (const name of ["maxheld", "onDrop"]) {
  test(`MetadataReader: ${name}`, () => {
    assert.throws(() => new MetadataReader(/** @type {any} */ ({ [name]: 1 })), { name: "ParamValidationError", message: `options.${name}: is not known: options has maxHeld` });
  });
}
