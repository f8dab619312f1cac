// Clients that callers give.
import type { CallOptions } from "./call/caller.js";
import type { IvsOperations } from "./ivs/operations.js";
import { field, invalid, object } from "./read.js";

type Output<Name extends keyof IvsOperations> = Awaited<ReturnType<IvsOperations[Name]>>;

/** The same, where anything may be absent: not every client's types say what the service always answers. */
export type Loose<Value> = Value extends string | number | boolean | Date | undefined
  ? Value
  : { [Member in keyof Value]?: Loose<Value[Member]> | undefined };

/** A method, as methods are compared: the options of a call that AWS's SDK has and those of this package need not be quite the same. */
interface Method<Name extends keyof IvsOperations> {
  call(input: Parameters<IvsOperations[Name]>[0], options?: CallOptions): Promise<Loose<Output<Name>>>;
}

/** A client's methods, whether it is an `IvsClient` of this package, an `Ivs` of `@aws-sdk/client-ivs`, or has nothing else. */
export type ClientMethods<Names extends keyof IvsOperations> = { [Name in Names]: Method<Name>["call"] };

/** @throws {@link ParamValidationError} if it has not all of these methods */
export function checkClient(client: unknown, operations: readonly string[]): void {
  const given = object(client, "client");
  for (const operation of operations) {
    if (typeof field(given, "client", operation) === "function") continue;
    const sendsOnly = typeof field(given, "client", "send") === "function";
    const hint = sendsOnly ? "; of @aws-sdk/client-ivs, give Ivs instead of IvsClient" : "";
    throw invalid("client", `expected an IvsClient, or an object with its method ${operation}${hint}`);
  }
}
