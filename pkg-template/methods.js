// @ts-check
// The clients with a method for each operation. They are made of a list of names, which is a third of the bytes of as many methods.
import { Client } from "./client.js";
import { OPERATIONS } from "./operations.js";

/** A client with the API's own methods, which refuse what an operation does not know. */
export class IvsClient extends Client {
  static {
    methods(this, (client, operation, input, options) => client.call(operation, input, options));
  }
}

/**
 * Gives a class a method for each operation.
 * @param {Function} Class
 * @param {(client: any, operation: string, input: any, options: any, callback: any) => any} call
 */
export function methods({ prototype }, call) {
  for (const operation of OPERATIONS) {
    const name = operation[0].toLowerCase() + operation.slice(1);
    // A computed key gives the function its name, which stacks and debuggers show.
    const { [name]: value } = {
      [name](input, options, callback) {
        return call(this, operation, input, options, callback);
      },
    };
    Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
  }
}
