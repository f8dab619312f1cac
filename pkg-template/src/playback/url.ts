// The address that a player opens.
import { invalid, isA } from "../read.js";

/** UTF-16 units of an address and of a token. */
const MAX_UNITS = 65_536;

/**
 * The address for the player: a channel's `playbackUrl` with the token as its query parameter `token`. One that is there is replaced; all
 * else in the address stays as it is.
 *
 * @param url `playbackUrl` of a channel, as a string or `URL`
 * @param token what {@link signPlaybackToken} resolves to
 * @throws {@link ParamValidationError} if the URL is none, or the token is no JWT; the message has nothing of the token
 */
export function playbackUrl(url: string | URL, token: string): string {
  const address = readUrl(url);
  if (isA("Promise", token)) throw invalid("token", "is a promise: await signPlaybackToken");
  if (typeof token !== "string" || token.length > MAX_UNITS || !/^[\w-]+\.[\w-]+\.[\w-]+$/.test(token)) {
    throw invalid("token", "expected a playback token, such as signPlaybackToken resolves to");
  }
  // Not by `searchParams`, which writes the other parameters anew.
  const others = address.search.slice(1).split("&");
  address.search = [
    ...others.filter((parameter) => parameter && !/^token(=|$)/.test(parameter)),
    `token=${token}`,
  ].join("&");
  return address.href;
}

function readUrl(url: unknown): URL {
  try {
    const text = isA("URL", url) ? String(url) : url;
    if (typeof text === "string" && text.length <= MAX_UNITS && /^https?:\/\//i.test(text)) return new URL(text);
  } catch {
    // It is refused below.
  }
  throw invalid("url", "expected the playbackUrl of a channel, which begins with https://");
}
