// @ts-check
// What every runtime does with `ivs-wasm/workflows` and `ivs-wasm/batch`, by a client of its own making. Nothing is imported, so that it runs
// anywhere.

const arnOf = (/** @type {string} */ kind, /** @type {number} */ number) => `arn:aws:ivs:us-west-2:123456789012:${kind}/id${number}`;
const channelArn = arnOf("channel", 0);

/** @param {any} subpaths what they export */
export async function check({ resetStreamKey, endStream, revokeViewers, getChannels, channelLoader, WorkflowError, ParamValidationError }) {
  /** @type {string[]} */
  const calls = [];
  let keys = [arnOf("stream-key", 1)];
  let isLive = true;
  const client = {
    listStreamKeys: async () => ({ streamKeys: keys.map((arn) => ({ arn, channelArn })) }),
    getStreamKey: async (/** @type {any} */ { arn }) => ({ streamKey: { arn, channelArn, value: "sk_us-west-2_a_a" } }),
    deleteStreamKey: async (/** @type {any} */ { arn }) => void (keys = keys.filter((key) => key !== arn)),
    stopStream: async () => void (isLive = false),
    getStream: async () => {
      if (isLive) return { stream: { state: "LIVE" } };
      throw Object.assign(new Error("not online"), { name: "ChannelNotBroadcasting" });
    },
    createStreamKey: async () => {
      const arn = arnOf("stream-key", 2);
      keys.push(arn);
      return { streamKey: { arn, channelArn, value: "sk_us-west-2_a_b" } };
    },
    batchStartViewerSessionRevocation: async (/** @type {any} */ { viewerSessions }) => (calls.push(`${viewerSessions.length} viewers`), {}),
    batchGetChannel: async (/** @type {any} */ { arns }) => {
      calls.push(`${arns.length} channels`);
      return { channels: arns.map((/** @type {string} */ arn) => ({ arn })) };
    },
  };
  const { value } = await resetStreamKey(client, { channelArn });
  const { done } = await endStream(client, { channelArn });
  const { revoked, errors } = await revokeViewers(client, Array.from({ length: 41 }, (_, number) => ({ channelArn, viewerId: `viewer ${number}`, version: 1 })));
  const arns = Array.from({ length: 101 }, (_, number) => arnOf("channel", number));
  const { channels } = await getChannels(client, arns);
  const load = channelLoader(client);
  const loaded = await Promise.all(arns.slice(0, 3).map((arn) => load(arn)));
  const controller = new AbortController();
  controller.abort("enough");
  const error = await resetStreamKey(client, { channelArn, signal: controller.signal }).catch((/** @type {unknown} */ error) => error);
  const refused = await endStream(client, { channelArn: "junk" }).catch((/** @type {unknown} */ error) => error instanceof ParamValidationError);
  return {
    value,
    steps: done.map((/** @type {any} */ { step }) => step),
    keys: keys.length,
    revoked: Array.isArray(revoked) ? revoked.length : revoked,
    errors: errors.length,
    channels: channels.map((/** @type {any} */ { arn }) => arn).join() === arns.join(),
    loaded: loaded.map(({ arn }) => arn).join() === arns.slice(0, 3).join(),
    aborted: error instanceof WorkflowError && error.cause,
    refused,
    calls,
  };
}
