/** What a transport threw, without what it holds of an answer's bytes. Browsers' errors hold none. */
export function withoutBytes(thrown: unknown): unknown {
  return thrown;
}
