const { IvsClient } = require("ivs-wasm");

const credentials = { accessKeyId: "AKID", secretAccessKey: "secret" };
const client = () => new IvsClient({ region: "us-west-2", credentials, fetch: async () => new Response('{"channels":[]}') });

test("calls settle under fake timers, and after them", async () => {
  jest.useFakeTimers();
  const ivs = client();
  expect((await ivs.listChannels({})).channels).toEqual([]);
  await Promise.all([ivs.listChannels({}), client().listChannels({})]);
  jest.useRealTimers();
  await Promise.all([ivs.listChannels({}), client().listChannels({})]);
});
