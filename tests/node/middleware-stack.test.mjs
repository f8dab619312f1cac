// @ts-check
// Middleware stacks beside those of AWS's SDK: the same middleware, in the same order, refused for the same reasons.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { IvsClient as SdkClient } from "@aws-sdk/client-ivs";
import { IvsClient, GetChannelCommand } from "ivs-wasm";
import { constructStack } from "@smithy/core/client";
import { OFFLINE } from "./wire.mjs";

/** An empty stack: that of a command. @returns {any} */
const ours = () => new GetChannelCommand({ arn: "a" }).middlewareStack;
/** @returns {any} */
const theirs = () => constructStack();

/** Middleware that writes its name. @param {string} name @returns {any} */
const named = (name) => {
  const middleware = (/** @type {any} */ next) => async (/** @type {any} */ args) => {
    args.trace.push(name);
    return next(args);
  };
  return Object.assign(middleware, { label: name });
};

/** What runs, in order. @param {any} stack */
const order = async (stack) => {
  const args = { trace: /** @type {string[]} */ ([]) };
  await stack.resolve(async () => ({ response: undefined }), {})(args);
  return args.trace;
};

/** What something returns, or that it throws. @param {() => any} work */
const outcome = (work) => {
  try {
    return { value: work() };
  } catch (error) {
    return { thrown: error instanceof Error };
  }
};

/** Numbers from 0 to 1, the same in every run. @param {number} seed */
const numbers = (seed) => () => {
  seed = (seed * 1664525 + 1013904223) % 2 ** 32;
  return seed / 2 ** 32;
};

const STEPS = ["initialize", "serialize", "build", "finalizeRequest", "deserialize"];

test("a thousand random stacks have the order, the answers and the refusals of the SDK's", async () => {
  let [compared, refused, relatives] = [0, 0, 0];
  for (let seed = 1; seed <= 1000; seed++) {
    const random = numbers(seed);
    const pick = (/** @type {any[]} */ list) => list[Math.floor(random() * list.length)];
    let stacks = [ours(), theirs()];
    const all = [..."abcdefgh"].map(named);
    for (let count = 0; count < 12; count++) {
      const middleware = pick(all);
      // The SDK forgets, or keeps, the names of what was replaced under another name or by another kind: names here have one kind and one alias.
      const options = (/** @type {(string | undefined)[]} */ names) => {
        const name = pick(names);
        return {
          ...(name && { name }),
          ...(name === "one" && { aliases: ["uno"] }),
          ...(random() < 0.3 && { tags: [pick(["x", "y"])] }),
          ...(random() < 0.3 && { override: true }),
        };
      };
      const absolute = { ...options([undefined, "one", "two"]), ...(random() < 0.9 && { step: pick(STEPS) }), ...(random() < 0.5 && { priority: pick(["high", "normal", "low"]) }) };
      const relative = { ...options([undefined, "three", "four"]), relation: pick(["before", "after"]), toMiddleware: pick(["one", "uno", "two", "three"]) };
      /** @type {(stack: any) => any} */
      const work = pick([
        (stack) => stack.add(middleware, absolute),
        (stack) => stack.add(middleware, absolute),
        (stack) => stack.add(middleware, absolute),
        (stack) => stack.add(middleware),
        (stack) => stack.addRelativeTo(middleware, relative),
        (stack) => stack.addRelativeTo(middleware, relative),
        (stack) => stack.remove("one"),
        (stack) => stack.remove(middleware),
        (stack) => stack.removeByTag("x"),
        (stack) => stack.use({ applyToStack: (/** @type {any} */ to) => to.add(all[0], { step: "build" }) }),
      ]);
      const results = stacks.map((stack) => outcome(() => work(stack)));
      assert.deepEqual(results[0], results[1], `seed ${seed}: ${work}`);
      if (results[0]?.thrown) refused++;
      // A stack that was refused something has the middleware that it had, but the SDK's may have lost what was to be replaced.
      if (results[0]?.thrown) break;
      if (random() > 0.1) continue;
      const clones = stacks.map((stack) => outcome(() => stack.clone().identify() && stack.clone()));
      assert.equal(clones[0]?.thrown, clones[1]?.thrown, `seed ${seed}`);
      if (!clones[0]?.thrown) stacks = clones.map((clone) => clone.value);
    }
    const lists = stacks.map((stack) => stack.identify());
    if (lists[1].some((/** @type {string} */ line) => / - (before|after) /.test(line))) relatives++;
    assert.deepEqual(lists[0], lists[1], `seed ${seed}`);
    const resolved = stacks.map((stack) => outcome(() => stack.resolve(async () => ({}), {}) && undefined));
    assert.deepEqual(resolved[0], resolved[1], `seed ${seed}`);
    if (resolved[0]?.thrown) continue;
    const [mine, sdks] = [await order(stacks[0]), await order(stacks[1])];
    assert.deepEqual(mine, sdks, `seed ${seed}`);
    compared++;
  }
  assert.ok(compared > 400 && refused > 50 && relatives > 50, `${compared} compared, ${refused} refused, ${relatives} with relatives`);
});

describe("a stack", () => {
  test("says in its errors which middleware, and where", () => {
    const stack = ours();
    stack.add(named("a"), { name: "one", aliases: ["other"], step: "build" });
    assert.throws(() => stack.add(named("b"), { name: "other" }), /Duplicate middleware name 'other'/);
    assert.throws(() => stack.add(named("b"), { name: "one", override: true }), /"one \(a\.k\.a\. other\)".*normal in build.*cannot be overridden.*normal in initialize/);
    stack.addRelativeTo(named("c"), { name: "near", relation: "before", toMiddleware: "nobody" });
    assert.throws(() => stack.resolve(async () => ({}), {}), /nobody is not found when adding near middleware before nobody/);
  });

  test("takes the middleware of the SDK's stacks, and theirs takes ours", async () => {
    const [mine, sdks] = [ours(), theirs()];
    mine.add(named("mine"), { name: "mine", step: "build" });
    sdks.add(named("theirs"), { name: "theirs", step: "initialize" });
    sdks.addRelativeTo(named("near"), { name: "near", relation: "after", toMiddleware: "mine" });
    assert.deepEqual(await order(mine.concat(sdks)), ["theirs", "mine", "near"]);
    assert.deepEqual(await order(sdks.concat(mine)), ["theirs", "mine", "near"]);
    assert.deepEqual(mine.identify(), ["mine - build"], "as it was");
  });

  test("writes its list to the console when it is asked to, and so do the stacks made of it", (t) => {
    const log = t.mock.method(console, "log", () => {});
    const stack = ours();
    assert.equal(stack.identifyOnResolve(), false);
    assert.equal(stack.identifyOnResolve(true), true);
    stack.add(named("a"), { name: "one" });
    stack.concat(ours()).resolve(async () => ({}), {});
    assert.deepEqual(log.mock.calls.map((call) => call.arguments), [[["one - initialize"]]]);
  });

  test("of a client has the client's own middleware by the SDK's names, beside which other is added", () => {
    const { middlewareStack } = new IvsClient(OFFLINE);
    const own = middlewareStack.identify();
    const sdkClient = new SdkClient(OFFLINE);
    const names = (/** @type {string[]} */ lines) => lines.map((line) => line.split(" ")[0]);
    const command = new GetChannelCommand({ arn: "a" });
    assert.deepEqual(names(own).sort(), [...names(sdkClient.middlewareStack.identify()), "endpointV2Middleware", "httpAuthSchemeMiddleware"].sort());
    assert.deepEqual(command.middlewareStack.identify(), []);
    for (const toMiddleware of [...names(own), "awsAuthMiddleware"]) {
      middlewareStack.addRelativeTo(named(toMiddleware), { name: `near ${toMiddleware}`, relation: "before", toMiddleware });
    }
    assert.equal(middlewareStack.identify().length, 2 * own.length + 1);
  });
});
