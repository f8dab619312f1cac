// Credentials of a container: ECS, EKS Pod Identity, Greengrass and whatever does the same.
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-container-credentials.html
import { readFile } from "node:fs/promises";
import type { Credentials } from "../credentials.js";
import { environmentVariable as variable } from "../environment.js";
import { ask, credentialsOf } from "./http.js";

const RELATIVE = "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI";
const FULL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
const TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
const TOKEN_FILE = "AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE";

/** The address of a relative URI: that of ECS. */
const ECS = "169.254.170.2";

/** Who may be asked without encryption: this machine, ECS and EKS. */
const LOCAL_HOSTS = /^(127(\.\d+){3}|localhost|\[::1\]|169\.254\.170\.2|169\.254\.170\.23|\[fd00:ec2::23\])$/;

/** As in AWS's SDK. All attempts take less than the ten seconds that a provider has at least. */
const ATTEMPTS = 4;
const TIMEOUT = 1000;
const PAUSE = 1000;

/** Whether the environment names an endpoint. Then no other remote source is asked. */
export const isContainer = () => Boolean(variable(RELATIVE) || variable(FULL));

export async function containerCredentials(): Promise<Credentials | string> {
  const url = endpoint();
  if (typeof url === "string") return url;
  for (let attempt = 1; ; attempt++) {
    const found = await attemptAt(url);
    if (typeof found !== "string" || attempt === ATTEMPTS) return found;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}

function endpoint(): URL | string {
  const relative = variable(RELATIVE);
  const source = relative ? RELATIVE : FULL;
  let url: URL;
  try {
    url = new URL(relative ? `http://${ECS}${relative}` : (variable(FULL) as string));
  } catch {
    throw new Error(relative ? `${source}: expected a path such as /v2/credentials` : `${source}: expected a URL`);
  }
  const isAllowed = url.protocol === "https:" || (url.protocol === "http:" && LOCAL_HOSTS.test(url.hostname));
  return isAllowed ? url : `${source}: expected https, or http to this machine or to the addresses of ECS and EKS`;
}

async function attemptAt(url: URL): Promise<Credentials | string> {
  try {
    const token = await authorization();
    const headers = token === undefined ? {} : { authorization: token };
    const { status, body } = await ask(url, { headers, timeout: TIMEOUT, isLocal: url.protocol === "http:" });
    if (status !== 200) return `container credentials of ${url.host}: status ${status}`;
    return credentialsOf(body) ?? `container credentials of ${url.host}: the answer is not as expected`;
  } catch (cause) {
    return `container credentials: ${(cause as Error).message}`;
  }
}

/** Read for each request: the file's token is replaced from time to time. */
async function authorization(): Promise<string | undefined> {
  const file = variable(TOKEN_FILE);
  const token = file ? await readFile(file, "utf8") : variable(TOKEN);
  // Node refuses what a header cannot carry as well, and quotes it.
  if (token && !/^[\t -~\x80-\xff]*$/.test(token)) {
    throw new Error(`${file ? TOKEN_FILE : TOKEN} has characters that a header cannot carry, such as a line break`);
  }
  return token || undefined;
}
