// @ts-check
// The `openssl` program, which AWS's instructions for playback keys use.

import { execFileSync } from "node:child_process";

/** What it writes to its standard output. @param {string[]} args @param {string} [input] */
export function openssl(args, input) {
  try {
    return execFileSync("openssl", args, { input, encoding: "utf8", stdio: ["pipe", "pipe", "pipe"] });
  } catch (error) {
    if (/** @type {{ code?: unknown }} */ (error).code !== "ENOENT") throw error;
    throw new Error("these tests need the openssl program on the PATH: install the package openssl of your system");
  }
}
