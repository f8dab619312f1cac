// The same subpath by `require`, as TypeScript resolves it for a CommonJS file.

import events = require("ivs-wasm/events");

export function streamId(input: unknown): string | undefined {
  const event = events.parseIvsEvent(input);
  return event["detail-type"] === "IVS Stream Health Change" && event.detail.event_name === "Starvation Start" ? event.detail.stream_id : undefined;
}
