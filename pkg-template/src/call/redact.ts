/**
 * Takes credentials and stream keys out of text that somebody else wrote: where a signature is wrong, the service repeats the
 * request, with its session token.
 */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  const keyless = text.replace(/\bsk_[\w-]+/g, "***");
  return secrets.reduce<string>((text, secret) => (secret ? text.replaceAll(secret, "***") : text), keyless);
}
