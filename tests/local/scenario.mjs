// @ts-check
// The life of an account: all 46 operations, and what is refused of each. To add to it, add steps to the file of their subject; what a
// step needs of earlier ones it finds in the state under the names that these keep.

import { credentials, faults, playbackKeys, revocations, tags } from "./steps/access.mjs";
import { channels, QUOTA, streamKeys } from "./steps/channels.mjs";
import { ads, HOUR, policies, QUOTAS, recordings, slates } from "./steps/configurations.mjs";
import { end, events, streams } from "./steps/streams.mjs";

/** How ivs-local is started for it. */
export const OPTIONS = { seed: 20200714, creationMs: HOUR, quotas: { channel: QUOTA, ...QUOTAS } };

/** @type {import("./play.mjs").Step[]} */
export const STEPS = [
  ...recordings,
  ...policies,
  ...ads,
  ...slates,
  ...channels,
  ...streamKeys,
  ...playbackKeys.slice(0, -3),
  ...tags,
  ...playbackKeys.slice(-3),
  ...credentials,
  ...streams,
  ...events,
  ...revocations,
  ...faults,
  ...end,
];
