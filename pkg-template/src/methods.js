// @ts-check
// The client with a method for each operation. They are made of a list of names, which is a third of the bytes of as many methods.
import { Client } from "./ivs/client.js";
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
export function methods(Class, call) {
  for (const operation of OPERATIONS) {
    method(Class, operation[0].toLowerCase() + operation.slice(1), (client, ...given) => call(client, operation, ...given));
  }
}

/**
 * Gives a class a method, as if it were written there: a function of that name, which is no constructor and is not listed.
 * @param {Function} Class
 * @param {string} name
 * @param {(client: any, input: any, options: any, callback: any) => any} call
 */
export function method({ prototype }, name, call) {
  const { [name]: value } = {
    [name](input, options, callback) {
      return call(this, input, options, callback);
    },
  };
  Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
}
