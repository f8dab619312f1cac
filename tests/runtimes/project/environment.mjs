// @ts-check
// One call with nothing but environment variables, the same in Node, Deno and Bun.
import { IvsClient } from "ivs-wasm";

try {
  const { channel, $metadata } = await new IvsClient().createChannel({ name: "from-the-environment" });
  console.log(`${channel?.name} ${$metadata.attempts}`);
} catch (error) {
  console.log(/** @type {any} */ (error).name, /** @type {any} */ (error).message);
}
