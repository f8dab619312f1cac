// @ts-check
// How the shared files are parsed, beside AWS's SDK: odd files mean the same to both.

import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { loadSharedConfigFiles } from "@smithy/core/config";
import { buildSync } from "esbuild";

const SOURCE = fileURLToPath(new URL("../../pkg-template/variants/server/defaults/ini.ts", import.meta.url));
const SEED = Number(process.env.INI_SEED ?? 20200714);

/** @type {(text: string) => Map<string, Map<string, string>>} */
let parseIni;
let folder = "";
before(async () => {
  const [file] = buildSync({ entryPoints: [SOURCE], format: "esm", write: false }).outputFiles;
  ({ parseIni } = await import(`data:text/javascript,${encodeURIComponent(file?.text ?? "")}`));
  folder = await mkdtemp(join(tmpdir(), "ivs-ini-"));
});
after(() => rm(folder, { recursive: true }));

/** The credentials file is what the SDK parses and leaves as it is. @param {string} text */
async function bySdk(text) {
  const filepath = join(folder, "credentials");
  await writeFile(filepath, text);
  return (await loadSharedConfigFiles({ filepath, configFilepath: join(folder, "none"), ignoreCache: true })).credentialsFile;
}

/** @param {string} text */
const ours = (text) => Object.fromEntries([...parseIni(text)].map(([name, settings]) => [name, Object.fromEntries(settings)]));

const ODD = {
  "nothing": "",
  "settings before any section": "a = b\n[default]\nc = d",
  "a byte order mark": "\ufeff[default]\na = b",
  "line ends of Windows and of old Macs": "[default]\r\na = b\r\nc = d\re = f\n",
  "no line end": "[default]\na = b",
  "comments": "# x\n; y\n[default] # z\na = b # c\nd = e;f\ng = h#i\n j = k ;l\n#m = n",
  "equals signs": "[default]\na = b=c==\n= d\ne =\nf\n = g\nh==i",
  "spaces everywhere": " [default] \n\ta\t=\tb \n  c  =  d e  \n\u00a0f = g",
  "sections that come twice": "[default]\na = 1\nb = 1\n[x]\nc = 1\n[default]\nb = 2",
  "types of sections": "[profile a]\nx = 1\n[sso-session b]\nx = 2\n[services c]\nx = 3\n[plugins d]\nx = 4\n[profile.e]\nx = 5",
  "quoted names": "[profile \"a\"]\nx = 1\n[profile 'b']\nx = 2\n[profile \"c']\nx = 3\n[profile \"d e\"]\nx = 4",
  "names with other characters": "[profile a-@+.%:/b]\nx = 1\n[profile ä]\nx = 2\n[profile a b]\nx = 3\n[profile  a]\nx = 4\n[ profile a ]\nx = 5",
  "brackets that are none": "[]\na = 1\n[\nb = 2\n]\nc = 3\n[x\nd = 4\n[y]z\ne = 5\n[[w]]\nf = 6",
  "a section in a section": "[services s]\nivs =\n  endpoint_url = a\n  other = b\nsts=\n\tendpoint_url = c\nplain = d\n  indented = e\n[x]\n  y = z",
  "a section in a section that is empty": "[services s]\nivs =\nsts =\n  a = b\n[x]\nc =\n[y]\nd = e",
};

describe("a shared file with", () => {
  for (const [title, text] of Object.entries(ODD)) {
    test(`${title} means what it means to AWS's SDK`, async () => assert.deepEqual(ours(text), await bySdk(text)));
  }

  test("whatever mixture of these means the same", async () => {
    const pieces = ["[", "]", "default", "profile", "services", " ", " ", "\t", "\n", "\n", "\r\n", "=", "=", " = ", "#", ";", "\"", "'", "a", "b.c", "key", "\u00e4", "\n  ", "\n[x]\n", "\n[profile y]\n", "\nz =\n  "];
    let state = SEED;
    const random = (/** @type {number} */ below) => Math.floor(((state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32) * below);
    for (let round = 0; round < 500; round++) {
      const text = Array.from({ length: 1 + random(40) }, () => pieces[random(pieces.length)]).join("");
      assert.deepEqual(ours(text), await bySdk(text), JSON.stringify({ text, SEED }));
    }
  });

  test("names of JavaScript's own is a file like others, where the SDK drops it or writes into its objects", () => {
    const text = "[__proto__]\na = 1\n[constructor]\nb = 2\n[x]\n__proto__ = c\n";
    assert.deepEqual([...parseIni(text)].map(([name, settings]) => [name, ...settings]), [
      ["__proto__", ["a", "1"]],
      ["constructor", ["b", "2"]],
      ["x", ["__proto__", "c"]],
    ]);
    assert.equal(/** @type {any} */ ({}).a, undefined);
  });
});
