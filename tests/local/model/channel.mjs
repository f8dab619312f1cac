// @ts-check
// What a channel is with given settings, and which of them exclude each other.

const REFERENCES = {
  recordingConfigurationArn: "recording-configuration",
  playbackRestrictionPolicyArn: "playback-restriction-policy",
  adConfigurationArn: "ad-configuration",
  failoverSlateConfigurationArn: "failover-slate-configuration",
};
const MULTITRACK = { enabled: false, policy: "ALLOW", maximumResolution: "FULL_HD" };
const NEW = {
  name: "",
  latencyMode: "LOW",
  type: "STANDARD",
  authorized: false,
  insecureIngest: false,
  preset: "",
  containerFormat: "TS",
  multitrackInputConfiguration: MULTITRACK,
  recordingConfigurationArn: "",
  playbackRestrictionPolicyArn: "",
  adConfigurationArn: "",
  failoverSlateConfigurationArn: "",
};

/**
 * @param {any} old the channel before; undefined for a new one
 * @param {any} input the settings
 * @param {Record<string, Map<string, any>>} tables
 * @param {(fine: any, code: string) => void} unless
 * @returns {(told: any) => any} the channel, but for its tags and ARN; addresses and passphrases are as told
 */
export function channelOf(old, { tags, ...input }, tables, unless) {
  for (const [member, kind] of Object.entries(REFERENCES)) {
    unless(!input[member] || tables[kind]?.has(input[member]), "ResourceNotFoundException");
  }
  const channel = { ...NEW, ...old, ...input };
  const advanced = channel.type.startsWith("ADVANCED");
  unless(advanced || input.preset === undefined, "ValidationException");
  if (!advanced) channel.preset = "";
  else if (!channel.preset) channel.preset = "HIGHER_BANDWIDTH_DELIVERY";

  const tracks = input.multitrackInputConfiguration;
  if (tracks) {
    unless(!tracks.enabled || (tracks.policy && tracks.maximumResolution), "ValidationException");
    channel.multitrackInputConfiguration = { ...MULTITRACK, ...tracks };
  }
  // Ads go into transport streams only, several tracks into fragmented MP4 only.
  unless(!channel.adConfigurationArn || channel.containerFormat === "TS", "ValidationException");
  const fits = channel.type === "STANDARD" && channel.containerFormat === "FRAGMENTED_MP4";
  unless(!channel.multitrackInputConfiguration.enabled || fits, "ValidationException");

  return ({ ingestEndpoint, playbackUrl, srt }) => {
    const kept = old?.srt.passphrase;
    const passphrase = channel.insecureIngest ? "" : kept || srt.passphrase;
    return {
      ...channel,
      ingestEndpoint: old?.ingestEndpoint ?? ingestEndpoint,
      playbackUrl: old?.playbackUrl ?? playbackUrl,
      srt: { endpoint: old?.srt.endpoint ?? srt.endpoint, passphrase },
    };
  };
}
