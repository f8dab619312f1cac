// Any number of channels or stream keys.
import { readArn } from "../arn.js";
import type { CallOptions } from "../call/caller.js";
import { printable } from "../call/redact.js";
import type { ClientMethods } from "../client-methods.js";
import { readItems } from "../items.js";
import type { Channel, StreamKey } from "../ivs/structures.js";
import { describeThrown } from "../read.js";
import { type BatchItemError, BatchReadError } from "./batch-error.js";
import { type BatchRead, BatchReader, CHANNELS, MAX_ARNS, STREAM_KEYS } from "./read-batch.js";

/** Calls at the same time: those that the service takes in a second. */
const CONCURRENCY = 5;

/** Channels, and why others could not be read. */
export interface ReadChannels {
  /** `channels[i]` is the channel of `arns[i]`, the same object for an ARN that is repeated; `undefined` if it could not be read. */
  channels: (Channel | undefined)[];
  /** Why, once for each ARN, in their order. */
  errors: BatchItemError[];
}

/** Stream keys, and why others could not be read. */
export interface ReadStreamKeys {
  /** `streamKeys[i]` is the key of `arns[i]`, the same object for an ARN that is repeated; `undefined` if it could not be read. */
  streamKeys: (StreamKey | undefined)[];
  /** Why, once for each ARN, in their order. */
  errors: BatchItemError[];
}

/**
 * Reads any number of channels, 50 a call and 5 calls a second. Nothing is called for an empty list.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its method `batchGetChannel`
 * @param arns of channels, up to 1,000,000; one that is repeated is read once
 * @param options of each call
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_BatchGetChannel.html
 * @throws {@link ParamValidationError} if an ARN is wrong, before anything is sent; {@link BatchReadError} if a call fails; the signal's reason
 */
export async function getChannels(
  client: ClientMethods<"batchGetChannel">,
  arns: readonly string[],
  options?: CallOptions,
): Promise<ReadChannels> {
  const { items, errors } = await getMany<Channel>(CHANNELS, client, arns, options);
  return { channels: items, errors };
}

/**
 * Reads any number of stream keys, with their secret values, 50 a call and 5 calls a second. Nothing is called for an empty list.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its method `batchGetStreamKey`
 * @param arns of stream keys, up to 1,000,000; one that is repeated is read once
 * @param options of each call
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_BatchGetStreamKey.html
 * @throws {@link ParamValidationError} if an ARN is wrong, before anything is sent; {@link BatchReadError} if a call fails; the signal's reason
 */
export async function getStreamKeys(
  client: ClientMethods<"batchGetStreamKey">,
  arns: readonly string[],
  options?: CallOptions,
): Promise<ReadStreamKeys> {
  const { items, errors } = await getMany<StreamKey>(STREAM_KEYS, client, arns, options);
  return { streamKeys: items, errors };
}

async function getMany<Item>(read: BatchRead, client: unknown, arns: unknown, options: unknown) {
  const reader = new BatchReader<Item>(read, client, options);
  const given = readItems(arns, "arns", "ARNs", (arn, path) => readArn(arn, path, read.kind));
  const distinct = [...new Set(given)];
  const items = new Map<string, Item>();
  const errors = new Map<string, BatchItemError>();
  let failure: { cause: unknown } | undefined;
  const [controller, release] = reader.controller();
  let begin = 0;
  const work = async () => {
    while (!failure && begin < distinct.length) {
      const batch = distinct.slice(begin, begin + MAX_ARNS);
      begin += MAX_ARNS;
      try {
        const found = await reader.read(batch, controller.signal);
        for (const [arn, item] of found.items) items.set(arn, item);
        for (const [arn, error] of found.errors) errors.set(arn, error);
      } catch (cause) {
        failure ??= { cause };
        // Those who wait for their turn do not wait any more.
        controller.abort();
      }
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  release?.();
  const inOrder = distinct.flatMap((arn) => errors.get(arn) ?? []);
  if (failure) {
    const { cause } = failure as { cause: unknown };
    if (reader.isAbort(cause)) throw cause;
    const remaining = distinct.filter((arn) => !items.has(arn) && !errors.has(arn));
    const message = `${read.operation}: ${printable(describeThrown(cause))}; ${remaining.length} of ${distinct.length} were not read`;
    throw new BatchReadError<Item>(message, { items, errors: inOrder, remaining }, cause);
  }
  return { items: given.map((arn) => items.get(arn)), errors: inOrder };
}
