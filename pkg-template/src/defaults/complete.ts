// What a configuration leaves out. Here, which is what pages get, it is completed by constants: a page has no environment, and what
// looks like one may be its own markup. The file of this name in `variants/` stands in for this one.
import type { Completed, Configured } from "../config.js";

/**
 * @param _endpointVariable environment variable with the service's endpoint, such as `AWS_ENDPOINT_URL_IVS`
 * @param _profile the configuration's `profile`
 */
export async function complete(
  configured: Configured,
  _endpointVariable: string,
  _profile: string | undefined,
): Promise<Completed> {
  const { region = "", useFipsEndpoint = false, useDualstackEndpoint = false, endpoint: value } = configured;
  const { retryMode = "standard", maxAttempts = 3 } = configured;
  const endpoint = value === undefined ? undefined : { value, source: "config.endpoint" };
  return { region, endpoint, useFipsEndpoint, useDualstackEndpoint, retryMode, maxAttempts };
}
