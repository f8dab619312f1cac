// @ts-check
// The demo page of ivs-wasm: puts the panels together.

import { channelPanel } from "./channel.js";
import { channelsPanel } from "./channels.js";
import { connectPanel } from "./connect.js";
import { requestLog } from "./requests.js";
import { announce, byId } from "./view.js";

const PAGE_SIZE = 20;

const main = byId("main", HTMLElement);
const session = byId("session", HTMLElement);

/** @type {import("./connection.js").Connection | undefined} */
let connection;

const requests = requestLog();

const channel = channelPanel({
  onLive: (live) => channels.setLive(live),
  onBack(arn) {
    close();
    channels.focus(arn);
  },
  onDeleted(arn) {
    close();
    channels.remove(arn);
    channels.focus();
  },
});

const channels = channelsPanel({
  pageSize: PAGE_SIZE,
  onSelect(arn) {
    if (!connection) return;
    main.dataset.channel = "";
    channels.select(arn);
    channel.show(connection, arn);
  },
});

/** Returns to the list, as on a narrow screen. */
function close() {
  delete main.dataset.channel;
  channels.select(undefined);
  channel.hide();
}

const connect = connectPanel({
  log: requests.add,
  pageSize: PAGE_SIZE,
  onConnected(made, firstPage) {
    connection = made;
    byId("session-kind", HTMLElement).textContent = made.local ? "ivs-local" : made.endpoint ? "endpoint" : "AWS";
    byId("session-place", HTMLElement).textContent = made.endpoint
      ? `${made.region} · ${made.endpoint.replace(/^https?:\/\//, "")}`
      : made.region;
    session.hidden = false;
    main.dataset.view = "workspace";
    channels.show(made, firstPage);
    close();
    channels.focus();
    announce("Connected");
  },
});

byId("disconnect", HTMLButtonElement).addEventListener("click", () => {
  connection = undefined;
  close();
  channel.leave();
  channels.hide();
  requests.clear();
  byId("requests", HTMLElement).hidden = true;
  session.hidden = true;
  delete main.dataset.view;
  connect.show();
  byId("connect-title", HTMLElement).focus();
  announce("Disconnected: the credentials are forgotten");
});

byId("boot", HTMLElement).remove();
connect.show();
