// @ts-check
// The ratios as bars, with limit and goal marked on each.

import { reached } from "./goals.mjs";

const WIDTH = 960;
const LEFT = 470;
const RIGHT = 70;
const ROW = 26;
const TOP = 56;
const COLOURS = { goal: "#1a7f37", limit: "#4c9be8", "": "#d1622b" };

/** @param {import("./goals.mjs").Goal[]} goals */
export function plot(goals) {
  // Where more is better the bar shows the inverse, so that a shorter one is better everywhere.
  const rows = goals.map((goal) => {
    const length = (/** @type {number} */ ratio) => (goal.more ? 1 / ratio : ratio);
    return {
      ...goal,
      bar: length(goal.ratio),
      marks: [length(goal.limit), length(goal.goal)],
      colour: COLOURS[reached(goal)],
    };
  });
  const most = Math.max(1.25, ...rows.map(({ bar }) => Math.min(bar, 2)));
  const x = (/** @type {number} */ ratio) =>
    (LEFT + (Math.min(ratio, most) / most) * (WIDTH - LEFT - RIGHT)).toFixed(1);
  const height = TOP + rows.length * ROW + 16;
  const lines = rows.map(({ what, peer, ratio, bar, marks, colour }, i) => {
    const y = TOP + i * ROW;
    const ticks = marks.map((mark, i) => {
      return `<line x1="${x(mark)}" x2="${x(mark)}" y1="${y + 1}" y2="${y + 21}" stroke="#222" stroke-width="${i + 1}" stroke-dasharray="${i ? "none" : "3 2"}"/>`;
    });
    return (
      `<text x="${LEFT - 10}" y="${y + 15}" text-anchor="end">${escaped(`${what.replaceAll("`", "")} / ${peer}`)}</text>` +
      `<rect x="${LEFT}" y="${y + 3}" width="${(Number(x(bar)) - LEFT).toFixed(1)}" height="16" fill="${colour}"/>${ticks.join("")}` +
      `<text x="${WIDTH - 8}" y="${y + 15}" text-anchor="end" font-weight="bold">${ratio.toFixed(2)}x</text>`
    );
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12" fill="#222">
<rect width="${WIDTH}" height="${height}" fill="#fff"/>
<text x="${LEFT}" y="20" font-size="14" font-weight="bold">ours / peer: a shorter bar is better</text>
<text x="${LEFT}" y="38">dashed: limit; solid: goal. Green: goal reached; blue: within the limit; orange: neither</text>
<line x1="${x(1)}" x2="${x(1)}" y1="${TOP - 6}" y2="${height - 12}" stroke="#aaa"/>
${lines.join("\n")}
</svg>
`;
}

function escaped(/** @type {string} */ text) {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
