// The claims of a playback token: their names here and in the token, and what Amazon IVS documents of their values.
import {
  oneOf,
  readBoolean,
  readChannelArn,
  readPlayerParams,
  readText,
  readUuid,
  readVersion,
  readViewerId,
} from "./claim-values.js";
import { readOrigins } from "./origins.js";

/** When the token expires: one of both is required. It is checked when playback starts; it does not end playback. */
export type PlaybackExpiry =
  | {
      /** Whole seconds since 1970, in the future. Not milliseconds: `Math.floor(Date.now() / 1000) + 300`. */
      exp: number;
      ttl?: undefined;
    }
  | {
      /** Length of time from now, in `s`, `m`, `h` or `d`: `"90s"`, `"5m"`, `"2h"`, `"1d"`. */
      ttl: string;
      exp?: undefined;
    };

/**
 * What a token allows. Members that are `undefined` or `null` are absent. The whole token may have 2,048 bytes, which leaves about 1,400 for
 * the claims as JSON.
 *
 * A claim that Amazon IVS has added since is passed on as it is, under its name in the token: `"aws:name"`.
 * @see https://docs.aws.amazon.com/ivs/latest/LowLatencyUserGuide/private-channels-generate-tokens.html
 */
export type PlaybackClaims = PlaybackExpiry & DocumentedClaims & { [claim: `aws:${string}`]: unknown };

/** The documented claims. */
export interface DocumentedClaims {
  /** The channel that may be watched: its ARN, 128 characters at most. */
  channelArn: string;
  /**
   * Origins of the pages that may play it: an array, or a string with commas. A host may begin with `*`: `"https://*.example.com"`.
   * Default: every origin. Browsers alone obey it, unless `strictOriginEnforcement` is set.
   */
  accessControlAllowOrigin?: string | readonly string[] | undefined;
  /**
   * Whether playlists and segments are refused to any client that does not send one of these origins, of which there are 5 at most. Default:
   * `false`.
   */
  strictOriginEnforcement?: boolean | undefined;
  /** A UUID: the token can be used once, within 10 minutes. */
  singleUseUuid?: string | undefined;
  /** Whose session it is, for {@link revokeViewer}: 1 to 40 characters, without personal data. The token is valid for 10 minutes at most. */
  viewerId?: string | undefined;
  /**
   * Version of the viewer's session, a safe integer: sessions up to a version can be revoked. Default: 0. Needs `viewerId`. Seconds since
   * 1970 are a good one; milliseconds are not, because a revocation names 2,147,483,647 at most.
   */
  viewerSessionVersion?: number | undefined;
  /** The best resolution that the viewer gets. Default: the stream's. */
  maximumResolution?: "SD" | "HD" | "FULL_HD" | undefined;
  /** Whether the viewer gets no ads. Default: `false`. */
  adsOptOut?: boolean | undefined;
  /** Parameters for AWS Elemental MediaTailor's ad requests, `player_params.*`: keys and values have 1,000 bytes of UTF-8 at most. */
  adsPlayerParams?: Readonly<Record<string, string>> | undefined;
  /** Name of one of the channel's MediaTailor playback configurations. Default: the first. */
  adsPlaybackConfigName?: string | undefined;
  /** Who reports which ads were seen. Default: `SERVER`. */
  adsReportingMode?: "CLIENT" | "SERVER" | undefined;
}

/** A claim as the token has it. */
interface ClaimRule {
  /** Its name there. */
  claim: `aws:${string}`;
  /** The type of its value there. */
  type: "string" | "boolean" | "number" | "object";
  /** Its value for the token, of what the caller gave; throws a `ParamValidationError` if that is wrong. */
  read(value: unknown, path: string): unknown;
}

/** The documented claims, in the order in which a token has them. */
export const CLAIMS: { [Name in keyof DocumentedClaims]-?: ClaimRule } = {
  channelArn: { claim: "aws:channel-arn", type: "string", read: readChannelArn },
  accessControlAllowOrigin: { claim: "aws:access-control-allow-origin", type: "string", read: readOrigins },
  strictOriginEnforcement: { claim: "aws:strict-origin-enforcement", type: "boolean", read: readBoolean },
  singleUseUuid: { claim: "aws:single-use-uuid", type: "string", read: readUuid },
  viewerId: { claim: "aws:viewer-id", type: "string", read: readViewerId },
  viewerSessionVersion: { claim: "aws:viewer-session-version", type: "number", read: readVersion },
  maximumResolution: { claim: "aws:maximum-resolution", type: "string", read: oneOf("SD", "HD", "FULL_HD") },
  adsOptOut: { claim: "aws:ads-opt-out", type: "boolean", read: readBoolean },
  adsPlayerParams: { claim: "aws:ads-player-params", type: "object", read: readPlayerParams },
  adsPlaybackConfigName: { claim: "aws:ads-playback-config-name", type: "string", read: readText },
  adsReportingMode: { claim: "aws:ads-reporting-mode", type: "string", read: oneOf("CLIENT", "SERVER") },
};
