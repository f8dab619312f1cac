// @ts-check
// A company's proxy: it passes requests on, opens tunnels, and counts both.

import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer, request } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect } from "node:net";
import { fileURLToPath } from "node:url";

/** The certificate and the key of `localhost`. */
export const PEM = fileURLToPath(new URL("../node/localhost.pem", import.meta.url));

/** @param {import("node:http").Server | import("node:https").Server} server @returns {Promise<number>} its port */
async function listening(server) {
  await once(server.listen(0, "127.0.0.1"), "listening");
  return /** @type {import("node:net").AddressInfo} */ (server.address()).port;
}

/** Passes a request on. @param {URL} url @param {import("node:http").IncomingMessage} from @param {import("node:http").ServerResponse} to */
function pass(url, from, to) {
  const { method, headers } = from;
  const passed = request(url, { method, headers, agent: false }, (answer) => answer.pipe(to.writeHead(answer.statusCode ?? 502, answer.headers)));
  passed.on("error", () => to.destroy());
  from.pipe(passed);
}

/**
 * Starts a proxy, and a server for tunnels to lead to: `endpoint` by https.
 *
 * @param {string} endpoint of a service by http
 */
export async function startProxy(endpoint) {
  const counts = { requests: 0, tunnels: 0, throughTunnels: 0 };
  const pem = readFileSync(PEM);
  const secure = createSecureServer({ cert: pem, key: pem }, (from, to) => {
    counts.throughTunnels++;
    pass(new URL(from.url ?? "", endpoint), from, to);
  });
  const securePort = await listening(secure);

  /** @type {Set<import("node:stream").Duplex>} */
  const tunnels = new Set();
  const proxy = createServer((from, to) => {
    // A proxy is asked for the whole URL; a server for its path, which is no URL.
    if (!URL.canParse(from.url ?? "")) return to.writeHead(400).end();
    counts.requests++;
    pass(new URL(from.url ?? ""), from, to);
  });
  proxy.on("connect", (from, client) => {
    counts.tunnels++;
    const [host, port] = (from.url ?? "").split(":");
    const server = connect(Number(port), host === "localhost" ? "127.0.0.1" : host, () => client.write("HTTP/1.1 200 Connection established\r\n\r\n"));
    for (const [one, other] of /** @type {const} */ ([[client, server], [server, client]])) {
      tunnels.add(one);
      one.on("error", () => other.destroy()).on("close", () => other.destroy()).pipe(other);
    }
  });
  const port = await listening(proxy);

  return {
    counts,
    url: `http://127.0.0.1:${port}`,
    secureEndpoint: `https://localhost:${securePort}`,
    stop() {
      for (const tunnel of tunnels) tunnel.destroy();
      for (const server of [proxy, secure]) server.close().closeAllConnections();
    },
  };
}
