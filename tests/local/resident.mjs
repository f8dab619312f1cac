// @ts-check
import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** The memory of a process that is not swapped out, in bytes. @param {number | undefined} pid */
export async function residentBytes(pid) {
  const { stdout } = await promisify(execFile)("ps", ["-o", "rss=", "-p", `${pid}`]);
  return Number(stdout) * 1024;
}
