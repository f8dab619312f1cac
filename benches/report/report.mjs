// @ts-check
// docs/performance.md: the text of template.md, with the results as tables.

import { readFile } from "node:fs/promises";
import { BEFORE, OURS, SDK } from "../lib/packages.mjs";
import { ratio } from "../lib/rounds.mjs";
import { SLIM } from "../lib/slim.mjs";
import { bytes, goals, microseconds, milliseconds, perSecond, profileName, reached } from "./goals.mjs";
import { plot } from "./plot.mjs";

const MISSING = "(not measured yet)\n";
const megabytes = (/** @type {number} */ bytes) => (bytes / 1e6).toFixed(2);
const times = (/** @type {number} */ ratio) => `${ratio.toFixed(2)}x`;

/** @returns {string} */
function table(/** @type {string[]} */ heads, /** @type {(string | number)[][]} */ rows) {
  const line = (/** @type {(string | number)[]} */ cells) => `| ${cells.join(" | ")} |\n`;
  return line(heads) + line(heads.map((_, i) => (i ? "--:" : ":--"))) + rows.map(line).join("");
}

/** @type {Record<string, (results: any) => string>} */
const tables = {
  goals: (results) =>
    table(
      ["what", "peer", "ours", "theirs", "ratio", "limit", "goal", "reached"],
      goals(results).map((it) => {
        const { what, peer, ours, theirs, ratio, limit, goal } = it;
        return [
          what,
          `\`${peer}\``,
          ours,
          theirs,
          `**${times(ratio)}**`,
          times(limit),
          times(goal),
          reached(it) || "no",
        ];
      }),
    ),
  sign: ({ sign }) => contenders(sign.results, microseconds),
  calls: ({ calls }) =>
    calls.cases
      .map(({ operation, inFlight, results }) => {
        const rows = Object.entries(results).map(([name, { wall, cpu }]) => {
          return [
            `\`${name}\``,
            perSecond(wall.median),
            microseconds(cpu.median),
            times(1 / wall.ratio),
            times(cpu.ratio),
          ];
        });
        const heads = [
          `${operation}, ${inFlight} in flight`,
          "calls",
          "CPU per call",
          "our calls per second / theirs",
          "our CPU / theirs",
        ];
        return table(heads, rows);
      })
      .join("\n"),
  start: ({ start }) =>
    start.cases
      .map(({ how, processes, results }) => {
        const rows = Object.entries(results).map(([name, { wall, cpu, import: loaded }]) => {
          return [
            `\`${name}\``,
            ...[loaded, wall, cpu].map(({ median }) => milliseconds(median)),
            times(wall.ratio),
            times(cpu.ratio),
          ];
        });
        const heads = [
          `\`${how}\`, ${processes} processes`,
          "loaded",
          "first response",
          "CPU",
          "ours / theirs, time",
          "ours / theirs, CPU",
        ];
        return table(heads, rows);
      })
      .join("\n"),
  memory: ({ memory }) =>
    table(
      [
        "MB after a collection",
        "calls",
        "heap",
        "of it machine code",
        "external",
        "of it wasm",
        "resident",
        "CPU per call",
      ],
      Object.entries(memory.results).flatMap(([name, samples]) =>
        samples
          .filter((_, i) => i % 4 === 0)
          .map(({ calls, heapUsed, compiled, external, wasm, rss, cpu }) => {
            const bytes = [heapUsed, compiled, external, wasm, rss].map(megabytes);
            return [`\`${name}\``, calls.toLocaleString("en"), ...bytes, microseconds(cpu)];
          }),
      ),
    ),
  growth: ({ growth }) => {
    const kinds = [...new Set(growth.cases.map((/** @type {any} */ { of }) => of))];
    return kinds
      .map((kind) => {
        const cases = growth.cases.filter((/** @type {any} */ { of }) => of === kind);
        const rows = Object.keys(cases[0].cpu).map((name) => [
          `\`${name}\``,
          ...cases.map(({ cpu }) => microseconds(cpu[name])),
        ]);
        return table([`CPU per call, by ${kind}`, ...cases.map(({ at }) => at)], rows);
      })
      .join("\n");
  },
  size: ({ size }) =>
    table(
      ["bundle of one command", "gzip -9"],
      Object.entries(size.bytes).map(([name, size]) => [`\`${name}\``, bytes(size)]),
    ),
  chromium: ({ chromium }) => {
    const names = Object.keys(chromium.profiles[0].results);
    /** What is compared with what, if both were measured. */
    const pairs = [
      [OURS, SDK],
      [OURS, BEFORE],
      [SLIM, SDK],
    ].filter((pair) => pair.every((name) => names.includes(name)));
    const rows = chromium.profiles.map((/** @type {any} */ profile) => [
      profileName(profile),
      ...names.map((name) => milliseconds(profile.results[name].wall.median)),
      ...pairs.map(([name, other]) => `**${times(ratio(profile.measured, name, other, "wall"))}**`),
    ]);
    const heads = [
      ...names.map((name) => `\`${name}\``),
      ...pairs.map(([name, other]) => `\`${name}\` / \`${other}\``),
    ];
    const signed = Object.entries(chromium.sign.results).map(([name, { wall }]) => [
      `\`${name}\``,
      microseconds(wall.median),
      times(wall.ratio),
    ]);
    return [
      table(["navigation to first response", ...heads], rows),
      table(["a signature", "time", "ours / theirs"], signed),
    ].join("\n");
  },
  instructions: (_results, /** @type {any} */ budget = {}) => {
    const { compress } = budget.cases;
    return table(
      ["", "instructions", "compressions", "of them in SHA-256"],
      Object.entries(budget.cases).map(([name, { instructions, compressions }]) => {
        return [
          name,
          instructions,
          compressions,
          `${Math.round((100 * compressions * compress.instructions) / instructions)} %`,
        ];
      }),
    );
  },
  versions(results) {
    const sections = Object.entries(results);
    const commits = table(
      ["section", "commit", "before", "load average"],
      sections.map(([name, { commit, before, load }]) => [
        name,
        `\`${commit}\``,
        before ? `\`${before}\`` : "-",
        load.toFixed(1),
      ]),
    );
    const { machine, versions } = /** @type {any} */ (sections.at(-1)?.[1]);
    const named = Object.entries(versions)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ");
    const browser = results.chromium ? `, Chromium ${results.chromium.browser}` : "";
    return `${commits}\n${machine}.\n\n${named}${browser}.\n`;
  },
};

/** Contenders with one figure of each kind. */
function contenders(/** @type {any} */ results, /** @type {(value: number) => string} */ shown) {
  const rows = Object.entries(results).map(([name, { wall, cpu }]) => {
    return [`\`${name}\``, shown(wall.median), shown(cpu.median), times(wall.ratio), times(cpu.ratio)];
  });
  return table(["", "time", "CPU", "ours / theirs, time", "ours / theirs, CPU"], rows);
}

export async function report(/** @type {any} */ results) {
  const read = (/** @type {string} */ name) => readFile(new URL(name, import.meta.url), "utf8");
  const [template, budget] = [await read("./template.md"), JSON.parse(await read("../instructions.json"))];
  const markdown = template.replace(/^\{\{(\w+)\}\}\n/gm, (_, name) => {
    const measured = name in { goals: 0, versions: 0 } ? Object.keys(results).length > 0 : results[name];
    if (measured || name === "instructions") return /** @type {any} */ (tables[name])(results, budget);
    return MISSING;
  });
  const found = goals(results);
  const summary = found
    .map((it) => `    ${it.ratio.toFixed(2)}x  ${(reached(it) || "-").padEnd(6)} ${it.what} / ${it.peer}`)
    .join("\n");
  return { markdown, plot: plot(found), summary };
}
