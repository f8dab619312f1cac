// @ts-check
// A server with canned responses: HTTP/1.1 with keep-alive over a bare socket, because `node:http` would cost more than
// some of the clients. It runs in a process of its own, sends its port to its parent, and ends with it.

import { createServer } from "node:net";
import { ACCOUNT, channelArn, tags } from "./account.mjs";

const channel = (/** @type {number} */ count) => ({
  arn: channelArn(count),
  authorized: false,
  ingestEndpoint: "a1b2c3d4e5f6.global-contribute.live-video.net",
  insecureIngest: false,
  latencyMode: "LOW",
  name: "launch-party",
  playbackRestrictionPolicyArn: "",
  playbackUrl:
    "https://a1b2c3d4e5f6.us-west-2.playback.live-video.net/api/video/v1/us-west-2.123456789012.channel.AbCdEfGhIjKl.m3u8",
  preset: "",
  recordingConfigurationArn: "",
  srt: { endpoint: "a1b2c3d4e5f6.srt.live-video.net", passphrase: "AbCdEfGhIjKlMnOpQrStUvWxYz" },
  tags: tags(count),
  type: "STANDARD",
});

const summary = (/** @type {number} */ i) => ({
  arn: `${ACCOUNT}:channel/${String(i).padStart(12, "0")}`,
  authorized: i % 2 === 0,
  insecureIngest: false,
  latencyMode: "LOW",
  name: `channel-${i}`,
  playbackRestrictionPolicyArn: "",
  preset: "",
  recordingConfigurationArn: "",
  tags: tags(2),
  type: "STANDARD",
});

/** Response bodies, by what the request body asks for. @type {Map<string, string>} */
const bodies = new Map();
for (const count of [0, 10, 25, 50]) bodies.set(`tags${count}`, JSON.stringify({ channel: channel(count) }));
for (const count of [10, 100]) {
  bodies.set(
    `"maxResults":${count}}`,
    JSON.stringify({ channels: Array.from({ length: count }, (_, i) => summary(i)) }),
  );
}

const CORS =
  "access-control-allow-origin: *\r\naccess-control-expose-headers: x-amzn-errortype,x-amzn-requestid,date\r\n";
const PREFLIGHT = `HTTP/1.1 204 No Content\r\n${CORS}access-control-allow-methods: POST\r\naccess-control-allow-headers: `;

let date = new Date().toUTCString();
setInterval(() => (date = new Date().toUTCString()), 1000).unref();

function respond(/** @type {string} */ head, /** @type {string} */ requestBody) {
  if (head.startsWith("OPTIONS ")) {
    const requested = /\r\naccess-control-request-headers: *([^\r]*)/i.exec(head)?.[1] ?? "";
    return `${PREFLIGHT}${requested}\r\n\r\n`;
  }
  const body = bodies.get(/tags\d+(?=")|"maxResults":\d+}/.exec(requestBody)?.[0] ?? "tags0");
  if (body === undefined || /\r\ntransfer-encoding:/i.test(head))
    return "HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n";
  return (
    `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${body.length}\r\ndate: ${date}\r\n` +
    `x-amzn-requestid: 0f8f5d1c-2a3b-4f0e-9d5e-b6a8b0a41b1c\r\n${CORS}\r\n${body}`
  );
}

const server = createServer({ noDelay: true }, (socket) => {
  let pending = "";
  socket.setEncoding("latin1");
  socket.on("error", () => socket.destroy());
  socket.on("data", (text) => {
    pending += text;
    let responses = "";
    for (;;) {
      const end = pending.indexOf("\r\n\r\n");
      if (end < 0) break;
      const head = pending.slice(0, end);
      const next = end + 4 + Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
      if (pending.length < next) break;
      responses += respond(head, pending.slice(end + 4, next));
      pending = pending.slice(next);
    }
    if (responses) socket.write(responses, "latin1");
  });
});

server.listen(0, "127.0.0.1", () =>
  process.send?.(/** @type {import("node:net").AddressInfo} */ (server.address()).port),
);
process.on("disconnect", () => process.exit());
