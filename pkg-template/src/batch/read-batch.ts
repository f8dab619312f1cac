// One call that reads several resources.
import type { ResourceKind } from "../arn.js";
import { type AnyAbortSignal, checkedSignal, listen, reasonOf } from "../call/abort.js";
import type { CallOptions, ResponseMetadata } from "../call/caller.js";
import { unlessAborted } from "../call/unless-aborted.js";
import { checkClient } from "../client-methods.js";
import { listIn } from "../items.js";
import type { IvsOperations } from "../ivs/operations.js";
import { checkMembers } from "../known-members.js";
import { isNamed } from "../named-error.js";
import { paceOf } from "../pace.js";
import { field, number, object } from "../read.js";
import type { BatchItemError } from "./batch-error.js";

/** ARNs of a call. */
export const MAX_ARNS = 50;

/** How resources of a kind are read together. */
export interface BatchRead {
  operation: "batchGetChannel" | "batchGetStreamKey";
  /** The member of the output that has them. */
  member: string;
  kind: ResourceKind;
}

export const CHANNELS: BatchRead = { operation: "batchGetChannel", member: "channels", kind: "channel" };
export const STREAM_KEYS: BatchRead = { operation: "batchGetStreamKey", member: "streamKeys", kind: "stream-key" };

/** What a call has found. Each ARN is in `items` or in `errors`. */
export interface Found<Item> {
  items: Map<string, Item>;
  errors: Map<string, BatchItemError>;
  $metadata: ResponseMetadata;
}

/** Calls of a client. */
export class BatchReader<Item> {
  readonly #read: BatchRead;
  readonly #client: IvsOperations;
  readonly #options: CallOptions;
  readonly #signal: AnyAbortSignal | undefined;

  constructor(read: BatchRead, client: unknown, options: unknown) {
    checkClient(client, [read.operation]);
    this.#read = read;
    this.#client = client as IvsOperations;
    this.#options = object(options ?? {}, "options");
    checkMembers(this.#options, "options", ["abortSignal", "requestTimeout", "maxAttempts"]);
    number(this.#options, "options", "requestTimeout", 0);
    number(this.#options, "options", "maxAttempts", 1);
    const signal = field(this.#options, "options", "abortSignal");
    if (signal !== undefined) this.#signal = checkedSignal(signal, "options.abortSignal");
  }

  /** Whether a call has failed because the signal is aborted. */
  isAbort(cause: unknown): boolean {
    const signal = this.#signal;
    if (!signal?.aborted) return false;
    // Older signals have no reason, and other clients an error of their own for it.
    return cause === reasonOf(signal) || isNamed(cause, "AbortError");
  }

  /** A controller that is aborted with the signal of the options, until what is returned beside it is called. */
  controller(): [AbortController, (() => void) | undefined] {
    const controller = new AbortController();
    const signal = this.#signal;
    return [controller, signal && listen(signal, "options.abortSignal", () => controller.abort(reasonOf(signal)))];
  }

  /**
   * Reads up to 50 different resources, when the rate of the operation allows it.
   * @param signal ends the wait for that, instead of the signal of the options
   */
  async read(arns: readonly string[], signal = this.#signal): Promise<Found<Item>> {
    const { operation, member } = this.#read;
    const send = async () => {
      if (signal?.aborted) throw reasonOf(signal);
      // A client of somebody's own making may not know the signal.
      return await unlessAborted(() => this.#client[operation]({ arns: [...arns] }, this.#options), this.#signal);
    };
    const output = await paceOf(this.#client, operation).run(send, signal);
    const answered = new Map(listIn<Item & { arn?: string }>(output, member).map((item) => [item.arn, item]));
    const refused = new Map(listIn<BatchItemError>(output, "errors").map((error) => [error.arn, error]));
    const items = new Map<string, Item>();
    const errors = new Map<string, BatchItemError>();
    for (const arn of arns) {
      const item = answered.get(arn);
      if (item) items.set(arn, item);
      else errors.set(arn, errorOf(arn, refused.get(arn)));
    }
    return { items, errors, $metadata: output.$metadata };
  }
}

function errorOf(arn: string, error: BatchItemError | undefined): BatchItemError {
  if (!error) return { arn, message: "the service's answer has neither it nor an error of it" };
  return { arn, code: error.code, message: error.message };
}
