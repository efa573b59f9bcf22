// Charts of a calibration: prior and posterior of a parameter, two parameters against each other, ranks of known truths.
import { axis } from "../shared/charts.js";
import { scaleOf } from "../shared/plots.js";
import { faded } from "../shared/theme.js";

// A parameter's value, to three digits.
export const number = ({ f }, x) => (x === null ? f.words.none : x.toLocaleString(f.locale, { maximumSignificantDigits: 3 }).replace("-", "\u2212"));

// The axis of a parameter, over what prior and posterior reach.
const along = (page, p, t, width, more = {}) => axis(t, { type: "value", min: p.low, max: p.high, grid: false, splitNumber: Math.max(2, Math.floor(width / 80)),
  axisLine: { show: true, lineStyle: { color: t.line } }, ...more,
  axisLabel: { formatter: (x) => number(page, x), hideOverlap: true, showMinLabel: false, showMaxLabel: false, ...more.axisLabel } });

// Prior (grey) and posterior as shares a bin.
export function histogram(page, p, t, width) {
  const { f } = page, bins = p.prior_shares.length, step = (p.high - p.low) / bins, most = 100 * Math.max(...p.prior_shares, ...p.posterior_shares);
  const bars = (shares, colour, opacity, inset) => ({ type: "custom", silent: true, data: shares.map((_, i) => [i]), encode: { x: -1, y: -1 }, clip: true,
    renderItem: (_, api) => {
      const i = api.value(0), [x1, top] = api.coord([p.low + i * step, 100 * shares[i]]), [x2, bottom] = api.coord([p.low + (i + 1) * step, 0]);
      return { type: "rect", shape: { x: x1 + inset, y: top, width: Math.max(1, x2 - x1 - 2 * inset), height: bottom - top },
        style: { fill: faded(colour, opacity) } };
    } });
  const ys = scaleOf([0, most], { count: 3 });
  return {
    grid: { left: 4, right: 12, top: 10, bottom: 4, containLabel: true },
    xAxis: along(page, p, t, width),
    yAxis: axis(t, { type: "value", min: 0, max: ys.high, interval: ys.step,
      axisLabel: { formatter: (x) => `${f.number(x, ys.step < 1 ? 1 : 0)}${f.words.percent}` } }),
    series: [bars(p.prior_shares, t.baseline, 0.4, 0), bars(p.posterior_shares, t.accent, 0.65, 1.5)],
  };
}

export function cloud(page, one, [a, b], t, width) {
  const [x, y] = [one.parameters[a], one.parameters[b]];
  return {
    grid: { left: 62, right: 14, top: 8, bottom: 46 },
    xAxis: along(page, x, t, width, { name: x.key, nameLocation: "middle", nameGap: 26, grid: true }),
    yAxis: along(page, y, t, width, { name: y.key, nameLocation: "middle", nameGap: 44, nameRotate: 90, grid: true, splitNumber: 4 }),
    series: [{ type: "scatter", silent: true, symbolSize: 4.5, itemStyle: { color: faded(t.accent, 0.5) },
      data: one.sample.map((point) => [point[a], point[b]]) }],
  };
}

// How many truths fall into each tenth or so of their posterior, over the band that even ranks keep to.
export function ranks(page, p, [low, high], t, width) {
  const { f } = page, bins = p.counts.length, most = Math.max(high, ...p.counts), ys = scaleOf([0, most], { count: 3 });
  const box = (api, x1, x2, y1, y2) => {
    const [left, top] = api.coord([x1, y2]), [right, bottom] = api.coord([x2, y1]);
    return { x: left, y: top, width: right - left, height: bottom - top };
  };
  const of = (data, shape, colour) => ({ type: "custom", silent: true, data, encode: { x: -1, y: -1 }, clip: true,
    renderItem: (_, api) => ({ type: "rect", shape: shape(api, api.value(0)), style: { fill: colour } }) });
  return {
    grid: { left: 4, right: 12, top: 10, bottom: 4, containLabel: true },
    xAxis: axis(t, { type: "value", min: 0, max: 100, grid: false, splitNumber: Math.max(2, Math.floor(width / 80)),
      axisLine: { show: true, lineStyle: { color: t.line } }, axisLabel: { formatter: (x) => `${f.number(x, 0)}${f.words.percent}` } }),
    yAxis: axis(t, { type: "value", min: 0, max: ys.high, interval: ys.step }),
    series: [of([[0]], (api) => box(api, 0, 100, low, high), faded(t.baseline, 0.3)),
      of(p.counts.map((_, i) => [i]), (api, i) => box(api, (100 * i) / bins + 0.6, (100 * (i + 1)) / bins - 0.6, 0, p.counts[i]), faded(t.accent, 0.65))],
  };
}
