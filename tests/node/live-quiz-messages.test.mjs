// @ts-check
// examples/live-quiz/quiz.mjs, where it cannot begin: it says why, and nothing else.

import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, before, test } from "node:test";
import { fileURLToPath } from "node:url";
import { environment } from "./behave.mjs";
import { startLocal } from "./local.mjs";
import { ARN } from "./metadata-service.mjs";

const QUIZ = fileURLToPath(new URL("../../examples/live-quiz/quiz.mjs", import.meta.url));

/** @type {import("./local.mjs").Local} */
let local;
before(async () => void (local = await startLocal()));
after(() => local?.stop());

for (const [title, given, message] of /** @type {[string, string[], RegExp][]} */ ([
  ["no arguments", [], /arn/i],
  ["a channel that is not there", [ARN], /./],
])) {
  test(`${title}: the message of the error`, async () => {
    const env = environment({ AWS_REGION: local.region, AWS_ENDPOINT_URL_IVS: local.endpoint, AWS_ACCESS_KEY_ID: local.credentials.accessKeyId, AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey });
    const child = spawn(process.execPath, [QUIZ, ...given], { env, stdio: ["ignore", "ignore", "pipe"] });
    let printed = "";
    child.stderr.setEncoding("utf8").on("data", (text) => (printed += text));
    assert.deepEqual(await once(child, "close"), [1, null]);
    assert.match(printed, message);
    assert.doesNotMatch(printed, /\n\s+at |node:internal|\$metadata/);
  });
}
