// What every project does with the package, whatever bundles it.
import { CreateChannelCommand, IvsClient, ResourceNotFoundException, signRequest } from "ivs-wasm";

// The example `get-vanilla` of AWS's signing suite.
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const example = { credentials, region: "us-east-1", service: "service", date: new Date("2015-08-30T12:36:00Z") };

export async function program({ name, ...config }) {
  const ivs = new IvsClient(config);
  const { channel } = await ivs.send(new CreateChannelCommand({ name }));
  const { channels } = await ivs.listChannels({ filterByName: name });
  const error = await ivs.getChannel({ arn: `${channel.arn}X` }).catch((reason) => reason);
  const { headers } = await signRequest({ url: "https://example.amazonaws.com/" }, example);
  return {
    listed: channels.map((found) => found.name),
    refused: error instanceof ResourceNotFoundException && error.$metadata.httpStatusCode,
    authorization: headers.authorization,
  };
}
