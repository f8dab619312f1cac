// @ts-check
// The list of channels, page by page, and the form that creates one.

import { ChannelLatencyMode, ChannelType } from "ivs-wasm";
import { explain } from "./errors.js";
import { announce, byId, clearProblem, element, fillSelect, sentenceCase, showProblem, whileBusy } from "./view.js";

/**
 * What the list shows of a channel: a summary of ListChannels, or a whole channel.
 *
 * @typedef {{ arn?: string, name?: string, latencyMode?: string, type?: string }} Listed
 * @typedef {import("./connect.js").ChannelsPage} ChannelsPage
 * @typedef {import("./connection.js").Connection} Connection
 */

/**
 * @param {object} how
 * @param {number} how.pageSize
 * @param {(arn: string) => void} how.onSelect
 */
export function channelsPanel({ pageSize, onSelect }) {
  const section = byId("channels", HTMLElement);
  const title = byId("channels-title", HTMLElement);
  const notice = byId("channels-notice", HTMLElement);
  const list = byId("channel-list", HTMLUListElement);
  const empty = byId("channels-empty", HTMLElement);
  const more = byId("more", HTMLButtonElement);
  const name = byId("create-name", HTMLInputElement);
  const latency = byId("create-latency", HTMLSelectElement);
  const type = byId("create-type", HTMLSelectElement);
  fillSelect(latency, ChannelLatencyMode, ChannelLatencyMode.LOW);
  fillSelect(type, ChannelType, ChannelType.STANDARD);

  /** @type {Connection | undefined} */
  let connection;
  /** @type {string | undefined} */
  let nextToken;
  /** @type {string | undefined} */
  let selected;
  /** @type {Set<string>} */
  let live = new Set();
  /** @type {Map<string, HTMLLIElement>} */
  const rows = new Map();

  const paint = (/** @type {string} */ arn) => {
    const row = rows.get(arn);
    row?.querySelector("button")?.setAttribute("aria-current", String(arn === selected));
    const badge = row?.querySelector(".badge");
    if (badge instanceof HTMLElement) badge.hidden = !live.has(arn);
  };

  /** @param {Listed} channel */
  const rowOf = (channel) => {
    const arn = channel.arn ?? "";
    const kind = [channel.type, channel.latencyMode && `${channel.latencyMode}_LATENCY`];
    const button = element(
      "button",
      { type: "button", class: "channel-row" },
      element("span", { class: "channel-name" }, channel.name || "(no name)"),
      element("span", { class: "badge", hidden: "" }, "Live"),
      element("span", { class: "channel-kind" }, kind.map((value) => sentenceCase(value ?? "")).join(", ")),
    );
    button.addEventListener("click", () => onSelect(arn));
    const row = /** @type {HTMLLIElement} */ (element("li", {}, button));
    rows.get(arn)?.remove();
    rows.set(arn, row);
    return row;
  };

  /** @param {ChannelsPage} page */
  const append = (page) => {
    for (const channel of page.channels ?? []) {
      list.append(rowOf(channel));
      paint(channel.arn ?? "");
    }
    nextToken = page.nextToken;
    more.hidden = !nextToken;
    empty.hidden = rows.size > 0;
  };

  const restart = () => {
    rows.clear();
    list.replaceChildren();
  };

  /**
   * Runs a task and reports its failure above the list.
   *
   * @param {HTMLButtonElement} button
   * @param {string} doing
   * @param {(connection: Connection) => Promise<void>} task
   */
  const run = (button, doing, task) =>
    whileBusy(button, async () => {
      const current = connection;
      if (!current) return;
      clearProblem(notice);
      try {
        await task(current);
      } catch (error) {
        if (current !== connection) return;
        const place = current.endpoint ?? `IVS in ${current.region}`;
        showProblem(notice, explain(error, { doing, local: current.local, place }));
      }
    });

  byId("refresh", HTMLButtonElement).addEventListener("click", (event) =>
    run(/** @type {HTMLButtonElement} */ (event.currentTarget), "list the channels", async (current) => {
      const page = await current.call("listChannels", { maxResults: pageSize });
      if (current !== connection) return;
      restart();
      append(page);
      announce("List refreshed");
    }),
  );

  more.addEventListener("click", () =>
    run(more, "list more channels", async (current) => {
      const page = await current.call("listChannels", { maxResults: pageSize, nextToken });
      if (current !== connection) return;
      append(page);
      announce(`${page.channels?.length ?? 0} more channels`);
      // The button that had the focus may be gone now.
      if (more.hidden) list.lastElementChild?.querySelector("button")?.focus();
    }),
  );

  byId("create-form", HTMLFormElement).addEventListener("submit", (event) => {
    event.preventDefault();
    void run(byId("create-submit", HTMLButtonElement), "create the channel", async (current) => {
      const { channel } = await current.call("createChannel", {
        name: name.value.trim(),
        latencyMode: /** @type {any} */ (latency.value),
        type: /** @type {any} */ (type.value),
      });
      if (current !== connection || !channel?.arn) return;
      name.value = "";
      list.prepend(rowOf(channel));
      empty.hidden = true;
      announce(`Channel ${channel.name || ""} created`);
      onSelect(channel.arn);
    });
  });

  return {
    /**
     * @param {Connection} current
     * @param {ChannelsPage} firstPage
     */
    show(current, firstPage) {
      connection = current;
      restart();
      append(firstPage);
      section.hidden = false;
    },
    hide() {
      connection = undefined;
      selected = undefined;
      nextToken = undefined;
      live = new Set();
      name.value = "";
      restart();
      clearProblem(notice);
      section.hidden = true;
    },
    /** @param {string} [arn] the channel to return to; the panel's heading without */
    focus(arn) {
      (rows.get(arn ?? "")?.querySelector("button") ?? title).focus();
    },
    /** @param {string | undefined} arn */
    select(arn) {
      const before = selected;
      selected = arn;
      if (before) paint(before);
      if (arn) paint(arn);
    },
    /** @param {string} arn */
    remove(arn) {
      rows.get(arn)?.remove();
      rows.delete(arn);
      empty.hidden = rows.size > 0 || !more.hidden;
    },
    /** @param {Set<string>} arns the channels that are live now */
    setLive(arns) {
      live = arns;
      for (const arn of rows.keys()) paint(arn);
    },
  };
}
