// @ts-check
// Ways to spoil a request. Each makes bytes for one connection.

import { bytesOf, signed } from "./messages.mjs";
import { BODIES, BYTES, STARTS, TEXTS, VALUES } from "./nonsense.mjs";

/** @typedef {import("./messages.mjs").Request} Request */
/** @typedef {import("../model/random.mjs").Random} Random */
/** @typedef {import("../shells.mjs").Running} Running */
/** @typedef {(request: Request, random: Random, shell: Running) => Buffer | Promise<Buffer>} Damage */

/** @param {Request} request @param {string} name @param {(value: string) => string} change @returns {Request} */
const changed = (request, name, change) => ({ ...request, headers: request.headers.map(([each, value]) => [each, each === name ? change(value) : value]) });
/** @param {string} text @param {number} at @param {number} removed @param {string} put */
const splice = (text, at, removed, put) => text.slice(0, at) + put + text.slice(at + removed);
/** A signed request of the same call with another body. @param {Running} shell @param {Request} request @param {string | Buffer} body */
const withBody = async (shell, request, body) =>
  bytesOf(
    request.path.startsWith("/_local")
      ? { ...changed(request, "content-length", () => `${Buffer.byteLength(body)}`), body: Buffer.from(body) }
      : await signed(shell, request.method, request.path, body),
  );

/** By what they spoil. @type {Record<string, Damage>} */
export const DAMAGES = {
  "cut anywhere": (request, { below }) => {
    const bytes = bytesOf(request);
    return bytes.subarray(0, below(bytes.length));
  },
  "sent twice": (request) => Buffer.concat([bytesOf(request), bytesOf(request)]),
  "no request": (_, { pick }) => Buffer.from(pick(STARTS), "latin1"),
  "bytes changed": (request, { below }) => {
    const bytes = Buffer.from(bytesOf(request));
    for (let times = 1 + below(4); times > 0; times--) bytes[below(bytes.length)] = below(256);
    return bytes;
  },
  "bytes removed or added": (request, { below, percent }) => {
    const bytes = bytesOf(request);
    const at = below(bytes.length);
    return Buffer.concat([bytes.subarray(0, at), percent(50) ? Buffer.from(Array.from({ length: below(20) }, () => below(256))) : Buffer.alloc(0), bytes.subarray(at + below(20))]);
  },
  "line ends": (request, { pick }) =>
    Buffer.from(
      bytesOf(request)
        .toString("latin1")
        .replaceAll("\r\n", pick(["\n", "\r", "\r\r\n", "\r\n ", "\n\n", ""])),
      "latin1",
    ),
  "start line": (request, { pick }) => {
    const text = bytesOf(request).toString("latin1");
    const [start = ""] = text.split("\r\n");
    const [method, path, version] = start.split(" ");
    const other = pick([
      `${pick(["", "get", "PUT", "HEAD", "TRACE", "PATCH", "a".repeat(500), "G T", "\0"])} ${path} ${version}`,
      `${method} ${path} ${pick(["HTTP/1.0", "HTTP/1.2", "HTTP/9.9", "http/1.1", "", "HTTP/1.1 x"])}`,
      `${method}  ${path}  ${version}`,
      `${method} ${version}`,
    ]);
    return Buffer.from(
      text.replace(start, () => other),
      "latin1",
    );
  },
  target: (request, { below, pick }) => bytesOf({ ...request, path: splice(request.path, below(request.path.length + 1), below(3), pick(TEXTS)) }),
  "header value": (request, { pick, below }) => {
    const [name] = pick(request.headers);
    return bytesOf(changed(request, name, (value) => pick([pick(TEXTS), splice(value, below(value.length + 1), below(4), pick(TEXTS)), value + value])));
  },
  "headers repeated, missing or strange": (request, { pick, below }) => {
    const headers = [...request.headers];
    const at = below(headers.length);
    pick([
      () => headers.splice(at, 1),
      () => headers.push(/** @type {[string, string]} */ (headers[at])),
      () => headers.push([/** @type {[string, string]} */ (headers[at])[0], pick(TEXTS)]),
      () =>
        headers.push([
          pick([
            "",
            " ",
            "a b",
            "x:",
            "é",
            "a".repeat(2000),
            "x-amz-x",
            "expect",
            "upgrade",
            "content-encoding",
            "te",
            "transfer-encoding",
            "content-length",
            "host",
            "origin",
            "x-amz-security-token",
            "x-amz-content-sha256",
          ]),
          pick([...TEXTS, "100-continue", "websocket", "gzip", "chunked", "gzip, chunked", "1"]),
        ]),
      () => headers.push(...Array.from({ length: 150 }, (_, index) => /** @type {[string, string]} */ ([`x-${index}`, "y"]))),
    ])();
    return bytesOf({ ...request, headers });
  },
  length: (request, { pick }) =>
    bytesOf(
      changed(request, "content-length", (value) =>
        pick([
          "",
          "-1",
          "+1",
          "0",
          "1e3",
          "0x10",
          `${value}, ${value}`,
          `${value},1`,
          ` ${value}`,
          `${Number(value) + 1}`,
          `${Number(value) + 100_000}`,
          "10485760",
          "10485761",
          "18446744073709551615",
          "18446744073709551616",
        ]),
      ),
    ),
  chunks: (request, { pick, below }) => {
    const headers = [
      ...request.headers.filter(([name]) => name !== "content-length"),
      .../** @type {[string, string][]} */ ([["transfer-encoding", pick(["chunked", "chunked", "chunked", "Chunked", "xchunked", "chunked, chunked", "identity"])]]),
      .../** @type {[string, string][]} */ (pick([[], [["content-length", "5"]]])),
    ];
    const size = request.body.length.toString(16);
    const body = request.body.toString("latin1");
    const chunks = pick([
      `${size}\r\n${body}\r\n0\r\n\r\n`,
      `${size}\r\n${body}\r\n`,
      `${size}\r\n${body}`,
      `${size}0\r\n${body}\r\n0\r\n\r\n`,
      `-1\r\n${body}\r\n0\r\n\r\n`,
      `ffffffffffffffff\r\n${body}`,
      `fffffffffffffffff\r\n${body}`,
      `g\r\n${body}`,
      `${size};${"x".repeat(below(20_000))}\r\n${body}\r\n0\r\n\r\n`,
      `${size}\n${body}\n0\n\n`,
      "\r\n\r\n",
      `0\r\n${"x: y\r\n".repeat(below(2000))}\r\n`,
      `0\r\nhost: x\r\n\r\n`,
      "1\r\nx\r\n".repeat(below(5000)),
    ]);
    return Buffer.concat([bytesOf({ ...request, headers, body: Buffer.alloc(0) }), Buffer.from(chunks, "latin1")]);
  },
  "part of the signature": (request, { pick, below }) => {
    const parts = [
      /AKIA\w*|LOCAL\w*/,
      /\d{8}(?=\/)/,
      /us-west-2/,
      /(?<=\/)ivs(?=\/|%2F)/,
      /aws4_request/,
      /AWS4-HMAC-SHA256/,
      /content-type;host|host/,
      /(?<=Signature=)\w+/,
      /Credential=/,
      /SignedHeaders=/,
      /Signature=/,
      /, /,
      /X-Amz-Date=\w+/,
      /X-Amz-Expires=\d+/,
    ];
    const part = pick(parts);
    const change = (/** @type {string} */ value) =>
      value.replace(part, (found) =>
        pick(["", found + found, found.toUpperCase(), found.slice(1), splice(found, below(found.length), 1, pick(["0", "é", "%", " ", ";", "/", "\0"])), pick(TEXTS)]),
      );
    return bytesOf({ ...changed(request, "authorization", change), path: request.path.includes("X-Amz-") ? change(request.path) : request.path });
  },
  "another body than was signed": (request, { pick }) => {
    const body = Buffer.from(pick(BODIES));
    return bytesOf({ ...changed(request, "content-length", () => `${body.length}`), body });
  },
  "signed nonsense": (request, { pick, percent }, shell) => withBody(shell, request, percent(80) ? pick(BODIES) : pick(BYTES)),
  "signed, with damage": (request, { below, pick }, shell) => {
    const text = request.body.toString();
    return withBody(shell, request, splice(text, below(text.length + 1), below(4), pick([...TEXTS, ...VALUES])));
  },
  "signed, with another value": (request, { pick }, shell) => {
    const text = request.body.toString();
    const values = [...text.matchAll(/(?<=:)("[^"]*"|\d+|true|false|null)/g)];
    if (values.length === 0) return withBody(shell, request, `{"arn":${pick(VALUES)}}`);
    const value = pick(values);
    return withBody(shell, request, splice(text, value.index, value[0].length, pick(VALUES)));
  },
  "signed, at another path": async (request, { below, pick }, shell) => {
    const path = splice(request.path, 1 + below(request.path.length), below(3), encodeURI(pick(TEXTS.filter((text) => !/[%?#]/.test(text)))));
    return bytesOf({ ...(await signed(shell, request.method, path, request.body)), path });
  },
};
