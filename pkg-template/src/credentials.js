// @ts-check
// Who signs: fixed credentials, the environment's, or a provider's, which is asked when they are needed.
import { CredentialsError } from "./errors/client-errors.js";
import { environmentVariable as variable } from "./environment.js";
import { credentials, credentialsErrors, field, is, told } from "./read.js";

/** Milliseconds before their expiration at which credentials are replaced, if they last longer than that. */
const EARLY = 300_000;

/** @typedef {[accessKeyId: string, secretAccessKey: string, sessionToken: string | undefined]} Parts */

/**
 * A function that gives the credentials, or a promise of them while somebody is being asked. All who want them meanwhile wait for the
 * same answer, and an error is not kept.
 * @param {any} config
 * @param {string} region
 * @returns {(now: number, refused?: Parts) => Parts | Promise<Parts>}
 */
export function credentialsSource(config, region) {
  const given = field(config, "config", "credentials");
  /** @type {Parts | undefined} */
  let known;
  let goodUntil = 0;
  /** @type {Promise<Parts> | undefined} */
  let pending;

  const keep = (value, now) => {
    const parts = credentials(value, "config.credentials");
    const expiration = expirationOf(value);
    // Those that last less than the margin would be asked for by every call; they are good for as long as they last.
    goodUntil = expiration - now > EARLY ? expiration - EARLY : expiration;
    // The same again are the same array, which tells the wasm that asking was in vain.
    if (!known?.every((part, index) => part === parts[index])) known = parts;
    return known;
  };

  return (now, refused) => {
    if (known && known !== refused && now < goodUntil) return known;
    if (pending) return pending;
    if (typeof given !== "function") return keep(given ?? ofEnvironment(), now);
    return (pending = asked(given, region).then((value) => keep(value, now)).finally(() => (pending = undefined)));
  };
}

/** What a provider gives. Some of `@aws-sdk/credential-providers` want to know the region of the client that asks. */
async function asked(provider, region) {
  try {
    return await provider({ callerClientConfig: { region: async () => region } });
  } catch (cause) {
    throw new CredentialsError(`config.credentials: the provider failed: ${told(cause)}`, { cause });
  }
}

/** Milliseconds since 1970; never, where they do not say. */
function expirationOf(value) {
  const expiration = credentialsErrors(() => field(value, "config.credentials", "expiration"));
  if (expiration === undefined) return Infinity;
  const time = is(expiration, Date) ? Number(expiration) : NaN;
  if (Number.isNaN(time)) throw new CredentialsError("config.credentials.expiration: expected a valid Date");
  return time;
}

function ofEnvironment() {
  const accessKeyId = variable("AWS_ACCESS_KEY_ID");
  const secretAccessKey = variable("AWS_SECRET_ACCESS_KEY");
  if (!accessKeyId || !secretAccessKey) {
    throw new CredentialsError(
      "There are no credentials: give `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where there is an environment",
    );
  }
  return { accessKeyId, secretAccessKey, sessionToken: variable("AWS_SESSION_TOKEN") };
}
