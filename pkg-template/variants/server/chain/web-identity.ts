// Credentials for a token of an identity provider, such as that of a Kubernetes service account, from STS.
// https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRoleWithWebIdentity.html
import { readFile } from "node:fs/promises";
import { redact } from "../call/redact.js";
import type { Credentials } from "../credentials.js";
import { settingFlag } from "../defaults/found-setting.js";
import { environmentVariable as variable } from "../environment.js";
import { ask, type HttpAnswer, httpUrl } from "./http.js";
import type { ChainOptions } from "./source.js";

const TOKEN_FILE = "AWS_WEB_IDENTITY_TOKEN_FILE";
const ROLE = "AWS_ROLE_ARN";

/** All attempts take less than the ten seconds that a provider has at least. */
const ATTEMPTS = 3;
const TIMEOUT = 3000;

export interface WebIdentity {
  tokenFile: string;
  roleArn: string;
  roleSessionName: string | undefined;
}

/** https://docs.aws.amazon.com/sdkref/latest/guide/feature-assume-role-credentials.html */
export async function webIdentityOfEnvironment(options: ChainOptions): Promise<Credentials | string> {
  const tokenFile = variable(TOKEN_FILE);
  const roleArn = variable(ROLE);
  if (!tokenFile || !roleArn) return `${TOKEN_FILE} and ${ROLE} are not set`;
  return webIdentityCredentials({ tokenFile, roleArn, roleSessionName: variable("AWS_ROLE_SESSION_NAME") }, options);
}

export async function webIdentityCredentials(identity: WebIdentity, options: ChainOptions): Promise<Credentials> {
  // Read each time: the token is replaced before it expires.
  const token = await tokenOf(identity.tokenFile);
  const body = new URLSearchParams({
    Action: "AssumeRoleWithWebIdentity",
    Version: "2011-06-15",
    RoleArn: identity.roleArn,
    RoleSessionName: identity.roleSessionName ?? `ivs-wasm-${Date.now()}`,
    WebIdentityToken: token,
  }).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded" };
  const url = await endpoint(options);
  for (let attempt = 1; ; attempt++) {
    const answer = await ask(url, { method: "POST", headers, body, timeout: TIMEOUT, isLocal: false }).catch(
      (error: Error) => error,
    );
    if (!(answer instanceof Error) && answer.status === 200) return read(answer.body, url);
    if (attempt === ATTEMPTS || !mayBeRetried(answer))
      throw new Error(`STS: ${redact(problemOf(answer), [token, token.trim()])}`);
    await new Promise((resolve) => setTimeout(resolve, Math.random() * 100 * 2 ** attempt));
  }
}

async function tokenOf(file: string): Promise<string> {
  try {
    return await readFile(file, "utf8");
  } catch (cause) {
    throw new Error(`the web identity token cannot be read: ${(cause as Error).message}`);
  }
}

function mayBeRetried(answer: HttpAnswer | Error): boolean {
  if (answer instanceof Error || answer.status >= 500 || answer.status === 429) return true;
  return /Throttl|TooManyRequests|RequestLimitExceeded|IDPCommunicationError/.test(element(answer.body, "Code") ?? "");
}

function problemOf(answer: HttpAnswer | Error): string {
  if (answer instanceof Error) return answer.message;
  const code = element(answer.body, "Code");
  return code ? `${code}: ${element(answer.body, "Message") ?? ""}` : `status ${answer.status}`;
}

function read(body: string, url: URL): Credentials {
  const accessKeyId = element(body, "AccessKeyId");
  const secretAccessKey = element(body, "SecretAccessKey");
  const expiration = new Date(element(body, "Expiration") ?? "");
  if (!accessKeyId || !secretAccessKey || Number.isNaN(expiration.getTime())) {
    throw new Error(`STS: the answer of ${url.host} is not as expected`);
  }
  return { accessKeyId, secretAccessKey, sessionToken: element(body, "SessionToken"), expiration };
}

const ENTITIES: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

/** The text of the first element of this name: STS answers with XML, in which these names occur once. */
function element(xml: string, name: string): string | undefined {
  const text = new RegExp(`<${name}>([^<]*)</${name}>`).exec(xml)?.[1];
  return text?.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole).trim();
}

/** Region prefixes of AWS's partitions, with the suffix of their hosts, and that of their hosts for IPv4 and IPv6. */
const PARTITIONS = [
  [/^cn-/, "amazonaws.com.cn", "api.amazonwebservices.com.cn"],
  [/^us-iso-/, "c2s.ic.gov", "api.aws.ic.gov"],
  [/^us-isob-/, "sc2s.sgov.gov", "api.aws.scloud"],
  [/^eu-isoe-/, "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"],
  [/^us-isof-/, "csp.hci.ic.gov", "api.aws.hci.ic.gov"],
  [/^eusc-/, "amazonaws.eu", "api.amazonwebservices.eu"],
  [/^/, "amazonaws.com", "api.aws"],
] as const;

/** https://docs.aws.amazon.com/general/latest/gr/sts.html */
async function endpoint({ region: regionOf, setting, stsEndpoint }: ChainOptions): Promise<URL> {
  const given = stsEndpoint();
  if (given) return httpUrl(given);
  const fips = setting("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint");
  const dualstack = setting("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint");
  const isDualstack = dualstack !== undefined && settingFlag(dualstack);
  const isFips = fips !== undefined && settingFlag(fips);
  const region = await regionOf();
  const [, suffix, dualstackSuffix] = PARTITIONS.find(([prefix]) => prefix.test(region)) ?? PARTITIONS[6];
  // The GovCloud hosts of the plain name are FIPS endpoints.
  const name = isFips && (isDualstack || !region.startsWith("us-gov-")) ? "sts-fips" : "sts";
  return new URL(`https://${name}.${region}.${isDualstack ? dualstackSuffix : suffix}`);
}
