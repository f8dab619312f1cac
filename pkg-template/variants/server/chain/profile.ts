// Credentials of a profile of the shared files. What few programs use is left to AWS's SDK.
// https://docs.aws.amazon.com/sdkref/latest/guide/file-format.html
import module from "node:module";
import type { Credentials } from "../credentials.js";
import { describeThrown } from "../read.js";
import { readCredentials } from "../read-credentials.js";
import type { ChainOptions } from "./source.js";
import { webIdentityCredentials } from "./web-identity.js";

/** Settings of profiles that AWS's SDK resolves: processes, IAM Identity Center, sign-in by the console. */
const OF_THE_SDK = [
  "credential_process",
  "sso_session",
  "sso_start_url",
  "sso_account_id",
  "sso_region",
  "sso_role_name",
  "login_session",
];

const KEYS: Record<string, string> = {
  accessKeyId: "aws_access_key_id",
  secretAccessKey: "aws_secret_access_key",
  sessionToken: "aws_session_token",
};

export async function profileCredentials(options: ChainOptions): Promise<Credentials | string> {
  const { profile, profileSettings: settings } = options;
  if (!settings) return `profile ${JSON.stringify(profile)} is in neither of ${options.files}`;
  const roleArn = settings.get("role_arn");
  if (roleArn && settings.has("source_profile") !== settings.has("credential_source"))
    return bySdk("role_arn", options);

  const accessKeyId = settings.get("aws_access_key_id");
  const secretAccessKey = settings.get("aws_secret_access_key");
  if (accessKeyId && secretAccessKey) {
    const keys = { accessKeyId, secretAccessKey, sessionToken: settings.get("aws_session_token") };
    return readCredentials(keys, "", (part) => `${KEYS[part]} of profile ${JSON.stringify(profile)}`);
  }
  const tokenFile = settings.get("web_identity_token_file");
  if (tokenFile && roleArn) {
    return webIdentityCredentials({ tokenFile, roleArn, roleSessionName: settings.get("role_session_name") }, options);
  }
  const kind = OF_THE_SDK.find((key) => settings.has(key));
  return kind ? bySdk(kind, options) : `profile ${JSON.stringify(profile)} has no credentials`;
}

/** The part of `@aws-sdk/credential-provider-node` that is used. */
interface CredentialProviderNode {
  defaultProvider(options: {
    profile: string;
  }): (request: { callerClientConfig: { region(): Promise<string>; profile: string } }) => Promise<Credentials>;
}

const PACKAGE = "@aws-sdk/credential-provider-node";

/** The SDK's own chain, which goes on from this profile. */
async function bySdk(kind: string, { profile, region }: ChainOptions): Promise<Credentials> {
  let sdk: CredentialProviderNode;
  try {
    // Not in a way that bundlers follow, such as `import`: the package is optional, and those without it must be able to build.
    sdk = module.createRequire(import.meta.url)(PACKAGE);
  } catch (cause) {
    const name = JSON.stringify(profile);
    throw new Error(
      `profile ${name} (${kind}) needs AWS's own provider: run \`npm install ${PACKAGE}\`, or write ` +
        `\`credentials: fromNodeProviderChain({ profile: ${name} })\` with the function of @aws-sdk/credential-providers`,
      { cause },
    );
  }
  try {
    return await sdk.defaultProvider({ profile })({ callerClientConfig: { region, profile } });
  } catch (cause) {
    throw new Error(`profile ${JSON.stringify(profile)} (${kind}): ${describeThrown(cause)}`, { cause });
  }
}
