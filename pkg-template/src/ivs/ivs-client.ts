import { defineOperationMethods } from "../client/operation-methods.js";
import { Client } from "../client.js";
import { type IvsOperations, OPERATIONS } from "./operations.js";

/**
 * A client for Amazon Interactive Video Service: a method for each operation of the API, and `send` for commands.
 *
 * Making one costs nothing: the WebAssembly module is loaded by the first call.
 */
// biome-ignore lint/suspicious/noUnsafeDeclarationMerging: the static block defines every one of them
export class IvsClient extends Client {
  static {
    defineOperationMethods(this, OPERATIONS, (client, operation, input, options) =>
      client.call(operation, input, options),
    );
  }
}
export interface IvsClient extends IvsOperations {}
