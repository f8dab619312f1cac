// @ts-check
// The kinds of resources, and how outputs name and summarise them.

/** The members of outputs that hold one and several, how a list summarises one, and its page. */
export const KINDS = {
  channel: { one: "channel", many: "channels", noun: "Channel", lists: without("ingestEndpoint", "playbackUrl", "srt", "multitrackInputConfiguration", "containerFormat") },
  "stream-key": { one: "streamKey", many: "streamKeys", noun: "StreamKey", page: 1, lists: without("value") },
  "playback-key": { one: "keyPair", many: "keyPairs", noun: "PlaybackKeyPair", plural: "PlaybackKeyPairs", lists: without("fingerprint") },
  "playback-restriction-policy": {
    one: "playbackRestrictionPolicy",
    many: "playbackRestrictionPolicies",
    noun: "PlaybackRestrictionPolicy",
    plural: "PlaybackRestrictionPolicies",
    page: 1,
    lists: without(),
  },
  "recording-configuration": {
    one: "recordingConfiguration",
    many: "recordingConfigurations",
    noun: "RecordingConfiguration",
    plural: "RecordingConfigurations",
    lists: without("thumbnailConfiguration", "recordingReconnectWindowSeconds", "renditionConfiguration"),
  },
  "ad-configuration": { one: "adConfiguration", many: "adConfigurations", noun: "AdConfiguration", plural: "AdConfigurations", lists: without() },
  "failover-slate-configuration": {
    one: "failoverSlateConfiguration",
    many: "failoverSlateConfigurations",
    noun: "FailoverSlateConfiguration",
    plural: "FailoverSlateConfigurations",
    lists: without(),
  },
};

/** @param {...string} hidden @returns {(resource: any) => any} */
export function without(...hidden) {
  return (resource) => Object.fromEntries(Object.entries(resource).filter(([name]) => !hidden.includes(name)));
}

/** @param {string} kind @returns {any} */
export const kindOf = (kind) => KINDS[/** @type {keyof typeof KINDS} */ (kind)];

/** The kind that a listing is of, with its name. @param {string} operation @returns {[string, any]} */
export const listedBy = (operation) => /** @type {[string, any]} */ (Object.entries(KINDS).find(([, { noun, plural }]) => operation === `List${plural ?? `${noun}s`}`));
