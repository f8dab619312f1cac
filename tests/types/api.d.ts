// The package's declarations, without comments. Written by `cargo xtask declarations`.
// SHA-256 of what was under Unreleased in CHANGELOG.md: 517126a85d3c8cd5f63bb3dc842922b7858f3c51c9227115b8619227f0c965fd

// batch.d.ts
export { type BatchItemError, BatchReadError, type PartialBatch } from "./batch/batch-error.js";
export { getChannels, getStreamKeys, type ReadChannels, type ReadStreamKeys } from "./batch/get-many.js";
export { channelLoader, streamKeyLoader } from "./batch/loader.js";
export { ParamValidationError, type Problem } from "./errors/client-errors.js";

// batch/batch-error.d.ts
import { PackageError } from "../errors/error-class.js";
import type { BatchError } from "../ivs/structures.js";
export interface BatchItemError extends BatchError {
    arn: string;
}
export interface PartialBatch<Item> {
    items: ReadonlyMap<string, Item>;
    errors: readonly BatchItemError[];
    remaining: readonly string[];
}
export declare class BatchReadError<Item = unknown> extends PackageError {
    #private;
    readonly name: "BatchReadError";
    constructor(message: string, partial: PartialBatch<Item>, cause: unknown);
    get partial(): PartialBatch<Item>;
}

// batch/get-many.d.ts
import type { CallOptions } from "../call/caller.js";
import type { ClientMethods } from "../client-methods.js";
import type { Channel, StreamKey } from "../ivs/structures.js";
import { type BatchItemError } from "./batch-error.js";
export interface ReadChannels {
    channels: (Channel | undefined)[];
    errors: BatchItemError[];
}
export interface ReadStreamKeys {
    streamKeys: (StreamKey | undefined)[];
    errors: BatchItemError[];
}
export declare function getChannels(client: ClientMethods<"batchGetChannel">, arns: readonly string[], options?: CallOptions): Promise<ReadChannels>;
export declare function getStreamKeys(client: ClientMethods<"batchGetStreamKey">, arns: readonly string[], options?: CallOptions): Promise<ReadStreamKeys>;

// batch/loader.d.ts
import type { CallOptions } from "../call/caller.js";
import type { ClientMethods } from "../client-methods.js";
import type { Channel, StreamKey } from "../ivs/structures.js";
export declare function channelLoader(client: ClientMethods<"batchGetChannel">, options?: CallOptions): (arn: string) => Promise<Channel>;
export declare function streamKeyLoader(client: ClientMethods<"batchGetStreamKey">, options?: CallOptions): (arn: string) => Promise<StreamKey>;

// call/call-log.d.ts
export interface Logger {
    debug?: ((...content: any[]) => void) | undefined;
    info?: ((...content: any[]) => void) | undefined;
    warn?: ((...content: any[]) => void) | undefined;
    error?: ((...content: any[]) => void) | undefined;
}
export declare class CallLog {
    #private;
    constructor(logger: Logger | undefined, operation: string);
    report(level: keyof Logger, describe: () => [message: string, facts?: object]): void;
}

// call/caller.d.ts
import type { EngineOptions, FetchInit, Settings } from "../config.js";
import type { Failure } from "./failure.js";
import type { Answered, Ended, Lost, Settled } from "./settled.js";
export interface CallOptions {
    abortSignal?: AbortSignal | {
        readonly aborted: boolean;
        onabort: any;
    } | undefined;
    requestTimeout?: number | undefined;
    maxAttempts?: number | undefined;
}
export interface ResponseMetadata {
    httpStatusCode?: number;
    requestId?: string;
    attempts?: number;
    totalRetryDelay?: number;
    extendedRequestId?: string;
    cfId?: string;
}
export interface Awaitable {
    then(resume: (settled: Settled) => void): void;
}
export declare class Caller {
    #private;
    place: number;
    readonly maxAttempts: number;
    constructor(operation: string, settings: Settings, options: unknown);
    complete(): Promise<EngineOptions>;
    run(begin: (caller: this) => void): Promise<unknown>;
    end(): void;
    instanceFailed(message: string, cause: unknown): void;
    credentials(): Awaitable;
    wait(milliseconds: number, after?: string): Awaitable;
    headers(): {
        set(name: string, value: string): void;
    };
    send(url: string, init: FetchInit): Awaitable;
    dropped(problem: string): void;
    resolve(output: unknown): void;
    reject(failure: Failure): void;
    get last(): Answered | Lost | Ended | undefined;
    get metadata(): ResponseMetadata;
    redact(text: string): string;
    succeeded(metadata: ResponseMetadata): void;
    failed(error: unknown): void;
    close(): void;
}

// call/failure.d.ts
import type { ServiceDefinition } from "../client.js";
import { type Problem } from "../errors/client-errors.js";
import type { Caller, ResponseMetadata } from "./caller.js";
export type Failure = {
    kind: "validation";
    problems: Problem[];
} | {
    kind: "credentials";
    message: string;
} | {
    kind: "service";
    code: string;
    message: string;
    retryable: "no" | "transient" | "throttling";
} | {
    kind: "malformed" | "lost" | "ended";
};
export declare function isFailure(thrown: unknown): thrown is Failure;
export declare function argumentError(failure: Failure): Error;
export declare function callError(failure: Failure, call: Caller, service: ServiceDefinition): unknown;
export declare function renewed(thrown: unknown, members?: {
    $metadata: ResponseMetadata;
}): unknown;

// call/response.d.ts
import type { Answered } from "./settled.js";
export interface FetchResponse {
    status: number;
    headers: {
        get(name: string): string | null | undefined;
    };
    text(): Promise<string> | string;
}
export declare function readResponse(response: FetchResponse): Promise<Answered>;

// call/settled.d.ts
export type Settled = Provided | Answered | Lost | {
    kind: "waited";
} | Ended;
export interface Provided {
    kind: "credentials";
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken: string | undefined;
    expiration: number | undefined;
}
export interface Answered {
    kind: "answered";
    status: number;
    date: number;
    isFromCache: boolean;
    errorType: string | undefined;
    xAmzRetryAfter: string | undefined;
    retryAfter: string | undefined;
    retryAfterDate: number;
    body: object | undefined;
    text: string;
    header(name: string): string | undefined;
}
export interface Lost {
    kind: "disconnected" | "timedOut" | "notAResponse";
    thrown: unknown;
}
export interface Ended {
    kind: "ended";
    thrown: unknown;
    isReason?: true;
}

// client-methods.d.ts
import type { CallOptions } from "./call/caller.js";
import type { IvsOperations } from "./ivs/operations.js";
type Output<Name extends keyof IvsOperations> = Awaited<ReturnType<IvsOperations[Name]>>;
export type Loose<Value> = Value extends string | number | boolean | Date | undefined ? Value : {
    [Member in keyof Value]?: Loose<Value[Member]> | undefined;
};
interface Method<Name extends keyof IvsOperations> {
    call(input: Parameters<IvsOperations[Name]>[0], options?: CallOptions): Promise<Loose<Output<Name>>>;
}
export type ClientMethods<Names extends keyof IvsOperations> = {
    [Name in Names]: Method<Name>["call"];
};
export declare function checkClient(client: unknown, operations: readonly string[]): void;
export {};

// client.d.ts
import { type CallOptions } from "./call/caller.js";
import { type Command, type CommandClasses, type CommandService, type SdkCommand } from "./commands/command.js";
import { type ClientConfig } from "./config.js";
import type { ServiceException, ServiceExceptionOptions } from "./errors/service-exception.js";
import type { MetadataBearer, MiddlewareStack } from "./middleware/types.js";
import type { ResolvedConfig } from "./resolved-config.js";
type ExceptionConstructor = new (options?: ServiceExceptionOptions) => ServiceException;
export interface ServiceDefinition extends CommandService {
    id: string;
    apiVersion: string;
    endpointVariable: string;
    commands: CommandClasses;
    exceptions: Readonly<Record<string, ExceptionConstructor>>;
    BaseException: ExceptionConstructor;
    outputHeaders: Readonly<Record<string, string>>;
    errorHeaders: string;
}
export type Callback<Output = any> = (error: any, output?: Output) => void;
export interface PresignedUrlOptions {
    params?: object | undefined;
    expiresIn?: number | undefined;
    httpMethod?: string | undefined;
}
export declare class ServiceClient<Inputs extends object = any, Outputs extends MetadataBearer = any, Config extends ResolvedConfig = ResolvedConfig> {
    #private;
    constructor(service: ServiceDefinition, config?: ClientConfig);
    get config(): Config;
    get middlewareStack(): MiddlewareStack<Inputs, Outputs>;
    set middlewareStack(stack: MiddlewareStack<Inputs, Outputs>);
    call(operation: string, input?: object, options?: CallOptions): Promise<any>;
    send<Input extends Inputs, Output extends Outputs>(command: Command<Input, Output, Inputs, Outputs, Config> | SdkCommand<Input, Output>, options?: CallOptions): Promise<Output>;
    send<Input extends Inputs, Output extends Outputs>(command: Command<Input, Output, Inputs, Outputs, Config> | SdkCommand<Input, Output>, callback: Callback<Output>): void;
    send<Input extends Inputs, Output extends Outputs>(command: Command<Input, Output, Inputs, Outputs, Config> | SdkCommand<Input, Output>, options: CallOptions | undefined, callback: Callback<Output>): void;
    destroy(): void;
    generatePresignedUrl(operation: string, options?: PresignedUrlOptions): Promise<string>;
}
export {};

// commands/command.d.ts
import type { InitializeHandler, MiddlewareStack } from "../middleware/types.js";
export interface CommandService {
    clientName: string;
    serviceName: string;
}
export declare let makeStrict: <Any extends object>(command: Any) => Any;
export declare let isStrict: (command: object) => boolean;
export declare let stackOf: (command: object) => MiddlewareStack<object, object> | undefined;
export declare class Command<Input extends object, Output extends object, Inputs extends object = any, Outputs extends object = any, Config = any> {
    #private;
    readonly input: Input;
    readonly operation: string;
    protected readonly service: CommandService;
    protected readonly output: Output;
    constructor(input?: Input);
    get middlewareStack(): MiddlewareStack<Input, Output>;
    resolveMiddleware(stack: MiddlewareStack<Inputs, Outputs>, configuration: Config, options?: any): InitializeHandler<Input, Output>;
}
export type CommandClass<Input extends object, Output extends object, Inputs extends object = any, Outputs extends object = any, Config = any> = new (...input: object extends Input ? [input?: Input] : [input: Input]) => Command<Input, Output, Inputs, Outputs, Config>;
export interface SdkCommand<Input extends object, Output> {
    readonly input: Input;
    resolveMiddleware(stack: never, configuration: never, options: never): (request: never) => Promise<{
        output: Output;
    }>;
}
export interface CommandClasses<Inputs extends object = any, Outputs extends object = any, Config = any> {
    define<Input extends object, Output extends object>(operation: string): CommandClass<Input, Output, Inputs, Outputs, Config>;
    of(operation: string): CommandClass<object, object, Inputs, Outputs, Config>;
}
export declare function commandClass<Input extends object, Output extends object, Inputs extends object, Outputs extends object, Config>(service: CommandService, operation: string): CommandClass<Input, Output, Inputs, Outputs, Config>;

// config.d.ts
import type { Logger } from "./call/call-log.js";
import type { FetchResponse } from "./call/response.js";
import { type AnyEndpoint } from "./config/endpoint.js";
import { type Provider } from "./config/provider.js";
import { type UserAgent } from "./config/user-agent.js";
import { type Credentials, type CredentialsProvider, type CredentialsSource } from "./credentials.js";
import { type HandlerOptions, type RequestHandler, type Sending } from "./transport/request-handler.js";
export interface ClientConfig {
    region?: Provider<string | undefined>;
    credentials?: Credentials | Promise<Credentials> | CredentialsProvider | undefined;
    endpoint?: Provider<AnyEndpoint | undefined>;
    ignoreConfiguredEndpointUrls?: boolean | undefined;
    useFipsEndpoint?: Provider<boolean | undefined>;
    useDualstackEndpoint?: Provider<boolean | undefined>;
    profile?: string | undefined;
    maxAttempts?: Provider<number | string | undefined>;
    retryMode?: Provider<"standard" | "adaptive" | (string & {}) | undefined>;
    requestTimeout?: number | undefined;
    systemClockOffset?: number | undefined;
    fetch?: ((url: string, init: FetchInit) => Promise<FetchResponse>) | undefined;
    requestHandler?: RequestHandler | HandlerOptions | Record<string, unknown> | undefined;
    agent?: HttpAgent | undefined;
    logger?: Logger | undefined;
    customUserAgent?: string | UserAgent | undefined;
    userAgentAppId?: Provider<string | undefined>;
    apiVersion?: string | undefined;
    cacheMiddleware?: boolean | undefined;
    disableHostPrefix?: boolean | undefined;
    authSchemePreference?: Provider<string[]> | undefined;
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
export type Transport = (url: string, init: FetchInit) => Promise<FetchResponse>;
export type Members = Readonly<Record<string, unknown>>;
export interface Settings extends Sending {
    members: Members;
    engine: EngineOptions | undefined;
    asks: boolean;
    complete(): Promise<EngineOptions>;
    abandon(): void;
    credentials: CredentialsSource;
    logger: Logger | undefined;
    attemptFailed?: (errorName?: string) => void;
}
export interface EngineOptions {
    service: string;
    region: string;
    endpoint: {
        scheme: string;
        host: string;
        path: string;
    } | undefined;
    useFipsEndpoint: boolean;
    useDualstackEndpoint: boolean;
    retryMode: "standard" | "adaptive";
    maxAttempts: number;
    systemClockOffset: number;
    userAgent: string | undefined;
    userAgentAppId: string | undefined;
}
export declare function readConfig(given: unknown, service: string, endpointVariable: string): Settings;

// config/endpoint.d.ts
export interface Endpoint {
    protocol: string;
    hostname: string;
    port?: number | undefined;
    path: string;
    query?: object | undefined;
    headers?: object | undefined;
}
export type AnyEndpoint = string | URL | Endpoint | {
    url: URL | string;
    headers?: object | undefined;
};
export declare function endpointText(endpoint: unknown): unknown;
export declare function endpointParts(given: unknown, source: string): {
    scheme: string;
    host: string;
    path: string;
};

// config/provider.d.ts
export type Provider<Value> = Value | Promise<Value> | (() => Value | Promise<Value>);
export declare function isPromise<Value>(value: Value | Promise<Value>): value is Promise<Value>;
export declare function provided(given: unknown, name: string): Promise<unknown>;

// config/user-agent.d.ts
export type UserAgent = [name: string, version?: string][];
export declare function readUserAgent(config: {
    readonly customUserAgent?: unknown;
}): string | undefined;
export declare function pairText(pair: UserAgent[number]): string;

// credentials.d.ts
import type { Ended, Provided } from "./call/settled.js";
export interface Credentials {
    accessKeyId: string;
    secretAccessKey: string;
    sessionToken?: string | undefined;
    expiration?: Date | undefined;
}
export type CredentialsProvider = (request: {
    callerClientConfig: CallerClientConfig;
}) => Credentials | Promise<Credentials>;
export interface CallerClientConfig {
    region: () => Promise<string>;
    profile?: string;
    requestHandler?: any;
}
export interface CredentialsSource {
    provide(): Provided | Ended | Promise<Provided | Ended>;
    readonly latest: Provided | undefined;
    abandon(answer: unknown, reason: "aborted" | "late"): void;
    readonly secrets: readonly (string | undefined)[];
}
export declare function credentialsSource(given: Credentials | CredentialsProvider | undefined, client: CallerClientConfig): CredentialsSource;

// errors/client-errors.d.ts
import type { ResponseMetadata } from "../call/caller.js";
import { PackageError } from "./error-class.js";
export interface Problem {
    path: string;
    message: string;
}
export declare class ParamValidationError extends PackageError {
    readonly name: "ParamValidationError";
    readonly problems: Problem[];
    readonly $fault = "client";
    readonly $metadata: ResponseMetadata;
    constructor(message: string, problems?: Problem[]);
}
export declare class CredentialsError extends PackageError {
    readonly name: "CredentialsError";
    readonly $metadata?: ResponseMetadata;
}
export declare class NetworkError extends PackageError {
    readonly name: "NetworkError";
    readonly code?: string;
    readonly $metadata?: ResponseMetadata;
}
export declare class TimeoutError extends PackageError {
    readonly name: "TimeoutError";
    readonly $metadata?: ResponseMetadata;
}
export declare class AbortError extends PackageError {
    readonly name: "AbortError";
}
export declare class WebAssemblyError extends PackageError {
    readonly name: "WebAssemblyError";
}

// errors/error-class.d.ts
export type ErrorClass = new (...given: never[]) => Error;
export declare class PackageError extends Error {
    name: string;
    message: string;
}
export declare function defineErrorClass<Class extends ErrorClass>(name: string, errorClass: Class): Class;

// errors/exception-classes.d.ts
import type { ServiceException, ServiceExceptionOptions } from "./service-exception.js";
export interface ExceptionClass<Exception extends ServiceException> {
    new (options?: ServiceExceptionOptions): Exception;
    readonly prototype: Exception;
    isInstance(value: unknown): value is ServiceException;
}
export declare function exceptionClasses<Classes>(base: new (options?: ServiceExceptionOptions) => ServiceException, names: {
    client: string;
    server: string;
}): Classes;

// errors/service-exception.d.ts
import type { ResponseMetadata } from "../call/caller.js";
import { PackageError } from "./error-class.js";
export interface ServiceExceptionOptions {
    name?: string | undefined;
    message?: string | undefined;
    $fault?: "client" | "server" | undefined;
    $metadata?: ResponseMetadata | undefined;
    $retryable?: {
        readonly throttling?: boolean;
    } | undefined;
    [member: string]: any;
}
export declare class ServiceException extends PackageError {
    readonly $fault: "client" | "server";
    readonly $metadata: ResponseMetadata;
    readonly $retryable?: {
        readonly throttling?: boolean;
    };
    constructor({ name, message, $fault, $metadata, ...members }?: ServiceExceptionOptions);
}

// events.d.ts
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export { IvsEventDeduplicator, type IvsEventDeduplicatorOptions } from "./events/deduplicator.js";
export type * from "./events/event.js";
export type * from "./events/low-latency.js";
export { compareIvsEvents } from "./events/order.js";
export { parseIvsEvent } from "./events/parse.js";
export type * from "./events/real-time.js";
export type { UndocumentedDetail, UndocumentedName } from "./events/undocumented.js";

// events/deduplicator.d.ts
import type { IvsEvent } from "./event.js";
export interface IvsEventDeduplicatorOptions {
    capacity?: number | undefined;
}
export declare class IvsEventDeduplicator {
    #private;
    constructor(options?: IvsEventDeduplicatorOptions);
    add(event: Pick<IvsEvent, "id">): boolean;
    delete(event: Pick<IvsEvent, "id">): void;
}

// events/event.d.ts
import type { AdBreakStateChangeDetail, LimitBreachDetail, RecordingStateChangeDetail, StreamHealthChangeDetail, StreamStateChangeDetail } from "./low-latency.js";
import type { CompositionStateChangeDetail, ParticipantRecordingStateChangeDetail, StageUpdateDetail } from "./real-time.js";
import type { UndocumentedName } from "./undocumented.js";
export interface IvsEventEnvelope<DetailType extends string, Detail extends object> {
    version: string;
    id: string;
    "detail-type": DetailType;
    source: "aws.ivs";
    account: string;
    time: string;
    region: string;
    resources: string[];
    detail: Detail;
    "replay-name"?: string;
}
export interface IvsStreamStateChangeEvent extends IvsEventEnvelope<"IVS Stream State Change", StreamStateChangeDetail> {
}
export interface IvsStreamHealthChangeEvent extends IvsEventEnvelope<"IVS Stream Health Change", StreamHealthChangeDetail> {
}
export interface IvsLimitBreachEvent extends IvsEventEnvelope<"IVS Limit Breach", LimitBreachDetail> {
}
export interface IvsRecordingStateChangeEvent extends IvsEventEnvelope<"IVS Recording State Change", RecordingStateChangeDetail> {
}
export interface IvsAdBreakStateChangeEvent extends IvsEventEnvelope<"IVS Ad Break State Change", AdBreakStateChangeDetail> {
}
export interface IvsCompositionStateChangeEvent extends IvsEventEnvelope<"IVS Composition State Change", CompositionStateChangeDetail> {
}
export interface IvsParticipantRecordingStateChangeEvent extends IvsEventEnvelope<"IVS Participant Recording State Change", ParticipantRecordingStateChangeDetail> {
}
export interface IvsStageUpdateEvent extends IvsEventEnvelope<"IVS Stage Update", StageUpdateDetail> {
}
export interface IvsPublisherRecordingStateChangeEvent extends IvsEventEnvelope<"IVS Publisher Recording State Change", Record<string, unknown>> {
}
export interface UndocumentedIvsEvent extends IvsEventEnvelope<UndocumentedName, Record<string, unknown>> {
}
export type DocumentedIvsEvent = IvsStreamStateChangeEvent | IvsStreamHealthChangeEvent | IvsLimitBreachEvent | IvsRecordingStateChangeEvent | IvsAdBreakStateChangeEvent | IvsCompositionStateChangeEvent | IvsParticipantRecordingStateChangeEvent | IvsStageUpdateEvent;
export type IvsEvent = DocumentedIvsEvent | IvsPublisherRecordingStateChangeEvent | UndocumentedIvsEvent;

// events/low-latency.d.ts
import type { UndocumentedDetail } from "./undocumented.js";
export interface StreamEventDetail {
    channel_name: string;
    stream_id: string;
}
export interface StreamStateDetail extends StreamEventDetail {
    event_name: "Session Created" | "Stream Start" | "Stream End" | "Stream Takeover";
}
export interface SessionEndedDetail extends StreamEventDetail {
    event_name: "Session Ended";
    code?: string;
}
export interface StreamFailureDetail extends StreamEventDetail {
    event_name: "Stream Failure";
    reason: string;
}
export interface StreamTakeoverFailureDetail extends StreamEventDetail {
    event_name: "Stream Takeover Failure";
    code: string;
}
export type StreamStateChangeDetail = StreamStateDetail | SessionEndedDetail | StreamFailureDetail | StreamTakeoverFailureDetail | UndocumentedDetail<"event_name">;
export interface StarvationDetail extends StreamEventDetail {
    event_name: "Starvation Start" | "Starvation End";
}
export type StreamHealthChangeDetail = StarvationDetail | UndocumentedDetail<"event_name">;
export interface LimitDetail {
    limit_value: number;
    exceeded_by: number;
    limit_unit: string;
}
export interface IngestLimitDetail extends LimitDetail, StreamEventDetail {
    limit_name: "Ingest Bitrate" | "Ingest Resolution";
}
export interface ConcurrencyLimitDetail extends LimitDetail {
    limit_name: "Concurrent Broadcasts" | "Concurrent Viewers";
}
export type LimitBreachDetail = IngestLimitDetail | ConcurrencyLimitDetail | UndocumentedDetail<"limit_name">;
export interface RecordingDetail extends StreamEventDetail {
    recording_status_reason: string;
    recording_s3_bucket_name: string;
    recording_s3_key_prefix: string;
    recording_duration_ms: number;
    recording_session_id: string;
}
export interface RecordingStatusDetail extends RecordingDetail {
    recording_status: "Recording Start" | "Recording Start Failure" | "Recording End Failure";
    recording_session_stream_ids?: string[];
}
export interface RecordingEndDetail extends RecordingDetail {
    recording_status: "Recording End";
    recording_session_stream_ids: string[];
}
export type RecordingStateChangeDetail = RecordingStatusDetail | RecordingEndDetail | UndocumentedDetail<"recording_status">;
export interface AdBreakDetail extends StreamEventDetail {
    event_name: "Ad Break Inserted";
    ad_break_id: string;
    duration_seconds: number;
    target_start_time: string;
}
export type AdBreakStateChangeDetail = AdBreakDetail | UndocumentedDetail<"event_name">;

// events/order.d.ts
import type { IvsEvent } from "./event.js";
export declare function compareIvsEvents(a: IvsEvent, b: IvsEvent): number;

// events/parse.d.ts
import type { IvsEvent } from "./event.js";
export declare function parseIvsEvent(input: unknown): IvsEvent;

// events/real-time.d.ts
import type { UndocumentedDetail } from "./undocumented.js";
export interface CompositionDetail {
    stage_arn: string;
}
export interface CompositionSessionDetail extends CompositionDetail {
    event_name: "Session Start" | "Session End";
}
export interface CompositionSessionFailureDetail extends CompositionDetail {
    event_name: "Session Failure";
    error_code: string;
    reason: string;
}
export interface CompositionDestinationDetail extends CompositionDetail {
    event_name: "Destination Start" | "Destination End" | "Destination Reconnecting";
    id: string;
}
export interface CompositionDestinationFailureDetail extends CompositionDetail {
    event_name: "Destination Failure";
    id: string;
    error_code: string;
    reason: string;
}
export type CompositionStateChangeDetail = CompositionSessionDetail | CompositionSessionFailureDetail | CompositionDestinationDetail | CompositionDestinationFailureDetail | UndocumentedDetail<"event_name">;
export interface ParticipantRecordingDetail {
    session_id: string;
    participant_id: string;
    recording_s3_bucket_name: string;
    recording_s3_key_prefix: string;
}
export interface ParticipantRecordingStartDetail extends ParticipantRecordingDetail {
    event_name: "Recording Start";
}
export interface ParticipantRecordingEndDetail extends ParticipantRecordingDetail {
    event_name: "Recording End";
    recording_duration_ms: number;
}
export interface ParticipantRecordingStartFailureDetail extends ParticipantRecordingDetail {
    event_name: "Recording Start Failure";
    error_code: string;
    reason: string;
}
export interface ParticipantRecordingEndFailureDetail extends ParticipantRecordingDetail {
    event_name: "Recording End Failure";
    recording_duration_ms: number;
    error_code: string;
    reason: string;
}
export type ParticipantRecordingStateChangeDetail = ParticipantRecordingStartDetail | ParticipantRecordingEndDetail | ParticipantRecordingStartFailureDetail | ParticipantRecordingEndFailureDetail | UndocumentedDetail<"event_name">;
export interface ParticipantDetail {
    session_id: string;
    participant_id: string;
    user_id?: string;
    event_time: string;
}
export interface ParticipantReplicaDetail {
    replica?: boolean;
    source_stage_arn?: string;
    source_session_id?: string;
}
export interface ParticipantPublishedDetail extends ParticipantDetail, ParticipantReplicaDetail {
    event_name: "Participant Published" | "Participant Unpublished";
    event_time_precise: string;
}
export interface ParticipantPublishErrorDetail extends ParticipantDetail, ParticipantReplicaDetail {
    event_name: "Participant Publish Error";
    error_code: string;
}
export interface ParticipantReplicationDetail extends ParticipantDetail {
    event_name: "Participant Replication Start" | "Participant Replication End";
    destination_stage_arn: string;
    destination_session_id: string;
}
export interface ParticipantTokenDetail {
    capabilities: string[];
    attributes?: Record<string, string>;
    user_id?: string;
    expiration_time: string;
}
export interface TokenExchangedDetail extends ParticipantDetail {
    event_name: "Token Exchanged";
    previous_token: ParticipantTokenDetail;
    new_token: ParticipantTokenDetail;
}
export type StageUpdateDetail = ParticipantPublishedDetail | ParticipantPublishErrorDetail | ParticipantReplicationDetail | TokenExchangedDetail | UndocumentedDetail<"event_name">;

// events/undocumented.d.ts
declare enum Undocumented {
    Name = ""
}
export type UndocumentedName = Undocumented;
export type UndocumentedDetail<Discriminator extends string> = {
    [Name in Discriminator]: UndocumentedName;
} & {
    [member: string]: unknown;
};
export {};

// index.d.ts
export type { Logger } from "./call/call-log.js";
export type { CallOptions, ResponseMetadata } from "./call/caller.js";
export type { FetchResponse } from "./call/response.js";
export type { Callback, PresignedUrlOptions } from "./client.js";
export { Command, Command as $Command, type SdkCommand } from "./commands/command.js";
export type { AnyEndpoint, Endpoint } from "./config/endpoint.js";
export type { Provider } from "./config/provider.js";
export type { UserAgent } from "./config/user-agent.js";
export type { FetchInit, HttpAgent } from "./config.js";
export type { CallerClientConfig, Credentials, CredentialsProvider } from "./credentials.js";
export * from "./errors/client-errors.js";
export * from "./ivs/index.js";
export type { MetadataBearer, Middleware, MiddlewareStack, Pluggable } from "./middleware/types.js";
export type { Spelling, Spelt } from "./operation-name.js";
export type { PaginationConfig } from "./pagination/boto3-paginator.js";
export * from "./pagination/pagination-errors.js";
export type { ItemPaginator, PaginationConfiguration, Paginator } from "./pagination/sdk-paginator.js";
export type { RequestToSign } from "./signing/request.js";
export { type PresignOptions, presignRequest, type SignedRequest, type SignOptions, signRequest, } from "./signing/sign.js";
export type { HandlerOptions, HandlerRequest, HandlerResponse, RequestHandler, } from "./transport/request-handler.js";
export type { Waiter, WaiterConfig } from "./waiters/boto3-waiter.js";
export { type WaiterConfiguration, type WaiterResult, WaiterState } from "./waiters/sdk-waiter.js";
export { WaiterError } from "./waiters/waiter-error.js";

// ivs/aggregated-client.d.ts
import type { CallOptions } from "../call/caller.js";
import type { Callback } from "../client.js";
import type { BatchGetChannelCommandInput, BatchGetChannelCommandOutput, BatchGetStreamKeyCommandInput, BatchGetStreamKeyCommandOutput, BatchStartViewerSessionRevocationCommandInput, BatchStartViewerSessionRevocationCommandOutput, CreateAdConfigurationCommandInput, CreateAdConfigurationCommandOutput, CreateChannelCommandInput, CreateChannelCommandOutput, CreateFailoverSlateConfigurationCommandInput, CreateFailoverSlateConfigurationCommandOutput, CreatePlaybackRestrictionPolicyCommandInput, CreatePlaybackRestrictionPolicyCommandOutput, CreateRecordingConfigurationCommandInput, CreateRecordingConfigurationCommandOutput, CreateStreamKeyCommandInput, CreateStreamKeyCommandOutput, DeleteAdConfigurationCommandInput, DeleteAdConfigurationCommandOutput, DeleteChannelCommandInput, DeleteChannelCommandOutput, DeleteFailoverSlateConfigurationCommandInput, DeleteFailoverSlateConfigurationCommandOutput, DeletePlaybackKeyPairCommandInput, DeletePlaybackKeyPairCommandOutput, DeletePlaybackRestrictionPolicyCommandInput, DeletePlaybackRestrictionPolicyCommandOutput, DeleteRecordingConfigurationCommandInput, DeleteRecordingConfigurationCommandOutput, DeleteStreamKeyCommandInput, DeleteStreamKeyCommandOutput, GetAdConfigurationCommandInput, GetAdConfigurationCommandOutput, GetChannelCommandInput, GetChannelCommandOutput, GetFailoverSlateConfigurationCommandInput, GetFailoverSlateConfigurationCommandOutput, GetPlaybackKeyPairCommandInput, GetPlaybackKeyPairCommandOutput, GetPlaybackRestrictionPolicyCommandInput, GetPlaybackRestrictionPolicyCommandOutput, GetRecordingConfigurationCommandInput, GetRecordingConfigurationCommandOutput, GetStreamCommandInput, GetStreamCommandOutput, GetStreamKeyCommandInput, GetStreamKeyCommandOutput, GetStreamSessionCommandInput, GetStreamSessionCommandOutput, ImportPlaybackKeyPairCommandInput, ImportPlaybackKeyPairCommandOutput, InsertAdBreakCommandInput, InsertAdBreakCommandOutput, ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput, ListChannelsCommandInput, ListChannelsCommandOutput, ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput, ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput, ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput, ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput, ListStreamKeysCommandInput, ListStreamKeysCommandOutput, ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput, ListStreamsCommandInput, ListStreamsCommandOutput, ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput, PutMetadataCommandInput, PutMetadataCommandOutput, StartViewerSessionRevocationCommandInput, StartViewerSessionRevocationCommandOutput, StopStreamCommandInput, StopStreamCommandOutput, TagResourceCommandInput, TagResourceCommandOutput, UntagResourceCommandInput, UntagResourceCommandOutput, UpdateAdConfigurationCommandInput, UpdateAdConfigurationCommandOutput, UpdateChannelCommandInput, UpdateChannelCommandOutput, UpdateFailoverSlateConfigurationCommandInput, UpdateFailoverSlateConfigurationCommandOutput, UpdatePlaybackRestrictionPolicyCommandInput, UpdatePlaybackRestrictionPolicyCommandOutput } from "./commands.js";
import { IvsClient } from "./ivs-client.js";
import type { IvsPaginationConfiguration } from "./ivs-client-config.js";
import { paginateListChannels, paginateListStreamKeys, paginateListStreams, paginateListStreamSessions, paginateListPlaybackKeyPairs, paginateListPlaybackRestrictionPolicies, paginateListRecordingConfigurations, paginateListAdConfigurations, paginateListFailoverSlateConfigurations } from "./paginators.js";
export declare class Ivs extends IvsClient {
    #private;
}
export interface Ivs {
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
    paginateListChannels(args?: ListChannelsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListChannels>;
    paginateListStreamKeys(args: ListStreamKeysCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListStreamKeys>;
    paginateListStreams(args?: ListStreamsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListStreams>;
    paginateListStreamSessions(args: ListStreamSessionsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListStreamSessions>;
    paginateListPlaybackKeyPairs(args?: ListPlaybackKeyPairsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListPlaybackKeyPairs>;
    paginateListPlaybackRestrictionPolicies(args?: ListPlaybackRestrictionPoliciesCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListPlaybackRestrictionPolicies>;
    paginateListRecordingConfigurations(args?: ListRecordingConfigurationsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListRecordingConfigurations>;
    paginateListAdConfigurations(args?: ListAdConfigurationsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListAdConfigurations>;
    paginateListFailoverSlateConfigurations(args?: ListFailoverSlateConfigurationsCommandInput, config?: Omit<IvsPaginationConfiguration, "client">): ReturnType<typeof paginateListFailoverSlateConfigurations>;
}

// ivs/commands.d.ts
import type { ResponseMetadata } from "../call/caller.js";
import type { Command } from "../commands/command.js";
import type { IvsClientResolvedConfig } from "./ivs-client-config.js";
import type { BatchGetChannelRequest, BatchGetChannelResponse, BatchGetStreamKeyRequest, BatchGetStreamKeyResponse, BatchStartViewerSessionRevocationRequest, BatchStartViewerSessionRevocationResponse, CreateAdConfigurationRequest, CreateAdConfigurationResponse, CreateChannelRequest, CreateChannelResponse, CreateFailoverSlateConfigurationRequest, CreateFailoverSlateConfigurationResponse, CreatePlaybackRestrictionPolicyRequest, CreatePlaybackRestrictionPolicyResponse, CreateRecordingConfigurationRequest, CreateRecordingConfigurationResponse, CreateStreamKeyRequest, CreateStreamKeyResponse, DeleteAdConfigurationRequest, DeleteChannelRequest, DeleteFailoverSlateConfigurationRequest, DeletePlaybackKeyPairRequest, DeletePlaybackKeyPairResponse, DeletePlaybackRestrictionPolicyRequest, DeleteRecordingConfigurationRequest, DeleteStreamKeyRequest, GetAdConfigurationRequest, GetAdConfigurationResponse, GetChannelRequest, GetChannelResponse, GetFailoverSlateConfigurationRequest, GetFailoverSlateConfigurationResponse, GetPlaybackKeyPairRequest, GetPlaybackKeyPairResponse, GetPlaybackRestrictionPolicyRequest, GetPlaybackRestrictionPolicyResponse, GetRecordingConfigurationRequest, GetRecordingConfigurationResponse, GetStreamKeyRequest, GetStreamKeyResponse, GetStreamRequest, GetStreamResponse, GetStreamSessionRequest, GetStreamSessionResponse, ImportPlaybackKeyPairRequest, ImportPlaybackKeyPairResponse, InsertAdBreakRequest, InsertAdBreakResponse, ListAdConfigurationsRequest, ListAdConfigurationsResponse, ListChannelsRequest, ListChannelsResponse, ListFailoverSlateConfigurationsRequest, ListFailoverSlateConfigurationsResponse, ListPlaybackKeyPairsRequest, ListPlaybackKeyPairsResponse, ListPlaybackRestrictionPoliciesRequest, ListPlaybackRestrictionPoliciesResponse, ListRecordingConfigurationsRequest, ListRecordingConfigurationsResponse, ListStreamKeysRequest, ListStreamKeysResponse, ListStreamSessionsRequest, ListStreamSessionsResponse, ListStreamsRequest, ListStreamsResponse, ListTagsForResourceRequest, ListTagsForResourceResponse, PutMetadataRequest, StartViewerSessionRevocationRequest, StartViewerSessionRevocationResponse, StopStreamRequest, StopStreamResponse, TagResourceRequest, TagResourceResponse, UntagResourceRequest, UntagResourceResponse, UpdateAdConfigurationRequest, UpdateAdConfigurationResponse, UpdateChannelRequest, UpdateChannelResponse, UpdateFailoverSlateConfigurationRequest, UpdateFailoverSlateConfigurationResponse, UpdatePlaybackRestrictionPolicyRequest, UpdatePlaybackRestrictionPolicyResponse } from "./structures.js";
export interface IvsCommand<Input extends object, Output extends object> extends Command<Input, Output, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig> {
}
export interface CreateChannelCommandInput extends CreateChannelRequest {
}
export interface CreateChannelCommandOutput extends CreateChannelResponse {
    $metadata: ResponseMetadata;
}
export interface CreateChannelCommand extends IvsCommand<CreateChannelCommandInput, CreateChannelCommandOutput> {
}
export declare const CreateChannelCommand: import("../commands/command.js").CommandClass<CreateChannelCommandInput, CreateChannelCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetChannelCommandInput extends GetChannelRequest {
}
export interface GetChannelCommandOutput extends GetChannelResponse {
    $metadata: ResponseMetadata;
}
export interface GetChannelCommand extends IvsCommand<GetChannelCommandInput, GetChannelCommandOutput> {
}
export declare const GetChannelCommand: import("../commands/command.js").CommandClass<GetChannelCommandInput, GetChannelCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface BatchGetChannelCommandInput extends BatchGetChannelRequest {
}
export interface BatchGetChannelCommandOutput extends BatchGetChannelResponse {
    $metadata: ResponseMetadata;
}
export interface BatchGetChannelCommand extends IvsCommand<BatchGetChannelCommandInput, BatchGetChannelCommandOutput> {
}
export declare const BatchGetChannelCommand: import("../commands/command.js").CommandClass<BatchGetChannelCommandInput, BatchGetChannelCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface UpdateChannelCommandInput extends UpdateChannelRequest {
}
export interface UpdateChannelCommandOutput extends UpdateChannelResponse {
    $metadata: ResponseMetadata;
}
export interface UpdateChannelCommand extends IvsCommand<UpdateChannelCommandInput, UpdateChannelCommandOutput> {
}
export declare const UpdateChannelCommand: import("../commands/command.js").CommandClass<UpdateChannelCommandInput, UpdateChannelCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeleteChannelCommandInput extends DeleteChannelRequest {
}
export interface DeleteChannelCommandOutput {
    $metadata: ResponseMetadata;
}
export interface DeleteChannelCommand extends IvsCommand<DeleteChannelCommandInput, DeleteChannelCommandOutput> {
}
export declare const DeleteChannelCommand: import("../commands/command.js").CommandClass<DeleteChannelCommandInput, DeleteChannelCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListChannelsCommandInput extends ListChannelsRequest {
}
export interface ListChannelsCommandOutput extends ListChannelsResponse {
    $metadata: ResponseMetadata;
}
export interface ListChannelsCommand extends IvsCommand<ListChannelsCommandInput, ListChannelsCommandOutput> {
}
export declare const ListChannelsCommand: import("../commands/command.js").CommandClass<ListChannelsCommandInput, ListChannelsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface CreateStreamKeyCommandInput extends CreateStreamKeyRequest {
}
export interface CreateStreamKeyCommandOutput extends CreateStreamKeyResponse {
    $metadata: ResponseMetadata;
}
export interface CreateStreamKeyCommand extends IvsCommand<CreateStreamKeyCommandInput, CreateStreamKeyCommandOutput> {
}
export declare const CreateStreamKeyCommand: import("../commands/command.js").CommandClass<CreateStreamKeyCommandInput, CreateStreamKeyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetStreamKeyCommandInput extends GetStreamKeyRequest {
}
export interface GetStreamKeyCommandOutput extends GetStreamKeyResponse {
    $metadata: ResponseMetadata;
}
export interface GetStreamKeyCommand extends IvsCommand<GetStreamKeyCommandInput, GetStreamKeyCommandOutput> {
}
export declare const GetStreamKeyCommand: import("../commands/command.js").CommandClass<GetStreamKeyCommandInput, GetStreamKeyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface BatchGetStreamKeyCommandInput extends BatchGetStreamKeyRequest {
}
export interface BatchGetStreamKeyCommandOutput extends BatchGetStreamKeyResponse {
    $metadata: ResponseMetadata;
}
export interface BatchGetStreamKeyCommand extends IvsCommand<BatchGetStreamKeyCommandInput, BatchGetStreamKeyCommandOutput> {
}
export declare const BatchGetStreamKeyCommand: import("../commands/command.js").CommandClass<BatchGetStreamKeyCommandInput, BatchGetStreamKeyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeleteStreamKeyCommandInput extends DeleteStreamKeyRequest {
}
export interface DeleteStreamKeyCommandOutput {
    $metadata: ResponseMetadata;
}
export interface DeleteStreamKeyCommand extends IvsCommand<DeleteStreamKeyCommandInput, DeleteStreamKeyCommandOutput> {
}
export declare const DeleteStreamKeyCommand: import("../commands/command.js").CommandClass<DeleteStreamKeyCommandInput, DeleteStreamKeyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListStreamKeysCommandInput extends ListStreamKeysRequest {
}
export interface ListStreamKeysCommandOutput extends ListStreamKeysResponse {
    $metadata: ResponseMetadata;
}
export interface ListStreamKeysCommand extends IvsCommand<ListStreamKeysCommandInput, ListStreamKeysCommandOutput> {
}
export declare const ListStreamKeysCommand: import("../commands/command.js").CommandClass<ListStreamKeysCommandInput, ListStreamKeysCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetStreamCommandInput extends GetStreamRequest {
}
export interface GetStreamCommandOutput extends GetStreamResponse {
    $metadata: ResponseMetadata;
}
export interface GetStreamCommand extends IvsCommand<GetStreamCommandInput, GetStreamCommandOutput> {
}
export declare const GetStreamCommand: import("../commands/command.js").CommandClass<GetStreamCommandInput, GetStreamCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListStreamsCommandInput extends ListStreamsRequest {
}
export interface ListStreamsCommandOutput extends ListStreamsResponse {
    $metadata: ResponseMetadata;
}
export interface ListStreamsCommand extends IvsCommand<ListStreamsCommandInput, ListStreamsCommandOutput> {
}
export declare const ListStreamsCommand: import("../commands/command.js").CommandClass<ListStreamsCommandInput, ListStreamsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface StopStreamCommandInput extends StopStreamRequest {
}
export interface StopStreamCommandOutput extends StopStreamResponse {
    $metadata: ResponseMetadata;
}
export interface StopStreamCommand extends IvsCommand<StopStreamCommandInput, StopStreamCommandOutput> {
}
export declare const StopStreamCommand: import("../commands/command.js").CommandClass<StopStreamCommandInput, StopStreamCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface PutMetadataCommandInput extends PutMetadataRequest {
}
export interface PutMetadataCommandOutput {
    $metadata: ResponseMetadata;
}
export interface PutMetadataCommand extends IvsCommand<PutMetadataCommandInput, PutMetadataCommandOutput> {
}
export declare const PutMetadataCommand: import("../commands/command.js").CommandClass<PutMetadataCommandInput, PutMetadataCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetStreamSessionCommandInput extends GetStreamSessionRequest {
}
export interface GetStreamSessionCommandOutput extends GetStreamSessionResponse {
    $metadata: ResponseMetadata;
}
export interface GetStreamSessionCommand extends IvsCommand<GetStreamSessionCommandInput, GetStreamSessionCommandOutput> {
}
export declare const GetStreamSessionCommand: import("../commands/command.js").CommandClass<GetStreamSessionCommandInput, GetStreamSessionCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListStreamSessionsCommandInput extends ListStreamSessionsRequest {
}
export interface ListStreamSessionsCommandOutput extends ListStreamSessionsResponse {
    $metadata: ResponseMetadata;
}
export interface ListStreamSessionsCommand extends IvsCommand<ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput> {
}
export declare const ListStreamSessionsCommand: import("../commands/command.js").CommandClass<ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ImportPlaybackKeyPairCommandInput extends ImportPlaybackKeyPairRequest {
}
export interface ImportPlaybackKeyPairCommandOutput extends ImportPlaybackKeyPairResponse {
    $metadata: ResponseMetadata;
}
export interface ImportPlaybackKeyPairCommand extends IvsCommand<ImportPlaybackKeyPairCommandInput, ImportPlaybackKeyPairCommandOutput> {
}
export declare const ImportPlaybackKeyPairCommand: import("../commands/command.js").CommandClass<ImportPlaybackKeyPairCommandInput, ImportPlaybackKeyPairCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetPlaybackKeyPairCommandInput extends GetPlaybackKeyPairRequest {
}
export interface GetPlaybackKeyPairCommandOutput extends GetPlaybackKeyPairResponse {
    $metadata: ResponseMetadata;
}
export interface GetPlaybackKeyPairCommand extends IvsCommand<GetPlaybackKeyPairCommandInput, GetPlaybackKeyPairCommandOutput> {
}
export declare const GetPlaybackKeyPairCommand: import("../commands/command.js").CommandClass<GetPlaybackKeyPairCommandInput, GetPlaybackKeyPairCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeletePlaybackKeyPairCommandInput extends DeletePlaybackKeyPairRequest {
}
export interface DeletePlaybackKeyPairCommandOutput extends DeletePlaybackKeyPairResponse {
    $metadata: ResponseMetadata;
}
export interface DeletePlaybackKeyPairCommand extends IvsCommand<DeletePlaybackKeyPairCommandInput, DeletePlaybackKeyPairCommandOutput> {
}
export declare const DeletePlaybackKeyPairCommand: import("../commands/command.js").CommandClass<DeletePlaybackKeyPairCommandInput, DeletePlaybackKeyPairCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListPlaybackKeyPairsCommandInput extends ListPlaybackKeyPairsRequest {
}
export interface ListPlaybackKeyPairsCommandOutput extends ListPlaybackKeyPairsResponse {
    $metadata: ResponseMetadata;
}
export interface ListPlaybackKeyPairsCommand extends IvsCommand<ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput> {
}
export declare const ListPlaybackKeyPairsCommand: import("../commands/command.js").CommandClass<ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface CreatePlaybackRestrictionPolicyCommandInput extends CreatePlaybackRestrictionPolicyRequest {
}
export interface CreatePlaybackRestrictionPolicyCommandOutput extends CreatePlaybackRestrictionPolicyResponse {
    $metadata: ResponseMetadata;
}
export interface CreatePlaybackRestrictionPolicyCommand extends IvsCommand<CreatePlaybackRestrictionPolicyCommandInput, CreatePlaybackRestrictionPolicyCommandOutput> {
}
export declare const CreatePlaybackRestrictionPolicyCommand: import("../commands/command.js").CommandClass<CreatePlaybackRestrictionPolicyCommandInput, CreatePlaybackRestrictionPolicyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetPlaybackRestrictionPolicyCommandInput extends GetPlaybackRestrictionPolicyRequest {
}
export interface GetPlaybackRestrictionPolicyCommandOutput extends GetPlaybackRestrictionPolicyResponse {
    $metadata: ResponseMetadata;
}
export interface GetPlaybackRestrictionPolicyCommand extends IvsCommand<GetPlaybackRestrictionPolicyCommandInput, GetPlaybackRestrictionPolicyCommandOutput> {
}
export declare const GetPlaybackRestrictionPolicyCommand: import("../commands/command.js").CommandClass<GetPlaybackRestrictionPolicyCommandInput, GetPlaybackRestrictionPolicyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface UpdatePlaybackRestrictionPolicyCommandInput extends UpdatePlaybackRestrictionPolicyRequest {
}
export interface UpdatePlaybackRestrictionPolicyCommandOutput extends UpdatePlaybackRestrictionPolicyResponse {
    $metadata: ResponseMetadata;
}
export interface UpdatePlaybackRestrictionPolicyCommand extends IvsCommand<UpdatePlaybackRestrictionPolicyCommandInput, UpdatePlaybackRestrictionPolicyCommandOutput> {
}
export declare const UpdatePlaybackRestrictionPolicyCommand: import("../commands/command.js").CommandClass<UpdatePlaybackRestrictionPolicyCommandInput, UpdatePlaybackRestrictionPolicyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeletePlaybackRestrictionPolicyCommandInput extends DeletePlaybackRestrictionPolicyRequest {
}
export interface DeletePlaybackRestrictionPolicyCommandOutput {
    $metadata: ResponseMetadata;
}
export interface DeletePlaybackRestrictionPolicyCommand extends IvsCommand<DeletePlaybackRestrictionPolicyCommandInput, DeletePlaybackRestrictionPolicyCommandOutput> {
}
export declare const DeletePlaybackRestrictionPolicyCommand: import("../commands/command.js").CommandClass<DeletePlaybackRestrictionPolicyCommandInput, DeletePlaybackRestrictionPolicyCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListPlaybackRestrictionPoliciesCommandInput extends ListPlaybackRestrictionPoliciesRequest {
}
export interface ListPlaybackRestrictionPoliciesCommandOutput extends ListPlaybackRestrictionPoliciesResponse {
    $metadata: ResponseMetadata;
}
export interface ListPlaybackRestrictionPoliciesCommand extends IvsCommand<ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput> {
}
export declare const ListPlaybackRestrictionPoliciesCommand: import("../commands/command.js").CommandClass<ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface CreateRecordingConfigurationCommandInput extends CreateRecordingConfigurationRequest {
}
export interface CreateRecordingConfigurationCommandOutput extends CreateRecordingConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface CreateRecordingConfigurationCommand extends IvsCommand<CreateRecordingConfigurationCommandInput, CreateRecordingConfigurationCommandOutput> {
}
export declare const CreateRecordingConfigurationCommand: import("../commands/command.js").CommandClass<CreateRecordingConfigurationCommandInput, CreateRecordingConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetRecordingConfigurationCommandInput extends GetRecordingConfigurationRequest {
}
export interface GetRecordingConfigurationCommandOutput extends GetRecordingConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface GetRecordingConfigurationCommand extends IvsCommand<GetRecordingConfigurationCommandInput, GetRecordingConfigurationCommandOutput> {
}
export declare const GetRecordingConfigurationCommand: import("../commands/command.js").CommandClass<GetRecordingConfigurationCommandInput, GetRecordingConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeleteRecordingConfigurationCommandInput extends DeleteRecordingConfigurationRequest {
}
export interface DeleteRecordingConfigurationCommandOutput {
    $metadata: ResponseMetadata;
}
export interface DeleteRecordingConfigurationCommand extends IvsCommand<DeleteRecordingConfigurationCommandInput, DeleteRecordingConfigurationCommandOutput> {
}
export declare const DeleteRecordingConfigurationCommand: import("../commands/command.js").CommandClass<DeleteRecordingConfigurationCommandInput, DeleteRecordingConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListRecordingConfigurationsCommandInput extends ListRecordingConfigurationsRequest {
}
export interface ListRecordingConfigurationsCommandOutput extends ListRecordingConfigurationsResponse {
    $metadata: ResponseMetadata;
}
export interface ListRecordingConfigurationsCommand extends IvsCommand<ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput> {
}
export declare const ListRecordingConfigurationsCommand: import("../commands/command.js").CommandClass<ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface CreateAdConfigurationCommandInput extends CreateAdConfigurationRequest {
}
export interface CreateAdConfigurationCommandOutput extends CreateAdConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface CreateAdConfigurationCommand extends IvsCommand<CreateAdConfigurationCommandInput, CreateAdConfigurationCommandOutput> {
}
export declare const CreateAdConfigurationCommand: import("../commands/command.js").CommandClass<CreateAdConfigurationCommandInput, CreateAdConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetAdConfigurationCommandInput extends GetAdConfigurationRequest {
}
export interface GetAdConfigurationCommandOutput extends GetAdConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface GetAdConfigurationCommand extends IvsCommand<GetAdConfigurationCommandInput, GetAdConfigurationCommandOutput> {
}
export declare const GetAdConfigurationCommand: import("../commands/command.js").CommandClass<GetAdConfigurationCommandInput, GetAdConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface UpdateAdConfigurationCommandInput extends UpdateAdConfigurationRequest {
}
export interface UpdateAdConfigurationCommandOutput extends UpdateAdConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface UpdateAdConfigurationCommand extends IvsCommand<UpdateAdConfigurationCommandInput, UpdateAdConfigurationCommandOutput> {
}
export declare const UpdateAdConfigurationCommand: import("../commands/command.js").CommandClass<UpdateAdConfigurationCommandInput, UpdateAdConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeleteAdConfigurationCommandInput extends DeleteAdConfigurationRequest {
}
export interface DeleteAdConfigurationCommandOutput {
    $metadata: ResponseMetadata;
}
export interface DeleteAdConfigurationCommand extends IvsCommand<DeleteAdConfigurationCommandInput, DeleteAdConfigurationCommandOutput> {
}
export declare const DeleteAdConfigurationCommand: import("../commands/command.js").CommandClass<DeleteAdConfigurationCommandInput, DeleteAdConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListAdConfigurationsCommandInput extends ListAdConfigurationsRequest {
}
export interface ListAdConfigurationsCommandOutput extends ListAdConfigurationsResponse {
    $metadata: ResponseMetadata;
}
export interface ListAdConfigurationsCommand extends IvsCommand<ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput> {
}
export declare const ListAdConfigurationsCommand: import("../commands/command.js").CommandClass<ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface InsertAdBreakCommandInput extends InsertAdBreakRequest {
}
export interface InsertAdBreakCommandOutput extends InsertAdBreakResponse {
    $metadata: ResponseMetadata;
}
export interface InsertAdBreakCommand extends IvsCommand<InsertAdBreakCommandInput, InsertAdBreakCommandOutput> {
}
export declare const InsertAdBreakCommand: import("../commands/command.js").CommandClass<InsertAdBreakCommandInput, InsertAdBreakCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface CreateFailoverSlateConfigurationCommandInput extends CreateFailoverSlateConfigurationRequest {
}
export interface CreateFailoverSlateConfigurationCommandOutput extends CreateFailoverSlateConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface CreateFailoverSlateConfigurationCommand extends IvsCommand<CreateFailoverSlateConfigurationCommandInput, CreateFailoverSlateConfigurationCommandOutput> {
}
export declare const CreateFailoverSlateConfigurationCommand: import("../commands/command.js").CommandClass<CreateFailoverSlateConfigurationCommandInput, CreateFailoverSlateConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface GetFailoverSlateConfigurationCommandInput extends GetFailoverSlateConfigurationRequest {
}
export interface GetFailoverSlateConfigurationCommandOutput extends GetFailoverSlateConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface GetFailoverSlateConfigurationCommand extends IvsCommand<GetFailoverSlateConfigurationCommandInput, GetFailoverSlateConfigurationCommandOutput> {
}
export declare const GetFailoverSlateConfigurationCommand: import("../commands/command.js").CommandClass<GetFailoverSlateConfigurationCommandInput, GetFailoverSlateConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface UpdateFailoverSlateConfigurationCommandInput extends UpdateFailoverSlateConfigurationRequest {
}
export interface UpdateFailoverSlateConfigurationCommandOutput extends UpdateFailoverSlateConfigurationResponse {
    $metadata: ResponseMetadata;
}
export interface UpdateFailoverSlateConfigurationCommand extends IvsCommand<UpdateFailoverSlateConfigurationCommandInput, UpdateFailoverSlateConfigurationCommandOutput> {
}
export declare const UpdateFailoverSlateConfigurationCommand: import("../commands/command.js").CommandClass<UpdateFailoverSlateConfigurationCommandInput, UpdateFailoverSlateConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface DeleteFailoverSlateConfigurationCommandInput extends DeleteFailoverSlateConfigurationRequest {
}
export interface DeleteFailoverSlateConfigurationCommandOutput {
    $metadata: ResponseMetadata;
}
export interface DeleteFailoverSlateConfigurationCommand extends IvsCommand<DeleteFailoverSlateConfigurationCommandInput, DeleteFailoverSlateConfigurationCommandOutput> {
}
export declare const DeleteFailoverSlateConfigurationCommand: import("../commands/command.js").CommandClass<DeleteFailoverSlateConfigurationCommandInput, DeleteFailoverSlateConfigurationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListFailoverSlateConfigurationsCommandInput extends ListFailoverSlateConfigurationsRequest {
}
export interface ListFailoverSlateConfigurationsCommandOutput extends ListFailoverSlateConfigurationsResponse {
    $metadata: ResponseMetadata;
}
export interface ListFailoverSlateConfigurationsCommand extends IvsCommand<ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput> {
}
export declare const ListFailoverSlateConfigurationsCommand: import("../commands/command.js").CommandClass<ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface StartViewerSessionRevocationCommandInput extends StartViewerSessionRevocationRequest {
}
export interface StartViewerSessionRevocationCommandOutput extends StartViewerSessionRevocationResponse {
    $metadata: ResponseMetadata;
}
export interface StartViewerSessionRevocationCommand extends IvsCommand<StartViewerSessionRevocationCommandInput, StartViewerSessionRevocationCommandOutput> {
}
export declare const StartViewerSessionRevocationCommand: import("../commands/command.js").CommandClass<StartViewerSessionRevocationCommandInput, StartViewerSessionRevocationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface BatchStartViewerSessionRevocationCommandInput extends BatchStartViewerSessionRevocationRequest {
}
export interface BatchStartViewerSessionRevocationCommandOutput extends BatchStartViewerSessionRevocationResponse {
    $metadata: ResponseMetadata;
}
export interface BatchStartViewerSessionRevocationCommand extends IvsCommand<BatchStartViewerSessionRevocationCommandInput, BatchStartViewerSessionRevocationCommandOutput> {
}
export declare const BatchStartViewerSessionRevocationCommand: import("../commands/command.js").CommandClass<BatchStartViewerSessionRevocationCommandInput, BatchStartViewerSessionRevocationCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface TagResourceCommandInput extends TagResourceRequest {
}
export interface TagResourceCommandOutput extends TagResourceResponse {
    $metadata: ResponseMetadata;
}
export interface TagResourceCommand extends IvsCommand<TagResourceCommandInput, TagResourceCommandOutput> {
}
export declare const TagResourceCommand: import("../commands/command.js").CommandClass<TagResourceCommandInput, TagResourceCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface UntagResourceCommandInput extends UntagResourceRequest {
}
export interface UntagResourceCommandOutput extends UntagResourceResponse {
    $metadata: ResponseMetadata;
}
export interface UntagResourceCommand extends IvsCommand<UntagResourceCommandInput, UntagResourceCommandOutput> {
}
export declare const UntagResourceCommand: import("../commands/command.js").CommandClass<UntagResourceCommandInput, UntagResourceCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export interface ListTagsForResourceCommandInput extends ListTagsForResourceRequest {
}
export interface ListTagsForResourceCommandOutput extends ListTagsForResourceResponse {
    $metadata: ResponseMetadata;
}
export interface ListTagsForResourceCommand extends IvsCommand<ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput> {
}
export declare const ListTagsForResourceCommand: import("../commands/command.js").CommandClass<ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput, ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig>;
export type ServiceInputTypes = CreateChannelCommandInput | GetChannelCommandInput | BatchGetChannelCommandInput | UpdateChannelCommandInput | DeleteChannelCommandInput | ListChannelsCommandInput | CreateStreamKeyCommandInput | GetStreamKeyCommandInput | BatchGetStreamKeyCommandInput | DeleteStreamKeyCommandInput | ListStreamKeysCommandInput | GetStreamCommandInput | ListStreamsCommandInput | StopStreamCommandInput | PutMetadataCommandInput | GetStreamSessionCommandInput | ListStreamSessionsCommandInput | ImportPlaybackKeyPairCommandInput | GetPlaybackKeyPairCommandInput | DeletePlaybackKeyPairCommandInput | ListPlaybackKeyPairsCommandInput | CreatePlaybackRestrictionPolicyCommandInput | GetPlaybackRestrictionPolicyCommandInput | UpdatePlaybackRestrictionPolicyCommandInput | DeletePlaybackRestrictionPolicyCommandInput | ListPlaybackRestrictionPoliciesCommandInput | CreateRecordingConfigurationCommandInput | GetRecordingConfigurationCommandInput | DeleteRecordingConfigurationCommandInput | ListRecordingConfigurationsCommandInput | CreateAdConfigurationCommandInput | GetAdConfigurationCommandInput | UpdateAdConfigurationCommandInput | DeleteAdConfigurationCommandInput | ListAdConfigurationsCommandInput | InsertAdBreakCommandInput | CreateFailoverSlateConfigurationCommandInput | GetFailoverSlateConfigurationCommandInput | UpdateFailoverSlateConfigurationCommandInput | DeleteFailoverSlateConfigurationCommandInput | ListFailoverSlateConfigurationsCommandInput | StartViewerSessionRevocationCommandInput | BatchStartViewerSessionRevocationCommandInput | TagResourceCommandInput | UntagResourceCommandInput | ListTagsForResourceCommandInput;
export type ServiceOutputTypes = CreateChannelCommandOutput | GetChannelCommandOutput | BatchGetChannelCommandOutput | UpdateChannelCommandOutput | DeleteChannelCommandOutput | ListChannelsCommandOutput | CreateStreamKeyCommandOutput | GetStreamKeyCommandOutput | BatchGetStreamKeyCommandOutput | DeleteStreamKeyCommandOutput | ListStreamKeysCommandOutput | GetStreamCommandOutput | ListStreamsCommandOutput | StopStreamCommandOutput | PutMetadataCommandOutput | GetStreamSessionCommandOutput | ListStreamSessionsCommandOutput | ImportPlaybackKeyPairCommandOutput | GetPlaybackKeyPairCommandOutput | DeletePlaybackKeyPairCommandOutput | ListPlaybackKeyPairsCommandOutput | CreatePlaybackRestrictionPolicyCommandOutput | GetPlaybackRestrictionPolicyCommandOutput | UpdatePlaybackRestrictionPolicyCommandOutput | DeletePlaybackRestrictionPolicyCommandOutput | ListPlaybackRestrictionPoliciesCommandOutput | CreateRecordingConfigurationCommandOutput | GetRecordingConfigurationCommandOutput | DeleteRecordingConfigurationCommandOutput | ListRecordingConfigurationsCommandOutput | CreateAdConfigurationCommandOutput | GetAdConfigurationCommandOutput | UpdateAdConfigurationCommandOutput | DeleteAdConfigurationCommandOutput | ListAdConfigurationsCommandOutput | InsertAdBreakCommandOutput | CreateFailoverSlateConfigurationCommandOutput | GetFailoverSlateConfigurationCommandOutput | UpdateFailoverSlateConfigurationCommandOutput | DeleteFailoverSlateConfigurationCommandOutput | ListFailoverSlateConfigurationsCommandOutput | StartViewerSessionRevocationCommandOutput | BatchStartViewerSessionRevocationCommandOutput | TagResourceCommandOutput | UntagResourceCommandOutput | ListTagsForResourceCommandOutput;

// ivs/enumerations.d.ts
export declare const ChannelLatencyMode: Readonly<{
    readonly NORMAL: "NORMAL";
    readonly LOW: "LOW";
} & {
    readonly NormalLatency: "NORMAL";
    readonly LowLatency: "LOW";
}>;
export type ChannelLatencyMode = (typeof ChannelLatencyMode)[keyof typeof ChannelLatencyMode];
export declare const ChannelType: Readonly<{
    readonly BASIC: "BASIC";
    readonly STANDARD: "STANDARD";
    readonly ADVANCED_SD: "ADVANCED_SD";
    readonly ADVANCED_HD: "ADVANCED_HD";
} & {
    readonly BasicChannelType: "BASIC";
    readonly StandardChannelType: "STANDARD";
    readonly AdvancedSDChannelType: "ADVANCED_SD";
    readonly AdvancedHDChannelType: "ADVANCED_HD";
}>;
export type ChannelType = (typeof ChannelType)[keyof typeof ChannelType];
export declare const ContainerFormat: Readonly<{
    readonly FRAGMENTED_MP4: "FRAGMENTED_MP4";
} & {
    readonly TS: "TS";
    readonly FragmentedMP4: "FRAGMENTED_MP4";
}>;
export type ContainerFormat = (typeof ContainerFormat)[keyof typeof ContainerFormat];
export declare const FailoverSlateConfigurationState: Readonly<{
    readonly CREATING: "CREATING";
    readonly CREATE_FAILED: "CREATE_FAILED";
    readonly CREATED: "CREATED";
    readonly UPDATING: "UPDATING";
}>;
export type FailoverSlateConfigurationState = (typeof FailoverSlateConfigurationState)[keyof typeof FailoverSlateConfigurationState];
export declare const MultitrackMaximumResolution: Readonly<{
    readonly SD: "SD";
    readonly HD: "HD";
    readonly FULL_HD: "FULL_HD";
}>;
export type MultitrackMaximumResolution = (typeof MultitrackMaximumResolution)[keyof typeof MultitrackMaximumResolution];
export declare const MultitrackPolicy: Readonly<{
    readonly ALLOW: "ALLOW";
    readonly REQUIRE: "REQUIRE";
}>;
export type MultitrackPolicy = (typeof MultitrackPolicy)[keyof typeof MultitrackPolicy];
export declare const RecordingConfigurationState: Readonly<{
    readonly CREATING: "CREATING";
    readonly CREATE_FAILED: "CREATE_FAILED";
    readonly ACTIVE: "ACTIVE";
} & {
    readonly Creating: "CREATING";
    readonly CreateFailed: "CREATE_FAILED";
    readonly Active: "ACTIVE";
}>;
export type RecordingConfigurationState = (typeof RecordingConfigurationState)[keyof typeof RecordingConfigurationState];
export declare const RecordingMode: Readonly<{
    readonly DISABLED: "DISABLED";
    readonly INTERVAL: "INTERVAL";
} & {
    readonly Disabled: "DISABLED";
    readonly Interval: "INTERVAL";
}>;
export type RecordingMode = (typeof RecordingMode)[keyof typeof RecordingMode];
export declare const RenditionConfigurationRendition: Readonly<{
    readonly SD: "SD";
    readonly HD: "HD";
    readonly FULL_HD: "FULL_HD";
    readonly LOWEST_RESOLUTION: "LOWEST_RESOLUTION";
}>;
export type RenditionConfigurationRendition = (typeof RenditionConfigurationRendition)[keyof typeof RenditionConfigurationRendition];
export declare const RenditionConfigurationRenditionSelection: Readonly<{
    readonly ALL: "ALL";
    readonly NONE: "NONE";
    readonly CUSTOM: "CUSTOM";
}>;
export type RenditionConfigurationRenditionSelection = (typeof RenditionConfigurationRenditionSelection)[keyof typeof RenditionConfigurationRenditionSelection];
export declare const StreamHealth: Readonly<{
    readonly HEALTHY: "HEALTHY";
    readonly STARVING: "STARVING";
    readonly UNKNOWN: "UNKNOWN";
} & {
    readonly StreamHealthy: "HEALTHY";
    readonly Starving: "STARVING";
    readonly Unknown: "UNKNOWN";
}>;
export type StreamHealth = (typeof StreamHealth)[keyof typeof StreamHealth];
export declare const StreamState: Readonly<{
    readonly LIVE: "LIVE";
    readonly OFFLINE: "OFFLINE";
} & {
    readonly StreamLive: "LIVE";
    readonly StreamOffline: "OFFLINE";
}>;
export type StreamState = (typeof StreamState)[keyof typeof StreamState];
export declare const ThumbnailConfigurationResolution: Readonly<{
    readonly SD: "SD";
    readonly HD: "HD";
    readonly FULL_HD: "FULL_HD";
    readonly LOWEST_RESOLUTION: "LOWEST_RESOLUTION";
}>;
export type ThumbnailConfigurationResolution = (typeof ThumbnailConfigurationResolution)[keyof typeof ThumbnailConfigurationResolution];
export declare const ThumbnailConfigurationStorage: Readonly<{
    readonly SEQUENTIAL: "SEQUENTIAL";
    readonly LATEST: "LATEST";
}>;
export type ThumbnailConfigurationStorage = (typeof ThumbnailConfigurationStorage)[keyof typeof ThumbnailConfigurationStorage];
export declare const TranscodePreset: Readonly<{
    readonly HIGHER_BANDWIDTH_DELIVERY: "HIGHER_BANDWIDTH_DELIVERY";
    readonly CONSTRAINED_BANDWIDTH_DELIVERY: "CONSTRAINED_BANDWIDTH_DELIVERY";
} & {
    readonly HigherBandwidthTranscodePreset: "HIGHER_BANDWIDTH_DELIVERY";
    readonly ConstrainedBandwidthTranscodePreset: "CONSTRAINED_BANDWIDTH_DELIVERY";
}>;
export type TranscodePreset = (typeof TranscodePreset)[keyof typeof TranscodePreset];

// ivs/exceptions.d.ts
import { type ExceptionClass } from "../errors/exception-classes.js";
import { IvsServiceException } from "./ivs-service-exception.js";
export declare const exceptions: {
    readonly AccessDeniedException: ExceptionClass<AccessDeniedException>;
    readonly ChannelNotBroadcasting: ExceptionClass<ChannelNotBroadcasting>;
    readonly ConflictException: ExceptionClass<ConflictException>;
    readonly InternalServerException: ExceptionClass<InternalServerException>;
    readonly PendingVerification: ExceptionClass<PendingVerification>;
    readonly ResourceNotFoundException: ExceptionClass<ResourceNotFoundException>;
    readonly ServiceQuotaExceededException: ExceptionClass<ServiceQuotaExceededException>;
    readonly ServiceUnavailable: ExceptionClass<ServiceUnavailable>;
    readonly StreamUnavailable: ExceptionClass<StreamUnavailable>;
    readonly ThrottlingException: ExceptionClass<ThrottlingException>;
    readonly ValidationException: ExceptionClass<ValidationException>;
};
export declare const AccessDeniedException: ExceptionClass<AccessDeniedException>;
export interface AccessDeniedException extends IvsServiceException {
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
export declare const ChannelNotBroadcasting: ExceptionClass<ChannelNotBroadcasting>;
export interface ChannelNotBroadcasting extends IvsServiceException {
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
export declare const ConflictException: ExceptionClass<ConflictException>;
export interface ConflictException extends IvsServiceException {
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
export declare const InternalServerException: ExceptionClass<InternalServerException>;
export interface InternalServerException extends IvsServiceException {
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
export declare const PendingVerification: ExceptionClass<PendingVerification>;
export interface PendingVerification extends IvsServiceException {
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
export declare const ResourceNotFoundException: ExceptionClass<ResourceNotFoundException>;
export interface ResourceNotFoundException extends IvsServiceException {
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
export declare const ServiceQuotaExceededException: ExceptionClass<ServiceQuotaExceededException>;
export interface ServiceQuotaExceededException extends IvsServiceException {
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
export declare const ServiceUnavailable: ExceptionClass<ServiceUnavailable>;
export interface ServiceUnavailable extends IvsServiceException {
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
export declare const StreamUnavailable: ExceptionClass<StreamUnavailable>;
export interface StreamUnavailable extends IvsServiceException {
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
export declare const ThrottlingException: ExceptionClass<ThrottlingException>;
export interface ThrottlingException extends IvsServiceException {
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
export declare const ValidationException: ExceptionClass<ValidationException>;
export interface ValidationException extends IvsServiceException {
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

// ivs/index.d.ts
export * from "./aggregated-client.js";
export * from "./commands.js";
export * from "./enumerations.js";
export * from "./exceptions.js";
export { Client, Client as __Client, IvsClient } from "./ivs-client.js";
export type { ClientDefaults, ClientInputEndpointParameters, IvsClientConfig, IvsClientConfigType, IvsClientResolvedConfig, IvsClientResolvedConfigType, IvsExtensionConfiguration, IvsPaginationConfiguration, RuntimeExtension, } from "./ivs-client-config.js";
export { IvsServiceException } from "./ivs-service-exception.js";
export type { OperationPaginator, PageIterable, PaginatedInput } from "./operation-paginator.js";
export type { PageableOperations } from "./pageable-operations.js";
export * from "./paginators.js";
export type * from "./structures.js";
export * from "./wait-until.js";
export type { WaiterInputs } from "./waiter-definitions.js";

// ivs/ivs-client-config.d.ts
import type { ClientConfig } from "../config.js";
import type { PaginationConfiguration } from "../pagination/sdk-paginator.js";
import type { ResolvedConfig } from "../resolved-config.js";
export interface IvsClientConfig extends ClientConfig {
}
export interface IvsClientResolvedConfig extends ResolvedConfig {
}
export interface IvsClientConfigType extends ClientConfig {
}
export interface ClientDefaults extends ClientConfig {
}
export interface ClientInputEndpointParameters extends Pick<ClientConfig, "region" | "endpoint" | "useDualstackEndpoint" | "useFipsEndpoint"> {
}
export interface IvsClientResolvedConfigType extends ResolvedConfig {
}
export interface RuntimeExtension {
    configure(extensionConfiguration: IvsExtensionConfiguration): void;
}
export type IvsExtensionConfiguration = object;
export interface IvsPaginationConfiguration extends PaginationConfiguration {
}

// ivs/ivs-client.d.ts
import { ServiceClient } from "../client.js";
import type { Spelling, Spelt } from "../operation-name.js";
import { type Waiter } from "../waiters/boto3-waiter.js";
import type { ServiceInputTypes, ServiceOutputTypes } from "./commands.js";
import { exceptions } from "./exceptions.js";
import type { IvsClientConfig, IvsClientResolvedConfig } from "./ivs-client-config.js";
import type { OperationPaginator } from "./operation-paginator.js";
import { type IvsOperations } from "./operations.js";
import { type PageableOperations } from "./pageable-operations.js";
import { type WaiterInputs } from "./waiter-definitions.js";
export declare class Client extends ServiceClient<ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig> {
    constructor(config?: IvsClientConfig);
    get exceptions(): typeof exceptions;
    canPaginate(operation: string): boolean;
    getPaginator<Name extends Spelling<keyof PageableOperations>>(operation: Name): OperationPaginator<Spelt<Name, keyof PageableOperations>>;
    get waiterNames(): string[];
    getWaiter<Name extends Spelling<keyof WaiterInputs>>(name: Name): Waiter<WaiterInputs[Spelt<Name, keyof WaiterInputs>]>;
}
export declare class IvsClient extends Client {
}
export interface IvsClient extends IvsOperations {
}

// ivs/ivs-service-exception.d.ts
import { ServiceException } from "../errors/service-exception.js";
export declare class IvsServiceException extends ServiceException {
    static isInstance(value: unknown): value is IvsServiceException;
}

// ivs/operation-paginator.d.ts
import type { Boto3Pages, Boto3Paginator, PagedInput } from "../pagination/boto3-paginator.js";
import type { PageableOperations } from "./pageable-operations.js";
export interface OperationPaginator<Operation extends keyof PageableOperations> extends Boto3Paginator<PageableOperations[Operation]> {
}
export type PaginatedInput<Operation extends keyof PageableOperations> = PagedInput<PageableOperations[Operation]>;
export interface PageIterable<Operation extends keyof PageableOperations> extends Boto3Pages<PageableOperations[Operation]> {
}

// ivs/operations.d.ts
import type { CallOptions } from "../call/caller.js";
import type { BatchGetChannelCommandInput, BatchGetChannelCommandOutput, BatchGetStreamKeyCommandInput, BatchGetStreamKeyCommandOutput, BatchStartViewerSessionRevocationCommandInput, BatchStartViewerSessionRevocationCommandOutput, CreateAdConfigurationCommandInput, CreateAdConfigurationCommandOutput, CreateChannelCommandInput, CreateChannelCommandOutput, CreateFailoverSlateConfigurationCommandInput, CreateFailoverSlateConfigurationCommandOutput, CreatePlaybackRestrictionPolicyCommandInput, CreatePlaybackRestrictionPolicyCommandOutput, CreateRecordingConfigurationCommandInput, CreateRecordingConfigurationCommandOutput, CreateStreamKeyCommandInput, CreateStreamKeyCommandOutput, DeleteAdConfigurationCommandInput, DeleteAdConfigurationCommandOutput, DeleteChannelCommandInput, DeleteChannelCommandOutput, DeleteFailoverSlateConfigurationCommandInput, DeleteFailoverSlateConfigurationCommandOutput, DeletePlaybackKeyPairCommandInput, DeletePlaybackKeyPairCommandOutput, DeletePlaybackRestrictionPolicyCommandInput, DeletePlaybackRestrictionPolicyCommandOutput, DeleteRecordingConfigurationCommandInput, DeleteRecordingConfigurationCommandOutput, DeleteStreamKeyCommandInput, DeleteStreamKeyCommandOutput, GetAdConfigurationCommandInput, GetAdConfigurationCommandOutput, GetChannelCommandInput, GetChannelCommandOutput, GetFailoverSlateConfigurationCommandInput, GetFailoverSlateConfigurationCommandOutput, GetPlaybackKeyPairCommandInput, GetPlaybackKeyPairCommandOutput, GetPlaybackRestrictionPolicyCommandInput, GetPlaybackRestrictionPolicyCommandOutput, GetRecordingConfigurationCommandInput, GetRecordingConfigurationCommandOutput, GetStreamCommandInput, GetStreamCommandOutput, GetStreamKeyCommandInput, GetStreamKeyCommandOutput, GetStreamSessionCommandInput, GetStreamSessionCommandOutput, ImportPlaybackKeyPairCommandInput, ImportPlaybackKeyPairCommandOutput, InsertAdBreakCommandInput, InsertAdBreakCommandOutput, ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput, ListChannelsCommandInput, ListChannelsCommandOutput, ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput, ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput, ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput, ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput, ListStreamKeysCommandInput, ListStreamKeysCommandOutput, ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput, ListStreamsCommandInput, ListStreamsCommandOutput, ListTagsForResourceCommandInput, ListTagsForResourceCommandOutput, PutMetadataCommandInput, PutMetadataCommandOutput, StartViewerSessionRevocationCommandInput, StartViewerSessionRevocationCommandOutput, StopStreamCommandInput, StopStreamCommandOutput, TagResourceCommandInput, TagResourceCommandOutput, UntagResourceCommandInput, UntagResourceCommandOutput, UpdateAdConfigurationCommandInput, UpdateAdConfigurationCommandOutput, UpdateChannelCommandInput, UpdateChannelCommandOutput, UpdateFailoverSlateConfigurationCommandInput, UpdateFailoverSlateConfigurationCommandOutput, UpdatePlaybackRestrictionPolicyCommandInput, UpdatePlaybackRestrictionPolicyCommandOutput } from "./commands.js";
export declare const OPERATIONS: string[];
export interface IvsOperations {
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

// ivs/pageable-operations.d.ts
import type { ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput, ListChannelsCommandInput, ListChannelsCommandOutput, ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput, ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput, ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput, ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput, ListStreamKeysCommandInput, ListStreamKeysCommandOutput, ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput, ListStreamsCommandInput, ListStreamsCommandOutput } from "./commands.js";
export interface PageableOperations {
    ListChannels: {
        input: ListChannelsCommandInput;
        output: ListChannelsCommandOutput;
        items: "channels";
    };
    ListStreamKeys: {
        input: ListStreamKeysCommandInput;
        output: ListStreamKeysCommandOutput;
        items: "streamKeys";
    };
    ListStreams: {
        input: ListStreamsCommandInput;
        output: ListStreamsCommandOutput;
        items: "streams";
    };
    ListStreamSessions: {
        input: ListStreamSessionsCommandInput;
        output: ListStreamSessionsCommandOutput;
        items: "streamSessions";
    };
    ListPlaybackKeyPairs: {
        input: ListPlaybackKeyPairsCommandInput;
        output: ListPlaybackKeyPairsCommandOutput;
        items: "keyPairs";
    };
    ListPlaybackRestrictionPolicies: {
        input: ListPlaybackRestrictionPoliciesCommandInput;
        output: ListPlaybackRestrictionPoliciesCommandOutput;
        items: "playbackRestrictionPolicies";
    };
    ListRecordingConfigurations: {
        input: ListRecordingConfigurationsCommandInput;
        output: ListRecordingConfigurationsCommandOutput;
        items: "recordingConfigurations";
    };
    ListAdConfigurations: {
        input: ListAdConfigurationsCommandInput;
        output: ListAdConfigurationsCommandOutput;
        items: "adConfigurations";
    };
    ListFailoverSlateConfigurations: {
        input: ListFailoverSlateConfigurationsCommandInput;
        output: ListFailoverSlateConfigurationsCommandOutput;
        items: "failoverSlateConfigurations";
    };
}
export declare const ITEM_MEMBERS: {
    readonly [Name in keyof PageableOperations]: PageableOperations[Name]["items"];
};

// ivs/paginators.d.ts
import { type ListChannelsCommandInput, type ListChannelsCommandOutput, type ListStreamKeysCommandInput, type ListStreamKeysCommandOutput, type ListStreamsCommandInput, type ListStreamsCommandOutput, type ListStreamSessionsCommandInput, type ListStreamSessionsCommandOutput, type ListPlaybackKeyPairsCommandInput, type ListPlaybackKeyPairsCommandOutput, type ListPlaybackRestrictionPoliciesCommandInput, type ListPlaybackRestrictionPoliciesCommandOutput, type ListRecordingConfigurationsCommandInput, type ListRecordingConfigurationsCommandOutput, type ListAdConfigurationsCommandInput, type ListAdConfigurationsCommandOutput, type ListFailoverSlateConfigurationsCommandInput, type ListFailoverSlateConfigurationsCommandOutput } from "./commands.js";
import type { IvsPaginationConfiguration } from "./ivs-client-config.js";
export declare const paginateListChannels: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListChannelsCommandInput, ListChannelsCommandOutput, import("./structures.js").ChannelSummary>;
export declare const paginateListStreamKeys: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListStreamKeysCommandInput, ListStreamKeysCommandOutput, import("./structures.js").StreamKeySummary>;
export declare const paginateListStreams: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListStreamsCommandInput, ListStreamsCommandOutput, import("./structures.js").StreamSummary>;
export declare const paginateListStreamSessions: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListStreamSessionsCommandInput, ListStreamSessionsCommandOutput, import("./structures.js").StreamSessionSummary>;
export declare const paginateListPlaybackKeyPairs: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListPlaybackKeyPairsCommandInput, ListPlaybackKeyPairsCommandOutput, import("./structures.js").PlaybackKeyPairSummary>;
export declare const paginateListPlaybackRestrictionPolicies: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListPlaybackRestrictionPoliciesCommandInput, ListPlaybackRestrictionPoliciesCommandOutput, import("./structures.js").PlaybackRestrictionPolicySummary>;
export declare const paginateListRecordingConfigurations: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListRecordingConfigurationsCommandInput, ListRecordingConfigurationsCommandOutput, import("./structures.js").RecordingConfigurationSummary>;
export declare const paginateListAdConfigurations: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListAdConfigurationsCommandInput, ListAdConfigurationsCommandOutput, import("./structures.js").AdConfigurationSummary>;
export declare const paginateListFailoverSlateConfigurations: import("../pagination/sdk-paginator.js").PaginateFunction<IvsPaginationConfiguration, ListFailoverSlateConfigurationsCommandInput, ListFailoverSlateConfigurationsCommandOutput, import("./structures.js").FailoverSlateConfigurationSummary>;

// ivs/structures.d.ts
import type { ChannelLatencyMode, ChannelType, ContainerFormat, FailoverSlateConfigurationState, MultitrackMaximumResolution, MultitrackPolicy, RecordingConfigurationState, RecordingMode, RenditionConfigurationRendition, RenditionConfigurationRenditionSelection, StreamHealth, StreamState, ThumbnailConfigurationResolution, ThumbnailConfigurationStorage, TranscodePreset } from "./enumerations.js";
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

// ivs/wait-until.d.ts
export declare const waitUntilRecordingConfigurationActive: import("../waiters/sdk-waiter.js").WaitFunction<import("./commands.js").GetRecordingConfigurationCommandInput>;
export declare const waitUntilStreamLive: import("../waiters/sdk-waiter.js").WaitFunction<import("./commands.js").GetStreamCommandInput>;
export declare const waitUntilStreamOffline: import("../waiters/sdk-waiter.js").WaitFunction<import("./commands.js").GetStreamCommandInput>;

// ivs/waiter-definitions.d.ts
import type { WaiterDefinition } from "../waiters/poll.js";
import type { GetRecordingConfigurationCommandInput, GetStreamCommandInput } from "./commands.js";
export interface WaiterInputs {
    RecordingConfigurationActive: GetRecordingConfigurationCommandInput;
    StreamLive: GetStreamCommandInput;
    StreamOffline: GetStreamCommandInput;
}
export declare const recordingConfigurationActive: WaiterDefinition;
export declare const streamLive: WaiterDefinition;
export declare const streamOffline: WaiterDefinition;
export declare const WAITERS: WaiterDefinition[];

// metadata.d.ts
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export type { MetadataItem } from "./metadata/item.js";
export type { DroppedMetadata, DropReason, MetadataStreamOptions, SentMetadata } from "./metadata/options.js";
export { type DecodedMetadata, decodeMetadata, MetadataReader, type MetadataReaderOptions } from "./metadata/reader.js";
export { type MetadataClient, metadataStream } from "./metadata/stream.js";

// metadata/item.d.ts
export type MetadataItem = string | number | boolean | object | null;
export declare function jsonOf(item: unknown): string;
export declare function textOf(item: unknown): string;
export declare function bytesOf(text: string, room: number): number;

// metadata/options.d.ts
import type { MetadataItem } from "./item.js";
export type DropReason = "refused" | "offline" | "unconfirmed" | "failed" | "aborted";
export interface DroppedMetadata {
    items: MetadataItem[];
    reason: DropReason;
    unconfirmed: number;
    error: unknown;
}
export interface SentMetadata {
    items: MetadataItem[];
}
export interface MetadataStreamOptions {
    channelArn: string;
    mode?: "batch" | "single" | undefined;
    resend?: boolean | undefined;
    whenRefused?: "error" | "drop" | undefined;
    whenOffline?: "wait" | "drop" | "error" | undefined;
    offlineInterval?: number | undefined;
    retryTime?: number | undefined;
    bufferBytes?: number | undefined;
    onDrop?: ((dropped: DroppedMetadata) => void) | undefined;
    onSent?: ((sent: SentMetadata) => void) | undefined;
}
export type Settings = Required<{
    [Name in keyof MetadataStreamOptions]: NonNullable<MetadataStreamOptions[Name]>;
}>;
export declare function readOptions(options: unknown): Settings;

// metadata/reader.d.ts
export interface DecodedMetadata {
    streamId: string | undefined;
    sequence: number;
    items: unknown[];
}
export interface MetadataReaderOptions {
    maxHeld?: number | undefined;
}
export declare function decodeMetadata(text: string): DecodedMetadata;
export declare class MetadataReader<Item = unknown> {
    #private;
    constructor(options?: MetadataReaderOptions);
    read(text: string): Item[];
    flush(): Item[];
}

// metadata/stream.d.ts
import type { MetadataItem } from "./item.js";
import { type MetadataStreamOptions } from "./options.js";
export interface MetadataClient {
    putMetadata(input: {
        channelArn: string;
        metadata: string;
    }, options?: {
        abortSignal?: AbortSignal;
        maxAttempts?: number;
    }): Promise<unknown>;
    getStream?(input: {
        channelArn: string;
    }, options?: {
        abortSignal?: AbortSignal;
    }): Promise<unknown>;
}
export declare function metadataStream(client: MetadataClient, options: MetadataStreamOptions): WritableStream<MetadataItem>;

// middleware.d.ts
export type * from "./middleware/types.js";

// middleware/types.d.ts
import type { Logger } from "../call/call-log.js";
import type { ResponseMetadata } from "../call/caller.js";
export type Step = "initialize" | "serialize" | "build" | "finalizeRequest" | "deserialize";
export type Priority = "high" | "normal" | "low";
export interface MetadataBearer {
    $metadata: ResponseMetadata;
}
export interface InitializeHandlerArguments<Input extends object> {
    input: Input;
}
export interface SerializeHandlerArguments<Input extends object> extends InitializeHandlerArguments<Input> {
    request?: unknown;
}
export interface FinalizeHandlerArguments<Input extends object> extends SerializeHandlerArguments<Input> {
    request: unknown;
}
export interface DeserializeHandlerOutput<Output extends object> {
    response: unknown;
    output?: Output;
}
export interface HandlerOutput<Output extends object> extends DeserializeHandlerOutput<Output> {
    output: Output;
}
export type InitializeHandler<Input extends object, Output extends object> = (args: InitializeHandlerArguments<Input>) => Promise<HandlerOutput<Output>>;
export type SerializeHandler<Input extends object, Output extends object> = (args: SerializeHandlerArguments<Input>) => Promise<HandlerOutput<Output>>;
export type FinalizeHandler<Input extends object, Output extends object> = (args: FinalizeHandlerArguments<Input>) => Promise<HandlerOutput<Output>>;
export type DeserializeHandler<Input extends object, Output extends object> = (args: FinalizeHandlerArguments<Input>) => Promise<DeserializeHandlerOutput<Output>>;
export interface HandlerExecutionContext {
    logger?: {
        [Level in keyof Logger]-?: (...content: any[]) => void;
    };
    clientName?: string;
    commandName?: string;
    __smithy_context?: {
        service?: string;
        operation?: string;
        commandInstance?: any;
        [key: string]: unknown;
    };
    [key: string]: any;
}
export type InitializeMiddleware<Input extends object, Output extends object> = (next: InitializeHandler<Input, Output>, context: HandlerExecutionContext) => InitializeHandler<Input, Output>;
export type SerializeMiddleware<Input extends object, Output extends object> = (next: SerializeHandler<Input, Output>, context: HandlerExecutionContext) => SerializeHandler<Input, Output>;
export type FinalizeMiddleware<Input extends object, Output extends object> = (next: FinalizeHandler<Input, Output>, context: HandlerExecutionContext) => FinalizeHandler<Input, Output>;
export type DeserializeMiddleware<Input extends object, Output extends object> = (next: DeserializeHandler<Input, Output>, context: HandlerExecutionContext) => DeserializeHandler<Input, Output>;
export type Middleware = (next: any, context: any) => any;
export interface MiddlewareNames {
    name?: string;
    aliases?: string[];
    tags?: string[];
    override?: boolean;
}
export interface MiddlewareOptions<At extends Step = Step> extends MiddlewareNames {
    step: At;
    priority?: Priority;
}
export interface RelativeMiddlewareOptions extends MiddlewareNames {
    relation: "before" | "after";
    toMiddleware: string;
}
export interface Pluggable<Input extends object, Output extends object> {
    applyToStack: (stack: MiddlewareStack<Input, Output>) => void;
}
export interface MiddlewareStack<Input extends object, Output extends object> extends Pluggable<Input, Output> {
    add(middleware: InitializeMiddleware<Input, Output>, options?: Partial<MiddlewareOptions<"initialize">>): void;
    add(middleware: SerializeMiddleware<Input, Output>, options: MiddlewareOptions<"serialize">): void;
    add(middleware: FinalizeMiddleware<Input, Output>, options: MiddlewareOptions<"build">): void;
    add(middleware: FinalizeMiddleware<Input, Output>, options: MiddlewareOptions<"finalizeRequest">): void;
    add(middleware: DeserializeMiddleware<Input, Output>, options: MiddlewareOptions<"deserialize">): void;
    addRelativeTo(middleware: Middleware, options: RelativeMiddlewareOptions): void;
    use(plugin: Pluggable<Input, Output>): void;
    clone(): MiddlewareStack<Input, Output>;
    remove(toRemove: Middleware | string): boolean;
    removeByTag(toRemove: string): boolean;
    concat<InputType extends Input, OutputType extends Output>(from: MiddlewareStack<InputType, OutputType>): MiddlewareStack<InputType, OutputType>;
    identify(): string[];
    identifyOnResolve(toggle?: boolean): boolean;
    resolve<InputType extends Input, OutputType extends Output>(handler: DeserializeHandler<InputType, OutputType>, context: HandlerExecutionContext): InitializeHandler<InputType, OutputType>;
}

// operation-name.d.ts
type SnakeCase<Name extends string> = Name extends `${infer First}${infer Rest}` ? `${First extends Lowercase<First> ? First : `_${Lowercase<First>}`}${SnakeCase<Rest>}` : Name;
export type Spelling<Name extends string> = Name extends string ? Name | Uncapitalize<Name> | SnakeCase<Uncapitalize<Name>> : never;
export type Spelt<Name extends string, Names extends string> = Names extends string ? Name extends Spelling<Names> ? Names : never : never;
export declare function pascalCase(name: unknown): string;
export {};

// pagination/boto3-paginator.d.ts
import type { CallOptions } from "../call/caller.js";
export interface PaginationConfig {
    MaxItems?: number | string | undefined;
    PageSize?: number | string | undefined;
    StartingToken?: string | undefined;
}
export interface PageTypes {
    input: object;
    output: object;
    items: string;
}
export type PagedInput<Types extends PageTypes> = Types["input"] & {
    PaginationConfig?: PaginationConfig | undefined;
};
export type ItemOf<Page, Items extends string> = Page extends {
    [Name in Items]?: (infer Item)[] | undefined;
} ? Item : never;
export interface Boto3Paginator<Types extends PageTypes> {
    paginate(...parameters: object extends Types["input"] ? [input?: PagedInput<Types>, options?: CallOptions] : [input: PagedInput<Types>, options?: CallOptions]): Boto3Pages<Types>;
}
export interface Boto3Pages<Types extends PageTypes> extends AsyncIterable<Types["output"]> {
    items(): AsyncGenerator<ItemOf<Types["output"], Types["items"]>, undefined, unknown>;
    readonly resumeToken: string | undefined;
    buildFullResult(): Promise<Pick<Types["output"], Types["items"] & keyof Types["output"]> & {
        NextToken?: string;
    }>;
}
export type ItemMembers = Readonly<Record<string, string>>;
type Page = Record<string, unknown>;
export declare function canPaginate(itemMembers: ItemMembers, operation: string): boolean;
export declare function boto3Paginator<Types extends PageTypes>(client: {
    call(operation: string, input: object, options?: CallOptions): Promise<Page>;
}, itemMembers: ItemMembers, operation: string): Boto3Paginator<Types>;
export {};

// pagination/pagination-errors.d.ts
import { PackageError } from "../errors/error-class.js";
export declare class NotPageableError extends PackageError {
    readonly name: "NotPageableError";
}
export declare class PaginationError extends PackageError {
    readonly name: "PaginationError";
}

// pagination/sdk-paginator.d.ts
import type { ServiceClient } from "../client.js";
import type { Command } from "../commands/command.js";
import type { ItemOf } from "./boto3-paginator.js";
export interface PaginationConfiguration {
    client: Pick<ServiceClient, "send">;
    pageSize?: number | undefined;
    startingToken?: any;
    stopOnSameToken?: boolean | undefined;
    withCommand?: ((command: any) => any) | undefined;
}
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;
export interface ItemPaginator<Page, Item> extends Paginator<Page> {
    items(): AsyncGenerator<Item, undefined, unknown>;
}
export type PaginateFunction<Configuration, Input, Page, Item> = (config: Configuration, input: Input, ...options: unknown[]) => ItemPaginator<Page, Item>;
export declare function sdkPaginator<Configuration extends PaginationConfiguration, Input extends object, Page extends object, Items extends string>(commandClass: new (input: Input) => Command<Input, Page>, items: Items): PaginateFunction<Configuration, Input, Page, ItemOf<Page, Items>>;

// playback.d.ts
export type { PlaybackClaims, PlaybackExpiry } from "./playback/claims.js";
export { createPlaybackKeyPair, type ExtractablePlaybackKeyPair, importPrivateKey, type PlaybackKeyPair, type WebCryptoKey, } from "./playback/keys.js";
export { PlaybackError, type PlaybackErrorCode } from "./playback/playback-error.js";
export { type RevokeViewerInput, revokeViewer } from "./playback/revoke-viewer.js";
export { type DecodedClaims, type DecodedPlaybackToken, decodePlaybackToken, type PlaybackTokenOptions, signPlaybackToken, verifyPlaybackToken, } from "./playback/token.js";
export { playbackUrl } from "./playback/url.js";

// playback/claims.d.ts
export type PlaybackExpiry = {
    exp: number;
    ttl?: undefined;
} | {
    ttl: string;
    exp?: undefined;
};
export type PlaybackClaims = PlaybackExpiry & DocumentedClaims & {
    [claim: `aws:${string}`]: unknown;
};
export interface DocumentedClaims {
    channelArn: string;
    accessControlAllowOrigin?: string | readonly string[] | undefined;
    strictOriginEnforcement?: boolean | undefined;
    singleUseUuid?: string | undefined;
    viewerId?: string | undefined;
    viewerSessionVersion?: number | undefined;
    maximumResolution?: "SD" | "HD" | "FULL_HD" | undefined;
    adsOptOut?: boolean | undefined;
    adsPlayerParams?: Readonly<Record<string, string>> | undefined;
    adsPlaybackConfigName?: string | undefined;
    adsReportingMode?: "CLIENT" | "SERVER" | undefined;
}
interface ClaimRule {
    claim: `aws:${string}`;
    type: "string" | "boolean" | "number" | "object";
    read(value: unknown, path: string): unknown;
}
export declare const CLAIMS: {
    [Name in keyof DocumentedClaims]-?: ClaimRule;
};
export {};

// playback/keys.d.ts
export interface WebCryptoKey {
    readonly type: "private" | "public" | "secret";
    readonly extractable: boolean;
    readonly algorithm: {
        name: string;
    };
    readonly usages: ("decrypt" | "deriveBits" | "deriveKey" | "encrypt" | "sign" | "unwrapKey" | "verify" | "wrapKey")[];
}
export interface PlaybackKeyPair {
    publicKeyMaterial: string;
    publicKey: WebCryptoKey;
    privateKey: WebCryptoKey;
}
export interface ExtractablePlaybackKeyPair extends PlaybackKeyPair {
    privateKeyPem: string;
}
export declare function createPlaybackKeyPair(options: {
    extractable: true;
}): Promise<ExtractablePlaybackKeyPair>;
export declare function createPlaybackKeyPair(options?: {
    extractable?: boolean | undefined;
}): Promise<PlaybackKeyPair>;
export declare function importPrivateKey(pem: string): Promise<WebCryptoKey>;
export declare function readPublicKey(key: unknown, path: string): Promise<CryptoKey>;
export declare function readCryptoKey(key: unknown, half: "private" | "public", path: string): CryptoKey;

// playback/playback-error.d.ts
import { PackageError } from "../errors/error-class.js";
export type PlaybackErrorCode = "MalformedToken" | "InvalidSignature" | "ExpiredToken" | "NoWebCrypto";
export declare class PlaybackError extends PackageError {
    readonly name: "PlaybackError";
    readonly code: PlaybackErrorCode;
    constructor(code: PlaybackErrorCode, message: string);
}

// playback/revoke-viewer.d.ts
import type { CallOptions } from "../call/caller.js";
import type { IvsOperations } from "../ivs/operations.js";
export interface RevokeViewerInput {
    channelArn: string;
    viewerId: string;
    version?: number | undefined;
}
export declare function revokeViewer(client: Pick<IvsOperations, "startViewerSessionRevocation">, input: RevokeViewerInput, options?: CallOptions): ReturnType<IvsOperations["startViewerSessionRevocation"]>;
export type RevokedViewer = RevokeViewerInput & {
    version: number;
};
export declare function defaultVersion(): number;
export declare function readRevokedViewer(input: unknown, path: string, otherwise: number): RevokedViewer;
export declare function revocationOf({ channelArn, viewerId, version }: RevokedViewer): {
    channelArn: string;
    viewerId: string;
    viewerSessionVersionsLessThanOrEqualTo: number;
};

// playback/token.d.ts
import { type DocumentedClaims, type PlaybackClaims } from "./claims.js";
import { type WebCryptoKey } from "./keys.js";
export interface PlaybackTokenOptions {
    date?: Date | undefined;
}
export type DecodedClaims = {
    [Name in keyof DocumentedClaims]?: Name extends "accessControlAllowOrigin" ? string : DocumentedClaims[Name];
} & {
    exp?: number;
    [claim: `aws:${string}`]: unknown;
};
export interface DecodedPlaybackToken {
    header: Record<string, unknown>;
    claims: DecodedClaims;
    payload: Record<string, unknown>;
}
export declare function signPlaybackToken(claims: PlaybackClaims, key: WebCryptoKey, options?: PlaybackTokenOptions): Promise<string>;
export declare function decodePlaybackToken(token: string): DecodedPlaybackToken;
export declare function verifyPlaybackToken(token: string, publicKey: string | WebCryptoKey, options?: PlaybackTokenOptions): Promise<DecodedPlaybackToken>;

// playback/url.d.ts
export declare function playbackUrl(url: string | URL, token: string): string;

// resolved-config.d.ts
import type { Logger } from "./call/call-log.js";
import type { Endpoint } from "./config/endpoint.js";
import type { UserAgent } from "./config/user-agent.js";
import type { Settings } from "./config.js";
import type { Credentials } from "./credentials.js";
import type { HandlerOptions, RequestHandler } from "./transport/request-handler.js";
export interface ResolvedConfig {
    region(): Promise<string>;
    credentials(): Promise<Credentials>;
    readonly endpoint: (() => Promise<Endpoint>) | undefined;
    readonly isCustomEndpoint: boolean;
    useFipsEndpoint(): Promise<boolean>;
    useDualstackEndpoint(): Promise<boolean>;
    maxAttempts(): Promise<number>;
    retryMode(): Promise<"standard" | "adaptive">;
    userAgentAppId(): Promise<string | undefined>;
    readonly customUserAgent: UserAgent | undefined;
    readonly requestHandler: RequestHandler | HandlerOptions | Record<string, unknown> | undefined;
    readonly logger: Logger | undefined;
    readonly profile: string | undefined;
    readonly systemClockOffset: number;
    readonly serviceId: string;
    readonly apiVersion: string;
    readonly defaultSigningName: string;
}
export declare function resolvedConfig(settings: () => Settings, service: {
    id: string;
    apiVersion: string;
}): ResolvedConfig;

// signing/request.d.ts
export interface RequestToSign {
    method?: string | undefined;
    url: string | URL;
    headers?: Record<string, string> | Iterable<readonly [string, string]> | undefined;
    body?: string | Uint8Array | ArrayBuffer | undefined;
}
export interface ReadRequest {
    method: string;
    url: URL;
    headers: Record<string, string>;
    body: RequestToSign["body"];
}
export declare function readRequest(given: unknown): ReadRequest;
export declare function headOf({ method, url, headers }: ReadRequest): string;

// signing/sign.d.ts
import type { Credentials } from "../credentials.js";
import { type RequestToSign } from "./request.js";
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
    body: RequestToSign["body"];
}
export declare function signRequest(request: RequestToSign, options: SignOptions): Promise<SignedRequest>;
export declare function presignRequest(request: RequestToSign, options: PresignOptions): Promise<string>;
interface SignerParameters {
    credentials: {
        accessKeyId: string;
        secretAccessKey: string;
        sessionToken: string | undefined;
    };
    region: string;
    service: string;
    keepPath: boolean;
    encodePathOnce: boolean;
    leaveSessionTokenUnsigned: boolean;
    addContentSha256: boolean;
}
export declare function signOnce(parameters: Pick<SignerParameters, "credentials" | "region" | "service">, head: string, body: string | Uint8Array | undefined, date: number): Record<string, string>;
export {};

// slim.d.ts
export * from "./index.js";
export { initialize, type WasmSource } from "./wasm/initialize.js";

// transport/request-handler.d.ts
import type { Members, Transport } from "../config.js";
export interface HandlerRequest {
    method: string;
    protocol: string;
    hostname: string;
    port?: number | undefined;
    path: string;
    query: Record<string, string | string[] | null>;
    headers: Record<string, string>;
    body?: any;
}
export interface HandlerResponse {
    statusCode: number;
    headers: Record<string, string>;
    body?: any;
}
export interface RequestHandler {
    handle(request: HandlerRequest, options?: {
        abortSignal?: AbortSignal;
        requestTimeout?: number;
    }): Promise<{
        response: HandlerResponse;
    }>;
    destroy?(): void;
}
export interface HandlerOptions {
    requestTimeout?: number | undefined;
    connectionTimeout?: number | undefined;
    socketTimeout?: number | undefined;
    httpsAgent?: object | undefined;
    httpAgent?: object | undefined;
}
export interface Sender extends Transport {
    destroy?(): void;
}
export interface Sending {
    fetch: Transport | undefined;
    requestTimeout: number;
    destroy?: (() => void) | undefined;
}
export declare function readTransport(config: Members): Sending;

// waiters/boto3-waiter.d.ts
import type { CallOptions } from "../call/caller.js";
import { type WaiterDefinition } from "./poll.js";
export interface Waiter<Input extends object> {
    wait(input: Input & {
        WaiterConfig?: WaiterConfig | undefined;
    }, options?: CallOptions): Promise<void>;
}
export interface WaiterConfig {
    Delay?: number | undefined;
    MaxAttempts?: number | undefined;
}
export declare function boto3Waiter(client: {
    call(operation: string, input: object, options?: CallOptions): Promise<unknown>;
}, waiters: readonly WaiterDefinition[], name: string): Waiter<object>;

// waiters/poll.d.ts
export interface WaiterDefinition {
    name: string;
    operation: string;
    member: string;
    success: string;
    failure?: string;
    byError?: {
        error: string;
        state: string;
    };
}
export declare const LONGEST_DELAY: number;
export declare function poll({ name, member, success, failure, byError }: WaiterDefinition, call: () => Promise<unknown>, pause: (attempt: number, lastResponse: unknown) => Promise<void>): Promise<unknown>;

// waiters/sdk-waiter.d.ts
import type { ServiceClient } from "../client.js";
import type { Command } from "../commands/command.js";
import { type WaiterDefinition } from "./poll.js";
export interface WaiterConfiguration<Client> {
    client: Client;
    maxWaitTime: number;
    minDelay?: number | undefined;
    maxDelay?: number | undefined;
    abortSignal?: AbortSignal | undefined;
    abortController?: {
        signal: AbortSignal;
    } | undefined;
}
export interface WaiterResult<Reason = any> {
    state: WaiterState;
    reason?: Reason;
    final?: Reason;
}
export declare const WaiterState: Readonly<{
    readonly ABORTED: "ABORTED";
    readonly FAILURE: "FAILURE";
    readonly RETRY: "RETRY";
    readonly SUCCESS: "SUCCESS";
    readonly TIMEOUT: "TIMEOUT";
}>;
export type WaiterState = (typeof WaiterState)[keyof typeof WaiterState];
export type WaitFunction<Input> = (config: WaiterConfiguration<Pick<ServiceClient, "send">>, input: Input) => Promise<WaiterResult>;
export declare function sdkWaiter<Input extends object, Output extends object>(waiter: WaiterDefinition, commandClass: new (input: Input) => Command<Input, Output>): WaitFunction<Input>;

// waiters/waiter-error.d.ts
import { PackageError } from "../errors/error-class.js";
export declare class WaiterError extends PackageError {
    readonly name: "WaiterError";
    readonly reason: string;
    readonly lastResponse: unknown;
    constructor(waiter: string, reason: string, lastResponse?: unknown);
}

// wasm/initialize.d.ts
export type WasmSource = string | URL | Response | BufferSource | WebAssembly.Module;
export declare function initialize(source: WasmSource | Promise<WasmSource>): Promise<void>;
export declare function handedOver(): WasmSource | Promise<WasmSource>;

// watch.d.ts
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export type { ChangedMember, StreamChange } from "./watch/stream-change.js";
export { getStreamOrNull, isLive } from "./watch/stream-or-null.js";
export type { CallSignal, GetStreamClient, SessionClient, StreamClient, WatchedSession, WatchOptions, } from "./watch/watch-options.js";
export { type WatchSessionInput, watchSession } from "./watch/watch-session.js";
export { type WatchStreamInput, watchStream } from "./watch/watch-stream.js";

// watch/stream-change.d.ts
import type { StreamHealth } from "../ivs/enumerations.js";
export type ChangedMember = "state" | "streamId" | "health" | "viewerCount" | "startTime";
export interface StreamChange {
    channelArn: string;
    state: "LIVE" | "OFFLINE";
    streamId: string | undefined;
    health: StreamHealth | undefined;
    viewerCount: number | undefined;
    startTime: Date | undefined;
    changed: ChangedMember[];
}

// watch/stream-or-null.d.ts
import type { CallOptions } from "../call/caller.js";
import type { GetStreamCommandInput } from "../ivs/commands.js";
import type { Stream } from "../ivs/structures.js";
import type { GetStreamClient } from "./watch-options.js";
export declare function getStreamOrNull(client: GetStreamClient, input: GetStreamCommandInput, options?: CallOptions): Promise<Stream | null>;
export declare function isLive(client: GetStreamClient, input: GetStreamCommandInput, options?: CallOptions): Promise<boolean>;

// watch/watch-options.d.ts
import type { Stream, StreamSession, StreamSummary } from "../ivs/structures.js";
export interface CallSignal {
    abortSignal?: AbortSignal;
}
export interface GetStreamClient {
    getStream(input: {
        channelArn: string;
    }, options?: CallSignal): Promise<{
        stream?: Stream | undefined;
        $metadata?: unknown;
    }>;
}
export interface StreamClient extends GetStreamClient {
    listStreams(input: {
        maxResults: number;
        nextToken?: string;
    }, options?: CallSignal): Promise<{
        streams?: StreamSummary[] | undefined;
        nextToken?: string | undefined;
        $metadata?: unknown;
    }>;
}
export type WatchedSession = Pick<StreamSession, "streamId" | "endTime" | "truncatedEvents">;
export interface SessionClient {
    getStreamSession(input: {
        channelArn: string;
        streamId?: string;
    }, options?: CallSignal): Promise<{
        streamSession?: WatchedSession | undefined;
        $metadata?: unknown;
    }>;
}
export interface WatchOptions {
    interval?: number | undefined;
    signal?: AbortSignal | {
        readonly aborted: boolean;
        onabort: any;
    } | undefined;
}

// watch/watch-session.d.ts
import type { StreamEvent } from "../ivs/structures.js";
import type { SessionClient, WatchOptions } from "./watch-options.js";
export interface WatchSessionInput {
    channelArn: string;
    streamId?: string | undefined;
}
export declare function watchSession(client: SessionClient, input: WatchSessionInput, options?: WatchOptions): AsyncIterable<StreamEvent>;

// watch/watch-stream.d.ts
import type { StreamChange } from "./stream-change.js";
import type { StreamClient, WatchOptions } from "./watch-options.js";
export type WatchStreamInput = {
    channelArn: string;
    channelArns?: undefined;
} | {
    channelArns: readonly string[];
    channelArn?: undefined;
};
export declare function watchStream(client: StreamClient, input: WatchStreamInput, options?: WatchOptions): AsyncIterable<StreamChange>;

// workflows.d.ts
export { ParamValidationError, type Problem } from "./errors/client-errors.js";
export type { RevokeViewerInput } from "./playback/revoke-viewer.js";
export { type DeleteLiveChannelInput, deleteLiveChannel } from "./workflows/delete-live-channel.js";
export { type DeleteRecordingConfigurationInput, deleteRecordingConfiguration, } from "./workflows/delete-recording-configuration.js";
export { type EndStreamInput, endStream } from "./workflows/end-stream.js";
export { type NewStreamKey, type ResetStreamKeyInput, resetStreamKey } from "./workflows/reset-stream-key.js";
export { type RevokeViewersOptions, type RevokeViewersProgress, revokeViewers } from "./workflows/revoke-viewers.js";
export type { WaitingWorkflowOptions, WorkflowOptions, WorkflowReport } from "./workflows/run.js";
export { type UnfinishedRevocations, type ViewerRevocationError, type ViewerRevocations, WorkflowError, type WorkflowStep, } from "./workflows/workflow-error.js";

// workflows/delete-live-channel.d.ts
import type { ClientMethods } from "../client-methods.js";
import { type WaitingWorkflowOptions, type WorkflowReport } from "./run.js";
declare const OPERATIONS: readonly ["listStreamKeys", "deleteStreamKey", "stopStream", "getStream", "deleteChannel"];
export interface DeleteLiveChannelInput extends WaitingWorkflowOptions {
    channelArn: string;
}
export declare function deleteLiveChannel(client: ClientMethods<(typeof OPERATIONS)[number]>, input: DeleteLiveChannelInput): Promise<WorkflowReport>;
export {};

// workflows/delete-recording-configuration.d.ts
import type { ClientMethods } from "../client-methods.js";
import { type WaitingWorkflowOptions, type WorkflowReport } from "./run.js";
declare const OPERATIONS: readonly ["listChannels", "listStreams", "getChannel", "updateChannel", "deleteRecordingConfiguration"];
export interface DeleteRecordingConfigurationInput extends WaitingWorkflowOptions {
    arn: string;
    detach?: boolean | undefined;
}
export declare function deleteRecordingConfiguration(client: ClientMethods<(typeof OPERATIONS)[number]>, input: DeleteRecordingConfigurationInput): Promise<WorkflowReport>;
export {};

// workflows/end-stream.d.ts
import type { ClientMethods } from "../client-methods.js";
import { type WaitingWorkflowOptions, type WorkflowReport } from "./run.js";
declare const OPERATIONS: readonly ["listStreamKeys", "deleteStreamKey", "stopStream", "getStream"];
export interface EndStreamInput extends WaitingWorkflowOptions {
    channelArn: string;
}
export declare function endStream(client: ClientMethods<(typeof OPERATIONS)[number]>, input: EndStreamInput): Promise<WorkflowReport>;
export {};

// workflows/reset-stream-key.d.ts
import type { ClientMethods } from "../client-methods.js";
import type { StreamKey } from "../ivs/structures.js";
import { type WaitingWorkflowOptions } from "./run.js";
declare const OPERATIONS: readonly ["listStreamKeys", "deleteStreamKey", "stopStream", "getStream", "createStreamKey", "getStreamKey"];
export interface ResetStreamKeyInput extends WaitingWorkflowOptions {
    channelArn: string;
    tags?: Record<string, string> | undefined;
}
export interface NewStreamKey extends StreamKey {
    value: string;
}
export declare function resetStreamKey(client: ClientMethods<(typeof OPERATIONS)[number]>, input: ResetStreamKeyInput): Promise<NewStreamKey>;
export {};

// workflows/revoke-viewers.d.ts
import type { ClientMethods } from "../client-methods.js";
import { type RevokeViewerInput } from "../playback/revoke-viewer.js";
import type { ViewerRevocations } from "./workflow-error.js";
declare const OPERATIONS: readonly ["batchStartViewerSessionRevocation"];
export interface RevokeViewersProgress extends ViewerRevocations {
    total: number;
}
export interface RevokeViewersOptions {
    signal?: AbortSignal | undefined;
    onProgress?: ((progress: RevokeViewersProgress) => unknown) | undefined;
}
export declare function revokeViewers(client: ClientMethods<(typeof OPERATIONS)[number]>, viewers: readonly RevokeViewerInput[], options?: RevokeViewersOptions): Promise<ViewerRevocations>;
export {};

// workflows/run.d.ts
import type { IvsOperations } from "../ivs/operations.js";
import { type UnfinishedRevocations, WorkflowError, type WorkflowStep } from "./workflow-error.js";
export interface WorkflowOptions {
    signal?: AbortSignal | undefined;
    onProgress?: ((step: WorkflowStep) => unknown) | undefined;
}
export interface WaitingWorkflowOptions extends WorkflowOptions {
    maxWaitTime?: number | undefined;
}
export declare const OPTIONS: readonly ["signal", "onProgress"];
export declare const WAITING_OPTIONS: readonly ["signal", "onProgress", "maxWaitTime"];
export interface WorkflowReport {
    done: readonly WorkflowStep[];
}
export interface Failed {
    cause: unknown;
    step: Operation;
}
interface Known {
    step?: Operation | undefined;
    summary?: string | undefined;
    revocations?: UnfinishedRevocations | undefined;
    earlier?: Failed | undefined;
}
type Operation = keyof IvsOperations;
type Input<Name extends Operation> = Parameters<IvsOperations[Name]>[0];
type Output<Name extends Operation> = Awaited<ReturnType<IvsOperations[Name]>>;
export declare class Run {
    #private;
    private constructor();
    static of<Result>(workflow: string, client: unknown, operations: readonly [Operation, ...Operation[]], options: object, path: string, body: (run: Run) => Promise<Result>): Promise<Result>;
    get report(): WorkflowReport;
    get step(): Operation;
    get isAborted(): boolean;
    call<Name extends Operation>(operation: Name, input: Input<Name>): Promise<Output<Name>>;
    list<Item>(operation: "listChannels" | "listStreamKeys" | "listStreams", input: object, member: string): Promise<Item[]>;
    change<Name extends Operation>(operation: Name, arn: string, input: Input<Name>, ...madeAlready: string[]): Promise<void>;
    finished(step: Operation, arn: string, changed: boolean): void;
    tell(progress: object): void;
    pause(step: Operation, what: string, cause?: unknown): Promise<void>;
    waitAnew(): void;
    refusal(step: Operation, channelArns: readonly string[], why: string): WorkflowError;
    failure(cause: unknown, known?: Known): WorkflowError;
}
export {};

// workflows/workflow-error.d.ts
import { PackageError } from "../errors/error-class.js";
import type { IvsOperations } from "../ivs/operations.js";
import type { RevokeViewerInput } from "../playback/revoke-viewer.js";
export interface WorkflowStep {
    step: keyof IvsOperations;
    arn: string;
    changed: boolean;
}
export interface ViewerRevocationError extends RevokeViewerInput {
    version: number;
    code?: string | undefined;
    message?: string | undefined;
}
export interface ViewerRevocations {
    revoked: number;
    errors: readonly ViewerRevocationError[];
}
export interface UnfinishedRevocations extends ViewerRevocations {
    remaining: readonly RevokeViewerInput[];
}
interface Failure {
    step: keyof IvsOperations;
    done: readonly WorkflowStep[];
    channelArns?: readonly string[] | undefined;
    revocations?: UnfinishedRevocations | undefined;
    cause?: unknown;
}
export declare class WorkflowError extends PackageError {
    #private;
    readonly name: "WorkflowError";
    readonly workflow: string;
    readonly step: keyof IvsOperations;
    readonly done: readonly WorkflowStep[];
    readonly channelArns?: readonly string[];
    constructor(workflow: string, message: string, { step, done, channelArns, revocations, cause }: Failure);
    get revocations(): UnfinishedRevocations | undefined;
}
export {};
