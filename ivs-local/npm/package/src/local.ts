import { Encoder } from "./encoder.js";
import type { IvsEvent } from "./events.js";
import { addFault, type Fault } from "./faults.js";
import { fetchFrom } from "./fetch.js";
import { type Listening, type ListenOptions, listen } from "./listen.js";
import { LocalError } from "./local-error.js";
import type { Credentials, Resolved } from "./options.js";
import { type LocalRequestHandler, requestHandler } from "./request-handler.js";
import { type Copy, Service } from "./service.js";

/** What a client is to be configured with. */
export interface ClientConfig {
  region: string;
  endpoint: string;
  credentials: Credentials;
  /** Reaches the simulated service without a network. */
  fetch: typeof globalThis.fetch;
}

/** A call of an operation. */
export interface RequestRecord {
  /** ISO 8601. */
  time: string;
  requestId: string;
  operation: string;
  /** As it was received; not of long bodies, nor where it could not be read. */
  // biome-ignore lint/suspicious/noExplicitAny: each operation has its own
  input?: any;
  region?: string;
  accessKeyId?: string;
  /** Of the response, if there was one. */
  status?: number;
  /** The error's name. */
  error?: string;
  /** The error's text. */
  message?: string;
  /** The answer was lost. */
  lost?: boolean;
}

const copyOf: unique symbol = Symbol("copy");

/** All resources at a moment. It can be restored any number of times, in the simulation that it was taken of. */
export interface Snapshot {
  readonly [copyOf]: unknown;
}

/** A simulated Amazon IVS. */
export class IvsLocal {
  /** Simulated encoders, such as OBS would be. */
  readonly encoder: Encoder;
  /** Its region, or the first of them. */
  readonly region: string;
  /** What requests are to be signed with. */
  readonly credentials: Credentials;
  /** Reaches the simulated service without a network: for `new IvsClient({ ...local.config })` of `ivs-wasm`, and for players. */
  readonly fetch: typeof globalThis.fetch;
  /** The same for clients of AWS's SDK: `new IvsClient({ ...local.config, requestHandler: local.requestHandler })`. */
  readonly requestHandler: LocalRequestHandler;
  readonly #service: Service;

  /** @internal Use `startLocal`. */
  constructor(resolved: Resolved) {
    const service = new Service(resolved);
    this.#service = service;
    this.encoder = new Encoder(service);
    this.region = resolved.region;
    this.credentials = resolved.credentials;
    this.fetch = fetchFrom(service);
    this.requestHandler = requestHandler(service);
  }

  /** The origin by which it is reached. */
  get endpoint(): string {
    return this.#service.endpoint;
  }

  /** What a client is to be configured with. */
  get config(): ClientConfig {
    const { region, endpoint, credentials, fetch } = this;
    return { region, endpoint, credentials, fetch };
  }

  /** The time of the simulation. */
  get now(): Date {
    return new Date(this.#service.now());
  }

  /**
   * What has happened, as Amazon EventBridge would deliver it: a list, which grows. Iterated by `for await`, it goes on with what
   * happens until `close`. Time passes when something is called, so an event that only time brings comes with the next call.
   */
  get events(): readonly IvsEvent[] & AsyncIterable<IvsEvent> {
    if (!this.#service.isClosed) this.#service.catchUp();
    return this.#service.events.list;
  }

  /** The latest 1000 calls, oldest first. */
  get requests(): RequestRecord[] {
    const { requests } = this.#service.ask("GET", "requests") as { requests: RequestRecord[] };
    return requests;
  }

  /** Time passes, and what happens by then has happened. */
  advance(ms: number): void {
    this.#service.advance(ms);
  }

  /**
   * The next calls of an operation fail.
   * @param operation such as `PutMetadata`
   * @throws `LocalError` if there is no such operation or error
   */
  fail(operation: string, fault: Fault): void {
    addFault(this.#service, operation, fault);
  }

  /** Forgets all resources, events, calls and faults, and begins anew at the time of the clock; with a seed, names repeat. */
  reset(): void {
    this.#service.reset();
  }

  /** All resources at this moment. */
  snapshot(): Snapshot {
    return { [copyOf]: this.#service.copy() };
  }

  /**
   * Returns to a snapshot, and to its time; where that is the system's, to what `advance` had added to it by then. Calls, and what has
   * happened since, are forgotten.
   * @throws `LocalError` if it is none of this simulation
   */
  restore(snapshot: Snapshot): void {
    const copy = (snapshot as { [copyOf]?: Copy } | undefined)?.[copyOf];
    if (copy?.of !== this.#service) {
      throw new LocalError("ForeignSnapshot", "restore() takes what snapshot() of the same simulation has returned");
    }
    this.#service.returnTo(copy);
  }

  /**
   * Listens on this machine, for other programs: `playbackUrl`s lead there as long. In Node, Deno and Bun.
   * @param port any free one by default
   * @throws `LocalError` where there is no server to be had, as in a page, or the port is taken
   */
  listen(port = 0, options: ListenOptions = {}): Promise<Listening> {
    return listen(this.#service, port, options);
  }

  /** Ends the iterations of `events` and all servers, and gives back the memory. Nothing else can be called then. */
  close(): void {
    this.#service.close();
  }
}
