// A page that shows all channels of an account in a region, live.
//
//   AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… node examples/dashboard/server.mjs [port [interval in ms]]
//
// GET /         the page
// GET /streams  what is there, then each change, as server-sent events
//
// It has no login: put one before it, as whoever reaches it sees the channels.

import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { IvsClient } from "ivs-wasm";
import { watchStream } from "ivs-wasm/watch";

// Region, credentials and endpoint come from the AWS_* variables. One client for all pages, so that they share its polls.
const ivs = new IvsClient();
const page = await readFile(new URL("index.html", import.meta.url));
const [port = 0, interval = 5000] = process.argv.slice(2).map(Number);

/** The names of all channels, by their ARNs. */
async function channelNames(signal) {
  const names = new Map();
  for await (const { channels } of ivs.getPaginator("listChannels").paginate({}, { abortSignal: signal })) {
    for (const { arn, name } of channels) names.set(arn, name);
  }
  return names;
}

/** Sends the streams of all channels, until the page is closed. */
async function sendStreams(response, signal) {
  const names = await channelNames(signal);
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
  response.write("retry: 5000\n\n");
  if (names.size === 0) return response.end();
  for await (const stream of watchStream(ivs, { channelArns: [...names.keys()] }, { interval, signal })) {
    const isRead = response.write(`data: ${JSON.stringify({ ...stream, name: names.get(stream.channelArn) })}\n\n`);
    // While the page does not read, changes merge.
    if (!isRead) await once(response, "drain", { signal });
  }
}

const server = createServer(async (request, response) => {
  const closed = new AbortController();
  response.once("close", () => closed.abort());
  try {
    if (request.url === "/") response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    else if (request.url === "/streams") await sendStreams(response, closed.signal);
    else response.writeHead(404).end();
  } catch (error) {
    if (closed.signal.aborted) return;
    console.error(error.message);
    // The page connects again.
    if (response.headersSent) response.end();
    else response.writeHead(500).end();
  }
});
server.listen(port, "127.0.0.1");
await once(server, "listening");
console.log(`http://127.0.0.1:${server.address().port}/`);
await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
server.close();
server.closeAllConnections();
