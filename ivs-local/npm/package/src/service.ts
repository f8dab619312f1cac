// The simulated service at its time: what all ways to it go through.
import { type IvsEvent, LiveEvents } from "./events.js";
import { LocalError } from "./local-error.js";
import type { Resolved } from "./options.js";
import { Local } from "./wasm.js";

/** A request, without any decoding. */
export interface WireRequest {
  method: string;
  /** Path of the request line. */
  path: string;
  /** Query of the request line, without its `?`. */
  query: string;
  /** Names in lowercase. */
  headers: Iterable<readonly [string, string]>;
  body: Uint8Array;
}

/** What is to be sent back. */
export interface WireResponse {
  status: number;
  /** Names in lowercase. */
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
}

/** All of the service at a moment. */
export interface Copy {
  of: Service;
  local: Local;
  events: readonly IvsEvent[];
}

const NOTHING = new Uint8Array();

/** As over HTTP. */
const LONGEST_ADVANCE = 10 * 365 * 24 * 60 * 60 * 1000;

const LINE_BREAK = /[\r\n]/;

export class Service {
  readonly events: LiveEvents = new LiveEvents();
  /** Whether signatures protect nothing. */
  readonly anyKey: boolean;
  /** What closes each server that listens. */
  readonly servers: Set<() => unknown> = new Set();
  #local: Local | undefined;
  readonly #endpoint: string;
  /** Where it is reached meanwhile; the last one counts. */
  readonly #moves: { endpoint: string }[] = [];
  /** Milliseconds since 1970, by the clock that it goes by. */
  readonly #clock: () => number;

  constructor({ json, clock, endpoint, anyKey }: Resolved) {
    this.anyKey = anyKey;
    this.#clock = clock === "system" ? () => Date.now() : () => clock;
    this.#endpoint = endpoint;
    try {
      this.#local = new Local(json, this.#clock());
    } catch (error) {
      throw new LocalError("InvalidOption", (error as Error).message);
    }
  }

  get isClosed(): boolean {
    return this.#local === undefined;
  }

  /** Milliseconds since 1970. */
  now(): number {
    this.catchUp();
    return this.#current().now();
  }

  /** The origin by which it is reached, and which `playbackUrl`s lead to. */
  get endpoint(): string {
    return this.#moves.at(-1)?.endpoint ?? this.#endpoint;
  }

  /** It is reached at another origin, until the returned function is called; then at that of before, or of a later move. */
  moveTo(endpoint: string): () => void {
    const move = { endpoint };
    this.#moves.push(move);
    this.#lead();
    return () => {
      this.#moves.splice(this.#moves.indexOf(move), 1);
      if (!this.isClosed) this.#lead();
    };
  }

  #lead(): void {
    this.#current().moveTo(this.endpoint);
  }

  advance(ms: number): void {
    if (!Number.isInteger(ms) || ms < 0 || ms > LONGEST_ADVANCE) {
      throw new LocalError(
        "InvalidTime",
        `time advances by whole milliseconds from 0 to ${LONGEST_ADVANCE}, ten years`,
      );
    }
    this.catchUp();
    this.#current().advance(ms);
    this.#takeEvents();
  }

  /** As much time passes as by the clock, and what happens by then is among the events. */
  catchUp(): void {
    this.#current().advanceTo(this.#clock());
    this.#takeEvents();
  }

  /** Answers a request; nothing, if a fault has it that there is no answer. */
  answer({ method, path, query, headers, body }: WireRequest): WireResponse | undefined {
    const local = this.#current();
    local.advanceTo(this.#clock());
    const lines: string[] = [];
    for (const [name, value] of headers) {
      // No HTTP could carry it.
      if (LINE_BREAK.test(value)) throw new TypeError(`the header ${name} has a line break`);
      lines.push(`${name}:${value}`);
    }
    const answer = local.answer(method, path, query, lines.join("\n"), body, Date.now());
    this.#takeEvents();
    if (!answer) return undefined;
    const response = { status: answer.status, headers: readHeaders(answer.headers), body: answer.takeBody() };
    answer.free();
    response.headers["content-length"] = String(response.body.length);
    return response as WireResponse;
  }

  /** Asks an endpoint below `/_local/`, and returns what it says. */
  ask(method: "GET" | "POST" | "DELETE", path: string, input?: object): unknown {
    const [pathname = "", query = ""] = `/_local/${path}`.split("?");
    const body = input ? new TextEncoder().encode(JSON.stringify(input)) : NOTHING;
    const response = this.answer({ method, path: pathname, query, headers: [], body });
    const said = JSON.parse(new TextDecoder().decode(response?.body));
    if (response?.status === 200) return said;
    throw new LocalError(response?.headers["x-amzn-errortype"] ?? "Unknown", said.message);
  }

  /** The events after the one of that number, and the number of the last one. */
  eventsAfter(number: number): { events: IvsEvent[]; last: number } {
    const local = this.#current();
    const last = local.lastEvent();
    // A client may have seen more of a server that is no more.
    return { events: JSON.parse(local.eventsAfter(Math.min(number, last))), last };
  }

  /** Another one that nothing which happens to this one changes. */
  copy(): Copy {
    this.catchUp();
    return { of: this, local: this.#current().copy(), events: [...this.events.list] };
  }

  /** Returns to a copy. What has happened since is forgotten. */
  returnTo({ local, events }: Copy): void {
    this.catchUp();
    this.#current().returnTo(local);
    this.events.restart(events);
  }

  /** Forgets everything, and begins anew. */
  reset(): void {
    this.ask("POST", "reset");
    this.events.restart([]);
  }

  close(): void {
    for (const end of this.servers) end();
    this.#local?.free();
    this.#local = undefined;
    this.events.close();
  }

  #current(): Local {
    if (this.#local) return this.#local;
    throw new LocalError("Closed", "it has been closed: call startLocal() for another one");
  }

  /** The number of the last event that was taken. */
  #taken = 0;

  #takeEvents(): void {
    const local = this.#current();
    const last = local.lastEvent();
    if (last === this.#taken) return;
    const events: IvsEvent[] = JSON.parse(local.eventsAfter(this.#taken));
    this.#taken = last;
    this.events.add(events);
  }
}

function readHeaders(lines: string): Record<string, string> {
  // Clients compare their clock with it.
  const headers: Record<string, string> = { date: new Date().toUTCString() };
  for (const line of lines.split("\n")) {
    const colon = line.indexOf(":");
    if (colon > 0) headers[line.slice(0, colon)] = line.slice(colon + 1);
  }
  return headers;
}
