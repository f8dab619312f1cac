// @ts-check
// Timed metadata: up to 1 KB of text that reaches the players in sync with the video.

import { announce, byId, clearProblem, element, showProblem, timeOfDay, whileBusy } from "./view.js";

/** PutMetadata's limit on one message, in bytes of UTF-8. */
const LIMIT = 1024;
const KEPT = 4;
const encoder = new TextEncoder();

/** @param {{ shown: () => import("./channel.js").Shown | undefined }} how */
export function metadataForm({ shown }) {
  const text = byId("metadata", HTMLTextAreaElement);
  const counter = byId("metadata-count", HTMLElement);
  const notice = byId("metadata-notice", HTMLElement);
  const form = byId("metadata-form", HTMLFormElement);
  const sent = byId("metadata-sent", HTMLOListElement);

  const bytes = () => encoder.encode(text.value).length;
  const count = () => {
    const over = bytes() - LIMIT;
    counter.textContent = over > 0 ? `${bytes()} of ${LIMIT} bytes: ${over} too many` : `${bytes()} of ${LIMIT} bytes`;
    counter.classList.toggle("over", over > 0);
    text.setAttribute("aria-invalid", String(over > 0));
  };
  text.addEventListener("input", count);

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void whileBusy(byId("metadata-send", HTMLButtonElement), async () => {
      const channel = shown();
      const metadata = text.value;
      clearProblem(notice);
      if (bytes() === 0 || bytes() > LIMIT) {
        const what = metadata === "" ? "There is nothing to send yet." : `One message holds up to ${LIMIT} bytes.`;
        const remedy = metadata === "" ? "Write a message first." : `Shorten it by ${bytes() - LIMIT} bytes.`;
        showProblem(notice, { what, remedy, items: [], details: "" });
        text.focus();
        return;
      }
      await channel?.run("send the metadata", notice, async () => {
        await channel.connection.call("putMetadata", { channelArn: channel.arn, metadata });
        if (!channel.current()) return;
        sent.prepend(
          element("li", {}, element("span", {}, timeOfDay(new Date())), " ", element("code", {}, metadata)),
        );
        while (sent.childElementCount > KEPT) sent.lastElementChild?.remove();
        sent.hidden = false;
        text.value = "";
        count();
        announce("Metadata sent");
      });
    });
  });
  text.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit();
    }
  });

  return {
    /** Clears the form and the list, for another channel. */
    reset() {
      text.value = "";
      sent.replaceChildren();
      sent.hidden = true;
      clearProblem(notice);
      count();
    },
  };
}
