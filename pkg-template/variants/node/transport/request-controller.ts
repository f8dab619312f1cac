// Stands in for the file of this name in Node, where an `AbortController` and its signal cost an eighth of what else the transport does.
import type { FetchInit, Transport } from "../config.js";

/** Aborts one attempt's request. */
export interface RequestController {
  /** What the transport is given. */
  readonly signal: AbortSignal;
  abort(reason: unknown): void;
}

/** A controller and its signal, for one listener. */
class LightController {
  aborted = false;
  reason: unknown;
  #listener: (() => void) | undefined;

  get signal(): AbortSignal {
    return this as unknown as AbortSignal;
  }

  addEventListener(_type: "abort", listener: () => void): void {
    this.#listener = listener;
  }

  abort(reason: unknown): void {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason;
    this.#listener?.();
  }
}

const lightTransports = new WeakSet<Transport>();

/** Says that a transport needs no more of a signal than `aborted`, `reason` and one listener. */
export function takesLightSignals(transport: Transport): Transport {
  lightTransports.add(transport);
  return transport;
}

/** A controller for a request that this transport sends. */
export function requestController(transport: Transport): RequestController {
  return lightTransports.has(transport) ? new LightController() : new AbortController();
}

/** The request with a signal for others, which is aborted when the light one is. */
export function withAbortSignal(init: FetchInit): FetchInit {
  const { signal } = init;
  const controller = new AbortController();
  signal?.addEventListener("abort", () => controller.abort(signal.reason));
  return { ...init, signal: controller.signal };
}
