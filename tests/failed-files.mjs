// @ts-check
// A reporter beside `spec`, which says of a test file that failed as a whole neither how its process ended nor, at the end, what it said.

/** @param {AsyncIterable<{ type: string, data: any }>} events */
export default async function* failedFiles(events) {
  /** @type {Map<string, string>} What each file wrote to its standard error. */
  const written = new Map();
  /** @type {string[]} What happened after the end of a test. */
  const late = [];
  /** @type {string[]} */
  const failed = [];
  for await (const { type, data } of events) {
    if (type === "test:stderr") written.set(data.file, (written.get(data.file) ?? "") + data.message);
    if (type === "test:diagnostic" && data.message.includes("after the test ended")) late.push(`${data.message}\n`);
    const error = type === "test:fail" && data.details.error;
    if (error && (error.exitCode || error.signal)) {
      failed.push(`${data.name}: its process ended with ${error.signal ?? `exit code ${error.exitCode}`}, and wrote to stderr:\n${written.get(data.name) ?? ""}\n`);
    }
  }
  yield* late;
  yield* failed;
}
