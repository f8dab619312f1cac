// @ts-check
// Failures, and the class, message and metadata of their errors.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { createServer as createSocketServer } from "node:net";
import { once } from "node:events";
import { inspect } from "node:util";
import { after, before, describe, test } from "node:test";
import * as ivs from "ivs-wasm";
import { environment, rejection as rejected } from "./behave.mjs";
import { startLocal } from "./local.mjs";
import { methodName, prepare, refusals } from "./scenario.mjs";
import { OFFLINE, answering, recording } from "./wire.mjs";

const { IvsClient, IvsServiceException } = ivs;
const exports = /** @type {Record<string, any>} */ (ivs);
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** Each modelled error with its status and fault. */
const MODELLED = {
  AccessDeniedException: [403, "client"],
  ChannelNotBroadcasting: [404, "client"],
  ConflictException: [409, "client"],
  InternalServerException: [500, "server"],
  PendingVerification: [403, "client"],
  ResourceNotFoundException: [404, "client"],
  ServiceQuotaExceededException: [402, "client"],
  ServiceUnavailable: [503, "server"],
  StreamUnavailable: [503, "server"],
  ThrottlingException: [429, "client"],
  ValidationException: [400, "client"],
};

/** @type {import("./local.mjs").Local} */
let local;
/** @type {any} */
let client;
/** @type {any} */
let made;

before(async () => {
  local = await startLocal();
  client = connect();
  made = await prepare((operation, input) => client[methodName(operation)](input), local);
});
after(() => local?.stop());

/** @param {object} [config] @returns {any} */
function connect(config = {}) {
  return new IvsClient({ endpoint: local.endpoint, region: local.region, credentials: local.credentials, ...config });
}

/** @param {any} config @returns {any} a client without retries */
const offline = (config) => new IvsClient({ ...OFFLINE, maxAttempts: 1, ...config });

/** @param {Promise<unknown>} promise @returns {Promise<any>} what it rejects with */
async function rejection(promise) {
  const error = await rejected(promise);
  assert.ok(error instanceof Error, `rejects with an Error, not ${inspect(error)}`);
  return error;
}

/** @param {any} error @param {string} name @param {number} status */
function isServiceError(error, name, status) {
  assert.equal(error.name, name, inspect(error));
  assert.ok(error instanceof IvsServiceException && error instanceof Error);
  assert.equal(error.$fault, status >= 500 ? "server" : "client");
  assert.equal(error.$metadata.httpStatusCode, status);
  assert.match(error.$metadata.requestId, UUID);
  assert.equal(error.$metadata.attempts, 1);
  assert.equal(error.$metadata.totalRetryDelay, 0);
  assert.ok(typeof error.message === "string" && error.message.length > 0);
  assert.notEqual(error.message, "UnknownError");
  assert.match(String(error.stack), new RegExp(name));
  assert.equal(String(error), `${name}: ${error.message}`);
}

describe("the service refuses", () => {
  for (const { title, error: name, status, operation, input } of refusals) {
    test(`${title}: ${name}`, async () => {
      for (const call of [
        () => client[methodName(operation)](input(made)),
        () => client.send(new exports[`${operation}Command`](input(made))),
      ]) {
        const error = await rejection(call());
        isServiceError(error, name, status);
        assert.ok(error instanceof exports[name], "an instance of its class");
        assert.equal(error.constructor, exports[name]);
        assert.equal(error.exceptionMessage, error.message);
      }
    });
  }

  test("the same client works after that", async () => {
    assert.equal((await client.getChannel({ arn: made.channel })).channel.name, "offline");
  });
});

describe("an invalid signature", () => {
  /** The service's names for a signature that does not match. */
  const MISMATCH = /^(InvalidSignatureException|SignatureDoesNotMatch)$/;

  /** @param {any} error */
  function isRefusedSignature(error) {
    isServiceError(error, error.name, 403);
    assert.equal(error.constructor, IvsServiceException, "no class of the model");
    assert.ok(!error.message.includes(local.credentials.secretAccessKey));
  }

  test("a wrong secret", async () => {
    const wrong = connect({ credentials: { ...local.credentials, secretAccessKey: `${local.credentials.secretAccessKey}x` } });
    const error = await rejection(wrong.listChannels({}));
    isRefusedSignature(error);
    assert.match(error.name, MISMATCH);
  });

  test("an unknown access key", async () => {
    const error = await rejection(connect({ credentials: { ...local.credentials, accessKeyId: "AKIDUNKNOWN" } }).listChannels({}));
    isRefusedSignature(error);
    assert.match(error.name, /^(UnrecognizedClientException|InvalidClientTokenId)$/);
  });

  test("another region", async () => {
    isRefusedSignature(await rejection(connect({ region: "eu-west-1" }).listChannels({})));
  });

  test("a tampered body", async () => {
    const tampering = (/** @type {any} */ url, /** @type {any} */ init) => {
      const body = new TextDecoder().decode(typeof init.body === "string" ? new TextEncoder().encode(init.body) : init.body);
      assert.ok(body.includes("honest"));
      return fetch(url, { ...init, body: body.replace("honest", "forged") });
    };
    const error = await rejection(connect({ fetch: tampering }).createChannel({ name: "honest" }));
    isRefusedSignature(error);
    assert.match(error.name, MISMATCH);
    assert.deepEqual((await client.listChannels({ filterByName: "forged" })).channels, [], "nothing was made");
  });

  test("a tampered path", async () => {
    const tampering = (/** @type {any} */ url, /** @type {any} */ init) => fetch(String(url).replace("ListChannels", "ListStreams"), init);
    const error = await rejection(connect({ fetch: tampering }).listChannels({}));
    isRefusedSignature(error);
    assert.match(error.name, MISMATCH);
  });

  for (const [title, minutes] of /** @type {[string, number][]} */ ([["expired", -20], ["of the future", 20]])) {
    test(`a date that is ${title}`, async () => {
      const moved = async (/** @type {any} */ url, /** @type {any} */ init) => {
        const headers = Object.fromEntries([...new Headers(init.headers)].filter(([name]) => !/^(authorization|x-amz-date)$/i.test(name)));
        const signed = await ivs.signRequest(
          { method: init.method, url: String(url), headers, body: init.body },
          { credentials: local.credentials, region: local.region, service: "ivs", date: new Date(Date.now() + minutes * 60_000) },
        );
        return fetch(signed.url, /** @type {any} */ (signed));
      };
      const error = await rejection(connect({ fetch: moved }).listChannels({}));
      isRefusedSignature(error);
      assert.match(error.name, /^(InvalidSignatureException|SignatureDoesNotMatch|RequestTimeTooSkewed|RequestExpired)$/);
      assert.match(error.message, /expired|not yet current|skew/i);
    });
  }

  test("a missing signature", async () => {
    const bare = (/** @type {any} */ url, /** @type {any} */ init) => {
      const headers = new Headers(init.headers);
      headers.delete("authorization");
      return fetch(url, { ...init, headers });
    };
    const error = await rejection(connect({ fetch: bare }).listChannels({}));
    isRefusedSignature(error);
    assert.match(error.name, /^Missing(AuthenticationToken|AuthenticationTokenException)$/);
  });

  test("a changed session token", async () => {
    const swap = (/** @type {any} */ url, /** @type {any} */ init) => {
      const headers = new Headers(init.headers);
      headers.set("x-amz-security-token", "another");
      return fetch(url, { ...init, headers });
    };
    const error = await rejection(connect({ fetch: swap, credentials: { ...local.credentials, sessionToken: "token" } }).listChannels({}));
    isRefusedSignature(error);
  });
});

describe("the form of an error", () => {
  test("each modelled error has its class and fault", async () => {
    for (const [name, [status, fault]] of Object.entries(MODELLED)) {
      const headers = { "x-amzn-errortype": name, "x-amzn-requestid": "id" };
      const answer = answering('{"exceptionMessage":"why"}', { status: Number(status), headers });
      const error = await rejection(offline({ fetch: answer }).getChannel({ arn: "a" }));
      assert.equal(error.constructor, exports[name]);
      assert.ok(error instanceof IvsServiceException && error instanceof Error, name);
      assert.deepEqual(
        [error.name, error.message, /** @type {any} */ (error).exceptionMessage, error.$fault, error.$metadata.httpStatusCode, error.$metadata.requestId],
        [name, "why", "why", fault, status, "id"],
      );
    }
    const classes = Object.keys(exports).filter((name) => exports[name]?.prototype instanceof IvsServiceException);
    assert.deepEqual(classes.sort(), Object.keys(MODELLED).sort());
  });

  const HEADERS = {
    "access-control-allow-origin": "*",
    "access-control-expose-headers": "x-amzn-requestid",
    "cache-control": "no-store",
    "content-security-policy": "default-src 'self'",
    "strict-transport-security": "max-age=1",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
  };
  const IN_HEADERS = {
    accessControlAllowOrigin: "*",
    accessControlExposeHeaders: "x-amzn-requestid",
    cacheControl: "no-store",
    contentSecurityPolicy: "default-src 'self'",
    strictTransportSecurity: "max-age=1",
    xContentTypeOptions: "nosniff",
    xFrameOptions: "DENY",
  };

  test("each modelled error has the members that come in headers, and no other error has them", async () => {
    for (const name of [...Object.keys(MODELLED), "Unmodelled"]) {
      const answer = answering('{"exceptionMessage":"why"}', { status: 400, headers: { ...HEADERS, "x-amzn-errortype": name } });
      const error = await rejection(offline({ fetch: answer }).getChannel({ arn: "a" }));
      const members = Object.fromEntries(Object.entries(error).filter(([key]) => !key.startsWith("$")));
      assert.deepEqual(members, { name, message: "why", exceptionMessage: "why", ...(name in MODELLED && { ...IN_HEADERS, xAmznErrorType: name }) }, name);
    }
  });

  test("an output has the members that come in headers, if it is modelled with such members", async () => {
    const client = offline({ fetch: answering('{"errors":[]}', { status: 200, headers: HEADERS }) });
    const outputs = [client.batchGetChannel({ arns: ["a"] }), client.batchGetStreamKey({ arns: ["a"] })];
    outputs.push(client.batchStartViewerSessionRevocation({ viewerSessions: [{ channelArn: "a", viewerId: "b" }] }));
    for (const { $metadata, ...members } of await Promise.all(outputs)) assert.deepEqual(members, { errors: [], ...IN_HEADERS });
    const { $metadata, ...members } = await client.listChannels();
    assert.deepEqual(members, { errors: [] });
    const bare = offline({ fetch: answering("{}", { status: 200, headers: { "cache-control": "no-cache" } }) });
    assert.equal((await bare.batchGetChannel({ arns: ["a"] })).cacheControl, "no-cache");
    assert.ok(!("xFrameOptions" in (await bare.batchGetChannel({ arns: ["a"] }))));
  });

  /** Where the error code may be: what is sent for a modelled name. */
  const FORMS = /** @type {Record<string, (name: string) => { headers?: any, members?: any }>} */ ({
    "x-amzn-errortype": (name) => ({ headers: { "x-amzn-errortype": name } }),
    "x-amzn-errortype with a URL after it": (name) => ({ headers: { "x-amzn-errortype": `${name}:http://internal.amazon.com/coral/com.amazonaws.ivs/` } }),
    "x-amzn-errortype with a namespace and a URL": (name) => ({ headers: { "x-amzn-errortype": `com.amazonaws.ivs#${name}:http://internal/` } }),
    __type: (name) => ({ members: { __type: name } }),
    "__type with a namespace": (name) => ({ members: { __type: `com.amazonaws.ivs#${name}` } }),
    code: (name) => ({ members: { code: name } }),
    "code with a namespace": (name) => ({ members: { code: `com.amazonaws.ivs#${name}` } }),
    "all three, of which the header counts": (name) => ({ headers: { "x-amzn-errortype": name }, members: { __type: "Other", code: "Another" } }),
  });

  for (const [form, of] of Object.entries(FORMS)) {
    test(`every modelled error is recognised by its code in ${form}, with its message from any of three members`, async () => {
      for (const [name, [status, fault]] of Object.entries(MODELLED)) {
        for (const member of ["exceptionMessage", "message", "Message"]) {
          const { headers, members } = of(name);
          const fetch = answering(JSON.stringify({ ...members, [member]: "why" }), { status: Number(status), headers });
          const error = await rejection(offline({ fetch }).getChannel({ arn: "a" }));
          assert.equal(error.constructor, exports[name], `${name}, ${member}`);
          assert.deepEqual([error.name, error.message, error.$fault], [name, "why", fault], member);
          assert.ok(error instanceof client.exceptions[name]);
        }
      }
    });
  }

  test("an error of this package can be constructed and caught by its class", () => {
    const error = new exports.ConflictException({ message: "busy", $metadata: { httpStatusCode: 409 } });
    assert.ok(error instanceof IvsServiceException && error instanceof Error);
    assert.deepEqual([error.name, error.message, error.$fault], ["ConflictException", "busy", "client"]);
  });

  for (const [title, headers, body, expected] of /** @type {[string, any, string, [string, string]][]} */ ([
    ["a namespace and a URL around the code", { "x-amzn-errortype": "aws#ConflictException:http://internal/" }, '{"message":"m"}', ["ConflictException", "m"]],
    ["the code in the body", {}, '{"__type":"com.amazonaws.ivs#ConflictException","Message":"m"}', ["ConflictException", "m"]],
    ["an unknown code", { "x-amzn-errortype": "BrandNewException" }, '{"exceptionMessage":"m"}', ["BrandNewException", "m"]],
  ])) {
    test(`${title} is understood`, async () => {
      const error = await rejection(offline({ fetch: answering(body, { status: 400, headers }) }).getChannel({ arn: "a" }));
      assert.deepEqual([error.name, error.message], expected);
      assert.ok(error instanceof IvsServiceException);
      assert.equal(error.constructor, exports[expected[0]] ?? IvsServiceException);
    });
  }

  test("names of Object.prototype are error codes like others", async () => {
    for (const name of ["constructor", "toString", "__proto__", "hasOwnProperty"]) {
      const error = await rejection(offline({ fetch: answering("{}", { status: 400, headers: { "x-amzn-errortype": name } }) }).listChannels({}));
      assert.equal(error.constructor, IvsServiceException, name);
      assert.equal(error.name, name);
    }
  });

  test("a response body cannot replace the properties of an error", async () => {
    for (const member of ["__proto__", "constructor", "name", "stack", "$metadata", "$fault", "message", "toString", "cause"]) {
      for (const value of ['{"x":1}', "null", '"text"', "5"]) {
        const headers = { "x-amzn-errortype": "ConflictException" };
        const error = await rejection(offline({ fetch: answering(`{"${member}":${value},"exceptionMessage":"m"}`, { status: 409, headers }) }).listChannels({}));
        const where = `${member}: ${value}`;
        assert.ok(error instanceof exports.ConflictException, where);
        assert.deepEqual([error.name, error.message, error.$fault, error.$metadata.httpStatusCode], ["ConflictException", "m", "client", 409], where);
        assert.equal(typeof error.stack, "string", where);
        assert.equal(String(error), "ConflictException: m", where);
      }
    }
  });

  test("an HTML page, an empty body and truncated JSON are service errors with the status", async () => {
    for (const body of ["<html><body><h1>502 Bad Gateway</h1></body></html>", "", '{"exceptionMessage":"cut', "null", "[]", "5"]) {
      const error = await rejection(offline({ fetch: answering(body, { status: 502 }) }).listChannels({}));
      assert.ok(error instanceof IvsServiceException, `${body}: ${inspect(error)}`);
      assert.equal(error.$metadata.httpStatusCode, 502);
      assert.equal(error.$fault, "server");
      assert.ok(error.message.length > 0, "says something");
    }
  });

  test("a success that is not JSON rejects with an Error that says so", async () => {
    for (const body of ["<html></html>", '{"channels":[', "channels", "\u0000"]) {
      const error = await rejection(offline({ fetch: answering(body) }).listChannels({}));
      assert.ok(error.message.length > 0);
      assert.equal(error.$metadata?.httpStatusCode, 200, `${body}: ${inspect(error)}`);
    }
  });
});

describe("no response", () => {
  test("a closed port is a NetworkError with its cause", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    await new Promise((resolve) => server.close(resolve));
    const error = await rejection(offline({ endpoint: `http://127.0.0.1:${port}` }).listChannels({}));
    assert.equal(error.name, "NetworkError");
    assert.ok(error instanceof ivs.NetworkError && !(error instanceof IvsServiceException));
    assert.ok(error.cause instanceof Error);
    assert.match(inspect(error, { depth: 10 }), /ECONNREFUSED/);
  });

  test("a connection cut in the middle is a NetworkError", async () => {
    const server = createSocketServer((socket) => {
      socket.once("data", () => socket.end("HTTP/1.1 200 OK\r\ncontent-length: 1000\r\n\r\n{\"channels\":["));
      socket.on("error", () => {});
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    try {
      const error = await rejection(offline({ endpoint: `http://127.0.0.1:${port}` }).listChannels({}));
      assert.ok(error instanceof ivs.NetworkError, inspect(error));
      assert.ok(error.cause instanceof Error);
    } finally {
      server.close();
    }
  });

  test("whatever a fetch throws is the cause", async () => {
    const cause = new RangeError("from the fetch");
    for (const fetch of [() => Promise.reject(cause), () => { throw cause; }]) {
      const error = await rejection(offline({ fetch }).listChannels({}));
      assert.ok(error instanceof ivs.NetworkError, inspect(error));
      assert.equal(error.cause, cause);
    }
    const odd = await rejection(offline({ fetch: () => Promise.reject("a string") }).listChannels({}));
    assert.ok(odd instanceof ivs.NetworkError);
    assert.equal(odd.cause, "a string");
  });

  test("missing credentials are a CredentialsError, before any request", async () => {
    const fetching = recording(answering());
    const kept = Object.entries(process.env).filter(([name]) => !(name in environment()));
    for (const [name] of kept) delete process.env[name];
    try {
      for (const credentials of [undefined, {}, { accessKeyId: "a" }, { secretAccessKey: "b" }, { accessKeyId: "", secretAccessKey: "" }]) {
        const error = await rejection((async () => offline({ credentials, fetch: fetching }).listChannels({}))());
        assert.equal(error.name, "CredentialsError", inspect(error));
        assert.ok(error instanceof ivs.CredentialsError);
      }
      assert.equal(fetching.sent.length, 0);
    } finally {
      Object.assign(process.env, Object.fromEntries(kept));
    }
  });

  test("a missing region is reported", async () => {
    const kept = Object.entries(process.env).filter(([name]) => !(name in environment()));
    for (const [name] of kept) delete process.env[name];
    try {
      const error = await rejection((async () => offline({ region: undefined, fetch: answering() }).listChannels({}))());
      assert.match(error.message, /region/i);
    } finally {
      Object.assign(process.env, Object.fromEntries(kept));
    }
  });
});

describe("ParamValidationError", () => {
  /** @param {string} operation @param {any} input @returns {Promise<Record<string, string>>} message by path */
  async function problems(operation, input) {
    const fetching = recording(answering());
    const refusing = offline({ fetch: fetching });
    const error = await rejection(refusing[methodName(operation)](input));
    assert.equal(error.name, "ParamValidationError", inspect(error));
    assert.ok(error instanceof ivs.ParamValidationError && !(error instanceof IvsServiceException));
    assert.equal(fetching.sent.length, 0, "nothing is sent");
    for (const { path, message } of error.problems) {
      assert.ok(error.message.includes(path) && error.message.includes(message), `${error.message} has ${path}: ${message}`);
    }
    const found = Object.fromEntries(error.problems.map((/** @type {any} */ { path, message }) => [path, message]));
    const all = error.problems.map((/** @type {any} */ { path, message }) => `${path}: ${message}`);
    assert.equal(new Set(all).size, all.length, "each problem once");
    return found;
  }

  test("has every problem at once, each with its path", async () => {
    const found = await problems("createRecordingConfiguration", {
      name: 5,
      tags: { a: 5, "ключ": 6, "": "x", fine: "" },
      destinationConfiguration: { s3: { bucketName: "ab" }, s4: {} },
      recordingReconnectWindowSeconds: "10",
      thumbnailConfiguration: { storage: ["LATEST", 7], targetIntervalSeconds: 1.5 },
      colour: "red",
    });
    assert.deepEqual(Object.keys(found).sort(), [
      "input.colour",
      "input.destinationConfiguration.s3.bucketName",
      "input.destinationConfiguration.s4",
      "input.name",
      "input.recordingReconnectWindowSeconds",
      'input.tags[""]',
      'input.tags["a"]',
      'input.tags["ключ"]',
      "input.thumbnailConfiguration.storage[1]",
      "input.thumbnailConfiguration.targetIntervalSeconds",
    ]);
    assert.match(found["input.name"], /expected string, got number 5/);
    assert.match(found["input.destinationConfiguration.s4"], /did you mean `s3`\?/);
  });

  test("names the missing members", async () => {
    assert.deepEqual(Object.keys(await problems("createStreamKey", {})), ["input.channelArn"]);
    assert.deepEqual(Object.keys(await problems("createStreamKey", undefined)), ["input.channelArn"]);
    assert.deepEqual(Object.keys(await problems("putMetadata", { channelArn: null })).sort(), ["input.channelArn", "input.metadata"]);
    assert.deepEqual(Object.keys(await problems("createRecordingConfiguration", { destinationConfiguration: { s3: {} } })), [
      "input.destinationConfiguration.s3.bucketName",
    ]);
    assert.deepEqual(Object.keys(await problems("batchStartViewerSessionRevocation", { viewerSessions: [{ channelArn: "a", viewerId: "v" }, { channelArn: "a" }] })), [
      "input.viewerSessions[1].viewerId",
    ]);
    for (const operation of ["listTagsForResource", "tagResource", "untagResource"]) assert.ok("input.resourceArn" in (await problems(operation, {})), operation);
  });

  test("suggests the member that was meant", async () => {
    for (const [wrong, right] of [["latencymode", "latencyMode"], ["LatencyMode", "latencyMode"], ["latency_mode", "latencyMode"], ["authorised", "authorized"]]) {
      assert.match((await problems("createChannel", { [wrong]: "LOW" }))[`input.${wrong}`], new RegExp(`did you mean \`${right}\``));
    }
    assert.doesNotMatch((await problems("createChannel", { colour: 1 }))["input.colour"], /did you mean/);
  });

  test("checks minima and leaves maxima, patterns and enumerations to the service", async () => {
    assert.deepEqual(Object.keys(await problems("getChannel", { arn: "" })), ["input.arn"]);
    assert.deepEqual(Object.keys(await problems("batchGetChannel", { arns: [] })), ["input.arns"]);
    assert.deepEqual(Object.keys(await problems("batchGetChannel", { arns: ["", "a", ""] })), ["input.arns[0]", "input.arns[2]"]);
    assert.deepEqual(Object.keys(await problems("listChannels", { maxResults: 0 })), ["input.maxResults"]);
    assert.deepEqual(Object.keys(await problems("getStreamSession", { channelArn: "a", streamId: "st-1" })), ["input.streamId"]);
    const fetching = recording(answering());
    const lax = offline({ fetch: fetching });
    await lax.createChannel({ name: "not a name!".repeat(100), latencyMode: "SOMEDAY", tags: { "a&b": "ü".repeat(1000) } });
    await lax.listChannels({ maxResults: 1_000_000 });
    assert.equal(fetching.sent.length, 2);
  });

  test("an empty, . or .. path label is rejected", async () => {
    for (const resourceArn of ["", ".", ".."]) assert.deepEqual(Object.keys(await problems("listTagsForResource", { resourceArn })), ["input.resourceArn"]);
  });

  test("the input itself has to be an object", async () => {
    for (const input of ["x", 5, true, [], () => {}, Symbol("s"), 5n, new Date()]) {
      assert.deepEqual(Object.keys(await problems("listChannels", input)), ["input"], inspect(input));
    }
  });

  test("an invalid Date is rejected", async () => {
    for (const targetStartAt of [new Date(NaN), 1767323045, "soon", {}]) {
      assert.deepEqual(Object.keys(await problems("insertAdBreak", { channelArn: "a", durationSeconds: 1, targetStartAt })), ["input.targetStartAt"]);
    }
  });

  test("a getter that throws is reported with its message", async () => {
    const found = await problems("createChannel", { name: "n", get latencyMode() { throw new Error("from the getter"); } });
    assert.equal(Object.keys(found).length, 1);
    assert.match(Object.values(found)[0], /from the getter/);
  });

  test("commands drop unknown members with a warning, so that an answer can be spread into an update", async () => {
    const fetching = recording(answering());
    /** @type {any[]} */
    const warnings = [];
    const lax = offline({ fetch: fetching, logger: { warn: (/** @type {any[]} */ ...words) => warnings.push(words), debug() {}, info() {}, error() {} } });
    await lax.send(new ivs.UpdateChannelCommand(/** @type {any} */ ({ arn: "a", name: "n", playbackUrl: "https://x", ingestEndpoint: "y" })));
    assert.deepEqual(JSON.parse(fetching.last().body), { arn: "a", name: "n" });
    assert.match(inspect(warnings, { depth: 5 }), /playbackUrl/);
    assert.equal((await rejection(lax.send(new ivs.UpdateChannelCommand(/** @type {any} */ ({ arn: 5, playbackUrl: "x" }))))).name, "ParamValidationError");
  });
});

describe("operations that do not exist", () => {
  test("are rejected with a message, before any request", async () => {
    const fetching = recording(answering());
    const refusing = offline({ fetch: fetching });
    for (const name of ["NoSuchOperation", "createChannel ", "", "constructor", "__proto__", "toString", "/CreateChannel", "GetChannel\u0000"]) {
      const error = await rejection((async () => refusing.call(name, {}))());
      assert.match(error.message, /operation/i, `${name}: ${inspect(error)}`);
    }
    for (const command of [undefined, null, 5, "CreateChannel", {}, [], () => {}, new Date(), ivs.ListChannelsCommand]) {
      const error = await rejection((async () => refusing.send(/** @type {any} */ (command)))());
      assert.match(error.message, /command|operation/i, `${inspect(command)}: ${inspect(error)}`);
    }
    assert.equal(fetching.sent.length, 0);
  });
});

describe("secrets", () => {
  const secrets = { accessKeyId: "AKIDPUBLIC", secretAccessKey: "SECRETVALUE", sessionToken: "TOKENVALUE" };
  const shown = (/** @type {any} */ value) =>
    [inspect(value, { depth: 20, showHidden: true, getters: true }), JSON.stringify(value), String(value), `${Object.keys(value)}`].join("\n");

  test("are not shown by a client", async () => {
    const client = offline({ credentials: secrets, fetch: answering('{"channels":[]}') });
    assert.doesNotMatch(shown(client), /SECRETVALUE|TOKENVALUE/);
    await client.listChannels({});
    assert.doesNotMatch(shown(client), /SECRETVALUE|TOKENVALUE/);
  });

  test("are not shown by an error", async () => {
    for (const fetch of [
      answering('{"message":"no"}', { status: 403, headers: { "x-amzn-errortype": "InvalidSignatureException" } }),
      answering("<html>"),
      () => Promise.reject(new TypeError("fetch failed")),
      () => null,
    ]) {
      const error = await rejection(offline({ credentials: secrets, fetch }).listChannels({}));
      assert.doesNotMatch(shown(error), /SECRETVALUE|TOKENVALUE/);
    }
    for (const bad of [{ ...secrets, secretAccessKey: { SECRETVALUE: 1 } }, { ...secrets, sessionToken: "TOKENVALUE\n" }, { ...secrets, accessKeyId: "" }]) {
      const error = await rejection((async () => offline({ credentials: bad, fetch: answering() }).listChannels({}))());
      assert.doesNotMatch(shown(error), /SECRETVALUE|TOKENVALUE/);
    }
  });

  test("the value of a sensitive member is not in the message of a ParamValidationError", async () => {
    const error = await rejection(offline({ fetch: answering() }).putMetadata({ channelArn: 5, metadata: "SECRETVALUE" }));
    assert.doesNotMatch(shown(error), /SECRETVALUE/);
  });
});
