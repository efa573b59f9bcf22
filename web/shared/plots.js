// Marks on a common scale, row by row of a table: what a reader compares stands beside its name and its figures, for eyes and
// screen readers alike. Drawn in per cent of the cell, so that it fits any width.
import { h } from "./dom.js";

// Round numbers between which [low, high] lies: { low, high, ticks }.
export function scaleOf(values, { zero = true, count = 5 } = {}) {
  const finite = values.filter((x) => x !== null && Number.isFinite(x));
  let low = Math.min(...finite, ...(zero ? [0] : [])), high = Math.max(...finite, ...(zero ? [0] : []));
  if (!finite.length || low === high) { low = (finite[0] ?? 0) - 1; high = low + 2; }
  const rough = (high - low) / count, power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 2.5, 5, 10].map((m) => m * power).find((s) => s >= rough - 1e-12);
  const ticks = [];
  for (let i = Math.floor(low / step); i <= Math.ceil(high / step); ++i) ticks.push(i * step);
  return { low: ticks[0], high: ticks[ticks.length - 1], ticks, step };
}

const margin = 4;  // per cent on each side
const at = (scale, x) => margin + ((100 - 2 * margin) * (x - scale.low)) / (scale.high - scale.low);
const percent = (x) => `${x.toFixed(2)}%`;

// The row of tick labels.
export function ticksOf(scale, text) {
  return h("svg", { class: "plot ticks", width: "100%", height: 18, "aria-hidden": "true" },
    scale.ticks.map((tick, i) => h("text", { x: percent(at(scale, tick)), y: 13, "text-anchor": "middle",
      class: i % 2 && scale.ticks.length > 5 ? "minor" : null }, text(tick))));
}

// marks: [{ x, low, high, shape, className, aside, thick }]; shape: "dot", "ring", "diamond", "square", "bar" (from zero, `thick` pixels),
// "rule" (a line across the row), "band" (a box from low to high) or "none" (from low to high alone); `aside`: so many pixels off the middle of the row;
// `label`: what it shows, in words, or "" where the figures stand beside it.
export function plotOf(scale, marks, label, height = 26) {
  const middle = height / 2;
  return h("svg", { class: "plot", width: "100%", height, role: label ? "img" : null, "aria-label": label || null, "aria-hidden": label ? null : "true" },
    scale.ticks.map((tick) => h("line", { x1: percent(at(scale, tick)), x2: percent(at(scale, tick)), y1: 0, y2: height,
      class: Math.abs(tick) < scale.step / 1e6 ? "zero-line" : "grid-line" })),
    marks.filter((mark) => mark.x !== null && mark.x !== undefined).map((mark) => h("g", { class: mark.className },
      mark.shape === "bar" && barOf(scale, mark, middle),
      mark.shape === "rule" && h("line", { class: "rule", x1: percent(at(scale, mark.x)), x2: percent(at(scale, mark.x)), y1: 0, y2: height }),
      mark.shape === "band" && h("rect", { class: "band", x: percent(at(scale, mark.low)),
        width: percent(Math.max(0.6, at(scale, mark.high) - at(scale, mark.low))), y: 1, height: height - 2 }),
      mark.shape !== "band" && mark.low !== null && mark.low !== undefined && h("line", { class: "whisker", x1: percent(at(scale, mark.low)),
        x2: percent(at(scale, mark.high)), y1: middle + (mark.aside ?? 0), y2: middle + (mark.aside ?? 0) }),
      !["bar", "rule", "band", "none"].includes(mark.shape) && shapeOf(mark.shape ?? "dot", percent(at(scale, mark.x)), middle + (mark.aside ?? 0)))));
}

function barOf(scale, mark, middle) {
  const zero = at(scale, Math.min(Math.max(0, scale.low), scale.high)), end = at(scale, mark.x), thick = mark.thick ?? 14;
  return h("rect", { class: "bar", x: percent(Math.min(zero, end)), width: percent(Math.abs(end - zero)),
    y: middle + (mark.aside ?? 0) - thick / 2, height: thick });
}

// A diamond stands in a nested picture, whose place can be given in per cent.
function shapeOf(shape, x, middle) {
  if (shape === "dot" || shape === "ring") return h("circle", { class: shape, cx: x, cy: middle, r: 5 });
  if (shape === "square") return h("svg", { x, y: middle, overflow: "visible" }, h("rect", { class: shape, x: -4.5, y: -4.5, width: 9, height: 9 }));
  return h("svg", { x, y: middle, overflow: "visible" }, h("path", { class: shape, d: "M0,-6.5 L6.5,0 L0,6.5 L-6.5,0 Z" }));
}
