import type { Members } from "../input-settings.js";
import { PaginationError } from "./pagination-errors.js";

/** How {@link pageSequence} goes on. */
interface Continuation {
  /** The token that the first page must not come with again. */
  previous?: unknown;
  /** Whether to end at a token that comes again, instead of raising. */
  stopOnSameToken?: boolean | undefined;
}

/** Every page, from the one of `token` on. A page is requested when the loop comes to it, and not before. */
export async function* pageSequence<Page>(
  send: (input: Members) => Promise<Page>,
  input: Members,
  token: unknown,
  { previous, stopOnSameToken }: Continuation = {},
): AsyncGenerator<Page, undefined, unknown> {
  for (;;) {
    const page = await send({ ...input, nextToken: token });
    yield page;
    const { nextToken } = page as { nextToken?: unknown };
    if (!nextToken || (stopOnSameToken && nextToken === previous)) return;
    if (nextToken === previous) throw new PaginationError(`The same nextToken came twice: ${nextToken}`);
    previous = token = nextToken;
  }
}
