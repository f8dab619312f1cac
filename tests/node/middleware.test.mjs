// @ts-check
// Middleware of each step, around calls that `ivs-local` verifies the signatures of, and calls of a script.

import assert from "node:assert/strict";
import { AsyncLocalStorage } from "node:async_hooks";
import { after, before, describe, test } from "node:test";
import * as sdk from "@aws-sdk/client-ivs";
import * as ivs from "ivs-wasm";
import { HttpRequest } from "@smithy/core/protocols";
import { offline, playing, rejection } from "./behave.mjs";
import { startLocal } from "./local.mjs";

const { CreateChannelCommand, GetChannelCommand, IvsClient, ListTagsForResourceCommand } = ivs;

/** @type {Awaited<ReturnType<typeof startLocal>>} */
let local;
before(async () => void (local = await startLocal()));
after(() => local.stop());

/** A client of the local service. @param {any} [config] @returns {any} */
const real = (config = {}) => new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials, ...config });

/**
 * Adds middleware that does something with its arguments, and with the result.
 *
 * @param {any} to a client or a command
 * @param {string} step
 * @param {(args: any, context: any) => any} [before] what it returns takes the place of the arguments
 * @param {(result: any, args: any) => any} [after] and that of the result
 */
const add = (to, step, before = () => {}, after = () => {}, options = {}) =>
  to.middlewareStack.add(
    (/** @type {any} */ next, /** @type {any} */ context) => async (/** @type {any} */ args) => {
      const given = (await before(args, context)) ?? args;
      const result = await next(given);
      return (await after(result, given)) ?? result;
    },
    { step, ...options },
  );

const name = (/** @type {string} */ text) => new CreateChannelCommand({ name: text });

describe("middleware that changes something has its effect, with a signature that the service accepts:", () => {
  test("the input at initialize, without writing to the command", async () => {
    const client = real();
    add(client, "initialize", (args) => ({ ...args, input: { ...args.input, name: "changed" } }));
    const command = name("given");
    const { channel } = await client.send(command);
    assert.equal(channel.name, "changed");
    assert.deepEqual(command.input, { name: "given" });
  });

  for (const step of ["serialize", "build", "finalizeRequest"]) {
    test(`headers at ${step}`, async () => {
      const seen = /** @type {any[]} */ ([]);
      const client = real({ fetch: (/** @type {any} */ url, /** @type {any} */ init) => (seen.push(init.headers), fetch(url, init)) });
      add(client, step, ({ request }) => void Object.assign(request.headers, { "X-Amzn-Trace-Id": "Root=1", "x-amz-meta-mine": 5, "x-nothing": undefined }));
      assert.equal((await client.send(name("n"))).channel.name, "n");
      assert.equal(seen[0]["x-amzn-trace-id"], "Root=1");
      assert.equal(seen[0]["x-amz-meta-mine"], "5");
      assert.equal("x-nothing" in seen[0], false);
      assert.match(seen[0].authorization, /SignedHeaders=[^,]*x-amz-meta-mine/);
    });

    for (const [kind, encode] of Object.entries({ text: (/** @type {string} */ text) => text, bytes: (/** @type {string} */ text) => new TextEncoder().encode(text) })) {
      test(`the body at ${step}, as ${kind}`, async () => {
        const client = real();
        add(client, step, (args) => ({ ...args, request: { ...args.request, body: encode(args.request.body.replace("given", "möwe")) } }));
        const { channel } = await client.send(new CreateChannelCommand({ tags: { bird: "given" } }));
        assert.deepEqual(channel.tags, { bird: "möwe" });
      });
    }

    test(`the host and the port at ${step}`, async () => {
      const client = real({ endpoint: "http://nowhere.invalid:1" });
      const { hostname, port } = new URL(local.endpoint);
      add(client, step, ({ request }) => void Object.assign(request, { hostname, port: Number(port) }));
      assert.equal((await client.send(name("n"))).channel.name, "n");
    });

    test(`the path and the query at ${step}`, async () => {
      const client = real();
      const { channel } = await client.send(new CreateChannelCommand({ name: "n", tags: { "a b": "c", d: "e", f: "g" } }));
      add(client, step, ({ request }) => void Object.assign(request, { path: `/tags/${encodeURIComponent(channel.arn)}` }));
      assert.deepEqual((await client.send(new ListTagsForResourceCommand({ resourceArn: "arn:aws:ivs:us-west-2:1:channel/other" }))).tags, channel.tags);
      const untagging = real();
      add(untagging, step, ({ request }) => void (request.query.tagKeys = ["a b", "f"]));
      await untagging.send(new ivs.UntagResourceCommand({ resourceArn: channel.arn, tagKeys: ["d"] }));
      assert.deepEqual((await real().send(new ListTagsForResourceCommand({ resourceArn: channel.arn }))).tags, { d: "e" });
    });
  }

  test("the response at deserialize: status, headers, and a body of text, bytes or a stream", async () => {
    const text = '{"channel":{"arn":"other"}}';
    for (const body of [text, new TextEncoder().encode(text), new Blob([text]).stream()]) {
      const client = offline({ maxAttempts: 1, fetch: playing({ status: 500 }) });
      add(client, "deserialize", undefined, () => ({ response: { statusCode: 200, headers: { "X-Amzn-RequestId": "mine" }, body } }));
      const { channel, $metadata } = await client.send(new GetChannelCommand({ arn: "a" }));
      assert.deepEqual([channel, $metadata.httpStatusCode, $metadata.requestId], [{ arn: "other" }, 200, "mine"]);
    }
  });

  test("the output outside of deserializerMiddleware", async () => {
    const client = offline({ fetch: playing({ body: '{"channel":{"arn":"a"}}' }) });
    add(client, "deserialize", undefined, ({ response, output }) => ({ response, output: { ...output, more: response.statusCode } }), { priority: "high" });
    const { channel, more } = await client.send(new GetChannelCommand({ arn: "a" }));
    assert.deepEqual([channel.arn, more], ["a", 200]);
  });

  test("a header that is asked for by no one but the transport is as it was, and so is the signature", async () => {
    const seen = /** @type {any[]} */ ([]);
    const fetching = async (/** @type {any} */ url, /** @type {any} */ init) => (seen.push({ url, ...init }), new Response("{}"));
    const client = offline({ fetch: fetching });
    add(client, "finalizeRequest");
    await client.send(new ivs.UntagResourceCommand({ resourceArn: "arn:aws:ivs:us-west-2:1:channel/a", tagKeys: ["b c", "a'b", "ü"] }));
    const [{ url, headers }] = seen;
    assert.equal(url, "http://127.0.0.1:9/tags/arn%3Aaws%3Aivs%3Aus-west-2%3A1%3Achannel%2Fa?tagKeys=b%20c&tagKeys=a%27b&tagKeys=%C3%BC");
    assert.match(headers.authorization, /SignedHeaders=amz-sdk-invocation-id;amz-sdk-request;host;x-amz-date;x-amz-user-agent,/);
  });
});

describe("middleware sees", () => {
  test("the arguments and the context that it sees in AWS's SDK", async () => {
    /** @param {any} Client @param {any} command @param {any} config */
    const seen = async (Client, command, config) => {
      const client = new Client({ region: "us-west-2", credentials: { accessKeyId: "AKID", secretAccessKey: "s", sessionToken: "t" }, ...config });
      /** @type {Record<string, any>} */
      const found = {};
      for (const step of ["initialize", "serialize", "build", "finalizeRequest"]) {
        add(client, step, ({ input, request }, { clientName, commandName, __smithy_context, logger }) => {
          const { service, operation, commandInstance } = __smithy_context;
          found[step] = {
            input,
            isRequest: HttpRequest.isInstance(request),
            where: request && [request.method, request.protocol, request.hostname, request.path, request.query, request.body],
            isSigned: request && "authorization" in request.headers,
            names: [clientName, commandName, operation, service, commandInstance === command, typeof logger.debug],
          };
        });
      }
      add(client, "deserialize", undefined, ({ response, output }) => void (found.deserialize = [response.statusCode, response.headers["x-amzn-requestid"], output]));
      add(client, "initialize", undefined, ({ response, output }) => void (found.end = [response.statusCode, output.channel, output.$metadata.requestId]));
      await client.send(command);
      return found;
    };
    const response = { statusCode: 200, headers: { "x-amzn-requestid": "r", "content-type": "application/json" } };
    const body = '{"channel":{"arn":"a"}}';
    const theirs = await seen(sdk.IvsClient, new sdk.GetChannelCommand({ arn: "a" }), {
      requestHandler: { handle: async () => ({ response: { ...response, body: new TextEncoder().encode(body) } }) },
    });
    const ours = await seen(IvsClient, new GetChannelCommand({ arn: "a" }), { fetch: async () => new Response(body, { headers: response.headers }) });
    for (const found of [theirs, ours]) {
      // Theirs is bytes already.
      for (const at of Object.values(found)) if (at.where) at.where[5] = Buffer.from(at.where[5]).toString();
    }
    assert.deepEqual(ours, theirs);
  });

  test("each attempt at finalizeRequest with its error, once at build, and every attempt is signed anew", async (t) => {
    t.mock.timers.enable({ apis: ["Date"], now: Date.UTC(2026, 10, 28) });
    const fetching = playing(
      () => (t.mock.timers.tick(61_000), { status: 429, code: "ThrottlingException", body: '{"message":"slowly"}' }),
      { thrown: new Error("lost") },
      { body: '{"channel":{"arn":"a"}}' },
    );
    const client = offline({ maxAttempts: 3, fetch: fetching });
    /** @type {any[]} */
    const seen = [];
    add(client, "build", ({ request }) => void (seen.push("build"), (request.headers["x-mine"] = "1")));
    client.middlewareStack.add(
      (/** @type {any} */ next) => async (/** @type {any} */ args) => {
        try {
          const result = await next(args);
          seen.push([args.request.headers["amz-sdk-request"], result.output.channel.arn]);
          return result;
        } catch (/** @type {any} */ error) {
          seen.push([args.request.headers["amz-sdk-request"], error.name, error.message, error.$metadata.attempts, error.$retryable?.throttling]);
          throw error;
        }
      },
      { step: "finalizeRequest" },
    );
    const { channel, $metadata } = await client.send(new GetChannelCommand({ arn: "a" }));
    assert.deepEqual([channel.arn, $metadata.attempts], ["a", 3]);
    assert.deepEqual(seen, [
      "build",
      ["attempt=1; max=3", "ThrottlingException", "slowly", 1, true],
      ["attempt=2; max=3", "NetworkError", "no answer from the service: lost", 2, undefined],
      ["attempt=3; max=3", "a"],
    ]);
    const sent = fetching.requests.map(({ headers }) => headers);
    assert.deepEqual(sent.map((headers) => headers.get("x-mine")), ["1", "1", "1"]);
    assert.deepEqual(sent.map((headers) => headers.get("x-amz-date")), ["20261128T000000Z", "20261128T000101Z", "20261128T000101Z"]);
    assert.equal(new Set(sent.map((headers) => headers.get("authorization"))).size, 3);
    for (const headers of sent) assert.match(headers.get("authorization") ?? "", /;x-mine,/);
  });

  test("no signature before it is made, and the credentials in no argument", async () => {
    const client = offline({ credentials: { accessKeyId: "AKID", secretAccessKey: "the-secret", sessionToken: "the-token" }, fetch: playing({}) });
    /** @type {any[]} */
    const seen = [];
    for (const step of ["initialize", "serialize", "build"]) add(client, step, (args, context) => void seen.push(args, context));
    await client.send(new GetChannelCommand({ arn: "a" }));
    const { inspect } = await import("node:util");
    assert.doesNotMatch(inspect(seen, { depth: 9, showHidden: true }), /the-secret|the-token|AWS4-HMAC/);
  });

  test("each call in the async context of its caller, from beginning to end", async () => {
    const storage = new AsyncLocalStorage();
    const client = offline({ maxAttempts: 2, fetch: async (/** @type {string} */ _, /** @type {any} */ { headers }) => new Response("{}", { status: /attempt=1/.test(headers["amz-sdk-request"]) ? 500 : 200 }) });
    /** @type {any[]} */
    const wrong = [];
    const look = (/** @type {any} */ args) => void (storage.getStore() === args.input.arn || wrong.push([storage.getStore(), args.input.arn]));
    for (const step of ["initialize", "serialize", "build", "finalizeRequest", "deserialize"]) add(client, step, look, (_, args) => look(args));
    await Promise.all(Array.from({ length: 50 }, (_, index) => storage.run(`${index}`, () => client.getChannel({ arn: `${index}` }))));
    assert.deepEqual(wrong, []);
  });

  test("calls of every kind: send, methods, `call`, paginators and waiters", async () => {
    const body = JSON.stringify({ channels: [], stream: { state: "LIVE" } });
    const client = offline({ fetch: playing({ body }) });
    /** @type {string[]} */
    const seen = [];
    add(client, "initialize", (_, context) => void seen.push(context.commandName));
    await client.send(new GetChannelCommand({ arn: "a" }));
    await client.send(new sdk.GetChannelCommand({ arn: "a" }));
    await client.getChannel({ arn: "a" });
    await client.call("GetChannel", { arn: "a" });
    for await (const _ of ivs.paginateListChannels({ client }, {}));
    for await (const _ of client.getPaginator("listChannels").paginate());
    await client.getWaiter("stream_live").wait({ channelArn: "a" });
    await ivs.waitUntilStreamLive({ client, maxWaitTime: 1 }, { channelArn: "a" });
    await new Promise((resolve) => client.send(new GetChannelCommand({ arn: "a" }), resolve));
    assert.deepEqual(seen, [...Array(4).fill("GetChannelCommand"), ...Array(2).fill("ListChannelsCommand"), ...Array(2).fill("GetStreamCommand"), "GetChannelCommand"]);
  });
});

describe("middleware of a command", () => {
  for (const [whose, Command] of Object.entries({ ours: GetChannelCommand, "the SDK's": sdk.GetChannelCommand })) {
    test(`is run for that command alone, within the client's: ${whose}`, async () => {
      const client = offline({ fetch: playing({}) });
      /** @type {string[]} */
      const seen = [];
      const command = new Command({ arn: "a" });
      add(command, "initialize", () => void seen.push("command's"));
      await client.send(command);
      assert.deepEqual(seen, ["command's"]);
      add(client, "initialize", () => void seen.push("client's"));
      await client.send(command);
      await client.send(new Command({ arn: "a" }));
      assert.deepEqual(seen, ["command's", "client's", "command's", "client's"]);
    });
  }

  test("is resolved with a client's stack to a function that sends", async () => {
    const client = offline({ fetch: playing({ body: '{"channel":{"arn":"a"}}' }) });
    const command = new GetChannelCommand({ arn: "a" });
    const handler = command.resolveMiddleware(client.middlewareStack.clone(), client.config, {});
    const results = await Promise.all([handler(command), handler({ input: { arn: "b" } })]);
    assert.deepEqual(results.map(({ output }) => output.channel?.arn), ["a", "a"]);
  });
});

describe("middleware that does not call `next`, or throws,", () => {
  for (const step of ["initialize", "serialize", "build", "finalizeRequest", "deserialize"]) {
    test(`ends the call with its own answer at ${step}`, async () => {
      const fetching = playing({ body: "{}" });
      /** @type {any[]} */
      const logged = [];
      const log = (/** @type {any} */ message) => logged.push(message);
      const client = offline({ fetch: fetching, logger: { error: log, warn: log } });
      const own = step === "deserialize" ? { response: { statusCode: 200, headers: {}, body: '{"channel":{"arn":"mine"}}' } } : { response: {}, output: { channel: { arn: "mine" } } };
      client.middlewareStack.add(() => async () => own, { step });
      const { channel } = await client.send(new GetChannelCommand({ arn: "a" }));
      assert.deepEqual([channel.arn, fetching.requests.length, logged], ["mine", 0, []]);
    });

    for (const [when, middleware] of Object.entries({
      before: () => async () => Promise.reject(new TypeError("mine")),
      after: (/** @type {any} */ next) => async (/** @type {any} */ args) => next(args).then(() => Promise.reject(new TypeError("mine"))),
      "synchronously,": () => () => {
        throw new TypeError("mine");
      },
    })) {
      test(`ends the call with its own error ${when} at ${step}, without a retry`, async () => {
        const fetching = playing({ body: "{}" });
        const client = offline({ fetch: fetching, maxAttempts: 3 });
        client.middlewareStack.add(/** @type {any} */ (middleware), { step });
        const error = await rejection(client.send(new GetChannelCommand({ arn: "a" })));
        assert.deepEqual([error.constructor, error.message, fetching.requests.length], [TypeError, "mine", when === "after" ? 1 : 0]);
      });
    }
  }

  test("recovers from an error of the service", async () => {
    const client = offline({ fetch: playing({ status: 404, code: "ResourceNotFoundException" }) });
    client.middlewareStack.add(
      (/** @type {any} */ next) => (/** @type {any} */ args) => next(args).catch((/** @type {any} */ { name }) => ({ response: {}, output: { name } })),
      { step: "finalizeRequest" },
    );
    assert.deepEqual(await client.send(new GetChannelCommand({ arn: "a" })), { name: "ResourceNotFoundException" });
  });

  test("recovers from an attempt, and the call makes no other", async () => {
    const fetching = playing({ status: 500 });
    const client = offline({ fetch: fetching, maxAttempts: 3 });
    client.middlewareStack.add(
      (/** @type {any} */ next) => (/** @type {any} */ args) => next(args).catch(() => ({ response: {}, output: { channel: {} } })),
      { step: "finalizeRequest" },
    );
    assert.deepEqual(await client.send(new GetChannelCommand({ arn: "a" })), { channel: {} });
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(fetching.requests.length, 1);
  });

  test("sees the errors of the call: of its input, its credentials and its configuration", async () => {
    /** @param {any} config @param {any} input */
    const seen = async (config, input) => {
      const client = offline({ fetch: playing({}), ...config });
      /** @type {any} */
      let caught;
      client.middlewareStack.add((/** @type {any} */ next) => (/** @type {any} */ args) => next(args).catch((/** @type {any} */ error) => ((caught = error), Promise.reject(error))));
      const error = await rejection(client.send(new GetChannelCommand(input)));
      assert.equal(caught, error);
      return error.name;
    };
    assert.equal(await seen({}, { arn: /** @type {any} */ (5) }), "ParamValidationError");
    assert.equal(await seen({ credentials: async () => Promise.reject(new Error("none")) }, { arn: "a" }), "CredentialsError");
    assert.equal(await seen({ region: "" }, { arn: "a" }).catch((error) => error.name), "ParamValidationError");
  });
});

describe("a call with middleware", () => {
  const hanging = () => new Promise(() => {});
  for (const step of ["initialize", "serialize", "build", "finalizeRequest", "deserialize"].slice(1)) {
    test(`settles when middleware of ${step} never calls next: by its timeout, and by its signal`, async () => {
      const client = offline({ fetch: playing({}), maxAttempts: 1, requestTimeout: 30 });
      add(client, step, hanging);
      assert.equal((await rejection(client.send(new GetChannelCommand({ arn: "a" })))).name, "TimeoutError");
      const controller = new AbortController();
      setTimeout(() => controller.abort(new Error("enough")), 20);
      const patient = offline({ fetch: playing({}), requestTimeout: 0 });
      add(patient, step, hanging);
      assert.equal((await rejection(patient.send(new GetChannelCommand({ arn: "a" }), { abortSignal: controller.signal }))).message, "enough");
    });
  }

  test("settles when the transport never does", async () => {
    const client = offline({ fetch: hanging, maxAttempts: 2, requestTimeout: 20 });
    /** @type {string[]} */
    const seen = [];
    client.middlewareStack.add((/** @type {any} */ next) => (/** @type {any} */ args) => next(args).catch((/** @type {any} */ error) => (seen.push(error.name), Promise.reject(error))), { step: "finalizeRequest" });
    const error = await rejection(client.send(new GetChannelCommand({ arn: "a" })));
    assert.deepEqual([error.name, error.$metadata.attempts, seen], ["TimeoutError", 2, ["TimeoutError", "TimeoutError"]]);
  });

  test("refuses a second `next` in one attempt, and says what to do", async () => {
    for (const step of ["build", "finalizeRequest"]) {
      const fetching = playing({});
      const client = offline({ fetch: fetching });
      client.middlewareStack.add((/** @type {any} */ next) => async (/** @type {any} */ args) => (await next(args), next(args)), { step });
      assert.match((await rejection(client.send(new GetChannelCommand({ arn: "a" })))).message, /`next` twice.*maxAttempts/);
      assert.equal(fetching.requests.length, 1);
    }
  });

  test("refuses a header that cannot be signed, and says which", async () => {
    for (const [header, value] of [["x-mine", "a\nx-other: b"], ["x-mine", "möwe"], ["x mine", "a"]]) {
      const fetching = playing({});
      const client = offline({ fetch: fetching });
      add(client, "build", ({ request }) => void (request.headers[/** @type {string} */ (header)] = value));
      assert.match((await rejection(client.send(new GetChannelCommand({ arn: "a" })))).message, /x.mine.*not printable ASCII/);
      assert.equal(fetching.requests.length, 0);
    }
  });

  for (const own of ["serializer", "retry", "httpSigning", "deserializer"]) {
    test(`sends nothing, and says why, where ${own}Middleware was removed`, async () => {
      const fetching = playing({});
      const client = offline({ fetch: fetching });
      assert.ok(client.middlewareStack.remove(`${own}Middleware`));
      assert.match((await rejection(client.send(new GetChannelCommand({ arn: "a" })))).message, /own middleware was removed/);
      assert.equal(fetching.requests.length, 0);
    });
  }

  test("sends what middleware has signed by itself as it is", async () => {
    const fetching = playing({});
    const client = offline({ fetch: fetching });
    add(client, "finalizeRequest", ({ request }) => void (request.headers.authorization = "mine"));
    await client.send(new GetChannelCommand({ arn: "a" }));
    assert.equal(fetching.requests[0]?.headers.get("authorization"), "mine");
  });

  test("signs for itself and leaves signRequest alone", async () => {
    const options = { credentials: { accessKeyId: "OTHER", secretAccessKey: "o" }, region: "eu-west-1", service: "s3", date: 0 };
    const sign = async () => (await ivs.signRequest({ url: "https://example.com/" }, options)).headers.authorization;
    const expected = await sign();
    const client = real();
    add(client, "build", ({ request }) => void (request.headers["x-mine"] = "1"));
    await client.send(name("n"));
    assert.equal(await sign(), expected);
    assert.equal((await client.send(name("m"))).channel.name, "m");
  });

  test("keeps the strictness of methods, and the leniency of send", async () => {
    const client = offline({ fetch: playing({}) });
    add(client, "initialize");
    assert.equal((await rejection(client.getChannel({ arn: "a", bogus: 1 }))).name, "ParamValidationError");
    assert.equal((await client.send(new GetChannelCommand(/** @type {any} */ ({ arn: "a", bogus: 1 })))).$metadata.httpStatusCode, 200);
  });

  test("takes its stack from whoever replaces it", async () => {
    const client = offline({ fetch: playing({}) });
    const { middlewareStack } = client;
    client.middlewareStack = middlewareStack.clone();
    let seen = 0;
    add(client, "build", () => void seen++);
    await client.getChannel({ arn: "a" });
    client.middlewareStack = middlewareStack;
    await client.getChannel({ arn: "a" });
    assert.equal(seen, 1);
  });

  test("costs a client whose stack nobody asked for nothing: its calls make no stack", async (t) => {
    const client = offline({ fetch: playing({}) });
    const get = t.mock.getter(Object.getPrototypeOf(Object.getPrototypeOf(Object.getPrototypeOf(client))), "middlewareStack");
    await client.getChannel({ arn: "a" });
    await client.send(new GetChannelCommand({ arn: "a" }));
    assert.equal(get.mock.callCount(), 0);
    client.middlewareStack;
    assert.equal(get.mock.callCount(), 1);
  });
});
