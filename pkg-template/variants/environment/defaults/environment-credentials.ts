import type { Credentials } from "../credentials.js";
import { environmentVariable as variable } from "../environment.js";
import { CredentialsError } from "../errors/client-errors.js";
import { readCredentials } from "../read-credentials.js";

const NAMES: Record<string, string> = {
  accessKeyId: "AWS_ACCESS_KEY_ID",
  secretAccessKey: "AWS_SECRET_ACCESS_KEY",
  sessionToken: "AWS_SESSION_TOKEN",
};

/**
 * Keys in environment variables, which are read each time that credentials are needed: whoever replaces expired ones there is heard.
 * https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
 */
export function environmentCredentials(): Credentials | undefined {
  const accessKeyId = variable("AWS_ACCESS_KEY_ID");
  const secretAccessKey = variable("AWS_SECRET_ACCESS_KEY");
  if (!accessKeyId || !secretAccessKey) return undefined;
  const keys = { accessKeyId, secretAccessKey, sessionToken: variable("AWS_SESSION_TOKEN") };
  const expiration = variable("AWS_CREDENTIAL_EXPIRATION");
  return {
    ...readCredentials(keys, "", (part) => NAMES[part] as string),
    expiration: expiration === undefined ? undefined : dateOf(expiration),
  };
}

function dateOf(text: string): Date {
  const date = new Date(text);
  if (Number.isNaN(date.getTime())) {
    throw new CredentialsError("AWS_CREDENTIAL_EXPIRATION: expected a date such as 2030-01-31T12:00:00Z");
  }
  return date;
}
