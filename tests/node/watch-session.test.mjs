// @ts-check
// `watchSession`: each event once, in order, to the end of the session.

import assert from "node:assert/strict";
import { getEventListeners } from "node:events";
import { describe, test } from "node:test";
import { watchSession } from "ivs-wasm/watch";
import { Account, answer, arn, collect, failure, listenersOf, turns, virtualTime } from "./watched.mjs";

const A = arn("A");
const INTERVAL = 5000;
const [FIRST, SECOND] = ["1", "2"].map((digit) => `st-${digit.padStart(23, "0")}`);
const START = Date.parse("2026-11-28T09:00:00Z");

/** @param {string} name @param {number} second */
const event = (name, second) => ({ name, type: "IVS Stream State Change", eventTime: new Date(START + second * 1000).toISOString() });

/** A session of an account, whose events are added as they happen. @param {Account} account @param {string} streamId */
function session(account, streamId) {
  const session = { streamId, startTime: new Date(START).toISOString(), truncatedEvents: /** @type {object[]} */ ([]) };
  account.sessions.set(streamId, session);
  return {
    add: (/** @type {object[]} */ ...events) => void (session.truncatedEvents = [...events.reverse(), ...session.truncatedEvents].slice(0, 500)),
    end: () => Object.assign(session, { endTime: new Date(START + 3_600_000).toISOString() }),
    session,
  };
}

/** @param {{ items: { name?: string }[] }} watched */
const names = ({ items }) => items.map(({ name }) => name);

describe("events", () => {
  test("those that were, then those that come, the oldest first, each once, to the end", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const { add, end } = session(account, FIRST);
    add(event("Session Created", 0), event("Stream Start", 1));
    const watched = collect(watchSession(account.client(), { channelArn: A }));
    await pass(100);
    assert.deepEqual(watched.items[1], { ...event("Stream Start", 1), eventTime: new Date(START + 1000), came: Date.now() - 100 });
    await pass(INTERVAL * 2);
    add(event("Starvation Start", 10), event("Starvation End", 11));
    await pass(INTERVAL * 2);
    add(event("Stream End", 20), event("Session Ended", 21));
    end();
    await pass(INTERVAL * 2);
    assert.deepEqual(names(watched), ["Session Created", "Stream Start", "Starvation Start", "Starvation End", "Stream End", "Session Ended"]);
    assert.equal(watched.isDone, true);
    const { calls } = account;
    const count = calls.length;
    await pass(INTERVAL * 5);
    assert.equal(account.calls.length, count, "nothing is asked any more");
    assert.deepEqual(calls.map(({ input }) => input), [{ channelArn: A }, ...Array(count - 1).fill({ channelArn: A, streamId: FIRST })]);
  });

  test("of a session that is over: all, by one call", async () => {
    const account = new Account();
    const { add, end } = session(account, FIRST);
    add(...Array.from({ length: 600 }, (_, index) => event(`Event ${index}`, index)));
    end();
    const found = [];
    for await (const { name } of watchSession(account.client(), { channelArn: A, streamId: FIRST })) found.push(name);
    assert.deepEqual(found, Array.from({ length: 500 }, (_, index) => `Event ${index + 100}`));
    assert.equal(account.calls.length, 1);
    assert.deepEqual(account.calls[0].input, { channelArn: A, streamId: FIRST });
  });

  test("of one without events: the end", async () => {
    const account = new Account();
    account.fault = () => answer({ streamSession: { streamId: FIRST, endTime: "2026-11-28T10:00:00Z" } });
    for await (const _ of watchSession(account.client(), { channelArn: A })) assert.fail();
    assert.equal(account.calls.length, 1);
  });

  test("the session that was there first, though another one follows", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const first = session(account, FIRST);
    first.add(event("One", 1));
    const watched = collect(watchSession(account.client(), { channelArn: A }));
    await pass(100);
    session(account, SECOND).add(event("Other", 3));
    first.add(event("Two", 2));
    first.end();
    await pass(INTERVAL * 2);
    assert.deepEqual(names(watched), ["One", "Two"]);
    assert.equal(watched.isDone, true);
  });

  test("thousands, of which the service keeps 500: each once", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const { add, end } = session(account, FIRST);
    const watched = collect(watchSession(account.client(), { channelArn: A }, { interval: 1000 }));
    const expected = [];
    for (let round = 0; round < 30; round++) {
      const events = Array.from({ length: 1 + ((round * 97) % 240) }, (_, index) => event(`Event ${round}.${index}`, round));
      expected.push(...events.map(({ name }) => name));
      add(...events);
      await pass(1100);
    }
    end();
    await pass(1100);
    assert.ok(expected.length > 3000);
    assert.deepEqual(names(watched), expected);
    assert.equal(watched.isDone, true);
  });

  test("several that look alike are as many, and one that comes late is there", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    const { add, session: raw } = session(account, FIRST);
    add(event("Twice", 1), event("Twice", 1));
    const watched = collect(watchSession(account.client(), { channelArn: A }));
    await pass(INTERVAL * 2);
    assert.deepEqual(names(watched), ["Twice", "Twice"]);
    add(event("Twice", 1), event("Twice", 2));
    raw.truncatedEvents.push(event("Late", 0));
    await pass(INTERVAL * 2);
    assert.deepEqual(names(watched), ["Twice", "Twice", "Late", "Twice", "Twice"]);
    // An older answer, such as another server may give.
    raw.truncatedEvents.shift();
    await pass(INTERVAL * 2);
    add(event("Twice", 2));
    await pass(INTERVAL * 2);
    assert.equal(watched.items.length, 5);
    watched.stop();
  });

  test("without a streamId in the answers, without a list", async (t) => {
    const pass = virtualTime(t);
    const account = new Account();
    account.fault = () => answer({ streamSession: {} });
    const watched = collect(watchSession(account.client(), { channelArn: A }));
    await pass(INTERVAL * 2);
    assert.deepEqual([watched.items, watched.error, watched.isDone], [[], undefined, false]);
    watched.stop();
  });
});

describe("failures", () => {
  for (const [name, status] of /** @type {[string, number][]} */ ([["InternalServerException", 500], ["ThrottlingException", 429]])) {
    test(`${name} is waited out`, async (t) => {
      const pass = virtualTime(t);
      const account = new Account();
      const { add } = session(account, FIRST);
      add(event("One", 1));
      account.fault = () => failure(name, status);
      const watched = collect(watchSession(account.client({ maxAttempts: 1 }), { channelArn: A }));
      await pass(120_000);
      assert.ok(account.calls.length <= 6, `${account.calls.length}`);
      account.fault = () => undefined;
      await pass(70_000);
      assert.deepEqual([names(watched), watched.error], [["One"], undefined]);
      watched.stop();
    });
  }

  for (const [name, status] of /** @type {[string, number][]} */ ([["ResourceNotFoundException", 404], ["AccessDeniedException", 403], ["ExpiredTokenException", 403]])) {
    test(`${name} ends it`, async (t) => {
      const pass = virtualTime(t);
      const account = new Account();
      account.fault = () => failure(name, status);
      const watched = collect(watchSession(account.client(), { channelArn: A }));
      await pass(1000);
      assert.equal(watched.error?.name, name);
    });
  }
});

describe("the end", () => {
  const timers = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;

  test("break, return() and a signal leave no timer, no listener and no request", async () => {
    const account = new Account();
    session(account, FIRST).add(event("One", 1), event("Two", 2));
    const client = account.client();
    await client.listStreams({});
    const before = timers();
    const controller = new AbortController();
    const { signal } = controller;
    const count = listenersOf(signal);
    for await (const { name } of watchSession(client, { channelArn: A }, { signal })) {
      assert.equal(count(), 0);
      if (name === "Two") break;
    }
    assert.deepEqual([count(), timers()], [0, before]);

    const iterator = watchSession(client, { channelArn: A }, { signal })[Symbol.asyncIterator]();
    const waiting = [iterator.next(), iterator.next(), iterator.next()];
    assert.deepEqual((await Promise.all(waiting.slice(0, 2))).map(({ value }) => value?.name), ["One", "Two"]);
    await turns();
    assert.deepEqual([count(), timers() > before], [1, true]);
    await iterator.return?.();
    assert.equal((await waiting[2]).done, true);
    await turns();
    assert.deepEqual([count(), timers()], [0, before]);

    account.latency = 60_000;
    const aborted = watchSession(client, { channelArn: A }, { signal })[Symbol.asyncIterator]().next();
    await turns();
    controller.abort(new Error("enough"));
    await assert.rejects(aborted, { message: "enough" });
    await turns();
    assert.deepEqual([count(), timers(), account.inProgress], [0, before, 0]);
    assert.deepEqual(getEventListeners(signal, "abort"), []);
  });

  test("an aborted signal: its reason, and nothing is sent", async () => {
    const account = new Account();
    const iterator = watchSession(account.client(), { channelArn: A }, { signal: AbortSignal.abort("no") })[Symbol.asyncIterator]();
    await assert.rejects(iterator.next(), (reason) => reason === "no");
    assert.equal(account.calls.length, 0);
  });
});
