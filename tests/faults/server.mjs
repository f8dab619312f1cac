// @ts-check
// A server that follows a script. It reads requests from a bare socket and writes answers byte by byte, because an HTTP library
// would not send what it is for (a response cut off, a reset, two lengths that disagree).

import { once } from "node:events";
import { createServer } from "node:net";

/**
 * A request as it was received.
 *
 * @typedef {object} Request
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} headers names in lower case
 * @property {string} body
 * @property {() => boolean} open whether its connection is still there
 * @property {number} at when it was complete, in milliseconds of a clock that only goes forward
 */

/**
 * What a step can use: the connection, and what the fault shares between its steps.
 *
 * @typedef {object} Exchange
 * @property {Request} request
 * @property {(...bytes: (string | Buffer)[]) => void} write text is written as Latin-1
 * @property {(...bytes: (string | Buffer)[]) => void} end writes, then closes the connection normally
 * @property {() => void} reset resets the connection
 * @property {Promise<void>} gone resolves when the connection is closed, by either side
 * @property {any} stage
 */

/** @typedef {(exchange: Exchange) => void | Promise<void>} Step one response of a script */

/**
 * A running server.
 *
 * @typedef {object} Server
 * @property {string} origin
 * @property {Request[]} requests all that it received
 * @property {() => number} connections how many are open
 * @property {unknown[]} failures errors of the script itself
 * @property {() => Promise<void>} close
 */

/**
 * Listens on a free port. Each request is answered by its step; the last step is for all that come after it.
 *
 * @param {Step[]} script
 * @param {any} [stage]
 * @returns {Promise<Server>}
 */
export async function startServer(script, stage) {
  /** @type {Request[]} */
  const requests = [];
  /** @type {unknown[]} */
  const failures = [];
  /** @type {Set<import("node:net").Socket>} */
  const sockets = new Set();
  const server = createServer((socket) => {
    sockets.add(socket);
    // A client may reset as well; whatever it does, it closes.
    socket.on("error", () => {});
    const gone = new Promise((resolve) => socket.once("close", () => (sockets.delete(socket), resolve(undefined))));
    const bytes = (/** @type {(string | Buffer)[]} */ parts) => Buffer.concat(parts.map((part) => (typeof part === "string" ? Buffer.from(part, "latin1") : part)));
    let received = Buffer.alloc(0);
    socket.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      for (let next = parse(received); next; next = parse(received)) {
        received = received.subarray(next.length);
        const request = { ...next.request, open: () => !socket.destroyed, at: performance.now() };
        requests.push(request);
        const step = script[Math.min(requests.length, script.length) - 1];
        Promise.resolve({
          request,
          write: (...parts) => void (socket.writable && socket.write(bytes(parts))),
          end: (...parts) => void (socket.writable && socket.end(bytes(parts))),
          reset: () => void socket.resetAndDestroy(),
          gone,
          stage,
        })
          .then(step)
          .catch((error) => failures.push(error));
      }
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    connections: () => sockets.size,
    failures,
    async close() {
      const closed = once(server, "close");
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
}

/** An origin where nothing listens: a port that was free a moment ago. */
export async function closedOrigin() {
  const server = await startServer([]);
  await server.close();
  return server.origin;
}

/** The first request in the bytes, and its length; null while it is incomplete. */
function parse(/** @type {Buffer} */ bytes) {
  const end = bytes.indexOf("\r\n\r\n");
  if (end < 0) return null;
  const [first = "", ...lines] = bytes.toString("latin1", 0, end).split("\r\n");
  const [method = "", path = ""] = first.split(" ");
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const length = end + 4 + Number(headers["content-length"] ?? 0);
  if (bytes.length < length) return null;
  return { length, request: { method, path, headers, body: bytes.toString("utf8", end + 4, length) } };
}
