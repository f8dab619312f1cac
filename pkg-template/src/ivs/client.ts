// The client of Amazon IVS.
import { ServiceClient, type ServiceDefinition } from "../client.js";
import type { ClientConfig } from "../config.js";
import { IvsServiceException } from "../errors.js";
import { exceptions } from "../exceptions.js";
import { ERROR_HEADERS, HEADERS } from "../headers.js";
import { canPaginate, getPaginator } from "../paginator.js";
import { getWaiter, waiterNames } from "../waiter.js";

const IVS: ServiceDefinition = {
  id: "ivs",
  endpointVariable: "AWS_ENDPOINT_URL_IVS",
  exceptions,
  BaseException: IvsServiceException,
  outputHeaders: HEADERS,
  errorHeaders: ERROR_HEADERS,
};

/** What every client of Amazon IVS does, whatever its operations. */
export class Client extends ServiceClient {
  constructor(config?: ClientConfig) {
    super(IVS, config);
  }

  /** The service's error classes by name, for `error instanceof client.exceptions.ConflictException`. */
  get exceptions(): typeof exceptions {
    return exceptions;
  }

  /** Whether an operation has pages. Its name may be spelt `listChannels`, `ListChannels` or `list_channels`. */
  canPaginate(operation: string): boolean {
    return canPaginate(operation);
  }

  /** Pages of an operation, as boto3's `get_paginator` gives them. */
  getPaginator(operation: string): any {
    return getPaginator(this, operation);
  }

  /** The names that `getWaiter` knows. */
  get waiterNames(): string[] {
    return waiterNames();
  }

  /** Waits for a state, as boto3's `get_waiter` does. The name may be spelt `stream_live`, `streamLive` or `StreamLive`. */
  getWaiter(name: string): any {
    return getWaiter(this, name);
  }
}
