// Members that a configuration should not have. AWS's SDK has more than this package, and programs misspell some.
import { invalid } from "../read.js";

/** Members that change where, how or as whom a request goes, here and in what else programs are written for. */
const REFUSED =
  /endpoint|region|credential|key|secret|token|sign|auth(?!S)|^use|tls|ssl|proxy|http|handler|clock|retr[iy]|attempt|timeout|protocol|extension|serviceId/i;

/**
 * Refuses a member that the package does not have and that must not be ignored. The file of this name in `variants/` knows more of them.
 * @returns whether it is ignored, and to be reported
 */
export function checkMember(name: string, _value: unknown): boolean {
  if (REFUSED.test(name)) throw invalid(`config.${name}`, "cannot be honoured");
  return true;
}
