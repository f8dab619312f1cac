import type { ClientConfig } from "../config.js";
import type { PaginationConfiguration } from "../pagination/sdk-paginator.js";
import type { ResolvedConfig } from "../resolved-config.js";

/** Configuration of a client. Its members are read once, by the constructor. */
export interface IvsClientConfig extends ClientConfig {}

/** Configuration of a client as `client.config` shows it. */
export interface IvsClientResolvedConfig extends ResolvedConfig {}

/** Parts of {@link IvsClientConfig} by the names that AWS's SDK has for them: here it is one. */
export interface IvsClientConfigType extends ClientConfig {}
export interface ClientDefaults extends ClientConfig {}
export interface ClientInputEndpointParameters
  extends Pick<ClientConfig, "region" | "endpoint" | "useDualstackEndpoint" | "useFipsEndpoint"> {}

/** The same as {@link IvsClientResolvedConfig}. */
export interface IvsClientResolvedConfigType extends ResolvedConfig {}

/** What `extensions` of AWS's SDK configures. This package has other ways: `config.fetch`, `config.credentials` and middleware. */
export interface RuntimeExtension {
  configure(extensionConfiguration: IvsExtensionConfiguration): void;
}
export type IvsExtensionConfiguration = object;

/** How `paginateListChannels` and its like do. */
export interface IvsPaginationConfiguration extends PaginationConfiguration {}
