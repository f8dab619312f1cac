// Stands in for the file of this name in runtimes that have an environment.
import type { Completed, Configured, RetryMode } from "../config.js";
import { invalid } from "../read.js";
import { defaultEndpoint, defaultRegion, defaultSetting } from "./default-setting.js";
import { type FoundSetting, settingFlag } from "./found-setting.js";

export async function complete(
  configured: Configured,
  endpointVariable: string,
  profile: string | undefined,
): Promise<Completed> {
  const { region, endpoint, useFipsEndpoint, useDualstackEndpoint, retryMode, maxAttempts } = configured;
  const find = (variable: string, profileKey: string) => defaultSetting([variable], profileKey, profile);
  const foundFlag = async (variable: string, profileKey: string) => {
    const found = await find(variable, profileKey);
    return found !== undefined && settingFlag(found);
  };
  return {
    region: region ?? regionOf(await defaultRegion(profile)),
    endpoint:
      endpoint === undefined
        ? await defaultEndpoint(endpointVariable, profile)
        : { value: endpoint, source: "config.endpoint" },
    useFipsEndpoint: useFipsEndpoint ?? (await foundFlag("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")),
    useDualstackEndpoint:
      useDualstackEndpoint ?? (await foundFlag("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")),
    retryMode: retryMode ?? modeOf(await find("AWS_RETRY_MODE", "retry_mode")),
    maxAttempts: maxAttempts ?? attemptsOf(await find("AWS_MAX_ATTEMPTS", "max_attempts")),
  };
}

/** A region that was found; one that is configured is checked in the wasm. */
function regionOf(found: FoundSetting | undefined): string {
  if (!found || /^[a-z\d]([a-z\d-]{0,61}[a-z\d])?$/i.test(found.value)) return found?.value ?? "";
  throw invalid(found.source, 'must be a region such as "us-west-2": letters, digits and inner hyphens');
}

function attemptsOf(found: FoundSetting | undefined): number {
  const value = Number(found?.value ?? 3);
  if (found && !(Number.isInteger(value) && value >= 1)) throw invalid(found.source, "expected a number of at least 1");
  return value;
}

function modeOf(found: FoundSetting | undefined): RetryMode {
  // Other tools have an older mode, which AWS's SDK for JavaScript takes for the standard one, too.
  if (!found || found.value === "legacy" || found.value === "standard") return "standard";
  if (found.value === "adaptive") return "adaptive";
  throw invalid(found.source, 'expected "standard" or "adaptive"');
}
