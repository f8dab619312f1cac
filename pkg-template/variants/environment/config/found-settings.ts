// Stands in for the file of this name where there is an environment. That file documents the function.
import type { Members } from "../config.js";
import { defaultSettings } from "../defaults/default-settings.js";
import { type FoundSetting, settingFlag } from "../defaults/found-setting.js";
import { flag, invalid } from "../read.js";
import { endpointParts } from "./endpoint.js";
import { checkedRegion } from "./region.js";

export async function foundSettings(members: Members, endpointVariable: string): Promise<Members> {
  const defaults = await defaultSettings(members.profile as string | undefined);
  const shared = (key: string) => () => defaults.setting(`AWS_${key.toUpperCase()}`, key);
  const found: Record<string, unknown> = {};
  const sources: Record<string, string> = {};
  const keep = (name: string, setting: FoundSetting | undefined, read: (found: FoundSetting) => unknown) => {
    if (!setting) return;
    sources[name] = setting.source;
    found[name] = read(setting);
  };
  const find = (name: string, search: () => FoundSetting | undefined, read: (found: FoundSetting) => unknown) => {
    if (members[name] === undefined) keep(name, search(), read);
  };
  // It alone may take time: an instance is asked for it.
  if (members.region === undefined)
    keep("region", await defaults.region(), ({ value, source }) => checkedRegion(value, source));
  find("useFipsEndpoint", shared("use_fips_endpoint"), settingFlag);
  find("useDualstackEndpoint", shared("use_dualstack_endpoint"), settingFlag);
  find("maxAttempts", shared("max_attempts"), readAttempts);
  find("retryMode", shared("retry_mode"), readRetryMode);
  find("userAgentAppId", shared("sdk_ua_app_id"), ({ value }) => value);
  if (!flag(members, "config", "ignoreConfiguredEndpointUrls"))
    find("endpoint", () => defaults.endpoint(endpointVariable), readEndpoint);

  // Names such as "us-east-1-fips", which older tools had for a region's FIPS endpoint.
  const region = members.region ?? found.region;
  const name = typeof region === "string" ? region.replace(/^fips-|-fips$/, "") : region;
  if (name !== region) Object.assign(found, { region: name, useFipsEndpoint: true });

  // The wasm refuses these, too, but knows nothing of where they were found.
  const all: Members = { ...members, ...found };
  const excluded = ["useFipsEndpoint", "useDualstackEndpoint"].find((name) => all[name] === true);
  if (excluded && all.endpoint !== undefined && (sources[excluded] || sources.endpoint))
    throw invalid(sources.endpoint ?? "config.endpoint", `cannot be combined with ${sources[excluded] ?? excluded}`);
  return found;
}

function readEndpoint({ value, source }: FoundSetting): string {
  endpointParts(value, source);
  return value;
}

function readAttempts({ value, source }: FoundSetting): number {
  const attempts = Number(value);
  if (Number.isInteger(attempts) && attempts >= 1) return attempts;
  throw invalid(source, "expected a number of at least 1");
}

function readRetryMode({ value, source }: FoundSetting): string {
  if (/^(standard|adaptive|legacy)$/.test(value)) return value;
  throw invalid(source, 'expected "standard" or "adaptive"');
}
