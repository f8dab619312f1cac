// @ts-check
// One channel: its addresses, its stream key on request, and deleting it.

import { explain } from "./errors.js";
import { livePanel } from "./live.js";
import { metadataForm } from "./metadata.js";
import { announce, byId, clearProblem, copies, element, sentenceCase, showProblem, whileBusy } from "./view.js";

/**
 * @typedef {import("./connection.js").Connection} Connection
 *
 * The displayed channel. `run` calls the task for it and explains an error in the notice, unless another channel has been
 * selected meanwhile.
 *
 * @typedef {object} Shown
 * @property {Connection} connection
 * @property {string} arn
 * @property {(doing: string, notice: HTMLElement, task: () => Promise<void>) => Promise<void>} run
 * @property {() => boolean} current whether this channel is still displayed
 * @property {() => Promise<string>} streamKey the value of the channel's stream key
 */

/** The key that was created with the channel has been deleted. */
class NoStreamKey extends Error {
  name = "NoStreamKey";
}

/**
 * @param {object} how
 * @param {(arn: string) => void} how.onDeleted
 * @param {(arn: string) => void} how.onBack
 * @param {(live: Set<string>) => void} how.onLive called with the live channels of the account after each poll
 */
export function channelPanel({ onDeleted, onBack, onLive }) {
  const section = byId("channel", HTMLElement);
  const empty = byId("channel-empty", HTMLElement);
  const title = byId("channel-title", HTMLElement);
  const facts = byId("channel-facts", HTMLElement);
  const keyText = byId("stream-key", HTMLElement);
  const keyToggle = byId("stream-key-toggle", HTMLButtonElement);
  const keyCopy = byId("stream-key-copy", HTMLButtonElement);
  const keyNotice = byId("key-notice", HTMLElement);
  const ingest = byId("ingest", HTMLElement);
  const playback = byId("playback", HTMLElement);
  const arnText = byId("arn", HTMLElement);
  const confirm = byId("delete-confirm", HTMLElement);
  const deleteButton = byId("delete", HTMLButtonElement);
  const deleteNotice = byId("delete-notice", HTMLElement);
  copies(byId("ingest-copy", HTMLButtonElement), ingest, "Ingest endpoint");
  copies(byId("playback-copy", HTMLButtonElement), playback, "Playback URL");
  copies(byId("arn-copy", HTMLButtonElement), arnText, "ARN");
  copies(keyCopy, keyText, "Stream key");

  /** @type {Shown | undefined} */
  let shown;
  byId("back", HTMLButtonElement).addEventListener("click", () => {
    if (shown) onBack(shown.arn);
  });
  const live = livePanel({ shown: () => shown, onLive });
  const metadata = metadataForm({ shown: () => shown });

  const hideKey = () => {
    keyText.textContent = "hidden";
    keyText.dataset.hidden = "";
    keyCopy.hidden = true;
    keyToggle.setAttribute("aria-expanded", "false");
    keyToggle.replaceChildren("Show", element("span", { class: "visually-hidden" }, " stream key"));
  };
  keyToggle.addEventListener("click", () =>
    whileBusy(keyToggle, async () => {
      if (keyToggle.getAttribute("aria-expanded") === "true") return hideKey();
      const channel = shown;
      await channel?.run("show the stream key", keyNotice, async () => {
        const value = await channel.streamKey();
        if (!channel.current()) return;
        keyText.textContent = value;
        delete keyText.dataset.hidden;
        keyCopy.hidden = false;
        keyToggle.setAttribute("aria-expanded", "true");
        keyToggle.replaceChildren("Hide", element("span", { class: "visually-hidden" }, " stream key"));
      });
    }),
  );

  const askDelete = (/** @type {boolean} */ asking) => {
    confirm.hidden = !asking;
    deleteButton.hidden = asking;
  };
  deleteButton.addEventListener("click", () => {
    clearProblem(deleteNotice);
    byId("delete-question", HTMLElement).textContent =
      `Delete ${title.textContent} and its stream key? It cannot be undone.` +
      (live.isLive() ? " It is live now, and the service refuses to delete a live channel: stop the stream first." : "");
    askDelete(true);
    byId("delete-no", HTMLButtonElement).focus();
  });
  const keep = () => {
    askDelete(false);
    deleteButton.focus();
  };
  byId("delete-no", HTMLButtonElement).addEventListener("click", keep);
  confirm.addEventListener("keydown", (event) => {
    if (event.key === "Escape") keep();
  });
  const deleteYes = byId("delete-yes", HTMLButtonElement);
  deleteYes.addEventListener("click", () =>
    whileBusy(deleteYes, async () => {
      const channel = shown;
      await channel?.run("delete the channel", deleteNotice, async () => {
        await channel.connection.call("deleteChannel", { arn: channel.arn });
        announce("Channel deleted");
        onDeleted(channel.arn);
      });
      if (channel?.current()) keep();
    }),
  );

  /** @param {import("ivs-wasm").Channel} channel */
  const describe = (channel) => {
    title.textContent = channel.name || "(no name)";
    const kind = [channel.type, channel.latencyMode && `${channel.latencyMode}_LATENCY`, channel.authorized && "PRIVATE"];
    const tags = Object.entries(channel.tags ?? {}).map(([key, value]) => (value ? `${key}: ${value}` : key));
    facts.replaceChildren(
      ...kind.filter(Boolean).map((value) => element("span", { class: "chip" }, sentenceCase(String(value)))),
      ...tags.map((tag) => element("span", { class: "chip tag" }, tag)),
    );
    ingest.textContent = channel.ingestEndpoint ?? "";
    playback.textContent = channel.playbackUrl ?? "";
  };

  /** @param {string} arn all that is known yet */
  const blank = (arn) => {
    clearProblem(keyNotice, deleteNotice);
    hideKey();
    askDelete(false);
    title.textContent = "…";
    facts.replaceChildren();
    for (const text of [ingest, playback]) text.textContent = "…";
    arnText.textContent = arn;
    metadata.reset();
  };

  const hide = () => {
    shown = undefined;
    live.stop();
    blank("");
    section.hidden = true;
    empty.hidden = false;
  };

  return {
    /**
     * Shows a channel, reads its details and polls its stream.
     *
     * @param {Connection} connection
     * @param {string} arn
     */
    show(connection, arn) {
      const place = connection.endpoint ?? `IVS in ${connection.region}`;
      /** @type {Shown} */
      const channel = {
        connection,
        arn,
        current: () => shown === channel,
        async run(doing, notice, task) {
          clearProblem(notice);
          try {
            await task();
          } catch (error) {
            if (shown !== channel) return;
            showProblem(notice, explain(error, { doing, local: connection.local, place }));
          }
        },
        async streamKey() {
          const { streamKeys } = await connection.call("listStreamKeys", { channelArn: arn, maxResults: 1 });
          const key = streamKeys?.[0]?.arn;
          if (!key) throw new NoStreamKey();
          const { streamKey } = await connection.call("getStreamKey", { arn: key });
          return streamKey?.value ?? "";
        },
      };
      shown = channel;
      blank(arn);
      byId("ingest-hint", HTMLElement).textContent = connection.local
        ? "The addresses look like the real ones, but nothing listens there: ivs-local streams with its simulated encoder."
        : "Stream to rtmps://, the ingest endpoint, then :443/app/ and the stream key.";
      empty.hidden = true;
      section.hidden = false;
      title.focus();
      live.start(connection.local);
      const notice = byId("live-notice", HTMLElement);
      void channel.run("read the channel", notice, async () => {
        const { channel: found } = await connection.call("getChannel", { arn });
        if (found && channel.current()) describe(found);
      });
    },
    hide,
    /** Shows no channel, and no hint to select one either. */
    leave() {
      hide();
      empty.hidden = true;
    },
  };
}
