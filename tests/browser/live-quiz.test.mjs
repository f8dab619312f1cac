// @ts-check
// examples/live-quiz, run against `ivs-local`, and its page in Chromium with a stand-in for the player.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { IvsClient } from "ivs-wasm";
import { openBrowser, openPage } from "./browser.mjs";
import { startLocal } from "../node/local.mjs";

const QUIZ = fileURLToPath(new URL("../../examples/live-quiz/quiz.mjs", import.meta.url));

/** Stands for Amazon IVS's player, which is loaded from the network. */
const PLAYER = `
  globalThis.IVSPlayer = {
    PlayerEventType: { TEXT_METADATA_CUE: "cue" },
    create: () => ({
      attachHTMLVideoElement: () => {},
      addEventListener: (type, listener) => { globalThis.emit = (text) => listener({ text }); },
      load: (url) => { globalThis.loaded = url; },
      play: () => {},
    }),
  };
`;

/** @type {import("../node/local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

test("the quiz master's questions and answers are shown by the page, also those that were asked too early", { timeout: 90_000 }, async () => {
  const { channel, streamKey } = await new IvsClient(local).createChannel({});
  const channelArn = channel?.arn ?? "";
  const env = {
    ...process.env,
    AWS_REGION: local.region,
    AWS_ENDPOINT_URL_IVS: local.endpoint,
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
  };
  const child = spawn(process.execPath, [QUIZ, channelArn], { env, stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  const browser = await openBrowser();
  try {
    const lines = createInterface(child.stdout)[Symbol.asyncIterator]();
    const line = async () => (await lines.next()).value;
    const address = await line();
    const { page, complaints } = await openPage(browser);
    await page.route("https://player.live-video.net/**", (route) => route.fulfill({ contentType: "text/javascript", body: PLAYER }));
    await page.goto(address);
    await page.waitForFunction((url) => /** @type {any} */ (globalThis).loaded === url, channel?.playbackUrl);

    let given = 0;
    /** What the video brings. */
    const watch = async () => {
      const cues = (await local.metadata(channelArn)).slice(given);
      given += cues.length;
      for (const { metadata } of cues) for (const _ of [1, 2]) await page.evaluate((text) => /** @type {any} */ (globalThis).emit(text), metadata);
      return { title: await page.textContent("h1"), answers: await page.locator("li").allTextContents(), right: await page.locator(".right").allTextContents() };
    };
    child.stdin.write("\n");
    await new Promise((resolve) => setTimeout(resolve, 500));
    await local.goLive(streamKey?.value ?? "");
    assert.equal(await line(), "question 1 is shown");
    assert.deepEqual(await watch(), { title: "Which river carries the most water?", answers: ["Amazon", "Congo", "Nile"], right: [] });
    child.stdin.write("\n");
    assert.equal(await line(), "answer 1 is shown");
    assert.deepEqual((await watch()).right, ["Amazon"]);
    child.stdin.write("\n");
    assert.equal(await line(), "question 2 is shown");
    assert.deepEqual((await watch()).right, []);
    assert.equal((await fetch(`${address}ivs-wasm/../package.json`)).status, 404);
    assert.equal((await fetch(`${address}ivs-wasm/none.js`)).status, 404);
    child.stdin.end();
    assert.deepEqual(await ended, [0, null]);
    assert.deepEqual(complaints, []);
  } finally {
    child.kill("SIGKILL");
    await browser.close();
  }
});
