// @ts-check
// Channels and their stream keys.

import { arnOf, call, fails, invalid, missing, nobody, pages, refused } from "./step.mjs";

const ARN = "arn:aws:ivs:[a-z0-9-]+:[0-9]+:channel/[a-zA-Z0-9-]+";
const KEY_ARN = "arn:aws:ivs:[a-z0-9-]+:[0-9]+:stream-key/[a-zA-Z0-9-]+";

/** As many channels as the account may have. */
export const QUOTA = 6;

/** @type {import("../play.mjs").Step[]} */
export const channels = [
  call("ListChannels", {}, { channels: [], nextToken: undefined }),
  call(
    "CreateChannel",
    {},
    {
      channel: {
        arn: arnOf("channel"),
        name: "",
        latencyMode: "LOW",
        type: "STANDARD",
        recordingConfigurationArn: "",
        ingestEndpoint: /^[0-9a-f]{12}\.global-contribute\./,
        playbackUrl: /\/api\/video\/v1\/us-west-2\.123456789012\.channel\.[a-zA-Z0-9]{12}\.m3u8$/,
        authorized: false,
        tags: {},
        insecureIngest: false,
        preset: "",
        srt: { endpoint: /^[0-9a-f]{12}\.srt\./, passphrase: /^[a-zA-Z0-9]+$/ },
        playbackRestrictionPolicyArn: "",
        multitrackInputConfiguration: { enabled: false, policy: "ALLOW", maximumResolution: "FULL_HD" },
        containerFormat: "TS",
        adConfigurationArn: "",
        failoverSlateConfigurationArn: "",
      },
      streamKey: { arn: arnOf("stream-key"), value: /^sk_us-west-2_[a-zA-Z0-9]{12}_[a-zA-Z0-9]{30}$/, tags: {} },
    },
    { channel: "channel.arn", key: "streamKey.arn", keyValue: "streamKey.value" },
  ),
  call(
    "CreateChannel",
    (s) => ({
      name: "launch-party_1",
      latencyMode: "NORMAL",
      type: "ADVANCED_HD",
      authorized: true,
      recordingConfigurationArn: s.recording,
      insecureIngest: true,
      preset: "CONSTRAINED_BANDWIDTH_DELIVERY",
      playbackRestrictionPolicyArn: s.europe,
      adConfigurationArn: s.ads,
      tags: { team: "party", "日本語:キー": "x=1+2" },
    }),
    (/** @type {any} */ s) => ({
      channel: {
        name: "launch-party_1",
        latencyMode: "NORMAL",
        type: "ADVANCED_HD",
        authorized: true,
        recordingConfigurationArn: s.recording,
        insecureIngest: true,
        preset: "CONSTRAINED_BANDWIDTH_DELIVERY",
        srt: { passphrase: "" },
        playbackRestrictionPolicyArn: s.europe,
        adConfigurationArn: s.ads,
        tags: { team: "party", "日本語:キー": "x=1+2" },
      },
    }),
    { party: "channel.arn", partyKey: "streamKey.arn", partyKeyValue: "streamKey.value" },
  ),
  call(
    "CreateChannel",
    { name: "tracks", containerFormat: "FRAGMENTED_MP4", multitrackInputConfiguration: { enabled: true, policy: "REQUIRE", maximumResolution: "HD" } },
    { channel: { containerFormat: "FRAGMENTED_MP4", multitrackInputConfiguration: { enabled: true, policy: "REQUIRE", maximumResolution: "HD" } } },
    { tracks: "channel.arn", tracksKeyValue: "streamKey.value" },
  ),
  call(
    "CreateChannel",
    (s) => ({ name: "slated", failoverSlateConfigurationArn: s.slate }),
    (/** @type {any} */ s) => ({ channel: { name: "slated", failoverSlateConfigurationArn: s.slate } }),
    { slated: "channel.arn" },
  ),
  call("CreateChannel", { name: "basic", type: "BASIC" }, { channel: { type: "BASIC", preset: "" } }, { basic: "channel.arn" }),
  call("CreateChannel", { name: "advanced", type: "ADVANCED_SD" }, { channel: { preset: "HIGHER_BANDWIDTH_DELIVERY" } }, { advanced: "channel.arn" }),
  fails("CreateChannel", { name: "one-too-many" }, "ServiceQuotaExceededException", `The account has all the ${QUOTA} resources channel that it may have.`),

  // What the service refuses
  invalid("CreateChannel", { name: "no spaces allowed" }, "input.name: must match [a-zA-Z0-9-_]*"),
  invalid("CreateChannel", { name: "é" }, "input.name: must match [a-zA-Z0-9-_]*"),
  invalid("CreateChannel", { name: "n".repeat(129) }, "input.name: must have at most 128 characters"),
  invalid("CreateChannel", { type: "PREMIUM" }, "input.type: must be one of BASIC, STANDARD, ADVANCED_SD, ADVANCED_HD"),
  invalid("CreateChannel", { latencyMode: "low" }, "input.latencyMode: must be one of NORMAL, LOW"),
  invalid("CreateChannel", { name: "a b", type: "x" }, "input.name: must match [a-zA-Z0-9-_]*; input.type: must be one of BASIC, STANDARD, ADVANCED_SD, ADVANCED_HD"),
  invalid(
    "UpdateChannel",
    (s) => ({ arn: s.channel, recordingConfigurationArn: s.channel }),
    "input.recordingConfigurationArn: must match ^$|^arn:aws:ivs:[a-z0-9-]+:[0-9]+:recording-configuration/[a-zA-Z0-9-]+$",
  ),
  invalid(
    "UpdateChannel",
    (s) => ({ arn: s.channel, preset: "HIGHER_BANDWIDTH_DELIVERY" }),
    "input.preset: only channels of type ADVANCED_HD and ADVANCED_SD have a preset, this one is STANDARD",
  ),
  invalid(
    "UpdateChannel",
    (s) => ({ arn: s.channel, multitrackInputConfiguration: { enabled: true } }),
    "input.multitrackInputConfiguration.policy: is required when multitrack input is enabled; input.multitrackInputConfiguration.maximumResolution: is required when multitrack input is enabled; input.containerFormat: multitrack input needs FRAGMENTED_MP4",
  ),
  invalid(
    "UpdateChannel",
    (s) => ({ arn: s.tracks, adConfigurationArn: s.ads }),
    "input.adConfigurationArn: ads cannot be inserted into FRAGMENTED_MP4; use the container format TS",
  ),
  invalid("UpdateChannel", (s) => ({ arn: s.tracks, type: "BASIC" }), "input.type: multitrack input needs a channel of type STANDARD"),
  ...["recordingConfigurationArn", "playbackRestrictionPolicyArn", "adConfigurationArn", "failoverSlateConfigurationArn"].map((member) => {
    const kind = member.slice(0, -"Arn".length).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return fails("UpdateChannel", (/** @type {any} */ s) => ({ arn: s.channel, [member]: nobody(kind) }), "ResourceNotFoundException", `There is no resource ${nobody(kind)}.`);
  }),
  refused("GetChannel", {}, "GetChannel.arn is a required attribute"),
  refused("GetChannel", { arn: "" }, `input.arn: must not be empty; input.arn: must match ${ARN}`),
  invalid("GetChannel", (s) => ({ arn: s.key }), `input.arn: must match ${ARN}`),
  invalid("GetChannel", (s) => ({ arn: `${s.channel}\n` }), `input.arn: must match ${ARN}`),
  missing("GetChannel", "arn", (/** @type {any} */ s) => `${s.channel}X`),
  missing("UpdateChannel", "arn", nobody("channel"), { name: "x" }),
  missing("DeleteChannel", "arn", nobody("channel")),

  // Reading and changing
  call(
    "GetChannel",
    (s) => ({ arn: s.party }),
    (/** @type {any} */ s) => ({ channel: { arn: s.party, name: "launch-party_1" } }),
  ),
  call("UpdateChannel", (s) => ({ arn: s.channel, name: "renamed", insecureIngest: true, tags: undefined }), {
    channel: { name: "renamed", type: "STANDARD", srt: { passphrase: "" } },
  }),
  call("UpdateChannel", (s) => ({ arn: s.channel, insecureIngest: false, latencyMode: "NORMAL" }), {
    channel: { name: "renamed", latencyMode: "NORMAL", srt: { passphrase: /^[a-zA-Z0-9]+$/ } },
  }),
  call("UpdateChannel", (s) => ({ arn: s.advanced, type: "STANDARD" }), { channel: { type: "STANDARD", preset: "" } }),
  call("UpdateChannel", (s) => ({ arn: s.channel, name: "" }), { channel: { name: "" } }),
  call(
    "UpdateChannel",
    (s) => ({ arn: s.channel, recordingConfigurationArn: s.spareRecording, authorized: true }),
    (/** @type {any} */ s) => ({ channel: { recordingConfigurationArn: s.spareRecording, authorized: true } }),
  ),
  call("UpdateChannel", (s) => ({ arn: s.channel, recordingConfigurationArn: "", authorized: false }), { channel: { recordingConfigurationArn: "", authorized: false } }),
  call(
    "BatchGetChannel",
    (s) => ({ arns: [s.party, nobody("channel"), s.channel, s.party] }),
    (/** @type {any} */ s) => ({
      channels: [{ arn: s.party }, { arn: s.channel }, { arn: s.party }],
      errors: [{ arn: nobody("channel"), code: "404", message: `There is no resource ${nobody("channel")}.` }],
    }),
  ),
  call("BatchGetChannel", (s) => ({ arns: [s.basic] }), { channels: [{ name: "basic" }], errors: undefined }),
  refused("BatchGetChannel", { arns: [] }, "input.arns: must have at least 1 items"),
  invalid("BatchGetChannel", (s) => ({ arns: Array(51).fill(s.channel) }), "input.arns: must have at most 50 items, has 51"),
  invalid("BatchGetChannel", (s) => ({ arns: [s.channel, "x"] }), `input.arns[1]: must match ${ARN}`),

  // Listing
  ...[1, 2, 3, 4, 5, 6, 100].flatMap((size) => pages("ListChannels", "channels", QUOTA, size)),
  call("ListChannels", { filterByName: "basic" }, { channels: [{ name: "basic" }] }),
  call("ListChannels", { filterByName: "bas" }, { channels: [] }),
  call("ListChannels", (s) => ({ filterByRecordingConfigurationArn: s.recording }), { channels: [{ name: "launch-party_1" }] }),
  call("ListChannels", (s) => ({ filterByPlaybackRestrictionPolicyArn: s.europe }), { channels: [{ name: "launch-party_1" }] }),
  call("ListChannels", (s) => ({ filterByAdConfigurationArn: s.ads }), { channels: [{ name: "launch-party_1" }] }),
  call("ListChannels", (s) => ({ filterByFailoverSlateConfigurationArn: s.slate }), { channels: [{ name: "slated" }] }),
  fails(
    "ListChannels",
    (s) => ({ filterByName: "x", filterByRecordingConfigurationArn: s.recording }),
    "ConflictException",
    "The filters of ListChannels exclude each other; use one.",
  ),
  call("ListChannels", { maxResults: 2 }, { channels: [{}, {}], nextToken: /./ }, { token: "nextToken" }),
  invalid("ListChannels", (s) => ({ filterByName: "basic", nextToken: s.token }), "input.nextToken: is not a token that this list gave"),
  invalid("ListChannels", { nextToken: "AAAA" }, "input.nextToken: is not a token that this list gave"),
  invalid("ListChannels", { nextToken: "?" }, "input.nextToken: must match [a-zA-Z0-9+/=_-]*"),
  invalid("ListChannels", { maxResults: 101 }, "input.maxResults: must be at most 100"),
  refused("ListChannels", { maxResults: 0 }, "input.maxResults: must be at least 1"),

  // Conflicts
  ...[
    ["DeleteRecordingConfiguration", "recording"],
    ["DeletePlaybackRestrictionPolicy", "europe"],
    ["DeleteAdConfiguration", "ads"],
  ].map(([operation = "", key = ""]) =>
    fails(
      operation,
      (/** @type {any} */ s) => ({ arn: s[key] }),
      "ConflictException",
      (/** @type {any} */ s) => `${s[key]} is in use by the channel ${s.party}.`,
    ),
  ),
  fails(
    "DeleteFailoverSlateConfiguration",
    (s) => ({ arn: s.slate }),
    "ConflictException",
    (/** @type {any} */ s) => `${s.slate} is in use by the channel ${s.slated}.`,
  ),
];

/** @type {import("../play.mjs").Step[]} */
export const streamKeys = [
  call(
    "GetStreamKey",
    (s) => ({ arn: s.key }),
    (/** @type {any} */ s) => ({ streamKey: { arn: s.key, value: s.keyValue, channelArn: s.channel, tags: {} } }),
  ),
  call(
    "ListStreamKeys",
    (s) => ({ channelArn: s.channel }),
    (/** @type {any} */ s) => ({ streamKeys: [{ arn: s.key, channelArn: s.channel, value: undefined }], nextToken: undefined }),
  ),
  fails(
    "CreateStreamKey",
    (s) => ({ channelArn: s.channel }),
    "ServiceQuotaExceededException",
    (/** @type {any} */ s) => `The channel ${s.channel} has the 1 stream key that it may have; delete it first.`,
  ),
  call(
    "BatchGetStreamKey",
    (s) => ({ arns: [s.partyKey, s.key] }),
    (/** @type {any} */ s) => ({ streamKeys: [{ arn: s.partyKey, value: s.partyKeyValue }, { value: s.keyValue }], errors: undefined }),
  ),
  call("DeleteStreamKey", (s) => ({ arn: s.key })),
  missing("GetStreamKey", "arn", (/** @type {any} */ s) => s.key),
  missing("DeleteStreamKey", "arn", (/** @type {any} */ s) => s.key),
  call("ListStreamKeys", (s) => ({ channelArn: s.channel, maxResults: 50 }), { streamKeys: [], nextToken: undefined }),
  call(
    "BatchGetStreamKey",
    (s) => ({ arns: [s.key] }),
    (/** @type {any} */ s) => ({ streamKeys: [], errors: [{ arn: s.key, code: "404", message: `There is no resource ${s.key}.` }] }),
  ),
  call(
    "CreateStreamKey",
    (s) => ({ channelArn: s.channel, tags: { encoder: "obs" } }),
    (/** @type {any} */ s) => ({ streamKey: { arn: (/** @type {string} */ arn) => arn !== s.key, channelArn: s.channel, tags: { encoder: "obs" } } }),
    { key: "streamKey.arn", keyValue: "streamKey.value" },
  ),
  missing("CreateStreamKey", "channelArn", nobody("channel")),
  missing("ListStreamKeys", "channelArn", nobody("channel")),
  invalid("ListStreamKeys", (s) => ({ channelArn: s.channel, maxResults: 51 }), "input.maxResults: must be at most 50"),
  invalid("GetStreamKey", (s) => ({ arn: s.keyValue }), `input.arn: must match ${KEY_ARN}`),
];
