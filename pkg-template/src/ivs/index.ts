// Amazon Interactive Video Service.
export * from "./aggregated-client.js";
export * from "./commands.js";
export * from "./enumerations.js";
export * from "./exceptions.js";
export { Client, Client as __Client, IvsClient } from "./ivs-client.js";
export type {
  ClientDefaults,
  ClientInputEndpointParameters,
  IvsClientConfig,
  IvsClientConfigType,
  IvsClientResolvedConfig,
  IvsClientResolvedConfigType,
  IvsExtensionConfiguration,
  IvsPaginationConfiguration,
  RuntimeExtension,
} from "./ivs-client-config.js";
export { IvsServiceException } from "./ivs-service-exception.js";
export type { OperationPaginator, PageIterable, PaginatedInput } from "./operation-paginator.js";
export type { PageableOperations } from "./pageable-operations.js";
export * from "./paginators.js";
export type * from "./structures.js";
export * from "./wait-until.js";
export type { WaiterInputs } from "./waiter-definitions.js";
