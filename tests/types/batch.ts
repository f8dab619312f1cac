// What users of `ivs-wasm/batch` write, checked by the compiler and never run.

import { type Channel, Ivs, IvsClient, type StreamKey } from "ivs-wasm";
import { type BatchItemError, BatchReadError, channelLoader, getChannels, getStreamKeys, type ReadChannels, streamKeyLoader } from "ivs-wasm/batch";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
const same = <A, B>(_: Same<A, B>) => {};

const ivs = new IvsClient({ region: "us-west-2" });

export async function batches(arns: readonly string[]) {
  const { channels, errors }: ReadChannels = await getChannels(ivs, arns, { abortSignal: AbortSignal.timeout(1000), requestTimeout: 500 });
  same<(typeof channels)[number], Channel | undefined>(true);
  same<typeof errors, BatchItemError[]>(true);
  const { streamKeys } = await getStreamKeys(new Ivs(), arns);
  same<(typeof streamKeys)[number], StreamKey | undefined>(true);
  // @ts-expect-error it may be missing
  channels[0].name;
  // @ts-expect-error an array of them
  await getChannels(ivs, "arn");
  // @ts-expect-error no client
  await getChannels({}, arns);
  return errors.map(({ arn, code, message }): [string, string | undefined, string | undefined] => [arn, code, message]);
}

export async function loaders(arn: string) {
  const load = channelLoader({ batchGetChannel: (input, options) => ivs.batchGetChannel(input, options) });
  const channel: Channel = await load(arn);
  const key: StreamKey = await streamKeyLoader(ivs, { requestTimeout: 500 })(arn);
  // @ts-expect-error by its ARN
  await load({ arn });
  return [channel.playbackUrl, key.value];
}

export function failure(error: unknown): readonly string[] {
  if (!(error instanceof BatchReadError)) throw error;
  const { items, errors, remaining } = error.partial;
  const [first]: readonly BatchItemError[] = errors;
  const cause: unknown = error.cause;
  return [...items.keys(), ...remaining, first?.arn ?? String(cause)];
}
