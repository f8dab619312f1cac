// @ts-check
// Sends bytes, and tells what comes back.

import { connect } from "node:net";

/** Milliseconds after which neither an answer nor the end of the connection is a hang: far more than the server's own limit. */
const HANG = 30_000;

/**
 * @param {string} endpoint
 * @param {Buffer} bytes
 * @returns {Promise<number>} the status of the answer; 0 if the connection was closed without one
 */
export function statusOf(endpoint, bytes) {
  const { hostname, port } = new URL(endpoint);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let received = "";
    const hang = setTimeout(() => {
      socket.destroy();
      reject(new Error("neither an answer nor the end of the connection came"));
    }, HANG);
    socket.setNoDelay(true);
    // Whoever is refused before all is sent finds the connection reset.
    socket.on("error", () => {});
    socket.on("data", (data) => {
      received += data.toString("latin1");
      const status = /^HTTP\/1\.[01] (\d{3})[^]*\r\n\r\n/.exec(received);
      if (status && status[1] !== "100") socket.destroy();
      if (status?.[1] === "100") received = received.slice(received.indexOf("\r\n\r\n") + 4);
    });
    socket.on("close", () => {
      clearTimeout(hang);
      resolve(Number(/^HTTP\/1\.[01] (\d{3})/.exec(received)?.[1] ?? 0));
    });
    socket.write(bytes);
  });
}
