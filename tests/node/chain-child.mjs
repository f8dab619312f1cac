// @ts-check
// Asks for credentials once by a client of ours and once by AWS's SDK, and prints what each got. All connections go to scripted servers of
// `chain.test.mjs`, whatever address they are meant for: one server for ours, one for the SDK.

import { Socket } from "node:net";
import { fromNodeProviderChain } from "@aws-sdk/credential-providers";
import { IvsClient, signRequest } from "ivs-wasm";

/** @type {{ region: string, profile?: string, ports: { ours: number, sdk: number } }} */
const { region, profile, ports } = JSON.parse(process.argv[2] ?? "");

let port = ports.ours;
let connections = /** @type {string[]} */ ([]);
const { connect } = Socket.prototype;
/** @param {any[]} given @this {Socket} */
Socket.prototype.connect = /** @type {any} */ (
  function (/** @type {any[]} */ ...given) {
    // Either the arguments, or their normal form: a list of options and callback.
    const options = Array.isArray(given[0]) ? given[0][0] : given[0];
    connections.push(`${options.host}:${options.port}`);
    options.host = "127.0.0.1";
    options.port = port;
    return Reflect.apply(connect, this, given);
  }
);

/** @param {() => Promise<any>} work */
async function outcome(work) {
  connections = [];
  const began = performance.now();
  try {
    return { got: await work(), connections, time: performance.now() - began };
  } catch (thrown) {
    const { name, message } = /** @type {any} */ (thrown);
    return { failure: { name, message }, connections, time: performance.now() - began };
  }
}

/** @type {any} */
let sent;
const ours = await outcome(async () => {
  const fetch = async (/** @type {string} */ url, /** @type {any} */ init) => {
    sent = { url, method: init.method, headers: { ...init.headers }, body: init.body };
    return new Response("{}");
  };
  await new IvsClient({ region, fetch, ...(profile !== undefined && { profile }) }).listChannels();
  const { authorization } = sent.headers;
  return { accessKeyId: /Credential=([^/]+)/.exec(authorization)?.[1], sessionToken: sent.headers["x-amz-security-token"], authorization };
});

port = ports.sdk;
const sdk = await outcome(async () => {
  const callerClientConfig = { region: async () => region, ...(profile !== undefined && { profile }) };
  const credentials = await fromNodeProviderChain(profile === undefined ? {} : { profile })(/** @type {any} */ ({ callerClientConfig }));
  const { accessKeyId, sessionToken } = credentials;
  return { accessKeyId, sessionToken, authorization: sent && (await signedAgain(credentials)) };
});

/** The signature of the request that our client sent, by these credentials. @param {any} credentials */
async function signedAgain(credentials) {
  const { authorization, ...headers } = sent.headers;
  const date = sent.headers["x-amz-date"].replace(/(....)(..)(..)T(..)(..)(..)Z/, "$1-$2-$3T$4:$5:$6Z");
  delete headers["x-amz-date"];
  delete headers["x-amz-security-token"];
  const signed = await signRequest({ ...sent, headers }, { credentials, region, service: "ivs", date: new Date(date) });
  return new Headers(/** @type {any} */ (signed.headers)).get("authorization");
}

console.log(JSON.stringify({ ours, sdk }));
