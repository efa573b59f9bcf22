// Charts by Apache ECharts: only the parts in use, drawn as SVG, redrawn for another width, theme or paper.
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GraphicComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent,
         VisualMapComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

import { h } from "./dom.js";
import { canBeDrawn } from "./take.js";
import { faded, theme } from "./theme.js";

echarts.use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GraphicComponent, GridComponent,
             MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer]);

const drawn = new Set(), others = new Set();
function redraw() {
  drawn.forEach((chart) => chart.draw());
  others.forEach((one) => (one.element.isConnected ? one.draw() : others.delete(one)));
}
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
// Charts take their colours and their width from the screen, so the page turns to paper before it is printed, and is as wide.
for (const [event, onPaper] of [["beforeprint", true], ["afterprint", false]])
  addEventListener(event, () => {
    for (const name of ["on-paper", "printing"]) document.documentElement.classList.toggle(name, onPaper);
    redraw();
  });

// Calls `draw` when the theme or paper changes, for as long as the element is in the page.
export const whenLooksChange = (draw, element) => others.add({ draw, element });

// As it is on paper: an SVG element, wide enough for a slide.
function drawing({ option, height, key }, t, width) {
  const wide = Math.max(width, 640), place = h("div"), paper = echarts.init(place, null, { renderer: "svg", width: wide, height });
  paper.setOption({ animation: false, ...option(t, wide, height) });
  paper.getZr().flush();
  const content = place.querySelector("svg").cloneNode(true);
  content.removeAttribute("style");
  paper.dispose();
  return { content, width: wide, height, key: key?.(t) };
}

// A chart with a name for those who can't see it. `option(theme, width, height)` gives ECharts its option whenever it is drawn;
// `key(theme)` says what its lines are, [{ text, colour, dash }], where it stands alone; `onPaper`: its height there, before it is shrunk.
// Returns { element, draw(), update(), remove() }; `update` is a draw of new figures in the same kinds of series, much faster.
export function chart({ label, height = 320, onPaper = 0.8 * Math.min(290, height), option, key }) {
  const canvas = h("div", { class: "drawn", "aria-hidden": "true", style: { height: `${height}px` } });
  const element = h("div", { class: "chart", role: "figure", "aria-label": label }, canvas);
  let instance = null;
  let width = 0;
  const draw = () => {
    width = canvas.clientWidth;
    if (width === 0) return;  // not shown yet
    instance ??= echarts.init(canvas, null, { renderer: "svg" });
    // On paper words are read closer by: a chart is drawn larger and shrunk into its place.
    const printing = document.documentElement.classList.contains("printing"), wide = printing ? Math.round(width * 1.45) : width;
    const tall = printing ? Math.round(onPaper) : height;
    instance.resize({ width: wide, height: tall });
    canvas.querySelector("svg")?.setAttribute("viewBox", `0 0 ${wide} ${tall}`);
    instance.setOption({ animation: false, ...option(theme(), wide, tall) }, { notMerge: true });
  };
  const update = () => {
    if (instance && canvas.clientWidth === width) instance.setOption(option(theme(), width, height));
    else draw();
  };
  const watcher = new ResizeObserver(() => {
    if (canvas.clientWidth !== width) draw();
  });
  watcher.observe(canvas);
  canBeDrawn(element, (t) => drawing({ option, height, key }, t, width));
  const self = {
    element, draw, update,
    wasShown: () => instance !== null,
    remove: () => { watcher.disconnect(); instance?.dispose(); drawn.delete(self); },
  };
  drawn.add(self);
  return self;
}

// Of elements that have left the page.
export const removeLostCharts = () => [...drawn].filter((one) => one.wasShown() && !one.element.isConnected).forEach((one) => one.remove());
export const removeAllCharts = () => [...drawn].forEach((one) => one.remove());

// Axes as all charts have them: hairlines, muted text, the unit as the axis' name.
export function axis(t, more = {}) {
  return {
    axisLine: { show: false }, axisTick: { show: false },
    axisLabel: { color: t.muted, fontFamily: t.font, fontSize: 12, ...more.axisLabel },
    splitLine: { show: more.grid ?? true, lineStyle: { color: t.line } },
    nameTextStyle: { color: t.muted, fontFamily: t.font, fontSize: 12, ...more.nameTextStyle },
    ...Object.fromEntries(Object.entries(more).filter(([key]) => !["axisLabel", "grid", "nameTextStyle"].includes(key))),
  };
}

// A tooltip whose content is made of elements: lines of text.
export function tooltip(t, linesOf, more = {}) {
  return {
    backgroundColor: t.paper, borderColor: t.line, textStyle: { color: t.ink, fontFamily: t.font, fontSize: 13 },
    confine: true,
    formatter: (at) => h("div", {}, linesOf(at).map((text, i) => h("div", { style: { fontWeight: i ? "400" : "600" } }, text))),
    ...more,
  };
}

// Moves heights (in pixels) as little as keeps them `gap` apart, within [top, bottom].
function spread(heights, gap, top, bottom) {
  const order = heights.map((_, i) => i).sort((a, b) => heights[a] - heights[b]), out = [...heights];
  order.forEach((i, n) => { out[i] = Math.max(out[i], n ? out[order[n - 1]] + gap : top); });
  for (let n = order.length - 1; n >= 0; --n)
    out[order[n]] = Math.min(out[order[n]], n < order.length - 1 ? out[order[n + 1]] - gap : bottom);
  return out;
}

// Points with their labels in a column at the right, a line to each: no label lies on another. points: [{ x, y, text, colour, symbol,
// hollow, textColour, data }]; `place`: { width, height, top, bottom, room } of the chart, its plot's margins and the column, in pixels, and
// { low, high } of the axis. symbolSize 0: labels alone.
export function labelColumn(t, points, place, symbolSize) {
  const { width, height, top, bottom, room, low, high } = place;
  const heights = spread(points.map((p) => top + ((high - p.y) / (high - low)) * (height - top - bottom)), 16, 8, height - 8);
  return {
    type: "scatter", z: 4, symbolSize: symbolSize || 0.1, silent: !symbolSize,
    data: points.map((p) => ({ value: [p.x, p.y], symbol: p.hollow ? "circle" : p.symbol ?? "circle", ...p.data,
      itemStyle: p.hollow ? { color: t.paper, borderColor: p.colour, borderWidth: 2 }
        : { color: p.colour, borderColor: t.paper, borderWidth: symbolSize ? 1.5 : 0 },
      label: { show: true, formatter: p.text, position: "right", color: p.textColour ?? t.ink, fontFamily: t.font, fontSize: 12,
        width: room - 24, overflow: "truncate" },
      labelLine: { show: true, length2: 6, lineStyle: { color: p.colour, opacity: 0.5 } } })),
    labelLayout: ({ dataIndex }) => ({ x: width - room + 18, y: heights[dataIndex], align: "left", verticalAlign: "middle" }),
  };
}

// A band between two series over months as one filled shape. `low`, `high`: one value a month, null for none.
export function band(t, months, low, high, colour, opacity) {
  const runs = [];
  let run = [];
  months.forEach((_, i) => {
    if (low[i] !== null && high[i] !== null) run.push(i);
    else if (run.length) { runs.push(run); run = []; }
  });
  if (run.length) runs.push(run);
  return {
    type: "custom", silent: true, z: 1, data: runs.map((_, i) => [i]), encode: { x: -1, y: -1 }, clip: true,
    renderItem: (_, api) => {
      const own = runs[api.value(0)];
      const at = (i, values) => api.coord([months[i], values[i]]);
      return { type: "polygon",
               shape: { points: [...own.map((i) => at(i, high)), ...own.slice().reverse().map((i) => at(i, low))] },
               style: { fill: faded(colour, opacity) } };
    },
  };
}

// One run's line.
export function line(t, months, values, colour, more = {}) {
  return { type: "line", showSymbol: false, z: 3, data: months.map((month, i) => [month, values[i]]), silent: true,
           lineStyle: { color: colour, width: more.width ?? 2, type: more.dash ?? "solid" }, itemStyle: { color: colour },
           ...more.series };
}
