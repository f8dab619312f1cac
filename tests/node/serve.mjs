// @ts-check
// A server on a bare socket: it reads requests and leaves the response to the test, byte by byte.

import { once } from "node:events";
import { connect, createServer } from "node:net";

/**
 * @typedef {object} Received
 * @property {string} method
 * @property {string} path
 * @property {Record<string, string>} headers
 * @property {string} body
 *
 * @typedef {object} Exchange
 * @property {Received} request
 * @property {number} turn 1 for the first request of its connection
 * @property {(bytes: string | Uint8Array) => void} write
 * @property {() => void} end closes in the usual way
 * @property {() => void} reset
 * @property {import("node:net").Socket} socket the connection itself
 */

/**
 * @param {import("node:test").TestContext} context closes it when the test is over
 * @param {(exchange: Exchange) => unknown} answer
 */
export async function serve(context, answer) {
  /** @type {import("node:net").Socket[]} */
  const sockets = [];
  /** @type {Received[]} */
  const requests = [];
  let changed = () => {};
  const server = createServer((socket) => {
    sockets.push(socket);
    let text = "";
    let turn = 0;
    socket.setNoDelay();
    socket.on("error", () => {});
    socket.on("close", () => changed());
    socket.setEncoding("latin1").on("data", (part) => {
      text += part;
      for (let [request, rest] = first(text); request; [request, rest] = first(text)) {
        text = rest;
        requests.push(request);
        answer({ request, turn: ++turn, write: (bytes) => void socket.write(bytes), end: () => void socket.end(), reset: () => void socket.resetAndDestroy(), socket });
        changed();
      }
    });
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
  context.after(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  /** @param {() => boolean} condition */
  const until = async (condition) => {
    while (!condition()) await new Promise((resolve) => (changed = () => resolve(undefined)));
  };
  return {
    endpoint: `http://127.0.0.1:${port}`,
    requests,
    get connections() {
      return sockets.length;
    },
    /** A connection to it, for agents that open their own. */
    connect: () => connect(port, "127.0.0.1"),
    /** Waits until so many requests have come. @param {number} count */
    request: (count) => until(() => requests.length >= count),
    /** Waits until so many connections are closed. @param {number} count */
    closed: (count) => until(() => sockets.filter((socket) => socket.destroyed).length >= count),
  };
}

/**
 * A response with its content-length.
 *
 * @param {string | Buffer} body
 * @param {Record<string, string>} [headers]
 */
export function whole(body, headers = {}, status = "200 OK") {
  const bytes = Buffer.from(body);
  const lines = Object.entries({ "content-length": bytes.length, ...headers }).map(([name, value]) => `${name}: ${value}\r\n`);
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${lines.join("")}\r\n`), bytes]);
}

/** The first whole request, and the text after it. @param {string} text @returns {[Received | undefined, string]} */
function first(text) {
  const end = text.indexOf("\r\n\r\n");
  if (end < 0) return [undefined, text];
  const [line = "", ...lines] = text.slice(0, end).split("\r\n");
  const [method = "", path = ""] = line.split(" ");
  const headers = Object.fromEntries(lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]));
  const rest = text.slice(end + 4);
  const length = Number(headers["content-length"] ?? 0);
  if (rest.length < length) return [undefined, text];
  return [{ method, path, headers, body: rest.slice(0, length) }, rest.slice(length)];
}
