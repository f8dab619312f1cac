// @ts-check
// The wasm tells what went wrong in plain objects; errors are made of them here, so that they have JavaScript's own stack.
import { CredentialsError, IvsServiceException, NetworkError, ParamValidationError } from "./errors.js";
import { exceptions } from "./exceptions.js";

/**
 * The result of an action on the wasm, its report made an error.
 * @template T
 * @param {() => T} action
 * @returns {Promise<Awaited<T>>}
 */
export async function attempt(action) {
  try {
    return await action();
  } catch (report) {
    throw toError(report);
  }
}

function toError(report) {
  const { kind, message, problems, cause } = report;
  switch (kind) {
    case "service":
      return serviceError(report);
    case "validation":
      return new ParamValidationError(message, problems);
    case "credentials":
      return new CredentialsError(message, { cause });
    case "network":
      return new NetworkError(message, { cause });
    default:
      return report;
  }
}

const NO_MEMBERS = new Set(["Message", "__type", "code", "stack", "cause"]);

function serviceError({ name, message, fault: $fault, $metadata, body }) {
  const Exception = Object.hasOwn(exceptions, name ?? "") ? exceptions[name] : IvsServiceException;
  // The members that the API gives its errors: the message under its own name, and what the service says in headers. None may
  // stand in for what makes an error an error, such as `__proto__` and `toString`.
  const members = Object.fromEntries(Object.entries(body ?? {}).filter(([key]) => !(key in Error.prototype) && !NO_MEMBERS.has(key)));
  return new Exception({ ...members, name, message, $fault, $metadata });
}
