// @ts-check
// What every runtime does with the package that it found by itself. Nothing is imported, so that it runs anywhere.

/**
 * @typedef {object} Facts
 * @property {string} name of the channel to make
 * @property {{ endpoint: string, region: string, credentials: { accessKeyId: string, secretAccessKey: string } }} config
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
 * @param {Facts} facts
 */
export const check = (ivs, facts) => use(ivs, facts).catch((error) => ({ error: `${error}\n${error?.stack}` }));

/** @param {any} ivs @param {Facts} facts */
async function use(ivs, { name, config }) {
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
    file: origin(client),
    compiles: await WebAssembly.compile(EMPTY_MODULE).then(() => true, () => false),
  };
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
