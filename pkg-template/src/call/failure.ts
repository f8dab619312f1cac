// The wasm says what went wrong (`src/js/failure.rs`); errors are made of it here, so that their stacks lead to the caller.

import type { ServiceDefinition } from "../client.js";
import {
  CredentialsError,
  NetworkError,
  ParamValidationError,
  type Problem,
  TimeoutError,
  WebAssemblyError,
} from "../errors/client-errors.js";
import type { ServiceException } from "../errors/service-exception.js";
import { allInvalid, explain, is } from "../read.js";
import type { Caller, ResponseMetadata } from "./caller.js";
import { readHeaderMembers } from "./header-members.js";
import type { Answered, Ended } from "./settled.js";

/** Why a call or a signature failed, as the wasm says it. */
export type Failure =
  | { kind: "validation"; problems: Problem[] }
  | { kind: "credentials"; message: string }
  | { kind: "service"; code: string; message: string; retryable: "no" | "transient" | "throttling" }
  | { kind: "malformed" | "lost" | "ended" };

export function isFailure(thrown: unknown): thrown is Failure {
  return typeof thrown === "object" && thrown !== null && Object.hasOwn(thrown, "kind") && !("stack" in thrown);
}

/** The error of a failed signature, or of a failure that needs no more than what the wasm says. */
export function argumentError(failure: Failure): Error {
  if (failure.kind === "credentials") return new CredentialsError(failure.message);
  return allInvalid(failure.kind === "validation" ? failure.problems : []);
}

/** What a failed call rejects with. An aborted call rejects with the signal's reason, whatever that is. */
export function callError(failure: Failure, call: Caller, service: ServiceDefinition): unknown {
  const { last, metadata: $metadata } = call;
  switch (failure.kind) {
    case "validation":
    case "credentials":
      return Object.assign(argumentError(failure), { $metadata });
    case "ended":
      return last?.kind === "ended" && last.isReason
        ? last.thrown
        : renewed((last as Ended | undefined)?.thrown, { $metadata });
    case "lost":
      return Object.assign(lost(last && "thrown" in last ? last.thrown : undefined, call), { $metadata });
  }
  const { text, body } = last as Answered;
  const status = `the service answered with status ${$metadata.httpStatusCode}`;
  if (failure.kind === "malformed") {
    const message = `${status}, but the body is not a JSON object${excerpt(call.redact(text))}`;
    return new service.BaseException({ name: "MalformedResponse", message, $fault: "server", $metadata });
  }
  const service_ = failure as Extract<Failure, { kind: "service" }>;
  let { message } = service_;
  if (!message) {
    const code = $metadata.httpStatusCode ?? 0;
    const redirect = code >= 300 && code < 400 ? ", a redirect, which a signed request cannot follow" : "";
    message = status + redirect + (body ? "" : excerpt(call.redact(text)));
  }
  return serviceError({ ...service_, message }, last as Answered, $metadata, call, service);
}

/**
 * One of the package's errors with a stack that leads to this caller: several calls may wait for what failed, and a timer knows none
 * of them. Anything else is what it is.
 * @param members that the error is to have of this call
 */
export function renewed(thrown: unknown, members?: { $metadata: ResponseMetadata }): unknown {
  if (is(thrown, ParamValidationError)) return new ParamValidationError(thrown.message, thrown.problems);
  // The options of an error are an object with its `cause`, if it has one.
  for (const Class of [CredentialsError, TimeoutError, WebAssemblyError]) {
    if (is<Error>(thrown, Class)) return Object.assign(new Class(thrown.message, thrown), members);
  }
  return thrown;
}

/** The error of a transport that threw, of a timeout, or of what is no response. */
function lost(thrown: unknown, call: Caller): Error {
  if (is(thrown, TimeoutError)) return new TimeoutError((thrown as Error).message);
  const { words, code } = explain(thrown, (text) => call.redact(text));
  const error = is<Error>(thrown, NetworkError)
    ? new NetworkError(thrown.message, thrown)
    : new NetworkError(`no answer from the service: ${words}`, { cause: thrown });
  return code ? Object.assign(error, { code }) : error;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const CONTROL = /[\0-\x1f\x7f-\x9f]/g;

/**
 * The beginning of a body that somebody else wrote, such as a proxy's page. A body that begins as JSON is the service's and may
 * hold a stream key.
 */
function excerpt(text: string): string {
  const beginning = text.slice(0, 4096).trim();
  // A replacement character stands for bytes that are no text.
  const isText = /^[^{["]/.test(beginning) && !beginning.includes("\ufffd");
  return isText ? `: ${[...beginning].slice(0, 200).join("").replace(CONTROL, " ")}` : "";
}

/**
 * A copy of parsed JSON without secrets in its texts and names. Without members where no stack is deep enough for it, and where it is so
 * large that it is cut off.
 */
function redacted(json: object, call: Caller): object {
  try {
    return JSON.parse(call.redact(JSON.stringify(json)));
  } catch {
    return {};
  }
}

const NO_MEMBERS = /* @__PURE__ */ new Set(["Message", "__type", "code", "stack", "cause"]);

function serviceError(
  failure: Extract<Failure, { kind: "service" }>,
  answer: Answered,
  $metadata: ResponseMetadata,
  call: Caller,
  service: ServiceDefinition,
): ServiceException {
  const { code: name, message, retryable } = failure;
  const { status, body = {}, header } = answer;
  const Exception = Object.hasOwn(service.exceptions, name) ? service.exceptions[name] : undefined;
  if (Exception) readHeaderMembers(body, service.errorHeaders, header);
  // The members that the API gives its errors: the message under its own name, and what the service says in headers. None may
  // stand in for what makes an error an error, such as `__proto__` and `toString`.
  const members = Object.entries(redacted(body, call)).filter(
    ([key]) => !(key in Error.prototype) && !NO_MEMBERS.has(key),
  );
  return new (Exception ?? service.BaseException)({
    ...Object.fromEntries(members),
    $fault: status < 500 ? "client" : "server",
    $metadata,
    ...(retryable !== "no" && { $retryable: { throttling: retryable === "throttling" } }),
    name: call.redact(name),
    message: call.redact(message),
  });
}
