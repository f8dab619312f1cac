// What others wrote, made fit to be shown: without secrets, and without what would forge lines of a log.

/** A secret that is searched for. AWS's have 40 characters and more; what is shorter, such as LocalStack's "test", is a part of words. */
const SECRET = /^[!-~]{16,}$/;

/** Characters of the parts in which a secret of twice as many is searched for. */
const PART = 16;

/** Most UTF-16 units of a text that is looked at, which is cut off there. An error of the service has some hundreds. */
const MAX_UNITS = 16_384;

/** A stream key, which has its region inside. */
const STREAM_KEY = /sk_[a-z]+-[a-z-]+\d+_[\w-]+/g;

/** A character as JSON, a URL or a page may write it, or as it is. */
const CHARACTER = /(?:\\+u00|%(?:25)*|&#x)([\da-f]{2});?|&#(\d\d);|\\*(.)/gis;

/**
 * Takes credentials and stream keys out of text that somebody else wrote: where a signature is wrong, the service repeats the
 * request, with its session token. They are found as they are, escaped, percent-encoded and in base64. A secret of 16 to 31 characters is
 * found where it is whole; one of 32 and more also in parts of 16, such as those that were cut off or are in several members.
 */
export function redact(text: string, secrets: readonly (string | undefined)[]): string {
  const written: string[] = [];
  const plain = urlSafe(
    text.slice(0, MAX_UNITS).replace(CHARACTER, (character, hex, decimal, itself) => {
      written.push(character);
      return itself ?? String.fromCharCode(hex ? Number(`0x${hex}`) : decimal);
    }),
  );
  for (const { index, 0: key } of plain.matchAll(STREAM_KEY)) written.fill("*", index, index + key.length);
  for (const secret of secrets.flatMap(formsOf)) {
    const length = secret.length < 2 * PART ? secret.length : PART;
    for (let start = 0; start + length <= plain.length; start++) {
      if (secret.includes(plain.slice(start, start + length))) written.fill("*", start, start + length);
    }
  }
  return written.join("").replace(/\*{16,}/g, "***");
}

/** A secret as it is, and in base64 wherever it begins among the bytes that are encoded, but for characters that others share. */
function formsOf(secret = ""): string[] {
  if (!SECRET.test(secret)) return [];
  const encoded = [0, 1, 2].map((before) =>
    btoa(" ".repeat(before) + secret).slice(before && before + 1, ((before + secret.length) * 4) / 3),
  );
  return [secret, ...encoded].map(urlSafe);
}

/** The same in both of base64's alphabets. */
function urlSafe(text: string): string {
  return text.replaceAll("+", "-").replaceAll("/", "_");
}

/**
 * Control characters, those that end a line, and those that turn its direction. By their numbers, because to load a script whose classes
 * have names of Unicode (`\p{Cc}`) takes V8 a millisecond.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNPRINTABLE = /[\0-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text for one line of a log: what is not printable is percent-encoded. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, encodeURIComponent);
}
