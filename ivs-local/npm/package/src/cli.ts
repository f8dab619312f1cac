#!/usr/bin/env node
// `npx ivs-local`: the service as a server of this machine.
import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type Arguments, HELP, read } from "./arguments.js";
import { filesOf } from "./files.js";
import type { Answered } from "./listen.js";
import { startLocal } from "./start-local.js";

main().catch((error: Error) => {
  process.stderr.write(`ivs-local: ${error.message}\n`);
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const given = read(process.argv.slice(2), process.env, parseArgs);
  if (given === "help") return void process.stdout.write(HELP);
  if (given === "version") return void process.stdout.write(`ivs-local ${version()}\n`);
  const local = await startLocal(given.options);
  const listening = await local.listen(given.port, {
    address: given.listen,
    hosts: given.host,
    files: given.www === undefined ? undefined : filesOf(given.www),
    answered: given.log === "off" ? undefined : (request) => log(request, given.json),
  });
  const stop = () => {
    listening.close().then(() => local.close());
  };
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, stop);
  const page = given.www === undefined ? null : `${listening.url}/`;
  // A program that started this one and does not read its log must not stop it.
  process.stderr.on("error", () => {});
  process.stdout.write(greeting(given, listening.url, local.region, local.credentials, page));
}

function greeting(
  { json }: Arguments,
  endpoint: string,
  region: string,
  { accessKeyId, secretAccessKey }: { accessKeyId: string; secretAccessKey: string },
  page: string | null,
): string {
  if (json) return `${JSON.stringify({ endpoint, region, accessKeyId, secretAccessKey, page })}\n`;
  const lines = [
    "Amazon IVS, offline. Ctrl-C stops it and forgets everything.",
    "",
    `  endpoint           ${endpoint}`,
    `  region             ${region}`,
    `  access key id      ${accessKeyId}`,
    `  secret access key  ${secretAccessKey}`,
  ];
  if (page) lines.push(`  demo page          ${page}`);
  return `${lines.join("\n")}\n`;
}

/** A line for each request, on stderr. Without the query, which may have a token. */
function log({ method, path, status, ms, headers }: Answered, json: boolean): void {
  const facts = {
    timestamp: new Date().toISOString(),
    method,
    path,
    status,
    ms: Math.round(ms * 1000) / 1000,
    request_id: headers["x-amzn-requestid"],
    error: headers["x-amzn-errortype"],
  };
  const { timestamp, ...others } = facts;
  const words = Object.entries(others).filter(([, value]) => value !== undefined);
  const text = `${timestamp} ${words.map(([name, value]) => `${name}=${value}`).join(" ")}`;
  process.stderr.write(`${json ? JSON.stringify(facts) : text}\n`);
}

function version(): string {
  return JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8")).version;
}
