// @ts-check
// Claims of playback tokens, made at random.

import { randomUUID } from "node:crypto";

/** The claims that Amazon IVS documents, in camelCase and as in a token. */
export const NAMES = {
  channelArn: "aws:channel-arn",
  accessControlAllowOrigin: "aws:access-control-allow-origin",
  strictOriginEnforcement: "aws:strict-origin-enforcement",
  singleUseUuid: "aws:single-use-uuid",
  viewerId: "aws:viewer-id",
  viewerSessionVersion: "aws:viewer-session-version",
  maximumResolution: "aws:maximum-resolution",
  adsOptOut: "aws:ads-opt-out",
  adsPlayerParams: "aws:ads-player-params",
  adsPlaybackConfigName: "aws:ads-playback-config-name",
  adsReportingMode: "aws:ads-reporting-mode",
};

/** Claims, what a token has of them, and when it expires. @param {() => number} random */
export function randomClaims(random) {
  const below = (/** @type {number} */ count) => Math.floor(random() * count);
  const pick = (/** @type {any[]} */ from) => from[below(from.length)];
  const text = (/** @type {number} */ most) => Array.from({ length: 1 + below(most) }, () => pick([..."abcXYZ019-_ .:/+&=\"\\<é漢😀"])).join("");
  const sometimes = (/** @type {() => unknown} */ make) => (random() < 0.5 ? make() : undefined);
  const origins = ["*", "https://example.com", "https://*.example.com", "http://localhost:8080", "https://*example.org", "http://[::1]:3000", "capacitor://localhost"];
  const viewerId = sometimes(() => text(40));
  const singleUseUuid = sometimes(randomUUID);
  const list = /** @type {string[] | undefined} */ (sometimes(() => Array.from({ length: 1 + below(5) }, () => pick(origins))));
  const now = Math.floor(Date.now() / 1000);
  const seconds = 60 + below(viewerId || singleUseUuid ? 530 : 1_000_000);
  const given = /** @type {Record<string, any>} */ ({
    channelArn: `arn:aws:ivs:${pick(["us-west-2", "eu-central-1"])}:123456789012:channel/${pick([..."Ab1-"])}bC`,
    accessControlAllowOrigin: Array.isArray(list) && random() < 0.5 ? list.join(pick([",", ", "])) : list,
    strictOriginEnforcement: list ? sometimes(() => random() < 0.5) : undefined,
    singleUseUuid,
    viewerId,
    viewerSessionVersion: viewerId ? sometimes(() => pick([0, 1, now, Date.now(), Number.MAX_SAFE_INTEGER])) : undefined,
    maximumResolution: sometimes(() => pick(["SD", "HD", "FULL_HD"])),
    adsOptOut: sometimes(() => random() < 0.5),
    adsPlayerParams: sometimes(() => Object.fromEntries(Array.from({ length: below(4) }, () => [pick([text(20), "__proto__", "constructor"]), text(40)]))),
    adsPlaybackConfigName: sometimes(() => text(40)),
    adsReportingMode: sometimes(() => pick(["CLIENT", "SERVER"])),
  });
  for (const name of Object.keys(given)) if (given[name] === undefined && random() < 0.5) delete given[name];
  const expected = new Map(Object.entries(NAMES).flatMap(([name, claim]) => (given[name] === undefined ? [] : [[claim, given[name]]])));
  if (list) expected.set("aws:access-control-allow-origin", list.join(","));
  const added = sometimes(() => ({ a: [1, null, text(5)] }));
  if (added) expected.set("aws:added-later", (given["aws:added-later"] = added));
  Object.assign(given, random() < 0.5 ? { exp: now + seconds } : { ttl: `${seconds}s` });
  return { given, expected: Object.fromEntries(expected), exp: now + seconds };
}
