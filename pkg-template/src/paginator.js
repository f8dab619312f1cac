// @ts-check
// Listings page by page, for both doors: AWS's SDK (`paginateListChannels`) and boto3 (`getPaginator("listChannels")`).
import { NotPageableError, PaginationError } from "./errors.js";
import { pascal } from "./names.js";
import { copied, settings } from "./options.js";
import { pages } from "./pages.js";
import { invalid } from "./read.js";

/**
 * Every page, from the one of `token` on. A page is asked for when it is wanted, and not before.
 * @param {(input: any) => Promise<any>} send
 * @param {any} input
 * @param {unknown} token
 * @param {unknown} [previous] the token that the first page must not come with again
 * @param {boolean} [stopOnSameToken] end at a token that comes again, instead of raising
 */
async function* every(send, input, token, previous, stopOnSameToken) {
  for (;;) {
    const page = await send({ ...input, nextToken: token });
    yield page;
    token = page.nextToken;
    if (!token || (stopOnSameToken && token === previous)) return;
    if (token === previous) throw new PaginationError(`The same nextToken came twice: ${token}`);
    previous = token;
  }
}

/**
 * The paginator of a command, as `@aws-sdk/client-ivs` has it.
 * @param {new (input: any) => any} Command
 */
export function paginator(Command) {
  return async function* (config, input, ...options) {
    const { client, pageSize, startingToken, stopOnSameToken, withCommand } = config ?? {};
    if (typeof client?.send !== "function") throw invalid("config.client", "expected an IvsClient");
    const given = copied(input);
    given.maxResults ??= pageSize;
    const token = startingToken ?? given.nextToken;
    const send = (input) => {
      const command = new Command(input);
      return client.send(withCommand?.(command) ?? command, ...options);
    };
    yield* every(send, given, token, token, stopOnSameToken);
  };
}

/** @param {string} operation */
export function canPaginate(operation) {
  return Object.hasOwn(pages, pascal(operation));
}

/**
 * What boto3's `get_paginator` returns.
 * @param {any} client
 * @param {string} operation
 */
export function getPaginator(client, operation) {
  const name = pascal(operation);
  if (!canPaginate(name)) {
    throw new NotPageableError(`${String(operation)} cannot be paged; these can: ${Object.keys(pages).join(", ")}`);
  }
  return { paginate: (input, options) => iterable((input) => client.call(name, input, options), pages[name], input) };
}

/**
 * The pages of a listing, cut as botocore cuts them. Each iteration begins anew.
 * @param {(input: any) => Promise<any>} send
 * @param {string} items the member of a page that is counted
 * @param {any} input
 */
function iterable(send, items, input) {
  const [config, rest] = settings(input, "PaginationConfig", ["MaxItems", "PageSize", "StartingToken"]);
  const most = integer(config, "MaxItems");
  rest.maxResults = integer(config, "PageSize") ?? rest.maxResults;
  const start = config.StartingToken;
  if (start !== undefined && typeof start !== "string") throw bad("StartingToken", "a string");

  const iterable = {
    resumeToken: undefined,
    async *[Symbol.asyncIterator]() {
      iterable.resumeToken = undefined;
      // botocore's resume tokens know no `nextToken` of the input.
      let [token, skipped] = start === undefined ? [null] : parse(start);
      const first = start === undefined ? rest.nextToken : token === "None" ? null : token;
      let total = 0;
      for await (const page of every(send, rest, first)) {
        if (skipped !== undefined) page[items] = Array.isArray(page[items]) ? page[items].slice(skipped) : null;
        const list = page[items] ?? [];
        total += list.length;
        if (total > most) {
          const kept = list.length + most - total;
          page[items] = list.slice(0, kept);
          iterable.resumeToken = format(token, kept + (skipped ?? 0));
          yield page;
          return;
        }
        yield page;
        skipped = undefined;
        token = page.nextToken || null;
        if (token && total === most) {
          iterable.resumeToken = format(token);
          return;
        }
      }
    },
    async buildFullResult() {
      const result = {};
      for await (const page of iterable) if (page[items]) (result[items] ??= []).push(...page[items]);
      if (iterable.resumeToken) result.NextToken = iterable.resumeToken;
      return result;
    },
  };
  return iterable;
}

/** An error about a setting. */
const bad = (name, expected) => invalid(`PaginationConfig.${name}`, `expected ${expected}`);

/** What Python's `int` reads in a text. */
const int = (text) => (/^\s*[+-]?\d+(_\d+)*\s*$/.test(text) ? Number(text.replaceAll("_", "")) : NaN);

/** A setting as Python's `int` makes it a whole number. */
function integer(config, name) {
  const value = config[name];
  if (value === undefined) return undefined;
  // Besides texts: numbers, bigints and booleans.
  const number = typeof value === "string" ? int(value) : /^[nb]/.test(typeof value) ? Math.trunc(Number(value)) : NaN;
  if (!Number.isFinite(number)) throw bad(name, "a whole number");
  return number;
}

/** A resume token in botocore's spelling, which is Python's of JSON: spaces between, and ASCII only. */
function format(token, skipped) {
  const text = JSON.stringify(token).replace(/[^ -~]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return btoa(`{"nextToken": ${text}${skipped === undefined ? "" : `, "boto_truncate_amount": ${skipped}`}}`);
}

/**
 * The service's token in a resume token, and how many items of its page were had before. Whatever is none of botocore's tokens is
 * the service's own, or one of botocore's old kind, `token___3`.
 * @param {string} text
 * @returns {[token: any, skipped: number]}
 */
function parse(text) {
  const wrong = bad("StartingToken", "a resume token, or a nextToken");
  let value;
  try {
    // Python's decoder wants the padding, and overlooks what is not base64.
    const base64 = text.replace(/[^\w+/=]|_/g, "");
    const bytes = Uint8Array.from(base64.length % 4 ? "" : atob(base64), (char) => char.charCodeAt(0));
    value = JSON.parse(new TextDecoder("utf-8", { ignoreBOM: true, fatal: true }).decode(bytes));
  } catch {
    // None of them.
  }
  if (typeof value === "object" && value && !Array.isArray(value)) {
    const { nextToken, boto_truncate_amount: skipped = 0, ...others } = value;
    if (nextToken === undefined || !Number.isInteger(skipped) || Object.keys(others).length) throw wrong;
    return [nextToken, skipped];
  }
  const [token, index = "0", more] = text.split("___");
  if (more !== undefined) throw wrong;
  const skipped = int(index);
  return Number.isNaN(skipped) ? [text, 0] : [token === "None" ? null : token, skipped];
}
