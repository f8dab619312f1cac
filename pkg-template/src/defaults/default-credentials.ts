// Credentials where a configuration has none. Here, which is what pages get, there are none. The files of this name in `variants/` stand
// in for this one.
import type { Credentials } from "../credentials.js";
import { CredentialsError } from "../errors/client-errors.js";

/**
 * Credentials of the environment; rejects with a `CredentialsError` where it has none.
 * @param _region of the client
 * @param _profile the configuration's `profile`
 */
export async function defaultCredentials(_region: () => Promise<string>, _profile?: string): Promise<Credentials> {
  throw new CredentialsError("There are no credentials: give `credentials`");
}
