// @ts-check
// The errors of ivs-local as boto3, AWS's SDK and this package read them: each finds the text, which AWS's clients know as `message`.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import * as sdk from "@aws-sdk/client-ivs";
import * as ivs from "ivs-wasm";
import { startLocal } from "../node/local.mjs";
import { prepare, refusals } from "../node/scenario.mjs";
import { python } from "./python.mjs";

/** @typedef {{ code: string, message: string, exceptionMessage: string | null, status: number, isModelled: boolean } | null} Outcome */

/** @type {import("../node/local.mjs").Local} */
let local;
/** @type {{ operation: string, input: any }[]} */
let calls;

before(async () => {
  local = await startLocal();
  const client = new ivs.IvsClient(local);
  const made = await prepare((operation, input) => client.call(operation, input), local);
  calls = refusals.map(({ operation, input }) => ({ operation, input: input(made) }));
});
after(() => local?.stop());

/** @param {string} secretAccessKey @returns {Promise<Outcome[]>} */
function byBoto(secretAccessKey) {
  const keys = { aws_access_key_id: local.credentials.accessKeyId, aws_secret_access_key: secretAccessKey };
  return python("errors.py", { client: { endpoint_url: local.endpoint, region_name: local.region, ...keys }, calls });
}

/** @param {Promise<unknown>} call @returns {Promise<any>} */
const rejection = (call) => call.then(() => assert.fail("succeeded"), (error) => error);

test("a modelled error has its text in boto3, in AWS's SDK and in ours, and it is the same", async () => {
  const outcomes = await byBoto(local.credentials.secretAccessKey);
  const clients = { sdk: { exports: /** @type {any} */ (sdk), client: new sdk.IvsClient(local) }, ours: { exports: /** @type {any} */ (ivs), client: new ivs.IvsClient(local) } };
  for (const [index, { title, error: name, status }] of refusals.entries()) {
    const { operation, input } = calls[index];
    const boto = outcomes[index];
    assert.ok(boto?.message, title);
    assert.deepEqual({ ...boto, message: "" }, { code: name, message: "", exceptionMessage: boto.message, status, isModelled: true }, title);
    for (const { exports, client } of Object.values(clients)) {
      const error = await rejection(/** @type {any} */ (client).send(new exports[`${operation}Command`](input)));
      assert.deepEqual([error.name, error.message, error.exceptionMessage], [name, boto.message, boto.message], title);
    }
  }
});

test("so has one of the signature", async () => {
  for (const outcome of await byBoto("wrong")) {
    assert.equal(outcome?.code, "InvalidSignatureException");
    assert.match(outcome.message, /^The signature is not the one that /);
  }
});
