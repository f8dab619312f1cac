// @ts-check
// The client that `@aws-sdk/client-ivs` calls its aggregated one.
import { IvsClient, method, methods } from "./methods.js";
import * as paginators from "./paginators.js";

/** A client whose methods do what `send` does: they drop what an operation does not know, and take callbacks. */
export class Ivs extends IvsClient {
  static {
    methods(this, (client, operation, input, options, callback) => client.send({ operation, input }, options, callback));
    for (const [name, paginate] of Object.entries(paginators)) {
      method(this, name, (client, input, config) => paginate({ ...config, client }, input));
    }
  }
}
