import { environmentVariable } from "../environment.js";
import { invalid } from "../read.js";

/** The value of a setting that the configuration leaves out, and where it was found: what an error about it names. */
export interface FoundSetting {
  value: string;
  /** Such as `AWS_MAX_ATTEMPTS`, or `max_attempts of profile "live" in ~/.aws/config`. */
  source: string;
}

/** A setting by its environment variables: the first that is set and not empty counts. */
export function variableSetting(variables: readonly string[]): FoundSetting | undefined {
  for (const source of variables) {
    const value = environmentVariable(source);
    if (value) return { value, source };
  }
  return undefined;
}

/** A setting that is true or false, in whatever case. */
export function settingFlag({ value, source }: FoundSetting): boolean {
  const text = value.toLowerCase();
  if (text !== "true" && text !== "false") throw invalid(source, "expected true or false");
  return text === "true";
}
