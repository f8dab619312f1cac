// @ts-check
// examples/private-channel, run against `ivs-local`.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";
import { decodePlaybackToken } from "ivs-wasm/playback";
import { startLocal } from "./local.mjs";

const SERVER = fileURLToPath(new URL("../../examples/private-channel/server.mjs", import.meta.url));

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

test("the example serves its page, issues tokens, revokes, and leaves nothing behind", { timeout: 60_000 }, async () => {
  const ivs = new IvsClient(local);
  const env = {
    ...process.env,
    AWS_REGION: local.region,
    AWS_ENDPOINT_URL_IVS: local.endpoint,
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
  };
  const child = spawn(process.execPath, [SERVER], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  try {
    const [address] = await Promise.race([
      once(createInterface(child.stdout), "line"),
      ended.then(([status]) => assert.fail(`it ended with ${status}`)),
    ]);
    const page = await fetch(address);
    assert.match(await page.text(), /<title>A private channel<\/title>/);
    const [cookie = ""] = (page.headers.get("set-cookie") ?? "").split(";");
    const headers = { cookie };

    const { channels = [] } = await ivs.listChannels({});
    assert.deepEqual(channels.map(({ authorized }) => authorized), [true]);
    const { url } = /** @type {{ url: string }} */ (await (await fetch(new URL("playback", address), { headers })).json());
    const { claims } = decodePlaybackToken(new URL(url).searchParams.get("token") ?? "");
    assert.equal(claims.channelArn, channels[0]?.arn);
    assert.equal(cookie, `viewer=${claims.viewerId}`);

    assert.equal((await fetch(new URL("revoke", address), { method: "POST", headers })).status, 204);
    assert.equal((await fetch(new URL("other", address))).status, 404);
    assert.equal((await ivs.listPlaybackKeyPairs({})).keyPairs?.length, 1);
    child.kill("SIGTERM");
    assert.deepEqual(await ended, [0, null]);
  } finally {
    child.kill("SIGKILL");
  }
  assert.deepEqual((await ivs.listChannels({})).channels, []);
  assert.deepEqual((await ivs.listPlaybackKeyPairs({})).keyPairs, []);
});
