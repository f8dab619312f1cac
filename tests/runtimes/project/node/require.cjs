const ivs = require("ivs-wasm");
const { check } = require("../check.cjs");

check(ivs, JSON.parse(process.env.FACTS)).then((result) => {
  console.log(`RESULT ${JSON.stringify({ version: process.versions.node, ...result })}`);
});
