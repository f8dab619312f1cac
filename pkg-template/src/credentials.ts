// Where credentials come from: fixed ones, those of a provider, or those of the environment, which are asked for when they are needed.
// How long they are used is decided in the wasm (`src/call/credentials.rs`).
import type { Ended, Provided } from "./call/settled.js";
import { defaultCredentials } from "./defaults/default-credentials.js";
import { CredentialsError } from "./errors/client-errors.js";
import { describeThrown, field, timeOf } from "./read.js";
import { asCredentialsErrors, readCredentials } from "./read-credentials.js";

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
  callerClientConfig: CallerClientConfig;
}) => Credentials | Promise<Credentials>;

/** What a provider is told of the client: those of `@aws-sdk/credential-providers` use it for calls of their own. */
export interface CallerClientConfig {
  region: () => Promise<string>;
  /** The configuration's. */
  profile?: string;
  /** The configuration's, which may lead through a proxy. */
  // biome-ignore lint/suspicious/noExplicitAny: as the SDK declares it
  requestHandler?: any;
}

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
 * @param client for providers, and for the default credentials
 */
export function credentialsSource(
  given: Credentials | CredentialsProvider | undefined,
  client: CallerClientConfig,
): CredentialsSource {
  let pending: Question | undefined;
  let latest: Provided | undefined;
  let previous: Provided | undefined;

  const provided = (read: () => unknown): Provided | Ended => {
    try {
      const credentials = checked(read(), given === undefined ? "the default credentials" : "config.credentials");
      const isNew = credentials.secretAccessKey !== latest?.secretAccessKey;
      if (isNew || credentials.sessionToken !== latest?.sessionToken) previous = latest;
      latest = credentials;
      return credentials;
    } catch (thrown) {
      return { kind: "ended", thrown };
    }
  };
  const ask = async (provider: CredentialsProvider | undefined, question: Question): Promise<Provided | Ended> => {
    try {
      const value = await (provider
        ? callProvider(provider, client)
        : defaultCredentials(client.region, client.profile));
      return provided(() => value);
    } catch (thrown) {
      return { kind: "ended", thrown };
    } finally {
      if (pending === question) pending = undefined;
    }
  };

  return {
    provide() {
      if (given !== undefined && typeof given !== "function") return provided(() => given);
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

async function callProvider(provider: CredentialsProvider, callerClientConfig: CallerClientConfig): Promise<unknown> {
  try {
    return await provider({ callerClientConfig });
  } catch (cause) {
    throw new CredentialsError(`config.credentials: the provider failed: ${describeThrown(cause)}`, { cause });
  }
}

function checked(value: unknown, path: string): Provided {
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
