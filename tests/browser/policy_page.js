// What the page of policy.test.mjs does: two calls, one after the other.
import { IvsClient, WebAssemblyError } from "/ivs-wasm/index.js";

window.twoCalls = async (config) => {
  const ivs = new IvsClient({ ...config, maxAttempts: 1 });
  const call = () =>
    ivs.listChannels({}).then(
      ({ $metadata }) => $metadata.httpStatusCode,
      (error) => ({ text: String(error), isOne: error instanceof WebAssemblyError, cause: error.cause?.name }),
    );
  return [await call(), await call()];
};
