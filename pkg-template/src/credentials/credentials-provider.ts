/** Credentials of an AWS principal. Temporary ones have a session token. */
export interface Credentials {
  accessKeyId: string;
  secretAccessKey: string;
  sessionToken?: string | undefined;
  /** When they expire. A provider is called again five minutes before; without it, what it gave is kept for as long as the client lives. */
  expiration?: Date | undefined;
}

/**
 * Gives credentials, or a promise of them: any provider of `@aws-sdk/credential-providers` is one. It is called when a call needs
 * credentials and there are none, or they are about to expire, or the service says that they have. All calls that need them at that time wait
 * for the same result; an error is not kept, and fails those calls with a `CredentialsError` that has it as its `cause`.
 */
export type CredentialsProvider = (request: {
  callerClientConfig: { region: () => Promise<string> };
}) => Credentials | Promise<Credentials>;
