// Listings page by page as AWS's SDK for JavaScript has them: `paginateListChannels`.
import type { ServiceClient } from "../client.js";
import type { Command } from "../commands/command.js";
import { copyInput } from "../input-settings.js";
import { field, invalid } from "../read.js";
import type { ItemOf } from "./boto3-paginator.js";
import { itemSequence, pageSequence } from "./page-sequence.js";

/** How `paginateListChannels` and its like do. */
export interface PaginationConfiguration {
  /** The client that sends: an `IvsClient`. */
  client: Pick<ServiceClient, "send">;
  /** Items in a page, where the input has no `maxResults`. */
  pageSize?: number | undefined;
  /** The `nextToken` to begin with. */
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  startingToken?: any;
  /**
   * End when a token comes twice in a row, which is how some services say that nothing is new, instead of raising a
   * {@link PaginationError}. Tokens that go round in a longer circle raise one all the same: their pages would come again.
   */
  stopOnSameToken?: boolean | undefined;
  /** Called with each command before it is sent; what it returns is sent instead. */
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  withCommand?: ((command: any) => any) | undefined;
}

/** Pages, one after the other. Leave the loop, and no more are requested. */
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;

/** Pages, one after the other, or their items. */
export interface ItemPaginator<Page, Item> extends Paginator<Page> {
  /**
   * The items of the pages, one by one: `for await (const channel of paginateListChannels({ client }, {}).items())`. A page is requested
   * when the loop comes to its first item, and not before. It goes on with the page that would be next, and takes the pages from
   * whoever asks for them besides.
   */
  items(): AsyncGenerator<Item, undefined, unknown>;
}

/** A function that pages one operation. */
export type PaginateFunction<Configuration, Input, Page, Item> = (
  config: Configuration,
  input: Input,
  ...options: unknown[]
) => ItemPaginator<Page, Item>;

/** Makes the function that pages the operation of a command, whose output has the items of a page in the member `items`. */
export function sdkPaginator<
  Configuration extends PaginationConfiguration,
  Input extends object,
  Page extends object,
  Items extends string,
>(
  commandClass: new (input: Input) => Command<Input, Page>,
  items: Items,
): PaginateFunction<Configuration, Input, Page, ItemOf<Page, Items>> {
  return (config, input, ...options) => {
    const pages = paginate(commandClass, config, input, options);
    const added = { items: () => itemSequence(pages, items) as AsyncGenerator<ItemOf<Page, Items>, undefined> };
    return Object.assign(pages, added);
  };
}

/** Out here, because V8 takes a tenth of a millisecond to make such a function, and there would be one for each operation. */
async function* paginate<Input extends object, Page extends object>(
  commandClass: new (input: Input) => Command<Input, Page>,
  config: PaginationConfiguration,
  input: Input,
  options: unknown[],
): Paginator<Page> {
  const setting = (name: keyof PaginationConfiguration) => field(config ?? {}, "config", name);
  const client = setting("client") as PaginationConfiguration["client"] | undefined;
  const withCommand = setting("withCommand") as PaginationConfiguration["withCommand"];
  if (typeof client?.send !== "function") throw invalid("config.client", "expected an IvsClient");
  const given = copyInput(input);
  given.maxResults ??= setting("pageSize");
  const token = setting("startingToken") ?? given.nextToken;
  const send = (members: object): Promise<Page> => {
    const command = new commandClass(members as Input);
    return client.send(withCommand?.(command) ?? command, ...(options as [object?]));
  };
  yield* pageSequence(send, given, token, {
    previous: token,
    stopOnSameToken: setting("stopOnSameToken") as boolean | undefined,
  });
}
