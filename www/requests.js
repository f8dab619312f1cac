// @ts-check
// The log of requests: operation, status, time and request id. Never an input, an output or a key.

import { byId, element, timeOfDay } from "./view.js";

const KEPT = 200;

/** @returns {{ add: (line: import("./connection.js").RequestLine) => void, clear: () => void }} */
export function requestLog() {
  const section = byId("requests", HTMLElement);
  const list = byId("request-log", HTMLOListElement);
  const polling = byId("show-polling", HTMLInputElement);

  const clear = () => {
    list.replaceChildren();
  };
  byId("requests-clear", HTMLButtonElement).addEventListener("click", clear);
  polling.addEventListener("change", () => list.classList.toggle("without-polling", !polling.checked));

  return {
    clear,
    add(line) {
      section.hidden = false;
      const item = element(
        "li",
        { class: line.polled ? "polled" : "", "data-outcome": line.error === undefined ? "done" : "failed" },
        element("span", { class: "log-at" }, timeOfDay(line.at)),
        element("span", { class: "log-operation" }, line.operation),
        element("span", { class: "log-status" }, line.status === undefined ? "no answer" : String(line.status)),
        element("span", { class: "log-ms" }, `${Math.round(line.ms)} ms`),
        element("span", { class: "log-id" }, line.requestId ?? "no request id"),
        ...(line.error === undefined ? [] : [element("span", { class: "log-error" }, line.error)]),
      );
      list.prepend(item);
      while (list.childElementCount > KEPT) list.lastElementChild?.remove();
    },
  };
}
