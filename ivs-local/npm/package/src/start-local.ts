import { IvsLocal } from "./local.js";
import { type LocalOptions, resolve } from "./options.js";
import { load } from "./wasm.js";

/**
 * Starts a simulated Amazon IVS, in this program: no server, no network, no timers.
 *
 * ```js
 * const local = await startLocal();
 * const ivs = new IvsClient(local.config);
 * const { channel, streamKey } = await ivs.createChannel({ name: "launch-party" });
 * local.encoder.connect(streamKey.value);
 * await ivs.putMetadata({ channelArn: channel.arn, metadata: "hello" });
 * ```
 *
 * @throws `LocalError` of an option that cannot be
 */
export async function startLocal(options: LocalOptions = {}): Promise<IvsLocal> {
  const resolved = resolve(options);
  await load();
  return new IvsLocal(resolved);
}
