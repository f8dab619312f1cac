// What the environment has for settings that a configuration leaves out: here, in runtimes that have no files, its variables. The file of
// this name in `server/` stands in for this one.
import { type FoundSetting, settingFlag, variableSetting } from "./found-setting.js";

/** The settings of AWS's SDKs and tools: https://docs.aws.amazon.com/sdkref/latest/guide/settings-reference.html */
export interface DefaultSettings {
  /**
   * @param variable environment variable: counts where it is set and not empty
   * @param profileKey its name in a profile of the shared files
   */
  setting(variable: string, profileKey: string): FoundSetting | undefined;
  /** The region, which has more places than other settings: an EC2 instance knows its own. */
  region(): Promise<FoundSetting | undefined>;
  /**
   * The endpoint of a service, which has more places than other settings, and may be left aside altogether.
   * https://docs.aws.amazon.com/sdkref/latest/guide/feature-ss-endpoints.html
   * @param variable such as `AWS_ENDPOINT_URL_IVS`
   */
  endpoint(variable: string): FoundSetting | undefined;
}

/**
 * The settings as they are now.
 * @param _profile the configuration's `profile`
 */
export async function defaultSettings(_profile?: string): Promise<DefaultSettings> {
  return {
    setting: (variable) => variableSetting([variable]),
    region: async () => variableSetting(["AWS_REGION", "AWS_DEFAULT_REGION"]),
    endpoint(variable) {
      const ignored = variableSetting(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]);
      return ignored && settingFlag(ignored) ? undefined : variableSetting([variable, "AWS_ENDPOINT_URL"]);
    },
  };
}
