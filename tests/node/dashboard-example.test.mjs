// @ts-check
// examples/dashboard, run against `ivs-local`: its server, and its page in jsdom.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { JSDOM, VirtualConsole } from "jsdom";
import { IvsClient } from "ivs-wasm";
import { startLocal } from "./local.mjs";

const SERVER = fileURLToPath(new URL("../../examples/dashboard/server.mjs", import.meta.url));

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

/** The items that a page is sent. @param {string} address @param {AbortSignal} signal */
async function* items(address, signal) {
  const response = await fetch(new URL("streams", address), { signal });
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  let text = "";
  for await (const part of /** @type {any} */ (response.body).pipeThrough(new TextDecoderStream())) {
    text += part;
    const events = text.split("\n\n");
    text = events.pop() ?? "";
    for (const event of events) if (event.startsWith("data: ")) yield JSON.parse(event.slice(6));
  }
}

test("the example shows all channels, and each change to every page", { timeout: 60_000 }, async () => {
  const ivs = new IvsClient(local);
  const made = await Promise.all(["one", "two", "three"].map((name) => ivs.createChannel({ name })));
  const [one, two, three] = made.map(({ channel, streamKey }) => ({ arn: channel?.arn ?? "", key: streamKey?.value ?? "" }));
  await local.goLive(two.key, { viewerCount: 7 });
  const env = {
    ...process.env,
    AWS_REGION: local.region,
    AWS_ENDPOINT_URL_IVS: local.endpoint,
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
  };
  const child = spawn(process.execPath, [SERVER, "0", "1000"], { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  /** @type {JSDOM | undefined} */
  let page;
  try {
    const [address] = await Promise.race([
      once(createInterface(child.stdout), "line"),
      ended.then(([status]) => assert.fail(`it ended with ${status}`)),
    ]);
    assert.equal((await fetch(new URL("other", address))).status, 404);

    const closed = new AbortController();
    const sent = items(address, closed.signal);
    /** @type {Map<string, any>} */
    const first = new Map();
    while (first.size < 3) {
      const { value } = await sent.next();
      first.set(value.channelArn, value);
    }
    assert.deepEqual([one, two, three].map(({ arn }) => [first.get(arn).name, first.get(arn).state, first.get(arn).viewerCount]), [["one", "OFFLINE", undefined], ["two", "LIVE", 7], ["three", "OFFLINE", undefined]]);

    const errors = /** @type {unknown[]} */ ([]);
    const virtualConsole = new VirtualConsole().on("jsdomError", (error) => errors.push(error));
    const html = await (await fetch(address)).text();
    // jsdom runs no modules, and has no EventSource.
    page = new JSDOM(html.replace('<script type="module">', "<script>").replace("</script>", "globalThis.ready = true;</script>"), {
      url: address,
      runScripts: "dangerously",
      virtualConsole,
      beforeParse(window) {
        window.EventSource = class extends window.EventTarget {
          constructor(/** @type {string} */ path) {
            super();
            assert.equal(path, "/streams");
            const controller = new AbortController();
            window.addEventListener("stop", () => controller.abort());
            void (async () => {
              for await (const item of items(address, controller.signal)) this.dispatchEvent(new window.MessageEvent("message", { data: JSON.stringify(item) }));
            })().catch(() => {});
          }
        };
      },
    });
    const { document } = page.window;
    /** @param {string} text */
    const shows = async (text) => {
      while (!document.body.textContent?.includes(text)) await new Promise((resolve) => setTimeout(resolve, 20));
    };
    assert.equal(page.window.ready, true);
    await shows("1 of 3 channels are live, 7 viewers");
    const change = sent.next();
    const { streamId } = await local.goLive(one.key, { viewerCount: 3, health: "STARVING" });
    const { value } = await change;
    assert.deepEqual([value.channelArn, value.state, value.streamId, value.health, value.changed.includes("state")], [one.arn, "LIVE", streamId, "STARVING", true]);
    await shows("2 of 3 channels are live, 10 viewers");
    assert.ok(document.querySelector("tr.LIVE.STARVING")?.textContent?.startsWith("one"));
    await local.goOffline(two.key);
    await shows("1 of 3 channels are live, 3 viewers");
    assert.deepEqual(errors, []);

    closed.abort();
    page.window.dispatchEvent(new page.window.Event("stop"));
    child.kill("SIGTERM");
    assert.deepEqual(await ended, [0, null]);
  } finally {
    page?.window.close();
    child.kill("SIGKILL");
  }
});
