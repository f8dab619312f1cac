// @ts-check
// The life of a channel against moto's server, an independent implementation of IVS. It verifies no signatures; it tests the wire format.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { methodName } from "../node/scenario.mjs";

const exports = /** @type {Record<string, any>} */ (ivs);
const START_TIMEOUT = 60_000;

/** @type {import("node:child_process").ChildProcess} */
let server;
/** @type {string} */
let endpoint;
let log = "";

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
  probe.close();
  await once(probe, "close");
  return port;
}

before(async () => {
  const python = process.env.PYTHON;
  if (!python) throw new Error("PYTHON does not name a Python that has moto's server: run `cargo xtask test`, which makes one");
  const port = await freePort();
  endpoint = `http://127.0.0.1:${port}`;
  server = spawn(python, ["-c", "from moto.server import main; main()", "-H", "127.0.0.1", "-p", String(port)], { stdio: ["ignore", "pipe", "pipe"] });
  for (const stream of [server.stdout, server.stderr]) stream?.setEncoding("utf8").on("data", (text) => (log = (log + text).slice(-20_000)));
  process.once("exit", () => server.kill("SIGKILL"));
  const deadline = Date.now() + START_TIMEOUT;
  for (;;) {
    if (server.exitCode !== null) throw new Error(`moto's server ended with ${server.exitCode}: ${log}`);
    if (await fetch(`${endpoint}/moto-api/`).then((response) => response.ok, () => false)) break;
    if (Date.now() > deadline) throw new Error(`moto's server did not answer within ${START_TIMEOUT / 1000} s: ${log}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
});

after(async () => {
  if (!server || server.exitCode !== null) return;
  server.kill("SIGKILL");
  await once(server, "close");
});

for (const style of ["methods", "commands"]) {
  describe(`the life of a channel by ${style}`, () => {
    /** @type {(operation: string, input?: any) => Promise<any>} */
    let call;
    before(() => {
      const client = /** @type {any} */ (new ivs.IvsClient({ endpoint, region: "us-west-2", credentials: { accessKeyId: "AKIDMOTO", secretAccessKey: "secret" } }));
      call = style === "methods"
        ? (operation, input) => client[methodName(operation)](input)
        : (operation, input) => client.send(new exports[`${operation}Command`](input));
    });

    test("create, get, list, update, batch get, delete", async () => {
      const tags = { "ключ": "значение", "a/b c": "" };
      const { channel, streamKey, $metadata } = await call("CreateChannel", { name: `moto-${style}`, latencyMode: "LOW", type: "BASIC", authorized: true, tags });
      assert.equal($metadata.httpStatusCode, 200);
      assert.match(channel.arn, /^arn:aws:ivs:us-west-2:\d{12}:channel\//);
      assert.deepEqual([channel.name, channel.latencyMode, channel.type, channel.authorized, channel.tags], [`moto-${style}`, "LOW", "BASIC", true, tags]);
      assert.equal(streamKey.channelArn, channel.arn);
      const { channel: second } = await call("CreateChannel", {});

      assert.deepEqual((await call("GetChannel", { arn: channel.arn })).channel, channel);

      const { channels } = await call("ListChannels", { filterByName: `moto-${style}` });
      assert.deepEqual(channels.map((/** @type {any} */ it) => [it.arn, it.tags]), [[channel.arn, tags]]);
      const first = await call("ListChannels", { maxResults: 1 });
      assert.equal(first.channels.length, 1);
      const rest = await call("ListChannels", { maxResults: 1, nextToken: first.nextToken });
      assert.notEqual(rest.channels[0].arn, first.channels[0].arn);

      const { channel: updated } = await call("UpdateChannel", { arn: channel.arn, name: "renamed", recordingConfigurationArn: "", authorized: false });
      assert.deepEqual([updated.name, updated.authorized, updated.latencyMode], ["renamed", false, "LOW"]);
      assert.equal((await call("GetChannel", { arn: channel.arn })).channel.name, "renamed");

      const batch = await call("BatchGetChannel", { arns: [second.arn, channel.arn] });
      assert.deepEqual(batch.channels.map((/** @type {any} */ it) => it.arn).sort(), [second.arn, channel.arn].sort());

      for (const { arn } of [channel, second]) {
        const { $metadata: deleted, ...nothing } = await call("DeleteChannel", { arn });
        assert.ok([200, 204].includes(deleted.httpStatusCode));
        assert.deepEqual(nothing, {});
      }
      await assert.rejects(call("GetChannel", { arn: channel.arn }), (/** @type {any} */ error) => {
        assert.ok(error instanceof exports.ResourceNotFoundException, `${error}`);
        assert.equal(error.$metadata.httpStatusCode, 404);
        assert.ok(error.message.length > 0 && error.message !== "UnknownError");
        return true;
      });
      assert.deepEqual((await call("ListChannels", {})).channels, []);
    });
  });
}
