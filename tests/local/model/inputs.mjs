// @ts-check
// What the operations take: the documented constraints of each member, as predicates.

/** @typedef {((value: any) => boolean) & { members?: Record<string, Type | Needed>, item?: Type }} Type */
/** @typedef {{ needed: Type }} Needed a member that must be there */

/** @param {number} min @param {number} [max] @param {RegExp} [pattern] of the whole text @returns {Type} */
const text =
  (min, max = Infinity, pattern = /^/) =>
  (value) =>
    typeof value === "string" && [...value].length >= min && [...value].length <= max && pattern.test(value);
/** @param {number} min @param {number} max @returns {Type} */
const whole = (min, max) => (value) => Number.isSafeInteger(value) && value >= min && value <= max;
/** @param {...string} values @returns {Type} */
const oneOf =
  (...values) =>
  (value) =>
    values.includes(value);
/** @type {Type} */
const flag = (value) => typeof value === "boolean";
/** @param {Type} item @param {number} [min] @param {number} [max] @returns {Type} */
const list = (item, min = 0, max = Infinity) =>
  Object.assign((/** @type {any} */ value) => Array.isArray(value) && value.length >= min && value.length <= max && value.every(item), { item });
/** @param {Type} type @returns {Needed} */
const needed = (type) => ({ needed: type });
const isObject = (/** @type {any} */ value) => value !== null && typeof value === "object" && !Array.isArray(value);
const typeOf = (/** @type {Type | Needed} */ member) => (typeof member === "function" ? member : member.needed);
/** A structure; `null` is as if it were left out, and what is not known does not matter. @param {Record<string, Type | Needed>} members @returns {Type} */
const shape = (members) =>
  Object.assign(
    (/** @type {any} */ value) =>
      isObject(value) &&
      Object.entries(members).every(([name, member]) => {
        const inner = value[name] ?? null;
        return inner === null ? typeof member === "function" : typeOf(member)(inner);
      }),
    { members },
  );

const tagText = String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]`;
const tagKey = text(1, 128, new RegExp(`^${tagText}+$`, "u"));
const tagValue = text(0, 256, new RegExp(`^${tagText}*$`, "u"));
/** @type {Type} */
const tags = (value) => isObject(value) && Object.keys(value).length <= 50 && Object.entries(value).every(([key, inner]) => tagKey(key) && (inner === null || tagValue(inner)));

const name = text(0, 128, /^[a-zA-Z0-9-_]*$/);
/** An ARN of a kind; `min` is 0 where the model has it so. @param {string} kind @param {number} [min] */
const arn = (kind, min = 1) => text(min, 128, new RegExp(`^arn:aws:ivs:[a-z0-9-]+:[0-9]+:${kind}/[a-zA-Z0-9-]+$`));
/** The same, or "" for none. @param {string} kind @returns {Type} */
const arnOrNone = (kind) => (value) => value === "" || arn(kind)(value);
const channelArn = needed(arn("channel"));
const resourceArn = needed(arn("[a-z-]+"));
const page = (/** @type {number} */ most = 100) => ({ nextToken: text(0, 1024, /^[a-zA-Z0-9+/=_-]*$/), maxResults: whole(1, most) });
const only = (/** @type {Type} */ type) => shape({ arn: needed(type) });

const ofChannel = {
  name,
  latencyMode: oneOf("NORMAL", "LOW"),
  type: oneOf("BASIC", "STANDARD", "ADVANCED_SD", "ADVANCED_HD"),
  authorized: flag,
  recordingConfigurationArn: arnOrNone("recording-configuration"),
  insecureIngest: flag,
  preset: oneOf("HIGHER_BANDWIDTH_DELIVERY", "CONSTRAINED_BANDWIDTH_DELIVERY"),
  playbackRestrictionPolicyArn: arnOrNone("playback-restriction-policy"),
  multitrackInputConfiguration: shape({ enabled: flag, policy: oneOf("ALLOW", "REQUIRE"), maximumResolution: oneOf("SD", "HD", "FULL_HD") }),
  containerFormat: oneOf("TS", "FRAGMENTED_MP4"),
  adConfigurationArn: arnOrNone("ad-configuration"),
  failoverSlateConfigurationArn: arnOrNone("failover-slate-configuration"),
};
const ofPolicy = { allowedCountries: list(text(2, 2)), allowedOrigins: list(text(0, 128)), enableStrictOriginEnforcement: flag, name };
const tailors = list(shape({ playbackConfigurationArn: text(0, 128, /^arn:aws:mediatailor:[a-z0-9-]+:[0-9]+:playbackConfiguration\/[a-zA-Z0-9-]+$/) }), 1, 3);
const postRoll = shape({ durationSeconds: needed(whole(1, 300)), enabled: needed(flag) });
const ofSlate = { name, activationThresholdSeconds: whole(3, 5), minSlateDisplaySeconds: whole(3, 10), maxSlateDisplaySeconds: whole(60, 180) };
const resolution = oneOf("SD", "HD", "FULL_HD", "LOWEST_RESOLUTION");
const revocation = { channelArn, viewerId: needed(text(1, 40)), viewerSessionVersionsLessThanOrEqualTo: whole(0, 2 ** 31 - 1) };
const timestamp = (/** @type {any} */ value) => typeof value === "string" && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/.test(value);

/** Whether an input meets the constraints of its operation. @type {Record<string, Type>} */
export const INPUTS = {
  CreateChannel: shape({ ...ofChannel, tags }),
  GetChannel: only(arn("channel")),
  BatchGetChannel: shape({ arns: needed(list(arn("channel"), 1, 50)) }),
  UpdateChannel: shape({ arn: channelArn, ...ofChannel }),
  DeleteChannel: only(arn("channel")),
  ListChannels: shape({
    filterByName: name,
    filterByRecordingConfigurationArn: arnOrNone("recording-configuration"),
    filterByPlaybackRestrictionPolicyArn: arnOrNone("playback-restriction-policy"),
    filterByAdConfigurationArn: arnOrNone("ad-configuration"),
    filterByFailoverSlateConfigurationArn: arnOrNone("failover-slate-configuration"),
    ...page(),
  }),
  CreateStreamKey: shape({ channelArn, tags }),
  GetStreamKey: only(arn("stream-key")),
  BatchGetStreamKey: shape({ arns: needed(list(arn("stream-key"), 1, 50)) }),
  DeleteStreamKey: only(arn("stream-key")),
  ListStreamKeys: shape({ channelArn, ...page(50) }),
  GetStream: shape({ channelArn }),
  ListStreams: shape({ filterBy: shape({ health: oneOf("HEALTHY", "STARVING", "UNKNOWN") }), ...page() }),
  StopStream: shape({ channelArn }),
  PutMetadata: shape({ channelArn, metadata: needed(text(1)) }),
  GetStreamSession: shape({ channelArn, streamId: text(26, 26, /^st-[a-zA-Z0-9]+$/) }),
  ListStreamSessions: shape({ channelArn, ...page() }),
  ImportPlaybackKeyPair: shape({ publicKeyMaterial: needed(text(0)), name, tags }),
  GetPlaybackKeyPair: only(arn("playback-key")),
  DeletePlaybackKeyPair: only(arn("playback-key")),
  ListPlaybackKeyPairs: shape(page()),
  CreatePlaybackRestrictionPolicy: shape({ ...ofPolicy, tags }),
  GetPlaybackRestrictionPolicy: only(arn("playback-restriction-policy")),
  UpdatePlaybackRestrictionPolicy: shape({ arn: needed(arn("playback-restriction-policy")), ...ofPolicy }),
  DeletePlaybackRestrictionPolicy: only(arn("playback-restriction-policy")),
  ListPlaybackRestrictionPolicies: shape(page()),
  CreateRecordingConfiguration: shape({
    name,
    destinationConfiguration: needed(shape({ s3: shape({ bucketName: needed(text(3, 63, /^[a-z0-9-.]+$/)) }) })),
    tags,
    thumbnailConfiguration: shape({ recordingMode: oneOf("DISABLED", "INTERVAL"), targetIntervalSeconds: whole(1, 60), resolution, storage: list(oneOf("SEQUENTIAL", "LATEST")) }),
    recordingReconnectWindowSeconds: whole(0, 300),
    renditionConfiguration: shape({ renditionSelection: oneOf("ALL", "NONE", "CUSTOM"), renditions: list(resolution) }),
  }),
  GetRecordingConfiguration: only(arn("recording-configuration", 0)),
  DeleteRecordingConfiguration: only(arn("recording-configuration", 0)),
  ListRecordingConfigurations: shape(page()),
  CreateAdConfiguration: shape({ name, mediaTailorPlaybackConfigurations: needed(tailors), postRollConfiguration: postRoll, tags }),
  GetAdConfiguration: only(arn("ad-configuration", 0)),
  UpdateAdConfiguration: shape({ arn: needed(arn("ad-configuration", 0)), name, mediaTailorPlaybackConfigurations: tailors, postRollConfiguration: postRoll }),
  DeleteAdConfiguration: only(arn("ad-configuration", 0)),
  ListAdConfigurations: shape(page()),
  InsertAdBreak: shape({ channelArn, durationSeconds: needed(whole(1, 300)), adBreakId: text(12, 12, /^[a-zA-Z0-9]+$/), targetStartAt: timestamp }),
  CreateFailoverSlateConfiguration: shape({ ...ofSlate, tags }),
  GetFailoverSlateConfiguration: only(arn("failover-slate-configuration", 0)),
  UpdateFailoverSlateConfiguration: shape({ arn: needed(arn("failover-slate-configuration", 0)), ...ofSlate }),
  DeleteFailoverSlateConfiguration: only(arn("failover-slate-configuration", 0)),
  ListFailoverSlateConfigurations: shape(page()),
  StartViewerSessionRevocation: shape(revocation),
  BatchStartViewerSessionRevocation: shape({ viewerSessions: needed(list(shape(revocation), 1, 20)) }),
  TagResource: shape({ resourceArn, tags: needed(tags) }),
  // A query without keys has none.
  UntagResource: shape({ resourceArn, tagKeys: needed(list(tagKey, 1, 50)) }),
  ListTagsForResource: shape({ resourceArn }),
};

/** What counts of an input: members that are known and not `null`. @param {any} value @param {Type | undefined} type @returns {any} */
export function present(value, type) {
  if (Array.isArray(value)) return value.map((item) => present(item, type?.item));
  if (!isObject(value)) return value;
  const counts = Object.entries(value).filter(([name, inner]) => inner !== null && (!type?.members || Object.hasOwn(type.members, name)));
  return Object.fromEntries(counts.map(([name, inner]) => [name, present(inner, type?.members?.[name] && typeOf(type.members[name]))]));
}
