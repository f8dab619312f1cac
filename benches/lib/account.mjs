// @ts-check
// The account and the channels of all measurements.

export const REGION = "us-west-2";
export const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

/** The prefix of the account's ARNs. */
export const ACCOUNT = `arn:aws:ivs:${REGION}:123456789012`;

/** ARN of a channel with so many tags. */
export const channelArn = (/** @type {number} */ count) => `${ACCOUNT}:channel/tags${count}`;

export const tags = (/** @type {number} */ count) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`team-${i}`, `value of tag number ${i}`]));
