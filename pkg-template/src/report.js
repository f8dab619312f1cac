// @ts-check
// The wasm tells what went wrong in plain arrays; errors are made of them here, so that they have JavaScript's own stack.
import { CredentialsError, NetworkError, ParamValidationError, TimeoutError } from "./errors/client-errors.js";
import { exceptions } from "./ivs/exceptions.js";
import { readHeaders } from "./header.js";
import { ERROR_HEADERS } from "./ivs/header-members.js";
import { IvsServiceException } from "./ivs/ivs-service-exception.js";
import { is, told } from "./read.js";

/**
 * What was thrown, a report made an error of.
 * @param {any} thrown
 * @param {any} [call] whose report it is; a signature has none
 */
export function failure(thrown, call) {
  return Array.isArray(thrown) ? toError(thrown, call) : thrown;
}

/** @param {any} report what `Report::into_js` makes */
function toError([kind, subject, name, message, retryable], call) {
  switch (kind) {
    case "validation": {
      const problems = subject.map(([path, message]) => ({ path, message }));
      return new ParamValidationError(problems.map(({ path, message }) => `${path}: ${message}`).join("\n"), problems);
    }
    case "credentials":
      return new CredentialsError(subject);
    case "thrown":
      return subject;
  }
  const { metadata: $metadata, redact, text } = call;
  if (kind === "lost") return Object.assign(lost(subject, redact), { $metadata });
  const code = $metadata.httpStatusCode;
  const status = `the service answered with status ${code}`;
  if (kind === "malformed") {
    message = `${status}, but the body is not a JSON object${excerpt(text)}`;
    return new IvsServiceException({ name: "MalformedResponse", message, $fault: "server", $metadata });
  }
  if (!message) {
    const redirect = code >= 300 && code < 400 ? ", a redirect, which a signed request cannot follow" : "";
    message = status + redirect + (subject ? "" : excerpt(text));
  }
  const more = { $fault: code < 500 ? "client" : "server", $metadata, ...(retryable && { $retryable: { throttling: retryable > 1 } }) };
  return serviceError(name, message, more, subject, call);
}

/** What was thrown where an answer was awaited, or what is wrong with a response that is none. */
function lost(subject, redact) {
  if (is(subject, TimeoutError)) return new TimeoutError(subject.message);
  if (is(subject, NetworkError)) return new NetworkError(subject.message);
  return new NetworkError(`no answer from the service: ${told(subject, redact)}`, { cause: subject });
}

/**
 * The beginning of a body that somebody else wrote, such as a proxy's page. A body that begins as JSON is the service's and may
 * hold a stream key.
 */
function excerpt(text) {
  const beginning = text.slice(0, 4096).trim();
  return /^[^{["]/.test(beginning) ? `: ${[...beginning].slice(0, 200).join("").replace(/\p{Cc}/gu, " ")}` : "";
}

/** A copy of parsed JSON whose texts, however deep, are redacted; without members where no stack is deep enough for them. */
function redacted(json, redact) {
  try {
    return JSON.parse(JSON.stringify(json, (_, value) => (typeof value === "string" ? redact(value) : value)));
  } catch {
    return {};
  }
}

const NO_MEMBERS = new Set(["Message", "__type", "code", "stack", "cause"]);

function serviceError(name, message, facts, body, call) {
  const { redact } = call;
  const modelled = Object.hasOwn(exceptions, name ?? "");
  if (modelled && body) readHeaders(body, ERROR_HEADERS, call);
  const Exception = modelled ? exceptions[name] : IvsServiceException;
  // The members that the API gives its errors: the message under its own name, and what the service says in headers. None may
  // stand in for what makes an error an error, such as `__proto__` and `toString`.
  const members = Object.entries(redacted(body ?? {}, redact)).filter(([key]) => !(key in Error.prototype) && !NO_MEMBERS.has(key));
  return new Exception({ ...Object.fromEntries(members), ...facts, name, message: redact(message) });
}
