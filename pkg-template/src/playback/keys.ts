// The keys of playback authorization: the private one signs tokens, the public one is imported into Amazon IVS.
import { field, flag, invalid, isA, object } from "../read.js";
import { isP384Spki, MAKE, readEcKey } from "./ec-key.js";
import { ES384, P384, subtle } from "./ecdsa.js";
import { pemBlocks, pemBytes, toPem } from "./pem.js";

/** A `CryptoKey` of WebCrypto, whatever library declares it: TypeScript's `dom`, Node's types or those of Workers. */
export interface WebCryptoKey {
  readonly type: "private" | "public" | "secret";
  readonly extractable: boolean;
  readonly algorithm: { name: string };
  readonly usages: ("decrypt" | "deriveBits" | "deriveKey" | "encrypt" | "sign" | "unwrapKey" | "verify" | "wrapKey")[];
}

/** What {@link createPlaybackKeyPair} makes. */
export interface PlaybackKeyPair {
  /** The public key as PEM: what `importPlaybackKeyPair({ publicKeyMaterial })` takes. */
  publicKeyMaterial: string;
  /** For {@link verifyPlaybackToken}. */
  publicKey: WebCryptoKey;
  /** For {@link signPlaybackToken}. */
  privateKey: WebCryptoKey;
}

/** A pair that was made with `extractable: true`. */
export interface ExtractablePlaybackKeyPair extends PlaybackKeyPair {
  /** The private key as PEM (PKCS #8), for {@link importPrivateKey}. A secret: who has it can watch every private channel of the region. */
  privateKeyPem: string;
}

/**
 * Makes a key pair of ECDSA on P-384. Import its public key with `ivs.importPlaybackKeyPair({ publicKeyMaterial, name })`: a region has
 * three key pairs at most, and one serves all of its channels.
 *
 * With `extractable: true` there is `privateKeyPem` to be stored. Otherwise (the default) the private key cannot leave the runtime; a page
 * may keep it in IndexedDB.
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels-create-key.html
 * @throws {@link PlaybackError} with the code `NoWebCrypto`
 */
export async function createPlaybackKeyPair(options: { extractable: true }): Promise<ExtractablePlaybackKeyPair>;
export async function createPlaybackKeyPair(options?: { extractable?: boolean | undefined }): Promise<PlaybackKeyPair>;
export async function createPlaybackKeyPair(options = {}): Promise<PlaybackKeyPair | ExtractablePlaybackKeyPair> {
  const extractable = flag(object(options, "options"), "options", "extractable");
  const { publicKey, privateKey } = await subtle().generateKey(P384, extractable, ["sign", "verify"]);
  const pem = async (format: "spki" | "pkcs8", label: string, key: CryptoKey) =>
    toPem(label, new Uint8Array(await subtle().exportKey(format, key)));
  const pair = { publicKeyMaterial: await pem("spki", "PUBLIC KEY", publicKey), publicKey, privateKey };
  return extractable ? { ...pair, privateKeyPem: await pem("pkcs8", "PRIVATE KEY", privateKey) } : pair;
}

/**
 * Imports a private key for {@link signPlaybackToken}: PKCS #8 (`BEGIN PRIVATE KEY`) or what OpenSSL's `ecparam` writes (SEC1, `BEGIN EC
 * PRIVATE KEY`), not encrypted. Import it once, not for each token. Line ends may be written as `\n`, as in variables of an environment.
 * The `CryptoKey` cannot be exported.
 * @throws {@link ParamValidationError} if it is no private key on P-384, with how to get one; the message has nothing of the key
 * @throws {@link PlaybackError} with the code `NoWebCrypto`
 */
export async function importPrivateKey(pem: string): Promise<WebCryptoKey> {
  const path = "pem";
  const blocks = pemBlocks(pem, path);
  const found = blocks.filter(({ label }) => /^(EC )?PRIVATE KEY$/.test(label));
  const [block] = found;
  if (!block) throw invalid(path, whyNotPrivate(blocks.map(({ label }) => label)));
  if (found.length > 1) throw invalid(path, `has ${found.length} private keys: give the one that signs`);
  if (block.body.includes("ENCRYPTED")) throw invalid(path, ENCRYPTED);
  const { pkcs8, spki } = readEcKey(pemBytes(block, path), path);
  const crypto = subtle();
  try {
    const key = await crypto.importKey("pkcs8", pkcs8, P384, false, ["sign"]);
    if (!spki || (await isPair(key, spki))) return key;
  } catch {
    // What engines throw says less, if anything.
  }
  throw invalid(
    path,
    spki
      ? "is no valid key: its private and its public part do not belong together, or are not on the curve"
      : "has no public part inside, which this runtime needs: `openssl ec -in private-key.pem -out with-public.pem` adds it",
  );
}

/** Whether the public key verifies what the private one signs. Not every engine refuses a private key that has the public part of another. */
async function isPair(privateKey: CryptoKey, spki: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const probe = new Uint8Array(1);
  const publicKey = await subtle().importKey("spki", spki, P384, true, ["verify"]);
  return subtle().verify(ES384, publicKey, await subtle().sign(ES384, privateKey, probe), probe);
}

const ENCRYPTED = "is encrypted: decrypt it by `openssl ec -in private-key.pem -out decrypted.pem`";

/** Why there is no private key in a PEM that has blocks of these labels. */
function whyNotPrivate(labels: string[]): string {
  if (labels.includes("ENCRYPTED PRIVATE KEY")) return ENCRYPTED;
  if (labels.includes("PUBLIC KEY")) return "is a public key, which only verifies: give the private key of the pair";
  if (labels.includes("CERTIFICATE")) return `is a certificate, which has no private key inside; ${MAKE}`;
  return `has no block PRIVATE KEY or EC PRIVATE KEY, but ${listed(labels)}; ${MAKE}`;
}

/**
 * A public key to verify with: as PEM, or a `CryptoKey`.
 * @throws {@link ParamValidationError}
 */
export async function readPublicKey(key: unknown, path: string): Promise<CryptoKey> {
  if (typeof key !== "string") return readCryptoKey(key, "public", path);
  const blocks = pemBlocks(key, path);
  const block = blocks.find(({ label }) => label === "PUBLIC KEY");
  if (!block) throw invalid(path, whyNotPublic(blocks.map(({ label }) => label)));
  const bytes = pemBytes(block, path);
  const crypto = subtle();
  try {
    if (isP384Spki(bytes)) return await crypto.importKey("spki", bytes, P384, true, ["verify"]);
  } catch {
    // Its point is not on the curve.
  }
  throw invalid(path, `is no public key on P-384 (secp384r1); ${MAKE}`);
}

/** Why there is no public key in a PEM that has blocks of these labels. */
function whyNotPublic(labels: string[]): string {
  if (labels.some((label) => label.endsWith("PRIVATE KEY"))) {
    return "is a private key, which only signs: `openssl ec -in private-key.pem -pubout` gives its public key";
  }
  if (labels.includes("CERTIFICATE")) {
    return "is a certificate: `openssl x509 -in certificate.pem -pubkey -noout` gives its public key";
  }
  return `has no block PUBLIC KEY, but ${listed(labels)}`;
}

function listed(labels: string[]): string {
  return labels.slice(0, 3).join(", ");
}

/**
 * A `CryptoKey` on P-384 of the right half of a pair, of whatever realm.
 * @throws {@link ParamValidationError}
 */
export function readCryptoKey(key: unknown, half: "private" | "public", path: string): CryptoKey {
  if (!isA("CryptoKey", key)) throw invalid(path, whyNoCryptoKey(key, half, path));
  const of = (object: unknown, name: string) => field(Object(object), path, name);
  const algorithm = of(key, "algorithm");
  if (of(algorithm, "name") !== P384.name || of(algorithm, "namedCurve") !== P384.namedCurve) {
    throw invalid(path, `is not a key of ECDSA on P-384; ${MAKE}`);
  }
  const type = of(key, "type");
  if (type !== half) {
    const use = half === "private" ? "signs" : "verifies";
    throw invalid(path, `is the ${type} key: the ${half} key of the pair ${use}`);
  }
  const usage = half === "private" ? "sign" : "verify";
  const usages = of(key, "usages");
  if (!Array.isArray(usages) || !usages.includes(usage))
    throw invalid(path, `was imported without the usage "${usage}"`);
  return key as CryptoKey;
}

/** What was given instead of a `CryptoKey`, and what to do with it. */
function whyNoCryptoKey(given: unknown, half: "private" | "public", path: string): string {
  const member = `${half}Key`;
  if (typeof given === "string")
    return "is a string: import a PEM once by importPrivateKey, and give what it resolves to";
  if (isA("Promise", given)) return "is a promise: await it";
  if (isA("KeyObject", given)) {
    return `is a KeyObject of Node: export it as PEM, by export({ type: "${half === "private" ? "pkcs8" : "spki"}", format: "pem" })`;
  }
  if (isA("Object", given) && isA("CryptoKey", field(given as object, path, member)))
    return `is a pair: give its ${member}`;
  return "expected a CryptoKey, such as importPrivateKey and createPlaybackKeyPair give";
}
