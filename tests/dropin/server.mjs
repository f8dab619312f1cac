// @ts-check
// A second program for `@aws-sdk/client-ivs`, as public ones are: on a server, configured by its environment, traced, with middleware of its
// own, behind a proxy, with its unit tests, and its errors in a log. The tests run it with that package and with this one, changing nothing but the name in
// its imports, and expect the same lines.

import {
  ChannelLatencyMode,
  ChannelType,
  CreateChannelCommand,
  DeleteChannelCommand,
  GetChannelCommand,
  Ivs,
  IvsClient,
  IvsServiceException,
  ListChannelsCommand,
  ResourceNotFoundException,
  UpdateChannelCommand,
} from "@aws-sdk/client-ivs";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { mockClient } from "aws-sdk-client-mock";
import xray from "aws-xray-sdk-core";
import { HttpProxyAgent } from "http-proxy-agent";
import { HttpsProxyAgent } from "https-proxy-agent";
import { readFileSync } from "node:fs";

/** @typedef {import("@aws-sdk/client-ivs").ChannelSummary} ChannelSummary */
/** @typedef {import("@aws-sdk/client-ivs").CreateChannelCommandInput} CreateChannelCommandInput */
/** @typedef {import("@aws-sdk/client-ivs").CreateChannelCommandOutput} CreateChannelCommandOutput */

/** What the program deploys, with members that its configuration leaves undefined. @type {CreateChannelCommandInput[]} */
const CHANNELS = ["news", "sports", "talk"].map((name, index) => ({
  name,
  type: index ? ChannelType.BasicChannelType : ChannelType.AdvancedHDChannelType,
  latencyMode: ChannelLatencyMode.LowLatency,
  recordingConfigurationArn: undefined,
  tags: { stage: "test", owner: /** @type {any} */ (process.env.OWNER_THAT_NOBODY_SET) },
}));

/** All channels, by tokens. @param {IvsClient} client @param {number} maxResults */
async function list(client, maxResults) {
  /** @type {ChannelSummary[]} */
  const channels = [];
  /** @type {string | undefined} */
  let nextToken;
  let pages = 0;
  do {
    const page = await client.send(new ListChannelsCommand({ maxResults, nextToken }));
    channels.push(...(page.channels ?? []));
    nextToken = page.nextToken;
    pages++;
  } while (nextToken);
  return { channels, pages };
}

/** Counts calls and marks requests, as house libraries do. @param {IvsClient} client */
function instrument(client) {
  const counts = { calls: 0, attempts: 0 };
  client.middlewareStack.use({
    applyToStack(stack) {
      stack.add((next, context) => async (args) => {
        counts.calls++;
        if (!context.commandName?.endsWith("Command") || context.clientName !== "IvsClient") throw new Error("no names");
        return next(args);
      }, { step: "initialize", name: "countCalls", priority: "high" });
      stack.add((next) => async (args) => {
        const { headers } = /** @type {{ headers: Record<string, string> }} */ (args.request);
        headers["x-studio"] = "tv";
        return next(args);
      }, { step: "build", name: "mark" });
      stack.addRelativeTo((/** @type {any} */ next) => async (/** @type {any} */ args) => {
        counts.attempts++;
        return next(args);
      }, { relation: "after", toMiddleware: "retryMiddleware", name: "countAttempts" });
    },
  });
  return counts;
}

/** An entry of a log: what JSON makes of an error. @param {Error} error */
function logged(error) {
  const { $fault, $metadata } = JSON.parse(JSON.stringify(error));
  return `${error.name}, ${$fault}, ${$metadata?.httpStatusCode}, ${typeof $metadata?.requestId}`;
}

/** @param {(line: string) => void} print */
export async function run(print) {
  // Region, endpoint and credentials are in the environment.
  const client = new IvsClient({});
  const counts = instrument(client);
  print(`in ${await client.config.region()} with a key of ${(await client.config.credentials()).accessKeyId.length}, ${await client.config.maxAttempts()} attempts`);

  const created = await Promise.all(CHANNELS.map((input) => client.send(new CreateChannelCommand(input))));
  for (const { channel } of created) print(`${channel?.name}: ${channel?.type} ${channel?.latencyMode} ${JSON.stringify(channel?.tags)}`);
  const { channels, pages } = await list(client, 2);
  print(`${channels.length} channels on ${pages} pages: ${channels.map(({ name }) => name).sort()}`);
  const types = /** @type {string[]} */ (Object.values(ChannelType));
  print(`${channels.every(({ type }) => type && types.includes(type))} types of ${types.length}, ${ChannelType.BasicChannelType}`);

  // Updated from what was read, as a deployment does it.
  const arn = channels.find(({ name }) => name === "news")?.arn;
  const { channel } = await client.send(new GetChannelCommand({ arn }));
  const { channel: updated } = await client.send(new UpdateChannelCommand({ ...channel, arn, latencyMode: "NORMAL" }));
  print(`updated: ${updated?.latencyMode}`);

  // Errors: told apart in three ways, and written to a log.
  const gone = await client.send(new GetChannelCommand({ arn: `${arn?.slice(0, -12)}AbCdEfGhIjKl` })).catch((error) => error);
  print(`gone: ${gone instanceof ResourceNotFoundException} ${gone instanceof IvsServiceException} ${gone instanceof Error} ${gone.name} ${logged(gone)}`);
  const settled = await Promise.allSettled([client.send(new GetChannelCommand({ arn: "none" })), client.send(new GetChannelCommand({ arn }))]);
  print(`settled: ${settled.map((one) => (one.status === "fulfilled" ? one.value.channel?.name : logged(one.reason)))}`);

  // Traced by X-Ray.
  const segment = new xray.Segment("handler");
  const traced = xray.captureAWSv3Client(new Ivs({}), segment);
  await xray.getNamespace().runPromise(async () => {
    xray.setSegment(segment);
    await traced.getChannel({ arn: arn ?? "" });
    await traced.getStream({ channelArn: arn }).catch(() => {});
  });
  for (const part of JSON.parse(JSON.stringify(segment)).subsegments) print(`traced: ${part.name} ${part.aws.operation} ${part.http.response.status} ${part.aws.region ?? ""}`);

  const deleted = await Promise.all(channels.map((each) => client.send(new DeleteChannelCommand({ arn: each.arn }))));
  print(`deleted ${deleted.length}; ${counts.calls} calls, ${counts.attempts} attempts`);
  print(client.middlewareStack.identify().filter((line) => /count|mark/.test(line)).join("; "));
  await proxied(print);
  await test(print);
}

/** Trusts the company's own authority: the options of `HttpsProxyAgent` are for the connection to the proxy alone. @extends {HttpsProxyAgent<string>} */
class CompanyProxyAgent extends HttpsProxyAgent {
  /** @param {string} proxy @param {Buffer} ca */
  constructor(proxy, ca) {
    super(proxy);
    this.ca = ca;
  }
  /** @override @param {import("node:http").ClientRequest} request @param {Parameters<HttpsProxyAgent<string>["connect"]>[1]} options */
  connect(request, options) {
    const trusting = { ...options, ca: this.ca };
    return super.connect(request, trusting);
  }
}

/** What the program does from inside a company, where nothing leaves but through the proxy. @param {(line: string) => void} print */
async function proxied(print) {
  const { HTTPS_PROXY = "", COMPANY_CA = "", STUDIO_ENDPOINT = "" } = process.env;
  const requestHandler = new NodeHttpHandler({
    connectionTimeout: 5_000,
    httpAgent: new HttpProxyAgent(HTTPS_PROXY),
    httpsAgent: new CompanyProxyAgent(HTTPS_PROXY, readFileSync(COMPANY_CA)),
  });
  const plain = new IvsClient({ requestHandler });
  const secure = new IvsClient({ requestHandler, endpoint: STUDIO_ENDPOINT });
  const { channel } = await plain.send(new CreateChannelCommand({ name: "proxied" }));
  const found = await list(secure, 1);
  const gone = await plain.send(new GetChannelCommand({ arn: `${channel?.arn?.slice(0, -12)}AbCdEfGhIjKl` })).catch((error) => error);
  print(`behind a proxy: ${found.channels.map(({ name }) => name)} on ${found.pages} pages, ${logged(gone)}`);
  await Promise.all([secure, plain].map((client) => client.send(new ListChannelsCommand({}))));
  await secure.send(new DeleteChannelCommand({ arn: channel?.arn }));

  // A tunnel for plain requests too; and a proxy that is not there.
  const tunnelled = new IvsClient({ requestHandler: { httpAgent: new HttpsProxyAgent(HTTPS_PROXY) } });
  print(`in a tunnel: ${(await list(tunnelled, 5)).channels.length} channels`);
  const nowhere = new IvsClient({ requestHandler: new NodeHttpHandler({ httpAgent: new HttpProxyAgent("http://127.0.0.1:9") }), maxAttempts: 1 });
  const lost = await nowhere.send(new ListChannelsCommand({})).catch((error) => error);
  print(`no proxy: ${lost instanceof IvsServiceException} ${lost instanceof Error} ${lost.code}`);
  for (const client of [plain, secure, tunnelled, nowhere]) client.destroy();
}

/** The program's unit tests. @param {(line: string) => void} print */
async function test(print) {
  const mock = mockClient(IvsClient);
  try {
    mock.on(ListChannelsCommand).resolves({ channels: [{ arn: "b", name: "two" }] });
    mock.on(ListChannelsCommand, { nextToken: undefined }).resolves({ channels: [{ arn: "a", name: "one" }], nextToken: "more" });
    mock.on(GetChannelCommand, { arn: "a" }).resolves({ channel: { arn: "a", name: "one", latencyMode: "LOW" } });
    mock.on(GetChannelCommand, { arn: "b" }).rejects(new ResourceNotFoundException({ message: "gone", $metadata: { httpStatusCode: 404 } }));
    const client = new IvsClient({});
    const { channels, pages } = await list(client, 1);
    const { channel } = await client.send(new GetChannelCommand({ arn: "a" }));
    const error = await client.send(new GetChannelCommand({ arn: "b" })).catch((error) => error);
    const inputs = mock.commandCalls(GetChannelCommand).map((call) => call.args[0].input.arn);
    print(`mocked: ${channels.length} on ${pages} pages, ${channel?.name}, ${error instanceof ResourceNotFoundException} ${error.message}, ${inputs}`);
  } finally {
    mock.restore();
  }
}
