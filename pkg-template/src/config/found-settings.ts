import type { Members } from "../config.js";

/**
 * The settings that a configuration leaves out and that are found elsewhere, by their names in it and checked. On a page there are none:
 * it has no environment, and what looks like one may be its own markup. The file of this name in `variants/` stands in for this one.
 * @param _members of the configuration: a found setting is of no use where there is one
 * @param _endpointVariable environment variable with the service's endpoint
 */
export async function foundSettings(_members: Members, _endpointVariable: string): Promise<Members> {
  return {};
}
