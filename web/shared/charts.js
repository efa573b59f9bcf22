// Charts by Apache ECharts: only the parts in use, drawn as SVG, redrawn for another width, theme or paper.
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GraphicComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent,
         VisualMapComponent } from "echarts/components";
import * as echarts from "echarts/core";
import { LabelLayout } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

import { h } from "./dom.js";
import { faded, theme } from "./theme.js";

echarts.use([BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GraphicComponent, GridComponent,
             MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, LabelLayout, SVGRenderer]);

const drawn = new Set();
const redraw = () => drawn.forEach((chart) => chart.draw());
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", redraw);
addEventListener("beforeprint", redraw);
addEventListener("afterprint", redraw);

// A chart with a name for those who can't see it. `option(theme, width)` gives ECharts its option whenever it is drawn.
// Returns { element, draw(), remove() }.
export function chart({ label, height = 320, option }) {
  const element = h("div", { class: "chart", role: "img", "aria-label": label, style: { height: `${height}px` } });
  let instance = null;
  const draw = () => {
    const width = element.clientWidth;
    if (width === 0) return;  // not shown yet
    instance ??= echarts.init(element, null, { renderer: "svg" });
    instance.resize();
    instance.setOption({ animation: false, ...option(theme(), width) }, { notMerge: true });
  };
  let width = 0;
  const watcher = new ResizeObserver(() => {
    if (element.clientWidth !== width) {
      width = element.clientWidth;
      draw();
    }
  });
  watcher.observe(element);
  const self = {
    element, draw,
    remove: () => { watcher.disconnect(); instance?.dispose(); drawn.delete(self); },
  };
  drawn.add(self);
  return self;
}

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
