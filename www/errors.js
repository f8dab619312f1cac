// @ts-check
// Explains errors: what happened, and what the user can do about it.

/**
 * @typedef {object} Explanation
 * @property {string} what
 * @property {string[]} items the individual problems, if there are several
 * @property {string} remedy may be empty
 * @property {string} details name, status and request id
 */

/**
 * The context of an error. `connection` is undefined while connecting.
 *
 * @typedef {object} Circumstances
 * @property {string} doing e.g. "create the channel"
 * @property {boolean} local whether the endpoint is an `ivs-local`
 * @property {string} place the endpoint or the region, for sentences
 */

/** @typedef {[what: string, remedy: string]} Words */

/** Errors of this page, whose names are of no use to the user. */
const OURS = new Set(["LocalError", "NoStreamKey"]);

const RESTARTED = "If ivs-local was restarted it has new keys: disconnect, then use ivs-local again.";

/** @type {Record<string, (error: any, circumstances: Circumstances) => Words>} */
const WORDS = {
  ParamValidationError: (_, { doing }) => [
    `The input is not valid, so the request to ${doing} was not sent.`,
    "Correct it and try again.",
  ],
  ValidationException: (error, { doing }) => [
    `The service would not ${doing}: ${sentence(error.message)}`,
    "Correct the input and try again.",
  ],
  NetworkError: (_, { local, place }) => [
    `No response from ${place}.`,
    local
      ? "Is ivs-local still running? Start it with cargo xtask demo, then connect again."
      : "Check the network, the region and the endpoint. Browsers report the same when a server does not allow calls from other " +
        "sites (CORS), and a page served over https may only call https or this computer.",
  ],
  TimeoutError: (_, { place }) => [`No response from ${place} in time.`, "It may be busy, or the network slow: try again."],
  CredentialsError: () => ["The credentials are not usable.", "Enter an access key ID and a secret access key."],

  UnrecognizedClientException: (_, { local }) => [
    "This access key ID is unknown, or its session token does not match.",
    local ? RESTARTED : "Check the access key ID. Temporary keys (ASIA…) need their session token too.",
  ],
  InvalidSignatureException: signature,
  SignatureDoesNotMatch: signature,
  ExpiredTokenException: () => ["These temporary credentials have expired.", "Disconnect and connect with fresh ones."],
  AccessDeniedException: (error, { doing }) => [
    `These credentials do not permit to ${doing}.`,
    `Ask for the missing permission in an IAM policy. The service says: ${sentence(error.message)}`,
  ],

  ResourceNotFoundException: () => ["This no longer exists.", "It may have been deleted elsewhere: refresh the list."],
  ConflictException: (error, { doing }) =>
    doing === "delete the channel"
      ? ["A channel that is live cannot be deleted.", "Stop the stream, wait until it is offline, then delete again."]
      : [`The service would not ${doing}: ${sentence(error.message)}`, "Wait a moment, refresh and try again."],
  ChannelNotBroadcasting: (_, { local }) => [
    "The channel is not live, so there is no stream to work on.",
    local ? "Start the encoder first." : "Start streaming with an encoder first.",
  ],
  StreamUnavailable: () => ["The stream is not available at the moment.", "Try again in a few seconds."],
  ServiceQuotaExceededException: (error) => [
    `A quota of the account is used up: ${sentence(error.message)}`,
    "Delete what is not needed any more, or ask AWS for a higher quota.",
  ],
  ThrottlingException: () => ["Too many requests in a short time.", "Wait a few seconds, then try again."],
  PendingVerification: () => [
    "AWS is still verifying this account.",
    "It usually takes minutes. If it goes on, contact AWS support.",
  ],
  NoStreamKey: () => ["The channel has no stream key any more.", "Create one with CreateStreamKey, or take another channel."],
  LocalError: (error) =>
    error.$metadata.httpStatusCode === undefined
      ? [
          sentence(error.message),
          "Start it with cargo xtask demo and open the address it prints: only pages from this computer may use it.",
        ]
      : [`The simulated encoder refused: ${sentence(error.message)}`, ""],
  InternalServerException: () => ["The service failed on its side.", "Try again in a moment."],
};

/** @type {(error: any, circumstances: Circumstances) => Words} */
function signature(error, { local }) {
  if (/expired|not yet current/i.test(error.message)) {
    return ["The service rejected the date of the request.", "This computer's clock is probably wrong: set it and try again."];
  }
  return [
    "The signature does not match: this is not the secret access key of this access key ID.",
    local ? RESTARTED : "Copy both keys again, completely and without spaces.",
  ];
}

/**
 * @param {any} error
 * @param {Circumstances} circumstances
 * @returns {Explanation}
 */
export function explain(error, circumstances) {
  const name = String(error?.name ?? "Error");
  const metadata = error?.$metadata ?? {};
  const [what, remedy] = (WORDS[name] ?? unknown)(error, circumstances);
  const problems = name === "ParamValidationError" && Array.isArray(error.problems) ? error.problems : [];
  return {
    what,
    remedy,
    items: problems.map((/** @type {{ path: string, message: string }} */ p) => `${p.path}: ${p.message}`),
    details: [
      !OURS.has(name) && name,
      metadata.httpStatusCode && `status ${metadata.httpStatusCode}`,
      metadata.requestId && `request ${metadata.requestId}`,
    ]
      .filter(Boolean)
      .join(" · "),
  };
}

/** @type {(error: any, circumstances: Circumstances) => Words} */
function unknown(error, { doing }) {
  return [`Could not ${doing}: ${sentence(error?.message ?? String(error))}`, ""];
}

/** @param {unknown} text */
function sentence(text) {
  const trimmed = String(text ?? "").trim() || "no reason given";
  return /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
}
