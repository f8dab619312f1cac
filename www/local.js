// @ts-check
// What `ivs-local` offers beside the IVS API, under /_local/. Nothing of this exists on AWS.

/** Where `ivs-local` listens by default. */
const USUAL_ORIGIN = "http://127.0.0.1:8087";
const ANSWER_WITHIN = 4000;

/** @typedef {{ endpoint: string, region: string, accessKeyId: string, secretAccessKey: string, sessionToken?: string }} LocalCredentials */

/** A response of `/_local/…` that is not a success, or no response (`status` undefined). */
export class LocalError extends Error {
  /**
   * @param {string} message
   * @param {{ status?: number, requestId?: string, cause?: unknown }} [facts]
   */
  constructor(message, { status, requestId, cause } = {}) {
    super(message, { cause });
    this.name = "LocalError";
    this.$metadata = { httpStatusCode: status, requestId };
  }
}

/**
 * Looks for `ivs-local` behind this page, then at its usual address.
 *
 * @returns {Promise<LocalCredentials>}
 * @throws {LocalError} when neither responds
 */
export async function findLocal() {
  const origins = location.protocol.startsWith("http") ? [location.origin, USUAL_ORIGIN] : [USUAL_ORIGIN];
  for (const origin of origins) {
    const found = await askCredentials(origin);
    if (found) return found;
  }
  throw new LocalError("ivs-local was not found");
}

/**
 * Whether the server at this endpoint is an `ivs-local`; only loopback addresses are checked.
 *
 * @param {string} endpoint
 */
export async function isLocal(endpoint) {
  let url;
  try {
    url = new URL(endpoint);
  } catch {
    return false;
  }
  return ["127.0.0.1", "localhost"].includes(url.hostname) && (await askCredentials(url.origin)) !== undefined;
}

/**
 * @param {string} origin
 * @returns {Promise<LocalCredentials | undefined>}
 */
async function askCredentials(origin) {
  try {
    const response = await fetch(`${origin}/_local/credentials`, {
      signal: AbortSignal.timeout(ANSWER_WITHIN),
      cache: "no-store",
    });
    const found = response.ok ? await response.json() : undefined;
    return typeof found?.secretAccessKey === "string" ? found : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Starts or stops the simulated encoder that streams with a key.
 *
 * @param {string} endpoint
 * @param {"start" | "stop"} action
 * @param {{ streamKey: string, viewerCount?: number }} body
 * @returns {Promise<{ $metadata: { httpStatusCode: number, requestId: string | undefined } }>}
 */
export async function encoder(endpoint, action, body) {
  let response;
  let answer;
  try {
    response = await fetch(new URL(`/_local/encoder/${action}`, endpoint), {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(ANSWER_WITHIN),
    });
    answer = await response.json();
  } catch (cause) {
    throw new LocalError("ivs-local did not answer", { status: response?.status, cause });
  }
  const requestId = response.headers.get("x-amzn-requestid") ?? undefined;
  if (!response.ok) {
    const message = answer?.exceptionMessage ?? answer?.message ?? answer?.error ?? `ivs-local answered ${response.status}`;
    throw new LocalError(String(message), { status: response.status, requestId });
  }
  return { $metadata: { httpStatusCode: response.status, requestId } };
}
