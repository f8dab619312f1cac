// @ts-check
// `MetadataReader` and `decodeMetadata`: what the player's side makes of texts.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { decodeMetadata, MetadataReader, metadataStream } from "ivs-wasm/metadata";
import { random } from "./junk.mjs";
import { ARN } from "./metadata-service.mjs";

/** @param {number} first @param {unknown[]} items @param {string} [id] */
const batch = (first, items, id = "stream") => JSON.stringify({ ivsm: 1, id, n: first, items });

/** Texts that are no batches. */
const FOREIGN = ["", "text", "7", "null", "[]", "{}", '{"ivsm":1}', '"ivsm"', '{"ivsm":1,"id":"a","n":0,"items":[1]', '{"ivsm":2,"id":"a","n":0,"items":[]}', '{"ivsm":"1","id":"a","n":0,"items":[]}', '{"ivsm":1,"id":7,"n":0,"items":[]}', '{"ivsm":1,"id":"","n":0,"items":[]}', JSON.stringify({ ivsm: 1, id: "x".repeat(65), n: 0, items: [] }), '{"ivsm":1,"id":"a","n":-1,"items":[]}', '{"ivsm":1,"id":"a","n":0.5,"items":[]}', '{"ivsm":1,"id":"a","n":1e300,"items":[]}', '{"ivsm":1,"id":"a","n":0,"items":{}}', '{"ivsm":1,"id":"a","n":0}', '{"__proto__":{"ivsm":1,"id":"a","n":0,"items":[]}}', '[{"ivsm":1,"id":"a","n":0,"items":[]}]', 'null"ivsm"'];

describe("decodeMetadata", () => {
  test("gives the stream, the number of the first item, and the items", () => {
    assert.deepEqual(decodeMetadata(batch(17, ["a", { b: null }])), { streamId: "stream", sequence: 17, items: ["a", { b: null }] });
    assert.deepEqual(decodeMetadata('{ "items": [], "n": 0, "id": "other writer", "ivsm": 1, "more": true }'), { streamId: "other writer", sequence: 0, items: [] });
  });

  for (const text of FOREIGN) {
    test(`gives a text that is no batch as it is: ${text.slice(0, 60)}`, () => {
      assert.deepEqual(decodeMetadata(text), { streamId: undefined, sequence: 0, items: [text] });
      const reader = new MetadataReader();
      assert.deepEqual([reader.read(text), reader.read(text)], [[text], [text]]);
    });
  }

  test("refuses what is no text", () => {
    for (const text of [undefined, null, 7, {}, [], new String("x"), new Uint8Array(1), Symbol("s"), 1n]) {
      for (const decode of [decodeMetadata, (/** @type {any} */ text) => new MetadataReader().read(text)]) {
        assert.throws(() => decode(/** @type {any} */ (text)), { name: "ParamValidationError", message: /^text: expected the text of a cue, got \w+$/ });
      }
    }
  });
});

describe("MetadataReader", () => {
  test("drops repeats: whole texts, and the part of one that was there", () => {
    const reader = new MetadataReader();
    assert.deepEqual(reader.read(batch(0, ["a", "b"])), ["a", "b"]);
    assert.deepEqual(reader.read(batch(0, ["a", "b"])), []);
    assert.deepEqual(reader.read(batch(1, ["b", "c"])), ["c"]);
    assert.deepEqual(reader.read(batch(0, ["a", "b", "c", "d"])), ["d"]);
    assert.deepEqual(reader.read(batch(4, ["e"])), ["e"]);
    assert.deepEqual(reader.read(batch(4, [])), []);
  });

  test("begins where the viewer came, and goes on where a text is missing", () => {
    const reader = new MetadataReader();
    assert.deepEqual(reader.read(batch(100, ["a"])), ["a"]);
    assert.deepEqual(reader.read(batch(105, ["f"])), ["f"]);
    assert.deepEqual(reader.read(batch(101, ["b"])), [], "what comes too late is left out");
    assert.deepEqual(reader.read(batch(106, ["g"])), ["g"]);
  });

  test("takes a writer that begins again for another, and what is late of the first for what it is", () => {
    const reader = new MetadataReader();
    assert.deepEqual(reader.read(batch(0, ["a"], "first")), ["a"]);
    assert.deepEqual(reader.read(batch(0, ["b"], "second")), ["b"]);
    assert.deepEqual(reader.read(batch(0, ["a"], "first")), []);
    assert.deepEqual(reader.read(batch(1, ["c"], "second")), ["c"]);
    assert.deepEqual(reader.read(batch(1, ["d"], "first")), ["d"]);
  });

  test("remembers 32 streams, those that were read last", () => {
    const reader = new MetadataReader();
    const read = (/** @type {number} */ stream) => reader.read(batch(0, ["a"], `${stream}`));
    for (let stream = 0; stream < 100; stream++) assert.deepEqual(read(stream), ["a"]);
    for (let stream = 68; stream < 100; stream++) assert.deepEqual(read(stream), []);
    assert.deepEqual(read(67), ["a"]);
    assert.deepEqual(read(68), ["a"], "which was read least lately");
    assert.deepEqual(read(70), []);
  });

  test("with maxHeld, puts texts in order that overtook each other", () => {
    const reader = new MetadataReader({ maxHeld: 2 });
    assert.deepEqual(reader.read(batch(0, ["a"])), ["a"]);
    assert.deepEqual(reader.read(batch(2, ["c"])), []);
    assert.deepEqual(reader.read(batch(3, ["d"])), []);
    assert.deepEqual(reader.read("between"), ["between"]);
    assert.deepEqual(reader.read(batch(1, ["b"])), ["b", "c", "d"]);
    assert.deepEqual([reader.read(batch(5, ["f"])), reader.read(batch(6, ["g"])), reader.read(batch(8, ["i"]))], [[], [], ["f", "g"]]);
    assert.deepEqual(reader.flush(), ["i"]);
    assert.deepEqual(reader.flush(), []);
    assert.deepEqual(reader.read(batch(7, ["h"])), [], "which was not waited for");
  });

  test("with maxHeld, gives every item once and in order, whatever is repeated and overtakes", () => {
    const numbers = random(5);
    for (let round = 0; round < 200; round++) {
      const maxHeld = 1 + Math.floor(numbers() * 6);
      const texts = [];
      for (let number = 0; number < 100;) {
        const size = 1 + Math.floor(numbers() * 5);
        texts.push({ place: texts.length, text: batch(number, Array.from({ length: size }, (_, index) => number + index)) });
        number += size;
      }
      const length = texts.reduce((sum, { text }) => sum + JSON.parse(text).items.length, 0);
      // The first is where the reader begins; each other comes at most so many places late, and again later.
      const [first, ...others] = texts;
      const shuffled = others.map((text) => ({ ...text, at: text.place + numbers() * maxHeld })).sort((a, b) => a.at - b.at);
      const repeated = shuffled.flatMap((text, index) => (numbers() < 0.3 ? [text, shuffled[Math.floor(numbers() * (index + 1))]] : [text]));
      const reader = new MetadataReader({ maxHeld });
      const got = [first, ...repeated].flatMap(({ text }) => reader.read(text));
      assert.deepEqual([...got, ...reader.flush()], Array.from({ length }, (_, index) => index), `${maxHeld}`);
    }
  });

  test("is given nothing by members of a prototype, and gives plain data", () => {
    const [item] = /** @type {any[]} */ (new MetadataReader().read(batch(0, [JSON.parse('{"__proto__":{"admin":true}}')])));
    assert.equal(item.admin, undefined);
    assert.ok(Object.hasOwn(item, "__proto__"));
  });

  test("refuses options that are none", () => {
    for (const options of [null, 7, "x"]) assert.throws(() => new MetadataReader(/** @type {any} */ (options)), { name: "ParamValidationError", message: /^options/ });
    for (const maxHeld of [-1, NaN, "2", {}]) assert.throws(() => new MetadataReader(/** @type {any} */ ({ maxHeld })), { name: "ParamValidationError", message: /^options\.maxHeld: / });
  });

  test("reads what a stream writes with the same random numbers and at the same time: no two streams have one id", async () => {
    const { random } = Math;
    Math.random = () => 0;
    try {
      const reader = new MetadataReader();
      const got = /** @type {unknown[]} */ ([]);
      const client = { putMetadata: async (/** @type {any} */ { metadata }) => void got.push(...reader.read(metadata)) };
      const streams = [1, 2].map(() => metadataStream(client, { channelArn: ARN }).getWriter());
      for (const [index, writer] of streams.entries()) {
        await writer.write(index);
        await writer.close();
      }
      assert.deepEqual(got, [0, 1]);
    } finally {
      Math.random = random;
    }
  });
});
