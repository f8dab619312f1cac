// Stands in for the file of this name in `environment/`, where files can be read. That file documents the function.
import { type FoundSetting, settingFlag, variableSetting } from "./found-setting.js";
import { profileName, profileSetting, type SharedFiles, sharedFiles } from "./shared-files.js";

export interface DefaultSettings {
  setting(variable: string, profileKey: string): FoundSetting | undefined;
  region(): Promise<FoundSetting | undefined>;
  endpoint(variable: string): FoundSetting | undefined;
  files: SharedFiles;
}

export async function defaultSettings(profile?: string): Promise<DefaultSettings> {
  const files = await sharedFiles();
  const inProfile = (key: string) => profileSetting(files, profileName(profile), key);
  const setting: DefaultSettings["setting"] = (variable, key) => variableSetting([variable]) ?? inProfile(key);
  return {
    files,
    setting,
    async region() {
      const found = variableSetting(["AWS_REGION", "AWS_DEFAULT_REGION"]) ?? inProfile("region");
      if (found) return found;
      const { instanceRegion } = await import("../credential-chain.js");
      return instanceRegion(setting);
    },
    endpoint(variable) {
      const ignored = setting("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "ignore_configured_endpoint_urls");
      if (ignored && settingFlag(ignored)) return undefined;
      const found = variableSetting([variable, "AWS_ENDPOINT_URL"]);
      if (found) return found;
      const services = inProfile("services");
      if (!services) return inProfile("endpoint_url");
      const section = files.config.sections.get(`services.${services.value}`);
      // A profile whose section of services is missing configures no endpoint, as in AWS's SDK.
      if (!section) return undefined;
      const key = `${variable.replace("AWS_ENDPOINT_URL_", "").toLowerCase()}.endpoint_url`;
      const value = section.get(key);
      if (!value) return inProfile("endpoint_url");
      return { value, source: `${key} of services ${JSON.stringify(services.value)} in ${files.config.path}` };
    },
  };
}
