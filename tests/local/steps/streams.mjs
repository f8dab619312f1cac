// @ts-check
// Live streams: an encoder goes live and off, metadata, ad breaks, and the record of sessions.

import { call, fails, invalid, local, missing, nobody, pages, refused } from "./step.mjs";

/** @param {string} key under which the state has an ARN */
const offline = (key) => (/** @type {any} */ s) => `ChannelNotBroadcasting: Channel: ${s[key]} is not currently online`;
const live = (/** @type {any} */ s) => `The channel ${s.party} is live; stop its stream first.`;

/** An encoder connects, disconnects or changes. @param {"start" | "stop" | "set"} action @param {(s: any) => object} body @param {object | ((s: any) => object)} [gives] @param {number} [status] */
const encoder = (action, body, gives, status) => local(`POST /_local/encoder/${action}`, body, gives, status);

/** Text that JSON, UTF-8 and a signature easily get wrong. */
const METADATA = '{"q":"quote \\" backslash \\\\ тест 日本 🎥 \u2028\u2029 \u007f 𝒳"}\r\n\t';

/** @type {import("../play.mjs").Step[]} */
export const streams = [
  // Nobody is live
  call("ListStreams", {}, { streams: [], nextToken: undefined }),
  ...["GetStream", "StopStream"].map((operation) => fails(operation, (/** @type {any} */ s) => ({ channelArn: s.party }), "ChannelNotBroadcasting", offline("party"))),
  fails("PutMetadata", (s) => ({ channelArn: s.party, metadata: "x" }), "ChannelNotBroadcasting", offline("party")),
  fails("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 30 }), "ChannelNotBroadcasting", offline("party")),
  ...["GetStream", "StopStream", "GetStreamSession", "ListStreamSessions"].map((operation) => missing(operation, "channelArn", nobody("channel"))),
  missing("PutMetadata", "channelArn", nobody("channel"), { metadata: "x" }),
  missing("InsertAdBreak", "channelArn", nobody("channel"), { durationSeconds: 1 }),
  fails(
    "GetStreamSession",
    (s) => ({ channelArn: s.party }),
    "ResourceNotFoundException",
    (/** @type {any} */ s) => `There is no resource stream session of ${s.party}.`,
  ),
  call("ListStreamSessions", (s) => ({ channelArn: s.party }), { streamSessions: [] }),
  encoder("start", () => ({ streamKey: "sk_us-west-2_nobody_nobody" }), {}, 403),
  encoder("stop", (s) => ({ streamKey: s.partyKeyValue }), {}, 409),

  // One is, then another
  encoder(
    "start",
    (s) => ({ streamKey: s.partyKeyValue, viewerCount: 7 }),
    (/** @type {any} */ s) => ({ channelArn: s.party, streamId: /^st-[a-zA-Z0-9]{23}$/ }),
  ),
  call(
    "GetStream",
    (s) => ({ channelArn: s.party }),
    (/** @type {any} */ s) => ({ stream: { channelArn: s.party, state: "LIVE", health: "HEALTHY", viewerCount: 7, streamId: /^st-/, playbackUrl: /m3u8$/, startTime: /./ } }),
    { stream: "stream.streamId" },
  ),
  encoder("start", (s) => ({ streamKey: s.tracksKeyValue, health: "STARVING" })),
  call("ListStreams", {}, (/** @type {any} */ s) => ({
    streams: [
      { channelArn: s.party, state: "LIVE" },
      { channelArn: s.tracks, health: "STARVING" },
    ],
  })),
  ...[1, 2].flatMap((size) => pages("ListStreams", "streams", 2, size)),
  call("ListStreams", { filterBy: { health: "STARVING" } }, (/** @type {any} */ s) => ({ streams: [{ channelArn: s.tracks }] })),
  call("ListStreams", { filterBy: { health: "UNKNOWN" } }, { streams: [] }),
  invalid("ListStreams", { filterBy: { health: "ILL" } }, "input.filterBy.health: must be one of HEALTHY, STARVING, UNKNOWN"),
  fails("UpdateChannel", (s) => ({ arn: s.party, name: "x" }), "ConflictException", live),
  fails("DeleteChannel", (s) => ({ arn: s.party }), "ConflictException", live),

  // The encoder falls behind, and another one takes over
  encoder("set", (s) => ({ channelArn: s.party, health: "STARVING", viewerCount: -1 })),
  call("GetStream", (s) => ({ channelArn: s.party }), { stream: { health: "STARVING", viewerCount: -1 } }),
  encoder("start", (s) => ({ streamKey: s.partyKeyValue }), {}, 409),
  encoder(
    "start",
    (s) => ({ streamKey: s.partyKeyValue, priority: 2 }),
    (/** @type {any} */ s) => ({ streamId: s.stream }),
  ),
  call(
    "GetStream",
    (s) => ({ channelArn: s.party }),
    (/** @type {any} */ s) => ({ stream: { streamId: s.stream, state: "LIVE" } }),
  ),

  // Metadata
  call("PutMetadata", (s) => ({ channelArn: s.party, metadata: METADATA })),
  call("PutMetadata", (s) => ({ channelArn: s.party, metadata: "é".repeat(512) })),
  invalid(
    "PutMetadata",
    (s) => ({ channelArn: s.party, metadata: "é".repeat(512) + "x" }),
    "Metadata size exceeds payload limit: input.metadata has 1025 bytes, at most 1024 are allowed",
  ),
  refused("PutMetadata", (s) => ({ channelArn: s.party, metadata: "" }), "input.metadata: must not be empty"),
  refused("PutMetadata", { metadata: "x" }, "PutMetadata.channelArn is a required attribute"),
  { local: "GET /_local/encoder/metadata?channelArn=", gives: {}, status: 404 },
  fails(
    "PutMetadata",
    (s) => ({ channelArn: s.tracks, metadata: "x" }),
    "ThrottlingException",
    (/** @type {any} */ s) => `Operation: ivs:PutMetadata exceeded call rate: 5 for resource: ${s.tracks}`,
    { until: 100 },
  ),

  // Ad breaks
  call("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 300, adBreakId: "abcDEF123456" }), { adBreakId: "abcDEF123456" }),
  fails("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 1, adBreakId: "abcDEF123456" }), "ConflictException", "The stream has an ad break abcDEF123456 already."),
  fails(
    "InsertAdBreak",
    (s) => ({ channelArn: s.party, durationSeconds: 1, adBreakId: "abcDEF123457" }),
    "ConflictException",
    (/** @type {any} */ s) => `The ad break abcDEF123456 of the stream ${s.stream} runs then.`,
  ),
  { wait: 300_000 },
  call("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 1 }), { adBreakId: /^[a-zA-Z0-9]{12}$/ }),
  fails(
    "InsertAdBreak",
    (s) => ({ channelArn: s.tracks, durationSeconds: 1 }),
    "ConflictException",
    (/** @type {any} */ s) => `The channel ${s.tracks} has no ad configuration.`,
  ),
  refused("InsertAdBreak", (s) => ({ channelArn: s.party }), "InsertAdBreak.durationSeconds is a required attribute"),
  invalid("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 301 }), "input.durationSeconds: must be at most 300"),
  refused("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 1, adBreakId: "short" }), "input.adBreakId: must have at least 12 characters"),
  invalid("InsertAdBreak", (s) => ({ channelArn: s.party, durationSeconds: 1, adBreakId: "with-hyphen-" }), "input.adBreakId: must match [a-zA-Z0-9]+"),

  // Sessions, live and past
  call(
    "GetStreamSession",
    (s) => ({ channelArn: s.party }),
    (/** @type {any} */ s) => ({
      streamSession: {
        streamId: s.stream,
        endTime: undefined,
        channel: { arn: s.party },
        recordingConfiguration: { arn: s.recording },
        truncatedEvents: (/** @type {any[]} */ events) => ["Session Created", "Stream Start", "Recording Start"].every((name) => events.some((event) => event.name === name)),
      },
    }),
  ),
  call("GetStreamSession", (s) => ({ channelArn: s.tracks }), {
    streamSession: { truncatedEvents: (/** @type {any[]} */ events) => events.some(({ name }) => name === "Starvation Start") },
  }),
  call("StopStream", (s) => ({ channelArn: s.tracks })),
  fails("GetStream", (s) => ({ channelArn: s.tracks }), "ChannelNotBroadcasting", offline("tracks")),
  encoder("stop", (s) => ({ streamKey: s.keyValue }), {}, 409),
  call("DeleteStreamKey", (s) => ({ arn: s.partyKey })),
  encoder("stop", (s) => ({ streamKey: s.partyKeyValue })),
  fails("PutMetadata", (s) => ({ channelArn: s.party, metadata: "late" }), "ChannelNotBroadcasting", offline("party")),
  encoder("start", (s) => ({ streamKey: s.partyKeyValue }), {}, 403),
  call("CreateStreamKey", (s) => ({ channelArn: s.party }), {}, { partyKeyValue: "streamKey.value" }),
  encoder("start", (s) => ({ streamKey: s.partyKeyValue, health: "UNKNOWN" })),
  call(
    "GetStream",
    (s) => ({ channelArn: s.party }),
    (/** @type {any} */ s) => ({ stream: { health: "UNKNOWN", viewerCount: 0, streamId: (/** @type {string} */ id) => id !== s.stream } }),
  ),
  ...[1, 2].flatMap((size) => pages("ListStreamSessions", "streamSessions", 2, size, (/** @type {any} */ s) => ({ channelArn: s.party }))),
  call(
    "ListStreamSessions",
    (s) => ({ channelArn: s.party }),
    (/** @type {any} */ s) => ({
      streamSessions: [
        { streamId: (/** @type {string} */ id) => id !== s.stream, endTime: undefined },
        { streamId: s.stream, startTime: /./, endTime: /./ },
      ],
    }),
  ),
  call(
    "GetStreamSession",
    (s) => ({ channelArn: s.party, streamId: s.stream }),
    (/** @type {any} */ s) => ({
      streamSession: {
        streamId: s.stream,
        endTime: /./,
        ingestConfiguration: { video: { codec: /./ }, audio: { codec: /./ } },
        truncatedEvents: (/** @type {any[]} */ events) => ["Stream End", "Session Ended"].every((name) => events.some((event) => event.name === name)),
      },
    }),
  ),
  fails(
    "GetStreamSession",
    (s) => ({ channelArn: s.tracks, streamId: s.stream }),
    "ResourceNotFoundException",
    (/** @type {any} */ s) => `There is no resource ${s.stream}.`,
  ),
  refused("GetStreamSession", (s) => ({ channelArn: s.party, streamId: "st-short" }), "input.streamId: must have at least 26 characters"),
];

const happened = (/** @type {any[]} */ events) => events.map(({ detail }) => detail.event_name ?? detail.recording_status ?? detail.limit_name);

/** @type {import("../play.mjs").Step[]} */
export const events = [
  local("GET /_local/events", undefined, {
    events: (/** @type {any[]} */ events) =>
      ["Session Created", "Stream Start", "Recording Start", "Starvation Start", "Stream Takeover", "Ad Break Inserted", "Stream End", "Session Ended", "Recording End"].every(
        (name) => happened(events).includes(name),
      ) &&
      events.every(
        ({ version, source, account, region, id }) => version === "0" && source === "aws.ivs" && account === "123456789012" && region === "us-west-2" && /^[0-9a-f-]{36}$/.test(id),
      ),
  }),
  local("GET /_local/events?after=100000", undefined, { events: [] }),
];

/** @type {import("../play.mjs").Step[]} */
export const end = [
  call("StopStream", (s) => ({ channelArn: s.party })),
  call("DeleteChannel", (s) => ({ arn: s.party })),
  missing("GetChannel", "arn", (/** @type {any} */ s) => s.party),
  missing("ListStreamKeys", "channelArn", (/** @type {any} */ s) => s.party),
  // Its sessions outlive it.
  call("ListStreamSessions", (s) => ({ channelArn: s.party }), { streamSessions: [{ endTime: /./ }, { endTime: /./ }] }),
  call("GetStreamSession", (s) => ({ channelArn: s.party, streamId: s.stream }), (/** @type {any} */ s) => ({ streamSession: { streamId: s.stream } })),
  ...["recording", "europe", "ads"].map((key) => {
    const kind = /** @type {Record<string, string>} */ ({ recording: "RecordingConfiguration", europe: "PlaybackRestrictionPolicy", ads: "AdConfiguration" })[key];
    return call(`Delete${kind}`, (/** @type {any} */ s) => ({ arn: s[key] }));
  }),
  call("DeleteChannel", (s) => ({ arn: s.slated })),
  call("DeleteFailoverSlateConfiguration", (s) => ({ arn: s.slate })),
  call("ListChannels", {}, { channels: Array(4).fill({}) }),
];
