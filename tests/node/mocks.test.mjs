// @ts-check
// What tests put in the place of a client's calls: aws-sdk-client-mock, in the two versions that are about, and spies on `send`.

import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import * as ivs from "ivs-wasm";
import { mockClient } from "aws-sdk-client-mock";
import { mockClient as mockClient2 } from "aws-sdk-client-mock-2";
import { programs, writeFiles } from "../guides/guide.mjs";
import { offline, playing, rejection, run } from "./behave.mjs";
import { OFFLINE } from "./wire.mjs";

const { CreateChannelCommand, GetChannelCommand, GetStreamCommand, Ivs, IvsClient, ListChannelsCommand } = ivs;
const OPERATIONS = Object.keys(ivs).filter((name) => /^[A-Z]\w+Command$/.test(name)).map((name) => name.slice(0, -"Command".length));

for (const [version, mock] of /** @type {[string, any][]} */ ([["4.x", mockClient], ["2.x", mockClient2]])) {
  describe(`aws-sdk-client-mock ${version}`, () => {
    /** @type {any} */
    let mocked;
    afterEach(() => mocked.restore());

    for (const Class of [IvsClient, Ivs]) {
      test(`answers the commands of ${Class.name}, by their class and their input`, async () => {
        mocked = mock(Class);
        mocked.on(GetChannelCommand).resolves({ channel: { arn: "any" } });
        mocked.on(GetChannelCommand, { arn: "a" }).resolvesOnce({ channel: { arn: "first" } }).resolves({ channel: { arn: "later" } });
        mocked.on(CreateChannelCommand).rejects(new ivs.ConflictException({ message: "busy", $metadata: {} }));
        const client = new Class(OFFLINE);
        const arn = async (/** @type {string} */ arn) => (await client.send(new GetChannelCommand({ arn }))).channel?.arn;
        assert.deepEqual([await arn("a"), await arn("a"), await arn("b")], ["first", "later", "any"]);
        assert.ok((await rejection(client.send(new CreateChannelCommand({})))) instanceof ivs.ConflictException);
        assert.deepEqual(mocked.commandCalls(GetChannelCommand).map((/** @type {any} */ call) => call.args[0].input.arn), ["a", "a", "b"]);
      });

      test(`answers every method of ${Class.name}, which sends the command of its operation`, async () => {
        mocked = mock(Class);
        const client = /** @type {any} */ (new Class(OFFLINE));
        for (const operation of OPERATIONS) {
          const Command = /** @type {any} */ (ivs)[`${operation}Command`];
          mocked.on(Command, { arn: operation }).resolves({ answered: operation });
          const input = { arn: operation };
          const output = await client[operation.charAt(0).toLowerCase() + operation.slice(1)](input, { requestTimeout: 1 });
          assert.deepEqual(output, { answered: operation });
          const [command, options] = mocked.commandCalls(Command)[0].args;
          assert.equal(command.input, input, "the caller's own");
          assert.deepEqual(options, { requestTimeout: 1 });
        }
        assert.ok(OPERATIONS.length > 40);
      });

      test(`answers what pages and waits with ${Class.name}`, async () => {
        mocked = mock(Class);
        const client = new Class(OFFLINE);
        mocked.on(ListChannelsCommand).resolves({ channels: [{ arn: "2" }] });
        mocked.on(ListChannelsCommand, { nextToken: undefined }).resolves({ channels: [{ arn: "1" }], nextToken: "n" });
        mocked.on(GetStreamCommand).rejects(Object.assign(new Error(), { name: "ChannelNotBroadcasting" }));
        const arns = async (/** @type {AsyncIterable<ivs.ListChannelsCommandOutput>} */ pages) => {
          const found = [];
          for await (const { channels } of pages) found.push(...channels.map(({ arn }) => arn));
          return found;
        };
        assert.deepEqual(await arns(ivs.paginateListChannels({ client }, {})), ["1", "2"]);
        assert.deepEqual(await arns(client.getPaginator("listChannels").paginate()), ["1", "2"]);
        await client.getWaiter("stream_offline").wait({ channelArn: "a" });
        assert.equal((await ivs.waitUntilStreamOffline({ client, maxWaitTime: 1 }, { channelArn: "a" })).state, "SUCCESS");
        assert.equal(mocked.commandCalls(GetStreamCommand).length, 2);
      });
    }

    test("mocks one client and no other, gives a fake the client, and is restored", async () => {
      const client = offline({ fetch: playing({ body: '{"channel":{"arn":"sent"}}' }) });
      mocked = mock(client);
      mocked.on(GetChannelCommand).callsFake(async (/** @type {any} */ input, /** @type {() => any} */ getClient) => ({ channel: { arn: `${input.arn} in ${await getClient().config.region()}` } }));
      assert.equal((await client.getChannel({ arn: "a" })).channel.arn, "a in us-west-2");
      assert.equal(mocked.clientName(), "IvsClient");
      const other = offline({ fetch: playing({ body: '{"channel":{"arn":"other"}}' }) });
      assert.equal((await other.getChannel({ arn: "a" })).channel.arn, "other");
      mocked.restore();
      assert.equal((await client.getChannel({ arn: "a" })).channel.arn, "sent");
    });
  });
}

describe("a spy on send", () => {
  test("sees what every method sends, and lets it through", async (t) => {
    const spy = t.mock.method(IvsClient.prototype, "send");
    const client = offline({ fetch: playing({ body: '{"channel":{"arn":"a"}}' }) });
    assert.equal((await client.getChannel({ arn: "a" })).channel.arn, "a");
    assert.equal((await client.call("GetChannel", { arn: "a" })).channel.arn, "a");
    for (const { arguments: [command] } of spy.mock.calls) {
      assert.ok(/** @type {any} */ (command) instanceof GetChannelCommand);
      assert.deepEqual(command, new GetChannelCommand({ arn: "a" }));
      assert.equal(/** @type {any} */ (command).constructor.name, "GetChannelCommand");
    }
    assert.equal(spy.mock.callCount(), 2);
  });

  test("of a class that extends the client is called by its methods", async () => {
    class Counting extends IvsClient {
      count = 0;
      /** @param {any[]} given @returns {any} */
      send(...given) {
        this.count++;
        return super.send(.../** @type {[any]} */ (given));
      }
    }
    const client = /** @type {any} */ (new Counting({ ...OFFLINE, fetch: playing({}) }));
    await client.getChannel({ arn: "a" });
    await client.call("GetChannel", { arn: "a" });
    assert.equal(client.count, 2);
  });
});

describe("the test of docs/guides/testing.md", () => {
  /** Runs the guide's test in a folder beside the tests' packages. @param {string[]} args @param {(text: string) => string} change */
  const result = async (args, change) => {
    const guide = await programs("testing");
    const files = [...(guide.get("") ?? []), ...(guide.get("aws-sdk-client-mock") ?? [])];
    const folder = await mkdtemp(fileURLToPath(new URL("../../target/mocked-", import.meta.url)));
    try {
      await writeFiles(folder, files.map(([name, text]) => [name, change(text)]));
      return await run(process.execPath, args, { cwd: folder, env: { ...process.env, NODE_TEST_CONTEXT: undefined } });
    } finally {
      await rm(folder, { recursive: true });
    }
  };
  const args = ["--test", "--test-reporter=tap", "mocked.test.mjs"];

  test("passes as it stands there", async () => assert.match(await result(args, (text) => text), /^# pass 2\n# fail 0$/m));

  test("fails when what it tests is wrong", async () => {
    assert.match((await rejection(result(args, (text) => text.replace("names.push(name)", 'names.push("wrong")')))).message, /^# fail 1$/m);
  });
});
