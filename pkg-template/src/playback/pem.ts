// PEM: base64 between a BEGIN and an END line (RFC 7468).
import { invalid } from "../read.js";
import { fromBase64, toBase64 } from "./base64.js";

/** Far more than any key: an RSA key with its chain of certificates has some 20,000. */
const MAX_UNITS = 65_536;

/** One block of a PEM. */
export interface PemBlock {
  /** What its BEGIN line says, such as `"PRIVATE KEY"`. */
  label: string;
  /** What is between its lines. */
  body: string;
}

/**
 * The blocks of a PEM. Other text around them is allowed, and line ends may be lost or written as `\n`, as in variables of an environment.
 * @throws {@link ParamValidationError} if there is none, or one is cut off
 */
export function pemBlocks(pem: unknown, path: string): PemBlock[] {
  if (typeof pem !== "string") {
    throw invalid(path, `expected a PEM as a string, such as readFile(path, "utf8") gives, got ${typeof pem}`);
  }
  if (pem.length > MAX_UNITS) throw invalid(path, `is too long for the PEM of a key: ${MAX_UNITS} characters at most`);
  const text = pem.replace(/\\[rn]/g, "\n");
  const blocks: PemBlock[] = [];
  const begin = /-----BEGIN ([A-Z0-9 ]{1,40})-----/g;
  for (let found = begin.exec(text); found; found = begin.exec(text)) {
    const label = found[1] ?? "";
    const end = `-----END ${label}-----`;
    const at = text.indexOf(end, begin.lastIndex);
    if (at < 0) throw invalid(path, `is cut off: it has no line ${end}`);
    blocks.push({ label, body: text.slice(begin.lastIndex, at) });
    begin.lastIndex = at + end.length;
  }
  if (!blocks.length) throw invalid(path, "is no PEM: it has no line -----BEGIN …-----");
  return blocks;
}

/**
 * The bytes of a block.
 * @throws {@link ParamValidationError} if they are damaged
 */
export function pemBytes(block: PemBlock, path: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(block.body);
  if (!bytes?.length) throw invalid(path, "is damaged: what is between its BEGIN and END lines is no base64");
  return bytes;
}

/** A PEM of one block, with lines of 64 characters, as OpenSSL writes it. */
export function toPem(label: string, bytes: Uint8Array): string {
  const lines = toBase64(bytes).match(/.{1,64}/g) ?? [];
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ""].join("\n");
}
