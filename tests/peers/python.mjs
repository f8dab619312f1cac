// @ts-check
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/**
 * Runs a script of this folder with the peers' Python.
 *
 * @param {string} script
 * @param {unknown} [input] passed as JSON on its standard input
 * @returns {Promise<any>} what it prints as JSON
 */
export async function python(script, input) {
  const interpreter = process.env.PYTHON;
  if (!interpreter) throw new Error("PYTHON does not name a Python that has botocore: run `cargo xtask test --only peers`, which makes one");
  const child = spawn(interpreter, [fileURLToPath(new URL(script, import.meta.url))], { stdio: ["pipe", "pipe", "inherit"] });
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  child.stdin.end(JSON.stringify(input ?? null));
  const [code] = await once(child, "close");
  if (code !== 0) throw new Error(`${script} ended with ${code}`);
  return JSON.parse(output);
}
