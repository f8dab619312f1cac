// Stands in for the file of this name in runtimes that have environment variables and no files. That file documents the functions.
import { environmentVariable } from "../environment.js";
import { type FoundSetting, settingFlag } from "./found-setting.js";

export type { FoundSetting };

export async function defaultSetting(
  variables: readonly string[],
  _profileKey?: string,
  _profile?: string,
): Promise<FoundSetting | undefined> {
  return variableSetting(variables);
}

export async function defaultRegion(_profile?: string): Promise<FoundSetting | undefined> {
  return variableSetting(["AWS_REGION", "AWS_DEFAULT_REGION"]);
}

export async function defaultEndpoint(variable: string, _profile?: string): Promise<FoundSetting | undefined> {
  const ignored = variableSetting(["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"]);
  return ignored && settingFlag(ignored) ? undefined : variableSetting([variable, "AWS_ENDPOINT_URL"]);
}

function variableSetting(variables: readonly string[]): FoundSetting | undefined {
  for (const source of variables) {
    const value = environmentVariable(source);
    if (value) return { value, source };
  }
  return undefined;
}
