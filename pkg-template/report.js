// @ts-check
// The wasm tells what went wrong in plain arrays; errors are made of them here, so that they have JavaScript's own stack.
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
    throw Array.isArray(report) ? toError(report) : report;
  }
}

/** `$metadata` of what the wasm tells of an answer. */
export function metadata([httpStatusCode, requestId, attempts, totalRetryDelay]) {
  return { httpStatusCode, ...(requestId && { requestId }), attempts, totalRetryDelay };
}

/** @param {any} report what `Report::into_js` makes */
function toError([kind, message, name, fault, pairs, facts, subject, text]) {
  switch (kind) {
    case "validation": {
      const problems = pairs.map(([path, message]) => ({ path, message }));
      return new ParamValidationError(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"), problems);
    }
    case "credentials":
      return new CredentialsError(message);
    case "network":
      return new NetworkError(message, { cause: subject });
  }
  const $metadata = metadata(facts);
  const status = `the service answered with status ${$metadata.httpStatusCode}`;
  if (kind === "malformed") {
    message = `${status}, but the body is not a JSON object${excerpt(text)}`;
    return new IvsServiceException({ name: "MalformedResponse", message, $fault: "server", $metadata });
  }
  return serviceError(name, message || status + (subject ? "" : excerpt(text)), fault, $metadata, subject);
}

/**
 * The beginning of a body that somebody else wrote, such as a proxy's page. A body that begins as JSON is the service's and may
 * hold a stream key.
 */
function excerpt(text) {
  const beginning = text.slice(0, 4096).trim();
  return /^[^{["]/.test(beginning) ? `: ${[...beginning].slice(0, 200).join("").replace(/\p{Cc}/gu, " ")}` : "";
}

const NO_MEMBERS = new Set(["Message", "__type", "code", "stack", "cause"]);

function serviceError(name, message, $fault, $metadata, body) {
  const Exception = Object.hasOwn(exceptions, name ?? "") ? exceptions[name] : IvsServiceException;
  // The members that the API gives its errors: the message under its own name, and what the service says in headers. None may
  // stand in for what makes an error an error, such as `__proto__` and `toString`.
  const members = Object.fromEntries(Object.entries(body ?? {}).filter(([key]) => !(key in Error.prototype) && !NO_MEMBERS.has(key)));
  return new Exception({ ...members, name, message, $fault, $metadata });
}
