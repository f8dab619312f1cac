import type { ClientConfig } from "../config.js";
import type { PaginationConfiguration } from "../pagination/sdk-paginator.js";
import type { ResolvedConfig } from "../resolved-config.js";

/** Configuration of a client. Its members are read once, by the constructor. */
export interface IvsClientConfig extends ClientConfig {}

/** Configuration of a client as `client.config` shows it. */
export interface IvsClientResolvedConfig extends ResolvedConfig {}

/** How `paginateListChannels` and its like do. */
export interface IvsPaginationConfiguration extends PaginationConfiguration {}
