import type { ResponseMetadata } from "../call/caller.js";
import { defineErrorClass, PackageError } from "./error-class.js";

/** What an error of a service is made of, and any member that it is to have. */
export interface ServiceExceptionOptions {
  name?: string | undefined;
  message?: string | undefined;
  $fault?: "client" | "server" | undefined;
  $metadata?: ResponseMetadata | undefined;
  $retryable?: { readonly throttling?: boolean } | undefined;
  // biome-ignore lint/suspicious/noExplicitAny: the options of the SDK's exceptions are assignable to an index signature of `any` only
  [member: string]: any;
}

/** An error that a service answered with. Each service has a class of its own that extends it. */
export class ServiceException extends PackageError {
  /** Who caused it. What the client caused will fail again. */
  declare readonly $fault: "client" | "server";
  declare readonly $metadata: ResponseMetadata;
  /** Set when the same request may succeed later, and was therefore retried; `throttling` when it came too soon after others. */
  declare readonly $retryable?: { readonly throttling?: boolean };

  constructor({ name, message, $fault = "client", $metadata = {}, ...members }: ServiceExceptionOptions = {}) {
    super(message);
    if (name) this.name = name;
    Object.assign(this, members, { $fault, $metadata });
  }

  static {
    defineErrorClass("ServiceException", this);
  }
}
