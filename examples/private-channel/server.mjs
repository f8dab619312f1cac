// A private channel with its page: makes a key pair and a channel, signs a token for each viewer, and revokes viewers.
//
//   AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… node examples/private-channel/server.mjs [port]
//
// GET  /           the page
// GET  /playback   an address to play, for the viewer whom the page has chosen at random: your login decides that
// POST /revoke     ends what this viewer watches
//
// Both are deleted at the end, so that the private key never has to be stored; a real one is made once and kept.

import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { IvsClient } from "ivs-wasm";
import { createPlaybackKeyPair, playbackUrl, revokeViewer, signPlaybackToken } from "ivs-wasm/playback";

// Region, credentials and endpoint come from the AWS_* variables.
const ivs = new IvsClient();
const page = await readFile(new URL("index.html", import.meta.url));

/** The viewer of this browser; a new one gets a cookie. */
function viewerOf(request, response) {
  const known = /(?:^|; )viewer=([\w-]{1,40})(?:;|$)/.exec(request.headers.cookie ?? "")?.[1];
  const viewerId = known ?? randomUUID();
  if (!known) response.setHeader("set-cookie", `viewer=${viewerId}; HttpOnly; SameSite=Strict`);
  return viewerId;
}

/** Answers a request; what it throws is the server's fault. */
async function answer(request, response, channel, privateKey) {
  response.setHeader("cache-control", "no-store");
  const viewerId = viewerOf(request, response);
  switch (`${request.method} ${request.url}`) {
    case "GET /":
      return response.setHeader("content-type", "text/html; charset=utf-8").end(page);
    case "GET /playback": {
      // The seconds are the version that `revokeViewer` goes by.
      const viewerSessionVersion = Math.floor(Date.now() / 1000);
      const token = await signPlaybackToken({ channelArn: channel.arn, viewerId, viewerSessionVersion, ttl: "5m" }, privateKey);
      return response.setHeader("content-type", "application/json").end(JSON.stringify({ url: playbackUrl(channel.playbackUrl, token) }));
    }
    case "POST /revoke":
      await revokeViewer(ivs, { channelArn: channel.arn, viewerId });
      return response.writeHead(204).end();
    default:
      return response.writeHead(404).end();
  }
}

async function serve(channel, privateKey) {
  const server = createServer((request, response) => {
    answer(request, response, channel, privateKey).catch((error) => {
      console.error(error.message);
      response.writeHead(500).end();
    });
  });
  server.listen(Number(process.argv[2] ?? 0), "127.0.0.1");
  await once(server, "listening");
  console.log(`http://127.0.0.1:${server.address().port}/`);
  await Promise.race([once(process, "SIGINT"), once(process, "SIGTERM")]);
  server.close();
  server.closeAllConnections();
}

const { publicKeyMaterial, privateKey } = await createPlaybackKeyPair();
const { keyPair } = await ivs.importPlaybackKeyPair({ publicKeyMaterial, name: `example-${Date.now()}` });
try {
  const { channel } = await ivs.createChannel({ name: "private-channel-example", authorized: true });
  try {
    await serve(channel, privateKey);
  } finally {
    await ivs.deleteChannel({ arn: channel.arn });
  }
} finally {
  await ivs.deletePlaybackKeyPair({ arn: keyPair.arn });
}
