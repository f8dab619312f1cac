// What credentials are made of, whoever gives them.
import { CredentialsError } from "./errors/client-errors.js";
import { text } from "./read.js";

/**
 * The parts of credentials, checked for what a header can carry.
 * @param placeOf the place of a part, for errors
 */
export function readCredentials(
  value: unknown,
  path: string,
  placeOf = (part: string) => `${path}.${part}`,
): { accessKeyId: string; secretAccessKey: string; sessionToken: string | undefined } {
  if (typeof value !== "object" || value === null) {
    throw new CredentialsError(`${path}: expected an object { accessKeyId, secretAccessKey, sessionToken? }`);
  }
  const part = (name: string, pattern: RegExp) => {
    const part = asCredentialsErrors(() => text(value, path, name));
    if (pattern.test(part ?? "")) return part;
    throw new CredentialsError(
      `${placeOf(name)}: ${part ? "has characters that a header cannot carry" : "is missing"}`,
    );
  };
  // As the wasm has it. It is looked at here, because what is wrong must not be kept.
  return {
    accessKeyId: part("accessKeyId", /^[!-+--~]+$/) as string,
    secretAccessKey: part("secretAccessKey", /./s) as string,
    sessionToken: part("sessionToken", /^[!-~]*$/),
  };
}

/** What reading gives, its errors as errors of credentials. */
export function asCredentialsErrors<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    throw new CredentialsError((cause as Error).message, { cause });
  }
}
