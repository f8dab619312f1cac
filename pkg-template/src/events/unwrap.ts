// Takes an event out of what carried it.
import { invalid, isBytes } from "../read.js";
import { isObject, own, typeName } from "./values.js";

/** Most UTF-16 units or bytes of a text: an event has 1 MiB at most, and each text around it escapes its quotes. */
const MAX_LENGTH = 4 * 1024 * 1024;

/** The carriers, by those of their members that have the text. Each may be in the one before. */
const CARRIERS = [
  // SQS: a record of Lambda's, or a message of ReceiveMessage.
  ["body", "Body"],
  // SNS: a record of Lambda's, which holds the message.
  ["Sns"],
  // SNS: a message.
  ["Message"],
];

/** The object that should be an event: it has a `detail-type`. */
export function unwrap(input: unknown): object {
  let path = "input";
  let value = decoded(input, path);
  for (const names of CARRIERS) {
    // An event may have members of these names one day.
    if (Object.hasOwn(value, "detail-type")) break;
    const name = names.find((name) => own(value, name) !== undefined);
    if (name === undefined) continue;
    path += `.${name}`;
    value = decoded(own(value, name), path);
  }
  if (!Object.hasOwn(value, "detail-type")) throw invalid(path, remedy(value));
  return value;
}

/** The object that a text or bytes hold, or the object itself. */
function decoded(value: unknown, path: string): object {
  let object = value;
  if (typeof value === "string") object = parsed(value, value.length, path);
  else if (isBytes(value)) object = parsed(value, value.byteLength, path);
  if (!isObject(object))
    throw invalid(path, `expected an event, or its JSON as text or bytes, got ${typeName(object)}`);
  return object;
}

function parsed(json: string | ArrayBuffer | ArrayBufferView, length: number, path: string): unknown {
  if (length > MAX_LENGTH) throw invalid(path, `is longer than ${MAX_LENGTH}, which no event is`);
  try {
    const isText = typeof json === "string";
    // As the decoder does, without the byte order mark.
    const text = isText
      ? json.replace(/^\ufeff/, "")
      : new TextDecoder("utf-8", { fatal: true }).decode(json as BufferSource);
    return JSON.parse(text);
  } catch {
    // What the engine says quotes the text, which may have somebody's data in it.
    throw invalid(path, "is no JSON in UTF-8: expected the whole text of an event");
  }
}

/** What to do with an object that is no event. */
function remedy(value: object): string {
  if (own(value, "Records") !== undefined) return "is not an event: pass each of its Records";
  if (own(value, "SubscribeURL") !== undefined)
    return "is no event: SNS asks to confirm a subscription at its SubscribeURL";
  return "has no detail-type: expected an event, or an SQS record or SNS message with one";
}
