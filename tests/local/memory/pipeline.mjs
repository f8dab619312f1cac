// @ts-check
// Many requests on few connections, one after the other without waiting for answers.

import { connect } from "node:net";

/** Requests that are under way on a connection. */
const AHEAD = 32;

/**
 * Sends requests, and counts the statuses of their answers.
 *
 * @param {string} endpoint
 * @param {() => Promise<Buffer | undefined> | Buffer | undefined} next the next request; undefined if there is none
 * @returns {Promise<Map<string, number>>}
 */
export function pipeline(endpoint, next) {
  const { hostname, port } = new URL(endpoint);
  const socket = connect(Number(port), hostname);
  /** @type {Map<string, number>} */
  const statuses = new Map();
  return new Promise((resolve, reject) => {
    let waiting = 0;
    let ended = false;
    let filling = false;
    let rest = /** @type {Buffer} */ (Buffer.alloc(0));
    const fill = async () => {
      if (filling || ended) return;
      filling = true;
      while (waiting < AHEAD) {
        const request = await next();
        if (request === undefined) {
          ended = true;
          break;
        }
        waiting++;
        socket.write(request);
      }
      filling = false;
      if (ended && waiting === 0) socket.end();
    };
    const receive = (/** @type {Buffer} */ data) => {
      rest = rest.length > 0 ? Buffer.concat([rest, data]) : data;
      for (;;) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) break;
        const head = rest.toString("latin1", 0, end);
        const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? 0);
        if (rest.length < end + 4 + length) break;
        const status = head.slice(9, 12);
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
        rest = rest.subarray(end + 4 + length);
        waiting--;
      }
    };
    socket.on("data", (data) => {
      receive(data);
      if (ended && waiting === 0) socket.end();
      fill().catch(reject);
    });
    socket.on("error", reject);
    socket.on("close", () => (ended && waiting === 0 ? resolve(statuses) : reject(new Error(`closed while ${waiting} requests waited for an answer`))));
    fill().catch(reject);
  });
}
