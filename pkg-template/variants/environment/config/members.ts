// Stands in for the file of this name on servers, whose programs are not sent over a network: errors say what to use instead, and near
// misses of names are found.
import { invalid, isA } from "../read.js";
import { MEMBERS } from "./member-names.js";

/** With its value, a member of the SDK's that makes no difference: it makes none there, or says what is done here. */
const WITHOUT_EFFECT =
  /^(apiVersion|cacheMiddleware|disableHostPrefix|authSchemePreference|(serviceId|defaultSigningName)=ivs$|isCustomEndpoint|(tls|signingEscapePath)=true|disableClockSkewCorrection=false|extensions=$)/;

/** Members that change where, how or as whom a request goes, here and in what else programs are written for; and what to use instead. */
const REFUSED: readonly (readonly [names: RegExp, remedy: string])[] = [
  [/fips|dual/i, "`useFipsEndpoint` and `useDualstackEndpoint`"],
  [/endpoint|tls|ssl|serviceId/i, "`endpoint`"],
  [/region/i, "`region`"],
  [
    /credential|key|secret|token|sign|auth|clock/i,
    "`credentials` and `region`: requests are signed by Signature Version 4",
  ],
  [/retr[iy]|attempt/i, "`maxAttempts` and `retryMode`"],
  [/timeout|handler|proxy|http|protocol|extension/i, "`requestHandler` or `fetch`, which see every request"],
];

/** Whether a name is a member's misspelt: in other cases, with separators, or with one or two other letters at one place. */
function isNear(name: string, member: string): boolean {
  const [given, known] = [name.replace(/[^a-z]/gi, "").toLowerCase(), member.toLowerCase()];
  let at = 0;
  while (given[at] && given[at] === known[at]) at++;
  const changes = [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
    [2, 2],
  ] as const;
  return changes.some(([more, less]) => given.slice(at + more) === known.slice(at + less));
}

function isEmptyArray(value: unknown): boolean {
  return isA("Array", value) && (value as unknown[]).length === 0;
}

export function checkMember(name: string, value: unknown): boolean {
  // The text of an object may be endless. That of an empty array, which is all that matters, is empty.
  const text = typeof value === "object" ? (isEmptyArray(value) ? "" : "object") : String(value);
  if (WITHOUT_EFFECT.test(`${name}=${text}`)) return false;
  const near = MEMBERS.find((member) => isNear(name, member));
  if (near) throw invalid(`config.${name}`, `is not known; did you mean \`${near}\`?`);
  const refused = REFUSED.find(([names]) => names.test(name));
  if (refused) throw invalid(`config.${name}`, `cannot be honoured; use ${refused[1]}`);
  return true;
}
