// A limit for the bodies of responses.
import { NotAResponse } from "./not-a-response.js";
import type { FetchResponse } from "./response.js";

/**
 * Most bytes of a body, after decoding, that are read. API Gateway, in front of the service, answers with 10 MB at most; the largest
 * answers of IVS are pages of a listing, of some 100 KB. Not bounded is what a `config.fetch` gives as text only, and on pages an
 * encoded answer of another origin whose encoded length is within the limit: the browser does not show that it is encoded.
 */
export const MAX_BODY_BYTES = 2 ** 24;

/** The error for a body that is larger. */
export function tooLarge(): NotAResponse {
  return new NotAResponse("is larger than 16 MiB");
}

/** The body, which breaks off at the limit. */
export function boundedBody(body: ReadableStream<Uint8Array>): Pick<FetchResponse, "text"> {
  let length = 0;
  const limit = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      length += chunk.length;
      if (length > MAX_BODY_BYTES) throw tooLarge();
      controller.enqueue(chunk);
    },
  });
  return new Response(body.pipeThrough(limit));
}
