import { invalid } from "../read.js";

/** The value of a setting that the configuration leaves out, and where it was found: what an error about it names. */
export interface FoundSetting {
  value: string;
  /** Such as `AWS_MAX_ATTEMPTS`, or `max_attempts of profile "live" in ~/.aws/config`. */
  source: string;
}

/** A setting that is true or false, in whatever case. */
export function settingFlag({ value, source }: FoundSetting): boolean {
  const text = value.toLowerCase();
  if (text !== "true" && text !== "false") throw invalid(source, "expected true or false");
  return text === "true";
}
