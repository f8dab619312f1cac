import * as ivs from "ivs-wasm";
import * as playback from "ivs-wasm/playback";
import { expect, test } from "vitest";
import { version } from "vitest/package.json";
import { check } from "../check.mjs";

test("the package works in Vitest", async () => {
  const result = await check(ivs, playback, JSON.parse(process.env.FACTS));
  expect(result.missing).toContain("ResourceNotFoundException");
  console.log(`RESULT ${JSON.stringify({ version, ...result })}`);
});
