// @ts-check
// docs/guides/watching.md: its programs are run as they stand there, the recipes with the libraries that they are for.

import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JSDOM } from "jsdom";
import { Account, arn, failure, turns, virtualTime } from "../node/watched.mjs";
import { programs, writeFiles } from "./guide.mjs";

// In the workspace, whose dev-dependencies have the libraries.
const place = new URL("../../target/guide-watching/", import.meta.url);
const guide = await programs("watching");
await rm(place, { recursive: true, force: true });
for (const files of guide.values()) await writeFiles(fileURLToPath(place), files);
after(() => rm(place, { recursive: true, force: true }));

/** A program of the guide. @param {string} name @returns {Promise<any>} */
const program = (name) => import(new URL(name, place).href);

const A = arn("A");
const B = arn("B");
const C = arn("C");
const INTERVAL = 5000;

/** @param {() => Promise<unknown>} run what there is to watch @param {import("node:test").TestContext} context */
function watching(context, run) {
  const pass = virtualTime(context);
  const ended = run().then((value) => ({ value }), (error) => ({ error }));
  return { pass, ended };
}

test("all its programs are run here", () => {
  const names = [...guide.values()].flatMap((files) => [...files.keys()]);
  assert.deepEqual(names, ["live.mjs", "many.mjs", "once.mjs", "session.mjs", "tanstack.mjs", "subscribe.mjs", "swr.mjs", "vue.mjs", "svelte.mjs"]);
});

test("live.mjs says when it begins and ends, until the signal", async (t) => {
  const { report } = await program("live.mjs");
  const log = t.mock.method(console, "log", () => {});
  const account = new Account();
  const controller = new AbortController();
  const { pass, ended } = watching(t, () => report(account.client(), A, controller.signal));
  await pass(100);
  account.start(A, { viewerCount: 1 });
  await pass(INTERVAL * 2);
  account.change(A, { viewerCount: 2 });
  await pass(INTERVAL * 2);
  account.stop(A);
  await pass(INTERVAL * 2);
  controller.abort("enough");
  assert.deepEqual(await ended, { error: "enough" });
  assert.deepEqual(log.mock.calls.map((call) => call.arguments), [["OFFLINE", undefined, undefined], ["it has begun"], ["LIVE", "HEALTHY", 2], ["it is over"]]);
});

test("many.mjs sums up", async (t) => {
  const { totals } = await program("many.mjs");
  const account = new Account();
  account.start(A, { viewerCount: 1 });
  account.start(C, { viewerCount: -1 });
  /** @type {number[][]} */
  const told = [];
  const controller = new AbortController();
  const { pass, ended } = watching(t, () => totals(account.client(), [A, B, C], (/** @type {number[]} */ ...sums) => told.push(sums), controller.signal));
  await pass(100);
  account.start(B, { viewerCount: 10 });
  await pass(22_000);
  controller.abort();
  await ended;
  assert.deepEqual(told, [[2, 1], [3, 11]]);
});

test("many.mjs sums up a list that has a channel twice", async (t) => {
  const { totals } = await program("many.mjs");
  const account = new Account();
  account.start(A, { viewerCount: 1 });
  /** @type {number[][]} */
  const told = [];
  const controller = new AbortController();
  const { pass, ended } = watching(t, () => totals(account.client(), [A, B, A, A], (/** @type {number[]} */ ...sums) => told.push(sums), controller.signal));
  await pass(100);
  controller.abort();
  await ended;
  assert.deepEqual(told, [[1, 1]]);
});

test("once.mjs", async () => {
  const { describe } = await program("once.mjs");
  const account = new Account();
  const client = account.client();
  assert.equal(await describe(client, A), "off air");
  account.start(A, { startTime: "2026-11-28T10:00:00Z" });
  assert.equal(await describe(client, A), "on air since 2026-11-28T10:00:00.000Z");
  account.fault = () => failure("AccessDeniedException", 403);
  await assert.rejects(describe(client, A), { name: "AccessDeniedException" });
});

test("session.mjs logs to the end of the session", async () => {
  const { log } = await program("session.mjs");
  const account = new Account();
  const at = (/** @type {number} */ second) => `2026-11-28T10:00:0${second}.000Z`;
  account.sessions.set("st-00000000000000000000001", { endTime: at(9), truncatedEvents: [{ name: "Session Ended", eventTime: at(2), code: "MultitrackInputNotAllowed" }, { name: "Stream Start", eventTime: at(1) }] });
  /** @type {string[]} */
  const lines = [];
  await log(account.client(), A, (/** @type {string} */ line) => lines.push(line));
  assert.deepEqual(lines, [`${at(1)} Stream Start`, `${at(2)} Session Ended (MultitrackInputNotAllowed)`, "the session is over"]);
});

/** Waits until it is so. The recipes run in real time, as the libraries have timers of their own. @param {() => boolean} condition */
async function until(condition) {
  for (const end = Date.now() + 20_000; !condition(); ) {
    assert.ok(Date.now() < end, `it never was: ${condition}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** No more calls come. @param {Account} account */
async function isQuiet(account) {
  await turns();
  const calls = account.calls.length;
  await new Promise((resolve) => setTimeout(resolve, INTERVAL * 1.2));
  assert.equal(account.calls.length, calls);
  assert.equal(account.inProgress, 0);
}

describe("recipes, with the real libraries", { concurrency: true }, () => {
  test("tanstack.mjs: a query whose data follows the streams, ends with its observer and begins again", async () => {
    const { QueryClient, QueryObserver } = await import("@tanstack/query-core");
    const { streams } = await program("tanstack.mjs");
    const account = new Account();
    account.start(A);
    const queries = new QueryClient();
    const observer = new QueryObserver(queries, streams(account.client(), [A, B]));
    /** @type {any} */
    let result;
    const states = () => Object.entries(result?.data ?? {}).map(([channel, { state }]) => [channel, state]);
    let end = observer.subscribe((now) => void (result = now));
    await until(() => states().length === 2);
    assert.deepEqual(states(), [[A, "LIVE"], [B, "OFFLINE"]]);
    assert.equal(result.fetchStatus, "fetching");
    account.start(B);
    await until(() => states()[1]?.[1] === "LIVE");
    end();
    await isQuiet(account);
    account.stop(A);
    end = observer.subscribe((now) => void (result = now));
    await until(() => states()[0]?.[1] === "OFFLINE");
    await queries.cancelQueries();
    end();
    queries.clear();
    await isQuiet(account);
  });

  test("tanstack.mjs: what fails for good is the query's error", async () => {
    const { QueryClient, QueryObserver } = await import("@tanstack/query-core");
    const { streams } = await program("tanstack.mjs");
    const account = new Account();
    account.fault = () => failure("AccessDeniedException", 403);
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    /** @type {any} */
    let result;
    const end = new QueryObserver(queries, streams(account.client(), [A])).subscribe((now) => void (result = now));
    await until(() => result?.isError);
    assert.equal(result.error.name, "AccessDeniedException");
    end();
    queries.clear();
  });

  test("swr.mjs: two components share one loop, which ends with the second", async (t) => {
    const { window } = new JSDOM("<main></main>", { pretendToBeVisual: true });
    /** @type {Record<string, unknown>} */
    const globals = { window, document: window.document, navigator: window.navigator };
    for (const [name, value] of Object.entries(globals)) {
      const before = Object.getOwnPropertyDescriptor(globalThis, name);
      Object.defineProperty(globalThis, name, { value, configurable: true });
      t.after(() => (before ? Object.defineProperty(globalThis, name, before) : Reflect.deleteProperty(globalThis, name)));
    }
    /** @type {any} */
    const { createElement } = await import(/** @type {string} */ ("react"));
    /** @type {any} */
    const { createRoot } = await import(/** @type {string} */ ("react-dom/client"));
    const { useStream } = await program("swr.mjs");
    const account = new Account();
    account.start(A, { viewerCount: 1 });
    const client = account.client();
    /** @param {{ channelArn: string }} properties */
    function Stream({ channelArn }) {
      const { data, error } = useStream(client, channelArn);
      return createElement("p", null, error?.name ?? `${data?.state ?? "…"} ${data?.viewerCount ?? ""}`);
    }
    const root = createRoot(window.document.querySelector("main"));
    const show = (/** @type {string[]} */ channels) => root.render(channels.map((channelArn, key) => createElement(Stream, { channelArn, key })));
    const shown = () => [...window.document.querySelectorAll("p")].map(({ textContent }) => textContent);
    show([A, A]);
    await until(() => shown().join() === "LIVE 1,LIVE 1");
    assert.equal(account.calls.length, 1);
    account.change(A, { viewerCount: 2 });
    await until(() => shown().join() === "LIVE 2,LIVE 2");
    show([A]);
    account.change(A, { viewerCount: 3 });
    await until(() => shown().join() === "LIVE 3");
    account.fault = () => failure("AccessDeniedException", 403);
    await until(() => shown().join() === "AccessDeniedException");
    account.fault = () => undefined;
    show([B]);
    await until(() => shown().join() === "OFFLINE ");
    root.unmount();
    await isQuiet(account);
  });

  test("vue.mjs: follows a ref, and ends with its scope", async () => {
    const { effectScope, nextTick, ref } = await import("vue");
    const { useStream } = await program("vue.mjs");
    const account = new Account();
    account.start(A, { viewerCount: 1 });
    const channel = ref(A);
    const scope = effectScope();
    const { stream, error } = /** @type {any} */ (scope.run(() => useStream(account.client(), channel)));
    await until(() => stream.value?.viewerCount === 1);
    account.change(A, { viewerCount: 2 });
    await until(() => stream.value?.viewerCount === 2);
    channel.value = B;
    await nextTick();
    assert.equal(stream.value, undefined);
    await until(() => stream.value?.channelArn === B);
    account.fault = () => failure("ResourceNotFoundException", 404);
    await until(() => error.value?.name === "ResourceNotFoundException");
    account.fault = () => undefined;
    channel.value = A;
    await until(() => stream.value?.channelArn === A && !error.value);
    scope.stop();
    await isQuiet(account);
  });

  test("vue.mjs: a ref that is empty yet, and again", async () => {
    const { effectScope, nextTick, ref } = await import("vue");
    const { useStream } = await program("vue.mjs");
    const account = new Account();
    account.start(A);
    const channel = ref();
    const scope = effectScope();
    const { stream, error } = /** @type {any} */ (scope.run(() => useStream(account.client(), channel)));
    assert.deepEqual([stream.value, error.value, account.calls.length], [undefined, undefined, 0]);
    channel.value = A;
    await until(() => stream.value?.state === "LIVE");
    channel.value = "";
    await nextTick();
    assert.deepEqual([stream.value, error.value], [undefined, undefined]);
    await isQuiet(account);
    scope.stop();
  });

  test("svelte.mjs: a store that watches while somebody subscribes", async () => {
    const { streamStore } = await program("svelte.mjs");
    const account = new Account();
    account.start(A, { viewerCount: 1 });
    const store = streamStore(account.client(), A);
    await turns();
    assert.equal(account.calls.length, 0);
    /** @type {any} */
    let value;
    const ends = [store.subscribe((/** @type {any} */ now) => (value = now)), store.subscribe(() => {})];
    await until(() => value.stream?.viewerCount === 1);
    account.change(A, { viewerCount: 2 });
    await until(() => value.stream?.viewerCount === 2);
    for (const end of ends) end();
    await isQuiet(account);
    account.fault = () => failure("AccessDeniedException", 403);
    const end = store.subscribe((/** @type {any} */ now) => (value = now));
    await until(() => value.error?.name === "AccessDeniedException");
    end();
  });
});
