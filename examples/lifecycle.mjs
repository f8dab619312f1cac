// The life of a channel: create, read, list with tags, go live, send metadata, stop, delete.
//
//   AWS_REGION=us-west-2 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… node examples/lifecycle.mjs [seconds to wait for a stream]
//
// On AWS this creates a real channel, waits two minutes for you to stream to it, and deletes it again. With
// AWS_ENDPOINT_URL_IVS set to an `ivs-local`, its simulated encoder does the streaming.

import { setTimeout as sleep } from "node:timers/promises";
import { ChannelNotBroadcasting, ConflictException, IvsClient, ResourceNotFoundException } from "ivs-wasm";

const endpoint = process.env.AWS_ENDPOINT_URL_IVS || process.env.AWS_ENDPOINT_URL;
const secondsToWait = Number(process.argv[2] ?? 120);
if (Number.isNaN(secondsToWait)) throw new TypeError(`expected seconds to wait for a stream, got ${process.argv[2]}`);

// Region, credentials and endpoint come from the AWS_* variables.
const ivs = new IvsClient();

const interrupted = new AbortController();
process.once("SIGINT", () => interrupted.abort(new Error("interrupted")));
const pause = (seconds) =>
  sleep(seconds * 1000, undefined, { signal: interrupted.signal }).catch(() => interrupted.signal.throwIfAborted());

function say(step, detail = "") {
  console.log(`${step.padEnd(14)} ${detail}`);
}

async function lifecycle() {
  const { channel, streamKey } = await ivs.createChannel({
    name: `lifecycle-${Date.now()}`,
    latencyMode: "LOW",
    type: "BASIC",
    tags: { "made-by": "lifecycle.mjs", purpose: "example" },
  });
  say("created", `${channel.name}, a ${channel.type} channel with ${channel.latencyMode} latency`);
  try {
    await describe(channel);
    if (await goLive(channel, streamKey)) {
      await sendMetadata(channel);
    } else {
      say("no stream", `none within ${secondsToWait} s: continuing without the live part`);
    }
  } finally {
    await remove(channel, streamKey);
  }
}

async function describe({ arn, name }) {
  const { channel } = await ivs.getChannel({ arn });
  say("read back", channel.arn);
  say("", `players open ${channel.playbackUrl}`);

  await ivs.tagResource({ resourceArn: arn, tags: { stage: "main hall" } });
  const { tags } = await ivs.listTagsForResource({ resourceArn: arn });
  say("tagged", Object.entries(tags).map(([key, value]) => `${key}=${value}`).join(", "));

  const { channels } = await ivs.listChannels({ filterByName: name });
  for (const found of channels) say("listed", `${found.name} with ${Object.keys(found.tags).length} tags`);
}

/** Resolves to whether the channel is live. */
async function goLive({ arn, ingestEndpoint }, { value }) {
  if (await isLocal()) {
    await encoder("start", { streamKey: value, viewerCount: 12 });
    say("encoder on", "the simulated one of ivs-local");
  } else {
    say("waiting", `up to ${secondsToWait} s for your encoder, for example`);
    // The key is printed because it is for this channel only, and both are deleted at the end.
    console.log(
      `\n  ffmpeg -re -f lavfi -i testsrc=size=640x360:rate=30 -f lavfi -i sine -c:v libx264 -g 60 -pix_fmt yuv420p` +
        ` -b:v 800k -c:a aac -f flv rtmps://${ingestEndpoint}:443/app/${value}\n`,
    );
  }
  const deadline = Date.now() + secondsToWait * 1000;
  do {
    try {
      const { stream } = await ivs.getStream({ channelArn: arn });
      say("live", `since ${stream.startTime.toISOString()}, ${stream.health}, ${stream.viewerCount} viewers`);
      return true;
    } catch (error) {
      if (!(error instanceof ChannelNotBroadcasting)) throw error;
    }
    await pause(Math.min(5, Math.max(0, (deadline - Date.now()) / 1000)));
  } while (Date.now() < deadline);
  return false;
}

async function sendMetadata({ arn }) {
  const metadata = JSON.stringify({ question: "Who wins?", answers: ["red", "blue"] });
  const { $metadata } = await ivs.putMetadata({ channelArn: arn, metadata });
  say("sent metadata", `${metadata} as request ${$metadata.requestId}`);
}

/** Deletes the channel, even if it is live, which IVS rejects with a ConflictException. */
async function remove({ arn, name }, streamKey) {
  for (let attempt = 1; attempt <= 10; attempt++) {
    try {
      await ivs.deleteChannel({ arn });
      return say("deleted", name);
    } catch (error) {
      if (!(error instanceof ConflictException)) throw error;
      say("conflict", error.message);
    }
    // The service takes a few seconds to notice that a stream has ended.
    if (attempt > 1) await sleep(3000);
    await stop(arn, streamKey);
  }
  throw new Error(`${name} (${arn}) is still live: stop its encoder and delete it`);
}

async function stop(channelArn, streamKey) {
  // Without its key the encoder cannot reconnect.
  await unless(ResourceNotFoundException, ivs.deleteStreamKey({ arn: streamKey.arn }));
  if (await unless(ChannelNotBroadcasting, ivs.stopStream({ channelArn }))) say("stopped", "the stream, and deleted its key");
}

/** The output, or undefined if the service responds with this error. */
async function unless(Exception, answer) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof Exception) return undefined;
    throw error;
  }
}

/** Whether the endpoint is an ivs-local, which has a simulated encoder. */
async function isLocal() {
  if (!endpoint) return false;
  const response = await fetch(new URL("/_local/credentials", endpoint)).catch(() => undefined);
  return response?.ok === true && "accessKeyId" in (await response.json().catch(() => ({})));
}

async function encoder(action, body) {
  const response = await fetch(new URL(`/_local/encoder/${action}`, endpoint), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`ivs-local refused to ${action} its encoder: ${response.status} ${await response.text()}`);
}

try {
  await lifecycle();
} catch (error) {
  console.error(`\n${error.name}: ${error.message}`);
  process.exitCode = 1;
}
