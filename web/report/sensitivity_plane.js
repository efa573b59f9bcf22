// The plane of Morris's method: how much a parameter moves the outcome, against how much that differs.
import { axis, chart, labelColumn, tooltip } from "../shared/charts.js";
import { scaleOf } from "../shared/plots.js";
import { infoOf, key, measure } from "./sensitivity_weights.js";

const planeHeight = 460, mostLabels = 24;

export const planeOf = (page, one) => chart({ label: page.words.designs.planeLabel(infoOf(page, one).name), height: planeHeight, onPaper: planeHeight,
  option: (t, ...size) => plane(page, one, t, ...size) }).element;

// mu* against sigma: to the right the influential ones, above the line those whose effect hangs on the others or on where it starts.
function plane(page, one, t, width, height) {
  const { f } = page, w = page.words.designs, m = measure(page, one);
  const there = one.ranking.filter((p) => one.parameters[p].size[0] !== null && one.parameters[p].sd !== null);
  const points = there.slice(0, mostLabels).map((p) => ({ p, x: m.of(one.parameters[p].size[0]), y: m.of(one.parameters[p].sd), own: one.parameters[p] }));
  const xs = scaleOf(there.map((p) => m.of(one.parameters[p].size[0]))), ys = scaleOf(there.map((p) => m.of(one.parameters[p].sd)));
  const room = Math.min(230, width * 0.42), top = 26, bottom = 48, end = Math.min(xs.high, ys.high);
  const digits = (scale) => (scale.step < 1 ? (scale.step < 0.1 ? 2 : 1) : 0);
  return {
    grid: { left: 52, right: room, top, bottom },
    xAxis: axis(t, { type: "value", min: 0, max: xs.high, interval: xs.step, name: `mu*, ${m.name}`, nameLocation: "middle", nameGap: 28,
      axisLabel: { formatter: (x) => f.number(x, digits(xs)), hideOverlap: true } }),
    yAxis: axis(t, { type: "value", min: 0, max: ys.high, interval: ys.step, name: `sigma, ${m.name}`, nameLocation: "end", nameGap: 8,
      nameTextStyle: { align: "left" }, axisLabel: { formatter: (x) => f.number(x, digits(ys)) } }),
    tooltip: tooltip(t, (at) => {
      const { p } = at.data;
      return [key(page, p), `mu* ${m.number(one.parameters[p].size[0])} ${m.interval(one.parameters[p].size)}`,
        `sigma ${m.number(one.parameters[p].sd)}`];
    }, { trigger: "item" }),
    series: [
      { type: "line", silent: true, showSymbol: false, data: [[0, 0], [end, end]], lineStyle: { color: t.muted, width: 1, type: [4, 4] },
        endLabel: { show: false } },
      { type: "scatter", silent: true, symbolSize: 0.1, data: [[0.8 * end, 0.8 * end]],
        label: { show: true, formatter: w.equalLine, position: "left", distance: 8, color: t.muted, fontFamily: t.font, fontSize: 12,
          textBorderColor: t.paper, textBorderWidth: 4 } },
      { type: "custom", silent: true, z: 2, data: points.map((_, i) => [i]), encode: { x: -1, y: -1 }, renderItem: (_, api) => {
        const { own, y } = points[api.value(0)], [x1, at] = api.coord([m.of(own.size[1]), y]), [x2] = api.coord([m.of(own.size[2]), y]);
        return { type: "line", shape: { x1, y1: at, x2, y2: at }, style: { stroke: own.told ? t.accent : t.baseline, lineWidth: 1.2, opacity: 0.7 } };
      }, clip: true },
      labelColumn(t, points.map(({ p, x, y, own }) => ({ x, y, text: key(page, p), colour: own.told ? t.accent : t.baseline,
        hollow: !own.told, textColour: own.told ? t.ink : t.muted, data: { p } })),
        { width, height, top, bottom, room, low: 0, high: ys.high }, 10),
    ],
  };
}
