// @ts-check
// Short forms of the steps' parts.

/** @typedef {import("../play.mjs").Step} Step */
/** @typedef {import("../play.mjs").Made} Made */
/** @typedef {import("../play.mjs").State} State */

/** A call with an output. @param {string} operation @param {Made} input @param {Made} [gives] @param {Record<string, string>} [keep] @returns {Step} */
export const call = (operation, input, gives = {}, keep = {}) => ({ operation, input, gives, keep });

/** A call that the service refuses. @param {string} operation @param {Made} input @param {string} code @param {Made} message @param {Partial<import("../play.mjs").Call>} [more] @returns {Step} */
export const fails = (operation, input, code, message, more = {}) => ({ operation, input, fails: [code, message], ...more });

/** A call that breaks a constraint of the model which only the service checks. @param {string} operation @param {Made} input @param {Made} message @returns {Step} */
export const invalid = (operation, input, message) => fails(operation, input, "ValidationException", message);

/** The same where clients check it as well; AWS's SDK does not check anything. @param {string} operation @param {Made} input @param {Made} message @returns {Step} */
export const refused = (operation, input, message) => fails(operation, input, "ValidationException", message, { refusedBy: ["ours", "boto3", "cli"] });

/** A call about what does not exist. @param {string} operation @param {string} member of the input that names it @param {Made} arn @param {object} [more] of the input @returns {Step} */
export const missing = (operation, member, arn, more = {}) => {
  const of = (/** @type {State} */ state) => (typeof arn === "function" ? arn(state) : arn);
  return fails(
    operation,
    (/** @type {State} */ s) => ({ [member]: of(s), ...more }),
    "ResourceNotFoundException",
    (/** @type {State} */ s) => `There is no resource ${of(s)}.`,
  );
};

/** A request to an endpoint under `/_local`. @param {string} route method and path @param {Made} [body] @param {Made} [gives] @param {number} [status] @returns {Step} */
export const local = (route, body, gives = {}, status = 200) => ({ local: route, body, gives, status });

/** An ARN that nothing has. @param {string} kind */
export const nobody = (kind) => `arn:aws:ivs:us-west-2:123456789012:${kind}/nobody`;

/** The form of an ARN of a kind. @param {string} kind */
export const arnOf = (kind) => new RegExp(`^arn:aws:ivs:us-west-2:123456789012:${kind}/[a-zA-Z0-9]{12}$`);

/**
 * All pages of a list, for one page size: each has as many items as fit, and a token unless it is the last.
 *
 * @param {string} operation @param {string} member of the output @param {number} count of all items @param {number} size @param {Made} [input] @returns {Step[]}
 */
export function pages(operation, member, count, size, input = {}) {
  const given = (/** @type {State} */ s) => (typeof input === "function" ? input(s) : input);
  return Array.from({ length: Math.max(1, Math.ceil(count / size)) }, (_, page) => {
    const items = Math.min(size, count - page * size);
    const more = count > (page + 1) * size;
    return call(
      operation,
      (/** @type {State} */ s) => ({ ...given(s), maxResults: size, ...(page > 0 && { nextToken: s.token }) }),
      { [member]: Array(items).fill({}), nextToken: more ? /^[\w-]+$/ : undefined },
      { token: "nextToken" },
    );
  });
}
