// @ts-check
// What every runtime does with `ivs-wasm/metadata`: its streams differ more than their standard does. Nothing is imported, so that it runs
// anywhere.

const channelArn = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";

/** @param {any} subpath what it exports */
export async function check(subpath) {
  return { ...(await sent(subpath)), aborted: await aborted(subpath), closing: await closing(subpath), failed: await failed(subpath), refused: await refused(subpath) };
}

/** Items through batches, whose answers are lost at times. @param {any} subpath */
async function sent({ metadataStream, MetadataReader }) {
  const reader = new MetadataReader();
  /** @type {any[]} */
  const got = [];
  const times = [];
  let isOver = false;
  const client = {
    async putMetadata(/** @type {any} */ { metadata }) {
      times.push(Date.now());
      if (new TextEncoder().encode(metadata).length > 1024) throw new Error("too large");
      got.push(...reader.read(metadata));
      if (times.length === 2) throw new TypeError("fetch failed");
    },
  };
  const writer = metadataStream(client, { channelArn }).getWriter();
  const items = Array.from({ length: 60 }, (_, number) => ({ number, text: "ü€😀\ud800" }));
  for (const item of items) await writer.write(item);
  await writer.close();
  isOver = true;
  return { items: JSON.stringify(got) === JSON.stringify(items) && got.length, repeated: times.length > 3, isOver };
}

/** A write that waits for room ends with an abort, and what was taken is reported. @param {any} subpath */
async function aborted({ metadataStream }) {
  /** @type {any[]} */
  const reports = [];
  const writer = metadataStream({ putMetadata: () => new Promise(() => {}) }, { channelArn, bufferBytes: 0, onDrop: (/** @type {any} */ report) => reports.push(report) }).getWriter();
  await writer.write("taken");
  const reason = new Error("enough");
  const waiting = rejection(writer.write("waits"));
  await new Promise((resolve) => setTimeout(resolve, 50));
  await writer.abort(reason);
  return [(await waiting) === reason, (await rejection(writer.closed)) === reason, ...reports.map(({ items, reason, unconfirmed }) => `${items} ${reason} ${unconfirmed}`)];
}

/** A close that waits for the channel ends with an abort. @param {any} subpath */
async function closing({ metadataStream }) {
  const offline = Object.assign(new Error("offline"), { name: "ChannelNotBroadcasting" });
  const writer = metadataStream({ putMetadata: async () => { throw offline; } }, { channelArn }).getWriter();
  await writer.write("waits");
  const closed = rejection(writer.close());
  await new Promise((resolve) => setTimeout(resolve, 50));
  const reason = new Error("enough");
  await writer.abort(reason).catch(() => {});
  return (await closed) === reason;
}

/** @param {any} subpath */
async function failed({ metadataStream }) {
  const denied = Object.assign(new Error("denied"), { name: "AccessDeniedException", $metadata: { httpStatusCode: 403 } });
  const writer = metadataStream({ putMetadata: async () => { throw denied; } }, { channelArn }).getWriter();
  await writer.write("a");
  return (await rejection(writer.closed)) === denied && (await rejection(writer.write("b"))) === denied;
}

/** @param {any} subpath */
async function refused({ metadataStream, ParamValidationError }) {
  const writer = metadataStream({ putMetadata: async () => {} }, { channelArn }).getWriter();
  return (await rejection(writer.write(() => {}))) instanceof ParamValidationError;
}

/** @param {Promise<unknown>} promise */
const rejection = (promise) => promise.then(() => "resolved", (error) => error);
