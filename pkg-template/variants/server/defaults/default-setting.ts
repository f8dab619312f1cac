// Stands in for the file of this name in `environment/`, where files can be read. That file documents the functions.
import { type FoundSetting, settingFlag, variableSetting } from "./found-setting.js";
import { profileName, profileSetting, sharedFiles } from "./shared-files.js";

export type { FoundSetting };

export async function defaultSetting(
  variables: readonly string[],
  profileKey?: string,
  profile?: string,
): Promise<FoundSetting | undefined> {
  const found = variableSetting(variables);
  if (found || profileKey === undefined) return found;
  return profileSetting(await sharedFiles(), profileName(profile), profileKey);
}

export async function defaultRegion(profile?: string): Promise<FoundSetting | undefined> {
  const found = await defaultSetting(["AWS_REGION", "AWS_DEFAULT_REGION"], "region", profile);
  if (found) return found;
  const { instanceRegion } = await import("../credential-chain.js");
  return instanceRegion((variable, key) => defaultSetting([variable], key, profile));
}

export async function defaultEndpoint(variable: string, profile?: string): Promise<FoundSetting | undefined> {
  const ignored = await defaultSetting(
    ["AWS_IGNORE_CONFIGURED_ENDPOINT_URLS"],
    "ignore_configured_endpoint_urls",
    profile,
  );
  if (ignored && settingFlag(ignored)) return undefined;
  const found = variableSetting([variable, "AWS_ENDPOINT_URL"]);
  if (found) return found;
  const files = await sharedFiles();
  const name = profileName(profile);
  const services = profileSetting(files, name, "services");
  if (!services) return profileSetting(files, name, "endpoint_url");
  const section = files.config.sections.get(`services.${services.value}`);
  // A profile whose section of services is missing configures no endpoint, as in AWS's SDK.
  if (!section) return undefined;
  const key = `${variable.replace("AWS_ENDPOINT_URL_", "").toLowerCase()}.endpoint_url`;
  const value = section.get(key);
  if (!value) return profileSetting(files, name, "endpoint_url");
  return { value, source: `${key} of services ${JSON.stringify(services.value)} in ${files.config.path}` };
}
