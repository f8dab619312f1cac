// The files that AWS's SDKs and tools share. https://docs.aws.amazon.com/sdkref/latest/guide/file-location.html
// Only what Node has loaded by itself is used: programs that have no such files pay for this one, too.
import { environmentVariable as variable } from "../environment.js";
import type { FoundSetting } from "./found-setting.js";
import { parseIni, type Sections } from "./ini.js";

export interface SharedFile {
  /** As a user would write it. */
  path: string;
  sections: Sections;
}

export interface SharedFiles {
  config: SharedFile;
  credentials: SharedFile;
}

/** A file as it was read, and what distinguishes it from a later version of itself. */
interface Reading {
  path: string;
  version: string;
  sections: Promise<Sections>;
}

const readings: { config?: Reading; credentials?: Reading } = {};

/** Both files, as they are now. One that does not exist, or cannot be read, is empty, as to AWS's SDK. */
export async function sharedFiles(): Promise<SharedFiles> {
  const [config, credentials] = await Promise.all([
    sharedFile("config", variable("AWS_CONFIG_FILE")),
    sharedFile("credentials", variable("AWS_SHARED_CREDENTIALS_FILE")),
  ]);
  return { config, credentials };
}

async function sharedFile(name: "config" | "credentials", given: string | undefined): Promise<SharedFile> {
  const path = given ?? `~/.aws/${name}`;
  try {
    const file = path.startsWith("~/") ? `${await homeFolder()}${path.slice(1)}` : path;
    return { path, sections: await sectionsOf(name, file) };
  } catch {
    return { path, sections: new Map() };
  }
}

/** Reads a file only when it has changed: each client asks for it. */
async function sectionsOf(name: "config" | "credentials", path: string): Promise<Sections> {
  const { statSync, readFile } = await fileSystem();
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats) return new Map();
  const version = `${stats.ino} ${stats.size} ${stats.mtimeMs} ${stats.ctimeMs}`;
  let reading = readings[name];
  if (reading?.path !== path || reading.version !== version) {
    reading = { path, version, sections: text(readFile, path).then(parseIni) };
    readings[name] = reading;
  }
  return reading.sections;
}

type FileSystem = typeof import("node:fs");

/** It is loaded always, but to import it loads its streams as well, which takes longer than all of this. */
async function fileSystem(): Promise<FileSystem> {
  const { getBuiltinModule } = process as { getBuiltinModule?: (name: string) => FileSystem | undefined };
  return getBuiltinModule?.("fs") ?? (await import("node:fs"));
}

function text(readFile: FileSystem["readFile"], path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    readFile(path, "utf8", (error, text) => (error ? reject(error) : resolve(text)));
  });
}

async function homeFolder(): Promise<string> {
  const drive = variable("HOMEDRIVE") ?? "C:\\";
  const path = variable("HOMEPATH");
  const home = variable("HOME") ?? variable("USERPROFILE") ?? (path && `${drive}${path}`);
  return home ?? (await import("node:os")).homedir();
}

/** The name of the profile that is used. */
export function profileName(configured: string | undefined): string {
  return configured || variable("AWS_PROFILE") || "default";
}

/** A profile's settings in one of the files. */
function settingsIn(files: SharedFiles, which: "config" | "credentials", name: string) {
  const { sections } = files[which];
  if (which === "credentials") return sections.get(name);
  return sections.get(`profile.${name}`) ?? (name === "default" ? sections.get(name) : undefined);
}

/** All settings of a profile; `undefined` where no file has it. For credentials, those of the credentials file count first. */
export function profileSettings(files: SharedFiles, name: string): Map<string, string> | undefined {
  const config = settingsIn(files, "config", name);
  const credentials = settingsIn(files, "credentials", name);
  return config || credentials ? new Map([...(config ?? []), ...(credentials ?? [])]) : undefined;
}

/** One setting of a profile. `config` counts before `credentials`, and for the region the other way round, as in AWS's SDK. */
export function profileSetting(files: SharedFiles, name: string, key: string): FoundSetting | undefined {
  const order = key === "region" ? (["credentials", "config"] as const) : (["config", "credentials"] as const);
  for (const which of order) {
    const value = settingsIn(files, which, name)?.get(key);
    if (value) return { value, source: `${key} of profile ${JSON.stringify(name)} in ${files[which].path}` };
  }
  return undefined;
}
