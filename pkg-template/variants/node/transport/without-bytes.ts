// Stands in for the file of this name in Node, whose errors about what is no HTTP hold the bytes that were no HTTP: `rawPacket` of
// node:http's, `data` of those of `fetch`. There may be a stream key in them, and programs log their errors.

/** What a transport threw, without what it holds of an answer's bytes: the same, unless it or one of its causes is such an error. */
export function withoutBytes(thrown: unknown): unknown {
  try {
    const chain: Error[] = [];
    for (let error = thrown; isError(error) && !chain.includes(error); error = error.cause) chain.push(error);
    return chain.some(holdsBytes) ? chain.reduceRight<unknown>(copy, undefined) : thrown;
  } catch {
    // A proxy that throws when it is asked: none of those errors.
    return thrown;
  }
}

/** Whether it is an object with a message, of whatever realm. */
function isError(value: unknown): value is Error {
  return typeof value === "object" && value !== null && "message" in value;
}

/** All errors of Node's parser have such a code. */
function holdsBytes(error: Error & { code?: unknown }): boolean {
  return String(error.code).startsWith("HPE_") || "rawPacket" in error;
}

/** Another error that says the same. */
function copy(cause: unknown, { name, message, code }: Error & { code?: unknown }): Error {
  const error = new Error(message, cause === undefined ? {} : { cause });
  return Object.assign(error, name !== "Error" && { name }, code !== undefined && { code });
}
