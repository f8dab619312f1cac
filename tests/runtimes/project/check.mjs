// @ts-check
// What every runtime does with the package that it found by itself. Nothing is imported, so that it runs anywhere.

/** @typedef {{ privateKey: string, publicKey: string }} Pems */

/**
 * @typedef {object} Facts
 * @property {string} name of the channel to make
 * @property {{ endpoint: string, region: string, credentials: { accessKeyId: string, secretAccessKey: string } }} config
 * @property {Record<string, Pems>} keys pairs to sign with, in every form in which they are handed out
 * @property {Record<string, string>} wrongKeys what must not be imported
 */

/** The request `post-x-www-form-urlencoded` of AWS's signing suite. */
const FORM = {
  method: "POST",
  url: "https://example.amazonaws.com/",
  headers: { "Content-Type": "application/x-www-form-urlencoded", "Content-Length": "13" },
  body: "Param1=value1",
};

const SIGNER = {
  credentials: { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" },
  region: "us-east-1",
  service: "service",
  date: new Date("2015-08-30T12:36:00Z"),
  contentSha256Header: true,
};

const EMPTY_MODULE = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);

/**
 * Three calls to a server that checks every signature, and one signature. The matrix compares what is returned.
 *
 * @param {any} ivs the package
 * @param {any} playback its subpath
 * @param {Facts} facts
 */
export const check = (ivs, playback, facts) => use(ivs, playback, facts).catch((error) => ({ error: `${error}\n${error?.stack}` }));

/** @param {any} ivs @param {any} playback @param {Facts} facts */
async function use(ivs, playback, { name, config, keys, wrongKeys }) {
  const client = new ivs.IvsClient(config);
  const { channel } = await client.createChannel({ name });
  const { channels } = await client.listChannels({ filterByName: name });
  const arn = channel.arn.replace(/[^/]+$/, "notThere");
  const missing = await client.getChannel({ arn }).catch((/** @type {any} */ error) => error);
  const { headers } = await ivs.signRequest(FORM, SIGNER);
  return {
    created: channel.name,
    listed: channels.map((/** @type {any} */ listed) => listed.arn === channel.arn),
    missing: [missing.name, missing instanceof ivs.ResourceNotFoundException, missing.$metadata.httpStatusCode],
    signature: headers.authorization.split("Signature=")[1],
    playback: await usePlayback(playback, keys, wrongKeys),
    file: origin(client),
    compiles: await WebAssembly.compile(EMPTY_MODULE).then(() => true, () => false),
  };
}

/**
 * A token by each key, and by one that is made here: each is verified here, and again by the matrix.
 *
 * @param {any} playback
 * @param {Record<string, Pems>} keys
 * @param {Record<string, string>} wrongKeys
 */
async function usePlayback(playback, keys, wrongKeys) {
  const channelArn = "arn:aws:ivs:us-west-2:123456789012:channel/AbCdEfGhIjKl";
  const tokens = /** @type {Record<string, string>} */ ({});
  const made = await playback.createPlaybackKeyPair({ extractable: true });
  const all = Object.entries({ ...keys, made: { privateKey: made.privateKeyPem, publicKey: made.publicKeyMaterial } });
  for (const [name, { privateKey, publicKey }] of all) {
    const token = await playback.signPlaybackToken({ channelArn, viewerId: name, ttl: "5m" }, await playback.importPrivateKey(privateKey));
    const { claims } = await playback.verifyPlaybackToken(token, publicKey);
    if (claims.viewerId === name) tokens[name] = token;
  }
  // As it was made, and not as it was exported.
  await playback.verifyPlaybackToken(await playback.signPlaybackToken({ channelArn, ttl: "5m" }, made.privateKey), made.publicKey);
  const refusals = /** @type {Record<string, string>} */ ({});
  for (const [name, pem] of Object.entries(wrongKeys)) {
    refusals[name] = await playback.importPrivateKey(pem).then(() => "imported", (/** @type {any} */ error) => error.name);
  }
  const other = playback.verifyPlaybackToken(tokens.made, Object.values(keys)[0].publicKey);
  refusals.signature = await other.then(() => "verified", (/** @type {any} */ error) => error.code);
  return { tokens, refusals, publicKey: made.publicKeyMaterial, privateKey: made.privateKeyPem };
}

/** The path of the package's file whose method is called here, from the stack of the error that it throws. @param {any} client */
function origin(client) {
  try {
    return client.getPaginator("nothing") && "";
  } catch (error) {
    const { stack } = /** @type {{ stack: string }} */ (error);
    return [...stack.matchAll(/([^\s@(]*[\\/]node_modules[\\/]ivs-wasm[\\/][\w.\\/-]+):\d/g)].at(-1)?.[1] ?? stack;
  }
}
