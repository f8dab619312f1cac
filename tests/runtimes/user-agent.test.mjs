// @ts-check
// Who asks, in the runtimes that let a program set the User-Agent: what a server gets of it, from each entry of the package.

import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import { json } from "node:stream/consumers";
import { test } from "node:test";
import { bun, deno, node, run } from "./programs.mjs";

/** @type {[string, () => string, string[]][]} */
const RUNTIMES = [
  ["the oldest Node", () => node(18), []],
  ["Deno", deno, ["run", "--no-lock", "--no-prompt", "--allow-net=127.0.0.1", "--allow-env", "--allow-read"]],
  ["Bun", bun, ["run"]],
];

for (const [where, program, args] of RUNTIMES) {
  test(`a request has User-Agent and x-amz-user-agent, and only the latter is signed, in ${where}`, async (context) => {
    /** @type {{ name: string, attempt: string, raw: string[], headers: import("node:http").IncomingHttpHeaders }[]} */
    const asked = [];
    const server = createServer(async (request, response) => {
      const { filterByName: name } = /** @type {{ filterByName: string }} */ (await json(request));
      const { headers, rawHeaders } = request;
      const raw = rawHeaders.filter((_, index) => index % 2 === 0).map((header) => header.toLowerCase());
      asked.push({ name, attempt: String(headers["amz-sdk-request"]), raw, headers });
      // The first attempt of each call fails.
      const isFirst = asked.filter((one) => one.name === name).length === 1;
      response.writeHead(isFirst ? 503 : 200, { "content-type": "application/json" }).end("{}");
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    context.after(() => server.close().closeAllConnections());
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());

    await run(program(), [...args, "user-agent.mjs"], { variables: { ENDPOINT: `http://127.0.0.1:${port}`, DENO_NO_UPDATE_CHECK: "1" } });
    assert.deepEqual(asked.map(({ name }) => name), ["imported", "imported", "required", "required", "fetch", "fetch", "slim", "slim"]);
    for (const { name, attempt, raw, headers } of asked) {
      const which = `${name}, ${attempt}`;
      assert.match(String(headers["x-amz-user-agent"]), /^ivs-wasm\/\S+ .*api\/ivs#.* my-app\/1\.2$/, which);
      assert.equal(headers["user-agent"], headers["x-amz-user-agent"], which);
      assert.equal(raw.filter((header) => header === "user-agent").length, 1, which);
      const signed = /SignedHeaders=([^,]+),/.exec(headers.authorization ?? "")?.[1]?.split(";") ?? [];
      assert.ok(signed.includes("x-amz-user-agent") && !signed.includes("user-agent"), `${which}: ${signed}`);
    }
  });
}
