const ivs = require("ivs-wasm");
const playback = require("ivs-wasm/playback");
const { check } = require("../check.cjs");

check(ivs, playback, JSON.parse(process.env.FACTS)).then((result) => {
  console.log(`RESULT ${JSON.stringify({ version: Bun.version, ...result })}`);
});
