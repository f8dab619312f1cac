// What the environment has for settings that a configuration leaves out. Here, which is what pages get, that is nothing: a page has
// no environment, and what looks like one may be its own markup. The files of this name in `variants/` stand in for this one.
import type { FoundSetting } from "./found-setting.js";

export type { FoundSetting };

/**
 * A setting of AWS's SDKs and tools: https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 * @param _variables environment variables: the first that is set and not empty counts
 * @param _profileKey its name in a profile of the shared files, which are read where no variable is set
 * @param _profile the configuration's `profile`
 */
export async function defaultSetting(
  _variables: readonly string[],
  _profileKey?: string,
  _profile?: string,
): Promise<FoundSetting | undefined> {
  return undefined;
}

/** The region, which has more places than other settings: an EC2 instance knows its own. */
export async function defaultRegion(_profile?: string): Promise<FoundSetting | undefined> {
  return undefined;
}

/**
 * The endpoint of a service, which has more places than other settings, and may be left aside altogether.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 * @param _variable such as `AWS_ENDPOINT_URL_IVS`
 */
export async function defaultEndpoint(_variable: string, _profile?: string): Promise<FoundSetting | undefined> {
  return undefined;
}
