// The chart of what each budget buys.
import { axis, chart, tooltip } from "../shared/charts.js";
import { scaleOf } from "../shared/plots.js";
import { faded } from "../shared/theme.js";
import { bounds, setting, unitName } from "./optimisation_mixes.js";

export const frontierChart = (page, one, height) =>
  chart({ label: page.words.designs.frontierLabel, height, option: (t, width) => frontier(page, one, t, width) }).element;

// What each budget buys, in fresh worlds, over the mixes of the search.
function frontier(page, one, t, width) {
  const { f } = page, w = page.words.designs;
  const points = one.frontier.map((point) => [point.budget / 1e3, ...point.value]), nearZero = Math.max(...points.map(([x]) => Math.abs(x))) / 50;
  const tried = one.tried.filter(([, value]) => value !== null).map(([spending, value]) => [Math.abs(spending / 1e3) < nearZero ? 0 : spending / 1e3, value]);
  const xs = scaleOf([...points.map(([x]) => x), ...tried.map(([x]) => x)], { zero: false, count: Math.max(3, Math.floor(width / 90)) });
  const ys = scaleOf([...points.flatMap(([, ...rest]) => rest), ...tried.map(([, value]) => value)]);
  const digits = (scale) => (scale.step < 1 ? (scale.step < 0.1 ? 2 : 1) : 0);
  return {
    grid: { left: 8, right: 20, top: 34, bottom: 28, containLabel: true },
    xAxis: axis(t, { type: "value", min: xs.low, max: xs.high, interval: xs.step, name: w.budgetAxis, nameLocation: "middle", nameGap: 28,
      grid: false, axisLabel: { formatter: (x) => f.number(x, digits(xs)), hideOverlap: true },
      axisLine: { show: true, onZero: false, lineStyle: { color: t.line } } }),
    yAxis: axis(t, { type: "value", min: ys.low, max: ys.high, interval: ys.step, name: w.gainIn(unitName(page)), nameLocation: "end",
      nameGap: 12, nameTextStyle: { align: "left" }, axisLine: { show: false, onZero: false },
      axisLabel: { formatter: (x) => f.number(x, digits(ys)) } }),
    tooltip: tooltip(t, (at) => {
      const point = one.frontier[at.dataIndex];
      return [f.money(point.budget), `${f.signed(point.value[0])} ${bounds(page, point.value)} ${unitName(page)}`,
        ...one.levers.map((lever, l) => `${lever.title} ${setting(page, point.mix[l][0])}`)];
    }, { trigger: "item" }),
    series: [
      { type: "scatter", silent: true, z: 1, symbolSize: 4, data: tried, itemStyle: { color: faded(t.baseline, 0.45) } },
      { type: "line", silent: true, showSymbol: false, z: 2, data: points.map(([x, y]) => [x, y]), lineStyle: { color: t.accent, width: 2 } },
      { type: "custom", silent: true, z: 3, data: points.map((_, i) => [i]), encode: { x: -1, y: -1 }, renderItem: (_, api) => {
        const [x, , low, high] = points[api.value(0)];
        if (low === null) return null;
        const [at, bottom] = api.coord([x, low]), [, top] = api.coord([x, high]);
        return { type: "group", children: [[at, bottom, at, top], [at - 4, bottom, at + 4, bottom], [at - 4, top, at + 4, top]]
          .map(([x1, y1, x2, y2]) => ({ type: "line", shape: { x1, y1, x2, y2 }, style: { stroke: t.accent, lineWidth: 1.5 } })) };
      } },
      { type: "scatter", z: 4, data: points.map(([x, y], i) => ({ value: [x, y], symbolSize: one.frontier[i].budget === one.budget ? 14 : 9,
        itemStyle: { color: t.accent, borderColor: t.paper, borderWidth: 1.5 },
        label: { show: one.frontier[i].budget === one.budget, formatter: w.thisBudget, position: "bottom", distance: 10, color: t.ink,
          fontFamily: t.font, fontSize: 12, textBorderColor: t.paper, textBorderWidth: 3 } })) },
    ],
  };
}
