// @ts-check
// Random calls: valid and invalid, of what exists and of what does not, by what the model knows.

import { readFileSync } from "node:fs";
import { OPERATIONS } from "../players.mjs";
import { KINDS } from "./kinds.mjs";

/** @typedef {import("./model.mjs").Model} Model */
/** @typedef {import("./random.mjs").Random} Random */
/** @typedef {{ operation: string, input: any } | { encoder: "start" | "stop" | "set", body: any } | { fault: any } | { advance: number } | { snapshot: "taken" | "restored" }} Move */

const data = (/** @type {string} */ name) => readFileSync(new URL(`../../../ivs-local/core/tests/data/${name}`, import.meta.url), "utf8");
/** Public keys: P-384 and others. */
const PEMS = [
  data("p384-public.pem"),
  ...["keys-1.pem", "keys-2.pem", "keys-3.pem"].map((name) => readFileSync(new URL(name, import.meta.url), "utf8")),
  data("p256-public.pem"),
  "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n",
];
/** Values of all sorts, each of which is wrong somewhere. */
const JUNK = [
  null,
  "",
  "x",
  "no spaces",
  "é",
  "n".repeat(129),
  "arn:aws:ivs:us-west-2:123456789012:channel/x",
  0,
  -1,
  1,
  5,
  61,
  101,
  301,
  2 ** 31,
  1.5,
  true,
  false,
  [],
  [null],
  ["x"],
  {},
  { a: "b" },
  { "": "" },
  { "aws:a": "" },
];
const TAG_KEYS = ["a", "b", "team", "ключ", "日本語:キー", "x/y z=+-@", "𝒳"];
const NAMES = ["", "a", "b", "launch-party_1", "missing"];
const MEDIA_TAILOR = "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/";

/** How often each operation is called: what makes things more often than what removes them. @param {string} operation */
const weight = (operation) =>
  operation === "CreateChannel" ? 6 : operation === "DeleteChannel" ? 2 : /^(Create|Import)/.test(operation) ? 3 : /^(List|Update|Tag)/.test(operation) ? 3 : 2;
const WEIGHTED = [...OPERATIONS].sort().flatMap((operation) => Array(weight(operation)).fill(operation));

/** @param {Random} random @param {Model} model @returns {Move} */
export function generate(random, model) {
  const { below, percent, pick, some } = random;
  const arns = (/** @type {string} */ kind) => [...(model.tables[kind]?.keys() ?? [])];
  /** An ARN of a kind: mostly of what exists. @param {string} kind */
  const arn = (kind) => (percent(90) && arns(kind).length > 0 ? pick(arns(kind)) : `arn:aws:ivs:us-west-2:123456789012:${kind}/nobody${below(3)}`);
  /** Members, each of them half of the times. @param {Record<string, () => any>} members */
  const maybe = (members) => Object.fromEntries(some(Object.entries(members)).map(([name, make]) => [name, make()]));
  const tags = () => Object.fromEntries(some(TAG_KEYS).map((key) => [percent(2) ? `aws:${key}` : key, pick(["", "x", "значение"])]));
  const live = () => (percent(80) && model.streams.live.size > 0 ? pick([...model.streams.live.keys()]) : arn("channel"));
  /** A channel that was live, or is; it may have been deleted since. */
  const past = () => (percent(50) && model.streams.sessions.size > 0 ? pick([...model.streams.sessions.keys()]) : live());
  const name = () => pick(NAMES);
  const several = (/** @type {() => any} */ make, /** @type {number} */ most) => Array.from({ length: 1 + below(most) }, make);
  const orNone = (/** @type {string} */ kind) => (percent(25) ? "" : arn(kind));

  const ofChannel = () =>
    maybe({
      name,
      latencyMode: () => pick(["NORMAL", "LOW"]),
      type: () => pick(["BASIC", "STANDARD", "STANDARD", "ADVANCED_SD", "ADVANCED_HD"]),
      authorized: () => percent(50),
      insecureIngest: () => percent(50),
      recordingConfigurationArn: () => orNone("recording-configuration"),
      ...(percent(30) && { preset: () => pick(["HIGHER_BANDWIDTH_DELIVERY", "CONSTRAINED_BANDWIDTH_DELIVERY"]) }),
      playbackRestrictionPolicyArn: () => orNone("playback-restriction-policy"),
      ...(percent(30) && {
        multitrackInputConfiguration: () => maybe({ enabled: () => percent(60), policy: () => pick(["ALLOW", "REQUIRE"]), maximumResolution: () => pick(["SD", "HD", "FULL_HD"]) }),
      }),
      adConfigurationArn: () => orNone("ad-configuration"),
      containerFormat: () => pick(["TS", "TS", "FRAGMENTED_MP4"]),
      failoverSlateConfigurationArn: () => orNone("failover-slate-configuration"),
    });
  const ofPolicy = () =>
    maybe({
      name,
      allowedCountries: () => some(["FR", "DE", "US", ...(percent(5) ? ["XX"] : [])]),
      allowedOrigins: () => some(["https://example.com", "http://localhost:3000", ...(percent(5) ? ["https://example.com/"] : [])]),
      enableStrictOriginEnforcement: () => percent(50),
    });
  const ofSlate = () => maybe({ name, activationThresholdSeconds: () => 3 + below(3), minSlateDisplaySeconds: () => 3 + below(8), maxSlateDisplaySeconds: () => 60 + below(121) });
  const tailors = () => several(() => ({ playbackConfigurationArn: MEDIA_TAILOR + pick(["one", "two"]) }), 3);
  const postRollConfiguration = () => ({ durationSeconds: 1 + below(300), enabled: percent(50) });
  const revocation = () => ({
    channelArn: arn("channel"),
    viewerId: pick(["a", "viewer 1", "é".repeat(40)]),
    ...maybe({ viewerSessionVersionsLessThanOrEqualTo: () => below(10) }),
  });
  const page = (/** @type {number} */ most) =>
    maybe({ maxResults: () => 1 + below(percent(80) ? 4 : most), ...(percent(20) && { nextToken: () => pick(["", "AAAA", ...anyToken]) }) });
  const anyToken = model.pages.given(pick(OPERATIONS.filter((operation) => operation.startsWith("List")))).map(({ token }) => token);
  /** The next page of a list that has one, with the filters of the list. @param {string} operation */
  const continued = (operation) => {
    const { list, token } = pick(model.pages.given(operation));
    const [, channelArn, health, filter] = JSON.parse(list);
    return {
      ...(channelArn && { channelArn }),
      ...(health && { filterBy: { health } }),
      ...(filter && { [filter[0]]: filter[1] }),
      nextToken: token,
      ...maybe({ maxResults: () => 1 + below(4) }),
    };
  };
  const any = () => arn(pick(Object.keys(KINDS)));

  /** @type {Record<string, () => any>} */
  const inputs = {
    CreateChannel: () => ({ ...ofChannel(), ...maybe({ tags }) }),
    UpdateChannel: () => ({ arn: arn("channel"), ...ofChannel() }),
    ListChannels: () => ({
      ...page(100),
      ...(percent(30) && { filterByName: name() }),
      ...(percent(15) && { filterByRecordingConfigurationArn: orNone("recording-configuration") }),
      ...(percent(15) && { filterByPlaybackRestrictionPolicyArn: orNone("playback-restriction-policy") }),
      ...(percent(15) && { filterByAdConfigurationArn: orNone("ad-configuration") }),
      ...(percent(15) && { filterByFailoverSlateConfigurationArn: orNone("failover-slate-configuration") }),
    }),
    CreateStreamKey: () => ({ channelArn: arn("channel"), ...maybe({ tags }) }),
    ListStreamKeys: () => ({ channelArn: arn("channel"), ...page(50) }),
    GetStream: () => ({ channelArn: live() }),
    ListStreams: () => ({ ...page(100), ...maybe({ filterBy: () => maybe({ health: () => pick(["HEALTHY", "STARVING", "UNKNOWN"]) }) }) }),
    StopStream: () => ({ channelArn: live() }),
    PutMetadata: () => ({ channelArn: live(), metadata: percent(90) ? pick(["x", "é".repeat(512), '{"a":"\u2028\u0000"}']) : "é".repeat(513) }),
    GetStreamSession: () => {
      const channelArn = past();
      return { channelArn, ...maybe({ streamId: () => pick([...(model.streams.sessions.get(channelArn) ?? []).map(({ streamId }) => streamId), `st-${"x".repeat(23)}`]) }) };
    },
    ListStreamSessions: () => ({ channelArn: past(), ...page(100) }),
    ImportPlaybackKeyPair: () => ({ publicKeyMaterial: pick(PEMS), ...maybe({ name, tags }) }),
    CreatePlaybackRestrictionPolicy: () => ({ ...ofPolicy(), ...maybe({ tags }) }),
    UpdatePlaybackRestrictionPolicy: () => ({ arn: arn("playback-restriction-policy"), ...ofPolicy() }),
    CreateRecordingConfiguration: () => ({
      destinationConfiguration: percent(95) ? { s3: { bucketName: pick(["recordings", "a-missing-bucket", "of-other-region", "b.c-1"]) } } : {},
      ...maybe({
        name,
        tags,
        recordingReconnectWindowSeconds: () => below(301),
        thumbnailConfiguration: () =>
          maybe({
            recordingMode: () => pick(["DISABLED", "INTERVAL", "INTERVAL"]),
            targetIntervalSeconds: () => 1 + below(60),
            resolution: () => pick(["SD", "LOWEST_RESOLUTION"]),
            storage: () => some(["SEQUENTIAL", "LATEST"]),
          }),
        renditionConfiguration: () => maybe({ renditionSelection: () => pick(["ALL", "NONE", "CUSTOM"]), renditions: () => some(["HD", "SD"]) }),
      }),
    }),
    CreateAdConfiguration: () => ({ mediaTailorPlaybackConfigurations: tailors(), ...maybe({ name, tags, postRollConfiguration }) }),
    UpdateAdConfiguration: () => ({ arn: arn("ad-configuration"), ...maybe({ name, mediaTailorPlaybackConfigurations: tailors, postRollConfiguration }) }),
    InsertAdBreak: () => ({
      channelArn: live(),
      durationSeconds: 300,
      ...maybe({ adBreakId: () => pick(["abcDEF123456", "000000000000"]), targetStartAt: () => "2030-01-01T00:00:00Z" }),
    }),
    CreateFailoverSlateConfiguration: () => ({ ...ofSlate(), ...maybe({ tags }) }),
    UpdateFailoverSlateConfiguration: () => ({ arn: arn("failover-slate-configuration"), ...ofSlate() }),
    StartViewerSessionRevocation: revocation,
    BatchStartViewerSessionRevocation: () => ({ viewerSessions: several(revocation, 20) }),
    TagResource: () => ({ resourceArn: any(), tags: percent(95) ? tags() : Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`t${index}`, ""])) }),
    UntagResource: () => ({ resourceArn: any(), tagKeys: several(() => (percent(2) ? "aws:x" : pick(TAG_KEYS)), 3) }),
    ListTagsForResource: () => ({ resourceArn: any() }),
  };

  /** Reading and removing what has an ARN. @param {string} operation */
  const byArn = (operation) => {
    const [kind = ""] = Object.entries(KINDS).find(([, { noun, plural }]) => operation.endsWith(plural ?? noun) || operation.endsWith(noun)) ?? [];
    if (operation.startsWith("List")) return page(100);
    return operation.startsWith("BatchGet") ? { arns: several(() => arn(kind), percent(5) ? 60 : 5) } : { arn: arn(kind) };
  };

  /** A value that is wrong, or perhaps not, in the place of one that was right. @param {any} input @returns {any} */
  const damaged = (input) => {
    const names = Object.keys(input);
    const member = percent(90) && names.length > 0 ? pick(names) : pick(["name", "arn", "maxResults", "tags", "unknown"]);
    // What is in the path or in the query is text.
    if (member === "resourceArn") return { ...input, resourceArn: pick(JUNK.filter((value) => typeof value === "string")) };
    if (member === "tagKeys") return { ...input, tagKeys: pick([[], [""], ["&"], ["k".repeat(129)], Array(51).fill("a")]) };
    if (percent(25)) return Object.fromEntries(Object.entries(input).filter(([name]) => name !== member || name === "resourceArn"));
    return { ...input, [member]: pick(JUNK) };
  };

  if (percent(6)) {
    const keys = [...(model.tables["stream-key"]?.values() ?? [])].map(({ value }) => value);
    const streamKey = pick([...keys, ...[...model.streams.live.values()].map(({ connected }) => connected), "sk_us-west-2_nobody_nobody"]);
    if (percent(15))
      return { encoder: "set", body: { channelArn: live(), ...maybe({ health: () => pick(["HEALTHY", "STARVING", "UNKNOWN"]), viewerCount: () => below(1000) - 1 }) } };
    return percent(75)
      ? { encoder: "start", body: { streamKey, ...maybe({ health: () => pick(["HEALTHY", "STARVING", "UNKNOWN"]), viewerCount: () => below(1000) }) } }
      : { encoder: "stop", body: { streamKey } };
  }
  if (percent(2)) return { advance: pick([100, 1000, 3_600_000]) };
  if (percent(0.5)) return { fault: { operation: pick(OPERATIONS), times: 1 + below(3), code: pick(["ServiceUnavailable", "ThrottlingException", "ExpiredTokenException"]) } };
  if (percent(0.5)) return { snapshot: pick(["taken", "restored"]) };
  const operation = pick(WEIGHTED);
  const continues = model.pages.given(operation).length > 0 && percent(50);
  const valid = continues ? continued(operation) : (inputs[operation]?.() ?? byArn(operation));
  return { operation, input: percent(15) ? damaged(valid) : valid };
}
