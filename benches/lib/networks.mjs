// @ts-check
// The networks and processors under which pages are measured.

export const UNLIMITED = "no network limit";

/**
 * Latency and throughput of Chromium's "Fast 4G" and "Slow 4G" presets, in ms and Mbit/s; -1: not limited. A faster
 * network has more rounds, because latency, which hardly varies, is less of what they measure.
 */
const NETWORKS = [
  { network: UNLIMITED, latency: 0, down: -1, up: -1, rounds: 51 },
  { network: "8.1 Mbit/s, 165 ms", latency: 165, down: 8.1, up: 1.35, rounds: 13 },
  { network: "1.5 Mbit/s, 562 ms", latency: 562, down: 1.5, up: 0.675, rounds: 11 },
];

export const PROFILES = NETWORKS.flatMap((network) => [1, 4].map((slowdown) => ({ ...network, slowdown })));
