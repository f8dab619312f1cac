// @ts-check
// Who may call and watch: playback keys, revocations, tags, credentials, and faults that a test asks for.

import { generateKeyPairSync } from "node:crypto";
import { readFileSync } from "node:fs";
import { READER } from "../shells.mjs";
import { arnOf, call, fails, invalid, local, missing, nobody, pages, refused } from "./step.mjs";

const data = (/** @type {string} */ name) => readFileSync(new URL(`../../../ivs-local/core/tests/data/${name}`, import.meta.url), "utf8");
/** A public key whose fingerprint is known, and others. */
const KNOWN = data("p384-public.pem");
const OTHERS = Array.from({ length: 3 }, () => generateKeyPairSync("ec", { namedCurve: "P-384" }).publicKey.export({ type: "spki", format: "pem" }));
const FINGERPRINT = data("p384-fingerprint.txt").trim();

/** @type {import("../play.mjs").Step[]} */
export const playbackKeys = [
  call(
    "ImportPlaybackKeyPair",
    { publicKeyMaterial: KNOWN, name: "of-the-website", tags: { a: "b" } },
    { keyPair: { arn: arnOf("playback-key"), name: "of-the-website", fingerprint: FINGERPRINT, tags: { a: "b" } } },
    { playbackKey: "keyPair.arn" },
  ),
  fails("ImportPlaybackKeyPair", { publicKeyMaterial: KNOWN }, "ConflictException", `The key with the fingerprint ${FINGERPRINT} is imported already.`),
  invalid("ImportPlaybackKeyPair", { publicKeyMaterial: data("p256-public.pem") }, "input.publicKeyMaterial: is not the PEM of an ECDSA public key on the curve P-384"),
  invalid("ImportPlaybackKeyPair", { publicKeyMaterial: "" }, "input.publicKeyMaterial: is not the PEM of an ECDSA public key on the curve P-384"),
  refused("ImportPlaybackKeyPair", { name: "none" }, "ImportPlaybackKeyPair.publicKeyMaterial is a required attribute"),
  call("GetPlaybackKeyPair", (s) => ({ arn: s.playbackKey }), { keyPair: { fingerprint: FINGERPRINT } }),
  call("ImportPlaybackKeyPair", { publicKeyMaterial: OTHERS[0] }),
  call("ImportPlaybackKeyPair", { publicKeyMaterial: OTHERS[1] }),
  fails("ImportPlaybackKeyPair", { publicKeyMaterial: OTHERS[2] }, "ServiceQuotaExceededException", "The account has all the 3 resources playback-key that it may have."),
  ...[1, 2, 3].flatMap((size) => pages("ListPlaybackKeyPairs", "keyPairs", 3, size)),
  call("ListPlaybackKeyPairs", {}, { keyPairs: [{ name: "of-the-website", fingerprint: undefined }, {}, {}] }),
  call("DeletePlaybackKeyPair", (s) => ({ arn: s.playbackKey })),
  missing("GetPlaybackKeyPair", "arn", (/** @type {any} */ s) => s.playbackKey),
  missing("DeletePlaybackKeyPair", "arn", nobody("playback-key")),
];

/** @type {import("../play.mjs").Step[]} */
export const revocations = [
  call("StartViewerSessionRevocation", (s) => ({ channelArn: s.party, viewerId: "viewer 1 ✓" })),
  call("StartViewerSessionRevocation", (s) => ({ channelArn: s.party, viewerId: "v".repeat(40), viewerSessionVersionsLessThanOrEqualTo: 2147483647 })),
  missing("StartViewerSessionRevocation", "channelArn", nobody("channel"), { viewerId: "x" }),
  refused("StartViewerSessionRevocation", (s) => ({ channelArn: s.party }), "StartViewerSessionRevocation.viewerId is a required attribute"),
  invalid("StartViewerSessionRevocation", (s) => ({ channelArn: s.party, viewerId: "v".repeat(41) }), "input.viewerId: must have at most 40 characters"),
  refused(
    "StartViewerSessionRevocation",
    (s) => ({ channelArn: s.party, viewerId: "v", viewerSessionVersionsLessThanOrEqualTo: -1 }),
    "input.viewerSessionVersionsLessThanOrEqualTo: must be at least 0",
  ),
  call("BatchStartViewerSessionRevocation", (s) => ({ viewerSessions: [{ channelArn: s.party, viewerId: "x" }] }), { errors: undefined }),
  call(
    "BatchStartViewerSessionRevocation",
    (s) => ({
      viewerSessions: [
        { channelArn: s.party, viewerId: "x" },
        { channelArn: nobody("channel"), viewerId: "y", viewerSessionVersionsLessThanOrEqualTo: 3 },
      ],
    }),
    { errors: [{ channelArn: nobody("channel"), viewerId: "y", code: "403", message: `not authorized: the account has no channel ${nobody("channel")}` }] },
  ),
  invalid(
    "BatchStartViewerSessionRevocation",
    (s) => ({ viewerSessions: Array(21).fill({ channelArn: s.party, viewerId: "x" }) }),
    "input.viewerSessions: must have at most 20 items, has 21",
  ),
  refused("BatchStartViewerSessionRevocation", { viewerSessions: [] }, "input.viewerSessions: must have at least 1 items"),
];

/** Tags that are easy to get wrong: in scripts, in signs that URLs escape, in what normalisation would change. */
const TAGS = { ключ: "значение", "team/a b": "x=1+2", "\u212b@": "\u00c5", 𝒳: "𝒴 𝒵", "a.b_c-d": "" };
const many = (/** @type {number} */ count) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`tag${index}`, `${index}`]));
/** Every kind of resource, by what the state calls one of it. */
const TAGGED = ["channel", "key", "recording", "europe", "ads", "slate", "playbackKey"];

/** @type {import("../play.mjs").Step[]} */
export const tags = [
  ...TAGGED.flatMap((key) => [
    call("TagResource", (/** @type {any} */ s) => ({ resourceArn: s[key], tags: { [`of ${key}`]: "1", gone: "" } })),
    call("UntagResource", (/** @type {any} */ s) => ({ resourceArn: s[key], tagKeys: ["gone", "never there"] })),
    call("ListTagsForResource", (/** @type {any} */ s) => ({ resourceArn: s[key] }), { tags: { [`of ${key}`]: "1", gone: undefined } }),
  ]),
  call("TagResource", (s) => ({ resourceArn: s.channel, tags: TAGS })),
  call("ListTagsForResource", (s) => ({ resourceArn: s.channel }), { tags: TAGS }),
  call("GetChannel", (s) => ({ arn: s.channel }), { channel: { tags: { ...TAGS, "of channel": "1" } } }),
  call("TagResource", (s) => ({ resourceArn: s.channel, tags: { ключ: "другое" } })),
  call("UntagResource", (s) => ({ resourceArn: s.channel, tagKeys: ["team/a b", "𝒳", "of channel"] })),
  call("ListTagsForResource", (s) => ({ resourceArn: s.channel }), { tags: (/** @type {any} */ tags) => Object.keys(tags).length === 3 && tags["ключ"] === "другое" }),
  invalid("TagResource", (s) => ({ resourceArn: s.channel, tags: { "aws:mine": "" } }), "input.tags: aws:mine begins with aws:, which is reserved"),
  invalid("CreateStreamKey", (s) => ({ channelArn: s.channel, tags: { "AWS:x": "" } }), "input.tags: AWS:x begins with aws:, which is reserved"),
  invalid("UntagResource", (s) => ({ resourceArn: s.channel, tagKeys: ["aws:x"] }), "input.tagKeys: aws:x begins with aws:, which is reserved"),
  invalid("TagResource", (s) => ({ resourceArn: s.channel, tags: { "a&b": "" } }), 'input.tags["a&b"]: must match ([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)'),
  invalid("TagResource", (s) => ({ resourceArn: s.channel, tags: { a: "v".repeat(257) } }), 'input.tags["a"]: must have at most 256 characters'),
  invalid("TagResource", (s) => ({ resourceArn: s.channel, tags: many(51) }), "input.tags: must have at most 50 entries, has 51"),
  invalid("TagResource", (s) => ({ resourceArn: s.channel, tags: many(48) }), "input.tags: a resource may have at most 50 tags"),
  call("TagResource", (s) => ({ resourceArn: s.channel, tags: many(47) })),
  refused("TagResource", (s) => ({ resourceArn: s.channel, tags: { "": "x" } }), 'input.tags[""]: must not be empty; input.tags[""]: must match ([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+)'),
  refused("TagResource", (s) => ({ resourceArn: s.channel }), "TagResource.tags is a required attribute"),
  missing("TagResource", "resourceArn", nobody("channel"), { tags: {} }),
  missing("UntagResource", "resourceArn", nobody("playback-key"), { tagKeys: ["a"] }),
  missing("ListTagsForResource", "resourceArn", nobody("stage")),
];

const fault = (/** @type {object} */ body) => local("POST /_local/faults", body);

/** @type {import("../play.mjs").Step[]} */
export const faults = [
  local("GET /_local/faults", undefined, { faults: [] }),
  ...[
    ["ThrottlingException", "Operation: ivs:ListChannels exceeded call rate: 5 for resource: arn:aws:iam::123456789012:root"],
    ["AccessDeniedException", "User: arn:aws:iam::123456789012:user/viewer is not authorized to perform: ivs:ListChannels on resource: *"],
    ["PendingVerification", "Your account is pending verification."],
    ["InternalServerException", "ключ 日本 🎥"],
    ["ServiceUnavailable", "x"],
    ["StreamUnavailable", "x"],
    ["ExpiredTokenException", "The security token included in the request is expired"],
  ].flatMap(([code = "", message = ""]) => [fault({ operation: "ListChannels", code, message }), fails("ListChannels", {}, code, message)]),
  fault({ operation: "listChannels", times: 2, code: "ServiceUnavailable" }),
  fails("ListChannels", {}, "ServiceUnavailable", "A fault of ListChannels was asked for."),
  local("GET /_local/faults", undefined, { faults: [{ operation: "ListChannels", times: 1, code: "ServiceUnavailable" }] }),
  call("GetChannel", (s) => ({ arn: s.channel })),
  fails("ListChannels", {}, "ServiceUnavailable", "A fault of ListChannels was asked for."),
  call("ListChannels", {}),
  // The answer is lost, but the call is performed.
  fault({ operation: "UpdateChannel", reset: true }),
  { operation: "UpdateChannel", input: (s) => ({ arn: s.channel, name: "changed-in-silence" }), lost: true },
  call("GetChannel", (s) => ({ arn: s.channel }), { channel: { name: "changed-in-silence" } }),
  // A fault refuses a call of an operation before its input is looked at, and goes when it is told to.
  fault({ operation: "GetChannel", code: "InternalServerException" }),
  fails("GetChannel", { arn: "x" }, "InternalServerException", "A fault of GetChannel was asked for."),
  fault({ operation: "GetChannel", code: "InternalServerException" }),
  local("DELETE /_local/faults"),
  call("GetChannel", (s) => ({ arn: s.channel })),
  local("POST /_local/faults", { operation: "GetStage", code: "ServiceUnavailable" }, { message: "The operation is not one of IVS, such as PutMetadata." }, 400),
  local("POST /_local/faults", { operation: "GetChannel" }, { message: "A fault has either a code, and a message if you like, or reset: true." }, 400),
];

/** @type {import("../play.mjs").Step[]} */
export const credentials = [
  fails("ListChannels", {}, "UnrecognizedClientException", "The access key id is not known here.", { as: "stranger" }),
  fails(
    "ListChannels",
    {},
    "InvalidSignatureException",
    "The signature is not the one that this request and the secret access key give. The method, path, query, a signed header or the body differ from what was signed, or the secret does.",
    { as: "forger" },
  ),
  fails("DeleteChannel", (s) => ({ arn: s.channel }), "UnrecognizedClientException", "The access key id is not known here.", { as: "stranger" }),
  { operation: "GetChannel", input: (s) => ({ arn: s.channel }), gives: { channel: { tags: {} } }, as: "reader" },
  { operation: "ListTagsForResource", input: (s) => ({ resourceArn: s.channel }), as: "reader" },
  ...[
    ["UpdateChannel", "arn"],
    ["StopStream", "channelArn"],
    ["CreateStreamKey", "channelArn"],
  ].map(([operation = "", member = ""]) =>
    fails(
      operation,
      (/** @type {any} */ s) => ({ [member]: s.channel }),
      "AccessDeniedException",
      (/** @type {any} */ s) => `User: arn:aws:iam::123456789012:user/${READER.accessKeyId} is not authorized to perform: ivs:${operation} on resource: ${s.channel}`,
      { as: "reader" },
    ),
  ),
  local("GET /_local/credentials", undefined, { region: "us-west-2" }),
];
