// @ts-check
import { load } from "./engine.js";
import { Engine } from "./ivs_wasm.js";
import { Call } from "./call.js";
import { readConfig } from "./config.js";
import { exceptions } from "./ivs/exceptions.js";
import { readHeaders } from "./header.js";
import { HEADERS } from "./ivs/header-members.js";
import { ITEM_MEMBERS } from "./ivs/pageable-operations.js";
import { WAITERS } from "./ivs/waiter-definitions.js";
import { pascalCase } from "./operation-name.js";
import { boto3Paginator, canPaginate } from "./pagination/boto3-paginator.js";
import { field, invalid, object, text } from "./read.js";
import { failure } from "./report.js";
import { boto3Waiter } from "./waiters/boto3-waiter.js";

/** @import { Callback, CallOptions, PresignedUrlOptions } from "./client/call-options.js" */
/** @import { ClientConfig } from "./client/client-config.js" */

/** What every client does, whatever its operations: keeps the configuration, calls, and turns reports into errors. */
export class Client {
  #config;
  #settings;
  #engine;

  /** @param {ClientConfig} [config] */
  constructor(config = {}) {
    this.#config = config;
  }

  /** The service's error classes by name, for `error instanceof client.exceptions.ConflictException`. */
  get exceptions() {
    return exceptions;
  }

  /**
   * Calls an operation by its name in the API, such as `"CreateChannel"`.
   * @param {string} operation
   * @param {object} [input]
   * @param {CallOptions} [options]
   * @returns {Promise<any>}
   */
  call(operation, input, options) {
    return this.#call(operation, input, options, true);
  }

  /**
   * Sends a command, as `@aws-sdk/client-ivs` does. Members that the operation does not know are left out with a warning to the
   * logger, because code written for that SDK passes one call's answer into another.
   * @param {any} command
   * @param {CallOptions | Callback} [options]
   * @param {Callback} [callback] what it throws is not told to anybody, as there
   * @returns {any} a promise, unless there is a callback
   */
  send(command, options, callback) {
    if (typeof options === "function") [options, callback] = [undefined, options];
    let operation, input;
    try {
      ({ operation = command.schema?.[2], input } = command ?? {});
    } catch {
      // What cannot be read is no command, and is refused as any other.
    }
    const answer = this.#call(operation, input, options, false);
    if (typeof callback !== "function") return answer;
    answer.then((output) => callback(null, output), callback).catch(() => {});
  }

  /** Does nothing: there is nothing to close. It is here for code that was written for `@aws-sdk/client-ivs`. */
  destroy() {}

  /**
   * Makes a URL that does what an operation does, for somebody else to call.
   * @param {string} operation
   * @param {PresignedUrlOptions} [options]
   * @returns {Promise<string>}
   */
  async generatePresignedUrl(operation, options = {}) {
    object(options, "options");
    const params = field(options, "options", "params");
    const expiresIn = field(options, "options", "expiresIn") ?? 3600;
    if (!(Number.isInteger(expiresIn) && expiresIn > 0 && expiresIn <= 604_800)) {
      throw invalid("options.expiresIn", "must be a whole number of seconds from 1 to 604800 (seven days)");
    }
    const method = text(options, "options", "httpMethod");
    if (method !== undefined && !/^[\w!#-'*+.^`|~-]+$/.test(method)) throw invalid("options.httpMethod", "must be an HTTP method such as GET");
    return this.#call(pascalCase(operation), params, options, true, expiresIn, method?.toUpperCase());
  }

  /** Calls, or with `expiresIn` only makes the URL that does. */
  async #call(operation, input, options, strict, expiresIn, method) {
    const settings = (this.#settings ??= readConfig(this.#config));
    const call = new Call(operation, settings, options);
    try {
      await load();
      const done = await call.settled((call) => {
        // Nothing is awaited before: all calls share one engine, its clock and what it knows of the service.
        this.#engine ??= new /** @type {any} */ (Engine)(...settings.engine);
        this.#engine.call(typeof operation === "string" ? operation.slice(0, 99) : "", input, strict, call, expiresIn, method);
      });
      if (!expiresIn) {
        readHeaders(done, HEADERS[operation], call);
        done.$metadata = call.succeeded();
      }
      return done;
    } catch (thrown) {
      throw call.failed(failure(thrown, call));
    } finally {
      call.close();
    }
  }

  /**
   * Whether an operation has pages.
   * @param {string} operation
   */
  canPaginate(operation) {
    return canPaginate(ITEM_MEMBERS, operation);
  }

  /**
   * Pages of an operation, as boto3's `get_paginator` gives them.
   * @param {string} operation
   * @returns {any}
   */
  getPaginator(operation) {
    return boto3Paginator(this, ITEM_MEMBERS, operation);
  }

  /** The names that `getWaiter` knows. */
  get waiterNames() {
    return WAITERS.map((waiter) => waiter.name);
  }

  /**
   * Waits for a state, as boto3's `get_waiter` does.
   * @param {string} name
   */
  getWaiter(name) {
    return boto3Waiter(this, WAITERS, name);
  }
}
