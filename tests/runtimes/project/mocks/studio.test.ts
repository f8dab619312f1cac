// Unit tests as users of AWS's SDK write them, in strict TypeScript.
import { beforeEach, expect, test } from "@jest/globals";
import { type AwsClientStub, mockClient } from "aws-sdk-client-mock";
import { GetChannelCommand, type GetChannelCommandInput, Ivs, IvsClient, ListChannelsCommand, ResourceNotFoundException } from "ivs-wasm";
import { list, nameOf } from "./studio";

const mock: AwsClientStub<IvsClient> = mockClient(IvsClient);
const client = new IvsClient({ region: "us-west-2" });

beforeEach(() => {
  mock.reset();
});

test("pages are listed", async () => {
  mock.on(ListChannelsCommand).resolves({ channels: [{ arn: "2", name: "two" }] });
  mock.on(ListChannelsCommand, { nextToken: undefined }).resolves({ channels: [{ arn: "1", name: "one" }], nextToken: "next" });
  expect((await list(client)).map(({ name }) => name)).toEqual(["one", "two"]);
  expect(mock.commandCalls(ListChannelsCommand)).toHaveLength(2);
});

test("an error is told by its class, and others are thrown", async () => {
  mock.on(GetChannelCommand, { arn: "1" }).resolves({ channel: { arn: "1", name: "one" } });
  mock.on(GetChannelCommand, { arn: "2" }).rejects(new ResourceNotFoundException({ message: "gone", $metadata: {} }));
  mock.on(GetChannelCommand, { arn: "3" }).rejects("broken");
  expect(await nameOf(client, "1")).toBe("one");
  expect(await nameOf(client, "2")).toBeUndefined();
  await expect(nameOf(client, "3")).rejects.toThrow("broken");
  const inputs: GetChannelCommandInput[] = mock.commandCalls(GetChannelCommand).map((call) => call.args[0].input);
  expect(inputs).toEqual([{ arn: "1" }, { arn: "2" }, { arn: "3" }]);
});

test("a method is answered as its command is", async () => {
  const aggregated = mockClient(Ivs);
  aggregated.on(GetChannelCommand).callsFake(async (input: GetChannelCommandInput) => ({ channel: { name: `of ${input.arn}` } }));
  expect((await new Ivs({ region: "us-west-2" }).getChannel({ arn: "4" })).channel?.name).toBe("of 4");
  aggregated.restore();
});
