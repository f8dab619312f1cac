// @ts-check
// The entry for browsers, bundlers, Node, Deno and Bun. Importing it runs nothing: the wasm is instantiated by the first call.
export { Ivs } from "./aggregated.js";
export { Client } from "./ivs/client.js";
export { Command } from "./command.js";
export * from "./commands.js";
export * from "./enums.js";
export { AbortError, CredentialsError, IvsServiceException, NetworkError, ParamValidationError, TimeoutError } from "./errors.js";
export { NotPageableError, PaginationError, WaiterError, WebAssemblyError } from "./errors.js";
export * from "./exceptions.js";
export { IvsClient } from "./methods.js";
export * from "./paginators.js";
export { presignRequest, signRequest } from "./signing/sign.js";
export * from "./waiters.js";
