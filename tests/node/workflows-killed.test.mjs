// @ts-check
// Workflows in a process that is killed at each of its requests, on `ivs-local`, which lives on, as does an encoder that reconnects by itself.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";
import { deleteLiveChannel, deleteRecordingConfiguration, endStream, resetStreamKey, revokeViewers } from "ivs-wasm/workflows";
import { startLocal } from "./local.mjs";

const CHILD = fileURLToPath(new URL("workflows-child.mjs", import.meta.url));

/** @type {import("./local.mjs").Local} */
let local;
/** @type {IvsClient} */
let ivs;
before(async () => {
  local = await startLocal(["--creation-ms", "0"]);
  ivs = new IvsClient(local);
});
after(() => local?.stop());

/** Runs the workflow in a process that is killed; resolves to the number of its requests if it came to its end before. @param {object} run */
async function inChild(run) {
  const { endpoint, region, credentials } = local;
  const child = spawn(process.execPath, [CHILD, JSON.stringify({ local: { endpoint, region, credentials }, ...run })], { stdio: ["ignore", "pipe", "inherit"] });
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (printed += text));
  const [status, signal] = await once(child, "close");
  if (signal === "SIGKILL") return undefined;
  assert.equal(status, 0);
  return Number(printed);
}

/** A channel that is live, by an encoder that connects again whenever it is not. */
async function liveChannel(config = {}) {
  const { channel, streamKey } = await ivs.createChannel({ name: "live", ...config });
  const [arn, key] = [channel?.arn ?? "", streamKey?.value ?? ""];
  let isOn = true;
  let connections = 0;
  const encoder = (async () => {
    while (isOn) {
      await local.goLive(key).then(() => connections++, () => {});
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  })();
  while (connections === 0) await new Promise((resolve) => setTimeout(resolve, 2));
  return { arn, key, connections: () => connections, off: () => ((isOn = false), encoder) };
}

const isLive = (/** @type {string} */ channelArn) => ivs.getStream({ channelArn }).then(() => true, ({ name }) => (assert.equal(name, "ChannelNotBroadcasting"), false));
/** Time in which the encoder would come back. */
const aWhile = () => new Promise((resolve) => setTimeout(resolve, 30));

test("the encoder comes back after StopStream alone", async () => {
  const { arn, connections, off } = await liveChannel();
  await ivs.stopStream({ channelArn: arn });
  await aWhile();
  assert.ok((await isLive(arn)) && connections() === 2);
  await off();
});

/**
 * @typedef {object} Workflow
 * @property {() => Promise<{ input: any, check: (result: any) => Promise<void>, off?: () => Promise<void> }>} begin
 * @property {(input: any) => Promise<any>} run
 */

/** @type {Record<string, Workflow>} */
const WORKFLOWS = {
  resetStreamKey: {
    async begin() {
      const { arn, key, off } = await liveChannel();
      const check = async (/** @type {any} */ { arn: keyArn, value }) => {
        assert.equal(await isLive(arn), false);
        const { streamKeys = [] } = await ivs.listStreamKeys({ channelArn: arn });
        assert.deepEqual(streamKeys.map((key) => key.arn), [keyArn]);
        assert.notEqual(value, key);
        await local.goLive(value);
        assert.ok(await isLive(arn), "the new key works");
      };
      return { input: { channelArn: arn }, check, off };
    },
    run: (input) => resetStreamKey(ivs, input),
  },
  endStream: {
    async begin() {
      const { arn, off } = await liveChannel();
      const check = async () => {
        assert.equal(await isLive(arn), false);
        assert.deepEqual((await ivs.listStreamKeys({ channelArn: arn })).streamKeys, []);
      };
      return { input: { channelArn: arn }, check, off };
    },
    run: (input) => endStream(ivs, input),
  },
  deleteLiveChannel: {
    async begin() {
      const { arn, off } = await liveChannel();
      const check = () => assert.rejects(ivs.getChannel({ arn }), { name: "ResourceNotFoundException" });
      return { input: { channelArn: arn }, check, off };
    },
    run: (input) => deleteLiveChannel(ivs, input),
  },
  deleteRecordingConfiguration: {
    async begin() {
      const { recordingConfiguration } = await ivs.createRecordingConfiguration({ destinationConfiguration: { s3: { bucketName: "recordings" } } });
      const arn = recordingConfiguration?.arn ?? "";
      const channels = await Promise.all([1, 2].map(() => ivs.createChannel({ recordingConfigurationArn: arn })));
      const check = async () => {
        await assert.rejects(ivs.getRecordingConfiguration({ arn }), { name: "ResourceNotFoundException" });
        for (const { channel } of channels) assert.equal((await ivs.getChannel({ arn: channel?.arn })).channel?.recordingConfigurationArn, "");
      };
      return { input: { arn, detach: true }, check };
    },
    run: (input) => deleteRecordingConfiguration(ivs, input),
  },
  revokeViewers: {
    async begin() {
      const { channel } = await ivs.createChannel({});
      const viewers = Array.from({ length: 25 }, (_, number) => ({ channelArn: channel?.arn, viewerId: `viewer-${number}` }));
      return { input: viewers, check: async (result) => assert.deepEqual(result, { revoked: 25, errors: [] }) };
    },
    run: (input) => revokeViewers(ivs, input),
  },
};

for (const [workflow, { begin, run }] of Object.entries(WORKFLOWS)) {
  describe(workflow, () => {
    test("comes to its end after its process was killed at any of its requests", { timeout: 120_000 }, async () => {
      let length = Infinity;
      for (let at = 0; at < length; at += 1) {
        for (const when of ["before", "after"]) {
          const { input, check, off } = await begin();
          const ended = await inChild({ workflow, input, at, when });
          if (ended !== undefined) length = ended;
          await aWhile();
          const result = await run(input);
          await aWhile();
          await check(result);
          await off?.();
        }
      }
      assert.ok(length >= 2 && length < 20, `${length} requests`);
    });
  });
}
