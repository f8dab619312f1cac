// @ts-check
// Those who play the scenario: each calls operations by its own interface and tells what came of it in one form.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import * as ivs from "ivs-wasm";
import * as sdk from "@aws-sdk/client-ivs";

/** @typedef {import("./shells.mjs").Running} Running */
/** @typedef {{ accessKeyId: string, secretAccessKey: string }} Credentials */

/**
 * What a call comes to: an output, an error of the service, or a refusal by the client itself, which sends nothing; or its answer is lost.
 *
 * @typedef {{ output: any } | { error: { code: string, message: string } } | { refused: string } | { lost: string }} Result
 */

/**
 * @typedef {object} Player
 * @property {(operation: string, input: any) => Promise<Result>} call
 * @property {(operation: string, input: any) => boolean} has whether it has the operation and the members of the input
 * @property {string[]} drops members of outputs that it has not
 * @property {() => Promise<void>} stop
 */

/** Names of IVS's 46 operations. */
export const OPERATIONS = Object.keys(ivs).flatMap((name) => (/^[A-Z]\w+Command$/.test(name) ? [name.slice(0, -"Command".length)] : []));

/** Members of inputs and outputs that were added after the releases of the SDK and of the AWS CLI that are pinned here. */
const LATER = {
  inputs: ["failoverSlateConfigurationArn", "filterByFailoverSlateConfigurationArn", "adBreakId", "targetStartAt"],
  outputs: ["failoverSlateConfigurationArn", "targetStartAt"],
};

/** @param {any} exports of a package with Commands @param {any} client @param {(error: any) => boolean} refuses @param {(error: any) => boolean} loses @returns {Player["call"]} */
const sending = (exports, client, refuses, loses) => async (operation, input) => {
  try {
    const { $metadata, ...output } = await client.send(new exports[`${operation}Command`](input));
    return { output };
  } catch (error) {
    const { name, message, $metadata } = /** @type {any} */ (error);
    if (refuses(error)) return { refused: message };
    if (loses(error)) return { lost: message };
    if (!$metadata?.httpStatusCode) throw error;
    return { error: { code: name, message } };
  }
};

/** This package. @param {Running} shell @param {Credentials} [credentials] @returns {Promise<Player>} */
async function ours({ endpoint, region, credentials: own, ours: settings }, credentials = own) {
  const client = new ivs.IvsClient({ endpoint, region, credentials, maxAttempts: 1, ...settings });
  const call = sending(
    ivs,
    client,
    ({ name }) => name === "ParamValidationError",
    ({ name }) => name === "NetworkError",
  );
  return { call, has: () => true, drops: [], stop: async () => client.destroy() };
}

/** AWS's SDK. @param {Running} shell @param {Credentials} [credentials] @returns {Promise<Player>} */
async function theirs({ endpoint, region, credentials: own, sdk: settings }, credentials = own) {
  const client = new sdk.IvsClient({ endpoint, region, credentials, maxAttempts: 1, ...settings });
  const has = (/** @type {string} */ operation, /** @type {any} */ input) => `${operation}Command` in sdk && !LATER.inputs.some((member) => member in input);
  const call = sending(
    sdk,
    client,
    () => false,
    ({ code, $metadata }) => code === "ECONNRESET" || (code === "EPIPE" && !$metadata),
  );
  return { call, has, drops: LATER.outputs, stop: async () => client.destroy() };
}

/** @param {"boto3" | "cli"} player @param {typeof LATER} later @returns {(shell: Running, credentials?: Credentials) => Promise<Player>} */
const python =
  (player, later) =>
  async ({ endpoint, region, credentials: own }, credentials = own) => {
    const interpreter = process.env.PYTHON;
    if (!interpreter) throw new Error("PYTHON does not name a Python that has boto3: run `cargo xtask test --only local`, which makes one");
    const child = spawn(interpreter, ["-X", "utf8", fileURLToPath(new URL("player.py", import.meta.url))], { stdio: ["pipe", "pipe", "inherit"] });
    const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
    const next = async (/** @type {unknown} */ value) => {
      child.stdin.write(`${JSON.stringify(value)}\n`);
      const { value: line, done } = await lines.next();
      if (done) throw new Error(`${player} ended at ${JSON.stringify(value)}`);
      return JSON.parse(line);
    };
    const keys = { aws_access_key_id: credentials.accessKeyId, aws_secret_access_key: credentials.secretAccessKey };
    const operations = await next({ player, operations: OPERATIONS, client: { endpoint_url: endpoint, region_name: region, ...keys } });
    return {
      call: (operation, input) => next({ operation, input }),
      has: (operation, input) => operations.includes(operation) && !later.inputs.some((member) => member in input),
      drops: later.outputs,
      async stop() {
        child.stdin.end();
        if (child.exitCode === null) await new Promise((resolve) => child.once("close", resolve));
      },
    };
  };

/** @type {Record<string, (shell: Running, credentials?: Credentials) => Promise<Player>>} */
export const PLAYERS = { ours, sdk: theirs, boto3: python("boto3", { inputs: [], outputs: [] }), cli: python("cli", LATER) };

/** Whether the player is a program of its own, which only a shell that listens can serve. @param {string} player */
export const isProgram = (player) => player === "boto3" || player === "cli";
