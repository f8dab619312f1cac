// @ts-check
// Small helpers around the DOM. Text is always inserted as text, never as HTML.

/**
 * The element of index.html with this id.
 *
 * @template {HTMLElement} E
 * @param {string} id
 * @param {new () => E} type
 * @returns {E}
 */
export function byId(id, type) {
  const found = document.getElementById(id);
  if (!(found instanceof type)) throw new Error(`index.html has no ${type.name} with id "${id}"`);
  return found;
}

/**
 * @param {string} tag
 * @param {Record<string, string>} [attributes]
 * @param {...(Node | string)} children
 * @returns {HTMLElement}
 */
export function element(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...children);
  return made;
}

/** @type {ReturnType<typeof setTimeout> | undefined} */
let fading;

/**
 * Announces a short sentence: shown for a few seconds, and read out by screen readers.
 *
 * @param {string} text
 */
export function announce(text) {
  const status = byId("status", HTMLElement);
  clearTimeout(fading);
  status.textContent = text;
  status.dataset.shown = "";
  fading = setTimeout(() => delete status.dataset.shown, 4000);
}

/**
 * Shows an explained error, with what to do about it; name, status and request id are below, for a bug report.
 *
 * @param {HTMLElement} notice an element with role="alert"
 * @param {import("./errors.js").Explanation} explanation
 * @param {...Node} actions e.g. a button to try again
 */
export function showProblem(notice, explanation, ...actions) {
  const parts = [element("p", { class: "notice-what" }, explanation.what)];
  if (explanation.items.length > 0) {
    parts.push(element("ul", {}, ...explanation.items.map((item) => element("li", {}, item))));
  }
  if (explanation.remedy) parts.push(element("p", {}, explanation.remedy));
  parts.push(element("p", { class: "notice-details" }, explanation.details));
  notice.replaceChildren(...parts, ...actions);
  notice.hidden = false;
}

/** @param {...HTMLElement} notices */
export function clearProblem(...notices) {
  for (const notice of notices) {
    notice.hidden = true;
    notice.replaceChildren();
  }
}

/**
 * Runs one task at a time for a button, which keeps its focus and says that it is busy.
 *
 * @param {HTMLButtonElement} button
 * @param {() => Promise<void>} task
 */
export async function whileBusy(button, task) {
  if (button.getAttribute("aria-disabled") === "true") return;
  button.setAttribute("aria-disabled", "true");
  button.dataset.busy = "";
  try {
    await task();
  } finally {
    button.removeAttribute("aria-disabled");
    delete button.dataset.busy;
  }
}

/**
 * Makes a button copy what an element shows. If the clipboard is not available, the text is selected instead.
 *
 * @param {HTMLButtonElement} button
 * @param {HTMLElement} source
 * @param {string} noun for the announcement, e.g. "Playback URL"
 */
export function copies(button, source, noun) {
  button.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(source.textContent ?? "");
      announce(`${noun} copied`);
    } catch {
      getSelection()?.selectAllChildren(source);
      announce("The clipboard is not available: the text is selected, copy it with Ctrl+C");
    }
  });
}

/**
 * Fills a select with the values of one of the package's enums.
 *
 * @param {HTMLSelectElement} select
 * @param {Record<string, string>} values
 * @param {string} chosen
 */
export function fillSelect(select, values, chosen) {
  select.replaceChildren(
    ...Object.values(values).map((value) => new Option(sentenceCase(value), value, value === chosen, value === chosen)),
  );
}

/**
 * `ADVANCED_SD` in readable form: "Advanced SD".
 *
 * @param {string} value
 */
export function sentenceCase(value) {
  const words = value.split("_").map((word) => (word.length <= 2 ? word : word.toLowerCase()));
  const text = words.join(" ");
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/**
 * Local time of day: `17:04:09`.
 *
 * @param {Date} date
 */
export function timeOfDay(date) {
  return [date.getHours(), date.getMinutes(), date.getSeconds()].map(twoDigits).join(":");
}

/**
 * `1:02:03` or `02:03`.
 *
 * @param {number} ms
 */
export function duration(ms) {
  const seconds = Math.max(0, Math.floor(ms / 1000));
  const hours = Math.floor(seconds / 3600);
  return `${hours > 0 ? `${hours}:` : ""}${twoDigits(Math.floor(seconds / 60) % 60)}:${twoDigits(seconds % 60)}`;
}

/** @param {number} n */
function twoDigits(n) {
  return String(n).padStart(2, "0");
}
