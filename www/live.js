// @ts-check
// Whether the channel is live: polled while the page is visible. The simulated encoder, and stopping a stream.

import { explain } from "./errors.js";
import { poller } from "./polling.js";
import { announce, byId, clearProblem, duration, element, sentenceCase, showProblem, whileBusy } from "./view.js";

const EVERY = 5000;

/**
 * @typedef {import("./channel.js").Shown} Shown
 * @typedef {{ state?: string, health?: string, viewerCount?: number, startTime?: Date }} Seen
 */

/**
 * @param {object} how
 * @param {() => Shown | undefined} how.shown
 * @param {(live: Set<string>) => void} how.onLive
 */
export function livePanel({ shown, onLive }) {
  const stage = byId("stage", HTMLElement);
  const state = byId("live-state", HTMLElement);
  const viewers = byId("live-viewers", HTMLElement);
  const health = byId("live-health", HTMLElement);
  const time = byId("live-time", HTMLElement);
  const notice = byId("live-notice", HTMLElement);
  const encoderStart = byId("encoder-start", HTMLButtonElement);
  const encoderStop = byId("encoder-stop", HTMLButtonElement);
  const streamStop = byId("stream-stop", HTMLButtonElement);
  const stopHint = byId("stop-hint", HTMLElement);

  /** @type {Date | undefined} */
  let since;
  let simulated = false;
  setInterval(() => {
    if (since) time.textContent = duration(Date.now() - since.getTime());
  }, 1000);

  /** @param {Seen | "unknown" | undefined} seen undefined when offline */
  const paint = (seen) => {
    const before = stage.dataset.state;
    const stream = seen === "unknown" ? undefined : seen;
    const now = seen === "unknown" ? "unknown" : stream?.state === "LIVE" ? "live" : "offline";
    stage.dataset.state = now;
    state.textContent = { unknown: "Checking", live: "Live", offline: "Offline" }[now];
    if (before !== now && before !== "unknown" && now !== "unknown") announce(`The channel is ${now} now`);
    since = now === "live" ? stream?.startTime : undefined;
    const count = stream?.viewerCount ?? -1;
    // The service says -1 when it could not count in time.
    viewers.textContent = now === "live" && count >= 0 ? String(count) : "–";
    health.textContent = now === "live" && stream?.health ? sentenceCase(stream.health) : "–";
    time.textContent = since ? duration(Date.now() - since.getTime()) : "–";
    const focused = document.activeElement;
    encoderStart.hidden = !simulated || now !== "offline";
    encoderStop.hidden = !simulated || now !== "live";
    streamStop.hidden = now !== "live";
    stopHint.hidden = encoderStop.hidden;
    // The focus would be lost with a hidden button: move it to the one that replaces it.
    if (focused instanceof HTMLButtonElement && focused.hidden && stage.contains(focused)) {
      const next = [encoderStop, encoderStart, streamStop].find((button) => !button.hidden);
      (next ?? byId("channel-title", HTMLElement)).focus();
    }
  };

  const polling = poller({
    every: EVERY,
    async ask(isCurrent) {
      const channel = shown();
      if (!channel) return;
      const { connection, arn } = channel;
      // One request covers all channels, and is not an error when this one is offline, as GetStream would be.
      const { streams = [], nextToken } = await connection.call("listStreams", { maxResults: 100 }, { polled: true });
      /** @type {Seen | undefined} */
      let seen = streams.find((stream) => stream.channelArn === arn);
      if (!seen && nextToken) seen = await beyondFirstPage(channel);
      if (!isCurrent()) return;
      const live = new Set(streams.flatMap((stream) => (stream.state === "LIVE" ? [stream.channelArn ?? ""] : [])));
      if (seen?.state === "LIVE") live.add(arn);
      onLive(live);
      paint(seen);
    },
    onError(error) {
      const channel = shown();
      if (!channel) return;
      paint("unknown");
      state.textContent = "Unknown";
      const { local, endpoint, region } = channel.connection;
      const again = element("button", { type: "button", class: "small" }, "Check again");
      again.addEventListener("click", () => {
        clearProblem(notice);
        paint("unknown");
        polling.start();
      });
      const place = endpoint ?? `IVS in ${region}`;
      showProblem(notice, explain(error, { doing: "read the stream's state", local, place }), again);
    },
  });

  /**
   * @param {HTMLButtonElement} button
   * @param {string} doing
   * @param {(channel: Shown) => Promise<unknown>} task
   */
  const act = (button, doing, task) =>
    button.addEventListener("click", () =>
      whileBusy(button, async () => {
        const channel = shown();
        await channel?.run(doing, notice, async () => {
          await task(channel);
        });
        if (channel?.current()) polling.start();
      }),
    );
  act(encoderStart, "start the encoder", async (channel) =>
    channel.connection.encoder("start", await channel.streamKey()),
  );
  act(encoderStop, "stop the encoder", async (channel) => channel.connection.encoder("stop", await channel.streamKey()));
  act(streamStop, "stop the stream", ({ connection, arn }) => connection.call("stopStream", { channelArn: arn }));

  return {
    /** @param {boolean} withEncoder whether there is a simulated encoder to start */
    start(withEncoder) {
      simulated = withEncoder;
      clearProblem(notice);
      paint("unknown");
      polling.start();
    },
    stop() {
      polling.stop();
      paint("unknown");
    },
    isLive: () => stage.dataset.state === "live",
  };
}

/**
 * For an account with over 100 live streams: gets this one alone.
 *
 * @param {Shown} channel
 */
async function beyondFirstPage({ connection, arn }) {
  try {
    return (await connection.call("getStream", { channelArn: arn }, { polled: true })).stream;
  } catch (error) {
    if (/** @type {any} */ (error).name === "ChannelNotBroadcasting") return undefined;
    throw error;
  }
}
