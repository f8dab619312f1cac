// Keys in DER: PKCS #8 (RFC 5208) and SEC1 (RFC 5915) as the one form that every engine imports, and the public key's SPKI (RFC 5480).
import { invalid } from "../read.js";

/** Tags of DER. */
const BIT_STRING = 0x03;
const OCTET_STRING = 0x04;
const SEQUENCE = 0x30;
const PARAMETERS = 0xa0;
const PUBLIC_KEY = 0xa1;

/** Bytes of a coordinate, and of the private number. */
const FIELD = 48;

/** In hexadecimal: the object identifiers of elliptic curves' keys, and of secp384r1, which is P-384. */
const EC_PUBLIC_KEY = "2a8648ce3d0201";
const SECP384R1 = "2b81040022";

/** PKCS #8 up to the private number; after it come the tags of the public point, and the point. */
const PKCS8_HEAD = "3081b6020100301006072a8648ce3d020106052b8104002204819e30819b0201010430";
const POINT_HEAD = "a16403620004";

/** The same for a key without the public point. */
const PKCS8_HEAD_ALONE = "304e020100301006072a8648ce3d020106052b81040022043730350201010430";

/** SPKI of a key on P-384 up to the coordinates of its point. */
const SPKI_HEAD = "3076301006072a8648ce3d020106052b8104002203620004";

/** A private key as engines import it. */
export interface KeyBytes {
  pkcs8: Uint8Array<ArrayBuffer>;
  /** The public key of the pair, if the private one has its point inside. WebKit imports no other. */
  spki?: Uint8Array<ArrayBuffer>;
}

/**
 * A private key on P-384, of PKCS #8 or SEC1, as PKCS #8 with the public point and without the curve's name beside it: WebKit imports no
 * other form, and `exportKey` gives this one.
 * @throws {@link ParamValidationError}
 */
export function readEcKey(der: Uint8Array, path: string): KeyBytes {
  const outer = sequence(der);
  let inner = der;
  let curve: Uint8Array | undefined;
  // The second member is an algorithm in PKCS #8, and the private number in SEC1.
  if (outer[1]?.tag === SEQUENCE) {
    const [algorithm, parameters] = elements(outer[1].content);
    if (hexOf(algorithm?.content) !== EC_PUBLIC_KEY) throw invalid(path, `is no key of an elliptic curve; ${MAKE}`);
    curve = parameters?.content;
    inner = outer[2]?.content ?? new Uint8Array();
  }
  const members = sequence(inner);
  const number = members[1]?.tag === OCTET_STRING ? members[1].content : undefined;
  if (!number?.length) throw invalid(path, "is damaged: it has no private key inside");
  const named = members.find(({ tag }) => tag === PARAMETERS);
  if (named) curve ??= elements(named.content)[0]?.content;
  if (number.length > FIELD || (curve ? hexOf(curve) !== SECP384R1 : number.length < FIELD)) {
    throw invalid(path, `is not on the named curve P-384 (secp384r1); ${MAKE}`);
  }
  // Some writers drop the zeros that it begins with.
  const padded = concat(new Uint8Array(FIELD - number.length), number);
  const point = pointOf(members);
  if (!point) return { pkcs8: concat(bytesOf(PKCS8_HEAD_ALONE), padded) };
  return {
    pkcs8: concat(bytesOf(PKCS8_HEAD), padded, bytesOf(POINT_HEAD), point),
    spki: concat(bytesOf(SPKI_HEAD), point),
  };
}

/** Whether it is the SPKI of a key on P-384 with an uncompressed point, as OpenSSL and WebCrypto write it. */
export function isP384Spki(der: Uint8Array): boolean {
  const head = SPKI_HEAD.length / 2;
  return der.length === head + 2 * FIELD && hexOf(der.subarray(0, head)) === SPKI_HEAD;
}

/** How to get a key that is right. */
export const MAKE = "make one by createPlaybackKeyPair, or by `openssl ecparam -name secp384r1 -genkey -noout`";

/** The coordinates of the public point, if they are there and uncompressed. */
function pointOf(members: Element[]): Uint8Array | undefined {
  const [bits] = elements(members.find(({ tag }) => tag === PUBLIC_KEY)?.content ?? new Uint8Array());
  // After the number of unused bits and the mark of an uncompressed point.
  const isRight = bits?.tag === BIT_STRING && bits.content.length === 2 + 2 * FIELD;
  return isRight && bits.content[0] === 0 && bits.content[1] === 4 ? bits.content.subarray(2) : undefined;
}

interface Element {
  tag: number;
  content: Uint8Array;
}

/** The members of the sequence that the bytes are. */
function sequence(bytes: Uint8Array): Element[] {
  const [whole] = elements(bytes);
  return whole?.tag === SEQUENCE ? elements(whole.content) : [];
}

/** The elements that are there whole. */
function elements(bytes: Uint8Array): Element[] {
  const found: Element[] = [];
  for (let at = 0; at + 2 <= bytes.length; ) {
    const tag = bytes[at] ?? 0;
    let length = bytes[at + 1] ?? 0;
    at += 2;
    if (length >= 0x80) {
      // The number of bytes that have the length: one or two in a key.
      const size = length - 0x80;
      if (size < 1 || size > 2) break;
      length = bytes.subarray(at, at + size).reduce((sum, byte) => sum * 256 + byte, 0);
      at += size;
    }
    if (at + length > bytes.length) break;
    found.push({ tag, content: bytes.subarray(at, at + length) });
    at += length;
  }
  return found;
}

function concat(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function bytesOf(digits: string): Uint8Array {
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function hexOf(bytes: Uint8Array = new Uint8Array()): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}
