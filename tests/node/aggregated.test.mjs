// @ts-check
// What else code for AWS's SDK uses: its aggregated client, callbacks in place of promises, `destroy`, and the SDK's own commands.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { OFFLINE, answering, recording } from "./wire.mjs";

const { Ivs, IvsClient } = ivs;
const OPERATIONS = Object.keys(ivs).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.slice(0, -"Command".length));
const methodOf = (/** @type {string} */ operation) => operation[0].toLowerCase() + operation.slice(1);
const NOT_FOUND = { status: 404, headers: { "x-amzn-errortype": "ResourceNotFoundException" } };

/** @param {any} [config] @returns {any} */
const aggregated = (config) => new Ivs({ ...OFFLINE, maxAttempts: 1, fetch: answering(), ...config });

/** What a callback is called with. @param {(callback: (...given: any[]) => void) => unknown} call @returns {Promise<any[]>} */
const called = (call) =>
  new Promise((resolve) => {
    assert.equal(call((...given) => resolve(given)), undefined, "no promise beside the callback");
  });

describe("both clients", () => {
  for (const Class of [IvsClient, Ivs]) {
    test(`${Class.name} has a method for each operation, which looks like one written in the class`, () => {
      assert.equal(OPERATIONS.length, 46);
      const client = /** @type {any} */ (new Class({}));
      for (const operation of OPERATIONS) {
        const name = methodOf(operation);
        assert.equal(client[name].name, name);
        assert.deepEqual({ ...Object.getOwnPropertyDescriptor(Class.prototype, name), value: 0 }, { value: 0, writable: true, enumerable: false, configurable: true });
        assert.throws(() => new client[name]({}), TypeError, "a method is no constructor");
      }
      assert.deepEqual(Object.keys(client), []);
      for (const name in client) assert.fail(`${name} is enumerable`);
    });

    test(`a method of ${Class.name} can be replaced and called by a class that extends it`, async () => {
      class Mine extends Class {
        /** @param {any} input */
        async getChannel(input) {
          return super.getChannel({ arn: `${input.arn}/mine` });
        }
      }
      const fetching = recording(answering());
      await new Mine({ ...OFFLINE, fetch: fetching }).getChannel({ arn: "a" });
      assert.deepEqual(JSON.parse(fetching.last().body), { arn: "a/mine" });
    });

    test(`a method of ${Class.name} is named in the stack trace of what it throws`, () => {
      const client = /** @type {any} */ (new Class({}));
      client.call = client.send = () => {
        throw new Error("from below");
      };
      assert.throws(() => client.getChannel({ arn: "a" }), (/** @type {any} */ error) => /\bgetChannel\b/.test(error.stack));
    });
  }
});

describe("Ivs", () => {
  test("sends what the command of each operation sends", async () => {
    const fetching = recording(answering());
    const client = aggregated({ fetch: fetching });
    assert.ok(client instanceof IvsClient);
    for (const operation of OPERATIONS) {
      await client[methodOf(operation)]({}).catch((/** @type {any} */ error) => assert.ok(error instanceof ivs.ParamValidationError, inspect(error)));
    }
    await client.putMetadata({ channelArn: "a", metadata: "{}" });
    assert.equal(fetching.last().url.pathname, "/PutMetadata");
    assert.deepEqual(JSON.parse(fetching.last().body), { channelArn: "a", metadata: "{}" });
    const { $metadata } = await client.listChannels();
    assert.equal($metadata.httpStatusCode, 200);
  });

  test("drops unknown members with a warning, where IvsClient refuses them", async () => {
    const fetching = recording(answering());
    /** @type {any[]} */
    const warnings = [];
    const logger = { warn: (/** @type {any[]} */ ...words) => warnings.push(words) };
    const answered = { arn: "a", name: "n", playbackUrl: "https://x" };
    await aggregated({ fetch: fetching, logger }).updateChannel(answered);
    assert.deepEqual(JSON.parse(fetching.last().body), { arn: "a", name: "n" });
    assert.match(inspect(warnings, { depth: 5 }), /UpdateChannel.*playbackUrl/s);
    await assert.rejects(/** @type {any} */ (new IvsClient({ ...OFFLINE, fetch: fetching })).updateChannel(answered), ivs.ParamValidationError);
    assert.equal(fetching.sent.length, 1);
  });

  test("calls a callback that follows the input or the options", async () => {
    const client = aggregated({ fetch: answering('{"channel":{"arn":"a"}}') });
    for (const call of [
      (/** @type {any} */ callback) => client.getChannel({ arn: "a" }, callback),
      (/** @type {any} */ callback) => client.getChannel({ arn: "a" }, {}, callback),
      (/** @type {any} */ callback) => client.getChannel({ arn: "a" }, undefined, callback),
    ]) {
      const [error, output, ...more] = await called(call);
      assert.deepEqual([error, output.channel, output.$metadata.httpStatusCode, more], [null, { arn: "a" }, 200, []]);
    }
  });

  test("calls a callback with the error alone", async () => {
    const client = aggregated({ fetch: answering("{}", NOT_FOUND) });
    const [refused, ...none] = await called((callback) => client.getChannel({ arn: "a" }, callback));
    assert.ok(refused instanceof ivs.ResourceNotFoundException);
    assert.deepEqual(none, []);
    const [wrong] = await called((callback) => client.getChannel({ arn: 5 }, {}, callback));
    assert.ok(wrong instanceof ivs.ParamValidationError);
  });
});

describe("send", () => {
  const command = new ivs.GetChannelCommand({ arn: "a" });

  test("calls a callback that follows the command or the options", async () => {
    const client = /** @type {any} */ (new IvsClient({ ...OFFLINE, fetch: answering('{"channel":{"arn":"a"}}') }));
    for (const given of [[], [{}], [undefined]]) {
      const [error, output] = await called((callback) => client.send(command, ...given, callback));
      assert.deepEqual([error, output.channel], [null, { arn: "a" }]);
    }
  });

  test("is not affected by what a callback throws, and calls it once", async () => {
    let times = 0;
    const unhandled = /** @type {unknown[]} */ ([]);
    const note = (/** @type {unknown} */ reason) => unhandled.push(reason);
    process.on("unhandledRejection", note);
    try {
      for (const fetch of [answering(), answering("{}", NOT_FOUND)]) {
        const client = /** @type {any} */ (new IvsClient({ ...OFFLINE, maxAttempts: 1, fetch }));
        await called((callback) =>
          client.send(command, (/** @type {any[]} */ ...given) => {
            times++;
            callback(...given);
            throw new Error("from the callback");
          }),
        );
      }
      await new Promise((resolve) => setImmediate(resolve));
    } finally {
      process.off("unhandledRejection", note);
    }
    assert.deepEqual([times, unhandled], [2, []]);
  });

  test("works after destroy, which closes nothing", async () => {
    const client = new IvsClient({ ...OFFLINE, fetch: answering() });
    assert.equal(client.destroy(), undefined);
    assert.equal((await client.send(command)).$metadata.httpStatusCode, 200);
  });
});

test("the paginator methods of Ivs are the paginators with this client", async () => {
  const pages = [{ channels: [{ arn: "1" }], nextToken: "2" }, { channels: [{ arn: "2" }] }];
  /** @type {any[]} */
  const asked = [];
  const client = aggregated({
    fetch: async (/** @type {string} */ _, /** @type {any} */ { body }) => {
      asked.push(JSON.parse(body));
      return new Response(JSON.stringify(pages[asked.length - 1]));
    },
  });
  const arns = [];
  for await (const { channels } of client.paginateListChannels(Object.freeze({ filterByName: "n" }), { pageSize: 1 })) arns.push(...channels.map((/** @type {any} */ { arn }) => arn));
  assert.deepEqual(arns, ["1", "2"]);
  assert.deepEqual(asked, [{ filterByName: "n", maxResults: 1 }, { filterByName: "n", maxResults: 1, nextToken: "2" }]);
  const names = Object.keys(ivs).filter((name) => name.startsWith("paginate"));
  assert.ok(names.length >= 8);
  for (const name of names) assert.equal(client[name].name, name);
  assert.equal(/** @type {any} */ (new IvsClient({})).paginateListChannels, undefined);
});
