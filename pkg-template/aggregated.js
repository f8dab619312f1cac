// @ts-check
// The client that `@aws-sdk/client-ivs` calls its aggregated one.
import { IvsClient, methods } from "./methods.js";

/** A client whose methods do what `send` does: they drop what an operation does not know, and take callbacks. */
export class Ivs extends IvsClient {
  static {
    methods(this, (client, operation, input, options, callback) => client.send({ operation, input }, options, callback));
  }
}
