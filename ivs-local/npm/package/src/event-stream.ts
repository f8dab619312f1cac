// Events as they happen, as server-sent events.
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { Service } from "./service.js";

/** Milliseconds after which it is looked for new ones, of which some happen because time passes. */
const INTERVAL = 100;

/** Tells the ids of this process from those of another. */
const RUN = crypto.randomUUID().slice(0, 8);

/** Whether a request asks for a stream of events. */
export function wantsEvents(method: string, path: string, headers: IncomingHttpHeaders): boolean {
  return method === "GET" && path === "/_local/events" && (headers.accept ?? "").includes("text/event-stream");
}

/**
 * Sends the events after the number that was asked for, and then those that follow. Their ids have their numbers, and a browser that
 * connects again repeats the last one.
 */
export function streamEvents(
  service: Service,
  request: IncomingMessage,
  query: string,
  response: ServerResponse,
  streams: Set<() => void>,
): void {
  let after = lastSeen(request.headers["last-event-id"]) ?? number(new URLSearchParams(query).get("after")) ?? 0;
  const send = () => {
    const { events, last } = service.eventsAfter(after);
    let number = last - events.length;
    for (const event of events) {
      number++;
      response.write(`id: ${RUN}-${number}\ndata: ${JSON.stringify(event)}\n\n`);
    }
    after = last;
  };
  const timer = setInterval(() => service.isClosed || service.catchUp(), INTERVAL);
  timer.unref();
  const stop = service.events.watch(send);
  const end = () => {
    clearInterval(timer);
    stop();
    streams.delete(end);
    response.end();
  };
  streams.add(end);
  response.once("close", end);
  response.flushHeaders();
  service.catchUp();
  send();
}

/** The number in an id. That of another run is none of this one's events: all of these are new to whoever saw it. */
function lastSeen(id: string | string[] | undefined): number | undefined {
  if (typeof id !== "string") return undefined;
  return id.startsWith(`${RUN}-`) ? number(id.slice(RUN.length + 1)) : 0;
}

function number(text: string | string[] | null | undefined): number | undefined {
  return typeof text === "string" && /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}
