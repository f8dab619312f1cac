// @ts-check
// Credentials: when a provider is called, how often, and what is reported of its result.

import assert from "node:assert/strict";
import { createServer } from "node:http";
import { once } from "node:events";
import { after, before, describe, test } from "node:test";
import { CredentialsError, NetworkError, ParamValidationError } from "ivs-wasm";
import { fromCognitoIdentity, fromEnv, fromTemporaryCredentials } from "@aws-sdk/credential-providers";
import { node, numbered, offline, playing, rejection, time } from "./behave.mjs";
import { startLocal } from "./local.mjs";

const MINUTE = 60_000;
const list = (/** @type {any} */ client) => client.listChannels({});

/** The access key id that signed each request. */
const signers = (/** @type {{ requests: { headers: Headers }[] }} */ { requests }) =>
  requests.map(({ headers }) => /Credential=(\w+)/.exec(headers.get("authorization") ?? "")?.[1]);

/** A provider that returns other credentials each time, and counts its calls. */
function counting(give = (/** @type {number} */ number) => /** @type {any} */ (numbered(number))) {
  const provider = async () => give(++provider.asked);
  provider.asked = 0;
  return provider;
}

/** Responses of a service that accepts no token but that of `numbered(good)`. */
const refusing = (/** @type {number} */ good, code = "ExpiredTokenException") =>
  playing(({ headers }) => (headers.get("x-amz-security-token") === `token-${good}` ? {} : { status: 403, code, body: '{"message":"expired"}' }));

describe("credentials", () => {
  for (const [title, credentials] of /** @type {[string, any][]} */ ([
    ["an object", numbered(7)],
    ["a function", () => numbered(7)],
    ["a function that gives a promise", async () => numbered(7)],
    ["a function that gives something with a then", () => ({ then: (/** @type {any} */ resolve) => resolve(numbered(7)) })],
    ["a frozen object with more in it", Object.freeze(numbered(7, { expiration: new Date(Date.now() + 9e8), accountId: "1" }))],
  ])) {
    test(`are ${title}`, async () => {
      const fetching = playing({});
      await list(offline({ credentials, fetch: fetching }));
      assert.deepEqual(signers(fetching), ["AKID7"]);
      assert.equal(fetching.requests[0]?.headers.get("x-amz-security-token"), "token-7");
    });
  }

  test("are requested by the first call that can be sent, and by nothing before it", async () => {
    const provider = counting();
    const fetching = playing({});
    const client = offline({ credentials: provider, fetch: fetching });
    client.canPaginate("listChannels");
    client.getPaginator("listChannels").paginate({});
    client.getWaiter("stream_live");
    assert.ok((await rejection(client.getChannel({}))) instanceof ParamValidationError);
    assert.equal(await rejection(client.listChannels({}, { abortSignal: AbortSignal.abort("before") })), "before");
    assert.equal(provider.asked, 0);
    await list(client);
    assert.deepEqual([provider.asked, fetching.requests.length], [1, 1]);
  });

  test("that are missing or malformed are reported only when the input is valid", async () => {
    const client = offline({ credentials: () => "nobody", fetch: playing({}) });
    assert.ok((await rejection(client.getChannel({}))) instanceof ParamValidationError);
    assert.ok((await rejection(client.getChannel({ arn: "a" }))) instanceof CredentialsError);
  });

  test("are requested once by a hundred concurrent calls, and cached for all that follow", async () => {
    const provider = counting();
    const client = offline({ credentials: provider, fetch: playing({}) });
    await Promise.all(Array.from({ length: 100 }, () => list(client)));
    await list(client);
    assert.equal(provider.asked, 1);
  });

  test("are cached by each client for itself", async () => {
    const provider = counting();
    await Promise.all([1, 2].map(() => list(offline({ credentials: provider, fetch: playing({}) }))));
    assert.equal(provider.asked, 2);
  });

  test("are requested with the region of the client", async () => {
    const asked = /** @type {any[]} */ ([]);
    const credentials = async (/** @type {any} */ { callerClientConfig }) => {
      asked.push(await callerClientConfig.region());
      return numbered(1);
    };
    await list(offline({ credentials, region: "eu-central-1", fetch: playing({}) }));
    assert.deepEqual(asked, ["eu-central-1"]);
  });
});

describe("credentials that expire", () => {
  test("are refreshed five minutes before their expiration, and not a moment earlier", async (context) => {
    const clock = time(context);
    const provider = counting((number) => numbered(number, { expiration: new Date(clock.now + 60 * MINUTE) }));
    const fetching = playing({});
    const client = offline({ credentials: provider, fetch: fetching, requestTimeout: 0 });
    await list(client);
    clock.now += 55 * MINUTE - 1;
    await list(client);
    assert.equal(provider.asked, 1);
    clock.now += 1;
    await list(client);
    assert.deepEqual(signers(fetching), ["AKID1", "AKID1", "AKID2"]);
  });

  test("in four minutes are used until then, and not requested by each call", async (context) => {
    const clock = time(context);
    const provider = counting((number) => numbered(number, { expiration: new Date(clock.now + 4 * MINUTE) }));
    const client = offline({ credentials: provider, fetch: playing({}), requestTimeout: 0 });
    for (let second = 0; second < 240; second++, clock.now += 1000) await list(client);
    assert.equal(provider.asked, 1);
    await list(client);
    assert.equal(provider.asked, 2);
  });

  test("are requested once per expiration by a thousand concurrent calls", async (context) => {
    const clock = time(context);
    const provider = counting((number) => numbered(number, { expiration: new Date(clock.now + 15 * MINUTE) }));
    const fetching = playing({});
    const client = offline({ credentials: provider, fetch: fetching, requestTimeout: 0 });
    for (let round = 1; round <= 5; round++) {
      await Promise.all(Array.from({ length: 1000 }, () => list(client)));
      assert.equal(provider.asked, round);
      assert.deepEqual(new Set(signers(fetching).slice(-1000)), new Set([`AKID${round}`]));
      clock.now += 10 * MINUTE;
    }
  });

  test("by the service's clock are refreshed by that clock, once the offset is known", async (context) => {
    const clock = time(context);
    const service = () => new Date(clock.now + 60 * MINUTE);
    const provider = counting((number) => numbered(number, { expiration: new Date(Number(service()) + 60 * MINUTE) }));
    const client = offline({ credentials: provider, fetch: playing(() => ({ headers: { date: service().toUTCString() } })), requestTimeout: 0 });
    await list(client);
    clock.now += 54 * MINUTE;
    await list(client);
    assert.equal(provider.asked, 1);
    clock.now += 2 * MINUTE;
    await list(client);
    assert.equal(provider.asked, 2);
  });
});

describe("a provider that fails", () => {
  const wrong = Object.assign(new RangeError("no role"), { extra: 1 });
  for (const [title, fail, thrown, words] of /** @type {[string, () => any, unknown, string][]} */ ([
    ["rejects", async () => Promise.reject(wrong), wrong, "no role"],
    ["throws", () => { throw wrong; }, wrong, "no role"],
    ["rejects with a text", () => Promise.reject("no"), "no", "what was thrown is no Error"],
    ["rejects with nothing", () => Promise.reject(), undefined, "what was thrown is no Error"],
    ["rejects with a list", () => Promise.reject(list), list, "what was thrown is no Error"],
  ])) {
    test(`and ${title} fails the calls that wait for it, with the cause, and is called again by the next call`, async () => {
      let asked = 0;
      const fetching = playing({});
      const client = offline({ credentials: () => (++asked === 1 ? fail() : numbered(asked)), fetch: fetching });
      const errors = await Promise.all([1, 2, 3].map(() => rejection(list(client))));
      for (const error of errors) {
        assert.ok(error instanceof CredentialsError && error instanceof Error);
        assert.equal(error.message, `config.credentials: the provider failed: ${words}`);
        assert.ok("cause" in error);
        assert.equal(error.cause, thrown);
      }
      assert.deepEqual([asked, fetching.requests.length], [1, 0]);
      await list(client);
      assert.deepEqual([asked, signers(fetching)], [2, ["AKID2"]]);
    });
  }

  const good = numbered(1);
  for (const [title, given, message] of /** @type {[string, any, string][]} */ ([
    ["undefined", undefined, "config.credentials: expected an object { accessKeyId, secretAccessKey, sessionToken? }"],
    ["null", null, "config.credentials: expected an object { accessKeyId, secretAccessKey, sessionToken? }"],
    ["a text", "AKID:secret", "config.credentials: expected an object { accessKeyId, secretAccessKey, sessionToken? }"],
    ["a function", () => good, "config.credentials: expected an object { accessKeyId, secretAccessKey, sessionToken? }"],
    ["nothing in an object", {}, "config.credentials.accessKeyId: is missing"],
    ["no accessKeyId", { ...good, accessKeyId: undefined }, "config.credentials.accessKeyId: is missing"],
    ["an empty accessKeyId", { ...good, accessKeyId: "" }, "config.credentials.accessKeyId: is missing"],
    ["an accessKeyId with a line break", { ...good, accessKeyId: "AKID\n" }, "config.credentials.accessKeyId: has characters that a header cannot carry"],
    ["an accessKeyId with a comma", { ...good, accessKeyId: "AKID,1" }, "config.credentials.accessKeyId: has characters that a header cannot carry"],
    ["no secretAccessKey", { ...good, secretAccessKey: null }, "config.credentials.secretAccessKey: is missing"],
    ["a number for a secretAccessKey", { ...good, secretAccessKey: 5 }, "config.credentials.secretAccessKey: expected string, got number"],
    ["a list for a sessionToken", { ...good, sessionToken: ["t"] }, "config.credentials.sessionToken: expected string, got object"],
    ["a sessionToken with a space", { ...good, sessionToken: "a b" }, "config.credentials.sessionToken: has characters that a header cannot carry"],
    ["a text for an expiration", { ...good, expiration: "2030-01-01T00:00:00Z" }, "config.credentials.expiration: expected a valid Date"],
    ["a number for an expiration", { ...good, expiration: 1 }, "config.credentials.expiration: expected a valid Date"],
    ["an expiration that is no time", { ...good, expiration: new Date(NaN) }, "config.credentials.expiration: expected a valid Date"],
    ["a getter that throws", { ...good, get secretAccessKey() { throw new Error("locked"); } }, "config.credentials.secretAccessKey: could not be read: locked"],
  ])) {
    test(`and gives ${title} is reported with the field, and is called again by the next call`, async () => {
      const provider = counting((number) => (number === 1 ? given : numbered(number)));
      const fetching = playing({});
      const client = offline({ credentials: provider, fetch: fetching });
      const error = await rejection(list(client));
      assert.ok(error instanceof CredentialsError, String(error));
      assert.equal(error.message, message);
      assert.deepEqual([provider.asked, fetching.requests.length], [1, 0]);
      await list(client);
      assert.deepEqual([provider.asked, signers(fetching)], [2, ["AKID2"]]);
    });

    test(`credentials given as an object, with ${title}, are reported in the same words`, async () => {
      if (typeof given === "function" || given === undefined || given === null) return;
      assert.equal((await rejection(list(offline({ credentials: given, fetch: playing({}) })))).message, message);
    });
  }

  test("fails the call with its own error between two attempts", async () => {
    const provider = counting((number) => (number === 1 ? numbered(1) : Promise.reject(wrong)));
    const error = await rejection(list(offline({ credentials: provider, fetch: refusing(2) })));
    assert.ok(error instanceof CredentialsError);
    assert.equal(error.cause, wrong);
  });
});

describe("credentials that the service says have expired", () => {
  for (const code of ["ExpiredTokenException", "ExpiredToken"]) {
    test(`by ${code} are requested again, once, without a delay`, async (context) => {
      const clock = time(context);
      const provider = counting();
      const fetching = refusing(2, code);
      const client = offline({ credentials: provider, fetch: fetching, requestTimeout: 0 });
      const { $metadata } = await list(client);
      assert.deepEqual([$metadata.attempts, $metadata.totalRetryDelay, clock.waits], [2, 0, []]);
      assert.deepEqual(signers(fetching), ["AKID1", "AKID2"]);
      assert.equal((await list(client)).$metadata.attempts, 1);
      assert.equal(provider.asked, 2);
    });
  }

  test("are requested once by all calls that are rejected at the same time", async () => {
    const provider = counting();
    const client = offline({ credentials: provider, fetch: refusing(2) });
    const answers = await Promise.all(Array.from({ length: 50 }, () => list(client)));
    assert.deepEqual(new Set(answers.map(({ $metadata }) => $metadata.attempts)), new Set([2]));
    assert.equal(provider.asked, 2);
  });

  test("are not requested by a call that is rejected after others have new ones", async () => {
    const provider = counting();
    /** @type {() => void} */
    let release = () => {};
    const held = new Promise((resolve) => (release = () => resolve(undefined)));
    const inner = refusing(2);
    let first = true;
    const fetching = async (/** @type {string} */ url, /** @type {any} */ init) => {
      const answer = inner(url, init);
      if (first) {
        first = false;
        await held;
      }
      return answer;
    };
    const client = offline({ credentials: provider, fetch: fetching });
    const slow = list(client);
    await list(client);
    assert.equal(provider.asked, 2);
    release();
    assert.equal((await slow).$metadata.attempts, 2);
    assert.equal(provider.asked, 2);
  });

  test("are not requested a second time by a call", async () => {
    const provider = counting();
    const fetching = refusing(99);
    const error = await rejection(list(offline({ credentials: provider, fetch: fetching, maxAttempts: 9 })));
    assert.deepEqual([error.name, error.$metadata.attempts, fetching.requests.length, provider.asked], ["ExpiredTokenException", 2, 2, 2]);
  });

  test("are not sent again when the provider returns the same ones", async () => {
    const provider = counting(() => numbered(1));
    const fetching = refusing(2);
    const client = offline({ credentials: provider, fetch: fetching });
    const error = await rejection(list(client));
    assert.deepEqual([error.name, error.$metadata.attempts, fetching.requests.length, provider.asked], ["ExpiredTokenException", 1, 1, 2]);
  });

  test("are final if they were given as an object, or if there is no second attempt", async () => {
    for (const config of [{ credentials: numbered(1) }, { credentials: counting(), maxAttempts: 1 }]) {
      const fetching = refusing(2);
      const error = await rejection(list(offline({ ...config, fetch: fetching })));
      assert.deepEqual([error.name, error.$metadata.attempts, fetching.requests.length], ["ExpiredTokenException", 1, 1]);
    }
  });

  test("are read from the environment again", async (context) => {
    const kept = { ...process.env };
    context.after(() => {
      for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) delete process.env[name];
      Object.assign(process.env, kept);
    });
    const set = (/** @type {number} */ number) =>
      Object.assign(process.env, { AWS_ACCESS_KEY_ID: `AKID${number}`, AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: `token-${number}` });
    const fetching = playing(({ headers }) => {
      if (headers.get("x-amz-security-token") === "token-2") return {};
      set(2);
      return { status: 403, code: "ExpiredTokenException" };
    });
    set(1);
    const client = offline({ credentials: undefined, fetch: fetching });
    assert.equal((await list(client)).$metadata.attempts, 2);
    assert.deepEqual(signers(fetching), ["AKID1", "AKID2"]);
  });
});

describe("the environment", () => {
  /** @type {import("./local.mjs").Local} */
  let local;
  before(async () => void (local = await startLocal()));
  after(() => local?.stop());

  const PROGRAM = `import { IvsClient } from "ivs-wasm";
    const { channel, $metadata } = await new IvsClient().createChannel({ name: "from-the-environment" });
    console.log(channel.name, $metadata.attempts);`;
  const PRINTED = /^from-the-environment 1\s*$/;
  const variables = (/** @type {Record<string, string>} */ more = {}) => ({
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
    AWS_REGION: local.region,
    AWS_ENDPOINT_URL: local.endpoint,
    ...more,
  });

  test("is sufficient for a signed call in Node", async () => {
    assert.match(await node(PROGRAM, variables()), PRINTED);
  });

  test("is read by the names of AWS's tools, the most specific first", async () => {
    const nowhere = "http://127.0.0.1:9";
    for (const more of [
      { AWS_ENDPOINT_URL_IVS: local.endpoint, AWS_ENDPOINT_URL: nowhere },
      { AWS_ENDPOINT_URL_IVS: "", AWS_ENDPOINT_URL: local.endpoint },
      { AWS_REGION: local.region, AWS_DEFAULT_REGION: "eu-west-1" },
      { AWS_REGION: "", AWS_DEFAULT_REGION: local.region },
      { AWS_SESSION_TOKEN: "" },
    ]) {
      assert.match(await node(PROGRAM, variables(more)), PRINTED, JSON.stringify(more));
    }
  });

  test("without credentials is reported, with what to set", async () => {
    for (const more of [{ AWS_ACCESS_KEY_ID: "" }, { AWS_SECRET_ACCESS_KEY: "" }]) {
      const printed = await node(`import { IvsClient } from "ivs-wasm"; await new IvsClient().listChannels().catch(({ name, message }) => console.log(name, message));`, variables(more));
      assert.match(printed, /^CredentialsError .*AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/);
    }
  });

  test("carries a session token", async () => {
    const printed = await node(
      `import { IvsClient } from "ivs-wasm";
      const fetch = async (url, { headers }) => (console.log(headers["x-amz-security-token"]), new Response("{}"));
      await new IvsClient({ fetch }).listChannels();`,
      variables({ AWS_SESSION_TOKEN: "token-of-the-environment" }),
    );
    assert.equal(printed.trim(), "token-of-the-environment");
  });
});

describe("a provider of @aws-sdk/credential-providers", () => {
  const EXPIRATION = new Date(Math.floor(Date.now() / 1000) * 1000 + 60 * MINUTE);

  /** An AWS service that sends the same response to everyone. */
  async function service(/** @type {import("node:test").TestContext} */ context, /** @type {string} */ type, /** @type {string} */ body) {
    const asked = /** @type {{ headers: any, body: string }[]} */ ([]);
    const server = createServer(async (request, response) => {
      let text = "";
      for await (const chunk of request.setEncoding("utf8")) text += chunk;
      asked.push({ headers: request.headers, body: text });
      response.setHeader("content-type", type).end(body);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    context.after(() => {
      server.close();
      server.closeAllConnections();
    });
    const { port } = /** @type {import("node:net").AddressInfo} */ (server.address());
    return { endpoint: `http://127.0.0.1:${port}`, asked };
  }

  test("that reads the environment works as it is", async (context) => {
    const kept = { ...process.env };
    context.after(() => {
      for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN"]) delete process.env[name];
      Object.assign(process.env, kept);
    });
    const fetching = playing({});
    const client = offline({ credentials: fromEnv(), fetch: fetching });
    for (const name of ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"]) delete process.env[name];
    const error = await rejection(list(client));
    assert.ok(error instanceof CredentialsError);
    assert.equal(/** @type {any} */ (error.cause).name, "CredentialsProviderError");
    Object.assign(process.env, { AWS_ACCESS_KEY_ID: "AKIDENV", AWS_SECRET_ACCESS_KEY: "s", AWS_SESSION_TOKEN: "t" });
    await list(client);
    assert.deepEqual(signers(fetching), ["AKIDENV"]);
  });

  test("that assumes a role works as it is, in the region of the client", async (context) => {
    const sts = await service(
      context,
      "text/xml",
      `<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult><Credentials>
        <AccessKeyId>ASIAROLE</AccessKeyId><SecretAccessKey>role-secret</SecretAccessKey><SessionToken>role-token</SessionToken>
        <Expiration>${EXPIRATION.toISOString()}</Expiration></Credentials></AssumeRoleResult></AssumeRoleResponse>`,
    );
    const credentials = fromTemporaryCredentials({
      params: { RoleArn: "arn:aws:iam::123456789012:role/streamer" },
      masterCredentials: { accessKeyId: "AKIDMASTER", secretAccessKey: "master" },
      clientConfig: { endpoint: sts.endpoint },
    });
    const fetching = playing({});
    const client = offline({ credentials, region: "ap-northeast-1", fetch: fetching });
    await list(client);
    await list(client);
    assert.deepEqual(signers(fetching), ["ASIAROLE", "ASIAROLE"]);
    assert.equal(fetching.requests[0]?.headers.get("x-amz-security-token"), "role-token");
    assert.equal(sts.asked.length, 1);
    assert.match(sts.asked[0]?.headers.authorization, /Credential=AKIDMASTER\/\d+\/ap-northeast-1\/sts\//);
  });

  test("that asks Cognito works as it is, in the region of the client", async (context) => {
    const cognito = await service(
      context,
      "application/x-amz-json-1.1",
      JSON.stringify({ Credentials: { AccessKeyId: "ASIACOGNITO", SecretKey: "s", SessionToken: "cognito-token", Expiration: Number(EXPIRATION) / 1000 } }),
    );
    const credentials = fromCognitoIdentity({ identityId: "eu-west-1:id", clientConfig: { endpoint: cognito.endpoint } });
    const fetching = playing({});
    const client = offline({ credentials, region: "eu-west-1", fetch: fetching });
    await list(client);
    await list(client);
    assert.deepEqual(signers(fetching), ["ASIACOGNITO", "ASIACOGNITO"]);
    assert.equal(fetching.requests[0]?.headers.get("x-amz-security-token"), "cognito-token");
    assert.deepEqual(cognito.asked.map(({ body }) => JSON.parse(body)), [{ IdentityId: "eu-west-1:id" }]);
  });

  test("that fails is reported with its reason", async (context) => {
    const sts = await service(context, "text/xml", "<nonsense>");
    const credentials = fromTemporaryCredentials({
      params: { RoleArn: "arn:aws:iam::123456789012:role/streamer" },
      masterCredentials: { accessKeyId: "AKIDMASTER", secretAccessKey: "master" },
      clientConfig: { endpoint: sts.endpoint, maxAttempts: 1 },
    });
    const fetching = playing({});
    const error = await rejection(list(offline({ credentials, fetch: fetching })));
    assert.ok(error instanceof CredentialsError && !(error instanceof NetworkError));
    assert.ok(error.cause instanceof Error);
    assert.equal(fetching.requests.length, 0);
  });
});
