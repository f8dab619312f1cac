// @ts-check
// The bundlers, configured as their own documentation starts a project. Nothing is configured for our package.

import { execFile, spawn } from "node:child_process";
import { cp, readFile, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

export const TARGET = process.env.TARGET ?? fileURLToPath(new URL("../../target", import.meta.url));
/** Where `cargo xtask test` installed the bundlers. */
const MODULES = join(TARGET, "bundlers/node_modules");
/** Where it installed the package, for the projects below it. */
const PROJECTS = join(TARGET, "bundlers/projects");
const WORKSPACE = fileURLToPath(new URL("../../node_modules", import.meta.url));
const { platform, arch } = process;
const BUN = `@oven/bun-${platform === "win32" ? "windows" : platform}-${arch === "arm64" ? "aarch64" : arch}`;

/**
 * A bundler and how it is called.
 *
 * @typedef {object} Bundler
 * @property {string} name of its project's folder
 * @property {string} where its name in the README's table
 * @property {string} how what it builds
 * @property {string} package that has its version
 * @property {string[]} command its program and the arguments
 * @property {boolean} [fast] whether it is part of the fast check
 */

/** They make a page. @type {Bundler[]} */
export const PAGES = [
  {
    // First, because the others are compared with it.
    name: "esbuild",
    where: "esbuild",
    how: "build of a page",
    package: "esbuild",
    command: ["esbuild", "src/index.js", "--bundle", "--minify", "--outfile=dist/main.js"],
    fast: true,
  },
  { name: "vite", where: "Vite", how: "build of a page, dev server", package: "vite", command: ["vite", "build"], fast: true },
  { name: "webpack", where: "webpack", how: "build of a page", package: "webpack", command: ["webpack", "--mode=production"] },
  { name: "rspack", where: "Rspack", how: "build of a page", package: "@rspack/core", command: ["rspack", "build"] },
  {
    name: "rollup",
    where: "Rollup",
    how: "build of a page with `@rollup/plugin-node-resolve`, which all of npm needs there",
    package: "rollup",
    command: ["rollup", "src/index.js", "--plugin=node-resolve", "--file=dist/main.js"],
  },
  {
    name: "rolldown",
    where: "Rolldown",
    how: "build of a page",
    package: "rolldown",
    command: ["rolldown", "src/index.js", "--minify", "--file=dist/main.js"],
  },
  { name: "parcel", where: "Parcel", how: "build of a page", package: "parcel", command: ["parcel", "build", "index.html"] },
  {
    name: "bun",
    where: "Bun",
    how: "build of a page",
    package: "bun",
    command: ["bun", "build", "src/index.js", "--minify", "--outfile=dist/main.js"],
  },
];

/** They make a program for Node. @type {(Bundler & { out: string })[]} */
export const PROGRAMS = [
  ...[["esm", "js"], ["cjs", "cjs"]].map(([format, ending]) => ({
    name: `esbuild-${format}`,
    where: "esbuild",
    how: "build of a program for Node",
    package: "esbuild",
    command: ["esbuild", "src/node.js", "--bundle", "--platform=node", `--format=${format}`, `--outfile=dist/main.${ending}`],
    out: `dist/main.${ending}`,
    fast: true,
  })),
  {
    name: "bun-node",
    where: "Bun",
    how: "build of a program for Node",
    package: "bun",
    command: ["bun", "build", "src/node.js", "--target=node", "--outfile=dist/main.js"],
    out: "dist/main.js",
  },
];

/** A framework, which bundles for the page, for Node and for its edge runtime. @type {Bundler[]} */
export const NEXT = ["turbopack", "webpack"].map((bundler) => ({
  name: `next-${bundler}`,
  where: "Next",
  how: "client component, server component, routes on Node and on the edge runtime (Turbopack, webpack)",
  package: "next",
  command: ["next", "build", `--${bundler}`],
}));

/** Where a package is: the workspace needs esbuild itself. @param {string} name */
const modules = (name) => (name === "esbuild" ? WORKSPACE : MODULES);

/** @param {string} name of a package */
export async function version(name) {
  return JSON.parse(await readFile(join(modules(name), name, "package.json"), "utf8")).version;
}

/** @param {string} name */
function program(name) {
  // Without the scripts of its installation, bun is only in the package for this platform.
  return name === "bun" ? join(MODULES, BUN, "bin/bun") : join(modules(name), ".bin", name);
}

/** The environment of an ordinary user: without AWS account, test runner and telemetry. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^AWS_|^NODE_|^FORCE_COLOR$/.test(name));
  return { ...Object.fromEntries(kept), NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1" };
}

/**
 * A new project: what a bundler caches may be from an earlier build of the package.
 *
 * @param {string} name
 * @param {string[]} parts folders that it is made of
 */
export async function project(name, parts = ["project"]) {
  const folder = join(PROJECTS, name);
  await rm(folder, { recursive: true, force: true });
  for (const part of parts) await cp(fileURLToPath(new URL(part, import.meta.url)), folder, { recursive: true });
  return folder;
}

/**
 * Runs it and returns all that it printed.
 *
 * @param {string} folder
 * @param {string[]} command
 */
export async function run(folder, [name, ...words]) {
  const file = name === "node" ? process.execPath : program(name);
  try {
    const { stdout, stderr } = await promisify(execFile)(file, words, { cwd: folder, env: environment() });
    return stdout + stderr;
  } catch (/** @type {any} */ error) {
    throw new Error(`${[name, ...words].join(" ")}: ${error.message}\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
}

/**
 * Starts a server and resolves to its origin once it has printed it.
 *
 * @param {import("node:test").TestContext} t
 * @param {string} folder
 * @param {string[]} command
 * @returns {Promise<{ origin: string, printed: () => string }>}
 */
export function serve(t, folder, [name, ...words]) {
  const child = spawn(program(name), words, { cwd: folder, env: environment(), stdio: ["ignore", "pipe", "pipe"] });
  // On SIGTERM, a server may wait for minutes until the browser closes its connections.
  const kill = () => child.kill("SIGKILL");
  process.once("exit", kill);
  t.after(async () => {
    const ended = new Promise((resolve) => child.once("close", resolve));
    if (child.exitCode === null && kill()) await ended;
    process.removeListener("exit", kill);
  });
  let printed = "";
  return new Promise((resolve, reject) => {
    const read = (/** @type {Buffer} */ data) => {
      printed += data;
      const found = /http:\/\/(localhost|127\.0\.0\.1):\d+/.exec(printed);
      if (found) resolve({ origin: found[0], printed: () => printed });
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("error", reject);
    child.once("close", (code) => reject(new Error(`${name} ended with ${code} before it listened:\n${printed}`)));
  });
}

/**
 * The files of a folder and its folders.
 *
 * @param {string} folder
 */
export async function files(folder) {
  const found = await readdir(folder, { recursive: true, withFileTypes: true });
  return found.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}
