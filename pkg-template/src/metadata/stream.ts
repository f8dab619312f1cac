import { field, invalid, object } from "../read.js";
import { accountOf } from "./account.js";
import type { MetadataItem } from "./item.js";
import { type MetadataStreamOptions, readOptions } from "./options.js";
import { Outbox } from "./outbox.js";

/**
 * What a stream calls: an `IvsClient`, an `Ivs` of AWS's SDK, or whatever has these. One that makes several attempts of its own in spite of the
 * option of a call, as AWS's SDK does, needs `maxAttempts: 1` in its configuration.
 */
export interface MetadataClient {
  putMetadata(
    input: { channelArn: string; metadata: string },
    options?: { abortSignal?: AbortSignal; maxAttempts?: number },
  ): Promise<unknown>;
  /** Asked while the channel is not live; without it, PutMetadata is tried as slowly. */
  getStream?(input: { channelArn: string }, options?: { abortSignal?: AbortSignal }): Promise<unknown>;
}

/**
 * A stream whose items become timed metadata of a live channel, in the order in which they are written.
 *
 * - A call has at most 1,024 bytes of UTF-8. At the service, a channel never gets more than 5 calls in any second, nor the account more than
 *   155, from all streams of the client; one call for a channel is made at a time. When the service throttles, all streams of the client slow
 *   down.
 * - `write` resolves when an item is taken, and waits while `bufferBytes` are taken; `close` resolves when all are sent.
 * - Calls that are throttled or lost are made again. When `abort` or a failure ends the stream, `onDrop` is told what was not sent.
 *
 * @param client one client for all streams: the rates are those of its streams
 * @throws {@link ParamValidationError} if the options are wrong. `write` and `close` reject with that, for a wrong item, or with the error of
 *   the call that ended the stream
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyAPIReference/API_PutMetadata.html
 */
export function metadataStream(client: MetadataClient, options: MetadataStreamOptions): WritableStream<MetadataItem> {
  if (typeof field(object(client, "client"), "client", "putMetadata") !== "function") {
    throw invalid("client", "expected an IvsClient, or an object with a putMetadata");
  }
  const settings = readOptions(options);
  const account = accountOf(client);
  let outbox: Outbox;
  return new WritableStream<MetadataItem>({
    start(controller) {
      outbox = new Outbox(settings, (error) => controller.error(error));
      const { signal } = controller;
      // `abort` of a sink is called only after its `write`, which may be waiting.
      signal?.addEventListener("abort", () => outbox.end("aborted", signal.reason));
    },
    async write(item) {
      await outbox.put(item);
      if (!outbox.isEmpty) account.channel(settings.channelArn).serve(outbox);
    },
    close: () => outbox.drained(),
    abort: (reason) => outbox.end("aborted", reason),
  });
}
