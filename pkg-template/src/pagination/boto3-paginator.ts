// Listings page by page as boto3 has them: `getPaginator("listChannels")`.
import type { CallOptions } from "../call/caller.js";
import { type Members, splitSettings } from "../input-settings.js";
import { pascalCase } from "../operation-name.js";
import { itemSequence, pageSequence } from "./page-sequence.js";
import { NotPageableError } from "./pagination-errors.js";
import { formatResumeToken, invalidSetting, parseResumeToken, pythonInteger } from "./resume-token.js";

/** How boto3's paginators page. Whole numbers may be given as strings. */
export interface PaginationConfig {
  /** Items in all; the page that goes beyond is cut. Left out: all that there are. */
  MaxItems?: number | string | undefined;
  /** Items that the service is asked for at a time, its `maxResults`. */
  PageSize?: number | string | undefined;
  /** Where to begin: a `resumeToken` or `NextToken`, made here or by boto3, or a `nextToken` of the service. */
  StartingToken?: string | undefined;
}

/** The types of an operation that has pages: its input, a page, and the member of it that holds the items. */
export interface PageTypes {
  input: object;
  output: object;
  items: string;
}

/** The operation's own input, and how to page. */
export type PagedInput<Types extends PageTypes> = Types["input"] & { PaginationConfig?: PaginationConfig | undefined };

/** An item of a page that has its items in the member `Items`. */
export type ItemOf<Page, Items extends string> = Page extends { [Name in Items]?: (infer Item)[] | undefined }
  ? Item
  : never;

/** Pages an operation. */
export interface Boto3Paginator<Types extends PageTypes> {
  /**
   * The pages of a listing, cut as boto3 cuts them: `for await (const page of paginator.paginate())`.
   * @throws {@link ParamValidationError} if a setting is wrong
   */
  paginate(
    ...parameters: object extends Types["input"]
      ? [input?: PagedInput<Types>, options?: CallOptions]
      : [input: PagedInput<Types>, options?: CallOptions]
  ): Boto3Pages<Types>;
}

/** The pages of a listing. Each loop over them, or over their items, begins anew. */
export interface Boto3Pages<Types extends PageTypes> extends AsyncIterable<Types["output"]> {
  /**
   * The items of the pages, one by one: `for await (const channel of pages.items())`. A page is requested when the loop comes to its
   * first item, and not before. `MaxItems` and `StartingToken` mean the same as for pages, and `resumeToken` is set.
   */
  items(): AsyncGenerator<ItemOf<Types["output"], Types["items"]>, undefined, unknown>;
  /** The `StartingToken` of what `MaxItems` left of the latest loop; `undefined` where it left nothing. boto3 takes it as well. */
  readonly resumeToken: string | undefined;
  /** All items in one object, and as `NextToken` the `resumeToken`. */
  buildFullResult(): Promise<Pick<Types["output"], Types["items"] & keyof Types["output"]> & { NextToken?: string }>;
}

/** The member of a page that holds its items, by the operation. */
export type ItemMembers = Readonly<Record<string, string>>;

type Page = Record<string, unknown>;

/** Whether an operation has pages. */
export function canPaginate(itemMembers: ItemMembers, operation: string): boolean {
  return Object.hasOwn(itemMembers, pascalCase(operation));
}

/** What boto3's `get_paginator` returns. */
export function boto3Paginator<Types extends PageTypes>(
  client: { call(operation: string, input: object, options?: CallOptions): Promise<Page> },
  itemMembers: ItemMembers,
  operation: string,
): Boto3Paginator<Types> {
  const name = pascalCase(operation);
  const items = canPaginate(itemMembers, name) && itemMembers[name];
  if (!items) {
    const others = Object.keys(itemMembers).join(", ");
    throw new NotPageableError(`${String(operation)} cannot be paged; these can: ${others}`);
  }
  const paginator: Boto3Paginator<PageTypes> = {
    paginate: (input, options) => boto3Pages((members) => client.call(name, members, options), items, input),
  };
  return paginator as Boto3Paginator<Types>;
}

/** The pages of a listing, cut as botocore cuts them. */
function boto3Pages(send: (input: Members) => Promise<Page>, items: string, input: unknown) {
  const [config, rest] = splitSettings(input, "PaginationConfig", ["MaxItems", "PageSize", "StartingToken"]);
  const most = integer("MaxItems", config.MaxItems) ?? Infinity;
  rest.maxResults = integer("PageSize", config.PageSize) ?? rest.maxResults;
  const start = config.StartingToken;
  if (start !== undefined && typeof start !== "string") throw invalidSetting("StartingToken", "a string");

  const pages = {
    resumeToken: undefined as string | undefined,
    items: () => itemSequence(pages, items),
    async *[Symbol.asyncIterator](): AsyncGenerator<Page, undefined, unknown> {
      pages.resumeToken = undefined;
      let { token, skipped } = start === undefined ? { token: null } : parseResumeToken(start);
      // botocore's resume tokens ignore the input's `nextToken`.
      const first = start === undefined ? rest.nextToken : token === "None" ? null : token;
      let total = 0;
      for await (const page of pageSequence(send, rest, first)) {
        const all = page[items];
        if (skipped !== undefined) page[items] = Array.isArray(all) ? all.slice(skipped) : null;
        const list = (page[items] ?? []) as unknown[];
        total += list.length;
        if (total > most) {
          const kept = list.length + most - total;
          page[items] = list.slice(0, kept);
          pages.resumeToken = formatResumeToken({ token, skipped: kept + (skipped ?? 0) });
          yield page;
          return;
        }
        yield page;
        skipped = undefined;
        token = page.nextToken || null;
        if (token && total === most) {
          pages.resumeToken = formatResumeToken({ token });
          return;
        }
      }
    },
    async buildFullResult() {
      const result: Record<string, unknown[]> & { NextToken?: never } = {};
      for await (const page of pages) {
        const list = page[items] as unknown[] | undefined;
        if (!list) continue;
        result[items] ??= [];
        for (const item of list) result[items].push(item);
      }
      return pages.resumeToken ? { ...result, NextToken: pages.resumeToken } : result;
    },
  };
  return pages;
}

/** A setting as Python's `int` makes it a whole number. */
function integer(name: string, value: unknown): number | undefined {
  if (value === undefined) return undefined;
  // Besides strings: numbers, bigints and booleans.
  const given = typeof value === "string" ? pythonInteger(value) : /^[nb]/.test(typeof value) ? Number(value) : NaN;
  const number = Math.trunc(given);
  if (!Number.isFinite(number)) throw invalidSetting(name, "a whole number");
  return number;
}
