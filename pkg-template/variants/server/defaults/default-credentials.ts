// Stands in for the file of this name in Node, Deno and Bun. That file documents the function.
import type { Credentials } from "../credentials.js";
import { environmentVariable } from "../environment.js";
import { CredentialsError } from "../errors/client-errors.js";
import { describeThrown, is } from "../read.js";
import { defaultSettings } from "./default-settings.js";
import { environmentCredentials } from "./environment-credentials.js";
import { profileName, profileSettings } from "./shared-files.js";

/** As AWS's SDK finds them: docs/guides/credentials.md has the order. */
export async function defaultCredentials(region: () => Promise<string>, profile?: string): Promise<Credentials> {
  // Whoever names a profile does not mean the keys of the environment. So does AWS's SDK.
  const named = profile ?? environmentVariable("AWS_PROFILE");
  const found = named ? undefined : environmentCredentials();
  if (found) return found;
  try {
    // The rest is loaded only by programs without keys in the environment.
    const [{ findCredentials }, settings] = await Promise.all([
      import("../credential-chain.js"),
      defaultSettings(profile),
    ]);
    const { files } = settings;
    const name = profileName(profile);
    return await findCredentials({
      region,
      profile: name,
      isProfileNamed: Boolean(named),
      profileSettings: profileSettings(files, name),
      files: `${files.config.path} and ${files.credentials.path}`,
      setting: settings.setting,
      stsEndpoint: () => settings.endpoint("AWS_ENDPOINT_URL_STS"),
    });
  } catch (cause) {
    if (is(cause, CredentialsError)) throw cause;
    throw new CredentialsError(is(cause, Error) ? cause.message : describeThrown(cause), { cause });
  }
}
