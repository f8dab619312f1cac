const subpaths = { ...require("ivs-wasm/workflows"), ...require("ivs-wasm/batch") };

import("./check.mjs")
  .then(({ check }) => check(subpaths))
  .then((result) => console.log(`RESULT ${JSON.stringify(result)}`));
