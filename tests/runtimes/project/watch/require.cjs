const subpath = require("ivs-wasm/watch");

import("./check.mjs")
  .then(({ check }) => check(subpath))
  .then((result) => console.log(`RESULT ${JSON.stringify(result)}`));
