// Listings page by page as AWS's SDK for JavaScript has them: `paginateListChannels`.
import type { ServiceClient } from "../client.js";
import type { Command } from "../commands/command.js";
import { copyInput } from "../input-settings.js";
import { invalid } from "../read.js";
import { pageSequence } from "./page-sequence.js";

/** How `paginateListChannels` and its like do. */
export interface PaginationConfiguration {
  /** The client that sends: an `IvsClient`. */
  client: Pick<ServiceClient, "send">;
  /** Items in a page, where the input has no `maxResults`. */
  pageSize?: number | undefined;
  /** The `nextToken` to begin with. */
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  startingToken?: any;
  /** End when a token comes that came before, instead of raising a {@link PaginationError}. */
  stopOnSameToken?: boolean | undefined;
  /** Called with each command before it is sent; what it returns is sent instead. */
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  withCommand?: ((command: any) => any) | undefined;
}

/** Pages, one after the other. Leave the loop, and no more are requested. */
export type Paginator<Page> = AsyncGenerator<Page, undefined, unknown>;

/** A function that pages one operation. */
export type PaginateFunction<Configuration, Input, Page> = (
  config: Configuration,
  input: Input,
  ...options: unknown[]
) => Paginator<Page>;

/** Makes the function that pages the operation of a command. */
export function sdkPaginator<Configuration extends PaginationConfiguration, Input extends object, Page extends object>(
  commandClass: new (input: Input) => Command<Input, Page>,
): PaginateFunction<Configuration, Input, Page> {
  return async function* (config, input, ...options): Paginator<Page> {
    const { client, pageSize, startingToken, stopOnSameToken, withCommand } = config ?? {};
    if (typeof client?.send !== "function") throw invalid("config.client", "expected an IvsClient");
    const given = copyInput(input);
    given.maxResults ??= pageSize;
    const token = startingToken ?? given.nextToken;
    const send = (members: object): Promise<Page> => {
      const command = new commandClass(members as Input);
      return client.send(withCommand?.(command) ?? command, ...(options as [object?]));
    };
    yield* pageSequence(send, given, token, { previous: token, stopOnSameToken });
  };
}
