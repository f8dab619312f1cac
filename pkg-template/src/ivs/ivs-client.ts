// The client of Amazon IVS.
import { ServiceClient, type ServiceDefinition } from "../client.js";
import { makeStrict } from "../commands/command.js";
import { defineOperationMethods } from "../operation-methods.js";
import type { Spelling, Spelt } from "../operation-name.js";
import { boto3Paginator, canPaginate } from "../pagination/boto3-paginator.js";
import { boto3Waiter, type Waiter } from "../waiters/boto3-waiter.js";
import { commands, NAMES } from "./command-classes.js";
import type { ServiceInputTypes, ServiceOutputTypes } from "./commands.js";
import { exceptions } from "./exceptions.js";
import type { IvsClientConfig, IvsClientResolvedConfig } from "./ivs-client-config.js";
import { IvsServiceException } from "./ivs-service-exception.js";
import type { OperationPaginator } from "./operation-paginator.js";
import { type IvsOperations, OPERATIONS } from "./operations.js";
import { ITEM_MEMBERS, type PageableOperations } from "./pageable-operations.js";
import { ERROR_HEADERS, OUTPUT_HEADERS } from "./response-headers.js";
import { WAITERS, type WaiterInputs } from "./waiter-definitions.js";

const IVS: ServiceDefinition = {
  ...NAMES,
  id: "ivs",
  apiVersion: "2020-07-14",
  endpointVariable: "AWS_ENDPOINT_URL_IVS",
  commands,
  exceptions,
  BaseException: IvsServiceException,
  outputHeaders: OUTPUT_HEADERS,
  errorHeaders: ERROR_HEADERS,
};

/** What every client of Amazon IVS does, whatever its operations. */
export class Client extends ServiceClient<ServiceInputTypes, ServiceOutputTypes, IvsClientResolvedConfig> {
  constructor(config?: IvsClientConfig) {
    super(IVS, config);
  }

  /** The service's error classes by name, for `error instanceof client.exceptions.ConflictException`. */
  get exceptions(): typeof exceptions {
    return exceptions;
  }

  /** Whether an operation has pages. Its name may be spelt `listChannels`, `ListChannels` or `list_channels`. */
  canPaginate(operation: string): boolean {
    return canPaginate(ITEM_MEMBERS, operation);
  }

  /**
   * Pages of an operation, as boto3's `get_paginator` gives them.
   * @throws {@link NotPageableError} if the operation has none
   */
  getPaginator<Name extends Spelling<keyof PageableOperations>>(
    operation: Name,
  ): OperationPaginator<Spelt<Name, keyof PageableOperations>> {
    return boto3Paginator(this, ITEM_MEMBERS, operation);
  }

  /** The names that `getWaiter` knows. */
  get waiterNames(): string[] {
    return WAITERS.map((waiter) => waiter.name);
  }

  /** Waits for a state, as boto3's `get_waiter` does. The name may be spelt `stream_live`, `streamLive` or `StreamLive`. */
  getWaiter<Name extends Spelling<keyof WaiterInputs>>(
    name: Name,
  ): Waiter<WaiterInputs[Spelt<Name, keyof WaiterInputs>]> {
    return boto3Waiter(this, WAITERS, name);
  }
}

/**
 * A client for Amazon Interactive Video Service: a method for each operation of the API, and `send` for commands.
 *
 * Making one begins to instantiate the WebAssembly module, which the first call waits for. Importing the package runs nothing.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block defines every one of them
export class IvsClient extends Client {
  static {
    defineOperationMethods(this, OPERATIONS, commands, (client, command, options) =>
      client.send(makeStrict(command) as never, options),
    );
  }
}
export interface IvsClient extends IvsOperations {}
