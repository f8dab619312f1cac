// @ts-check
// docs/guides/workflows.md: its programs are run as they stand there, against `ivs-local`.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { IvsClient } from "ivs-wasm";
import { startLocal } from "../node/local.mjs";
import { programs, writeFiles } from "./guide.mjs";

// Where `ivs-wasm` resolves to the installed package.
const PLACE = fileURLToPath(new URL("../../target/guide-workflows/", import.meta.url));
const guide = await programs("workflows");

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {IvsClient} */
let ivs;
before(async () => {
  local = await startLocal(["--creation-ms", "0"]);
  ivs = new IvsClient(local);
  await rm(PLACE, { recursive: true, force: true });
  for (const files of guide.values()) await writeFiles(PLACE, files);
});
after(async () => {
  await local?.stop();
  await rm(PLACE, { recursive: true, force: true });
});

/** What a program of the guide prints. @param {string} name @param {string[]} args */
async function run(name, ...args) {
  const { region, endpoint, credentials } = local;
  const env = { ...process.env, AWS_REGION: region, AWS_ENDPOINT_URL_IVS: endpoint, AWS_ACCESS_KEY_ID: credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey };
  return (await promisify(execFile)(process.execPath, [join(PLACE, name), ...args], { env, timeout: 60_000 })).stdout;
}

/** A channel that is live. @param {object} [input] */
async function liveChannel(input = {}) {
  const { channel, streamKey } = await ivs.createChannel(input);
  await local.goLive(streamKey?.value ?? "");
  return { arn: channel?.arn ?? "", key: streamKey ?? {} };
}

test("all its programs are run here", () => {
  const names = [...guide.values()].flatMap((files) => [...files.keys()]);
  assert.deepEqual(names, ["reset.mjs", "end.mjs", "delete.mjs", "revoke.mjs", "channels.mjs", "dashboard.mjs"]);
});

test("reset.mjs", async () => {
  const { arn, key } = await liveChannel();
  const printed = await run("reset.mjs", arn);
  const { streamKeys: [summary] = [] } = await ivs.listStreamKeys({ channelArn: arn });
  assert.equal(printed, `deleteStreamKey\nstopStream\ncreateStreamKey\nthe new key is ${summary?.arn}\n`);
  assert.notEqual(summary?.arn, key.arn);
  const again = await run("reset.mjs", arn);
  assert.match(again, /^deleteStreamKey\nstopStream: nothing to do\ncreateStreamKey\n/);
});

test("end.mjs", async () => {
  const { arn } = await liveChannel();
  assert.equal(await run("end.mjs", arn), "offline\n");
  assert.deepEqual((await ivs.listStreamKeys({ channelArn: arn })).streamKeys, []);
  await assert.rejects(run("end.mjs", arn.replace(/\w+$/, "Nowhere")), ({ stdout, stderr }) => {
    assert.equal(stdout, "", "it is not repeated");
    assert.match(stderr, /endStream: failed at listStreamKeys: ResourceNotFoundException: .*; nothing was done before$/m);
    return true;
  });
});

test("delete.mjs", async () => {
  const { recordingConfiguration } = await ivs.createRecordingConfiguration({ destinationConfiguration: { s3: { bucketName: "recordings" } } });
  const configuration = recordingConfiguration?.arn ?? "";
  const { arn } = await liveChannel({ recordingConfigurationArn: configuration });
  await ivs.createChannel({ recordingConfigurationArn: configuration });
  assert.equal(await run("delete.mjs", arn, configuration), `live: ${arn}\nupdateChannel,deleteRecordingConfiguration\n`);
  await assert.rejects(ivs.getChannel({ arn }), { name: "ResourceNotFoundException" });
  await assert.rejects(ivs.getRecordingConfiguration({ arn: configuration }), { name: "ResourceNotFoundException" });
});

test("revoke.mjs", async () => {
  const { channel } = await ivs.createChannel({});
  const file = join(PLACE, "viewers.txt");
  await writeFile(file, Array.from({ length: 30 }, (_, number) => `viewer-${number}\n`).join(""));
  assert.equal(await run("revoke.mjs", channel?.arn ?? "", file), "20 of 30\n30 of 30\n30 revoked\n");
  await writeFile(file, "viewer-0\r\nviewer-1\r\n");
  assert.equal(await run("revoke.mjs", channel?.arn ?? "", file), "2 of 2\n2 revoked\n");
  await writeFile(file, Array.from({ length: 30 }, (_, number) => `viewer-${number}\n`).join(""));
  assert.match(await run("revoke.mjs", `${channel?.arn}x`, file), /^0 of 30\n0 of 30\n0 revoked\nviewer-0: .+\n(viewer-\d+: .+\n){29}$/);
});

test("channels.mjs and dashboard.mjs", async () => {
  const made = await Promise.all(["one", "two"].map((name) => ivs.createChannel({ name })));
  const arns = made.map(({ channel }) => channel?.arn ?? "");
  const gone = `${arns[0]?.replace(/\w+$/, "Gone")}`;
  const printed = await run("channels.mjs", ...arns, gone, ...arns);
  assert.match(printed, /^one\ntwo\nno arn\S+Gone\none\ntwo\narn\S+Gone: 404 .+\n$/);
  assert.equal(await run("dashboard.mjs", ...arns, gone), `one: LOW\ntwo: LOW\n${gone} is gone\n`);
});
