// @ts-check
// The life of a small IVS account, every operation at least once: each test file plays it through the client, API style or peer that it
// is about. Steps share a state; a step's input is made from it and a step's output is checked and kept.

import assert from "node:assert/strict";
import { createPublicKey, generateKeyPairSync } from "node:crypto";

/** @typedef {import("./local.mjs").Local} Local */
/** @typedef {(operation: string, input?: any) => Promise<any>} Call */
/** @typedef {Record<string, any>} State */
/**
 * @typedef {object} Step
 * @property {string} operation
 * @property {(state: State) => any} input
 * @property {(output: any, state: State, local: Local) => void | Promise<void>} [then] checks the output and keeps what later steps need
 * @property {(state: State, local: Local) => Promise<unknown>} [before] what happens outside the API first, e.g. an encoder starting
 * @property {(state: State) => boolean} [until] plays the step again until this holds, for listings
 * @property {(output: any) => boolean} [ready] calls again until this holds, and only then is the output the step's
 */

/** Milliseconds that a configuration may take to become ready. */
const READY_TIMEOUT = 30_000;
const ACCOUNT = /^arn:aws:ivs:us-west-2:\d{12}:/;
const { publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });

/** PEM of a P-384 public key, the same for every playing in this process. */
export const PUBLIC_KEY = createPublicKey(publicKey.export({ type: "spki", format: "pem" }))
  .export({ type: "spki", format: "pem" })
  .toString();

/** Unusual tag keys and values that the service allows. */
export const TAGS = {
  "ключ": "значение",
  "team/a b": "x=1+2",
  "日本語:キー": "",
  "\u212b@": "\u00c5", // Å and Å: nothing may normalise the one to the other
  "𝒳": "𝒴 𝒵", // outside the basic plane
  "a.b_c-d": "a/b:c@d",
};

/** A timed-metadata payload that is easy to get wrong in JSON, UTF-8 and a signature. */
export const METADATA = '{"q":"quote \\" backslash \\\\ тест 日本 🎥 \u2028\u2029 \u0000\u001f\u007f 𝒳"}\r\n\t';

/** Name of the method of an operation: `createChannel` for `CreateChannel`. */
export const methodName = (/** @type {string} */ operation) => operation[0].toLowerCase() + operation.slice(1);

const DESTINATION = { s3: { bucketName: "bucket-of-recordings" } };
const MEDIA_TAILOR = "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/";

/** @param {any} out @param {string} type */
function arn(out, type) {
  assert.match(out.arn, ACCOUNT);
  assert.match(out.arn, new RegExp(`:${type}/[a-zA-Z0-9-]+$`));
  return out.arn;
}

/** @param {any} actual @param {any} expected every member of it has to be in `actual` */
function has(actual, expected) {
  const found = Object.fromEntries(Object.keys(expected).map((key) => [key, actual[key]]));
  assert.deepEqual(plain(found), plain(expected));
}

/** The output without `$metadata`. */
export function body(/** @type {any} */ output) {
  const { $metadata, ...rest } = output;
  return rest;
}

const empty = (/** @type {any} */ output) => assert.deepEqual(body(output), {});
const plain = (/** @type {any} */ value) => JSON.parse(JSON.stringify(value));

/**
 * A listing page by page, one item a page, until the item kept under `key` turns up.
 *
 * @param {string} operation
 * @param {string} member the output's list
 * @param {string} key the state's name of the ARN looked for
 * @param {(state: State) => object} [input]
 * @param {(item: any, state: State) => void} [judge]
 * @returns {Step}
 */
function listing(operation, member, key, input = () => ({}), judge = () => {}) {
  return {
    operation,
    input: (s) => ({ ...input(s), maxResults: 1, nextToken: s.page?.token }),
    then(output, s) {
      assert.equal(output[member].length, 1, "one item a page");
      s.page = { token: output.nextToken, found: s.page?.found };
      const item = output[member][0];
      if ((item.arn ?? item.channelArn) === s[key]) {
        judge(item, s);
        s.page.found = true;
      }
      if (!output.nextToken) assert.ok(s.page.found, `${operation} lists ${s[key]}`);
    },
    until(s) {
      const done = !s.page.token;
      if (done) delete s.page;
      return done;
    },
  };
}

/** @type {Step[]} */
export const steps = [
  // Recording configurations
  {
    operation: "CreateRecordingConfiguration",
    input: () => ({
      name: "recordings",
      destinationConfiguration: DESTINATION,
      thumbnailConfiguration: {
        recordingMode: "INTERVAL",
        targetIntervalSeconds: 60,
        resolution: "LOWEST_RESOLUTION",
        storage: ["SEQUENTIAL", "LATEST"],
      },
      renditionConfiguration: { renditionSelection: "CUSTOM", renditions: ["HD", "SD"] },
      recordingReconnectWindowSeconds: 0,
      tags: TAGS,
    }),
    then({ recordingConfiguration: made }, s) {
      s.recordingConfiguration = arn(made, "recording-configuration");
      has(made, {
        name: "recordings",
        destinationConfiguration: DESTINATION,
        recordingReconnectWindowSeconds: 0,
        renditionConfiguration: { renditionSelection: "CUSTOM", renditions: ["HD", "SD"] },
        tags: TAGS,
      });
      assert.equal(made.thumbnailConfiguration.targetIntervalSeconds, 60);
      assert.match(made.state, /^(CREATING|ACTIVE)$/);
    },
  },
  {
    operation: "GetRecordingConfiguration",
    input: (s) => ({ arn: s.recordingConfiguration }),
    ready: ({ recordingConfiguration: it }) => it.state === "ACTIVE",
    then: ({ recordingConfiguration: it }, s) => has(it, { arn: s.recordingConfiguration, tags: TAGS }),
  },
  {
    operation: "CreateRecordingConfiguration",
    input: () => ({ destinationConfiguration: { s3: { bucketName: "another-bucket" } } }),
    then({ recordingConfiguration: made }, s) {
      s.spareRecordingConfiguration = arn(made, "recording-configuration");
    },
  },
  listing("ListRecordingConfigurations", "recordingConfigurations", "recordingConfiguration", undefined, (item) =>
    has(item, { name: "recordings", destinationConfiguration: DESTINATION, tags: TAGS }),
  ),

  // Playback restriction policies
  {
    operation: "CreatePlaybackRestrictionPolicy",
    input: () => ({
      name: "policy",
      allowedCountries: ["FR", "DE"],
      allowedOrigins: ["https://example.com", "https://xn--e1afmkfd.example"],
      enableStrictOriginEnforcement: false,
      tags: { "ключ": "" },
    }),
    then({ playbackRestrictionPolicy: made }, s) {
      s.policy = arn(made, "playback-restriction-policy");
      has(made, {
        name: "policy",
        allowedCountries: ["FR", "DE"],
        allowedOrigins: ["https://example.com", "https://xn--e1afmkfd.example"],
        enableStrictOriginEnforcement: false,
        tags: { "ключ": "" },
      });
    },
  },
  {
    operation: "GetPlaybackRestrictionPolicy",
    input: (s) => ({ arn: s.policy }),
    then: ({ playbackRestrictionPolicy: it }, s) => has(it, { arn: s.policy, allowedCountries: ["FR", "DE"] }),
  },
  {
    operation: "UpdatePlaybackRestrictionPolicy",
    input: (s) => ({ arn: s.policy, allowedCountries: [], enableStrictOriginEnforcement: true }),
    then: ({ playbackRestrictionPolicy: it }) =>
      has(it, {
        name: "policy",
        allowedCountries: [],
        allowedOrigins: ["https://example.com", "https://xn--e1afmkfd.example"],
        enableStrictOriginEnforcement: true,
      }),
  },
  listing("ListPlaybackRestrictionPolicies", "playbackRestrictionPolicies", "policy", undefined, (item) =>
    has(item, { name: "policy", allowedCountries: [], enableStrictOriginEnforcement: true }),
  ),

  // Ad configurations
  {
    operation: "CreateAdConfiguration",
    input: () => ({
      name: "ads",
      mediaTailorPlaybackConfigurations: [{ playbackConfigurationArn: `${MEDIA_TAILOR}ads` }],
      postRollConfiguration: { durationSeconds: 30, enabled: false },
      tags: TAGS,
    }),
    then({ adConfiguration: made }, s) {
      s.adConfiguration = arn(made, "ad-configuration");
      has(made, {
        name: "ads",
        mediaTailorPlaybackConfigurations: [{ playbackConfigurationArn: `${MEDIA_TAILOR}ads` }],
        postRollConfiguration: { durationSeconds: 30, enabled: false },
        tags: TAGS,
      });
    },
  },
  {
    operation: "GetAdConfiguration",
    input: (s) => ({ arn: s.adConfiguration }),
    then: ({ adConfiguration: it }, s) => has(it, { arn: s.adConfiguration, name: "ads", tags: TAGS }),
  },
  {
    operation: "UpdateAdConfiguration",
    input: (s) => ({
      arn: s.adConfiguration,
      name: "",
      mediaTailorPlaybackConfigurations: ["one", "two"].map((name) => ({ playbackConfigurationArn: MEDIA_TAILOR + name })),
    }),
    then({ adConfiguration: it }) {
      assert.equal(it.mediaTailorPlaybackConfigurations.length, 2);
      has(it, { name: "", postRollConfiguration: { durationSeconds: 30, enabled: false }, tags: TAGS });
    },
  },
  listing("ListAdConfigurations", "adConfigurations", "adConfiguration"),

  // Failover slate configurations
  {
    operation: "CreateFailoverSlateConfiguration",
    input: () => ({ name: "slate", activationThresholdSeconds: 3, minSlateDisplaySeconds: 10, maxSlateDisplaySeconds: 180, tags: TAGS }),
    then({ failoverSlateConfiguration: made }, s) {
      s.slate = arn(made, "failover-slate-configuration");
      has(made, { name: "slate", activationThresholdSeconds: 3, minSlateDisplaySeconds: 10, maxSlateDisplaySeconds: 180, tags: TAGS });
      assert.match(made.state, /^(CREATING|CREATED)$/);
    },
  },
  {
    operation: "GetFailoverSlateConfiguration",
    input: (s) => ({ arn: s.slate }),
    ready: ({ failoverSlateConfiguration: it }) => it.state === "CREATED",
    then: ({ failoverSlateConfiguration: it }, s) => has(it, { arn: s.slate, tags: TAGS }),
  },
  {
    operation: "UpdateFailoverSlateConfiguration",
    input: (s) => ({ arn: s.slate, activationThresholdSeconds: 5 }),
    then: ({ failoverSlateConfiguration: it }) => has(it, { name: "slate", activationThresholdSeconds: 5, maxSlateDisplaySeconds: 180 }),
  },
  listing("ListFailoverSlateConfigurations", "failoverSlateConfigurations", "slate", undefined, (item) => has(item, { name: "slate" })),

  // Playback key pairs
  {
    operation: "ImportPlaybackKeyPair",
    input: () => ({ name: "key", publicKeyMaterial: PUBLIC_KEY, tags: { k: "" } }),
    then({ keyPair: made }, s) {
      s.keyPair = arn(made, "playback-key");
      has(made, { name: "key", tags: { k: "" } });
      assert.match(made.fingerprint, /^[0-9a-f]{2}(:[0-9a-f]{2})+$/i);
      s.fingerprint = made.fingerprint;
    },
  },
  {
    operation: "GetPlaybackKeyPair",
    input: (s) => ({ arn: s.keyPair }),
    then: ({ keyPair: it }, s) => has(it, { arn: s.keyPair, name: "key", fingerprint: s.fingerprint, tags: { k: "" } }),
  },
  listing("ListPlaybackKeyPairs", "keyPairs", "keyPair", undefined, (item) => has(item, { name: "key", tags: { k: "" } })),

  // Channels
  {
    operation: "CreateChannel",
    input: (s) => ({
      name: "launch-party_1",
      latencyMode: "LOW",
      type: "STANDARD",
      authorized: true,
      recordingConfigurationArn: s.recordingConfiguration,
      tags: TAGS,
      insecureIngest: false,
      playbackRestrictionPolicyArn: s.policy,
      multitrackInputConfiguration: { enabled: false, policy: "ALLOW", maximumResolution: "FULL_HD" },
      containerFormat: "TS",
      adConfigurationArn: s.adConfiguration,
      failoverSlateConfigurationArn: s.slate,
    }),
    then({ channel: made, streamKey }, s) {
      s.channel = arn(made, "channel");
      has(made, {
        name: "launch-party_1",
        latencyMode: "LOW",
        type: "STANDARD",
        authorized: true,
        recordingConfigurationArn: s.recordingConfiguration,
        tags: TAGS,
        insecureIngest: false,
        playbackRestrictionPolicyArn: s.policy,
        multitrackInputConfiguration: { enabled: false, policy: "ALLOW", maximumResolution: "FULL_HD" },
        containerFormat: "TS",
        adConfigurationArn: s.adConfiguration,
      });
      if (s.slate) has(made, { failoverSlateConfigurationArn: s.slate });
      assert.ok(made.ingestEndpoint.length > 0);
      assert.match(made.playbackUrl, /^https?:\/\//);
      s.firstStreamKey = arn(streamKey, "stream-key");
      has(streamKey, { channelArn: s.channel });
      assert.ok(streamKey.value.length > 0);
    },
  },
  {
    operation: "CreateChannel",
    input: () => ({}),
    then({ channel: made, streamKey }, s) {
      s.plainChannel = arn(made, "channel");
      s.plainStreamKey = streamKey.value;
      has(made, { latencyMode: "LOW", type: "STANDARD", authorized: false, insecureIngest: false });
    },
  },
  {
    operation: "CreateChannel",
    input: () => ({
      name: "",
      recordingConfigurationArn: "",
      playbackRestrictionPolicyArn: "",
      adConfigurationArn: "",
      tags: {},
      // It cannot have ads.
      multitrackInputConfiguration: { enabled: true, policy: "ALLOW", maximumResolution: "FULL_HD" },
      containerFormat: "FRAGMENTED_MP4",
    }),
    then({ channel: made }, s) {
      s.emptyChannel = arn(made, "channel");
      has(made, {
        name: "",
        recordingConfigurationArn: "",
        playbackRestrictionPolicyArn: "",
        multitrackInputConfiguration: { enabled: true, policy: "ALLOW", maximumResolution: "FULL_HD" },
        containerFormat: "FRAGMENTED_MP4",
      });
    },
  },
  {
    operation: "GetChannel",
    input: (s) => ({ arn: s.channel }),
    then: ({ channel: it }, s) => has(it, { arn: s.channel, name: "launch-party_1", tags: TAGS, containerFormat: "TS" }),
  },
  listing("ListChannels", "channels", "channel", undefined, (item, s) =>
    has(item, { name: "launch-party_1", authorized: true, tags: TAGS, recordingConfigurationArn: s.recordingConfiguration }),
  ),
  listing("ListChannels", "channels", "channel", () => ({ filterByName: "launch-party_1" })),
  listing("ListChannels", "channels", "channel", (s) => ({ filterByRecordingConfigurationArn: s.recordingConfiguration })),
  listing("ListChannels", "channels", "channel", (s) => ({ filterByPlaybackRestrictionPolicyArn: s.policy })),
  listing("ListChannels", "channels", "channel", (s) => ({ filterByAdConfigurationArn: s.adConfiguration })),
  listing("ListChannels", "channels", "channel", (s) => ({ filterByFailoverSlateConfigurationArn: s.slate })),
  {
    operation: "ListChannels",
    input: () => ({ filterByName: "no-such-name" }),
    then: (output) => assert.deepEqual(body(output).channels, []),
  },
  {
    operation: "BatchGetChannel",
    input: (s) => ({ arns: [s.plainChannel, `${s.channel}X`, s.channel] }),
    then(output, s) {
      assert.deepEqual(output.channels.map((/** @type {any} */ c) => c.arn).sort(), [s.channel, s.plainChannel].sort());
      assert.equal(output.errors.length, 1);
      has(output.errors[0], { arn: `${s.channel}X` });
      assert.ok(output.errors[0].code.length > 0);
    },
  },
  {
    operation: "UpdateChannel",
    input: (s) => ({ arn: s.channel, recordingConfigurationArn: "", name: "renamed" }),
    then: ({ channel: it }, s) =>
      has(it, { arn: s.channel, name: "renamed", recordingConfigurationArn: "", authorized: true, playbackRestrictionPolicyArn: s.policy }),
  },
  {
    operation: "UpdateChannel",
    input: (s) => ({ arn: s.plainChannel, type: "ADVANCED_HD", preset: "CONSTRAINED_BANDWIDTH_DELIVERY", insecureIngest: true }),
    then: ({ channel: it }) => has(it, { type: "ADVANCED_HD", preset: "CONSTRAINED_BANDWIDTH_DELIVERY", insecureIngest: true, authorized: false }),
  },

  // Stream keys
  {
    operation: "GetStreamKey",
    input: (s) => ({ arn: s.firstStreamKey }),
    then: ({ streamKey: it }, s) => has(it, { arn: s.firstStreamKey, channelArn: s.channel }),
  },
  {
    operation: "ListStreamKeys",
    input: (s) => ({ channelArn: s.channel, maxResults: 50 }),
    then(output, s) {
      assert.deepEqual(output.streamKeys.map((/** @type {any} */ key) => key.arn), [s.firstStreamKey]);
      assert.equal(output.streamKeys[0].value, undefined, "a summary has no secret");
    },
  },
  {
    operation: "DeleteStreamKey",
    input: (s) => ({ arn: s.firstStreamKey }),
    then: empty,
  },
  {
    operation: "CreateStreamKey",
    input: (s) => ({ channelArn: s.channel, tags: TAGS }),
    then({ streamKey: made }, s) {
      s.streamKeyArn = arn(made, "stream-key");
      s.streamKey = made.value;
      has(made, { channelArn: s.channel, tags: TAGS });
      assert.notEqual(s.streamKeyArn, s.firstStreamKey);
    },
  },
  {
    operation: "BatchGetStreamKey",
    input: (s) => ({ arns: [s.streamKeyArn, s.firstStreamKey] }),
    then(output, s) {
      assert.deepEqual(output.streamKeys.map((/** @type {any} */ key) => key.arn), [s.streamKeyArn]);
      assert.deepEqual(output.errors.map((/** @type {any} */ error) => error.arn), [s.firstStreamKey]);
    },
  },

  // A live stream
  {
    operation: "GetStream",
    async before(s, local) {
      s.wentLive = Date.now();
      s.stream = (await local.goLive(s.streamKey, { health: "HEALTHY", viewerCount: 3 })).streamId;
    },
    input: (s) => ({ channelArn: s.channel }),
    then({ stream: it }, s) {
      has(it, { channelArn: s.channel, streamId: s.stream, state: "LIVE", health: "HEALTHY", viewerCount: 3 });
      assert.ok(it.startTime instanceof Date, "startTime is a Date");
      assert.ok(Math.abs(it.startTime.getTime() - s.wentLive) < 60_000, `${it.startTime.toISOString()} is now`);
      s.startTime = it.startTime.getTime();
    },
  },
  {
    operation: "ListStreams",
    input: () => ({ filterBy: { health: "HEALTHY" } }),
    then(output, s) {
      assert.equal(output.streams.length, 1);
      has(output.streams[0], { channelArn: s.channel, streamId: s.stream, state: "LIVE", viewerCount: 3 });
      assert.equal(output.streams[0].startTime.getTime(), s.startTime);
    },
  },
  {
    operation: "ListStreams",
    input: () => ({ filterBy: { health: "STARVING" } }),
    then: (output) => assert.deepEqual(body(output).streams, []),
  },
  {
    operation: "PutMetadata",
    input: (s) => ({ channelArn: s.channel, metadata: METADATA }),
    async then(output, s, local) {
      empty(output);
      assert.deepEqual((await local.metadata(s.channel)).map((item) => item.metadata), [METADATA]);
    },
  },
  {
    operation: "InsertAdBreak",
    input(s) {
      s.adBreakAt = new Date(Math.floor(Date.now() / 1000) * 1000 + 60_250); // a quarter of a second over
      return { channelArn: s.channel, durationSeconds: 30, ...(s.early ? {} : { adBreakId: "Ab0xxz345678", targetStartAt: s.adBreakAt }) };
    },
    then(output, s) {
      assert.match(output.adBreakId, s.early ? /^[a-zA-Z0-9]{12}$/ : /^Ab0xxz345678$/);
      if (s.early) return;
      assert.ok(output.targetStartAt instanceof Date, "targetStartAt is a Date");
      assert.equal(output.targetStartAt.toISOString(), s.adBreakAt.toISOString());
    },
  },
  {
    operation: "ListStreamSessions",
    input: (s) => ({ channelArn: s.channel, maxResults: 100 }),
    then(output, s) {
      assert.equal(output.streamSessions.length, 1);
      has(output.streamSessions[0], { streamId: s.stream, hasErrorEvent: false });
      assert.ok(output.streamSessions[0].startTime instanceof Date);
      assert.equal(output.streamSessions[0].endTime, undefined);
    },
  },
  {
    operation: "GetStreamSession",
    input: (s) => ({ channelArn: s.channel }),
    then({ streamSession: it }, s) {
      has(it, { streamId: s.stream });
      assert.equal(it.channel.arn, s.channel);
      assert.ok(it.truncatedEvents.length > 0);
      for (const event of it.truncatedEvents) assert.ok(event.eventTime instanceof Date, "every eventTime is a Date");
      for (const track of [it.ingestConfiguration.video.videoWidth, it.ingestConfiguration.audio.sampleRate]) assert.ok(Number.isInteger(track));
    },
  },
  {
    operation: "StartViewerSessionRevocation",
    input: (s) => ({ channelArn: s.channel, viewerId: "зритель 1", viewerSessionVersionsLessThanOrEqualTo: 0 }),
    then: empty,
  },
  {
    operation: "BatchStartViewerSessionRevocation",
    input: (s) => ({
      viewerSessions: [
        { channelArn: s.channel, viewerId: "viewer", viewerSessionVersionsLessThanOrEqualTo: 2147483647 },
        { channelArn: s.plainChannel, viewerId: "观众" },
      ],
    }),
    then: (output) => assert.deepEqual(output.errors ?? [], []),
  },
  {
    operation: "StopStream",
    input: (s) => ({ channelArn: s.channel }),
    then: empty,
  },
  {
    operation: "GetStreamSession",
    input: (s) => ({ channelArn: s.channel, streamId: s.stream }),
    then({ streamSession: it }, s) {
      assert.equal(it.startTime.getTime(), s.startTime);
      assert.ok(it.endTime instanceof Date && it.endTime >= it.startTime);
    },
  },

  // Tags: an ARN in the path, keys in the query
  {
    operation: "TagResource",
    input: (s) => ({ resourceArn: s.plainChannel, tags: { ...TAGS, "a b": "1", "a+b": "2", "a/b": "3", "a:b=c": "4", ab: "" } }),
    then: empty,
  },
  {
    operation: "ListTagsForResource",
    input: (s) => ({ resourceArn: s.plainChannel }),
    then: (output) => has(output, { tags: { ...TAGS, "a b": "1", "a+b": "2", "a/b": "3", "a:b=c": "4", ab: "" } }),
  },
  {
    operation: "UntagResource",
    input: (s) => ({ resourceArn: s.plainChannel, tagKeys: ["a b", "ключ", "a+b", "a/b", "𝒳", "a:b=c", "\u212b@", "日本語:キー"] }),
    then: empty,
  },
  {
    operation: "ListTagsForResource",
    input: (s) => ({ resourceArn: s.plainChannel }),
    then: (output) => has(output, { tags: { "team/a b": "x=1+2", "a.b_c-d": "a/b:c@d", ab: "" } }),
  },
  {
    operation: "UntagResource",
    input: (s) => ({ resourceArn: s.plainChannel, tagKeys: ["ab"] }),
    then: empty,
  },

  // The end
  { operation: "DeleteChannel", input: (s) => ({ arn: s.channel }), then: empty },
  { operation: "DeleteChannel", input: (s) => ({ arn: s.plainChannel }), then: empty },
  { operation: "DeleteChannel", input: (s) => ({ arn: s.emptyChannel }), then: empty },
  { operation: "DeletePlaybackKeyPair", input: (s) => ({ arn: s.keyPair }), then: empty },
  { operation: "DeleteFailoverSlateConfiguration", input: (s) => ({ arn: s.slate }), then: empty },
  { operation: "DeleteAdConfiguration", input: (s) => ({ arn: s.adConfiguration }), then: empty },
  { operation: "DeletePlaybackRestrictionPolicy", input: (s) => ({ arn: s.policy }), then: empty },
  { operation: "DeleteRecordingConfiguration", input: (s) => ({ arn: s.recordingConfiguration }), then: empty },
  { operation: "DeleteRecordingConfiguration", input: (s) => ({ arn: s.spareRecordingConfiguration }), then: empty },
  {
    operation: "ListChannels",
    input: () => undefined,
    then: (output) => assert.deepEqual(body(output), { channels: [] }),
  },
];

/**
 * Plays the scenario on a fresh `ivs-local`.
 *
 * @param {Call} call
 * @param {Local} local
 * @param {{ without?: (operation: string) => boolean, onStep?: (step: Step, input: any, output: any) => void }} [options]
 *   `without`: operations that the caller does not have; without failover slates it is treated as an early client of the API, and gets
 *   no inputs that came with them
 * @returns {Promise<{ operation: string, input: any, output: any }[]>}
 */
export async function play(call, local, { without = () => false, onStep = () => {} } = {}) {
  /** @type {State} */
  const state = { early: without("CreateFailoverSlateConfiguration") };
  const played = [];
  for (const [index, step] of steps.entries()) {
    if (without(step.operation)) continue;
    await step.before?.(state, local);
    for (let round = 0; ; round += 1) {
      assert.ok(round < 20, `${step.operation} ends its pages`);
      const input = step.input(state);
      if (state.early && input && Object.hasOwn(input, "filterByFailoverSlateConfigurationArn")) break;
      try {
        let output = await call(step.operation, input);
        for (const deadline = Date.now() + READY_TIMEOUT; step.ready && !step.ready(output); output = await call(step.operation, input)) {
          assert.ok(Date.now() < deadline, `not ready after ${READY_TIMEOUT / 1000} s: ${JSON.stringify(output)}`);
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        played.push({ operation: step.operation, input, output });
        onStep(step, input, output);
        await step.then?.(output, state, local);
      } catch (error) {
        throw new Error(`step ${index} of the scenario, ${step.operation}(${JSON.stringify(input)}): ${error}`, { cause: error });
      }
      if (!step.until || step.until(state)) break;
    }
  }
  return played;
}

/**
 * The same values with every id, time and token replaced by a placeholder, numbered by first appearance, so that two playings compare.
 *
 * @param {{ operation: string, output: any }[]} played
 */
export function comparable(played) {
  const names = new Map();
  const name = (/** @type {string} */ kind, /** @type {string} */ id) => {
    if (!names.has(id)) names.set(id, `<${kind} ${names.size}>`);
    return names.get(id);
  };
  const walk = (/** @type {any} */ value, /** @type {string} */ key) => {
    if (value instanceof Date) return "<time>";
    if (Array.isArray(value)) return value.map((item) => walk(item, key));
    if (value && typeof value === "object") {
      return Object.fromEntries(
        Object.keys(value)
          .sort()
          .map((member) => [member, walk(value[member], member)]),
      );
    }
    if (typeof value !== "string") return value;
    if (["nextToken", "passphrase", "value", "adBreakId"].includes(key)) return name(key, value);
    if (key === "ingestEndpoint" || key === "endpoint") return value.replace(/^[a-z0-9]+/i, (host) => name("host", host));
    return value
      .replace(/^http:\/\/127\.0\.0\.1:\d+/, "<server>")
      .replace(/(?<=:[a-z-]+\/)[a-zA-Z0-9-]{6,}/g, (id) => name("id", id))
      .replace(/\bst-[a-zA-Z0-9]{10,}/g, (id) => name("stream", id))
      .replace(/(?<=\/\/|\.)[a-zA-Z0-9]{10,}(?=\.)/g, (id) => name("host", id));
  };
  return played.map(({ operation, output }) => ({ operation, output: walk(body(output), "") }));
}

/**
 * Calls that the service rejects, with the name of the error. Each gets what `prepare` made.
 *
 * @type {{ title: string, error: string, status: number, operation: string, input: (made: State) => any }[]}
 */
export const refusals = [
  { title: "an unknown channel", error: "ResourceNotFoundException", status: 404, operation: "GetChannel", input: (m) => ({ arn: `${m.channel}X` }) },
  { title: "an unknown stream key", error: "ResourceNotFoundException", status: 404, operation: "DeleteStreamKey", input: (m) => ({ arn: `${m.streamKeyArn}X` }) },
  { title: "an unknown resource's tags", error: "ResourceNotFoundException", status: 404, operation: "ListTagsForResource", input: (m) => ({ resourceArn: `${m.channel}X` }) },
  { title: "a second stream key", error: "ServiceQuotaExceededException", status: 402, operation: "CreateStreamKey", input: (m) => ({ channelArn: m.channel }) },
  {
    title: "two filters of ListChannels",
    error: "ConflictException",
    status: 409,
    operation: "ListChannels",
    input: (m) => ({ filterByName: "name", filterByRecordingConfigurationArn: m.recordingConfiguration }),
  },
  { title: "deleting a live channel", error: "ConflictException", status: 409, operation: "DeleteChannel", input: (m) => ({ arn: m.liveChannel }) },
  { title: "the stream of an offline channel", error: "ChannelNotBroadcasting", status: 404, operation: "GetStream", input: (m) => ({ channelArn: m.channel }) },
  { title: "stopping an offline channel", error: "ChannelNotBroadcasting", status: 404, operation: "StopStream", input: (m) => ({ channelArn: m.channel }) },
  { title: "metadata for an offline channel", error: "ChannelNotBroadcasting", status: 404, operation: "PutMetadata", input: (m) => ({ channelArn: m.channel, metadata: "x" }) },
  { title: "a name that breaks the pattern", error: "ValidationException", status: 400, operation: "CreateChannel", input: () => ({ name: "no spaces allowed" }) },
  { title: "a name over its maximum", error: "ValidationException", status: 400, operation: "CreateChannel", input: () => ({ name: "n".repeat(129) }) },
  { title: "an unknown value of an enumeration", error: "ValidationException", status: 400, operation: "CreateChannel", input: () => ({ type: "PREMIUM" }) },
  { title: "a number over its maximum", error: "ValidationException", status: 400, operation: "ListChannels", input: () => ({ maxResults: 101 }) },
  { title: "too many ARNs", error: "ValidationException", status: 400, operation: "BatchGetChannel", input: (m) => ({ arns: Array(51).fill(m.channel) }) },
  { title: "an ARN of another kind", error: "ValidationException", status: 400, operation: "GetChannel", input: (m) => ({ arn: m.streamKeyArn }) },
  { title: "a tag key with a character that tags may not have", error: "ValidationException", status: 400, operation: "TagResource", input: (m) => ({ resourceArn: m.channel, tags: { "a&b": "" } }) },
  { title: "an unknown token", error: "ValidationException", status: 400, operation: "ListChannels", input: () => ({ nextToken: "AAAA" }) },
];

/**
 * What `refusals` need: an offline channel, a live one, a recording configuration.
 *
 * @param {Call} call
 * @param {Local} local
 * @returns {Promise<State>}
 */
export async function prepare(call, local) {
  const offline = await call("CreateChannel", { name: "offline" });
  const live = await call("CreateChannel", { name: "live" });
  const recording = await call("CreateRecordingConfiguration", { destinationConfiguration: DESTINATION });
  await local.goLive(live.streamKey.value);
  return {
    channel: offline.channel.arn,
    streamKeyArn: offline.streamKey.arn,
    liveChannel: live.channel.arn,
    recordingConfiguration: recording.recordingConfiguration.arn,
  };
}
