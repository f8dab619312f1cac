// What an EC2 instance knows: the credentials of its role, and its region. Version 2 of its metadata service (IMDS), then version 1,
// unless that is disabled. https://docs.aws.amazon.com/sdkref/latest/guide/feature-imds-credentials.html
import type { Credentials } from "../credentials.js";
import type { FoundSetting } from "../defaults/found-setting.js";
import { environmentVariable as variable } from "../environment.js";
import { invalid } from "../read.js";
import { ask, credentialsOf, httpUrl } from "./http.js";
import type { ChainOptions, SettingReader } from "./source.js";

const DISABLED = "AWS_EC2_METADATA_DISABLED";
const ENDPOINTS: Record<string, string | undefined> = {
  IPv4: "http://169.254.169.254",
  IPv6: "http://[fd00:ec2::254]",
};
const ROLES = "/latest/meta-data/iam/security-credentials/";

/** For how long a machine without metadata is not asked for its region again: each time takes up to a second. */
const NO_REGION_FOR = 60_000;
let noRegionUntil = 0;

/** The metadata service of an instance. */
interface Metadata {
  get(path: string, token: string | undefined): Promise<string>;
  token(): Promise<string>;
}

/** An answer that is none. */
class StatusError extends Error {
  constructor(readonly status: number) {
    super(`status ${status}`);
  }
}

const isDisabled = () => (variable(DISABLED) ?? "false").toLowerCase() !== "false";

export async function instanceCredentials({ setting }: ChainOptions): Promise<Credentials | string> {
  if (isDisabled()) return `EC2 instance metadata: disabled by ${DISABLED}`;
  const metadata = metadataService(setting);
  try {
    const token = await tokenOf(metadata, setting);
    const role = (await metadata.get(ROLES, token)).trim();
    const credentials = credentialsOf(await metadata.get(ROLES + role, token));
    return credentials ? extended(credentials) : "EC2 instance metadata: the answer is not as expected";
  } catch (cause) {
    return `EC2 instance metadata: ${(cause as Error).message}`;
  }
}

/** Where the instance is; `undefined` where it does not say, or there is none. */
export async function instanceRegion(setting: SettingReader): Promise<FoundSetting | undefined> {
  if (isDisabled() || Date.now() < noRegionUntil) return undefined;
  const metadata = metadataService(setting);
  try {
    const value = (await metadata.get("/latest/meta-data/placement/region", await metadata.token())).trim();
    if (value) return { value, source: "the EC2 instance's metadata" };
  } catch {
    // There is no instance.
  }
  noRegionUntil = Date.now() + NO_REGION_FOR;
  return undefined;
}

function metadataService(setting: SettingReader): Metadata {
  const base = endpoint(setting);
  const seconds = count(setting, "AWS_METADATA_SERVICE_TIMEOUT", "metadata_service_timeout");
  const attempts = count(setting, "AWS_METADATA_SERVICE_NUM_ATTEMPTS", "metadata_service_num_attempts");
  const send = async (method: "GET" | "PUT", path: string, headers: Record<string, string>): Promise<string> => {
    for (let attempt = 1; ; attempt++) {
      try {
        const url = new URL(path, base);
        const { status, body } = await ask(url, { method, headers, timeout: seconds * 1000, isLocal: true });
        if (status < 200 || status > 299) throw new StatusError(status);
        return body;
      } catch (thrown) {
        if (attempt >= attempts) throw thrown;
      }
    }
  };
  return {
    get: (path, token) => send("GET", path, token === undefined ? {} : { "x-aws-ec2-metadata-token": token }),
    token: () => send("PUT", "/latest/api/token", { "x-aws-ec2-metadata-token-ttl-seconds": "21600" }),
  };
}

/** A token for version 2; `undefined` where there is none to have, and version 1 may be used. */
async function tokenOf(metadata: Metadata, setting: SettingReader): Promise<string | undefined> {
  try {
    return await metadata.token();
  } catch (cause) {
    // A request that was understood and refused: the other version has no better answer.
    if (cause instanceof StatusError && cause.status === 400) throw cause;
    const disabled = setting("AWS_EC2_METADATA_V1_DISABLED", "ec2_metadata_v1_disabled");
    if (!disabled || disabled.value.toLowerCase() === "false") return undefined;
    throw new Error(`${(cause as Error).message}; version 1 is disabled by ${disabled.source}`);
  }
}

function endpoint(setting: SettingReader): URL {
  const given = setting("AWS_EC2_METADATA_SERVICE_ENDPOINT", "ec2_metadata_service_endpoint");
  if (given) return httpUrl(given);
  const mode = setting("AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE", "ec2_metadata_service_endpoint_mode");
  const address = ENDPOINTS[mode?.value ?? "IPv4"];
  if (address) return new URL(address);
  throw invalid(mode?.source ?? "", "expected IPv4 or IPv6");
}

/** A number of 1 or more; 1 where none is set. */
function count(setting: SettingReader, name: string, key: string): number {
  const found = setting(name, key);
  const value = Number(found?.value ?? 1);
  if (value >= 1 && value <= 1000) return value;
  throw invalid(found?.source ?? "", "expected a number from 1 to 1000");
}

/**
 * Where the metadata service cannot renew credentials it goes on giving the last ones, which the services of AWS accept meanwhile: they
 * are used for some minutes more. https://docs.aws.amazon.com/sdkref/latest/guide/feature-static-credentials.html
 */
function extended<Found extends { expiration: Date }>(credentials: Found): Found {
  const now = Date.now();
  if (credentials.expiration.getTime() >= now) return credentials;
  // Five to ten minutes, so that the instances of a fleet do not all ask at the same time.
  return { ...credentials, expiration: new Date(now + (1 + Math.random()) * 300_000) };
}
