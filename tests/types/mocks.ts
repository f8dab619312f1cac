// Mocks and tracers for AWS's SDK, as their users write them in strict TypeScript: checked by the compiler and never run.

import {
  CreateChannelCommand,
  GetChannelCommand,
  type GetChannelCommandOutput,
  Ivs,
  IvsClient,
  ListChannelsCommand,
  ResourceNotFoundException,
} from "ivs-wasm";
import { Tracer } from "@aws-lambda-powertools/tracer";
import { type AwsClientStub, mockClient } from "aws-sdk-client-mock";
import { type AwsClientStub as AwsClientStub2, mockClient as mockClient2 } from "aws-sdk-client-mock-2";
import { captureAWSv3Client } from "aws-xray-sdk-core";

const mock: AwsClientStub<IvsClient> = mockClient(IvsClient);
mock.on(GetChannelCommand).resolves({ channel: { arn: "a", name: "n" } });
mock.on(GetChannelCommand, { arn: "x" }).resolvesOnce({ channel: { arn: "x" } }).rejects(new ResourceNotFoundException({ message: "", $metadata: {} }));
mock.on(ListChannelsCommand).callsFake(async (_, getClient) => ({ channels: [{ arn: await getClient().config.region() }] }));
mock.onAnyCommand().resolves({});
export const given: string | undefined = mock.commandCalls(GetChannelCommand, { arn: "x" })[0]?.args[0].input.arn;
export const answered: Promise<GetChannelCommandOutput> | undefined = mock.commandCalls(GetChannelCommand)[0]?.returnValue;
// @ts-expect-error not an output of this operation
mock.on(GetChannelCommand).resolves({ channels: [] });
// @ts-expect-error not an input of this operation
mock.on(GetChannelCommand, { name: "x" });

const mock2: AwsClientStub2<Ivs> = mockClient2(Ivs);
mock2.on(CreateChannelCommand).resolves({ channel: { arn: "a" } });
// @ts-expect-error not an output of this operation
mock2.on(CreateChannelCommand).resolves({ channels: [] });
mockClient(Ivs).on(GetChannelCommand).rejects("no");
mockClient2(new IvsClient({})).on(GetChannelCommand).resolves({});
mockClient(new IvsClient({})).on(GetChannelCommand).resolves({});

export const traced: IvsClient = captureAWSv3Client(new IvsClient({}));
export const traced2: Ivs = new Tracer().captureAWSv3Client(new Ivs({}));
