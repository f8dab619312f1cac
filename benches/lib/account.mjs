// @ts-check
// The account and the channels of all measurements.

export const REGION = "us-west-2";
export const CREDENTIALS = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };

/** What the ARNs of the account begin with. */
export const ACCOUNT = `arn:aws:ivs:${REGION}:123456789012`;

/** The channel with so many tags. */
export const channelArn = (/** @type {number} */ count) => `${ACCOUNT}:channel/tags${count}`;

export const tags = (/** @type {number} */ count) =>
  Object.fromEntries(Array.from({ length: count }, (_, i) => [`team-${i}`, `value of tag number ${i}`]));
