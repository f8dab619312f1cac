// A program for `@aws-sdk/client-ivs`, as its users write them: a small studio that manages its channels. The tests run it with that package
// and with this one, changing nothing but the name in the next import, and expect the same lines.

import {
  ChannelLatencyMode,
  ChannelNotBroadcasting,
  ChannelType,
  CreateChannelCommand,
  CreateStreamKeyCommand,
  DeleteChannelCommand,
  GetChannelCommand,
  GetStreamCommand,
  Ivs,
  IvsClient,
  IvsServiceException,
  ListTagsForResourceCommand,
  paginateListChannels,
  ResourceNotFoundException,
  TagResourceCommand,
  UntagResourceCommand,
  UpdateChannelCommand,
} from "@aws-sdk/client-ivs";

/**
 * @param {{ endpoint: string, region: string, credentials: { accessKeyId: string, secretAccessKey: string } }} account
 * @param {(line: string) => void} print
 */
export async function run({ endpoint, region, credentials }, print) {
  let asked = 0;
  const provider = async () => {
    asked += 1;
    return { ...credentials, expiration: new Date(Date.now() + 3_600_000) };
  };
  const config = { endpoint, region, credentials: provider, maxAttempts: 2, retryMode: /** @type {const} */ ("standard") };
  const client = new IvsClient(config);

  // The week's shows, each with its own channel.
  const shows = ["monday", "tuesday", "wednesday", "thursday", "friday"];
  for (const [index, name] of shows.entries()) {
    const { channel, streamKey, $metadata } = await client.send(
      new CreateChannelCommand({
        name: `show-${name}`,
        type: index % 2 ? ChannelType.BasicChannelType : ChannelType.AdvancedHDChannelType,
        latencyMode: ChannelLatencyMode.LowLatency,
        tags: { day: String(index + 1), crew: "möwe" },
      }),
    );
    print(`${channel?.name} is ${channel?.type}, ${channel?.latencyMode}, key ${streamKey?.value ? "kept" : "missing"}, ${describe($metadata)}`);
  }

  // Three pages of two, two and one.
  /** @type {Map<string, string>} */
  const arns = new Map();
  for await (const page of paginateListChannels({ client, pageSize: 2 }, {})) {
    print(`a page of ${page.channels?.length}, ${page.nextToken ? "and more" : "the last"}`);
    for (const { name = "", arn = "" } of page.channels ?? []) arns.set(name, arn);
  }
  print(`all: ${[...arns.keys()].sort().join(" ")}`);

  // The output of GetChannel is spread into an update, with one change.
  const arn = arns.get("show-monday") ?? "";
  const { channel } = await client.send(new GetChannelCommand({ arn }));
  const updated = await client.send(new UpdateChannelCommand({ ...channel, arn, name: "show-sunday", authorized: true }));
  print(`${channel?.name} becomes ${updated.channel?.name}, still ${updated.channel?.type}, authorized: ${updated.channel?.authorized}`);

  await client.send(new TagResourceCommand({ resourceArn: arn, tags: { day: "7", host: "" } }));
  await client.send(new UntagResourceCommand({ resourceArn: arn, tagKeys: ["crew", "host"] }));
  const { tags } = await client.send(new ListTagsForResourceCommand({ resourceArn: arn }));
  print(`tags: ${JSON.stringify(tags)}`);

  // What can go wrong, and how a program distinguishes it.
  const failing = {
    "nobody streams": () => client.send(new GetStreamCommand({ channelArn: arn })),
    "a second key": () => client.send(new CreateStreamKeyCommand({ channelArn: arn })),
    "no such channel": () => client.send(new GetChannelCommand({ arn: arn.replace(/\/.*/, "/AbCdEfGhIjKl") })),
    "not an ARN": () => client.send(new GetChannelCommand({ arn: "channel" })),
    "a wrong secret": () => new IvsClient({ ...config, credentials: { ...credentials, secretAccessKey: "wrong" } }).send(new GetChannelCommand({ arn })),
    "nobody there": () => new IvsClient({ ...config, endpoint: "http://127.0.0.1:9", maxAttempts: 1 }).send(new GetChannelCommand({ arn })),
  };
  for (const [what, fail] of Object.entries(failing)) print(`${what}: ${await fail().then(() => "nothing wrong", explain)}`);

  const controller = new AbortController();
  const aborted = client.send(new GetChannelCommand({ arn }), { abortSignal: controller.signal });
  controller.abort();
  print(`aborted: ${await aborted.then(() => "too late", (error) => error.name)}`);

  // The aggregated client, with promises, a callback and pages.
  const ivs = new Ivs(config);
  print(`by method: ${(await ivs.getChannel({ arn })).channel?.name}`);
  const called = new Promise((resolve) => ivs.getChannel({ arn }, (error, data) => resolve(error ?? data?.channel?.latencyMode)));
  print(`by callback: ${await called}`);
  const refused = new Promise((resolve) => ivs.getStream({ channelArn: arn }, (error) => resolve(error instanceof ChannelNotBroadcasting)));
  print(`refused by callback: ${await refused}`);
  for await (const { channels } of ivs.paginateListChannels({ filterByName: "show-friday" }, { pageSize: 1 })) print(`found ${channels?.length}`);
  print(`with options: ${(await ivs.listStreams({}, { requestTimeout: 10_000 })).streams?.length} streams`);

  const deleted = await Promise.all([...arns.values()].map((each) => client.send(new DeleteChannelCommand({ arn: each }))));
  print(`deleted: ${deleted.map(({ $metadata }) => $metadata.httpStatusCode).join(" ")}`);
  print(`the provider was asked ${asked} times, once by each client`);
  client.destroy();
  ivs.destroy();
}

/** @param {{ httpStatusCode?: number, requestId?: string, attempts?: number, totalRetryDelay?: number }} $metadata */
function describe({ httpStatusCode, requestId, attempts, totalRetryDelay }) {
  return `${httpStatusCode} after ${attempts} attempt, ${totalRetryDelay} ms of waiting, request ${requestId?.length} characters`;
}

/** @param {unknown} error */
function explain(error) {
  if (!(error instanceof IvsServiceException)) return `${error instanceof Error ? "an error" : "a value"} that is not the service's`;
  const { name, $fault, $metadata } = error;
  const known = error instanceof ResourceNotFoundException || error instanceof ChannelNotBroadcasting ? "known" : "other";
  switch (name) {
    case "ServiceQuotaExceededException":
      return `${known}, there are enough of them, ${$metadata.httpStatusCode}`;
    default:
      return `${known}, ${name}, ${$fault}, ${$metadata.httpStatusCode}, ${$metadata.attempts} attempt`;
  }
}
