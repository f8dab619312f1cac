// @ts-check
// What every runtime does with `ivs-wasm/events`. Nothing is imported, so that it runs anywhere.

/**
 * @param {any} subpath what it exports
 * @param {{ events: any[] }} facts
 */
export function check({ parseIvsEvent, compareIvsEvents, IvsEventDeduplicator, ParamValidationError }, { events }) {
  const text = (/** @type {any} */ event) => JSON.stringify(event);
  const sns = (/** @type {string} */ Message) => text({ Type: "Notification", Message });
  const carriers = [(/** @type {any} */ event) => event, text, (/** @type {any} */ event) => new TextEncoder().encode(`\ufeff${text(event)}`), (/** @type {any} */ event) => ({ body: sns(text(event)) })];
  const deep = `{"detail-type":"IVS","more":${"[".repeat(1_000_000)}${"]".repeat(1_000_000)}}`;
  const damaged = [undefined, text(events[0]).slice(0, -1), Uint8Array.of(0xff), { ...events[0], source: "aws.s3" }, { ...events[0], detail: [] }, deep, '{"a":'.repeat(100_000)];
  const seen = new IvsEventDeduplicator();
  return {
    parsed: events.filter((event) => carriers.every((carry) => text(parseIvsEvent(carry(event))) === text(event))).length,
    refused: damaged.map((input) => outcome(() => parseIvsEvent(input), ParamValidationError)),
    order: compareIvsEvents({ time: "2026-11-28T10:00:00Z", detail: { event_time: "2026-11-28T10:00:00.000000001Z" } }, { time: "2026-11-28T10:00:00Z", detail: {} }),
    seen: [...events, events[0]].filter((event) => seen.add(event)).length,
  };
}

/** @param {() => unknown} call @param {any} Expected */
function outcome(call, Expected) {
  try {
    return `returned ${call()}`;
  } catch (error) {
    return error instanceof Expected || `${error}`;
  }
}
