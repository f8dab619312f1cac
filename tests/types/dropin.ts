// What code written for `@aws-sdk/client-ivs` depends on, checked against this package by the compiler and never run. The commands,
// enumerations, errors and methods are taken from the SDK's exports, so that none can be forgotten. Differences are listed by name with their
// reason; the lists have to equal what is found, so that an entry which is no longer needed is an error too.

import * as ours from "ivs-wasm";
import * as sdk from "@aws-sdk/client-ivs";
import { Agent as HttpAgent } from "node:http";
import { Agent as HttpsAgent } from "node:https";
import type { RuntimeConfigAwsCredentialIdentityProvider } from "@aws-sdk/types";
import type {
  AwsCredentialIdentityProvider,
  BuildMiddleware,
  Client,
  Command,
  HttpHandlerOptions,
  InitializeMiddleware,
  Logger,
  MetadataBearer,
  MiddlewareStack,
  Pluggable,
  ResponseMetadata,
} from "@smithy/types";

type Ours = typeof ours;
type Sdk = typeof sdk;

type Fits<From, To> = [From] extends [To] ? true : false;
type Same<A, B> = Fits<A, B> extends true ? Fits<B, A> : false;
/** The keys of a table whose values are not `true`. */
type Failing<Table> = { [Key in keyof Table]-?: Table[Key] extends true ? never : Key }[keyof Table];
/** Compiles when what is found equals what is listed. */
const differ = <Found, Listed>(_: Same<Found, Listed> extends true ? "as listed" : Found) => {};
type Nothing = never;

// Commands.

type Operation = { [Name in keyof Sdk]: Name extends `${infer Of}Command` ? (Of extends "$" ? never : Of) : never }[keyof Sdk];
type Made<Exports, Name extends string> = Exports[Name & keyof Exports] extends abstract new (...given: any[]) => infer Instance ? Instance : never;
type Input<Exports, Of extends string> = Made<Exports, `${Of}Command`> extends { input: infer Input } ? Input : never;
type OurOutput<Of extends string> = Made<Ours, `${Of}Command`> extends ours.Command<any, infer Output> ? Output : never;
type SdkOutput<Of extends string> = Made<Sdk, `${Of}Command`> extends ours.SdkCommand<any, infer Output> ? Output : never;
/** In the SDK every required member may be `undefined`; in this package those of inputs, not those of outputs. */
type Promised<T> = T extends Date | string | number | boolean | undefined
  ? T
  : { [Key in keyof T]: {} extends Pick<T, Key> ? Promised<T[Key]> : Promised<Exclude<T[Key], undefined>> };

differ<Failing<{ [Of in Operation]: Fits<Input<Sdk, Of>, Input<Ours, Of>> }>, Nothing>("as listed");
differ<Failing<{ [Of in Operation]: Fits<Input<Ours, Of>, Input<Sdk, Of>> }>, Nothing>("as listed");
differ<Failing<{ [Of in Operation]: Fits<OurOutput<Of>, SdkOutput<Of>> }>, Nothing>("as listed");
differ<Failing<{ [Of in Operation]: Fits<Promised<SdkOutput<Of>>, OurOutput<Of>> }>, Nothing>("as listed");
differ<Fits<sdk.ServiceInputTypes, ours.ServiceInputTypes>, true>("as listed");
differ<Fits<Promised<sdk.ServiceOutputTypes>, ours.ServiceOutputTypes>, true>("as listed");
differ<Fits<ours.ServiceOutputTypes, MetadataBearer>, true>("as listed");

// Were these types `never` or `any`, all of the above would hold.
differ<Extract<Operation, "GetChannel" | "UntagResource" | "GetNothing">, "GetChannel" | "UntagResource">("as listed");
differ<Input<Sdk, "GetChannel">["arn"], string | undefined>("as listed");
differ<Input<Ours, "GetChannel">["arn"], string | undefined>("as listed");
differ<SdkOutput<"GetChannel">["channel"], sdk.Channel | undefined>("as listed");
differ<OurOutput<"GetChannel">["channel"], ours.Channel | undefined>("as listed");
differ<Failing<{ one: Fits<"a", string>; two: Fits<string, "a"> }>, "two">("as listed");
// @ts-expect-error found, but not listed
differ<"a" | "b", "a">("as listed");
// @ts-expect-error listed, but not found
differ<"a", "a" | "b">("as listed");

// Enumerations: a type and an object of the same name.

type Enumeration = { [Name in keyof Sdk]: Sdk[Name] extends Readonly<Record<string, string>> ? Name : never }[keyof Sdk] & keyof Ours;
type Value<Exports, Name> = Exports[Name & keyof Exports][keyof Exports[Name & keyof Exports]];
differ<Extract<Enumeration, "ChannelType" | "StreamState" | "IvsClient">, "ChannelType" | "StreamState">("as listed");
differ<Failing<{ [Name in Enumeration]: Same<Value<Ours, Name>, Value<Sdk, Name>> }>, Nothing>("as listed");
differ<Failing<{ [Name in Enumeration]: Fits<Ours[Name], Sdk[Name]> }>, Nothing>("as listed");

// Errors.

type Exception = { [Name in keyof Sdk]: Sdk[Name] extends abstract new (...given: any[]) => Error ? Name : never }[keyof Sdk] & keyof Ours;
type Given<Exports, Name extends string> = Exports[Name & keyof Exports] extends abstract new (...given: infer Given) => any ? Given : never;
differ<Extract<Exception, "ConflictException" | "ServiceUnavailable" | "IvsServiceException" | "IvsClient">, "ConflictException" | "ServiceUnavailable" | "IvsServiceException">("as listed");
differ<Failing<{ [Name in Exception]: Fits<Made<Ours, Name>, Made<Sdk, Name>> }>, Nothing>("as listed");
differ<Failing<{ [Name in Exception]: Fits<Made<Sdk, Name>, Made<Ours, Name>> }>, Nothing>("as listed");
// How tests construct an error.
differ<Failing<{ [Name in Exception]: Fits<Given<Sdk, Name>, Given<Ours, Name>> }>, Nothing>("as listed");
differ<Same<ours.ResponseMetadata, ResponseMetadata>, true>("as listed");

// Pagination.

type Paginate = Extract<keyof Sdk, `paginate${string}`> & keyof Ours;
differ<Failing<{ [Name in Paginate]: Fits<ReturnType<Ours[Name]>, ReturnType<Sdk[Name]>> }>, Nothing>("as listed");
differ<Failing<{ [Name in Paginate]: Fits<Parameters<Sdk[Name]>[1], Parameters<Ours[Name]>[1]> }>, Nothing>("as listed");
differ<Fits<Omit<sdk.IvsPaginationConfiguration, "client">, Omit<ours.IvsPaginationConfiguration, "client">>, true>("as listed");

// Clients.

type LeftOut =
  // What of the configuration is there fits: see below.
  | "config"
  // What the SDK's constructor was given, which contains secrets.
  | "initConfig";
differ<Failing<{ [Name in keyof sdk.IvsClient]: Name extends keyof ours.IvsClient ? Fits<ours.IvsClient[Name], sdk.IvsClient[Name]> : false }>, LeftOut>("as listed");
differ<Failing<{ [Name in keyof sdk.Ivs]: Name extends keyof ours.Ivs ? Fits<ours.Ivs[Name], sdk.Ivs[Name]> : false }>, LeftOut>("as listed");
differ<Extract<keyof sdk.Ivs, "getChannel" | "paginateListChannels">, "getChannel" | "paginateListChannels">("as listed");

/** Exports that this package does not have: the SDK's schemas. */
type Plumbing = `${string}$` | "errorTypeRegistries";
differ<Exclude<keyof Sdk, keyof Ours | Plumbing>, Nothing>("as listed");

// Configuration.

type Shared = keyof sdk.IvsClientConfig & keyof ours.IvsClientConfig;
differ<Failing<{ [Field in Shared]: Fits<sdk.IvsClientConfig[Field], ours.IvsClientConfig[Field]> }>, Nothing>("as listed");
differ<
  Failing<{ [Field in Shared]: Fits<ours.IvsClientConfig[Field], sdk.IvsClientConfig[Field]> }>,
  // A function may give its result without a promise here, and a promise may stand for a function.
  | "credentials" | "region" | "endpoint" | "maxAttempts" | "retryMode" | "useDualstackEndpoint" | "useFipsEndpoint" | "userAgentAppId" | "authSchemePreference"
  // A handler need not have all members here.
  | "requestHandler"
  // A logger need not have all methods here.
  | "logger"
>("as listed");
differ<
  Exclude<keyof sdk.IvsClientConfig, keyof ours.IvsClientConfig>,
  // What becomes of these is in docs/guides/from-the-sdk.md. How requests are sent: here by `requestHandler`, `maxAttempts` and `retryMode`.
  | "retryStrategy" | "defaultsMode" | "tls" | "streamCollector"
  // Where they are sent, and how they are signed: here by `region`, `endpoint` and `credentials`.
  | "endpointProvider" | "serviceConfiguredEndpoint" | "signer" | "signerConstructor" | "signingEscapePath" | "signingRegion" | "httpAuthSchemes"
  | "httpAuthSchemeProvider" | "credentialDefaultProvider" | "disableClockSkewCorrection"
  // Components that the SDK is composed of.
  | "base64Decoder" | "base64Encoder" | "bodyLengthChecker" | "defaultUserAgentProvider" | "extensions" | "protocol" | "protocolSettings" | "runtime"
  | "serviceId" | "sha256" | "urlParser" | "utf8Decoder" | "utf8Encoder"
>("as listed");

// The configuration as the client shows it: whatever of it has the SDK's name has a type that fits the SDK's.

type Shown = keyof ours.IvsClientResolvedConfig & keyof sdk.IvsClientResolvedConfig;
differ<Extract<Shown, "region" | "credentials" | "maxAttempts" | "retryMode">, "region" | "credentials" | "maxAttempts" | "retryMode">("as listed");
differ<
  Failing<{ [Name in Exclude<Shown, "credentials">]: Fits<ours.IvsClientResolvedConfig[Name], sdk.IvsClientResolvedConfig[Name]> }>,
  // Here they are `undefined` where they were left out, a logger need not have all methods, and an endpoint's query is of no use.
  "logger" | "profile" | "requestHandler" | "endpoint"
>("as listed");

// Middleware: stacks and commands are those of the SDK's types.

export const stack: MiddlewareStack<any, any> = new ours.IvsClient().middlewareStack;
export const client_: Client<any, any, ours.IvsClientResolvedConfig> = new ours.IvsClient();
export const command: Command<any, any, any, any, any> = new ours.GetChannelCommand({ arn: "arn" });
export const base: typeof ours.Command = ours.$Command;
export const plugin = (client: ours.IvsClient, pluggable: Pluggable<any, any>, middleware: InitializeMiddleware<any, any>, build: BuildMiddleware<any, any>) => {
  client.middlewareStack.use(pluggable);
  client.middlewareStack.add(middleware);
  client.middlewareStack.add(build, { step: "build", name: "name", tags: ["tag"], priority: "low", override: true });
  client.middlewareStack.addRelativeTo(middleware, { relation: "after", toMiddleware: "serializerMiddleware" });
  client.middlewareStack.add((next, context) => async (args) => {
    context.logger?.debug?.(context.commandName);
    const { output, response } = await next({ ...args, input: args.input });
    return { output, response, more: output.$metadata.requestId };
  }, { step: "initialize" });
  new ours.GetChannelCommand({ arn: "arn" }).middlewareStack.add((next) => async (args) => {
    const { output, response } = await next(args);
    return { output: { ...output, channel: { arn: args.input.arn } }, response };
  });
  // @ts-expect-error no such step
  client.middlewareStack.add(middleware, { step: "sign" });
};

// Uses of these types. They have to compile with either package.

export async function call(
  client: Pick<sdk.IvsClient, "send" | "destroy">,
  signal: AbortSignal,
  logger: Logger,
  options: HttpHandlerOptions,
  provider: AwsCredentialIdentityProvider,
  runtimeProvider: RuntimeConfigAwsCredentialIdentityProvider,
  given: ConstructorParameters<typeof sdk.IvsClient>[0],
) {
  const own = new ours.IvsClient({ region: "us-west-2", credentials: provider, logger, maxAttempts: 5, retryMode: "adaptive", apiVersion: "latest" });
  new ours.Ivs({ credentials: runtimeProvider, requestTimeout: 5_000, systemClockOffset: -1_000 } satisfies ours.IvsClientConfig);
  new ours.IvsClient({ credentials: async () => ({ accessKeyId: "id", secretAccessKey: "secret", expiration: new Date() }) });
  new ours.IvsClient({ credentials: ({ callerClientConfig }) => callerClientConfig.region().then((region) => ({ accessKeyId: region, secretAccessKey: "s" })) });
  new ours.IvsClient({ credentials: () => ({ accessKeyId: "id", secretAccessKey: "secret" }), logger: console });
  // @ts-expect-error the provider does not return credentials
  new ours.IvsClient({ credentials: async () => ({ accessKeyId: "id" }) });
  // Every form that the SDK takes, and a configuration of its own.
  const taken = {
    region: async () => "us-west-2", endpoint: { protocol: "https:", hostname: "h.example", port: 8443, path: "/" }, maxAttempts: async () => 2, retryMode: async () => "standard",
    useFipsEndpoint: async () => false, useDualstackEndpoint: true, customUserAgent: [["app", "1"]], userAgentAppId: async () => "shop", profile: "live", requestHandler: { requestTimeout: 5_000, httpsAgent: new HttpsAgent() },
    ignoreConfiguredEndpointUrls: true, authSchemePreference: ["sigv4"], disableHostPrefix: false,
  } satisfies sdk.IvsClientConfig;
  new ours.IvsClient(taken);
  new ours.IvsClient({ endpoint: { url: new URL("https://h.example") }, maxAttempts: "2" });
  new ours.IvsClient({ endpoint: () => new URL("https://h.example"), requestHandler: { handle: async ({ hostname }) => ({ response: { statusCode: 200, headers: { hostname } } }) } });
  new ours.IvsClient(given);
  // @ts-expect-error the SDK's retry strategies cannot be honoured
  new ours.IvsClient({ retryStrategy: undefined });
  // @ts-expect-error neither a number nor text
  new ours.IvsClient({ maxAttempts: true });

  client = own;
  const input = { arn: "arn" } satisfies Parameters<ours.Ivs["getChannel"]>[0];
  const got: sdk.GetChannelCommandOutput = await own.send(new sdk.GetChannelCommand(input), { abortSignal: signal });
  const { channel } = await own.send(new ours.GetChannelCommand({ arn: got.channel?.arn }), options);
  const same: sdk.Channel | undefined = channel;
  await own.send(new ours.UpdateChannelCommand({ ...channel, arn: channel?.arn, name: "new" }));
  const all: ours.ListChannelsCommandOutput = await own.send(new ours.ListChannelsCommand({}));
  const nothing: void = own.send(new ours.GetChannelCommand(input), (error: any, output?: ours.GetChannelCommandOutput) => [error, output?.channel?.arn]);
  own.send(new ours.GetChannelCommand(input), options, (_, output) => output?.$metadata.requestId);
  const ivs: Pick<sdk.Ivs, "getChannel" | "listChannels" | "putMetadata" | "destroy"> = new ours.Ivs({});
  ivs.getChannel(input, (error, output) => [error, output?.channel]);
  const aggregated = new ours.Ivs();
  aggregated.getChannel(input, options, (error, output) => [error, output?.channel?.name]);
  const { channels } = await aggregated.listChannels();
  const first: string | undefined = channels[0]?.arn;
  // @ts-expect-error a required input
  await aggregated.getChannel();
  // @ts-expect-error a callback gets an output of this operation
  aggregated.getChannel(input, (_, output) => output?.streamKey);
  // @ts-expect-error neither a command of this package nor of the SDK
  await own.send({ input });
  for await (const { channels, nextToken } of ours.paginateListChannels({ client: own, pageSize: 10 }, {})) console.log(channels, nextToken);
  for await (const { streams } of aggregated.paginateListStreams({ filterBy: { health: "HEALTHY" } }, { stopOnSameToken: true })) console.log(streams);
  client.destroy();
  return { same, all, nothing, first };
}

export const status = (error: unknown) =>
  error instanceof ours.ConflictException || error instanceof ours.IvsServiceException ? error.$metadata.httpStatusCode : undefined;

export function why(error: unknown): string {
  if (error instanceof ours.ThrottlingException) return `${error.name satisfies "ThrottlingException"} ${error.$retryable?.throttling}`;
  if (ours.IvsServiceException.isInstance(error)) return `${error.$fault} ${error.$metadata.extendedRequestId} ${error.$metadata.cfId}`;
  if (error instanceof ours.TimeoutError) return error.name satisfies "TimeoutError";
  if (error instanceof ours.AbortError) return error.name satisfies "AbortError";
  if (error instanceof ours.NetworkError) return String(error.cause);
  return "other";
}

export const mocked = [
  new ours.ConflictException({ message: "busy", $metadata: {}, exceptionMessage: "busy" }),
  new ours.IvsServiceException({ name: "Odd", $fault: "server", $metadata: { httpStatusCode: 500 }, $retryable: { throttling: true } }),
];

/** A function over any command, as wrappers have it. */
export async function sending<In extends ours.ServiceInputTypes, Out extends ours.ServiceOutputTypes>(
  client: ours.IvsClient,
  Made: new (input: In) => ours.Command<In, Out>,
  input: In,
): Promise<Out> {
  return client.send(new Made(input));
}
export const sent = (client: ours.IvsClient) => sending(client, ours.StopStreamCommand, { channelArn: "arn" });
differ<Awaited<ReturnType<typeof sent>>, ours.StopStreamCommandOutput>("as listed");

// Not in the SDK: the agents of Node.

export const agents = [new HttpAgent({ keepAlive: true }), new HttpsAgent(), undefined].map((agent) => new ours.IvsClient({ agent }));
// @ts-expect-error
new ours.IvsClient({ agent: "http://proxy.example" });
