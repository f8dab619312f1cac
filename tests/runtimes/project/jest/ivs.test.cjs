const { version } = require("jest/package.json");
const ivs = require("ivs-wasm");
const playback = require("ivs-wasm/playback");
const { check } = require("../check.cjs");

test("the package works in Jest", async () => {
  const result = await check(ivs, playback, JSON.parse(process.env.FACTS));
  expect(result.missing).toContain("ResourceNotFoundException");
  // Jest's stacks name the files of the source map.
  console.log(`RESULT ${JSON.stringify({ version, ...result, file: require.resolve("ivs-wasm") })}`);
});
