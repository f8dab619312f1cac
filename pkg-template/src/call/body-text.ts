// Reads the body of a response as text, up to a limit.
import { NotAResponse } from "./not-a-response.js";
import type { FetchResponse } from "./response.js";

/**
 * Most bytes of a body, after decoding, that are read. API Gateway, in front of the service, answers with 10 MB at most; the largest
 * answers of IVS are pages of a listing, of some 100 KB.
 */
export const MAX_BODY_BYTES = 2 ** 24;

/** The error for a body that is larger. */
export function tooLarge(): NotAResponse {
  return new NotAResponse(
    "the answer is larger than 16 MiB, as none of the service is: check what answers at the endpoint",
  );
}

/**
 * The body as text. It is read piece by piece, up to the limit, unless the response says that it is within it. A response whose `text`
 * is its own, that of a mock, is asked for its text.
 */
export function bodyText(
  response: FetchResponse,
  header: (name: string) => string | undefined,
): string | Promise<string> {
  const { body, bodyUsed } = response as Partial<Response>;
  const isSmall = Number(header("content-length")) <= MAX_BODY_BYTES && !header("content-encoding");
  if (isSmall || bodyUsed || Object.hasOwn(response, "text") || typeof body?.getReader !== "function")
    return response.text();
  return read(body.getReader());
}

async function read(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for (let length = 0; ; ) {
    const { value } = await reader.read();
    if (!value) return text + decoder.decode();
    length += value.length;
    if (length > MAX_BODY_BYTES) {
      // Whatever comes of that, nothing more is read.
      reader.cancel().catch(() => {});
      throw tooLarge();
    }
    text += decoder.decode(value, { stream: true });
  }
}
