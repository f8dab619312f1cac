// An item that a batch could not read, as the error with which the single call rejects.
import type { ResponseMetadata } from "../call/caller.js";
import type { ServiceException } from "../errors/service-exception.js";
import { exceptions } from "../ivs/exceptions.js";
import { IvsServiceException } from "../ivs/ivs-service-exception.js";
import type { BatchItemError } from "./batch-error.js";

/** The errors by the status that batches have as their code. */
const NAMES = {
  400: "ValidationException",
  403: "AccessDeniedException",
  404: "ResourceNotFoundException",
  429: "ThrottlingException",
  500: "InternalServerException",
  503: "ServiceUnavailable",
} as const;

/** @param metadata of the batch's call */
export function exceptionOf(error: BatchItemError | undefined, metadata: ResponseMetadata): ServiceException {
  const { code = "", message = "" } = error ?? {};
  const name = Object.hasOwn(NAMES, code) ? NAMES[code as unknown as keyof typeof NAMES] : code;
  const status = /^[45]\d\d$/.test(code) ? { httpStatusCode: Number(code) } : {};
  const options = { message, exceptionMessage: message, $metadata: { ...metadata, ...status } };
  if (Object.hasOwn(exceptions, name)) return new exceptions[name as keyof typeof exceptions](options);
  return new IvsServiceException({ ...options, name: name || "UnknownError" });
}
