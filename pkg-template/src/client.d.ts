import type { Callback, CallOptions, PresignedUrlOptions } from "./client/call-options.js";
import type { ClientConfig } from "./client/client-config.js";
import type { Command, SdkCommand } from "./commands/command.js";
import type { exceptions } from "./ivs/exceptions.js";
import type { OperationPaginator } from "./ivs/operation-paginator.js";
import type { PageableOperations } from "./ivs/pageable-operations.js";
import type { WaiterInputs } from "./ivs/waiter-definitions.js";
import type { Spelling, Spelt } from "./operation-name.js";
import type { NotPageableError } from "./pagination/pagination-errors.js";
import type { Waiter } from "./waiters/boto3-waiter.js";

/** What every client does, whatever its operations. */
export declare class Client {
  constructor(config?: ClientConfig);
  /** The service's error classes by name, for `error instanceof client.exceptions.ConflictException`. */
  readonly exceptions: typeof exceptions;
  /** Calls an operation by its name in the API, such as `"CreateChannel"`. */
  // biome-ignore lint/suspicious/noExplicitAny: the output is that of the operation
  call(operation: string, input?: object, options?: CallOptions): Promise<any>;
  /**
   * Makes a URL that does what an operation does, once or more often until it expires, for somebody who has no credentials. Nothing is
   * sent. It is the URL that boto3's `generate_presigned_url` makes, but for booleans, structures and maps, which are JSON text, and
   * `tagKeys`, all of which are in it.
   *
   * It must be called as it was signed: with the operation's method (`POST`; `GET` for ListTagsForResource, `DELETE` for UntagResource)
   * or with `httpMethod`, with no body, and, where its `X-Amz-SignedHeaders` name it, with `content-type: application/json`:
   *
   * ```js
   * const url = await ivs.generatePresignedUrl("stopStream", { params: { channelArn }, expiresIn: 600 });
   * await fetch(url, { method: "POST", headers: { "content-type": "application/json" } });
   * ```
   *
   * @param operation its name in any of the forms `"listChannels"`, `"ListChannels"` and `"list_channels"`
   */
  generatePresignedUrl(operation: string, options?: PresignedUrlOptions): Promise<string>;
  /**
   * Sends a command, as `@aws-sdk/client-ivs` does. Members that the operation does not know are left out with a warning to the
   * logger, because code written for that SDK passes one call's answer into another. That SDK's own commands are accepted as well.
   */
  send<Input extends object, Output>(
    command: Command<Input, Output> | SdkCommand<Input, Output>,
    options?: CallOptions,
  ): Promise<Output>;
  send<Input extends object, Output>(
    command: Command<Input, Output> | SdkCommand<Input, Output>,
    callback: Callback<Output>,
  ): void;
  send<Input extends object, Output>(
    command: Command<Input, Output> | SdkCommand<Input, Output>,
    options: CallOptions | undefined,
    callback: Callback<Output>,
  ): void;
  /** Does nothing: there is nothing to close. It is here for code that was written for `@aws-sdk/client-ivs`. */
  destroy(): void;
  /** Whether an operation has pages. Its name may be spelt `listChannels`, `ListChannels` or `list_channels`. */
  canPaginate(operation: string): boolean;
  /**
   * Pages of an operation, as boto3's `get_paginator` gives them.
   * @throws {@link NotPageableError} if the operation has none
   */
  getPaginator<Name extends Spelling<keyof PageableOperations>>(
    operation: Name,
  ): OperationPaginator<Spelt<Name, keyof PageableOperations>>;
  /** The names that `getWaiter` knows. */
  readonly waiterNames: string[];
  /** Waits for a state, as boto3's `get_waiter` does. The name may be spelt `stream_live`, `streamLive` or `StreamLive`. */
  getWaiter<Name extends Spelling<keyof WaiterInputs>>(
    name: Name,
  ): Waiter<WaiterInputs[Spelt<Name, keyof WaiterInputs>]>;
}
