// Single reads of one turn of the event loop as one call.
import { readArn } from "../arn.js";
import { sleep } from "../call/abort.js";
import type { CallOptions } from "../call/caller.js";
import type { ClientMethods } from "../client-methods.js";
import type { Channel, StreamKey } from "../ivs/structures.js";
import { exceptionOf } from "./exception-of.js";
import { type BatchRead, BatchReader, CHANNELS, type Found, MAX_ARNS, STREAM_KEYS } from "./read-batch.js";

/** ARNs that are read by one call, and what it finds. */
interface Batch<Item> {
  arns: string[];
  /** Once it is called. */
  found?: Promise<Found<Item>>;
}

/**
 * A function that reads a channel, and does so by one `BatchGetChannel` for all channels that are asked for in the same turn of the event loop: up
 * to 50 a call, 5 calls a second.
 *
 * ```js
 * const load = channelLoader(client);
 * const [one, other] = await Promise.all([load(arn), load(otherArn)]);     // one call
 * ```
 *
 * A channel that is asked for several times in a turn is read once, and all get the same object. Nothing is kept for later turns. A single
 * read goes by `BatchGetChannel` as well, so that one permission and one rate are all that it needs. The call has the async context of the read
 * that came first.
 *
 * The function rejects as `getChannel` does: with a `ResourceNotFoundException` if there is no such channel, whatever becomes of the others; with
 * a {@link ParamValidationError} if the ARN is wrong; and all of a call with its error if that fails.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its method `batchGetChannel`
 * @param options of each call; an `abortSignal` ends all of them
 * @throws {@link ParamValidationError} if the client or an option is wrong
 */
export function channelLoader(
  client: ClientMethods<"batchGetChannel">,
  options?: CallOptions,
): (arn: string) => Promise<Channel> {
  return loader<Channel>(CHANNELS, client, options);
}

/**
 * The same for stream keys, by `BatchGetStreamKey`.
 *
 * @param client an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has its method `batchGetStreamKey`
 * @param options of each call; an `abortSignal` ends all of them
 * @throws {@link ParamValidationError} if the client or an option is wrong
 */
export function streamKeyLoader(
  client: ClientMethods<"batchGetStreamKey">,
  options?: CallOptions,
): (arn: string) => Promise<StreamKey> {
  return loader<StreamKey>(STREAM_KEYS, client, options);
}

function loader<Item>(read: BatchRead, client: unknown, options: unknown): (arn: string) => Promise<Item> {
  const reader = new BatchReader<Item>(read, client, options);
  // The batches of this turn, by ARN, and the one that takes more.
  let turn = new Map<string, Batch<Item>>();
  let open: Batch<Item> = { arns: [] };

  function batchOf(arn: string): Batch<Item> {
    const batch = turn.get(arn);
    if (batch) return batch;
    if (open.arns.length === MAX_ARNS) open = { arns: [] };
    open.arns.push(arn);
    turn.set(arn, open);
    return open;
  }

  return async (arn) => {
    const checked = readArn(arn, "arn", read.kind);
    const batch = batchOf(checked);
    // By a timer of its own: whoever else has asked may be gone, as a worker's request is that was cancelled.
    await sleep(0);
    if (turn.get(checked) === batch) {
      turn = new Map();
      open = { arns: [] };
    }
    batch.found ??= reader.read(batch.arns);
    const { items, errors, $metadata } = await batch.found;
    const item = items.get(checked);
    if (item === undefined) throw exceptionOf(errors.get(checked), $metadata);
    return item;
  };
}
