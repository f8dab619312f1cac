// Where credentials are looked for when the environment has no keys: in the order of AWS's SDK, until one place has some. It is a file
// of its own, which is loaded only then.

import { containerCredentials, isContainer } from "./chain/container.js";
import { instanceCredentials } from "./chain/instance.js";
import { profileCredentials } from "./chain/profile.js";
import type { ChainOptions, Source } from "./chain/source.js";
import { webIdentityOfEnvironment } from "./chain/web-identity.js";
import type { Credentials } from "./credentials.js";

export { instanceRegion } from "./chain/instance.js";

/** Rejects with an error that says what was asked, and why it had none. */
export async function findCredentials(options: ChainOptions): Promise<Credentials> {
  const remote = isContainer() ? containerCredentials : instanceCredentials;
  const sources: Source[] = [profileCredentials, webIdentityOfEnvironment, remote];
  const reasons: string[] = [];
  for (const source of sources) {
    const found = await source(options);
    if (typeof found !== "string") return found;
    reasons.push(found);
  }
  const keys = options.isProfileNamed
    ? "give `credentials`, or a profile that has some (keys in the environment are not used beside a profile)"
    : "give `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY";
  throw new Error(`There are no credentials: ${keys}. ${reasons.join("; ")}`);
}
