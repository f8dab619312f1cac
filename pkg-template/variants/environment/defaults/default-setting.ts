// What the environment has for settings that a configuration leaves out: here, in runtimes that have no files, its variables. The file of
// this name in `server/` stands in for this one.
import { type FoundSetting, settingFlag, variableSetting } from "./found-setting.js";

export type { FoundSetting };

/**
 * A setting of AWS's SDKs and tools: https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html
 * @param variables environment variables: the first that is set and not empty counts
 * @param _profileKey its name in a profile of the shared files, which are read where no variable is set
 * @param _profile the configuration's `profile`
 */
export async function defaultSetting(
  variables: readonly string[],
  _profileKey?: string,
  _profile?: string,
): Promise<FoundSetting | undefined> {
  return variableSetting(variables);
}

/** The region, which has more places than other settings: an EC2 instance knows its own. */
export async function defaultRegion(_profile?: string): Promise<FoundSetting | undefined> {
  return variableSetting(["AWS_REGION", "AWS_DEFAULT_REGION"]);
}

/**
 * The endpoint of a service, which has more places than other settings, and may be left aside altogether.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
 * @param variable such as `AWS_ENDPOINT_URL_IVS`
 */
export async function defaultEndpoint(variable: string, _profile?: string): Promise<FoundSetting | undefined> {
  const ignored = variableSetting(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]);
  return ignored && settingFlag(ignored) ? undefined : variableSetting([variable, "AWS_ENDPOINT_URL"]);
}
