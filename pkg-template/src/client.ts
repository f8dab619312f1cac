// What a client of any service does: keeps its configuration, calls, and makes errors of failures.
import { Caller, type CallOptions } from "./call/caller.js";
import { callError, isFailure, renewed } from "./call/failure.js";
import { readHeaderMembers } from "./call/header-members.js";
import type { Answered } from "./call/settled.js";
import {
  type Command,
  type CommandClasses,
  type CommandService,
  isStrict,
  makeStrict,
  type SdkCommand,
  stackOf,
} from "./commands/command.js";
import { type ClientConfig, type EngineOptions, readConfig, type Settings } from "./config.js";
import type { ServiceException, ServiceExceptionOptions } from "./errors/service-exception.js";
import { Engine } from "./ivs_wasm.js";
import type { MiddlewareCall } from "./middleware/call.js";
import { providedMiddleware } from "./middleware/provided.js";
import type { MetadataBearer, MiddlewareStack } from "./middleware/types.js";
import { pascalCase } from "./operation-name.js";
import { field, invalid, object, text } from "./read.js";
import type { ResolvedConfig } from "./resolved-config.js";
import { instanceNumber, load, preload } from "./wasm/instance.js";

type ExceptionConstructor = new (options?: ServiceExceptionOptions) => ServiceException;

/** A service, as far as the package's own code has to know it. */
export interface ServiceDefinition extends CommandService {
  /** Its id in the wasm. */
  id: string;
  /** Such as `"2020-07-14"`. */
  apiVersion: string;
  /** Environment variable with its endpoint. */
  endpointVariable: string;
  commands: CommandClasses;
  /** The classes of its errors by name, and the class of any other. */
  exceptions: Readonly<Record<string, ExceptionConstructor>>;
  BaseException: ExceptionConstructor;
  /** By operation, the names of the headers that hold members of its output, with spaces between. */
  outputHeaders: Readonly<Record<string, string>>;
  /** The same of its errors. */
  errorHeaders: string;
}

/** Called with an error, or with `null` and the output. What it throws is ignored, as by AWS's SDK. */
// biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
export type Callback<Output = any> = (error: any, output?: Output) => void;

/** What a presigned URL of an operation does, and how long it is valid. */
export interface PresignedUrlOptions {
  /** The operation's input. It is checked as a call's is, and goes into the URL: whoever has the URL can read it. */
  params?: object | undefined;
  /** Seconds for which the URL is valid: whole, 1 to 604,800 (seven days); 3,600 where it is left out. */
  expiresIn?: number | undefined;
  /** The method that the URL is to be called with, instead of the operation's own. */
  httpMethod?: string | undefined;
}

/** A command, ours or one of AWS's SDK, whose class has the operation's name in its schema. */
interface AnyCommand {
  operation?: unknown;
  input?: unknown;
  schema?: unknown[];
}

/** A client of a service, with the types of all its inputs and outputs. */
// biome-ignore-start lint/suspicious/noExplicitAny: of any service
export class ServiceClient<
  Inputs extends object = any,
  Outputs extends MetadataBearer = any,
  Config extends ResolvedConfig = ResolvedConfig,
> {
  // biome-ignore-end lint/suspicious/noExplicitAny: of any service
  readonly #service: ServiceDefinition;
  readonly #settings: () => Settings;
  #engine: Engine | undefined;
  #instance = -1;
  #stack: MiddlewareStack<Inputs, Outputs> | undefined;
  #resolvedConfig: Config | undefined;

  constructor(service: ServiceDefinition, config: ClientConfig = {}) {
    this.#service = service;
    // The first call is made sooner when the instance is ready; it is compiled while the configuration is read. Calls report what keeps
    // it from being.
    void preload();
    try {
      const settings = readConfig(config, service.id, service.endpointVariable);
      this.#settings = () => settings;
    } catch (problem) {
      // Calls report it: a module that makes a client and does not use it yet must not fail to load.
      this.#settings = () => {
        throw renewed(problem);
      };
    }
  }

  /** What the client is configured with, each member as AWS's SDK resolves it: `await client.config.region()`. */
  get config(): Config {
    this.#resolvedConfig ??= providedMiddleware().resolvedConfig(this.#settings, this.#service) as Config;
    return this.#resolvedConfig;
  }

  /**
   * Middleware, as AWS's SDK has it: functions that see calls on their way out and back, and may change them. Calls of a client whose stack
   * nobody has asked for do not pay for it.
   */
  get middlewareStack(): MiddlewareStack<Inputs, Outputs> {
    this.#stack ??= providedMiddleware().createClientStack((call, input) =>
      this.#call(call.operation, input, call.options, call.isStrict, call),
    ) as never;
    return this.#stack;
  }

  set middlewareStack(stack: MiddlewareStack<Inputs, Outputs>) {
    this.#stack = stack;
  }

  /** Calls an operation by its name in the API, such as `"CreateChannel"`. Members that it does not have are refused. */
  // biome-ignore lint/suspicious/noExplicitAny: the output is that of the operation
  call(operation: string, input?: object, options?: CallOptions): Promise<any> {
    const name = typeof operation === "string" ? operation.slice(0, 99) : "";
    return this.send(makeStrict(new (this.#service.commands.of(name))(input as object)) as never, options);
  }

  /**
   * Sends a command, as AWS's SDK does. Members that the operation does not know are left out with a warning to the logger, because
   * code written for that SDK passes one call's answer into another. That SDK's own commands are accepted as well.
   */
  send<Input extends Inputs, Output extends Outputs>(
    command: Command<Input, Output, Inputs, Outputs, Config> | SdkCommand<Input, Output>,
    options?: CallOptions,
  ): Promise<Output>;
  send<Input extends Inputs, Output extends Outputs>(
    command: Command<Input, Output, Inputs, Outputs, Config> | SdkCommand<Input, Output>,
    callback: Callback<Output>,
  ): void;
  send<Input extends Inputs, Output extends Outputs>(
    command: Command<Input, Output, Inputs, Outputs, Config> | SdkCommand<Input, Output>,
    options: CallOptions | undefined,
    callback: Callback<Output>,
  ): void;
  send(
    command: AnyCommand | undefined,
    options?: CallOptions | Callback,
    callback?: Callback,
  ): Promise<unknown> | undefined {
    if (typeof options === "function") return this.send(command as never, undefined, options) as undefined;
    let operation: unknown;
    let input: unknown;
    let strict = false;
    let stack: unknown = this.#stack;
    try {
      const given: AnyCommand = command ?? {};
      ({ operation = given.schema?.[2], input } = given);
      strict = isStrict(given);
      stack ??= stackOf(given);
    } catch {
      // What cannot be read is no command, and is refused as any other.
    }
    const answer = stack
      ? this.#resolve(command as object, `${operation}`, options)
      : this.#call(operation, input, options, strict);
    if (typeof callback !== "function") return answer;
    answer.then((output) => callback(null, output), callback).catch(() => {});
    return undefined;
  }

  /**
   * Closes the connections of the configuration's `requestHandler`. Without one there is nothing to close: connections are shared by all
   * clients, and do not keep a program running.
   */
  destroy(): void {
    try {
      this.#settings().destroy?.();
    } catch {
      // An invalid configuration is reported by calls, and the handler's own affair nowhere.
    }
  }

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
  async generatePresignedUrl(operation: string, options: PresignedUrlOptions = {}): Promise<string> {
    object(options, "options");
    const params = field(options, "options", "params");
    const expiresIn = (field(options, "options", "expiresIn") ?? 3600) as number;
    if (!(Number.isInteger(expiresIn) && expiresIn > 0 && expiresIn <= 604_800)) {
      throw invalid("options.expiresIn", "must be a whole number of seconds from 1 to 604800 (seven days)");
    }
    const method = text(options, "options", "httpMethod");
    if (method !== undefined && !/^[\w!#-'*+.^`|~-]+$/.test(method)) {
      throw invalid("options.httpMethod", "must be an HTTP method such as GET");
    }
    const name = pascalCase(operation);
    const [url] = await this.#run(name, options, (engine, caller) => {
      engine.presign(name, params, { expiresIn, method: method?.toUpperCase() }, caller);
    });
    return url as string;
  }

  /** Calls by way of the middleware. */
  async #resolve(command: object, operation: string, options: unknown): Promise<unknown> {
    const stack = this.middlewareStack as never;
    const handler = providedMiddleware().resolveCommand(command, operation, this.#service, stack, this.config, options);
    return (await handler(command as never)).output;
  }

  async #call(
    operation: unknown,
    input: unknown,
    options: unknown,
    isStrict: boolean,
    through?: MiddlewareCall,
  ): Promise<unknown> {
    const name = typeof operation === "string" ? operation.slice(0, 99) : "";
    const [output, caller] = await this.#run(
      name,
      options,
      (engine, caller) => {
        through?.connect(caller, this.#service);
        engine.call(name, input, isStrict ? "refuse" : "drop", caller.maxAttempts, caller);
      },
      through,
    );
    const document = output as { $metadata: unknown };
    readHeaderMembers(document, this.#service.outputHeaders[name], (caller.last as Answered).header);
    const { metadata } = caller;
    document.$metadata = metadata;
    caller.succeeded(metadata);
    return document;
  }

  /** Runs a call to its end, and reports and throws what it failed with. */
  async #run(
    operation: string,
    options: unknown,
    begin: (engine: Engine, caller: Caller) => void,
    through?: MiddlewareCall,
  ): Promise<[unknown, Caller]> {
    const settings = this.#settings();
    const caller = new Caller(operation, through ? through.settings(settings) : settings, options);
    try {
      const engine = settings.engine ?? (await caller.complete());
      await load();
      return [await caller.run((caller) => begin(this.#engineOf(engine), caller)), caller];
    } catch (thrown) {
      const error = isFailure(thrown) ? callError(thrown, caller, this.#service) : renewed(thrown);
      // Middleware that answered by itself ends a call for no error.
      if (error !== undefined) caller.failed(error);
      throw error;
    } finally {
      caller.close();
    }
  }

  /** All calls of a client share an engine: its clock, its credentials and what it knows of the service. */
  #engineOf(options: EngineOptions): Engine {
    if (!this.#engine || this.#instance !== instanceNumber()) {
      this.#engine = new Engine(options);
      this.#instance = instanceNumber();
    }
    return this.#engine;
  }
}
