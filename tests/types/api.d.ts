// The package's declarations, without comments. Written by `cargo xtask declarations`.
// SHA-256 of what was under Unreleased in CHANGELOG.md: 97f2313881cf6ddc55cf2507882a04917718ad2438c714d25cda36e3c7e8df2a

// index.d.ts
import {
  type Callback,
  type CallOptions,
  Client,
  Command,
  type IvsPaginationConfiguration,
  IvsServiceException,
  type Paginator,
  type ResponseMetadata,
} from "./types.js";
export * from "./types.js";
export declare class IvsClient extends Client {
  createChannel(input?: CreateChannelCommandInput, options?: CallOptions): Promise<CreateChannelCommandOutput>;
  getChannel(input: GetChannelCommandInput, options?: CallOptions): Promise<GetChannelCommandOutput>;
  batchGetChannel(input: BatchGetChannelCommandInput, options?: CallOptions): Promise<BatchGetChannelCommandOutput>;
  updateChannel(input: UpdateChannelCommandInput, options?: CallOptions): Promise<UpdateChannelCommandOutput>;
  deleteChannel(input: DeleteChannelCommandInput, options?: CallOptions): Promise<DeleteChannelCommandOutput>;
  listChannels(input?: ListChannelsCommandInput, options?: CallOptions): Promise<ListChannelsCommandOutput>;
  createStreamKey(input: CreateStreamKeyCommandInput, options?: CallOptions): Promise<CreateStreamKeyCommandOutput>;
  getStreamKey(input: GetStreamKeyCommandInput, options?: CallOptions): Promise<GetStreamKeyCommandOutput>;
  batchGetStreamKey(input: BatchGetStreamKeyCommandInput, options?: CallOptions): Promise<BatchGetStreamKeyCommandOutput>;
  deleteStreamKey(input: DeleteStreamKeyCommandInput, options?: CallOptions): Promise<DeleteStreamKeyCommandOutput>;
  listStreamKeys(input: ListStreamKeysCommandInput, options?: CallOptions): Promise<ListStreamKeysCommandOutput>;
  getStream(input: GetStreamCommandInput, options?: CallOptions): Promise<GetStreamCommandOutput>;
  listStreams(input?: ListStreamsCommandInput, options?: CallOptions): Promise<ListStreamsCommandOutput>;
  stopStream(input: StopStreamCommandInput, options?: CallOptions): Promise<StopStreamCommandOutput>;
  putMetadata(input: PutMetadataCommandInput, options?: CallOptions): Promise<PutMetadataCommandOutput>;
  getStreamSession(input: GetStreamSessionCommandInput, options?: CallOptions): Promise<GetStreamSessionCommandOutput>;
  listStreamSessions(input: ListStreamSessionsCommandInput, options?: CallOptions): Promise<ListStreamSessionsCommandOutput>;
  importPlaybackKeyPair(input: ImportPlaybackKeyPairCommandInput, options?: CallOptions): Promise<ImportPlaybackKeyPairCommandOutput>;
  getPlaybackKeyPair(input: GetPlaybackKeyPairCommandInput, options?: CallOptions): Promise<GetPlaybackKeyPairCommandOutput>;
  deletePlaybackKeyPair(input: DeletePlaybackKeyPairCommandInput, options?: CallOptions): Promise<DeletePlaybackKeyPairCommandOutput>;
  listPlaybackKeyPairs(input?: ListPlaybackKeyPairsCommandInput, options?: CallOptions): Promise<ListPlaybackKeyPairsCommandOutput>;
  createPlaybackRestrictionPolicy(input?: CreatePlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<CreatePlaybackRestrictionPolicyCommandOutput>;
  getPlaybackRestrictionPolicy(input: GetPlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<GetPlaybackRestrictionPolicyCommandOutput>;
  updatePlaybackRestrictionPolicy(input: UpdatePlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<UpdatePlaybackRestrictionPolicyCommandOutput>;
  deletePlaybackRestrictionPolicy(input: DeletePlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<DeletePlaybackRestrictionPolicyCommandOutput>;
  listPlaybackRestrictionPolicies(input?: ListPlaybackRestrictionPoliciesCommandInput, options?: CallOptions): Promise<ListPlaybackRestrictionPoliciesCommandOutput>;
  createRecordingConfiguration(input: CreateRecordingConfigurationCommandInput, options?: CallOptions): Promise<CreateRecordingConfigurationCommandOutput>;
  getRecordingConfiguration(input: GetRecordingConfigurationCommandInput, options?: CallOptions): Promise<GetRecordingConfigurationCommandOutput>;
  deleteRecordingConfiguration(input: DeleteRecordingConfigurationCommandInput, options?: CallOptions): Promise<DeleteRecordingConfigurationCommandOutput>;
  listRecordingConfigurations(input?: ListRecordingConfigurationsCommandInput, options?: CallOptions): Promise<ListRecordingConfigurationsCommandOutput>;
  createAdConfiguration(input: CreateAdConfigurationCommandInput, options?: CallOptions): Promise<CreateAdConfigurationCommandOutput>;
  getAdConfiguration(input: GetAdConfigurationCommandInput, options?: CallOptions): Promise<GetAdConfigurationCommandOutput>;
  updateAdConfiguration(input: UpdateAdConfigurationCommandInput, options?: CallOptions): Promise<UpdateAdConfigurationCommandOutput>;
  deleteAdConfiguration(input: DeleteAdConfigurationCommandInput, options?: CallOptions): Promise<DeleteAdConfigurationCommandOutput>;
  listAdConfigurations(input?: ListAdConfigurationsCommandInput, options?: CallOptions): Promise<ListAdConfigurationsCommandOutput>;
  insertAdBreak(input: InsertAdBreakCommandInput, options?: CallOptions): Promise<InsertAdBreakCommandOutput>;
  createFailoverSlateConfiguration(input?: CreateFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<CreateFailoverSlateConfigurationCommandOutput>;
  getFailoverSlateConfiguration(input: GetFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<GetFailoverSlateConfigurationCommandOutput>;
  updateFailoverSlateConfiguration(input: UpdateFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<UpdateFailoverSlateConfigurationCommandOutput>;
  deleteFailoverSlateConfiguration(input: DeleteFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<DeleteFailoverSlateConfigurationCommandOutput>;
  listFailoverSlateConfigurations(input?: ListFailoverSlateConfigurationsCommandInput, options?: CallOptions): Promise<ListFailoverSlateConfigurationsCommandOutput>;
  startViewerSessionRevocation(input: StartViewerSessionRevocationCommandInput, options?: CallOptions): Promise<StartViewerSessionRevocationCommandOutput>;
  batchStartViewerSessionRevocation(input: BatchStartViewerSessionRevocationCommandInput, options?: CallOptions): Promise<BatchStartViewerSessionRevocationCommandOutput>;
  tagResource(input: TagResourceCommandInput, options?: CallOptions): Promise<TagResourceCommandOutput>;
  untagResource(input: UntagResourceCommandInput, options?: CallOptions): Promise<UntagResourceCommandOutput>;
  listTagsForResource(input: ListTagsForResourceCommandInput, options?: CallOptions): Promise<ListTagsForResourceCommandOutput>;
}
export declare class Ivs extends IvsClient {
  createChannel(args?: CreateChannelCommandInput, options?: CallOptions): Promise<CreateChannelCommandOutput>;
  createChannel(args: CreateChannelCommandInput, callback: Callback<CreateChannelCommandOutput>): void;
  createChannel(args: CreateChannelCommandInput, options: CallOptions | undefined, callback: Callback<CreateChannelCommandOutput>): void;
  getChannel(args: GetChannelCommandInput, options?: CallOptions): Promise<GetChannelCommandOutput>;
  getChannel(args: GetChannelCommandInput, callback: Callback<GetChannelCommandOutput>): void;
  getChannel(args: GetChannelCommandInput, options: CallOptions | undefined, callback: Callback<GetChannelCommandOutput>): void;
  batchGetChannel(args: BatchGetChannelCommandInput, options?: CallOptions): Promise<BatchGetChannelCommandOutput>;
  batchGetChannel(args: BatchGetChannelCommandInput, callback: Callback<BatchGetChannelCommandOutput>): void;
  batchGetChannel(args: BatchGetChannelCommandInput, options: CallOptions | undefined, callback: Callback<BatchGetChannelCommandOutput>): void;
  updateChannel(args: UpdateChannelCommandInput, options?: CallOptions): Promise<UpdateChannelCommandOutput>;
  updateChannel(args: UpdateChannelCommandInput, callback: Callback<UpdateChannelCommandOutput>): void;
  updateChannel(args: UpdateChannelCommandInput, options: CallOptions | undefined, callback: Callback<UpdateChannelCommandOutput>): void;
  deleteChannel(args: DeleteChannelCommandInput, options?: CallOptions): Promise<DeleteChannelCommandOutput>;
  deleteChannel(args: DeleteChannelCommandInput, callback: Callback<DeleteChannelCommandOutput>): void;
  deleteChannel(args: DeleteChannelCommandInput, options: CallOptions | undefined, callback: Callback<DeleteChannelCommandOutput>): void;
  listChannels(args?: ListChannelsCommandInput, options?: CallOptions): Promise<ListChannelsCommandOutput>;
  listChannels(args: ListChannelsCommandInput, callback: Callback<ListChannelsCommandOutput>): void;
  listChannels(args: ListChannelsCommandInput, options: CallOptions | undefined, callback: Callback<ListChannelsCommandOutput>): void;
  createStreamKey(args: CreateStreamKeyCommandInput, options?: CallOptions): Promise<CreateStreamKeyCommandOutput>;
  createStreamKey(args: CreateStreamKeyCommandInput, callback: Callback<CreateStreamKeyCommandOutput>): void;
  createStreamKey(args: CreateStreamKeyCommandInput, options: CallOptions | undefined, callback: Callback<CreateStreamKeyCommandOutput>): void;
  getStreamKey(args: GetStreamKeyCommandInput, options?: CallOptions): Promise<GetStreamKeyCommandOutput>;
  getStreamKey(args: GetStreamKeyCommandInput, callback: Callback<GetStreamKeyCommandOutput>): void;
  getStreamKey(args: GetStreamKeyCommandInput, options: CallOptions | undefined, callback: Callback<GetStreamKeyCommandOutput>): void;
  batchGetStreamKey(args: BatchGetStreamKeyCommandInput, options?: CallOptions): Promise<BatchGetStreamKeyCommandOutput>;
  batchGetStreamKey(args: BatchGetStreamKeyCommandInput, callback: Callback<BatchGetStreamKeyCommandOutput>): void;
  batchGetStreamKey(args: BatchGetStreamKeyCommandInput, options: CallOptions | undefined, callback: Callback<BatchGetStreamKeyCommandOutput>): void;
  deleteStreamKey(args: DeleteStreamKeyCommandInput, options?: CallOptions): Promise<DeleteStreamKeyCommandOutput>;
  deleteStreamKey(args: DeleteStreamKeyCommandInput, callback: Callback<DeleteStreamKeyCommandOutput>): void;
  deleteStreamKey(args: DeleteStreamKeyCommandInput, options: CallOptions | undefined, callback: Callback<DeleteStreamKeyCommandOutput>): void;
  listStreamKeys(args: ListStreamKeysCommandInput, options?: CallOptions): Promise<ListStreamKeysCommandOutput>;
  listStreamKeys(args: ListStreamKeysCommandInput, callback: Callback<ListStreamKeysCommandOutput>): void;
  listStreamKeys(args: ListStreamKeysCommandInput, options: CallOptions | undefined, callback: Callback<ListStreamKeysCommandOutput>): void;
  getStream(args: GetStreamCommandInput, options?: CallOptions): Promise<GetStreamCommandOutput>;
  getStream(args: GetStreamCommandInput, callback: Callback<GetStreamCommandOutput>): void;
  getStream(args: GetStreamCommandInput, options: CallOptions | undefined, callback: Callback<GetStreamCommandOutput>): void;
  listStreams(args?: ListStreamsCommandInput, options?: CallOptions): Promise<ListStreamsCommandOutput>;
  listStreams(args: ListStreamsCommandInput, callback: Callback<ListStreamsCommandOutput>): void;
  listStreams(args: ListStreamsCommandInput, options: CallOptions | undefined, callback: Callback<ListStreamsCommandOutput>): void;
  stopStream(args: StopStreamCommandInput, options?: CallOptions): Promise<StopStreamCommandOutput>;
  stopStream(args: StopStreamCommandInput, callback: Callback<StopStreamCommandOutput>): void;
  stopStream(args: StopStreamCommandInput, options: CallOptions | undefined, callback: Callback<StopStreamCommandOutput>): void;
  putMetadata(args: PutMetadataCommandInput, options?: CallOptions): Promise<PutMetadataCommandOutput>;
  putMetadata(args: PutMetadataCommandInput, callback: Callback<PutMetadataCommandOutput>): void;
  putMetadata(args: PutMetadataCommandInput, options: CallOptions | undefined, callback: Callback<PutMetadataCommandOutput>): void;
  getStreamSession(args: GetStreamSessionCommandInput, options?: CallOptions): Promise<GetStreamSessionCommandOutput>;
  getStreamSession(args: GetStreamSessionCommandInput, callback: Callback<GetStreamSessionCommandOutput>): void;
  getStreamSession(args: GetStreamSessionCommandInput, options: CallOptions | undefined, callback: Callback<GetStreamSessionCommandOutput>): void;
  listStreamSessions(args: ListStreamSessionsCommandInput, options?: CallOptions): Promise<ListStreamSessionsCommandOutput>;
  listStreamSessions(args: ListStreamSessionsCommandInput, callback: Callback<ListStreamSessionsCommandOutput>): void;
  listStreamSessions(args: ListStreamSessionsCommandInput, options: CallOptions | undefined, callback: Callback<ListStreamSessionsCommandOutput>): void;
  importPlaybackKeyPair(args: ImportPlaybackKeyPairCommandInput, options?: CallOptions): Promise<ImportPlaybackKeyPairCommandOutput>;
  importPlaybackKeyPair(args: ImportPlaybackKeyPairCommandInput, callback: Callback<ImportPlaybackKeyPairCommandOutput>): void;
  importPlaybackKeyPair(args: ImportPlaybackKeyPairCommandInput, options: CallOptions | undefined, callback: Callback<ImportPlaybackKeyPairCommandOutput>): void;
  getPlaybackKeyPair(args: GetPlaybackKeyPairCommandInput, options?: CallOptions): Promise<GetPlaybackKeyPairCommandOutput>;
  getPlaybackKeyPair(args: GetPlaybackKeyPairCommandInput, callback: Callback<GetPlaybackKeyPairCommandOutput>): void;
  getPlaybackKeyPair(args: GetPlaybackKeyPairCommandInput, options: CallOptions | undefined, callback: Callback<GetPlaybackKeyPairCommandOutput>): void;
  deletePlaybackKeyPair(args: DeletePlaybackKeyPairCommandInput, options?: CallOptions): Promise<DeletePlaybackKeyPairCommandOutput>;
  deletePlaybackKeyPair(args: DeletePlaybackKeyPairCommandInput, callback: Callback<DeletePlaybackKeyPairCommandOutput>): void;
  deletePlaybackKeyPair(args: DeletePlaybackKeyPairCommandInput, options: CallOptions | undefined, callback: Callback<DeletePlaybackKeyPairCommandOutput>): void;
  listPlaybackKeyPairs(args?: ListPlaybackKeyPairsCommandInput, options?: CallOptions): Promise<ListPlaybackKeyPairsCommandOutput>;
  listPlaybackKeyPairs(args: ListPlaybackKeyPairsCommandInput, callback: Callback<ListPlaybackKeyPairsCommandOutput>): void;
  listPlaybackKeyPairs(args: ListPlaybackKeyPairsCommandInput, options: CallOptions | undefined, callback: Callback<ListPlaybackKeyPairsCommandOutput>): void;
  createPlaybackRestrictionPolicy(args?: CreatePlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<CreatePlaybackRestrictionPolicyCommandOutput>;
  createPlaybackRestrictionPolicy(args: CreatePlaybackRestrictionPolicyCommandInput, callback: Callback<CreatePlaybackRestrictionPolicyCommandOutput>): void;
  createPlaybackRestrictionPolicy(args: CreatePlaybackRestrictionPolicyCommandInput, options: CallOptions | undefined, callback: Callback<CreatePlaybackRestrictionPolicyCommandOutput>): void;
  getPlaybackRestrictionPolicy(args: GetPlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<GetPlaybackRestrictionPolicyCommandOutput>;
  getPlaybackRestrictionPolicy(args: GetPlaybackRestrictionPolicyCommandInput, callback: Callback<GetPlaybackRestrictionPolicyCommandOutput>): void;
  getPlaybackRestrictionPolicy(args: GetPlaybackRestrictionPolicyCommandInput, options: CallOptions | undefined, callback: Callback<GetPlaybackRestrictionPolicyCommandOutput>): void;
  updatePlaybackRestrictionPolicy(args: UpdatePlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<UpdatePlaybackRestrictionPolicyCommandOutput>;
  updatePlaybackRestrictionPolicy(args: UpdatePlaybackRestrictionPolicyCommandInput, callback: Callback<UpdatePlaybackRestrictionPolicyCommandOutput>): void;
  updatePlaybackRestrictionPolicy(args: UpdatePlaybackRestrictionPolicyCommandInput, options: CallOptions | undefined, callback: Callback<UpdatePlaybackRestrictionPolicyCommandOutput>): void;
  deletePlaybackRestrictionPolicy(args: DeletePlaybackRestrictionPolicyCommandInput, options?: CallOptions): Promise<DeletePlaybackRestrictionPolicyCommandOutput>;
  deletePlaybackRestrictionPolicy(args: DeletePlaybackRestrictionPolicyCommandInput, callback: Callback<DeletePlaybackRestrictionPolicyCommandOutput>): void;
  deletePlaybackRestrictionPolicy(args: DeletePlaybackRestrictionPolicyCommandInput, options: CallOptions | undefined, callback: Callback<DeletePlaybackRestrictionPolicyCommandOutput>): void;
  listPlaybackRestrictionPolicies(args?: ListPlaybackRestrictionPoliciesCommandInput, options?: CallOptions): Promise<ListPlaybackRestrictionPoliciesCommandOutput>;
  listPlaybackRestrictionPolicies(args: ListPlaybackRestrictionPoliciesCommandInput, callback: Callback<ListPlaybackRestrictionPoliciesCommandOutput>): void;
  listPlaybackRestrictionPolicies(args: ListPlaybackRestrictionPoliciesCommandInput, options: CallOptions | undefined, callback: Callback<ListPlaybackRestrictionPoliciesCommandOutput>): void;
  createRecordingConfiguration(args: CreateRecordingConfigurationCommandInput, options?: CallOptions): Promise<CreateRecordingConfigurationCommandOutput>;
  createRecordingConfiguration(args: CreateRecordingConfigurationCommandInput, callback: Callback<CreateRecordingConfigurationCommandOutput>): void;
  createRecordingConfiguration(args: CreateRecordingConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<CreateRecordingConfigurationCommandOutput>): void;
  getRecordingConfiguration(args: GetRecordingConfigurationCommandInput, options?: CallOptions): Promise<GetRecordingConfigurationCommandOutput>;
  getRecordingConfiguration(args: GetRecordingConfigurationCommandInput, callback: Callback<GetRecordingConfigurationCommandOutput>): void;
  getRecordingConfiguration(args: GetRecordingConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<GetRecordingConfigurationCommandOutput>): void;
  deleteRecordingConfiguration(args: DeleteRecordingConfigurationCommandInput, options?: CallOptions): Promise<DeleteRecordingConfigurationCommandOutput>;
  deleteRecordingConfiguration(args: DeleteRecordingConfigurationCommandInput, callback: Callback<DeleteRecordingConfigurationCommandOutput>): void;
  deleteRecordingConfiguration(args: DeleteRecordingConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<DeleteRecordingConfigurationCommandOutput>): void;
  listRecordingConfigurations(args?: ListRecordingConfigurationsCommandInput, options?: CallOptions): Promise<ListRecordingConfigurationsCommandOutput>;
  listRecordingConfigurations(args: ListRecordingConfigurationsCommandInput, callback: Callback<ListRecordingConfigurationsCommandOutput>): void;
  listRecordingConfigurations(args: ListRecordingConfigurationsCommandInput, options: CallOptions | undefined, callback: Callback<ListRecordingConfigurationsCommandOutput>): void;
  createAdConfiguration(args: CreateAdConfigurationCommandInput, options?: CallOptions): Promise<CreateAdConfigurationCommandOutput>;
  createAdConfiguration(args: CreateAdConfigurationCommandInput, callback: Callback<CreateAdConfigurationCommandOutput>): void;
  createAdConfiguration(args: CreateAdConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<CreateAdConfigurationCommandOutput>): void;
  getAdConfiguration(args: GetAdConfigurationCommandInput, options?: CallOptions): Promise<GetAdConfigurationCommandOutput>;
  getAdConfiguration(args: GetAdConfigurationCommandInput, callback: Callback<GetAdConfigurationCommandOutput>): void;
  getAdConfiguration(args: GetAdConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<GetAdConfigurationCommandOutput>): void;
  updateAdConfiguration(args: UpdateAdConfigurationCommandInput, options?: CallOptions): Promise<UpdateAdConfigurationCommandOutput>;
  updateAdConfiguration(args: UpdateAdConfigurationCommandInput, callback: Callback<UpdateAdConfigurationCommandOutput>): void;
  updateAdConfiguration(args: UpdateAdConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<UpdateAdConfigurationCommandOutput>): void;
  deleteAdConfiguration(args: DeleteAdConfigurationCommandInput, options?: CallOptions): Promise<DeleteAdConfigurationCommandOutput>;
  deleteAdConfiguration(args: DeleteAdConfigurationCommandInput, callback: Callback<DeleteAdConfigurationCommandOutput>): void;
  deleteAdConfiguration(args: DeleteAdConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<DeleteAdConfigurationCommandOutput>): void;
  listAdConfigurations(args?: ListAdConfigurationsCommandInput, options?: CallOptions): Promise<ListAdConfigurationsCommandOutput>;
  listAdConfigurations(args: ListAdConfigurationsCommandInput, callback: Callback<ListAdConfigurationsCommandOutput>): void;
  listAdConfigurations(args: ListAdConfigurationsCommandInput, options: CallOptions | undefined, callback: Callback<ListAdConfigurationsCommandOutput>): void;
  insertAdBreak(args: InsertAdBreakCommandInput, options?: CallOptions): Promise<InsertAdBreakCommandOutput>;
  insertAdBreak(args: InsertAdBreakCommandInput, callback: Callback<InsertAdBreakCommandOutput>): void;
  insertAdBreak(args: InsertAdBreakCommandInput, options: CallOptions | undefined, callback: Callback<InsertAdBreakCommandOutput>): void;
  createFailoverSlateConfiguration(args?: CreateFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<CreateFailoverSlateConfigurationCommandOutput>;
  createFailoverSlateConfiguration(args: CreateFailoverSlateConfigurationCommandInput, callback: Callback<CreateFailoverSlateConfigurationCommandOutput>): void;
  createFailoverSlateConfiguration(args: CreateFailoverSlateConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<CreateFailoverSlateConfigurationCommandOutput>): void;
  getFailoverSlateConfiguration(args: GetFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<GetFailoverSlateConfigurationCommandOutput>;
  getFailoverSlateConfiguration(args: GetFailoverSlateConfigurationCommandInput, callback: Callback<GetFailoverSlateConfigurationCommandOutput>): void;
  getFailoverSlateConfiguration(args: GetFailoverSlateConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<GetFailoverSlateConfigurationCommandOutput>): void;
  updateFailoverSlateConfiguration(args: UpdateFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<UpdateFailoverSlateConfigurationCommandOutput>;
  updateFailoverSlateConfiguration(args: UpdateFailoverSlateConfigurationCommandInput, callback: Callback<UpdateFailoverSlateConfigurationCommandOutput>): void;
  updateFailoverSlateConfiguration(args: UpdateFailoverSlateConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<UpdateFailoverSlateConfigurationCommandOutput>): void;
  deleteFailoverSlateConfiguration(args: DeleteFailoverSlateConfigurationCommandInput, options?: CallOptions): Promise<DeleteFailoverSlateConfigurationCommandOutput>;
  deleteFailoverSlateConfiguration(args: DeleteFailoverSlateConfigurationCommandInput, callback: Callback<DeleteFailoverSlateConfigurationCommandOutput>): void;
  deleteFailoverSlateConfiguration(args: DeleteFailoverSlateConfigurationCommandInput, options: CallOptions | undefined, callback: Callback<DeleteFailoverSlateConfigurationCommandOutput>): void;
  listFailoverSlateConfigurations(args?: ListFailoverSlateConfigurationsCommandInput, options?: CallOptions): Promise<ListFailoverSlateConfigurationsCommandOutput>;
  listFailoverSlateConfigurations(args: ListFailoverSlateConfigurationsCommandInput, callback: Callback<ListFailoverSlateConfigurationsCommandOutput>): void;
  listFailoverSlateConfigurations(args: ListFailoverSlateConfigurationsCommandInput, options: CallOptions | undefined, callback: Callback<ListFailoverSlateConfigurationsCommandOutput>): void;
  startViewerSessionRevocation(args: StartViewerSessionRevocationCommandInput, options?: CallOptions): Promise<StartViewerSessionRevocationCommandOutput>;
  startViewerSessionRevocation(args: StartViewerSessionRevocationCommandInput, callback: Callback<StartViewerSessionRevocationCommandOutput>): void;
  startViewerSessionRevocation(args: StartViewerSessionRevocationCommandInput, options: CallOptions | undefined, callback: Callback<StartViewerSessionRevocationCommandOutput>): void;
  batchStartViewerSessionRevocation(args: BatchStartViewerSessionRevocationCommandInput, options?: CallOptions): Promise<BatchStartViewerSessionRevocationCommandOutput>;
  batchStartViewerSessionRevocation(args: BatchStartViewerSessionRevocationCommandInput, callback: Callback<BatchStartViewerSessionRevocationCommandOutput>): void;
  batchStartViewerSessionRevocation(args: BatchStartViewerSessionRevocationCommandInput, options: CallOptions | undefined, callback: Callback<BatchStartViewerSessionRevocationCommandOutput>): void;
  tagResource(args: TagResourceCommandInput, options?: CallOptions): Promise<TagResourceCommandOutput>;
  tagResource(args: TagResourceCommandInput, callback: Callback<TagResourceCommandOutput>): void;
  tagResource(args: TagResourceCommandInput, options: CallOptions | undefined, callback: Callback<TagResourceCommandOutput>): void;
  untagResource(args: UntagResourceCommandInput, options?: CallOptions): Promise<UntagResourceCommandOutput>;
  untagResource(args: UntagResourceCommandInput, callback: Callback<UntagResourceCommandOutput>): void;
  untagResource(args: UntagResourceCommandInput, options: CallOptions | undefined, callback: Callback<UntagResourceCommandOutput>): void;
  listTagsForResource(args: ListTagsForResourceCommandInput, options?: CallOptions): Promise<ListTagsForResourceCommandOutput>;
  listTagsForResource(args: ListTagsForResourceCommandInput, callback: Callback<ListTagsForResourceCommandOutput>): void;
  listTagsForResource(args: ListTagsForResourceCommandInput, options: CallOptions | undefined, callback: Callback<ListTagsForResourceCommandOutput>): void;
  paginateListChannels(args?: ListChannelsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListChannelsCommandOutput>;
  paginateListStreamKeys(args: ListStreamKeysCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListStreamKeysCommandOutput>;
  paginateListStreams(args?: ListStreamsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListStreamsCommandOutput>;
  paginateListStreamSessions(args: ListStreamSessionsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListStreamSessionsCommandOutput>;
  paginateListPlaybackKeyPairs(args?: ListPlaybackKeyPairsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListPlaybackKeyPairsCommandOutput>;
  paginateListPlaybackRestrictionPolicies(args?: ListPlaybackRestrictionPoliciesCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListPlaybackRestrictionPoliciesCommandOutput>;
  paginateListRecordingConfigurations(args?: ListRecordingConfigurationsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListRecordingConfigurationsCommandOutput>;
  paginateListAdConfigurations(args?: ListAdConfigurationsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListAdConfigurationsCommandOutput>;
  paginateListFailoverSlateConfigurations(args?: ListFailoverSlateConfigurationsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): Paginator<ListFailoverSlateConfigurationsCommandOutput>;
}
export interface CreateChannelCommandInput extends CreateChannelRequest {}
export interface CreateChannelCommandOutput extends CreateChannelResponse {
  $metadata: ResponseMetadata;
}
export declare class CreateChannelCommand extends Command<CreateChannelCommandInput, CreateChannelCommandOutput> {
  constructor(input?: CreateChannelCommandInput);
}
export interface GetChannelCommandInput extends GetChannelRequest {}
export interface GetChannelCommandOutput extends GetChannelResponse {
  $metadata: ResponseMetadata;
}
export declare class GetChannelCommand extends Command<GetChannelCommandInput, GetChannelCommandOutput> {
  constructor(input: GetChannelCommandInput);
}
export interface BatchGetChannelCommandInput extends BatchGetChannelRequest {}
export interface BatchGetChannelCommandOutput extends BatchGetChannelResponse {
  $metadata: ResponseMetadata;
}
export declare class BatchGetChannelCommand extends Command<BatchGetChannelCommandInput, BatchGetChannelCommandOutput> {
  constructor(input: BatchGetChannelCommandInput);
}
export interface UpdateChannelCommandInput extends UpdateChannelRequest {}
export interface UpdateChannelCommandOutput extends UpdateChannelResponse {
  $metadata: ResponseMetadata;
}
export declare class UpdateChannelCommand extends Command<UpdateChannelCommandInput, UpdateChannelCommandOutput> {
  constructor(input: UpdateChannelCommandInput);
}
export interface DeleteChannelCommandInput extends DeleteChannelRequest {}
export interface DeleteChannelCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class DeleteChannelCommand extends Command<DeleteChannelCommandInput, DeleteChannelCommandOutput> {
  constructor(input: DeleteChannelCommandInput);
}
export interface ListChannelsCommandInput extends ListChannelsRequest {}
export interface ListChannelsCommandOutput extends ListChannelsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListChannelsCommand extends Command<ListChannelsCommandInput, ListChannelsCommandOutput> {
  constructor(input?: ListChannelsCommandInput);
}
export interface CreateStreamKeyCommandInput extends CreateStreamKeyRequest {}
export interface CreateStreamKeyCommandOutput extends CreateStreamKeyResponse {
  $metadata: ResponseMetadata;
}
export declare class CreateStreamKeyCommand extends Command<CreateStreamKeyCommandInput, CreateStreamKeyCommandOutput> {
  constructor(input: CreateStreamKeyCommandInput);
}
export interface GetStreamKeyCommandInput extends GetStreamKeyRequest {}
export interface GetStreamKeyCommandOutput extends GetStreamKeyResponse {
  $metadata: ResponseMetadata;
}
export declare class GetStreamKeyCommand extends Command<GetStreamKeyCommandInput, GetStreamKeyCommandOutput> {
  constructor(input: GetStreamKeyCommandInput);
}
export interface BatchGetStreamKeyCommandInput extends BatchGetStreamKeyRequest {}
export interface BatchGetStreamKeyCommandOutput extends BatchGetStreamKeyResponse {
  $metadata: ResponseMetadata;
}
export declare class BatchGetStreamKeyCommand extends Command<BatchGetStreamKeyCommandInput, BatchGetStreamKeyCommandOutput> {
  constructor(input: BatchGetStreamKeyCommandInput);
}
export interface DeleteStreamKeyCommandInput extends DeleteStreamKeyRequest {}
export interface DeleteStreamKeyCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class DeleteStreamKeyCommand extends Command<DeleteStreamKeyCommandInput, DeleteStreamKeyCommandOutput> {
  constructor(input: DeleteStreamKeyCommandInput);
}
export interface ListStreamKeysCommandInput extends ListStreamKeysRequest {}
export interface ListStreamKeysCommandOutput extends ListStreamKeysResponse {
  $metadata: ResponseMetadata;
}
export declare class ListStreamKeysCommand extends Command<ListStreamKeysCommandInput, ListStreamKeysCommandOutput> {
  constructor(input: ListStreamKeysCommandInput);
}
export interface GetStreamCommandInput extends GetStreamRequest {}
export interface GetStreamCommandOutput extends GetStreamResponse {
  $metadata: ResponseMetadata;
}
export declare class GetStreamCommand extends Command<GetStreamCommandInput, GetStreamCommandOutput> {
  constructor(input: GetStreamCommandInput);
}
export interface ListStreamsCommandInput extends ListStreamsRequest {}
export interface ListStreamsCommandOutput extends ListStreamsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListStreamsCommand extends Command<ListStreamsCommandInput, ListStreamsCommandOutput> {
  constructor(input?: ListStreamsCommandInput);
}
export interface StopStreamCommandInput extends StopStreamRequest {}
export interface StopStreamCommandOutput extends StopStreamResponse {
  $metadata: ResponseMetadata;
}
export declare class StopStreamCommand extends Command<StopStreamCommandInput, StopStreamCommandOutput> {
  constructor(input: StopStreamCommandInput);
}
export interface PutMetadataCommandInput extends PutMetadataRequest {}
export interface PutMetadataCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class PutMetadataCommand extends Command<PutMetadataCommandInput, PutMetadataCommandOutput> {
  constructor(input: PutMetadataCommandInput);
}
export interface GetStreamSessionCommandInput extends GetStreamSessionRequest {}
export interface GetStreamSessionCommandOutput extends GetStreamSessionResponse {
  $metadata: ResponseMetadata;
}
export declare class GetStreamSessionCommand extends Command<GetStreamSessionCommandInput, GetStreamSessionCommandOutput> {
  constructor(input: GetStreamSessionCommandInput);
}
export interface ListStreamSessionsCommandInput extends ListStreamSessionsRequest {}
export interface ListStreamSessionsCommandOutput extends ListStreamSessionsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListStreamSessionsCommand extends Command<ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput> {
  constructor(input: ListStreamSessionsCommandInput);
}
export interface ImportPlaybackKeyPairCommandInput extends ImportPlaybackKeyPairRequest {}
export interface ImportPlaybackKeyPairCommandOutput extends ImportPlaybackKeyPairResponse {
  $metadata: ResponseMetadata;
}
export declare class ImportPlaybackKeyPairCommand extends Command<ImportPlaybackKeyPairCommandInput, ImportPlaybackKeyPairCommandOutput> {
  constructor(input: ImportPlaybackKeyPairCommandInput);
}
export interface GetPlaybackKeyPairCommandInput extends GetPlaybackKeyPairRequest {}
export interface GetPlaybackKeyPairCommandOutput extends GetPlaybackKeyPairResponse {
  $metadata: ResponseMetadata;
}
export declare class GetPlaybackKeyPairCommand extends Command<GetPlaybackKeyPairCommandInput, GetPlaybackKeyPairCommandOutput> {
  constructor(input: GetPlaybackKeyPairCommandInput);
}
export interface DeletePlaybackKeyPairCommandInput extends DeletePlaybackKeyPairRequest {}
export interface DeletePlaybackKeyPairCommandOutput extends DeletePlaybackKeyPairResponse {
  $metadata: ResponseMetadata;
}
export declare class DeletePlaybackKeyPairCommand extends Command<DeletePlaybackKeyPairCommandInput, DeletePlaybackKeyPairCommandOutput> {
  constructor(input: DeletePlaybackKeyPairCommandInput);
}
export interface ListPlaybackKeyPairsCommandInput extends ListPlaybackKeyPairsRequest {}
export interface ListPlaybackKeyPairsCommandOutput extends ListPlaybackKeyPairsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListPlaybackKeyPairsCommand extends Command<ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput> {
  constructor(input?: ListPlaybackKeyPairsCommandInput);
}
export interface CreatePlaybackRestrictionPolicyCommandInput extends CreatePlaybackRestrictionPolicyRequest {}
export interface CreatePlaybackRestrictionPolicyCommandOutput extends CreatePlaybackRestrictionPolicyResponse {
  $metadata: ResponseMetadata;
}
export declare class CreatePlaybackRestrictionPolicyCommand extends Command<CreatePlaybackRestrictionPolicyCommandInput, CreatePlaybackRestrictionPolicyCommandOutput> {
  constructor(input?: CreatePlaybackRestrictionPolicyCommandInput);
}
export interface GetPlaybackRestrictionPolicyCommandInput extends GetPlaybackRestrictionPolicyRequest {}
export interface GetPlaybackRestrictionPolicyCommandOutput extends GetPlaybackRestrictionPolicyResponse {
  $metadata: ResponseMetadata;
}
export declare class GetPlaybackRestrictionPolicyCommand extends Command<GetPlaybackRestrictionPolicyCommandInput, GetPlaybackRestrictionPolicyCommandOutput> {
  constructor(input: GetPlaybackRestrictionPolicyCommandInput);
}
export interface UpdatePlaybackRestrictionPolicyCommandInput extends UpdatePlaybackRestrictionPolicyRequest {}
export interface UpdatePlaybackRestrictionPolicyCommandOutput extends UpdatePlaybackRestrictionPolicyResponse {
  $metadata: ResponseMetadata;
}
export declare class UpdatePlaybackRestrictionPolicyCommand extends Command<UpdatePlaybackRestrictionPolicyCommandInput, UpdatePlaybackRestrictionPolicyCommandOutput> {
  constructor(input: UpdatePlaybackRestrictionPolicyCommandInput);
}
export interface DeletePlaybackRestrictionPolicyCommandInput extends DeletePlaybackRestrictionPolicyRequest {}
export interface DeletePlaybackRestrictionPolicyCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class DeletePlaybackRestrictionPolicyCommand extends Command<DeletePlaybackRestrictionPolicyCommandInput, DeletePlaybackRestrictionPolicyCommandOutput> {
  constructor(input: DeletePlaybackRestrictionPolicyCommandInput);
}
export interface ListPlaybackRestrictionPoliciesCommandInput extends ListPlaybackRestrictionPoliciesRequest {}
export interface ListPlaybackRestrictionPoliciesCommandOutput extends ListPlaybackRestrictionPoliciesResponse {
  $metadata: ResponseMetadata;
}
export declare class ListPlaybackRestrictionPoliciesCommand extends Command<ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput> {
  constructor(input?: ListPlaybackRestrictionPoliciesCommandInput);
}
export interface CreateRecordingConfigurationCommandInput extends CreateRecordingConfigurationRequest {}
export interface CreateRecordingConfigurationCommandOutput extends CreateRecordingConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class CreateRecordingConfigurationCommand extends Command<CreateRecordingConfigurationCommandInput, CreateRecordingConfigurationCommandOutput> {
  constructor(input: CreateRecordingConfigurationCommandInput);
}
export interface GetRecordingConfigurationCommandInput extends GetRecordingConfigurationRequest {}
export interface GetRecordingConfigurationCommandOutput extends GetRecordingConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class GetRecordingConfigurationCommand extends Command<GetRecordingConfigurationCommandInput, GetRecordingConfigurationCommandOutput> {
  constructor(input: GetRecordingConfigurationCommandInput);
}
export interface DeleteRecordingConfigurationCommandInput extends DeleteRecordingConfigurationRequest {}
export interface DeleteRecordingConfigurationCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class DeleteRecordingConfigurationCommand extends Command<DeleteRecordingConfigurationCommandInput, DeleteRecordingConfigurationCommandOutput> {
  constructor(input: DeleteRecordingConfigurationCommandInput);
}
export interface ListRecordingConfigurationsCommandInput extends ListRecordingConfigurationsRequest {}
export interface ListRecordingConfigurationsCommandOutput extends ListRecordingConfigurationsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListRecordingConfigurationsCommand extends Command<ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput> {
  constructor(input?: ListRecordingConfigurationsCommandInput);
}
export interface CreateAdConfigurationCommandInput extends CreateAdConfigurationRequest {}
export interface CreateAdConfigurationCommandOutput extends CreateAdConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class CreateAdConfigurationCommand extends Command<CreateAdConfigurationCommandInput, CreateAdConfigurationCommandOutput> {
  constructor(input: CreateAdConfigurationCommandInput);
}
export interface GetAdConfigurationCommandInput extends GetAdConfigurationRequest {}
export interface GetAdConfigurationCommandOutput extends GetAdConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class GetAdConfigurationCommand extends Command<GetAdConfigurationCommandInput, GetAdConfigurationCommandOutput> {
  constructor(input: GetAdConfigurationCommandInput);
}
export interface UpdateAdConfigurationCommandInput extends UpdateAdConfigurationRequest {}
export interface UpdateAdConfigurationCommandOutput extends UpdateAdConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class UpdateAdConfigurationCommand extends Command<UpdateAdConfigurationCommandInput, UpdateAdConfigurationCommandOutput> {
  constructor(input: UpdateAdConfigurationCommandInput);
}
export interface DeleteAdConfigurationCommandInput extends DeleteAdConfigurationRequest {}
export interface DeleteAdConfigurationCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class DeleteAdConfigurationCommand extends Command<DeleteAdConfigurationCommandInput, DeleteAdConfigurationCommandOutput> {
  constructor(input: DeleteAdConfigurationCommandInput);
}
export interface ListAdConfigurationsCommandInput extends ListAdConfigurationsRequest {}
export interface ListAdConfigurationsCommandOutput extends ListAdConfigurationsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListAdConfigurationsCommand extends Command<ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput> {
  constructor(input?: ListAdConfigurationsCommandInput);
}
export interface InsertAdBreakCommandInput extends InsertAdBreakRequest {}
export interface InsertAdBreakCommandOutput extends InsertAdBreakResponse {
  $metadata: ResponseMetadata;
}
export declare class InsertAdBreakCommand extends Command<InsertAdBreakCommandInput, InsertAdBreakCommandOutput> {
  constructor(input: InsertAdBreakCommandInput);
}
export interface CreateFailoverSlateConfigurationCommandInput extends CreateFailoverSlateConfigurationRequest {}
export interface CreateFailoverSlateConfigurationCommandOutput extends CreateFailoverSlateConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class CreateFailoverSlateConfigurationCommand extends Command<CreateFailoverSlateConfigurationCommandInput, CreateFailoverSlateConfigurationCommandOutput> {
  constructor(input?: CreateFailoverSlateConfigurationCommandInput);
}
export interface GetFailoverSlateConfigurationCommandInput extends GetFailoverSlateConfigurationRequest {}
export interface GetFailoverSlateConfigurationCommandOutput extends GetFailoverSlateConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class GetFailoverSlateConfigurationCommand extends Command<GetFailoverSlateConfigurationCommandInput, GetFailoverSlateConfigurationCommandOutput> {
  constructor(input: GetFailoverSlateConfigurationCommandInput);
}
export interface UpdateFailoverSlateConfigurationCommandInput extends UpdateFailoverSlateConfigurationRequest {}
export interface UpdateFailoverSlateConfigurationCommandOutput extends UpdateFailoverSlateConfigurationResponse {
  $metadata: ResponseMetadata;
}
export declare class UpdateFailoverSlateConfigurationCommand extends Command<UpdateFailoverSlateConfigurationCommandInput, UpdateFailoverSlateConfigurationCommandOutput> {
  constructor(input: UpdateFailoverSlateConfigurationCommandInput);
}
export interface DeleteFailoverSlateConfigurationCommandInput extends DeleteFailoverSlateConfigurationRequest {}
export interface DeleteFailoverSlateConfigurationCommandOutput {
  $metadata: ResponseMetadata;
}
export declare class DeleteFailoverSlateConfigurationCommand extends Command<DeleteFailoverSlateConfigurationCommandInput, DeleteFailoverSlateConfigurationCommandOutput> {
  constructor(input: DeleteFailoverSlateConfigurationCommandInput);
}
export interface ListFailoverSlateConfigurationsCommandInput extends ListFailoverSlateConfigurationsRequest {}
export interface ListFailoverSlateConfigurationsCommandOutput extends ListFailoverSlateConfigurationsResponse {
  $metadata: ResponseMetadata;
}
export declare class ListFailoverSlateConfigurationsCommand extends Command<ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput> {
  constructor(input?: ListFailoverSlateConfigurationsCommandInput);
}
export interface StartViewerSessionRevocationCommandInput extends StartViewerSessionRevocationRequest {}
export interface StartViewerSessionRevocationCommandOutput extends StartViewerSessionRevocationResponse {
  $metadata: ResponseMetadata;
}
export declare class StartViewerSessionRevocationCommand extends Command<StartViewerSessionRevocationCommandInput, StartViewerSessionRevocationCommandOutput> {
  constructor(input: StartViewerSessionRevocationCommandInput);
}
export interface BatchStartViewerSessionRevocationCommandInput extends BatchStartViewerSessionRevocationRequest {}
export interface BatchStartViewerSessionRevocationCommandOutput extends BatchStartViewerSessionRevocationResponse {
  $metadata: ResponseMetadata;
}
export declare class BatchStartViewerSessionRevocationCommand extends Command<BatchStartViewerSessionRevocationCommandInput, BatchStartViewerSessionRevocationCommandOutput> {
  constructor(input: BatchStartViewerSessionRevocationCommandInput);
}
export interface TagResourceCommandInput extends TagResourceRequest {}
export interface TagResourceCommandOutput extends TagResourceResponse {
  $metadata: ResponseMetadata;
}
export declare class TagResourceCommand extends Command<TagResourceCommandInput, TagResourceCommandOutput> {
  constructor(input: TagResourceCommandInput);
}
export interface UntagResourceCommandInput extends UntagResourceRequest {}
export interface UntagResourceCommandOutput extends UntagResourceResponse {
  $metadata: ResponseMetadata;
}
export declare class UntagResourceCommand extends Command<UntagResourceCommandInput, UntagResourceCommandOutput> {
  constructor(input: UntagResourceCommandInput);
}
export interface ListTagsForResourceCommandInput extends ListTagsForResourceRequest {}
export interface ListTagsForResourceCommandOutput extends ListTagsForResourceResponse {
  $metadata: ResponseMetadata;
}
export declare class ListTagsForResourceCommand extends Command<ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput> {
  constructor(input: ListTagsForResourceCommandInput);
}
export interface PageableOperations {
  ListChannels: { input: ListChannelsCommandInput; output: ListChannelsCommandOutput; items: "channels" };
  ListStreamKeys: { input: ListStreamKeysCommandInput; output: ListStreamKeysCommandOutput; items: "streamKeys" };
  ListStreams: { input: ListStreamsCommandInput; output: ListStreamsCommandOutput; items: "streams" };
  ListStreamSessions: { input: ListStreamSessionsCommandInput; output: ListStreamSessionsCommandOutput; items: "streamSessions" };
  ListPlaybackKeyPairs: { input: ListPlaybackKeyPairsCommandInput; output: ListPlaybackKeyPairsCommandOutput; items: "keyPairs" };
  ListPlaybackRestrictionPolicies: { input: ListPlaybackRestrictionPoliciesCommandInput; output: ListPlaybackRestrictionPoliciesCommandOutput; items: "playbackRestrictionPolicies" };
  ListRecordingConfigurations: { input: ListRecordingConfigurationsCommandInput; output: ListRecordingConfigurationsCommandOutput; items: "recordingConfigurations" };
  ListAdConfigurations: { input: ListAdConfigurationsCommandInput; output: ListAdConfigurationsCommandOutput; items: "adConfigurations" };
  ListFailoverSlateConfigurations: { input: ListFailoverSlateConfigurationsCommandInput; output: ListFailoverSlateConfigurationsCommandOutput; items: "failoverSlateConfigurations" };
}
export declare const paginateListChannels: (
  config: IvsPaginationConfiguration,
  input: ListChannelsCommandInput,
  ...options: any[]
) => Paginator<ListChannelsCommandOutput>;
export declare const paginateListStreamKeys: (
  config: IvsPaginationConfiguration,
  input: ListStreamKeysCommandInput,
  ...options: any[]
) => Paginator<ListStreamKeysCommandOutput>;
export declare const paginateListStreams: (
  config: IvsPaginationConfiguration,
  input: ListStreamsCommandInput,
  ...options: any[]
) => Paginator<ListStreamsCommandOutput>;
export declare const paginateListStreamSessions: (
  config: IvsPaginationConfiguration,
  input: ListStreamSessionsCommandInput,
  ...options: any[]
) => Paginator<ListStreamSessionsCommandOutput>;
export declare const paginateListPlaybackKeyPairs: (
  config: IvsPaginationConfiguration,
  input: ListPlaybackKeyPairsCommandInput,
  ...options: any[]
) => Paginator<ListPlaybackKeyPairsCommandOutput>;
export declare const paginateListPlaybackRestrictionPolicies: (
  config: IvsPaginationConfiguration,
  input: ListPlaybackRestrictionPoliciesCommandInput,
  ...options: any[]
) => Paginator<ListPlaybackRestrictionPoliciesCommandOutput>;
export declare const paginateListRecordingConfigurations: (
  config: IvsPaginationConfiguration,
  input: ListRecordingConfigurationsCommandInput,
  ...options: any[]
) => Paginator<ListRecordingConfigurationsCommandOutput>;
export declare const paginateListAdConfigurations: (
  config: IvsPaginationConfiguration,
  input: ListAdConfigurationsCommandInput,
  ...options: any[]
) => Paginator<ListAdConfigurationsCommandOutput>;
export declare const paginateListFailoverSlateConfigurations: (
  config: IvsPaginationConfiguration,
  input: ListFailoverSlateConfigurationsCommandInput,
  ...options: any[]
) => Paginator<ListFailoverSlateConfigurationsCommandOutput>;
export type ServiceInputTypes =
  | CreateChannelCommandInput
  | GetChannelCommandInput
  | BatchGetChannelCommandInput
  | UpdateChannelCommandInput
  | DeleteChannelCommandInput
  | ListChannelsCommandInput
  | CreateStreamKeyCommandInput
  | GetStreamKeyCommandInput
  | BatchGetStreamKeyCommandInput
  | DeleteStreamKeyCommandInput
  | ListStreamKeysCommandInput
  | GetStreamCommandInput
  | ListStreamsCommandInput
  | StopStreamCommandInput
  | PutMetadataCommandInput
  | GetStreamSessionCommandInput
  | ListStreamSessionsCommandInput
  | ImportPlaybackKeyPairCommandInput
  | GetPlaybackKeyPairCommandInput
  | DeletePlaybackKeyPairCommandInput
  | ListPlaybackKeyPairsCommandInput
  | CreatePlaybackRestrictionPolicyCommandInput
  | GetPlaybackRestrictionPolicyCommandInput
  | UpdatePlaybackRestrictionPolicyCommandInput
  | DeletePlaybackRestrictionPolicyCommandInput
  | ListPlaybackRestrictionPoliciesCommandInput
  | CreateRecordingConfigurationCommandInput
  | GetRecordingConfigurationCommandInput
  | DeleteRecordingConfigurationCommandInput
  | ListRecordingConfigurationsCommandInput
  | CreateAdConfigurationCommandInput
  | GetAdConfigurationCommandInput
  | UpdateAdConfigurationCommandInput
  | DeleteAdConfigurationCommandInput
  | ListAdConfigurationsCommandInput
  | InsertAdBreakCommandInput
  | CreateFailoverSlateConfigurationCommandInput
  | GetFailoverSlateConfigurationCommandInput
  | UpdateFailoverSlateConfigurationCommandInput
  | DeleteFailoverSlateConfigurationCommandInput
  | ListFailoverSlateConfigurationsCommandInput
  | StartViewerSessionRevocationCommandInput
  | BatchStartViewerSessionRevocationCommandInput
  | TagResourceCommandInput
  | UntagResourceCommandInput
  | ListTagsForResourceCommandInput;
export type ServiceOutputTypes =
  | CreateChannelCommandOutput
  | GetChannelCommandOutput
  | BatchGetChannelCommandOutput
  | UpdateChannelCommandOutput
  | DeleteChannelCommandOutput
  | ListChannelsCommandOutput
  | CreateStreamKeyCommandOutput
  | GetStreamKeyCommandOutput
  | BatchGetStreamKeyCommandOutput
  | DeleteStreamKeyCommandOutput
  | ListStreamKeysCommandOutput
  | GetStreamCommandOutput
  | ListStreamsCommandOutput
  | StopStreamCommandOutput
  | PutMetadataCommandOutput
  | GetStreamSessionCommandOutput
  | ListStreamSessionsCommandOutput
  | ImportPlaybackKeyPairCommandOutput
  | GetPlaybackKeyPairCommandOutput
  | DeletePlaybackKeyPairCommandOutput
  | ListPlaybackKeyPairsCommandOutput
  | CreatePlaybackRestrictionPolicyCommandOutput
  | GetPlaybackRestrictionPolicyCommandOutput
  | UpdatePlaybackRestrictionPolicyCommandOutput
  | DeletePlaybackRestrictionPolicyCommandOutput
  | ListPlaybackRestrictionPoliciesCommandOutput
  | CreateRecordingConfigurationCommandOutput
  | GetRecordingConfigurationCommandOutput
  | DeleteRecordingConfigurationCommandOutput
  | ListRecordingConfigurationsCommandOutput
  | CreateAdConfigurationCommandOutput
  | GetAdConfigurationCommandOutput
  | UpdateAdConfigurationCommandOutput
  | DeleteAdConfigurationCommandOutput
  | ListAdConfigurationsCommandOutput
  | InsertAdBreakCommandOutput
  | CreateFailoverSlateConfigurationCommandOutput
  | GetFailoverSlateConfigurationCommandOutput
  | UpdateFailoverSlateConfigurationCommandOutput
  | DeleteFailoverSlateConfigurationCommandOutput
  | ListFailoverSlateConfigurationsCommandOutput
  | StartViewerSessionRevocationCommandOutput
  | BatchStartViewerSessionRevocationCommandOutput
  | TagResourceCommandOutput
  | UntagResourceCommandOutput
  | ListTagsForResourceCommandOutput;
export declare const ChannelLatencyMode: {
  readonly NORMAL: "NORMAL";
  readonly NormalLatency: "NORMAL";
  readonly LOW: "LOW";
  readonly LowLatency: "LOW";
};
export type ChannelLatencyMode = (typeof ChannelLatencyMode)[keyof typeof ChannelLatencyMode];
export declare const ChannelType: {
  readonly BASIC: "BASIC";
  readonly BasicChannelType: "BASIC";
  readonly STANDARD: "STANDARD";
  readonly StandardChannelType: "STANDARD";
  readonly ADVANCED_SD: "ADVANCED_SD";
  readonly AdvancedSDChannelType: "ADVANCED_SD";
  readonly ADVANCED_HD: "ADVANCED_HD";
  readonly AdvancedHDChannelType: "ADVANCED_HD";
};
export type ChannelType = (typeof ChannelType)[keyof typeof ChannelType];
export declare const ContainerFormat: {
  readonly TS: "TS";
  readonly FRAGMENTED_MP4: "FRAGMENTED_MP4";
  readonly FragmentedMP4: "FRAGMENTED_MP4";
};
export type ContainerFormat = (typeof ContainerFormat)[keyof typeof ContainerFormat];
export declare const FailoverSlateConfigurationState: {
  readonly CREATING: "CREATING";
  readonly CREATE_FAILED: "CREATE_FAILED";
  readonly CREATED: "CREATED";
  readonly UPDATING: "UPDATING";
};
export type FailoverSlateConfigurationState = (typeof FailoverSlateConfigurationState)[keyof typeof FailoverSlateConfigurationState];
export declare const MultitrackMaximumResolution: {
  readonly SD: "SD";
  readonly HD: "HD";
  readonly FULL_HD: "FULL_HD";
};
export type MultitrackMaximumResolution = (typeof MultitrackMaximumResolution)[keyof typeof MultitrackMaximumResolution];
export declare const MultitrackPolicy: {
  readonly ALLOW: "ALLOW";
  readonly REQUIRE: "REQUIRE";
};
export type MultitrackPolicy = (typeof MultitrackPolicy)[keyof typeof MultitrackPolicy];
export declare const RecordingConfigurationState: {
  readonly CREATING: "CREATING";
  readonly Creating: "CREATING";
  readonly CREATE_FAILED: "CREATE_FAILED";
  readonly CreateFailed: "CREATE_FAILED";
  readonly ACTIVE: "ACTIVE";
  readonly Active: "ACTIVE";
};
export type RecordingConfigurationState = (typeof RecordingConfigurationState)[keyof typeof RecordingConfigurationState];
export declare const RecordingMode: {
  readonly DISABLED: "DISABLED";
  readonly Disabled: "DISABLED";
  readonly INTERVAL: "INTERVAL";
  readonly Interval: "INTERVAL";
};
export type RecordingMode = (typeof RecordingMode)[keyof typeof RecordingMode];
export declare const RenditionConfigurationRendition: {
  readonly SD: "SD";
  readonly HD: "HD";
  readonly FULL_HD: "FULL_HD";
  readonly LOWEST_RESOLUTION: "LOWEST_RESOLUTION";
};
export type RenditionConfigurationRendition = (typeof RenditionConfigurationRendition)[keyof typeof RenditionConfigurationRendition];
export declare const RenditionConfigurationRenditionSelection: {
  readonly ALL: "ALL";
  readonly NONE: "NONE";
  readonly CUSTOM: "CUSTOM";
};
export type RenditionConfigurationRenditionSelection = (typeof RenditionConfigurationRenditionSelection)[keyof typeof RenditionConfigurationRenditionSelection];
export declare const StreamHealth: {
  readonly HEALTHY: "HEALTHY";
  readonly StreamHealthy: "HEALTHY";
  readonly STARVING: "STARVING";
  readonly Starving: "STARVING";
  readonly UNKNOWN: "UNKNOWN";
  readonly Unknown: "UNKNOWN";
};
export type StreamHealth = (typeof StreamHealth)[keyof typeof StreamHealth];
export declare const StreamState: {
  readonly LIVE: "LIVE";
  readonly StreamLive: "LIVE";
  readonly OFFLINE: "OFFLINE";
  readonly StreamOffline: "OFFLINE";
};
export type StreamState = (typeof StreamState)[keyof typeof StreamState];
export declare const ThumbnailConfigurationResolution: {
  readonly SD: "SD";
  readonly HD: "HD";
  readonly FULL_HD: "FULL_HD";
  readonly LOWEST_RESOLUTION: "LOWEST_RESOLUTION";
};
export type ThumbnailConfigurationResolution = (typeof ThumbnailConfigurationResolution)[keyof typeof ThumbnailConfigurationResolution];
export declare const ThumbnailConfigurationStorage: {
  readonly SEQUENTIAL: "SEQUENTIAL";
  readonly LATEST: "LATEST";
};
export type ThumbnailConfigurationStorage = (typeof ThumbnailConfigurationStorage)[keyof typeof ThumbnailConfigurationStorage];
export declare const TranscodePreset: {
  readonly HIGHER_BANDWIDTH_DELIVERY: "HIGHER_BANDWIDTH_DELIVERY";
  readonly HigherBandwidthTranscodePreset: "HIGHER_BANDWIDTH_DELIVERY";
  readonly CONSTRAINED_BANDWIDTH_DELIVERY: "CONSTRAINED_BANDWIDTH_DELIVERY";
  readonly ConstrainedBandwidthTranscodePreset: "CONSTRAINED_BANDWIDTH_DELIVERY";
};
export type TranscodePreset = (typeof TranscodePreset)[keyof typeof TranscodePreset];
export interface AdConfiguration {
  arn: string;
  name?: string | undefined;
  mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfiguration[];
  postRollConfiguration?: PostRollConfiguration | undefined;
  tags?: Record<string, string> | undefined;
}
export interface AdConfigurationSummary {
  arn: string;
  name?: string | undefined;
  mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfiguration[];
  postRollConfiguration?: PostRollConfiguration | undefined;
  tags?: Record<string, string> | undefined;
}
export interface AudioConfiguration {
  codec?: string | undefined;
  targetBitrate?: number | undefined;
  sampleRate?: number | undefined;
  channels?: number | undefined;
  track?: string | undefined;
}
export interface BatchError {
  arn?: string | undefined;
  code?: string | undefined;
  message?: string | undefined;
}
export interface BatchGetChannelRequest {
  arns: string[] | undefined;
}
export interface BatchGetChannelResponse {
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  channels?: Channel[] | undefined;
  errors?: BatchError[] | undefined;
}
export interface BatchGetStreamKeyRequest {
  arns: string[] | undefined;
}
export interface BatchGetStreamKeyResponse {
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  streamKeys?: StreamKey[] | undefined;
  errors?: BatchError[] | undefined;
}
export interface BatchStartViewerSessionRevocationError {
  channelArn: string;
  viewerId: string;
  code?: string | undefined;
  message?: string | undefined;
}
export interface BatchStartViewerSessionRevocationRequest {
  viewerSessions: BatchStartViewerSessionRevocationViewerSession[] | undefined;
}
export interface BatchStartViewerSessionRevocationResponse {
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  errors?: BatchStartViewerSessionRevocationError[] | undefined;
}
export interface BatchStartViewerSessionRevocationViewerSession {
  channelArn: string | undefined;
  viewerId: string | undefined;
  viewerSessionVersionsLessThanOrEqualTo?: number | undefined;
}
export interface Channel {
  arn?: string | undefined;
  name?: string | undefined;
  latencyMode?: ChannelLatencyMode | undefined;
  type?: ChannelType | undefined;
  recordingConfigurationArn?: string | undefined;
  ingestEndpoint?: string | undefined;
  playbackUrl?: string | undefined;
  authorized?: boolean | undefined;
  tags?: Record<string, string> | undefined;
  insecureIngest?: boolean | undefined;
  preset?: TranscodePreset | undefined;
  srt?: Srt | undefined;
  playbackRestrictionPolicyArn?: string | undefined;
  multitrackInputConfiguration?: MultitrackInputConfiguration | undefined;
  containerFormat?: ContainerFormat | undefined;
  adConfigurationArn?: string | undefined;
  failoverSlateConfigurationArn?: string | undefined;
}
export interface ChannelSummary {
  arn?: string | undefined;
  name?: string | undefined;
  latencyMode?: ChannelLatencyMode | undefined;
  authorized?: boolean | undefined;
  recordingConfigurationArn?: string | undefined;
  tags?: Record<string, string> | undefined;
  insecureIngest?: boolean | undefined;
  type?: ChannelType | undefined;
  preset?: TranscodePreset | undefined;
  playbackRestrictionPolicyArn?: string | undefined;
  adConfigurationArn?: string | undefined;
  failoverSlateConfigurationArn?: string | undefined;
}
export interface CreateAdConfigurationRequest {
  name?: string | undefined;
  mediaTailorPlaybackConfigurations: MediaTailorPlaybackConfiguration[] | undefined;
  postRollConfiguration?: PostRollConfiguration | undefined;
  tags?: Record<string, string> | undefined;
}
export interface CreateAdConfigurationResponse {
  adConfiguration: AdConfiguration;
}
export interface CreateChannelRequest {
  name?: string | undefined;
  latencyMode?: ChannelLatencyMode | undefined;
  type?: ChannelType | undefined;
  authorized?: boolean | undefined;
  recordingConfigurationArn?: string | undefined;
  tags?: Record<string, string> | undefined;
  insecureIngest?: boolean | undefined;
  preset?: TranscodePreset | undefined;
  playbackRestrictionPolicyArn?: string | undefined;
  multitrackInputConfiguration?: MultitrackInputConfiguration | undefined;
  containerFormat?: ContainerFormat | undefined;
  adConfigurationArn?: string | undefined;
  failoverSlateConfigurationArn?: string | undefined;
}
export interface CreateChannelResponse {
  channel?: Channel | undefined;
  streamKey?: StreamKey | undefined;
}
export interface CreateFailoverSlateConfigurationRequest {
  name?: string | undefined;
  activationThresholdSeconds?: number | undefined;
  minSlateDisplaySeconds?: number | undefined;
  maxSlateDisplaySeconds?: number | undefined;
  tags?: Record<string, string> | undefined;
}
export interface CreateFailoverSlateConfigurationResponse {
  failoverSlateConfiguration: FailoverSlateConfiguration;
}
export interface CreatePlaybackRestrictionPolicyRequest {
  allowedCountries?: string[] | undefined;
  allowedOrigins?: string[] | undefined;
  enableStrictOriginEnforcement?: boolean | undefined;
  name?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface CreatePlaybackRestrictionPolicyResponse {
  playbackRestrictionPolicy?: PlaybackRestrictionPolicy | undefined;
}
export interface CreateRecordingConfigurationRequest {
  name?: string | undefined;
  destinationConfiguration: DestinationConfiguration | undefined;
  tags?: Record<string, string> | undefined;
  thumbnailConfiguration?: ThumbnailConfiguration | undefined;
  recordingReconnectWindowSeconds?: number | undefined;
  renditionConfiguration?: RenditionConfiguration | undefined;
}
export interface CreateRecordingConfigurationResponse {
  recordingConfiguration?: RecordingConfiguration | undefined;
}
export interface CreateStreamKeyRequest {
  channelArn: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface CreateStreamKeyResponse {
  streamKey?: StreamKey | undefined;
}
export interface DeleteAdConfigurationRequest {
  arn: string | undefined;
}
export interface DeleteChannelRequest {
  arn: string | undefined;
}
export interface DeleteFailoverSlateConfigurationRequest {
  arn: string | undefined;
}
export interface DeletePlaybackKeyPairRequest {
  arn: string | undefined;
}
export interface DeletePlaybackKeyPairResponse {
}
export interface DeletePlaybackRestrictionPolicyRequest {
  arn: string | undefined;
}
export interface DeleteRecordingConfigurationRequest {
  arn: string | undefined;
}
export interface DeleteStreamKeyRequest {
  arn: string | undefined;
}
export interface DestinationConfiguration {
  s3?: S3DestinationConfiguration | undefined;
}
export interface FailoverSlateConfiguration {
  arn: string;
  name?: string | undefined;
  activationThresholdSeconds?: number | undefined;
  minSlateDisplaySeconds?: number | undefined;
  maxSlateDisplaySeconds?: number | undefined;
  state: FailoverSlateConfigurationState;
  tags?: Record<string, string> | undefined;
}
export interface FailoverSlateConfigurationSummary {
  arn: string;
  name?: string | undefined;
  activationThresholdSeconds?: number | undefined;
  minSlateDisplaySeconds?: number | undefined;
  maxSlateDisplaySeconds?: number | undefined;
  state: FailoverSlateConfigurationState;
  tags?: Record<string, string> | undefined;
}
export interface GetAdConfigurationRequest {
  arn: string | undefined;
}
export interface GetAdConfigurationResponse {
  adConfiguration?: AdConfiguration | undefined;
}
export interface GetChannelRequest {
  arn: string | undefined;
}
export interface GetChannelResponse {
  channel?: Channel | undefined;
}
export interface GetFailoverSlateConfigurationRequest {
  arn: string | undefined;
}
export interface GetFailoverSlateConfigurationResponse {
  failoverSlateConfiguration: FailoverSlateConfiguration;
}
export interface GetPlaybackKeyPairRequest {
  arn: string | undefined;
}
export interface GetPlaybackKeyPairResponse {
  keyPair?: PlaybackKeyPair | undefined;
}
export interface GetPlaybackRestrictionPolicyRequest {
  arn: string | undefined;
}
export interface GetPlaybackRestrictionPolicyResponse {
  playbackRestrictionPolicy?: PlaybackRestrictionPolicy | undefined;
}
export interface GetRecordingConfigurationRequest {
  arn: string | undefined;
}
export interface GetRecordingConfigurationResponse {
  recordingConfiguration?: RecordingConfiguration | undefined;
}
export interface GetStreamKeyRequest {
  arn: string | undefined;
}
export interface GetStreamKeyResponse {
  streamKey?: StreamKey | undefined;
}
export interface GetStreamRequest {
  channelArn: string | undefined;
}
export interface GetStreamResponse {
  stream?: Stream | undefined;
}
export interface GetStreamSessionRequest {
  channelArn: string | undefined;
  streamId?: string | undefined;
}
export interface GetStreamSessionResponse {
  streamSession?: StreamSession | undefined;
}
export interface ImportPlaybackKeyPairRequest {
  publicKeyMaterial: string | undefined;
  name?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface ImportPlaybackKeyPairResponse {
  keyPair?: PlaybackKeyPair | undefined;
}
export interface IngestConfiguration {
  video?: VideoConfiguration | undefined;
  audio?: AudioConfiguration | undefined;
}
export interface IngestConfigurations {
  videoConfigurations: VideoConfiguration[];
  audioConfigurations: AudioConfiguration[];
}
export interface InsertAdBreakRequest {
  channelArn: string | undefined;
  durationSeconds: number | undefined;
  adBreakId?: string | undefined;
  targetStartAt?: Date | undefined;
}
export interface InsertAdBreakResponse {
  adBreakId?: string | undefined;
  targetStartAt?: Date | undefined;
}
export interface ListAdConfigurationsRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListAdConfigurationsResponse {
  adConfigurations: AdConfigurationSummary[];
  nextToken?: string | undefined;
}
export interface ListChannelsRequest {
  filterByName?: string | undefined;
  filterByRecordingConfigurationArn?: string | undefined;
  filterByPlaybackRestrictionPolicyArn?: string | undefined;
  filterByAdConfigurationArn?: string | undefined;
  filterByFailoverSlateConfigurationArn?: string | undefined;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListChannelsResponse {
  channels: ChannelSummary[];
  nextToken?: string | undefined;
}
export interface ListFailoverSlateConfigurationsRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListFailoverSlateConfigurationsResponse {
  failoverSlateConfigurations: FailoverSlateConfigurationSummary[];
  nextToken?: string | undefined;
}
export interface ListPlaybackKeyPairsRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListPlaybackKeyPairsResponse {
  keyPairs: PlaybackKeyPairSummary[];
  nextToken?: string | undefined;
}
export interface ListPlaybackRestrictionPoliciesRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListPlaybackRestrictionPoliciesResponse {
  playbackRestrictionPolicies: PlaybackRestrictionPolicySummary[];
  nextToken?: string | undefined;
}
export interface ListRecordingConfigurationsRequest {
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListRecordingConfigurationsResponse {
  recordingConfigurations: RecordingConfigurationSummary[];
  nextToken?: string | undefined;
}
export interface ListStreamKeysRequest {
  channelArn: string | undefined;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListStreamKeysResponse {
  streamKeys: StreamKeySummary[];
  nextToken?: string | undefined;
}
export interface ListStreamSessionsRequest {
  channelArn: string | undefined;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListStreamSessionsResponse {
  streamSessions: StreamSessionSummary[];
  nextToken?: string | undefined;
}
export interface ListStreamsRequest {
  filterBy?: StreamFilters | undefined;
  nextToken?: string | undefined;
  maxResults?: number | undefined;
}
export interface ListStreamsResponse {
  streams: StreamSummary[];
  nextToken?: string | undefined;
}
export interface ListTagsForResourceRequest {
  resourceArn: string | undefined;
}
export interface ListTagsForResourceResponse {
  tags: Record<string, string>;
}
export interface MediaTailorPlaybackConfiguration {
  playbackConfigurationArn?: string | undefined;
}
export interface MultitrackInputConfiguration {
  enabled?: boolean | undefined;
  policy?: MultitrackPolicy | undefined;
  maximumResolution?: MultitrackMaximumResolution | undefined;
}
export interface PlaybackKeyPair {
  arn?: string | undefined;
  name?: string | undefined;
  fingerprint?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface PlaybackKeyPairSummary {
  arn?: string | undefined;
  name?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface PlaybackRestrictionPolicy {
  arn: string;
  allowedCountries: string[];
  allowedOrigins: string[];
  enableStrictOriginEnforcement?: boolean | undefined;
  name?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface PlaybackRestrictionPolicySummary {
  arn: string;
  allowedCountries: string[];
  allowedOrigins: string[];
  enableStrictOriginEnforcement?: boolean | undefined;
  name?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface PostRollConfiguration {
  durationSeconds: number | undefined;
  enabled: boolean | undefined;
}
export interface PutMetadataRequest {
  channelArn: string | undefined;
  metadata: string | undefined;
}
export interface RecordingConfiguration {
  arn: string;
  name?: string | undefined;
  destinationConfiguration: DestinationConfiguration;
  state: RecordingConfigurationState;
  tags?: Record<string, string> | undefined;
  thumbnailConfiguration?: ThumbnailConfiguration | undefined;
  recordingReconnectWindowSeconds?: number | undefined;
  renditionConfiguration?: RenditionConfiguration | undefined;
}
export interface RecordingConfigurationSummary {
  arn: string;
  name?: string | undefined;
  destinationConfiguration: DestinationConfiguration;
  state: RecordingConfigurationState;
  tags?: Record<string, string> | undefined;
}
export interface RenditionConfiguration {
  renditionSelection?: RenditionConfigurationRenditionSelection | undefined;
  renditions?: RenditionConfigurationRendition[] | undefined;
}
export interface S3DestinationConfiguration {
  bucketName: string | undefined;
}
export interface Srt {
  endpoint?: string | undefined;
  passphrase?: string | undefined;
}
export interface StartViewerSessionRevocationRequest {
  channelArn: string | undefined;
  viewerId: string | undefined;
  viewerSessionVersionsLessThanOrEqualTo?: number | undefined;
}
export interface StartViewerSessionRevocationResponse {
}
export interface StopStreamRequest {
  channelArn: string | undefined;
}
export interface StopStreamResponse {
}
export interface Stream {
  channelArn?: string | undefined;
  streamId?: string | undefined;
  playbackUrl?: string | undefined;
  startTime?: Date | undefined;
  state?: StreamState | undefined;
  health?: StreamHealth | undefined;
  viewerCount?: number | undefined;
}
export interface StreamEvent {
  name?: string | undefined;
  type?: string | undefined;
  eventTime?: Date | undefined;
  code?: string | undefined;
}
export interface StreamFilters {
  health?: StreamHealth | undefined;
}
export interface StreamKey {
  arn?: string | undefined;
  value?: string | undefined;
  channelArn?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface StreamKeySummary {
  arn?: string | undefined;
  channelArn?: string | undefined;
  tags?: Record<string, string> | undefined;
}
export interface StreamSession {
  streamId?: string | undefined;
  startTime?: Date | undefined;
  endTime?: Date | undefined;
  channel?: Channel | undefined;
  ingestConfiguration?: IngestConfiguration | undefined;
  ingestConfigurations?: IngestConfigurations | undefined;
  recordingConfiguration?: RecordingConfiguration | undefined;
  truncatedEvents?: StreamEvent[] | undefined;
  failoverSlateConfiguration?: FailoverSlateConfiguration | undefined;
}
export interface StreamSessionSummary {
  streamId?: string | undefined;
  startTime?: Date | undefined;
  endTime?: Date | undefined;
  hasErrorEvent?: boolean | undefined;
}
export interface StreamSummary {
  channelArn?: string | undefined;
  streamId?: string | undefined;
  state?: StreamState | undefined;
  health?: StreamHealth | undefined;
  viewerCount?: number | undefined;
  startTime?: Date | undefined;
}
export interface TagResourceRequest {
  resourceArn: string | undefined;
  tags: Record<string, string> | undefined;
}
export interface TagResourceResponse {
}
export interface ThumbnailConfiguration {
  recordingMode?: RecordingMode | undefined;
  targetIntervalSeconds?: number | undefined;
  resolution?: ThumbnailConfigurationResolution | undefined;
  storage?: ThumbnailConfigurationStorage[] | undefined;
}
export interface UntagResourceRequest {
  resourceArn: string | undefined;
  tagKeys: string[] | undefined;
}
export interface UntagResourceResponse {
}
export interface UpdateAdConfigurationRequest {
  arn: string | undefined;
  name?: string | undefined;
  mediaTailorPlaybackConfigurations?: MediaTailorPlaybackConfiguration[] | undefined;
  postRollConfiguration?: PostRollConfiguration | undefined;
}
export interface UpdateAdConfigurationResponse {
  adConfiguration: AdConfiguration;
}
export interface UpdateChannelRequest {
  arn: string | undefined;
  name?: string | undefined;
  latencyMode?: ChannelLatencyMode | undefined;
  type?: ChannelType | undefined;
  authorized?: boolean | undefined;
  recordingConfigurationArn?: string | undefined;
  insecureIngest?: boolean | undefined;
  preset?: TranscodePreset | undefined;
  playbackRestrictionPolicyArn?: string | undefined;
  multitrackInputConfiguration?: MultitrackInputConfiguration | undefined;
  containerFormat?: ContainerFormat | undefined;
  adConfigurationArn?: string | undefined;
  failoverSlateConfigurationArn?: string | undefined;
}
export interface UpdateChannelResponse {
  channel?: Channel | undefined;
}
export interface UpdateFailoverSlateConfigurationRequest {
  arn: string | undefined;
  name?: string | undefined;
  activationThresholdSeconds?: number | undefined;
  minSlateDisplaySeconds?: number | undefined;
  maxSlateDisplaySeconds?: number | undefined;
}
export interface UpdateFailoverSlateConfigurationResponse {
  failoverSlateConfiguration: FailoverSlateConfiguration;
}
export interface UpdatePlaybackRestrictionPolicyRequest {
  arn: string | undefined;
  allowedCountries?: string[] | undefined;
  allowedOrigins?: string[] | undefined;
  enableStrictOriginEnforcement?: boolean | undefined;
  name?: string | undefined;
}
export interface UpdatePlaybackRestrictionPolicyResponse {
  playbackRestrictionPolicy?: PlaybackRestrictionPolicy | undefined;
}
export interface VideoConfiguration {
  avcProfile?: string | undefined;
  avcLevel?: string | undefined;
  codec?: string | undefined;
  encoder?: string | undefined;
  targetBitrate?: number | undefined;
  targetFramerate?: number | undefined;
  videoHeight?: number | undefined;
  videoWidth?: number | undefined;
  level?: string | undefined;
  track?: string | undefined;
  profile?: string | undefined;
}
export type _Stream = Stream;
export declare class AccessDeniedException extends IvsServiceException {
  readonly name: "AccessDeniedException";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ChannelNotBroadcasting extends IvsServiceException {
  readonly name: "ChannelNotBroadcasting";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ConflictException extends IvsServiceException {
  readonly name: "ConflictException";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class InternalServerException extends IvsServiceException {
  readonly name: "InternalServerException";
  readonly $fault: "server";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class PendingVerification extends IvsServiceException {
  readonly name: "PendingVerification";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ResourceNotFoundException extends IvsServiceException {
  readonly name: "ResourceNotFoundException";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ServiceQuotaExceededException extends IvsServiceException {
  readonly name: "ServiceQuotaExceededException";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ServiceUnavailable extends IvsServiceException {
  readonly name: "ServiceUnavailable";
  readonly $fault: "server";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class StreamUnavailable extends IvsServiceException {
  readonly name: "StreamUnavailable";
  readonly $fault: "server";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ThrottlingException extends IvsServiceException {
  readonly name: "ThrottlingException";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare class ValidationException extends IvsServiceException {
  readonly name: "ValidationException";
  readonly $fault: "client";
  accessControlAllowOrigin?: string | undefined;
  accessControlExposeHeaders?: string | undefined;
  cacheControl?: string | undefined;
  contentSecurityPolicy?: string | undefined;
  strictTransportSecurity?: string | undefined;
  xContentTypeOptions?: string | undefined;
  xFrameOptions?: string | undefined;
  xAmznErrorType?: string | undefined;
  exceptionMessage?: string | undefined;
}
export declare const exceptions: {
  readonly AccessDeniedException: typeof AccessDeniedException;
  readonly ChannelNotBroadcasting: typeof ChannelNotBroadcasting;
  readonly ConflictException: typeof ConflictException;
  readonly InternalServerException: typeof InternalServerException;
  readonly PendingVerification: typeof PendingVerification;
  readonly ResourceNotFoundException: typeof ResourceNotFoundException;
  readonly ServiceQuotaExceededException: typeof ServiceQuotaExceededException;
  readonly ServiceUnavailable: typeof ServiceUnavailable;
  readonly StreamUnavailable: typeof StreamUnavailable;
  readonly ThrottlingException: typeof ThrottlingException;
  readonly ValidationException: typeof ValidationException;
};

// types.d.ts
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  expiration?: Date | undefined;
}
export type CredentialsProvider = (request: {
  callerClientConfig: { region: () => Promise<string> };
}) => Credentials | Promise<Credentials>;
export interface Logger {
  debug?: ((...content: any[]) => void) | undefined;
  info?: ((...content: any[]) => void) | undefined;
  warn?: ((...content: any[]) => void) | undefined;
  error?: ((...content: any[]) => void) | undefined;
}
export interface IvsClientConfig {
  region?: string | undefined;
  credentials?: Credentials | CredentialsProvider | undefined;
  endpoint?: string | undefined;
  useFipsEndpoint?: boolean | undefined;
  useDualstackEndpoint?: boolean | undefined;
  maxAttempts?: number | undefined;
  retryMode?: "standard" | "adaptive" | undefined;
  requestTimeout?: number | undefined;
  systemClockOffset?: number | undefined;
  fetch?: ((url: string, init: FetchInit) => Promise<FetchResponse>) | undefined;
  agent?: HttpAgent | undefined;
  logger?: Logger | undefined;
  customUserAgent?: string | undefined;
  apiVersion?: string | undefined;
  cacheMiddleware?: boolean | undefined;
}
export interface HttpAgent {
  destroy(): unknown;
}
export interface FetchInit {
  method: string;
  headers: Record<string, string>;
  body?: string;
  signal?: AbortSignal;
  redirect?: "manual";
}
export interface FetchResponse {
  status: number;
  headers: { get(name: string): string | null | undefined };
  text(): Promise<string> | string;
}
export interface CallOptions {
  abortSignal?: AbortSignal | { readonly aborted: boolean; onabort: any } | undefined;
  requestTimeout?: number | undefined;
}
export type Callback<Output = any> = (error: any, output?: Output) => void;
export interface PresignedUrlOptions {
  params?: object | undefined;
  expiresIn?: number | undefined;
  httpMethod?: string | undefined;
}
export interface ResponseMetadata {
  httpStatusCode?: number;
  requestId?: string;
  attempts?: number;
  totalRetryDelay?: number;
  extendedRequestId?: string;
  cfId?: string;
}
export declare class Client {
  constructor(config?: IvsClientConfig);
  readonly exceptions: typeof import("./index.js").exceptions;
  call(operation: string, input?: object, options?: CallOptions): Promise<any>;
  generatePresignedUrl(operation: string, options?: PresignedUrlOptions): Promise<string>;
  send<Input extends object, Output>(command: Command<Input, Output> | SdkCommand<Input, Output>, options?: CallOptions): Promise<Output>;
  send<Input extends object, Output>(command: Command<Input, Output> | SdkCommand<Input, Output>, callback: Callback<Output>): void;
  send<Input extends object, Output>(
    command: Command<Input, Output> | SdkCommand<Input, Output>,
    options: CallOptions | undefined,
    callback: Callback<Output>,
  ): void;
  destroy(): void;
  canPaginate(operation: string): boolean;
  getPaginator<Name extends Spelling<keyof Pageable>>(operation: Name): OperationPaginator<Spelt<Name, keyof Pageable>>;
  readonly waiterNames: string[];
  getWaiter<Name extends Spelling<keyof WaiterInputs>>(name: Name): Waiter<WaiterInputs[Spelt<Name, keyof WaiterInputs>]>;
}
export declare class Command<Input extends object, Output> {
  constructor(input?: Input);
  readonly input: Input;
  readonly operation: string;
  private readonly output: Output;
}
export interface SdkCommand<Input extends object, Output> {
  readonly input: Input;
  resolveMiddleware(stack: any, configuration: any, options: any): (request: any) => Promise<{ output: Output }>;
}
export declare class IvsServiceException extends Error {
  constructor(options?: {
    name?: string | undefined;
    message?: string | undefined;
    $fault?: "client" | "server" | undefined;
    $metadata?: ResponseMetadata | undefined;
    $retryable?: { readonly throttling?: boolean } | undefined;
    [member: string]: any;
  });
  static isInstance(value: unknown): value is IvsServiceException;
  readonly $fault: "client" | "server";
  readonly $metadata: ResponseMetadata;
  readonly $retryable?: { readonly throttling?: boolean };
}
export interface Problem {
  path: string;
  message: string;
}
export declare class ParamValidationError extends Error {
  readonly name: "ParamValidationError";
  constructor(message: string, problems?: Problem[]);
  readonly problems: Problem[];
}
export declare class CredentialsError extends Error {
  readonly name: "CredentialsError";
}
export declare class NetworkError extends Error {
  readonly name: "NetworkError";
  readonly $metadata?: ResponseMetadata;
}
export declare class TimeoutError extends Error {
  readonly name: "TimeoutError";
  readonly $metadata?: ResponseMetadata;
}
export declare class AbortError extends Error {
  readonly name: "AbortError";
}
export declare class WebAssemblyError extends Error {
  readonly name: "WebAssemblyError";
}
export interface RequestToSign {
  method?: string | undefined;
  url: string | URL;
  headers?: Record<string, string> | Iterable<readonly [string, string]> | undefined;
  body?: string | Uint8Array | ArrayBuffer | undefined;
}
export interface SignOptions {
  credentials: Credentials;
  region: string;
  service: string;
  date?: Date | number | undefined;
  normalizePath?: boolean | undefined;
  doubleEncodePath?: boolean | undefined;
  signSessionToken?: boolean | undefined;
  signBody?: boolean | undefined;
  contentSha256Header?: boolean | undefined;
}
export interface PresignOptions extends SignOptions {
  expiresIn?: number | undefined;
}
export interface SignedRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  body?: string | Uint8Array | ArrayBuffer | undefined;
}
export declare function signRequest(request: RequestToSign, options: SignOptions): Promise<SignedRequest>;
export declare function presignRequest(request: RequestToSign, options: PresignOptions): Promise<string>;
type Pageable = import("./index.js").PageableOperations;
type Snake<Name extends string> = Name extends `${infer First}${infer Rest}`
  ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${Snake<Rest>}`
  : Name;
export type Spelling<Name extends string> = Name extends string ? Name | Uncapitalize<Name> | Snake<Uncapitalize<Name>> : never;
export type Spelt<Name extends string, Names extends string> = Names extends string ? (Name extends Spelling<Names> ? Names : never) : never;
export interface PaginationConfiguration {
  client: Pick<Client, "send">;
  pageSize?: number | undefined;
  startingToken?: any;
  stopOnSameToken?: boolean | undefined;
  withCommand?: ((command: any) => any) | undefined;
}
export interface IvsPaginationConfiguration extends PaginationConfiguration {}
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;
export interface OperationPaginator<Operation extends keyof Pageable> {
  paginate(
    ...parameters: {} extends Pageable[Operation]["input"]
      ? [input?: PaginatedInput<Operation>, options?: CallOptions]
      : [input: PaginatedInput<Operation>, options?: CallOptions]
  ): PageIterable<Operation>;
}
export type PaginatedInput<Operation extends keyof Pageable> = Pageable[Operation]["input"] & { PaginationConfig?: PaginationConfig | undefined };
export interface PaginationConfig {
  MaxItems?: number | string | undefined;
  PageSize?: number | string | undefined;
  StartingToken?: string | undefined;
}
export interface PageIterable<Operation extends keyof Pageable> extends AsyncIterable<Pageable[Operation]["output"]> {
  readonly resumeToken: string | undefined;
  buildFullResult(): Promise<
    Pick<Pageable[Operation]["output"], Pageable[Operation]["items"] & keyof Pageable[Operation]["output"]> & { NextToken?: string }
  >;
}
export declare class NotPageableError extends Error {
  readonly name: "NotPageableError";
}
export declare class PaginationError extends Error {
  readonly name: "PaginationError";
}
export interface WaiterInputs {
  RecordingConfigurationActive: import("./index.js").GetRecordingConfigurationCommandInput;
  StreamLive: import("./index.js").GetStreamCommandInput;
  StreamOffline: import("./index.js").GetStreamCommandInput;
}
export interface Waiter<Input extends object> {
  wait(input: Input & { WaiterConfig?: WaiterConfig | undefined }, options?: CallOptions): Promise<void>;
}
export interface WaiterConfig {
  Delay?: number | undefined;
  MaxAttempts?: number | undefined;
}
export declare class WaiterError extends Error {
  readonly name: "WaiterError";
  constructor(waiter: string, reason: string, lastResponse?: unknown);
  readonly reason: string;
  readonly lastResponse: unknown;
}
export interface WaiterConfiguration<Client> {
  client: Client;
  maxWaitTime: number;
  minDelay?: number | undefined;
  maxDelay?: number | undefined;
  abortSignal?: AbortSignal | undefined;
  abortController?: { signal: AbortSignal } | undefined;
}
export interface WaiterResult<Reason = any> {
  state: WaiterState;
  reason?: Reason;
  final?: Reason;
}
export declare const WaiterState: {
  readonly ABORTED: "ABORTED";
  readonly FAILURE: "FAILURE";
  readonly RETRY: "RETRY";
  readonly SUCCESS: "SUCCESS";
  readonly TIMEOUT: "TIMEOUT";
};
export type WaiterState = (typeof WaiterState)[keyof typeof WaiterState];
export declare const waitUntilRecordingConfigurationActive: (
  config: WaiterConfiguration<Pick<Client, "send">>,
  input: WaiterInputs["RecordingConfigurationActive"],
) => Promise<WaiterResult>;
export declare const waitUntilStreamLive: (
  config: WaiterConfiguration<Pick<Client, "send">>,
  input: WaiterInputs["StreamLive"],
) => Promise<WaiterResult>;
export declare const waitUntilStreamOffline: (
  config: WaiterConfiguration<Pick<Client, "send">>,
  input: WaiterInputs["StreamOffline"],
) => Promise<WaiterResult>;
