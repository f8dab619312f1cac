// The entry for browsers, bundlers, Node, Deno and Bun. Importing it runs nothing: the wasm is instantiated by the first call.
export type { Callback, CallOptions, PresignedUrlOptions } from "./client/call-options.js";
export type { Logger } from "./client/client-config.js";
export type { ResponseMetadata } from "./client/response-metadata.js";
export { Client } from "./client.js";
export { Command, type SdkCommand } from "./commands/command.js";
export type { Credentials, CredentialsProvider } from "./credentials/credentials-provider.js";
export * from "./errors/client-errors.js";
export * from "./ivs/index.js";
export type { Spelling, Spelt } from "./operation-name.js";
export type { PaginationConfig } from "./pagination/boto3-paginator.js";
export * from "./pagination/pagination-errors.js";
export type { PaginationConfiguration, Paginator } from "./pagination/sdk-paginator.js";
export { presignRequest, signRequest } from "./sign.js";
export type { PresignOptions, RequestToSign, SignedRequest, SignOptions } from "./signing/sign-options.js";
export type { FetchInit, FetchResponse, HttpAgent } from "./transport/fetch-function.js";
export type { Waiter, WaiterConfig } from "./waiters/boto3-waiter.js";
export { type WaiterConfiguration, type WaiterResult, WaiterState } from "./waiters/sdk-waiter.js";
export { WaiterError } from "./waiters/waiter-error.js";
