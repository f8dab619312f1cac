import type { Credentials } from "../credentials.js";
import type { FoundSetting } from "../defaults/found-setting.js";

/** A setting by its environment variable, or by its name in the profile. */
export type SettingReader = (variable: string, profileKey: string) => FoundSetting | undefined;

/** What the sources of credentials know. */
export interface ChainOptions {
  /** Of the client. */
  region(): Promise<string>;
  /** The name of the profile. */
  profile: string;
  /** Whether the configuration or the environment names it. */
  isProfileNamed: boolean;
  /** The profile's settings; `undefined` where there is none of that name. */
  profileSettings: Map<string, string> | undefined;
  /** Where profiles were looked for, in words. */
  files: string;
  setting: SettingReader;
  /** The endpoint of STS, where one is configured. */
  stsEndpoint(): FoundSetting | undefined;
}

/** Gives credentials, or says why it has none, and the next one is asked. Rejects where it has been configured and fails. */
export type Source = (options: ChainOptions) => Promise<Credentials | string>;
