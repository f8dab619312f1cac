import { invalid } from "../read.js";

/**
 * The region, unless it is none; the wasm checks it by the same rule, but knows nothing of where it was found.
 * @param source what an error names
 */
export function checkedRegion(region: string, source: string): string {
  if (/^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(region)) return region;
  throw invalid(source, 'must be a region such as "us-west-2": letters, digits and inner hyphens');
}
