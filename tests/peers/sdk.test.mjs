// @ts-check
// The same scenario by AWS's own SDK and by this package, each against its own ivs-local: the same outputs, the same errors.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import * as sdk from "@aws-sdk/client-ivs";
import { startLocal } from "../node/local.mjs";
import { body, comparable, play, prepare, refusals } from "../node/scenario.mjs";

const COMMAND = /^[A-Z]\w*Command$/;
/** @param {Record<string, any>} exports */
const operationsOf = (exports) => Object.keys(exports).filter((name) => COMMAND.test(name) && name !== "Command").map((name) => name.slice(0, -"Command".length)).sort();

const THEIRS = operationsOf(sdk);
const OURS = operationsOf(ivs);
const without = (/** @type {string} */ operation) => !THEIRS.includes(operation);

/** @param {import("../node/local.mjs").Local} local @returns {Record<string, { exports: any, client: any }>} */
function peers({ endpoint, region, credentials }) {
  return {
    sdk: { exports: sdk, client: new sdk.IvsClient({ endpoint, region, credentials, maxAttempts: 1 }) },
    ours: { exports: ivs, client: new ivs.IvsClient({ endpoint, region, credentials }) },
  };
}

/** @param {{ exports: any, client: any }} peer @returns {import("../node/scenario.mjs").Call} */
const sending = ({ exports, client }) => (operation, input) => client.send(new exports[`${operation}Command`](input ?? {}));

test("the SDK has 41 operations, and this package has them and five more", () => {
  assert.equal(THEIRS.length, 41);
  assert.equal(OURS.length, 46);
  assert.deepEqual(THEIRS.filter((name) => !OURS.includes(name)), []);
  assert.equal(OURS.filter(without).length, 5);
});

test("every runtime export of the SDK that applications use is exported here", () => {
  // Schemas ("Channel$") and the SDK's internals are not used by applications.
  const plumbing = new Set(["__Client", "$Command", "default", "errorTypeRegistries", "_Stream$"]);
  const missing = Object.keys(sdk).filter((name) => !name.endsWith("$") && !plumbing.has(name) && !(name in ivs));
  assert.deepEqual(missing, []);
});

const ENUMS = Object.entries(/** @type {Record<string, any>} */ (sdk)).filter(
  ([name, value]) => /^[A-Z]/.test(name) && !name.endsWith("$") && typeof value === "object" && Object.values(value).every((item) => typeof item === "string"),
);

test("enumerations have the same values", () => {
  assert.equal(ENUMS.length, 14);
  for (const [name, values] of ENUMS) assert.deepEqual([...new Set(Object.values(/** @type {any} */ (ivs)[name]))].sort(), Object.values(values).sort(), name);
});

test("enumerations have those values under the SDK's names", () => {
  const missing = ENUMS.flatMap(([name, values]) => Object.keys(values).filter((key) => /** @type {any} */ (ivs)[name][key] !== values[key]).map((key) => `${name}.${key}`));
  assert.deepEqual(missing, []);
});

/** Members of outputs that were added after this version of the SDK, which drops them; this package keeps unknown members. */
const LATER = ["failoverSlateConfigurationArn", "failoverSlateConfiguration", "targetStartAt"];

/** @param {any} value @returns {any} */
function earlier(value) {
  if (Array.isArray(value)) return value.map(earlier);
  if (value === null || typeof value !== "object" || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !LATER.includes(key)).map(([key, inner]) => [key, earlier(inner)]));
}

describe("the life of an account", () => {
  /** @type {Record<string, { operation: string, output: any }[]>} */
  const played = {};

  for (const name of ["sdk", "ours"]) {
    test(`by ${name}`, async () => {
      const local = await startLocal();
      try {
        const peer = peers(local)[name];
        played[name] = await play(sending(peer), local, { without });
        assert.deepEqual([...new Set(played[name].map(({ operation }) => operation))].sort(), THEIRS, "all 41 ran");
      } finally {
        await local.stop();
      }
    });
  }

  test("is the same with both", () => {
    assert.ok(played.sdk && played.ours, "both were played to the end");
    const [theirs, ours] = [comparable(played.sdk), comparable(played.ours)];
    assert.equal(ours.length, theirs.length);
    for (const [index, step] of theirs.entries()) assert.deepEqual(earlier(ours[index]), step, `step ${index}, ${step.operation}`);
  });

  test("has the same metadata if both have it", () => {
    assert.ok(played.sdk && played.ours);
    for (const [index, { operation, output }] of played.sdk.entries()) {
      const [theirs, ours] = [output.$metadata, played.ours[index].output.$metadata];
      assert.equal(ours.httpStatusCode, theirs.httpStatusCode, operation);
      assert.equal(ours.attempts, theirs.attempts, operation);
      assert.equal(ours.totalRetryDelay, theirs.totalRetryDelay, operation);
      assert.equal(typeof ours.requestId, typeof theirs.requestId, operation);
    }
  });
});

test("the client of this package sends commands of the SDK, so that a program can change its imports one by one", async () => {
  const local = await startLocal();
  try {
    const mixed = { exports: sdk, client: peers(local).ours.client };
    const steps = await play(sending(mixed), local, { without });
    assert.deepEqual([...new Set(steps.map(({ operation }) => operation))].sort(), THEIRS, "all 41 ran");
  } finally {
    await local.stop();
  }
});

test("each reads what the other created", async () => {
  const local = await startLocal();
  try {
    const { sdk: theirs, ours } = Object.fromEntries(Object.entries(peers(local)).map(([name, peer]) => [name, sending(peer)]));
    const tags = { "ключ": "a b", "日本": "" };
    const { channel } = await theirs("CreateChannel", { name: "theirs", tags });
    assert.deepEqual(earlier((await ours("GetChannel", { arn: channel.arn })).channel), channel);
    const { channel: second } = await ours("CreateChannel", { name: "ours", tags });
    assert.deepEqual((await theirs("GetChannel", { arn: second.arn })).channel, earlier(second));
    assert.deepEqual(body(await ours("ListTagsForResource", { resourceArn: channel.arn })), body(await theirs("ListTagsForResource", { resourceArn: second.arn })));
  } finally {
    await local.stop();
  }
});

describe("an error", () => {
  for (const { title, error: name, status, operation, input } of refusals) {
    test(`of ${title} is the same with both`, async () => {
      const local = await startLocal();
      try {
        const both = peers(local);
        const made = await prepare(sending(both.ours), local);
        /** @type {Record<string, any>} */
        const caught = {};
        for (const [peer, { exports, client }] of Object.entries(both)) {
          await sending({ exports, client })(operation, input(made)).then(
            () => assert.fail(`${peer} succeeded`),
            (error) => (caught[peer] = error),
          );
          assert.ok(caught[peer] instanceof exports[name], `${peer}: ${caught[peer]}`);
          assert.ok(caught[peer] instanceof exports.IvsServiceException);
        }
        assert.notEqual(caught.sdk.message, "UnknownError");
        for (const key of ["name", "$fault", "message", "exceptionMessage"]) assert.equal(caught.ours[key], caught.sdk[key], key);
        assert.equal(caught.ours.$metadata.httpStatusCode, caught.sdk.$metadata.httpStatusCode);
        assert.equal(caught.ours.$metadata.httpStatusCode, status);
      } finally {
        await local.stop();
      }
    });
  }

  test("of a wrong secret has the same name with both", async () => {
    const local = await startLocal();
    try {
      const wrong = { ...local, credentials: { ...local.credentials, secretAccessKey: "wrong" } };
      const names = [];
      for (const peer of Object.values(peers(wrong))) {
        const error = await sending(peer)("ListChannels", {}).then(() => assert.fail("succeeded"), (caught) => caught);
        assert.ok(error instanceof peer.exports.IvsServiceException);
        names.push([error.name, error.message, error.$metadata.httpStatusCode]);
      }
      assert.deepEqual(names[0], names[1]);
    } finally {
      await local.stop();
    }
  });
});
