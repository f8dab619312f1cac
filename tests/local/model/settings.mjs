// @ts-check
// What each kind of resource is with given settings, and which settings are refused.

import { createHash, createPublicKey } from "node:crypto";
import { channelOf } from "./channel.mjs";

const INVALID = "ValidationException";
const COUNTRIES = new Set(["DE", "FR", "JP", "US"]);
const isOrigin = (/** @type {string} */ text) => /^https?:\/\/[a-z0-9.-]+(:\d+)?$/.test(text);

/**
 * What a resource of a kind is with these settings.
 *
 * @param {import("./model.mjs").Model} model
 * @param {string} kind
 * @param {any} old what it was before; undefined for a new one
 * @param {any} input
 * @param {(fine: any, code: string) => void} unless
 * @returns {(told: any) => any} the resource, but for its ARN and tags; names that the service makes up are as told
 */
export function settingsOf(model, kind, old, input, unless) {
  const settings = /** @type {(defaults: object) => any} */ ((defaults) => ({ ...defaults, ...old, ...input }));
  switch (kind) {
    case "channel":
      return channelOf(old, input, model.tables, unless);
    case "stream-key":
      return ({ value }) => ({ value, channelArn: input.channelArn });
    case "playback-key": {
      const fingerprint = fingerprintOf(input.publicKeyMaterial);
      unless(fingerprint, INVALID);
      unless(![...(model.tables[kind]?.values() ?? [])].some((key) => key.fingerprint === fingerprint), "ConflictException");
      return () => ({ name: input.name ?? "", fingerprint });
    }
    case "playback-restriction-policy":
      unless(
        (input.allowedCountries ?? []).every((/** @type {string} */ country) => COUNTRIES.has(country)),
        INVALID,
      );
      unless((input.allowedOrigins ?? []).every(isOrigin), INVALID);
      return () => settings({ allowedCountries: [], allowedOrigins: [], enableStrictOriginEnforcement: false, name: "" });
    case "recording-configuration": {
      const { thumbnailConfiguration: thumbnails = {}, renditionConfiguration: renditions = {} } = input;
      unless(input.destinationConfiguration.s3, INVALID);
      // Outside of us-east-1 the service sees at once that a bucket is in another region.
      unless(!input.destinationConfiguration.s3?.bucketName.includes("other-region"), INVALID);
      const atIntervals = thumbnails.recordingMode !== "DISABLED";
      unless(atIntervals || !("targetIntervalSeconds" in thumbnails), INVALID);
      unless(renditions.renditionSelection !== "CUSTOM" || renditions.renditions?.length > 0, INVALID);
      const thumbnailConfiguration = atIntervals ? { recordingMode: "INTERVAL", targetIntervalSeconds: 60, storage: ["SEQUENTIAL"], ...thumbnails } : thumbnails;
      const renditionConfiguration = { renditionSelection: "ALL", renditions: [], ...renditions };
      return () => ({ name: "", recordingReconnectWindowSeconds: 0, ...input, thumbnailConfiguration, renditionConfiguration, state: "CREATING", since: model.now });
    }
    case "ad-configuration":
      return () => settings({ name: "", postRollConfiguration: { durationSeconds: 15, enabled: false } });
    default:
      return () => ({
        ...settings({ name: "", activationThresholdSeconds: 3, minSlateDisplaySeconds: 3, maxSlateDisplaySeconds: 60 }),
        state: old ? "UPDATING" : "CREATING",
        since: model.now,
      });
  }
}

/** MD5 of a P-384 key in DER, in pairs of hexadecimal digits. @param {string} pem @returns {string | undefined} */
function fingerprintOf(pem) {
  try {
    const key = createPublicKey(pem);
    if (key.asymmetricKeyDetails?.namedCurve !== "secp384r1") return undefined;
    return createHash("md5")
      .update(key.export({ type: "spki", format: "der" }))
      .digest("hex")
      .replace(/..(?!$)/g, "$&:");
  } catch {
    return undefined;
  }
}
