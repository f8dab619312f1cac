// The entry for browsers, bundlers, Node, Deno and Bun. Importing it runs nothing: the first client begins to instantiate
// the wasm.

// First, and for its place only: bundlers keep the order of imports, and the scripts, which then are not divided by the inlined
// module, compress better: 2.1 KB of a bundle.
// biome-ignore lint/correctness/noUnusedImports: see above
import { source } from "./wasm/source.js";

export type { Logger } from "./call/call-log.js";
export type { CallOptions, ResponseMetadata } from "./call/caller.js";
export type { FetchResponse } from "./call/response.js";
export type { Callback, PresignedUrlOptions } from "./client.js";
export { Command, Command as $Command, type SdkCommand } from "./commands/command.js";
export type { AnyEndpoint, Endpoint } from "./config/endpoint.js";
export type { Provider } from "./config/provider.js";
export type { UserAgent } from "./config/user-agent.js";
export type { FetchInit, HttpAgent } from "./config.js";
export type { CallerClientConfig, Credentials, CredentialsProvider } from "./credentials.js";
export * from "./errors/client-errors.js";
export * from "./ivs/index.js";
export type { MetadataBearer, Middleware, MiddlewareStack, Pluggable } from "./middleware/types.js";
export type { Spelling, Spelt } from "./operation-name.js";
export type { PaginationConfig } from "./pagination/boto3-paginator.js";
export * from "./pagination/pagination-errors.js";
export type { ItemPaginator, PaginationConfiguration, Paginator } from "./pagination/sdk-paginator.js";
export type { RequestToSign } from "./signing/request.js";
export {
  type PresignOptions,
  presignRequest,
  type SignedRequest,
  type SignOptions,
  signRequest,
} from "./signing/sign.js";
export type {
  HandlerOptions,
  HandlerRequest,
  HandlerResponse,
  RequestHandler,
} from "./transport/request-handler.js";
export type { Waiter, WaiterConfig } from "./waiters/boto3-waiter.js";
export { type WaiterConfiguration, type WaiterResult, WaiterState } from "./waiters/sdk-waiter.js";
export { WaiterError } from "./waiters/waiter-error.js";
