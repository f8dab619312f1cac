// The ARNs of Amazon IVS.
import { invalid } from "./read.js";

/** A kind of resource, as its ARN names it. */
export type ResourceKind = "channel" | "recording-configuration" | "stream-key";

/** UTF-16 units of an ARN, as the service documents it. */
const MAX_UNITS = 128;

/** @throws {@link ParamValidationError} if it is not the ARN of such a resource */
export function readArn(value: unknown, path: string, kind: ResourceKind): string {
  if (typeof value !== "string") throw invalid(path, `expected string, got ${typeof value}`);
  const pattern = new RegExp(`^arn:aws:ivs:[a-z\\d-]+:\\d+:${kind}/[a-zA-Z\\d-]+$`);
  if (value.length > MAX_UNITS || !pattern.test(value)) {
    const example = `arn:aws:ivs:us-west-2:123456789012:${kind}/AbCdEfGhIjKl`;
    throw invalid(path, `expected a ${kind.replace("-", " ")}'s ARN, such as ${example}`);
  }
  return value;
}
