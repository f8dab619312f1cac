// What users write, checked by the compiler and never run. Each `@ts-expect-error` fails when the line below it compiles.

import {
  ChannelLatencyMode,
  ChannelType,
  Client,
  Command,
  ConflictException,
  CreateChannelCommand,
  exceptions,
  IvsClient,
  IvsServiceException,
  ListStreamsCommand,
  NotPageableError,
  paginateListChannels,
  paginateListStreamKeys,
  PaginationError,
  ParamValidationError,
  presignRequest,
  PutMetadataCommand,
  signRequest,
  UntagResourceCommand,
  WaiterError,
  WaiterState,
  waitUntilRecordingConfigurationActive,
  waitUntilStreamLive,
  waitUntilStreamOffline,
} from "ivs-wasm";
import type {
  CallOptions,
  Channel,
  CreateChannelCommandInput,
  CreateChannelCommandOutput,
  CreateChannelRequest,
  CreateChannelResponse,
  DeleteChannelCommandOutput,
  GetStreamCommandInput,
  IvsClientConfig,
  IvsPaginationConfiguration,
  ItemPaginator,
  ChannelSummary,
  ListChannelsCommandOutput,
  ListStreamKeysCommandOutput,
  PaginationConfig,
  PaginationConfiguration,
  Paginator,
  ResponseMetadata,
  StreamKeySummary,
  StreamSummary,
  WaiterConfiguration,
  WaiterResult,
} from "ivs-wasm";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const config: IvsClientConfig = { region: "us-west-2", credentials: { accessKeyId: "id", secretAccessKey: "secret" } };
const ivs: Client = new IvsClient(config);
const client = new IvsClient({ ...config, fetch: globalThis.fetch, logger: console });
new IvsClient();

export async function methods(options: CallOptions) {
  const input: CreateChannelCommandInput = { name: "launch-party", latencyMode: "LOW", type: ChannelType.BASIC };
  const created = await client.createChannel(input, options);
  same<typeof created, CreateChannelCommandOutput>(true);
  same<typeof created.channel, Channel | undefined>(true);
  same<typeof created.$metadata, ResponseMetadata>(true);
  await client.createChannel();
  await client.createChannel({ name: undefined, tags: { a: "b" } });
  const { channel } = await client.getChannel({ arn: created.channel?.arn ?? "" });
  const tags: Record<string, string> | undefined = channel?.tags;

  const { streams } = await client.listStreams({ filterBy: { health: "HEALTHY" } });
  same<typeof streams, StreamSummary[]>(true);
  const started: Date | undefined = streams[0]?.startTime;
  const viewers: number | undefined = streams[0]?.viewerCount;
  const deleted: DeleteChannelCommandOutput = await client.deleteChannel({ arn: "arn" });
  await client.untagResource({ resourceArn: "arn", tagKeys: ["a"] });

  const url: string = await client.generatePresignedUrl("list_channels", { params: { maxResults: 5 }, expiresIn: 60, httpMethod: "POST" });
  await ivs.generatePresignedUrl("listChannels");

  // @ts-expect-error a number of seconds
  await client.generatePresignedUrl("listChannels", { expiresIn: "60" });
  // @ts-expect-error a required member
  await client.getChannel({});
  // @ts-expect-error a required input
  await client.getChannel();
  // @ts-expect-error an unknown member
  await client.createChannel({ title: "x" });
  // @ts-expect-error not a value of the enumeration
  await client.createChannel({ latencyMode: "QUICK" });
  // @ts-expect-error a number for a string
  await client.createChannel({ name: 5 });
  // @ts-expect-error one key for a list of them
  await client.untagResource({ resourceArn: "arn", tagKeys: "a" });
  return { tags, started, viewers, status: deleted.$metadata.httpStatusCode };
}

export async function commands() {
  const command = new CreateChannelCommand({ name: "launch-party" });
  const input: CreateChannelRequest = command.input;
  const created = await client.send(command);
  same<typeof created, CreateChannelCommandOutput>(true);
  const response: CreateChannelResponse = await ivs.send(new CreateChannelCommand({}));
  const { streams } = await client.send(new ListStreamsCommand());
  same<typeof streams, StreamSummary[]>(true);
  const done = await client.send(new PutMetadataCommand({ channelArn: "arn", metadata: "{}" }));
  same<keyof typeof done, "$metadata">(true);
  const any: Command<CreateChannelCommandInput, CreateChannelCommandOutput> = command;

  // @ts-expect-error a required member
  new UntagResourceCommand({ resourceArn: "arn" });
  // @ts-expect-error a required input
  new UntagResourceCommand();
  // @ts-expect-error not a command
  await client.send({ name: "launch-party" });
  return { input, response, any };
}

export function enumerations(mode: ChannelLatencyMode): "NORMAL" | "LOW" {
  const low: "LOW" = ChannelLatencyMode.LOW;
  const sdk: "LOW" = ChannelLatencyMode.LowLatency;
  // @ts-expect-error it is frozen
  ChannelLatencyMode.LOW = "NORMAL";
  return mode === low ? sdk : mode;
}

export function errors(error: unknown): string {
  if (error instanceof ConflictException) {
    const name: "ConflictException" = error.name;
    const fault: "client" = error.$fault;
    return `${name} ${fault} ${error.exceptionMessage ?? error.message}`;
  }
  if (error instanceof client.exceptions.ThrottlingException) return error.name;
  if (error instanceof exceptions.StreamUnavailable) return error.$fault satisfies "server";
  if (error instanceof IvsServiceException) return `${error.$metadata.requestId}`;
  if (error instanceof ParamValidationError) return error.problems.map(({ path, message }) => `${path}: ${message}`).join();
  return "other";
}

export async function signing(request: Request) {
  const options = { credentials: { accessKeyId: "id", secretAccessKey: "secret" }, region: "us-east-1", service: "sqs" };
  const { url, method, headers } = await signRequest({ url: request.url, headers: request.headers }, options);
  const presigned: string = await presignRequest({ url }, { ...options, expiresIn: 60 });
  // @ts-expect-error a required option
  await signRequest({ url }, { region: "us-east-1", service: "sqs" });
  return fetch(presigned, { method, headers });
}

export async function pages(options: CallOptions) {
  const config: IvsPaginationConfiguration = { client, pageSize: 10, stopOnSameToken: true, withCommand: (command) => command };
  const general: PaginationConfiguration = config;
  const paginator: Paginator<ListChannelsCommandOutput> = paginateListChannels(config, { filterByName: "x" }, options);
  for await (const page of paginator) same<typeof page, ListChannelsCommandOutput>(true);
  for await (const { streamKeys } of paginateListStreamKeys({ client }, { channelArn: "arn" })) same<typeof streamKeys, StreamKeySummary[]>(true);

  const keyPages: ItemPaginator<ListStreamKeysCommandOutput, StreamKeySummary> = paginateListStreamKeys({ client }, { channelArn: "arn" });
  for await (const key of keyPages.items()) same<typeof key, StreamKeySummary>(true);
  for await (const { arn } of paginateListChannels({ client }, {}).items()) same<typeof arn, string | undefined>(true);

  const settings: PaginationConfig = { MaxItems: 10, PageSize: "5", StartingToken: undefined };
  const found = client.getPaginator("listChannels").paginate({ filterByName: "x", PaginationConfig: settings }, options);
  for await (const page of found) same<typeof page, ListChannelsCommandOutput>(true);
  const token: string | undefined = found.resumeToken;
  const { channels, NextToken } = await found.buildFullResult();
  const first: string | undefined = channels[0]?.arn ?? NextToken;
  client.getPaginator("ListChannels").paginate();
  const keys = client.getPaginator("list_stream_keys").paginate({ channelArn: "arn" });
  for await (const page of keys) same<typeof page, ListStreamKeysCommandOutput>(true);
  for await (const key of keys.items()) same<typeof key, StreamKeySummary>(true);
  for await (const channel of found.items()) same<typeof channel, ChannelSummary>(true);
  const can: boolean = client.canPaginate("anything");

  // @ts-expect-error the channel's ARN is required
  client.getPaginator("listStreamKeys").paginate();
  // @ts-expect-error the channel's ARN is required
  paginateListStreamKeys({ client }, {});
  // @ts-expect-error an operation without pages
  client.getPaginator("createChannel");
  // @ts-expect-error the setting is `MaxItems`
  client.getPaginator("listChannels").paginate({ PaginationConfig: { maxItems: 5 } });
  // @ts-expect-error a paginator needs a client
  paginateListChannels({ pageSize: 5 }, {});
  return { general, token, first, can, errors: [NotPageableError, PaginationError] };
}

export async function waiters(input: GetStreamCommandInput, abortSignal: AbortSignal) {
  const config: WaiterConfiguration<IvsClient> = { client, maxWaitTime: 60, minDelay: 1, maxDelay: 5, abortSignal };
  const result: WaiterResult = await waitUntilStreamLive(config, input);
  const done: boolean = result.state === WaiterState.SUCCESS;
  await waitUntilStreamOffline(config, input);
  await waitUntilRecordingConfigurationActive({ client, maxWaitTime: 60 }, { arn: "arn" });
  await client.getWaiter("stream_live").wait({ ...input, WaiterConfig: { Delay: 1, MaxAttempts: 5 } }, { abortSignal });
  await client.getWaiter("recordingConfigurationActive").wait({ arn: "arn" });
  const names: string[] = client.waiterNames;
  const reason = (error: unknown) => (error instanceof WaiterError ? error.reason : undefined);

  // @ts-expect-error no waiter has this name
  client.getWaiter("channel_live");
  // @ts-expect-error this one waits for a channel's stream
  await client.getWaiter("stream_offline").wait({ arn: "arn" });
  // @ts-expect-error maxWaitTime is required
  await waitUntilStreamLive({ client }, input);
  return { done, names, reason };
}
