// @ts-check
// 1,000 concurrent calls of 100 clients, each in an async context of its own, the same in Node, Deno and Bun: whatever a call
// runs of the program's, it runs in the context of that call, on every attempt.
import { AsyncLocalStorage } from "node:async_hooks";
import { IvsClient } from "ivs-wasm";

const CLIENTS = 100;
const CALLS = 10;

/** @typedef {{ client: number, name: string }} Store */

/** @type {AsyncLocalStorage<Store>} */
const storage = new AsyncLocalStorage();

/** How often each function ran, and in how many of these cases elsewhere than in the context of its call. */
const ran = /** @type {Record<string, [times: number, wrong: number]>} */ ({});

/** @param {string} what @param {(store: Store | undefined) => boolean} isRight */
function look(what, isRight) {
  const counts = (ran[what] ??= [0, 0]);
  counts[0]++;
  if (!isRight(storage.getStore())) counts[1]++;
}

/** Answers each call first with 503, and then with an error until it has the client's second credentials. */
function service(/** @type {string} */ what) {
  const tried = new Set();
  return async (/** @type {any} */ _url, /** @type {any} */ { body, headers }) => {
    const { name } = JSON.parse(body);
    look(what, (store) => store?.name === name);
    // Answers come in an order of their own.
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    look(`${what}, later`, (store) => store?.name === name);
    const isFirst = !tried.has(name);
    tried.add(name);
    const token = headers["x-amz-security-token"] ?? headers.get("x-amz-security-token");
    const [status, code] = isFirst ? [503, "ServiceUnavailable"] : token === "token-1" ? [403, "ExpiredTokenException"] : [200, ""];
    return new Response("{}", { status, headers: { "x-amzn-requestid": name, ...(code && { "x-amzn-errortype": code }) } });
  };
}

/** @param {any} [config] */
async function run(config) {
  const clients = Array.from({ length: CLIENTS }, (_, client) => {
    let asked = 0;
    const credentials = async () => {
      look("provider", (store) => store?.client === client);
      const number = ++asked;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
      look("provider, later", (store) => store?.client === client);
      return { accessKeyId: "AKID", secretAccessKey: "secret", sessionToken: `token-${number}` };
    };
    const report = (/** @type {string} */ _, /** @type {any} */ { requestId }) => look("logger", (store) => store?.name === requestId);
    return new IvsClient({ region: "us-west-2", credentials, logger: { debug: report, info: report, warn: report }, ...config });
  });
  await Promise.all(
    Array.from({ length: CLIENTS * CALLS }, (_, index) => {
      const client = index % CLIENTS;
      const name = `call-${index}`;
      return storage.run({ client, name }, async () => {
        await clients[client]?.createChannel({ name });
        look("caller", (store) => store?.name === name);
      });
    }),
  );
}

await run({ fetch: service("config.fetch") });
globalThis.fetch = /** @type {any} */ (service("global fetch"));
await run();
console.log(`RESULT ${JSON.stringify(ran)}`);
