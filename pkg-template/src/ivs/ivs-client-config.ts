import type { ClientConfig } from "../client/client-config.js";
import type { PaginationConfiguration } from "../pagination/sdk-paginator.js";

/** Configuration of a client. It is read once, by the first call. */
export interface IvsClientConfig extends ClientConfig {}

/** How `paginateListChannels` and its like do. */
export interface IvsPaginationConfiguration extends PaginationConfiguration {}
