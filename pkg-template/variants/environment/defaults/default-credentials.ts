// Stands in for the file of this name in runtimes that have environment variables and no files. That file documents the function.
import type { Credentials } from "../credentials.js";
import { CredentialsError } from "../errors/client-errors.js";
import { environmentCredentials } from "./environment-credentials.js";

export async function defaultCredentials(_region: () => Promise<string>, _profile?: string): Promise<Credentials> {
  const found = environmentCredentials();
  if (found) return found;
  throw new CredentialsError(
    "There are no credentials: give `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY",
  );
}
