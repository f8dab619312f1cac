// Requests to the services that give credentials.
import type { IncomingMessage } from "node:http";
import type { FoundSetting } from "../defaults/found-setting.js";
import { invalid } from "../read.js";

export interface HttpRequest {
  method?: "GET" | "PUT" | "POST";
  headers?: Record<string, string>;
  body?: string;
  /** Milliseconds until the end of the answer. */
  timeout: number;
  /** Without the proxy that the environment may name: the address is one of this machine. */
  isLocal: boolean;
}

export interface HttpAnswer {
  status: number;
  body: string;
}

/** Characters; credentials have some thousands. */
const MAX_BODY = 1_000_000;

/** Rejects with an error that names the URL and has nothing of the answer in it. */
export async function ask(
  url: URL,
  { method = "GET", headers, body, timeout, isLocal }: HttpRequest,
): Promise<HttpAnswer> {
  const place = `${url.protocol}//${url.host}`;
  const { request } = url.protocol === "https:" ? await import("node:https") : await import("node:http");
  const signal = AbortSignal.timeout(timeout);
  try {
    return await new Promise((resolve, reject) => {
      // An agent of its own has no proxy, and keeps no connection.
      const options = { method, signal, ...(headers && { headers }), ...(isLocal && { agent: false }) };
      const outgoing = request(url, options, (incoming) => void read(incoming).then(resolve, reject));
      outgoing.on("error", reject);
      outgoing.end(body);
    });
  } catch (cause) {
    const reason = signal.aborted ? `no answer within ${timeout} ms` : reasonOf(cause);
    throw new Error(`${place}: ${reason}`);
  }
}

/** A setting that is the URL of such a service. */
export function httpUrl({ value, source }: FoundSetting): URL {
  let url: URL | undefined;
  try {
    url = new URL(value);
  } catch {
    // Reported below.
  }
  if (url?.protocol === "http:" || url?.protocol === "https:") return url;
  throw invalid(source, 'must be a URL such as "https://host:port"');
}

async function read(incoming: IncomingMessage): Promise<HttpAnswer> {
  let body = "";
  for await (const part of incoming.setEncoding("utf8")) {
    body += part;
    if (body.length > MAX_BODY) throw new Error("the answer is too long");
  }
  return { status: incoming.statusCode ?? 0, body };
}

/** An `AggregateError` of several addresses has no message of its own. */
function reasonOf(cause: unknown): string {
  const { message, code } = cause as { message?: string; code?: string };
  return message || code || "the request failed";
}

/** Reads the document that containers and instances give; `undefined` where it is another. It must not be quoted: it has secrets in it. */
export function credentialsOf(body: string) {
  let document: Record<string, unknown>;
  try {
    document = Object(JSON.parse(body));
  } catch {
    return undefined;
  }
  const { AccessKeyId, SecretAccessKey, Token, Expiration } = document;
  if (![AccessKeyId, SecretAccessKey, Token, Expiration].every((part) => typeof part === "string")) return undefined;
  const expiration = new Date(Expiration as string);
  if (Number.isNaN(expiration.getTime())) return undefined;
  return {
    accessKeyId: AccessKeyId as string,
    secretAccessKey: SecretAccessKey as string,
    sessionToken: Token as string,
    expiration,
  };
}
