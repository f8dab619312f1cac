// @ts-check
// The tarball as a user gets it: installed into an empty project, imported and required there.

import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { after, before, test } from "node:test";
import * as esbuild from "esbuild";
import { startLocal } from "./local.mjs";

const PKG = fileURLToPath(new URL("../../pkg", import.meta.url));
const run = promisify(execFile);

/** @type {import("./local.mjs").Local} */
let local;
/** @type {string} */
let project;
/** @type {string} */
let installed;
/** @type {{ filename: string, files: { path: string, size: number }[] }} */
let packed;

before(async () => {
  local = await startLocal();
  project = await mkdtemp(join(tmpdir(), "ivs-wasm-project-"));
  await stat(join(PKG, "package.json")).catch(() => {
    throw new Error(`${PKG} is not built: run \`cargo xtask build\``);
  });
  [packed] = JSON.parse(await npm(["pack", "--json", "--pack-destination", project, PKG]));
  await writeFile(join(project, "package.json"), '{ "private": true }\n');
  await npm(["install", "--offline", "--ignore-scripts", "--no-audit", "--no-fund", join(project, packed.filename)]);
  installed = join(project, "node_modules", "ivs-wasm");
});
after(async () => {
  await local?.stop();
  if (project) await rm(project, { recursive: true, force: true });
});

/** @param {string[]} args @returns {Promise<string>} */
async function npm(args) {
  // An empty cache: nothing but the tarball may be needed.
  const env = { ...process.env, npm_config_cache: join(project, ".npm-cache"), npm_config_update_notifier: "false" };
  const { stdout } = await run(process.platform === "win32" ? "npm.cmd" : "npm", args, { cwd: project, env, maxBuffer: 1 << 26 });
  return stdout;
}

/**
 * Runs a script in the project and returns the JSON it prints.
 *
 * @param {string} script
 * @param {string[]} [flags]
 */
async function node(script, flags = []) {
  const env = {
    PATH: process.env.PATH,
    AWS_REGION: local.region,
    AWS_ACCESS_KEY_ID: local.credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: local.credentials.secretAccessKey,
    IVS_ENDPOINT: local.endpoint,
  };
  const { stdout, stderr } = await run(process.execPath, [...flags, "-e", script], { cwd: project, env, timeout: 60_000, maxBuffer: 1 << 26 });
  assert.equal(stderr, "", "no warnings");
  return JSON.parse(stdout);
}

const CREATE = `
  const ivs = new IvsClient({ endpoint: process.env.IVS_ENDPOINT });
  const { channel, $metadata } = await ivs.createChannel({ name: "from-the-tarball" });
  console.log(JSON.stringify({ arn: channel.arn, status: $metadata.httpStatusCode }));
`;

test("import() of the installed tarball creates a channel", async () => {
  const { arn, status } = await node(`(async () => { const { IvsClient } = await import("ivs-wasm"); ${CREATE} })()`);
  assert.match(arn, /^arn:aws:ivs:us-west-2:\d{12}:channel\//);
  assert.equal(status, 200);
});

test("a static import of the installed tarball creates a channel", async () => {
  const { status } = await node(`import { IvsClient } from "ivs-wasm"; ${CREATE}`, ["--input-type=module"]);
  assert.equal(status, 200);
});

test("require() of the installed tarball creates a channel", async () => {
  const { arn, status } = await node(`(async () => { const { IvsClient } = require("ivs-wasm"); ${CREATE} })()`);
  assert.match(arn, /^arn:aws:ivs:us-west-2:\d{12}:channel\//);
  assert.equal(status, 200);
});

test("a given region and given credentials take precedence over the environment", async () => {
  const { name } = await node(`(async () => {
    const { IvsClient } = require("ivs-wasm");
    const ivs = new IvsClient({ endpoint: process.env.IVS_ENDPOINT, credentials: { accessKeyId: "AKIDOTHER", secretAccessKey: "x" } });
    const error = await ivs.listChannels({}).then(() => ({}), (error) => error);
    console.log(JSON.stringify({ name: error.name }));
  })()`);
  assert.match(name, /UnrecognizedClientException|InvalidClientTokenId/);
});

test("import and require export the same names, and none of wasm-bindgen's", async () => {
  const esm = await node(`import * as all from "ivs-wasm"; console.log(JSON.stringify(Object.keys(all).filter((name) => name !== "default").sort()))`, ["--input-type=module"]);
  const cjs = await node(`console.log(JSON.stringify(Object.keys(require("ivs-wasm")).filter((name) => name !== "default" && name !== "__esModule").sort()))`);
  assert.deepEqual(cjs, esm);
  for (const name of ["IvsClient", "IvsServiceException", "CreateChannelCommand", "ConflictException", "ChannelType", "signRequest", "presignRequest", "ParamValidationError", "NetworkError", "CredentialsError"]) {
    assert.ok(esm.includes(name), name);
  }
  assert.deepEqual(esm.filter((/** @type {string} */ name) => /^(init|initSync|__wbg|__wbindgen|default|free|memory|wasm)/.test(name)), []);
  const freed = await node(
    `import * as all from "ivs-wasm"; console.log(JSON.stringify(Object.keys(all).filter((name) => { const p = all[name]?.prototype; return p && ("free" in p || "__destroy_into_raw" in p || "__wbg_ptr" in p); })))`,
    ["--input-type=module"],
  );
  assert.deepEqual(freed, []);
});

/** Counts a program's uses of WebAssembly, the network and the clock; the HTTP parser of Node's own fetch is WebAssembly too. */
const COUNTING = `
  const count = (name) => { if (!/node:internal\\/deps/.test(new Error().stack)) counts[name] += 1; };
  const counts = { compiled: 0, instantiated: 0, fetched: 0, timers: 0 };
  const wrap = (object, name, what) => {
    const original = object[name];
    object[name] = typeof original === "function" && original.prototype && /^[A-Z]/.test(name)
      ? new Proxy(original, { construct(target, args, newTarget) { count(what); return Reflect.construct(target, args, newTarget); } })
      : function (...args) { count(what); return original.apply(this, args); };
  };
  for (const name of ["compile", "compileStreaming", "Module", "validate"]) wrap(WebAssembly, name, "compiled");
  for (const name of ["instantiate", "instantiateStreaming", "Instance"]) wrap(WebAssembly, name, "instantiated");
  wrap(globalThis, "fetch", "fetched");
  for (const name of ["setTimeout", "setInterval", "setImmediate"]) wrap(globalThis, name, "timers");
  const { net, http } = { net: process.getBuiltinModule?.("net") ?? require("node:net"), http: process.getBuiltinModule?.("http") ?? require("node:http") };
  wrap(net, "connect", "fetched");
  wrap(net.Socket.prototype, "connect", "fetched");
  wrap(http, "request", "fetched");
  const snapshot = () => ({ ...counts });
`;

for (const [kind, load] of [["import", 'await import("ivs-wasm")'], ["require", 'require("ivs-wasm")']]) {
  test(`nothing runs when it is loaded by ${kind}, and the first hundred calls instantiate once`, async () => {
    const { loaded, constructed, called } = await node(`(async () => {
      ${COUNTING}
      const { IvsClient, CreateChannelCommand, ConflictException } = ${load};
      const loaded = snapshot();
      const ivs = new IvsClient({ endpoint: process.env.IVS_ENDPOINT });
      new CreateChannelCommand({ name: "x" });
      new ConflictException({ message: "x" });
      await null;
      const constructed = snapshot();
      const other = new IvsClient({ endpoint: process.env.IVS_ENDPOINT });
      const outputs = await Promise.all(Array.from({ length: 100 }, (_, i) => (i % 2 ? ivs : other).listChannels({})));
      const called = { ...snapshot(), outputs: outputs.filter((output) => output.$metadata.httpStatusCode === 200).length };
      console.log(JSON.stringify({ loaded, constructed, called }));
    })()`);
    const nothing = { compiled: 0, instantiated: 0, fetched: 0, timers: 0 };
    assert.deepEqual(loaded, nothing);
    // A client may begin to instantiate when it is made.
    assert.ok(constructed.instantiated <= 1, JSON.stringify(constructed));
    assert.deepEqual({ ...constructed, instantiated: 0, compiled: 0 }, nothing);
    assert.equal(called.outputs, 100);
    assert.equal(called.instantiated, 1, JSON.stringify(called));
    assert.ok(called.compiled <= 1, JSON.stringify(called));
  });
}

test("an instantiation that fails is reported and forgotten", async () => {
  const { first, second } = await node(`(async () => {
    const { IvsClient } = require("ivs-wasm");
    const names = ["instantiate", "compile", "Module", "Instance", "instantiateStreaming"];
    const kept = Object.fromEntries(names.map((name) => [name, WebAssembly[name]]));
    for (const name of names) {
      WebAssembly[name] = function (...args) {
        if (/node:internal\\/deps/.test(new Error().stack)) return new.target ? Reflect.construct(kept[name], args) : kept[name].apply(this, args);
        throw new RangeError("out of memory, says the test");
      };
    }
    const ivs = new IvsClient({ endpoint: process.env.IVS_ENDPOINT });
    const first = await ivs.listChannels({}).then(() => "resolved", (error) => error instanceof Error && String(error.message + (error.cause?.message ?? "")));
    Object.assign(WebAssembly, kept);
    const second = (await ivs.listChannels({})).$metadata.httpStatusCode;
    console.log(JSON.stringify({ first, second }));
  })()`);
  assert.match(first, /out of memory, says the test/);
  assert.equal(second, 200);
});

test("the process ends by itself after a call", async () => {
  const started = Date.now();
  await node(`(async () => { const { IvsClient } = require("ivs-wasm"); ${CREATE} })()`);
  assert.ok(Date.now() - started < 20_000);
});

test("exports resolve to the manifest, the wasm file, and files that exist", async () => {
  const manifest = await node(`console.log(JSON.stringify(require("ivs-wasm/package.json")))`);
  assert.equal(manifest.name, "ivs-wasm");
  assert.deepEqual(manifest.dependencies ?? {}, {});
  assert.equal(manifest.scripts?.install ?? manifest.scripts?.postinstall, undefined);
  assert.deepEqual(manifest.sideEffects, ["./middleware.js"]);
  assert.equal(manifest.exports["./package.json"], "./package.json");
  const targets = /** @type {string[]} */ ([]);
  (function collect(value) {
    if (typeof value === "string") targets.push(value);
    else for (const inner of Object.values(value ?? {})) collect(inner);
  })(manifest.exports);
  for (const target of [...targets, manifest.main, manifest.types].filter(Boolean)) {
    assert.ok((await stat(join(installed, target))).isFile(), target);
  }
  const wasm = Object.keys(manifest.exports).find((key) => key.endsWith(".wasm"));
  assert.ok(wasm, "the wasm file is exported");
  const bytes = await node(`console.log(JSON.stringify([...require("node:fs").readFileSync(require.resolve("ivs-wasm/" + ${JSON.stringify(wasm.slice(2))})).subarray(0, 4)]))`);
  assert.deepEqual(bytes, [0, 0x61, 0x73, 0x6d]);
});

test("the tarball has what is needed and nothing else", async () => {
  const paths = packed.files.map((file) => file.path);
  for (const path of ["package.json", "README.md", "LICENSE", "THIRD-PARTY-LICENSES", "index.js", "index.cjs", "index.d.ts", "commonjs/index.d.ts", "ivs_wasm.wasm"]) assert.ok(paths.includes(path), path);
  assert.deepEqual(paths.filter((path) => !/^([\w-]+\/)*[\w.-]+\.(js|cjs|map|d\.ts|wasm)$|^(commonjs\/)?package\.json$|^(README\.md|LICENSE|THIRD-PARTY-LICENSES)$/.test(path)), []);
  for (const path of (await readdir(installed, { recursive: true })).filter((path) => /\.(js|cjs|map|ts)$/.test(path))) {
    const text = await readFile(join(installed, path), "utf8");
    assert.doesNotMatch(text, /\/(home|root|work|Users)\/\w/, `${path} names no directory of the machine that built it`);
    if (path.endsWith(".js")) assert.doesNotMatch(text, /new URL\([^)]*import\.meta\.url/, `${path} points bundlers at no file`);
  }
});

test("each entry that is a bundle has a source map with the sources in it", async () => {
  for (const name of ["index.cjs", "node.js", "node.cjs", "workerd.js", "edge.js"]) {
    const text = await readFile(join(installed, name), "utf8");
    assert.match(text, new RegExp(`\\n//# sourceMappingURL=${name}\\.map\\n$`));
    const { sources, sourcesContent } = JSON.parse(await readFile(join(installed, `${name}.map`), "utf8"));
    for (const source of ["client.ts", "ivs/ivs-client.ts", "errors/client-errors.ts"]) assert.ok(sources.includes(source), `${name}: ${source}`);
    assert.ok(sourcesContent.length === sources.length && sourcesContent.every((/** @type {string} */ text) => text.length > 0), name);
  }
});

/** @param {string} source @returns {Promise<string>} its minified bundle for browsers */
async function bundle(source) {
  const result = await esbuild.build({
    stdin: { contents: source, resolveDir: project, loader: "js" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    logLevel: "silent",
  });
  assert.deepEqual(result.warnings, []);
  return result.outputFiles[0].text;
}

test("a browser bundle contains no Node module and drops what is not imported", async () => {
  const command = await bundle('import { CreateChannelCommand } from "ivs-wasm"; console.log(new CreateChannelCommand({}));');
  assert.ok(command.includes("CreateChannel"));
  for (const other of ["ListStreamSessions", "UntagResource", "HIGHER_BANDWIDTH_DELIVERY"]) assert.ok(!command.includes(other), other);
  assert.ok(command.length < 20_000, `a command alone is ${command.length} bytes: it carries the engine`);
  const client = await bundle('import { IvsClient } from "ivs-wasm"; new IvsClient({}).listChannels();');
  assert.ok(!client.includes("HIGHER_BANDWIDTH_DELIVERY"), "enumerations are dropped");
  const aggregated = await bundle('import { Ivs } from "ivs-wasm"; new Ivs({}).listChannels();');
  assert.ok(aggregated.includes("paginateListChannels") && !client.includes("paginateListChannels"), "the aggregated client is dropped");
  assert.doesNotMatch(client, /["']node:|require\(["'](http|https|fs)["']\)/);
});

test("the bundled client works from a single file", async () => {
  const text = await bundle(`import { IvsClient } from "ivs-wasm"; export const call = (config) => new IvsClient(config).listChannels({});`);
  await writeFile(join(project, "bundle.mjs"), text);
  const { status } = await node(`(async () => {
    const { call } = await import(${JSON.stringify(new URL(`file://${join(project, "bundle.mjs")}`).href)});
    const credentials = { accessKeyId: process.env.AWS_ACCESS_KEY_ID, secretAccessKey: process.env.AWS_SECRET_ACCESS_KEY };
    const { $metadata } = await call({ endpoint: process.env.IVS_ENDPOINT, region: process.env.AWS_REGION, credentials });
    console.log(JSON.stringify({ status: $metadata.httpStatusCode }));
  })()`);
  assert.equal(status, 200);
});
