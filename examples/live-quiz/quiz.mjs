// A live quiz: Enter shows the next question to all viewers, or its answer, at the moment of the video that they see.
//
//   AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… node examples/live-quiz/quiz.mjs CHANNEL_ARN [port]
//
// GET /                the page
// GET /playback        where it plays
// GET /ivs-wasm/….js   the reader, which a bundler would put into the page

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { createInterface } from "node:readline";
import { IvsClient } from "ivs-wasm";
import { metadataStream } from "ivs-wasm/metadata";

const [channelArn, port = 0] = process.argv.slice(2);
const questions = JSON.parse(await readFile(new URL("questions.json", import.meta.url), "utf8"));
const page = await readFile(new URL("index.html", import.meta.url));
const scripts = new URL(".", import.meta.resolve("ivs-wasm/metadata"));

// Region, credentials and endpoint come from the AWS_* variables. The stream repeats calls by itself, and five a second are made.
const ivs = new IvsClient({ requestTimeout: 5000 });
const channel = await ivs.getChannel({ arn: channelArn }).then(
  ({ channel }) => channel,
  (error) => {
    console.error(error.message);
    process.exit(1);
  },
);

async function answer({ url }, response) {
  const script = /^\/ivs-wasm\/((?:[\w-]+\/)*[\w-]+\.js)$/.exec(url)?.[1];
  if (url === "/") return response.setHeader("content-type", "text/html; charset=utf-8").end(page);
  if (url === "/playback") return response.setHeader("content-type", "application/json").end(JSON.stringify({ url: channel.playbackUrl }));
  if (script) return response.setHeader("content-type", "text/javascript").end(await readFile(new URL(script, scripts)));
  return response.writeHead(404).end();
}

const server = createServer((request, response) => {
  answer(request, response).catch(() => response.writeHead(404).end());
});
server.listen(Number(port), "127.0.0.1");
await once(server, "listening");
console.log(`http://127.0.0.1:${server.address().port}/`);

const writer = metadataStream(ivs, {
  channelArn,
  onSent: ({ items }) => items.forEach(({ kind, number }) => console.log(`${kind} ${number} is shown`)),
  onDrop: ({ items, reason }) => console.error(`${items.length} not shown: ${reason}`),
}).getWriter();

/** What is shown one after the other. The answer is not told before: viewers can read all that they get. */
function* steps() {
  for (const [index, { question, answers, right }] of questions.entries()) {
    yield { kind: "question", number: index + 1, question, answers };
    yield { kind: "answer", number: index + 1, right };
  }
}

try {
  const lines = createInterface(process.stdin)[Symbol.asyncIterator]();
  for (const step of steps()) {
    if ((await lines.next()).done) break;
    await writer.write(step);
  }
  await writer.close();
} finally {
  process.stdin.destroy();
  server.close();
  server.closeAllConnections();
}
