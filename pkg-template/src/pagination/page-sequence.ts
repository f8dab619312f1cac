import type { Members } from "../input-settings.js";
import { field } from "../read.js";
import { PaginationError } from "./pagination-errors.js";

/** How {@link pageSequence} goes on. */
interface Continuation {
  /** The token that the first page must not come with again. */
  previous?: unknown;
  /** Whether to end at a token that comes twice in a row, instead of raising. */
  stopOnSameToken?: boolean | undefined;
}

/**
 * Every page, from the one of `token` on. A page is requested when the loop comes to it, and not before.
 *
 * Tokens that go round in a circle are found by Brent's algorithm, which keeps one token instead of all: each is compared with the
 * second, then with the fourth, the eighth and so on. At the latest it ends after three times as many pages as there are different ones.
 * @throws {@link PaginationError} when a token came before
 */
export async function* pageSequence<Page>(
  send: (input: Members) => Promise<Page>,
  input: Members,
  token: unknown,
  { previous, stopOnSameToken }: Continuation = {},
): AsyncGenerator<Page, undefined, unknown> {
  let marked = previous;
  let distance = 1;
  for (let left = 1; ; left--) {
    const page = await send({ ...input, nextToken: token });
    yield page;
    const nextToken = field(page as object, "output", "nextToken");
    if (!nextToken || (stopOnSameToken && nextToken === previous)) return;
    if (nextToken === previous || nextToken === marked) {
      throw new PaginationError(`The same nextToken came twice: ${nextToken}`);
    }
    if (!left) {
      marked = nextToken;
      left = distance *= 2;
    }
    previous = token = nextToken;
  }
}

/** The items of pages, which are in their member `member`. */
export async function* itemSequence(pages: AsyncIterable<unknown>, member: string): AsyncGenerator<unknown, undefined> {
  for await (const page of pages) {
    const items = (page as Members)[member];
    if (Array.isArray(items)) yield* items;
  }
}
