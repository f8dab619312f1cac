const subpath = require("ivs-wasm/events");

import("./check.mjs").then(({ check }) => console.log(`RESULT ${JSON.stringify(check(subpath, JSON.parse(process.env.FACTS)))}`));
