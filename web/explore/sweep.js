// A parameter against an outcome: a line for the side that is shown, a band for how it differs from the reference.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { faded } from "../shared/theme.js";
import { apartOf } from "./effect.js";
import { fullName, lookOf, nameOf, nameWithin, referenceWithin } from "./sides.js";
import { outcome, valueOf } from "./state.js";
import { f, headline, parameterName, unitHere, valueText, words } from "./words.js";

const sweepChart = { chart: null };
export function drawSweep(own) {
  const [{ parameter, values }] = own.axes, { answer, side, ref } = own, from = referenceWithin();
  const info = outcome(answer.outcome), unit = unitHere(info.unit);
  const scaled = (x) => (x === null ? null : x * unit.scale);
  const numeric = typeof values[0] === "number";
  const now = valueOf(parameter.key, side), isOnAxis = numeric && now >= values[0] && now <= values[values.length - 1];
  const refLook = lookOf(ref.id), look = lookOf(side.id);
  sweepChart.chart ??= chart({ label: words.tabs.sweep, height: 380, onPaper: 360, option: (t) => sweepChart.option(t), key: (t) => sweepChart.key(t) });
  const title = words.sweepTitle(headline(info), parameterName(parameter.key), answer.month, words.inSide(side.id, side.title)) + apartOf(answer);
  sweepChart.chart.element.setAttribute("aria-label", title);
  sweepChart.key = (t) => [
    { text: fullName(side), colour: look.colour(t), dash: "solid" },
    ...(numeric ? [{ text: `${words.interval}: ${words.differenceFrom(from)}`,
      mark: h("rect", { x: 1, y: -10, width: 14, height: 12, fill: faded(look.colour(t), 0.25) }) }] : []),
    { text: fullName(ref), colour: refLook.colour(t), dash: [4, 3] },
    ...(isOnAxis ? [{ text: words.standsHere(nameOf(side)), mark: h("line", { x1: 8, x2: 8, y1: -11, y2: 3, stroke: t.muted, "stroke-width": 1.5 }) }] : []),
  ];
  sweepChart.option = (t) => {
    const at = numeric ? values : values.map((_, i) => i);
    const points = answer.points, base = scaled(answer.baseline.mean);
    // What is drawn around the line: where the difference from the baseline lies, in the same worlds.
    // No share is below none or above all, whatever the interval says.
    const [least, most] = info.bounds ?? [-Infinity, Infinity];
    const edge = (p, name) => (p.difference[name] === null ? null
      : scaled(Math.min(Math.max(answer.baseline.mean + p.difference[name], least), most)));
    const all = [base, ...points.flatMap((p) => [scaled(p.mean), edge(p, "low"), edge(p, "high")])].filter(Number.isFinite);
    const room = Math.max(1e-9, Math.max(...all) - Math.min(...all)) * 0.06;
    const [bottom, top] = [Math.max(Math.min(...all) - room, scaled(least)), Math.min(Math.max(...all) + room, scaled(most))];
    const lines = [{ yAxis: base, lineStyle: { color: refLook.colour(t), type: [4, 3] },
      label: { show: true, position: "insideEndTop", formatter: nameWithin(ref), color: t.muted, fontFamily: t.font, fontSize: 12 } },
      ...(isOnAxis
        ? [{ xAxis: now, lineStyle: { color: t.muted, type: "solid" }, label: { show: false } }] : [])];
    return {
      grid: { left: 12, right: 24, top: 34, bottom: 30, containLabel: true },
      xAxis: numeric
        ? axis(t, { type: "value", min: values[0], max: values[values.length - 1],
          name: `${parameterName(parameter.key)}: ${words.unit(parameter.unit)}`,
        nameLocation: "middle", nameGap: 30, grid: false })
        : axis(t, { type: "category", data: values.map(valueText), name: parameterName(parameter.key), nameLocation: "middle", nameGap: 30, grid: false }),
      yAxis: axis(t, { type: "value", name: `${headline(info)}, ${unit.name}`, nameTextStyle: { align: "left" }, min: bottom, max: top,
        axisLabel: { showMinLabel: false, showMaxLabel: false, formatter: (x) => f.number(x, f.digitsFor(top - bottom)) } }),
      tooltip: tooltip(t, (under) => {
        const i = under[0].dataIndex, p = points[i];
        return [`${parameterName(parameter.key)}: ${valueText(values[i])}`,
          `${f.mean(p.mean, info.unit)} (${words.range(f.mean(p.low, info.unit), f.mean(p.high, info.unit))} ${words.inMost})`,
          p.difference.low === null ? ""
            : `${words.differenceFrom(from)} ${f.difference(p.difference.mean, info.unit)} ` +
              `${f.interval(p.difference.low, p.difference.high, info.unit)}`];
      }, { trigger: "axis" }),
      series: [
        ...(numeric ? [band(t, at, points.map((p) => edge(p, "low")), points.map((p) => edge(p, "high")), look.colour(t), 0.18)] : []),
        line(t, at, points.map((p) => scaled(p.mean)), look.colour(t),
          { series: { silent: false, showSymbol: true, symbolSize: 6, markLine: { silent: true, symbol: "none", data: lines } } }),
      ],
    };
  };
  return { chart: sweepChart.chart, title, table: table([parameterName(parameter.key), headline(info), words.mostWorlds, words.difference, words.interval],
    answer.points.map((p, i) => [valueText(values[i]), f.mean(p.mean, info.unit), words.range(f.mean(p.low, info.unit), f.mean(p.high, info.unit)),
      f.difference(p.difference.mean, info.unit), p.difference.low === null ? "" : f.interval(p.difference.low, p.difference.high, info.unit)]),
    { caption: words.sweepCaption(answer.month, answer.worlds) }) };
}
