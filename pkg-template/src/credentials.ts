// Where credentials come from: fixed ones, those of the environment, or a provider, which is asked when they are needed. How long
// they are used is decided in the wasm (`src/call/credentials.rs`).
import type { Ended, Provided } from "./call/settled.js";
import { environmentVariable as variable } from "./environment.js";
import { CredentialsError } from "./errors/client-errors.js";
import { describeThrown, field, text, timeOf } from "./read.js";

/** Credentials of an AWS principal. Temporary ones have a session token. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  /** When they end. A provider is asked anew five minutes before; without it, what it gave is kept for as long as the client lives. */
  expiration?: Date | undefined;
}

/**
 * Gives credentials, or a promise of them: any provider of `@aws-sdk/credential-providers` is one. It is called when a call needs
 * credentials and there are none, or they are about to expire, or the service says that they have. All calls that need them at that
 * time wait for the same answer; an error is not kept, and fails those calls with a `CredentialsError` that has it as its `cause`.
 */
export type CredentialsProvider = (request: {
  callerClientConfig: { region: () => Promise<string> };
}) => Credentials | Promise<Credentials>;

/** A call of the provider in progress, and how many calls of the client wait for its answer. */
interface Question {
  answer?: Promise<Provided | Ended>;
  waiting: number;
}

/** The credentials of a client. */
export interface CredentialsSource {
  /** Gives them, or a promise where a provider is asked: all who ask meanwhile get the same answer. It never rejects. */
  provide(): Provided | Ended | Promise<Provided | Ended>;
  /** What it gave last. */
  readonly latest: Provided | undefined;
  /**
   * A call waits no longer for an answer of `provide`: it was aborted, or the answer is `late`. The provider is called anew once no call
   * waits, or at once after a late answer: it may never come.
   */
  abandon(answer: unknown, reason: "aborted" | "late"): void;
  /** What must not be shown: the secrets that requests may have been signed with. */
  readonly secrets: readonly (string | undefined)[];
}

/**
 * @param given what the configuration has, read once
 * @param region for providers of `@aws-sdk/credential-providers`, some of which ask for that of the client
 */
export function credentialsSource(
  given: Credentials | CredentialsProvider | undefined,
  region: string,
): CredentialsSource {
  let pending: Question | undefined;
  let latest: Provided | undefined;
  let previous: Provided | undefined;

  const provided = (read: () => unknown): Provided | Ended => {
    try {
      const credentials = checked(read());
      const isNew = credentials.secretAccessKey !== latest?.secretAccessKey;
      if (isNew || credentials.sessionToken !== latest?.sessionToken) previous = latest;
      latest = credentials;
      return credentials;
    } catch (thrown) {
      return { kind: "ended", thrown };
    }
  };
  const ask = async (provider: CredentialsProvider, question: Question): Promise<Provided | Ended> => {
    try {
      const value = await callProvider(provider, region);
      return provided(() => value);
    } catch (thrown) {
      return { kind: "ended", thrown };
    } finally {
      if (pending === question) pending = undefined;
    }
  };

  return {
    provide() {
      if (typeof given !== "function") return provided(() => given ?? environmentCredentials());
      const question: Question = pending ?? { waiting: 0 };
      pending = question;
      question.waiting++;
      // The provider's answer is awaited, and so never earlier than this.
      question.answer ??= ask(given, question);
      return question.answer;
    },
    abandon(answer, reason) {
      if (!pending || pending.answer !== answer) return;
      pending.waiting--;
      if (reason === "late" || pending.waiting === 0) pending = undefined;
    },
    get latest() {
      return latest;
    },
    get secrets() {
      return [latest, previous].flatMap((known) => [known?.secretAccessKey, known?.sessionToken]);
    },
  };
}

async function callProvider(provider: CredentialsProvider, region: string): Promise<unknown> {
  try {
    return await provider({ callerClientConfig: { region: async () => region } });
  } catch (cause) {
    throw new CredentialsError(`config.credentials: the provider failed: ${describeThrown(cause)}`, { cause });
  }
}

function checked(value: unknown): Provided {
  const path = "config.credentials";
  return { kind: "credentials", ...readCredentials(value, path), expiration: expirationOf(value as object, path) };
}

/** Milliseconds since 1970; `undefined` where they do not say. */
function expirationOf(value: object, path: string): number | undefined {
  const expiration = asCredentialsErrors(() => field(value, path, "expiration"));
  if (expiration === undefined) return undefined;
  const time = timeOf(expiration);
  if (Number.isNaN(time)) throw new CredentialsError(`${path}.expiration: expected a valid Date`);
  return time;
}

/** The parts of credentials, checked for what a header can carry. */
export function readCredentials(
  value: unknown,
  path: string,
): { accessKeyId: string; secretAccessKey: string; sessionToken: string | undefined } {
  if (typeof value !== "object" || value === null) {
    throw new CredentialsError(`${path}: expected an object { accessKeyId, secretAccessKey, sessionToken? }`);
  }
  const part = (name: string, pattern: RegExp) => {
    const part = asCredentialsErrors(() => text(value, path, name));
    if (pattern.test(part ?? "")) return part;
    throw new CredentialsError(`${path}.${name}: ${part ? "has characters that a header cannot carry" : "is missing"}`);
  };
  // As the wasm has it. It is looked at here, because what is wrong must not be kept.
  return {
    accessKeyId: part("accessKeyId", /^[!-+--~]+$/) as string,
    secretAccessKey: part("secretAccessKey", /./s) as string,
    sessionToken: part("sessionToken", /^[!-~]*$/),
  };
}

/** What reading gives, its errors as errors of credentials. */
function asCredentialsErrors<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new CredentialsError((cause as Error).message, { cause });
  }
}

/** Of the environment, each time that they are needed: whoever replaces expired ones there is heard. */
function environmentCredentials(): Credentials {
  const accessKeyId = variable("AWS_ACCESS_KEY_ID");
  const secretAccessKey = variable("AWS_SECRET_ACCESS_KEY");
  if (!accessKeyId || !secretAccessKey) {
    throw new CredentialsError(
      "There are no credentials: give `credentials`, or set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY where there is an environment",
    );
  }
  return { accessKeyId, secretAccessKey, sessionToken: variable("AWS_SESSION_TOKEN") };
}
