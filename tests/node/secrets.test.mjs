// @ts-check
// Marked secrets are planted wherever secrets go, and searched for in all that a program can print. Two things contain them by design:
// outputs, such as a new stream key, and presigned URLs, which are useless without the session token. Neither is searched here.

import assert from "node:assert/strict";
import { inspect } from "node:util";
import { after, before, describe, test } from "node:test";
import { CreateChannelCommand, Ivs, IvsClient, UpdateChannelCommand, paginateListChannels, signRequest, waitUntilStreamLive } from "ivs-wasm";
import { offline, playing, rejection, time } from "./behave.mjs";
import { startLocal } from "./local.mjs";

const SECRET = "SECRETKEY/marked+wJalrXUtnFEMI";
const TOKEN = `TOKEN/marked+${"IQoJb3JpZ2luX2VjE".repeat(20)}==`;
const STREAM_KEY = "sk_us-west-2_MARKEDstream_MARKEDtail";
const CREDENTIALS = { accessKeyId: "AKIDPUBLIC", secretAccessKey: SECRET, sessionToken: TOKEN };

/** Any part of a secret that is long enough to be of use. */
const MARKS = /SECRETKEY|wJalrXUtn|TOKEN\/mar|IQoJb3Jp|MARKEDstream|MARKEDtail/;

/** Everything that a program may print of a value. */
function printed(/** @type {any} */ value) {
  const ways = [
    () => inspect(value, { depth: Infinity, showHidden: true, getters: true, maxStringLength: Infinity, maxArrayLength: Infinity }),
    () => JSON.stringify(value),
    () => String(value),
    () => value.stack,
    () => value.message,
    () => inspect(structuredClone(value), { depth: Infinity, showHidden: true }),
    () => JSON.stringify(Object.getOwnPropertyDescriptors(value)),
    () => (value.cause === undefined ? "" : printed(value.cause)),
  ];
  return ways
    .map((way) => {
      try {
        return way();
      } catch {
        return "";
      }
    })
    .join("\n");
}

/** A logger that keeps everything in every form. */
function keeping() {
  const lines = /** @type {string[]} */ ([]);
  const keep = (/** @type {any[]} */ ...content) => void lines.push(...content.map(printed));
  return { lines, debug: keep, info: keep, warn: keep, error: keep };
}

function hasNone(/** @type {string} */ text, /** @type {string} */ where) {
  const found = MARKS.exec(text);
  assert.equal(found, null, `${where} shows a secret: ${found && text.slice(Math.max(0, found.index - 100), found.index + 100)}`);
}

test("a planted secret would be found", () => {
  for (const secret of [SECRET, TOKEN, STREAM_KEY, TOKEN.slice(20, 60)]) assert.match(printed({ nested: [{ secret }] }), MARKS);
  assert.match(printed(new Error("outer", { cause: new Error(TOKEN) })), MARKS);
});

describe("a client", () => {
  for (const [title, credentials] of /** @type {[string, any][]} */ ([["an object", CREDENTIALS], ["a provider's", async () => CREDENTIALS]])) {
    test(`shows nothing of its credentials, which are ${title}, before and after calls`, async () => {
      const logger = keeping();
      const config = { credentials, logger, fetch: playing({}), region: "us-west-2", endpoint: "http://127.0.0.1:9" };
      for (const client of [new IvsClient(config), new Ivs(/** @type {any} */ (config))]) {
        hasNone(printed(client), "a new client");
        await /** @type {any} */ (client).listChannels({});
        hasNone(printed(client), "a client in use");
        hasNone(printed(client.getPaginator("listChannels")), "a paginator");
        hasNone(printed(client.getPaginator("listChannels").paginate({})), "pages");
        hasNone(printed(client.getWaiter("stream_live")), "a waiter");
      }
      hasNone(logger.lines.join("\n"), "a log");
    });
  }

  test("shows nothing of its credentials in its outputs", async () => {
    hasNone(printed(await offline({ credentials: CREDENTIALS, fetch: playing({ body: '{"channels":[]}' }) }).listChannels({})), "an output");
  });

  test("shows nothing of a request in flight", async () => {
    const client = offline({ credentials: CREDENTIALS, fetch: playing({ never: true }) });
    const controller = new AbortController();
    const call = client.listChannels({}, { abortSignal: controller.signal });
    await new Promise((resolve) => setTimeout(resolve, 10));
    hasNone(printed(client) + printed(call) + printed(controller.signal), "a call in flight");
    controller.abort("done");
    hasNone(printed(await rejection(call)), "its reason");
  });
});

/** The service's message about a signature that does not match: it repeats the request. */
const REPEATED = `The request signature we calculated does not match. The canonical string should have been 'POST\n/ListChannels\n\nx-amz-security-token:${TOKEN}\n\nhost;x-amz-security-token'`;
const json = (/** @type {any} */ body) => JSON.stringify(body);
/** Filled so that a cut at 200 characters, or at 4096, falls into the token. */
const filled = (/** @type {number} */ length) => `<p>${".".repeat(length)}${TOKEN}</p>`;

describe("an error and the log of it show nothing", () => {
  const PLAYS = /** @type {[string, import("./behave.mjs").Play][]} */ ([
    ["of a signature that is rejected", { status: 403, code: "InvalidSignatureException", body: json({ message: REPEATED }) }],
    ["of one whose message is in another member", { status: 403, code: "SignatureDoesNotMatch", body: json({ exceptionMessage: REPEATED, Message: REPEATED }) }],
    ["of unknown members", { status: 400, code: "ValidationException", body: json({ message: "m", hint: TOKEN, deep: { headers: [{ token: TOKEN, secret: SECRET }] }, key: STREAM_KEY }) }],
    ["of a body that is a list", { status: 400, body: json([TOKEN, { a: [SECRET] }]) }],
    ["of a page of a proxy", { status: 403, body: `<html>${TOKEN} ${SECRET} ${STREAM_KEY}</html>` }],
    ["of a page that is truncated in the middle of the token", { status: 403, body: filled(150) }],
    ["of a page with a token at the end of what is read", { status: 502, body: `${" ".repeat(3900)}${filled(190)}` }],
    ["of a success that is a page", { status: 200, body: filled(180) }],
    ["of a success that is truncated JSON", { status: 200, body: `{"streamKey":{"value":"${STREAM_KEY}","x":"${TOKEN}` }],
    ["of a success that is a string", { status: 200, body: json(STREAM_KEY) }],
    ["of a success behind a prefix", { status: 200, body: `)]}'\n${json({ streamKey: { value: STREAM_KEY } })}` }],
    ["of an error that is truncated JSON", { status: 500, body: `{"streamKey":{"value":"${STREAM_KEY}"` }],
    ["of a lost connection", { thrown: new TypeError("fetch failed") }],
    ["of a redirect", { status: 307, headers: { location: `https://example.com/?X-Amz-Security-Token=${encodeURIComponent(TOKEN)}` } }],
    ["of credentials that have expired", { status: 403, code: "ExpiredTokenException", body: json({ message: `The token ${TOKEN} has expired` }) }],
  ]);
  for (const [title, play] of PLAYS) {
    test(title, async (context) => {
      time(context);
      const logger = keeping();
      const client = offline({ credentials: CREDENTIALS, logger, requestTimeout: 0, fetch: playing(play) });
      const error = await rejection(client.send(new CreateChannelCommand({ name: "n" })));
      assert.ok(error instanceof Error);
      assert.ok(error.message.length > 0);
      hasNone(printed(error), "the error");
      hasNone(logger.lines.join("\n"), "the log");
      hasNone(printed(client), "the client");
    });
  }

  test("of what a fetch throws, in the message", async (context) => {
    time(context);
    for (const words of [`bad header value ${TOKEN}`, `${".".repeat(150)}${TOKEN}`, SECRET]) {
      const logger = keeping();
      const thrown = new TypeError(words);
      const error = await rejection(offline({ credentials: CREDENTIALS, logger, requestTimeout: 0, fetch: playing({ thrown }) }).listChannels({}));
      hasNone(error.message, "the message");
      hasNone(String(error.stack), "the stack");
      hasNone(logger.lines.join("\n"), "the log");
      assert.equal(error.cause, thrown, "which is the transport's own value, passed on as it is");
    }
  });

  test("of what a fetch returns that is not a response", async () => {
    for (const given of [null, { status: 0 }, { status: 200, headers: new Headers(), text: () => ({ TOKEN }) }, { status: TOKEN }]) {
      const error = await rejection(offline({ credentials: CREDENTIALS, fetch: async () => given }).listChannels({}));
      hasNone(printed(error), "the error");
    }
  });

  test("of an input that has secrets in the wrong places", async () => {
    const inputs = /** @type {[string, any][]} */ ([
      ["createChannel", { name: [STREAM_KEY], tags: STREAM_KEY, authorized: TOKEN, latencyMode: { value: SECRET }, streamKey: { value: STREAM_KEY } }],
      ["createChannel", STREAM_KEY],
      ["createChannel", { name: Symbol(TOKEN), tags: { a: [TOKEN], b: () => TOKEN } }],
      ["putMetadata", { metadata: STREAM_KEY }],
      ["importPlaybackKeyPair", { publicKeyMaterial: { private: SECRET } }],
      ["listTagsForResource", { resourceArn: "", secret: TOKEN }],
      ["batchGetStreamKey", { arns: STREAM_KEY }],
    ]);
    const logger = keeping();
    const client = offline({ credentials: CREDENTIALS, logger, fetch: playing({}) });
    for (const [method, input] of inputs) {
      const error = await rejection(client[method](input));
      assert.equal(error.name, "ParamValidationError");
      hasNone(printed(error), method);
    }
    await client.send(new UpdateChannelCommand(/** @type {any} */ ({ arn: "a", streamKey: { value: STREAM_KEY }, extra: TOKEN })));
    hasNone(logger.lines.join("\n"), "the log");
  });

  test("of credentials that are malformed", async () => {
    const logger = keeping();
    for (const credentials of /** @type {any[]} */ ([
      `${CREDENTIALS.accessKeyId}:${SECRET}`,
      [SECRET],
      { ...CREDENTIALS, accessKeyId: "" },
      { ...CREDENTIALS, accessKeyId: `${SECRET}\n` },
      { ...CREDENTIALS, secretAccessKey: { SECRET } },
      { ...CREDENTIALS, secretAccessKey: [SECRET] },
      { ...CREDENTIALS, sessionToken: `${TOKEN}\n` },
      { ...CREDENTIALS, expiration: TOKEN },
      { ...CREDENTIALS, expiration: new Date(NaN) },
    ])) {
      for (const given of [credentials, async () => credentials]) {
        const error = await rejection(offline({ credentials: given, logger, fetch: playing({}) }).listChannels({}));
        assert.equal(error.name, "CredentialsError");
        hasNone(printed(error), "the error");
      }
      if ("expiration" in Object(credentials)) continue;
      const error = await rejection(signRequest({ method: "GET", url: "https://example.com" }, { credentials, region: "r", service: "s" }));
      hasNone(printed(error), "the signer's error");
    }
    hasNone(logger.lines.join("\n"), "the log");
  });

  test("of a configuration with secrets in the wrong places", async () => {
    for (const config of /** @type {any[]} */ ([
      { endpoint: `https://user:${encodeURIComponent(SECRET)}@example.com` },
      { endpoint: `https://example.com/?token=${TOKEN}` },
      { region: SECRET },
      { region: { SECRET } },
      { customUserAgent: `${TOKEN}\n` },
      { fetch: TOKEN },
      { retryMode: TOKEN },
      { maxAttempts: TOKEN },
      { requestTimeout: { TOKEN } },
    ])) {
      hasNone(printed(await rejection(offline({ credentials: CREDENTIALS, fetch: playing({}), ...config }).listChannels({}))), Object.keys(config)[0] ?? "");
    }
  });

  test("of pages and waiters that fail", async () => {
    const refused = { status: 403, code: "InvalidSignatureException", body: json({ message: REPEATED }) };
    const client = offline({ credentials: CREDENTIALS, fetch: playing(refused) });
    for (const failing of [
      () => client.getPaginator("listChannels").paginate({}).buildFullResult(),
      () => paginateListChannels({ client }, {}).next(),
      () => client.getWaiter("stream_live").wait({ channelArn: "a" }),
      () => waitUntilStreamLive({ client, maxWaitTime: 1 }, { channelArn: "a" }),
    ]) {
      hasNone(printed(await rejection(failing())), "the error");
    }
  });
});

describe("with ivs-local", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  before(async () => void (local = await startLocal()));
  after(() => local?.stop());

  test("the life of a channel leaves no stream key and no credentials in any log, nor in the error of a rejected signature", async () => {
    const logger = keeping();
    const { endpoint, region } = local;
    const sessionToken = TOKEN;
    const client = /** @type {any} */ (new IvsClient({ endpoint, region, logger, credentials: { ...local.credentials, sessionToken } }));
    const { channel, streamKey } = await client.createChannel({ name: "secretive" });
    await client.getStreamKey({ arn: streamKey.arn });
    await client.batchGetStreamKey({ arns: [streamKey.arn] });
    await client.getChannel({ arn: channel.arn });
    const conflict = await rejection(client.createStreamKey({ channelArn: channel.arn }));
    const wrong = /** @type {any} */ (new IvsClient({ endpoint, region, logger, credentials: { ...local.credentials, secretAccessKey: SECRET, sessionToken } }));
    const refused = await rejection(wrong.listChannels({}));
    assert.match(refused.name, /Signature/);
    const all = [...logger.lines, printed(client), printed(conflict), printed(refused)].join("\n");
    hasNone(all, "the output");
    assert.ok(logger.lines.length >= 12, "there was something to search");
    for (const secret of [streamKey.value, local.credentials.secretAccessKey]) assert.ok(!all.includes(secret));
  });
});
