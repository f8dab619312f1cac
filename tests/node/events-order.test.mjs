// @ts-check
// The order of events, and those that are delivered twice.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IvsEventDeduplicator, ParamValidationError, compareIvsEvents } from "ivs-wasm/events";
import { random } from "./junk.mjs";

/** @param {string} time @param {object} [detail] @returns {any} */
const at = (time, detail = {}) => ({ id: `${time}${JSON.stringify(detail)}`, time, detail });
const second = "2026-11-28T10:00:00Z";
/** @param {string} event_time_precise */
const precise = (event_time_precise) => at(second, { event_time: second, event_time_precise });

describe("compareIvsEvents", () => {
  test("refuses what is no event", () => {
    for (const odd of /** @type {any[]} */ ([undefined, null, {}, { time: 5 }, { detail: null }])) assert.throws(() => compareIvsEvents(odd, ORDERED[0]), ParamValidationError);
  });

  /** Each is later than the one before. */
  const ORDERED = [
    at("2025-12-31T23:59:59Z"),
    at("2026-11-28T11:00:00+02:00"),
    at("2026-11-28T09:59:59Z"),
    at(second),
    precise("2026-11-28T10:00:00.000000001Z"),
    precise("2026-11-28T10:00:00.000001Z"),
    precise("2026-11-28T10:00:00.0100Z"),
    at(second, { event_time: "2026-11-28T10:00:00.089061676Z" }),
    at(second, { event_time: "2026-11-28T10:00:00.089061677Z" }),
    precise("2026-11-28T10:00:00.09Z"),
    precise("2026-11-28T10:00:00.123456Z"),
    precise("2026-11-28T10:00:00.1234561Z"),
    at("2026-11-28T10:00:01Z"),
    at(second, { event_time: "2026-11-28T10:00:02Z" }),
  ];

  test("every pair is compared by when it happened", () => {
    for (const [index, a] of ORDERED.entries()) {
      for (const [other, b] of ORDERED.entries()) assert.equal(Math.sign(compareIvsEvents(a, b)), Math.sign(index - other), `${a.id} ${b.id}`);
    }
  });

  test("events that came in any order are sorted", () => {
    const next = random(1);
    for (let round = 0; round < 100; round += 1) {
      const shuffled = ORDERED.map((event) => ({ event, key: next() })).sort((a, b) => a.key - b.key).map(({ event }) => event);
      assert.deepEqual(shuffled.sort(compareIvsEvents), ORDERED);
    }
  });

  test("events of one moment stay in the order in which they came", () => {
    const same = [at(second), precise("2026-11-28T10:00:00.000Z"), at("2026-11-28T11:00:00+01:00"), at(second, { event_time: 5, event_time_precise: "soon" })];
    for (const a of same) for (const b of same) assert.equal(compareIvsEvents(a, b), 0);
    assert.deepEqual([...same].reverse().sort(compareIvsEvents), [...same].reverse());
  });

  test("an event without a time is refused", () => {
    for (const time of [undefined, null, 5, "", "now"]) assert.throws(() => compareIvsEvents(at(second), at(/** @type {any} */ (time))), ParamValidationError);
  });
});

describe("IvsEventDeduplicator", () => {
  test("an event is new once", () => {
    const seen = new IvsEventDeduplicator();
    assert.deepEqual(["a", "b", "a", "b", "a", "c"].map((id) => seen.add({ id })), [true, true, false, false, false, true]);
  });

  test("an event that was deleted, because its handling failed, is new again", () => {
    const seen = new IvsEventDeduplicator();
    seen.add({ id: "a" });
    seen.add({ id: "b" });
    seen.delete({ id: "a" });
    seen.delete({ id: "never" });
    assert.deepEqual([seen.add({ id: "a" }), seen.add({ id: "b" })], [true, false]);
  });

  for (const capacity of [1, 2, 3, 10, 100]) {
    test(`of ${capacity}: the last ${capacity} that were seen are remembered, and ${2 * capacity} at most`, () => {
      const next = random(capacity);
      const seen = new IvsEventDeduplicator({ capacity });
      /** All ids, each where it was last seen. @type {string[]} */
      let history = [];
      for (let count = 0; count < 20 * capacity; count += 1) {
        const id = `${Math.floor(next() * 4 * capacity)}`;
        const isNew = seen.add({ id });
        const before = history.length - 1 - history.lastIndexOf(id);
        if (!history.includes(id)) assert.equal(isNew, true);
        else if (before < capacity) assert.equal(isNew, false);
        else if (before >= 2 * capacity) assert.equal(isNew, true);
        history = [...history.filter((other) => other !== id), id];
      }
    });
  }

  test("10,000 are remembered by default, and a million at the same speed", { timeout: 20_000 }, () => {
    const seen = new IvsEventDeduplicator();
    for (let id = 0; id < 100_000; id += 1) assert.equal(seen.add({ id: `${id}` }), true);
    assert.equal(seen.add({ id: "90000" }), false);
    assert.equal(seen.add({ id: "79999" }), true);
    const million = new IvsEventDeduplicator({ capacity: 1_000_000 });
    for (let id = 0; id < 1_200_000; id += 1) million.add({ id: `${id}` });
    assert.equal(million.add({ id: "200000" }), false);
  });

  test("capacities and events that are none are refused", () => {
    for (const capacity of [0, -1, 1.5, NaN, Infinity, 1_000_001, "10", 10n, {}, true]) {
      assert.throws(() => new IvsEventDeduplicator(/** @type {any} */ ({ capacity })), (/** @type {any} */ error) => error instanceof ParamValidationError && error.problems[0].path === "options.capacity", `${capacity}`);
    }
    for (const options of [null, 5, "10"]) assert.throws(() => new IvsEventDeduplicator(/** @type {any} */ (options)), ParamValidationError);
    new IvsEventDeduplicator({ capacity: undefined });
    new IvsEventDeduplicator({ capacity: 1_000_000 });
    const seen = new IvsEventDeduplicator();
    for (const event of [undefined, null, "a", {}, { id: "" }, { id: 5 }, { id: "x".repeat(257) }, Object.create({ id: "a" })]) {
      assert.throws(() => seen.add(event), ParamValidationError);
      assert.throws(() => seen.delete(event), ParamValidationError);
    }
  });
});
