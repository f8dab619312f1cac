// @ts-check
// What channels refer to: recording configurations, playback restriction policies, ad and failover slate configurations.

import { arnOf, call, fails, invalid, missing, nobody, pages, refused } from "./step.mjs";

const S3 = { s3: { bucketName: "bucket-of-recordings" } };
const TAILOR = "arn:aws:mediatailor:us-west-2:123456789012:playbackConfiguration/";
const tailors = (/** @type {string[]} */ ...names) => names.map((name) => ({ playbackConfigurationArn: TAILOR + name }));
const quota = (/** @type {number} */ most, /** @type {string} */ kind) => `The account has all the ${most} resources ${kind} that it may have.`;

/** Milliseconds that a configuration takes to be ready: none is before a step waits for it. */
export const HOUR = 3_600_000;

/** The quotas that the steps use up. */
export const QUOTAS = { "recording-configuration": 4, "playback-restriction-policy": 3, "ad-configuration": 3, "failover-slate-configuration": 2 };

/** @type {import("../play.mjs").Step[]} */
export const recordings = [
  call("ListRecordingConfigurations", {}, { recordingConfigurations: [], nextToken: undefined }),
  call(
    "CreateRecordingConfiguration",
    { destinationConfiguration: S3 },
    {
      recordingConfiguration: {
        arn: arnOf("recording-configuration"),
        name: "",
        destinationConfiguration: S3,
        recordingReconnectWindowSeconds: 0,
        tags: {},
        thumbnailConfiguration: { recordingMode: "INTERVAL", targetIntervalSeconds: 60, storage: ["SEQUENTIAL"] },
        renditionConfiguration: { renditionSelection: "ALL", renditions: [] },
        state: "CREATING",
      },
    },
    { recording: "recordingConfiguration.arn" },
  ),
  call(
    "CreateRecordingConfiguration",
    {
      name: "all_of-it",
      destinationConfiguration: { s3: { bucketName: "another.bucket-1" } },
      thumbnailConfiguration: { recordingMode: "INTERVAL", targetIntervalSeconds: 5, resolution: "LOWEST_RESOLUTION", storage: ["SEQUENTIAL", "LATEST"] },
      renditionConfiguration: { renditionSelection: "CUSTOM", renditions: ["HD", "SD"] },
      recordingReconnectWindowSeconds: 300,
      tags: { stage: "test" },
    },
    {
      recordingConfiguration: {
        name: "all_of-it",
        thumbnailConfiguration: { targetIntervalSeconds: 5, resolution: "LOWEST_RESOLUTION", storage: ["SEQUENTIAL", "LATEST"] },
        renditionConfiguration: { renditionSelection: "CUSTOM", renditions: ["HD", "SD"] },
        recordingReconnectWindowSeconds: 300,
        tags: { stage: "test" },
      },
    },
    { spareRecording: "recordingConfiguration.arn" },
  ),
  call(
    "CreateRecordingConfiguration",
    { destinationConfiguration: { s3: { bucketName: "a-missing-bucket" } }, thumbnailConfiguration: { recordingMode: "DISABLED" } },
    { recordingConfiguration: { state: "CREATING", thumbnailConfiguration: { recordingMode: "DISABLED", targetIntervalSeconds: undefined } } },
    { failedRecording: "recordingConfiguration.arn" },
  ),
  call("GetRecordingConfiguration", (s) => ({ arn: s.recording }), { recordingConfiguration: { state: "CREATING" } }),
  { wait: HOUR },
  call("GetRecordingConfiguration", (s) => ({ arn: s.recording }), { recordingConfiguration: { state: "ACTIVE" } }),
  call("GetRecordingConfiguration", (s) => ({ arn: s.failedRecording }), { recordingConfiguration: { state: "CREATE_FAILED" } }),
  refused("CreateRecordingConfiguration", {}, "CreateRecordingConfiguration.destinationConfiguration is a required attribute"),
  invalid("CreateRecordingConfiguration", { destinationConfiguration: {} }, "input.destinationConfiguration.s3: is required"),
  refused("CreateRecordingConfiguration", { destinationConfiguration: { s3: {} } }, "input.destinationConfiguration.s3.bucketName: is required"),
  refused(
    "CreateRecordingConfiguration",
    { destinationConfiguration: { s3: { bucketName: "ab" } } },
    "input.destinationConfiguration.s3.bucketName: must have at least 3 characters",
  ),
  invalid("CreateRecordingConfiguration", { destinationConfiguration: { s3: { bucketName: "Bucket" } } }, "input.destinationConfiguration.s3.bucketName: must match [a-z0-9-.]+"),
  invalid(
    "CreateRecordingConfiguration",
    { destinationConfiguration: { s3: { bucketName: "b".repeat(64) } } },
    "input.destinationConfiguration.s3.bucketName: must have at most 63 characters",
  ),
  invalid(
    "CreateRecordingConfiguration",
    { destinationConfiguration: { s3: { bucketName: "of-other-region" } } },
    "input.destinationConfiguration.s3.bucketName: the bucket of-other-region is not in us-west-2; use one of this region",
  ),
  invalid("CreateRecordingConfiguration", { destinationConfiguration: S3, recordingReconnectWindowSeconds: 301 }, "input.recordingReconnectWindowSeconds: must be at most 300"),
  refused("CreateRecordingConfiguration", { destinationConfiguration: S3, recordingReconnectWindowSeconds: -1 }, "input.recordingReconnectWindowSeconds: must be at least 0"),
  invalid(
    "CreateRecordingConfiguration",
    { destinationConfiguration: S3, thumbnailConfiguration: { recordingMode: "DISABLED", targetIntervalSeconds: 10 } },
    "input.thumbnailConfiguration.targetIntervalSeconds: is only for the recording mode INTERVAL",
  ),
  invalid(
    "CreateRecordingConfiguration",
    { destinationConfiguration: S3, renditionConfiguration: { renditionSelection: "CUSTOM" } },
    "input.renditionConfiguration.renditions: is required for the rendition selection CUSTOM",
  ),
  invalid(
    "CreateRecordingConfiguration",
    { destinationConfiguration: S3, thumbnailConfiguration: { storage: ["LATEST", "NEWEST"], resolution: "4K" } },
    "input.thumbnailConfiguration.resolution: must be one of SD, HD, FULL_HD, LOWEST_RESOLUTION; input.thumbnailConfiguration.storage[1]: must be one of SEQUENTIAL, LATEST",
  ),
  ...[1, 2, 3, 4].flatMap((size) => pages("ListRecordingConfigurations", "recordingConfigurations", 3, size)),
  call("CreateRecordingConfiguration", { destinationConfiguration: S3 }),
  fails("CreateRecordingConfiguration", { destinationConfiguration: S3 }, "ServiceQuotaExceededException", quota(4, "recording-configuration")),
  call("DeleteRecordingConfiguration", (s) => ({ arn: s.failedRecording })),
  missing("GetRecordingConfiguration", "arn", (/** @type {any} */ s) => s.failedRecording),
  missing("DeleteRecordingConfiguration", "arn", nobody("recording-configuration")),
];

/** @type {import("../play.mjs").Step[]} */
export const policies = [
  call(
    "CreatePlaybackRestrictionPolicy",
    {},
    {
      playbackRestrictionPolicy: { arn: arnOf("playback-restriction-policy"), name: "", allowedCountries: [], allowedOrigins: [], enableStrictOriginEnforcement: false, tags: {} },
    },
    { policy: "playbackRestrictionPolicy.arn" },
  ),
  call(
    "CreatePlaybackRestrictionPolicy",
    { name: "europe", allowedCountries: ["FR", "DE"], allowedOrigins: ["https://example.com", "http://localhost:3000"], enableStrictOriginEnforcement: true, tags: { ключ: "" } },
    {
      playbackRestrictionPolicy: {
        allowedCountries: ["FR", "DE"],
        allowedOrigins: ["https://example.com", "http://localhost:3000"],
        enableStrictOriginEnforcement: true,
        tags: { ключ: "" },
      },
    },
    { europe: "playbackRestrictionPolicy.arn" },
  ),
  call("GetPlaybackRestrictionPolicy", (s) => ({ arn: s.europe }), { playbackRestrictionPolicy: { name: "europe" } }),
  call("UpdatePlaybackRestrictionPolicy", (s) => ({ arn: s.europe, allowedCountries: [], enableStrictOriginEnforcement: false }), {
    playbackRestrictionPolicy: {
      name: "europe",
      allowedCountries: [],
      allowedOrigins: ["https://example.com", "http://localhost:3000"],
      enableStrictOriginEnforcement: false,
      tags: { ключ: "" },
    },
  }),
  invalid("CreatePlaybackRestrictionPolicy", { allowedCountries: ["FR", "XX"] }, "input.allowedCountries[1]: is not a country code of ISO 3166-1 alpha-2"),
  invalid("CreatePlaybackRestrictionPolicy", { allowedCountries: ["FRA"] }, "input.allowedCountries[0]: must have at most 2 characters"),
  invalid(
    "UpdatePlaybackRestrictionPolicy",
    (s) => ({ arn: s.policy, allowedOrigins: ["https://example.com/"] }),
    "input.allowedOrigins[0]: is not an origin such as https://example.com",
  ),
  missing("UpdatePlaybackRestrictionPolicy", "arn", nobody("playback-restriction-policy"), { name: "new" }),
  missing("GetPlaybackRestrictionPolicy", "arn", nobody("playback-restriction-policy")),
  call("ListPlaybackRestrictionPolicies", {}, { playbackRestrictionPolicies: [{ name: "" }], nextToken: /./ }),
  call("CreatePlaybackRestrictionPolicy", { name: "third" }, {}, { third: "playbackRestrictionPolicy.arn" }),
  ...[1, 2, 3].flatMap((size) => pages("ListPlaybackRestrictionPolicies", "playbackRestrictionPolicies", 3, size)),
  fails("CreatePlaybackRestrictionPolicy", {}, "ServiceQuotaExceededException", quota(3, "playback-restriction-policy")),
  call("DeletePlaybackRestrictionPolicy", (s) => ({ arn: s.third })),
  missing("DeletePlaybackRestrictionPolicy", "arn", (/** @type {any} */ s) => s.third),
];

/** @type {import("../play.mjs").Step[]} */
export const ads = [
  call(
    "CreateAdConfiguration",
    { mediaTailorPlaybackConfigurations: tailors("one") },
    { adConfiguration: { arn: arnOf("ad-configuration"), name: "", mediaTailorPlaybackConfigurations: tailors("one"), tags: {} } },
    { ads: "adConfiguration.arn" },
  ),
  call(
    "CreateAdConfiguration",
    { name: "ads", mediaTailorPlaybackConfigurations: tailors("one", "two", "three"), postRollConfiguration: { durationSeconds: 300, enabled: true }, tags: { a: "b" } },
    { adConfiguration: { name: "ads", postRollConfiguration: { durationSeconds: 300, enabled: true }, tags: { a: "b" } } },
    { spareAds: "adConfiguration.arn" },
  ),
  call("GetAdConfiguration", (s) => ({ arn: s.spareAds }), { adConfiguration: { mediaTailorPlaybackConfigurations: tailors("one", "two", "three") } }),
  call("UpdateAdConfiguration", (s) => ({ arn: s.spareAds, name: "", postRollConfiguration: { durationSeconds: 1, enabled: false } }), {
    adConfiguration: {
      name: "",
      mediaTailorPlaybackConfigurations: tailors("one", "two", "three"),
      postRollConfiguration: { durationSeconds: 1, enabled: false },
      tags: { a: "b" },
    },
  }),
  refused("CreateAdConfiguration", { name: "x" }, "CreateAdConfiguration.mediaTailorPlaybackConfigurations is a required attribute"),
  refused("CreateAdConfiguration", { mediaTailorPlaybackConfigurations: [] }, "input.mediaTailorPlaybackConfigurations: must have at least 1 items"),
  invalid("CreateAdConfiguration", { mediaTailorPlaybackConfigurations: tailors("a", "b", "c", "d") }, "input.mediaTailorPlaybackConfigurations: must have at most 3 items, has 4"),
  refused(
    "CreateAdConfiguration",
    { mediaTailorPlaybackConfigurations: tailors("a"), postRollConfiguration: { durationSeconds: 0 } },
    "input.postRollConfiguration.enabled: is required; input.postRollConfiguration.durationSeconds: must be at least 1",
  ),
  invalid(
    "UpdateAdConfiguration",
    (s) => ({ arn: s.ads, mediaTailorPlaybackConfigurations: [{ playbackConfigurationArn: "arn:aws:s3:::bucket" }] }),
    "input.mediaTailorPlaybackConfigurations[0].playbackConfigurationArn: must match arn:aws:mediatailor:[a-z0-9-]+:[0-9]+:playbackConfiguration/[a-zA-Z0-9-]+",
  ),
  missing("UpdateAdConfiguration", "arn", nobody("ad-configuration"), { name: "x" }),
  call("CreateAdConfiguration", { mediaTailorPlaybackConfigurations: tailors("x") }, {}, { thirdAds: "adConfiguration.arn" }),
  ...[1, 2, 3].flatMap((size) => pages("ListAdConfigurations", "adConfigurations", 3, size)),
  fails("CreateAdConfiguration", { mediaTailorPlaybackConfigurations: tailors("x") }, "ServiceQuotaExceededException", quota(3, "ad-configuration")),
  call("DeleteAdConfiguration", (s) => ({ arn: s.thirdAds })),
  missing("GetAdConfiguration", "arn", (/** @type {any} */ s) => s.thirdAds),
  missing("DeleteAdConfiguration", "arn", (/** @type {any} */ s) => s.thirdAds),
];

/** @type {import("../play.mjs").Step[]} */
export const slates = [
  call(
    "CreateFailoverSlateConfiguration",
    {},
    {
      failoverSlateConfiguration: {
        arn: arnOf("failover-slate-configuration"),
        name: "",
        activationThresholdSeconds: 3,
        minSlateDisplaySeconds: 3,
        maxSlateDisplaySeconds: 60,
        state: "CREATING",
        tags: {},
      },
    },
    { slate: "failoverSlateConfiguration.arn" },
  ),
  fails(
    "UpdateFailoverSlateConfiguration",
    (s) => ({ arn: s.slate, name: "early" }),
    "ConflictException",
    (/** @type {any} */ s) => `The configuration ${s.slate} is still being made or changed.`,
  ),
  call(
    "CreateFailoverSlateConfiguration",
    { name: "slate", activationThresholdSeconds: 5, minSlateDisplaySeconds: 10, maxSlateDisplaySeconds: 180, tags: { a: "" } },
    { failoverSlateConfiguration: { name: "slate", activationThresholdSeconds: 5, minSlateDisplaySeconds: 10, maxSlateDisplaySeconds: 180, tags: { a: "" } } },
    { spareSlate: "failoverSlateConfiguration.arn" },
  ),
  { wait: HOUR },
  call("GetFailoverSlateConfiguration", (s) => ({ arn: s.slate }), { failoverSlateConfiguration: { state: "CREATED" } }),
  call("UpdateFailoverSlateConfiguration", (s) => ({ arn: s.spareSlate, name: "missing" }), { failoverSlateConfiguration: { state: "UPDATING" } }),
  { wait: HOUR },
  call("GetFailoverSlateConfiguration", (s) => ({ arn: s.spareSlate }), { failoverSlateConfiguration: { state: "CREATE_FAILED" } }),
  call("UpdateFailoverSlateConfiguration", (s) => ({ arn: s.slate, activationThresholdSeconds: 4 }), {
    failoverSlateConfiguration: { name: "", activationThresholdSeconds: 4, minSlateDisplaySeconds: 3, maxSlateDisplaySeconds: 60, state: "UPDATING" },
  }),
  refused("CreateFailoverSlateConfiguration", { activationThresholdSeconds: 2 }, "input.activationThresholdSeconds: must be at least 3"),
  invalid("CreateFailoverSlateConfiguration", { maxSlateDisplaySeconds: 181 }, "input.maxSlateDisplaySeconds: must be at most 180"),
  fails("CreateFailoverSlateConfiguration", {}, "ServiceQuotaExceededException", quota(2, "failover-slate-configuration")),
  ...[1, 2].flatMap((size) => pages("ListFailoverSlateConfigurations", "failoverSlateConfigurations", 2, size)),
  call("DeleteFailoverSlateConfiguration", (s) => ({ arn: s.spareSlate })),
  missing("GetFailoverSlateConfiguration", "arn", (/** @type {any} */ s) => s.spareSlate),
  missing("UpdateFailoverSlateConfiguration", "arn", nobody("failover-slate-configuration"), { name: "x" }),
  missing("DeleteFailoverSlateConfiguration", "arn", nobody("failover-slate-configuration")),
];
