// Two parameters as a heat map: how the side that is shown differs from the reference at each pair of values.
import { axis, chart, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { apartOf } from "./effect.js";
import { referenceWithin } from "./sides.js";
import { outcome } from "./state.js";
import { f, headline, parameterName, unitHere, valueText, words } from "./words.js";

// What an end of the colours says, with the unit.
const endOf = (info, most, unit) => (sign) => (sign > 0 === info.higher_is_better ? words.heatBetter : words.heatWorse)(
  `${sign > 0 ? "+" : "−"}${f.number(most)} ${unit.differenceName}`);

// What the colours of the map say, from the least to the greatest.
function heatLegend(info, end) {
  return h("p", { class: "legend heat-legend" }, h("span", {}, end(-1)),
    h("span", { class: `scale ${info.higher_is_better ? "" : "turned"}`, "aria-hidden": "true" }), h("span", {}, end(1)),
    h("span", { class: "entry" }, h("span", { class: "key grey", "aria-hidden": "true" }), words.heatZero));
}

const channels = (colour) => [16, 8, 0].map((shift) => (parseInt(colour.slice(1), 16) >> shift) & 255);
const lightness = (rgb) => rgb.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4))
  .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);

// Ink or paper, whichever is read better on a colour of which so much (0 to 1) lies over paper.
function readable(t, colour, share) {
  const paper = channels(t.paper), under = lightness(channels(colour).map((c, i) => paper[i] + share * (c - paper[i])));
  const contrast = (own) => (Math.max(own, under) + 0.05) / (Math.min(own, under) + 0.05);
  return contrast(lightness(channels(t.ink))) >= contrast(lightness(paper)) ? t.ink : t.paper;
}

const heatChart = { chart: null };
export function drawHeat(own) {
  const [across, up] = own.axes, { answer, side } = own, from = referenceWithin();
  const info = outcome(answer.outcome), unit = unitHere(info.unit);
  const at = (i, j) => answer.points[i * up.values.length + j];
  const difference = (p) => (p.difference.mean === null ? null : p.difference.mean * unit.scale);
  const told = (p) => p.difference.low !== null && (p.difference.low > 0 || p.difference.high < 0);
  const most = Math.max(1e-9, ...answer.points.map((p) => Math.abs(difference(p) ?? 0)));
  // What can't be told from zero is grey, whatever its mean.
  const cell = (t, i, j) => {
    const p = at(i, j), sure = told(p);
    if (!sure) return { value: [i, j, difference(p)], visualMap: false, itemStyle: { color: t.faint }, label: { color: t.muted } };
    const end = (difference(p) > 0) === info.higher_is_better ? t.good : t.bad;
    return { value: [i, j, difference(p)], label: { color: readable(t, end, Math.abs(difference(p)) / most) } };
  };
  heatChart.chart ??= chart({ label: words.tabs.heat, height: 460, onPaper: 420, option: (t, width) => heatChart.option(t, width),
    key: (t) => heatChart.key(t) });
  const title = words.heatTitle(headline(info), answer.month, unit.differenceName, from, words.inSide(side.id, side.title)) + apartOf(answer);
  heatChart.chart.element.setAttribute("aria-label", title);
  const end = endOf(info, most, unit);
  heatChart.key = (t) => [[end(-1), info.higher_is_better ? t.bad : t.good], [end(1), info.higher_is_better ? t.good : t.bad], [words.heatZero, t.faint]]
    .map(([text, fill]) => ({ text, mark: h("rect", { x: 1, y: -10, width: 14, height: 12, fill, stroke: t.line }) }));
  heatChart.option = (t, width) => ({
    grid: { left: 12, right: 20, top: 30, bottom: 34, containLabel: true },
    xAxis: axis(t, { type: "category", data: across.values.map(valueText),
      name: `${parameterName(across.parameter.key)}: ${words.unit(across.parameter.unit)}`, nameLocation: "middle", nameGap: 28, grid: false }),
    yAxis: axis(t, { type: "category", data: up.values.map(valueText), name: `${parameterName(up.parameter.key)}: ${words.unit(up.parameter.unit)}`,
      grid: false, nameTextStyle: { align: "left" } }),
    visualMap: { type: "continuous", show: false, min: -most, max: most,
      inRange: { color: info.higher_is_better ? [t.bad, t.paper, t.good] : [t.good, t.paper, t.bad] } },
    tooltip: tooltip(t, (one) => {
      const p = at(one.value[0], one.value[1]);
      return [`${parameterName(across.parameter.key)}: ${valueText(across.values[one.value[0]])}`,
        `${parameterName(up.parameter.key)}: ${valueText(up.values[one.value[1]])}`,
        `${headline(info)} ${f.mean(p.mean, info.unit)}`,
        p.difference.low === null ? ""
          : `${words.differenceFrom(from)} ${f.difference(p.difference.mean, info.unit)} ` +
            `${f.interval(p.difference.low, p.difference.high, info.unit)}`];
    }),
    series: [{ type: "heatmap", itemStyle: { borderColor: t.paper, borderWidth: 2 }, emphasis: { itemStyle: { borderColor: t.ink } },
      label: { show: width > 330, fontFamily: t.font, fontSize: 12,
        formatter: (one) => { const p = at(one.value[0], one.value[1]); return told(p) ? f.signed(difference(p)) : "≈ 0"; } },
      data: across.values.flatMap((_, i) => up.values.map((__, j) => cell(t, i, j))) }],
  });
  return { chart: heatChart.chart, title, legend: heatLegend(info, end),
    table: table([`${parameterName(across.parameter.key)} →`, ...across.values.map(valueText)],
    up.values.map((value, j) => [valueText(value), ...across.values.map((_, i) => (told(at(i, j)) ? f.signed(difference(at(i, j))) : "≈ 0"))]),
    { caption: words.heatCaption(headline(info), unit.differenceName, parameterName(up.parameter.key), from) }) };
}
