// A parameter against an outcome, and two parameters as a heat map: swept on the spot, in the same worlds.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { steps } from "./scale.js";
import { Refused, stream } from "./server.js";
import { asked, outcome, parametersOf, state, valueOf } from "./state.js";
import { choiceName, f, headline, parameterName, levers, unitHere, words } from "./words.js";

const text = (value) => (typeof value === "boolean" ? (value ? words.yes : words.no)
  : typeof value === "number" ? value.toLocaleString(f.locale, { maximumFractionDigits: 6 }) : choiceName(String(value)));

// Parameters that can be swept, levers first.
function sweepable() {
  const all = parametersOf().filter((p) => p.kind !== "list" && p.section !== "world" && p.section !== "network");
  const first = levers.flatMap((group) => group.keys);
  return [{ title: words.levers, parameters: first.map((key) => all.find((p) => p.key === key)).filter(Boolean) },
    ...[...new Set(all.map((p) => p.section))].map((section) => ({
      title: words.slotTitles[section] ?? words.sectionTitles[section] ?? section,
      parameters: all.filter((p) => p.section === section && !first.includes(p.key)) }))];
}

const options = (chosen) => sweepable().filter((group) => group.parameters.length).map((group) => h("optgroup", { label: group.title },
  group.parameters.map((p) => h("option", { value: p.key, selected: p.key === chosen }, parameterName(p.key)))));
const labelled = (id, label, control) => h("label", { class: "small", for: id }, h("span", {}, label), control);

// What both panels share: choices above, a chart, a table, and one run at a time.
function panel({ id, axes, count, replicates, draw, note }) {
  const chosen = axes.map((key) => ({ key, from: null, to: null }));
  const own = { outcome: "", month: null, answer: null, values: [], axes: [] };
  const choices = h("div", { class: "run" }), wrong = h("p", { class: "problem", role: "alert" }), status = h("p", { class: "status", role: "status" });
  const place = h("div", {}), figures = h("div", {}), title = h("h3", { class: "chart-title" });
  const element = h("div", { class: "points" }, choices, wrong, status, title, place, h("p", { class: "note" }, note),
    h("details", { class: "figures" }, h("summary", {}, words.asTable), figures));

  function fill() {
    const known = new Map(parametersOf().map((p) => [p.key, p]));
    chosen.forEach((axisOf, i) => {
      if (!known.has(axisOf.key)) Object.assign(axisOf, { key: [...known.keys()][i], from: null, to: null });
    });
    if (!state.controls.outcomes.some((o) => o.name === own.outcome)) own.outcome = state.outcomes.includes("recovery") ? "recovery" : state.outcomes[0];
    choices.replaceChildren(
      ...chosen.flatMap((axisOf, i) => {
        const parameter = known.get(axisOf.key), numeric = parameter.kind === "number" || parameter.kind === "whole";
        const values = steps(parameter, count);
        const edge = (name, value) => labelled(`${id}-${name}-${i}`, words[name],
          h("input", { type: "number", step: "any", id: `${id}-${name}-${i}`, value: axisOf[name] ?? value,
          onchange: (event) => { axisOf[name] = event.target.value === "" ? null : Number(event.target.value); run(); } }));
        return [labelled(`${id}-key-${i}`, axes.length === 1 ? words.parameter : i === 0 ? words.across : words.up,
          h("select", { id: `${id}-key-${i}`, onchange: (event) => {
            Object.assign(axisOf, { key: event.target.value, from: null, to: null });
            fill();
            run();
          } }, options(axisOf.key))),
          ...(numeric ? [edge("from", values[0]), edge("to", values[values.length - 1])] : [])];
      }),
      labelled(`${id}-outcome`, words.outcomeWord, h("select", { id: `${id}-outcome`, onchange: (event) => { own.outcome = event.target.value; run(); } },
        state.controls.outcomes.map((o) => h("option", { value: o.name, selected: o.name === own.outcome }, headline(o))))));
  }

  async function run() {
    const known = new Map(parametersOf().map((p) => [p.key, p]));
    own.axes = chosen.map((axisOf) => ({ parameter: known.get(axisOf.key), values: steps(known.get(axisOf.key), count, axisOf.from, axisOf.to) }));
    document.body.dataset.points = "going";
    const began = performance.now();
    wrong.textContent = "";
    try {
      await stream("points", asked({ axes: own.axes.map(({ parameter, values }) => ({ key: parameter.key, values })), side: "changed",
        outcome: own.outcome, month: Math.min(state.month, state.months), replicates: Math.min(state.replicates, replicates) }), (answer) => {
        own.answer = answer;
        const picture = draw(own);
        title.textContent = picture.title;
        if (!place.firstChild) place.append(picture.chart.element);
        if (picture.legend) (place.querySelector(".heat-legend") ?? place.appendChild(h("p"))).replaceWith(picture.legend);
        picture.chart.draw();
        figures.replaceChildren(picture.table);
        status.textContent = answer.end ? words.pointsDone(answer.points.length, answer.of, Math.round(performance.now() - began))
          : words.worlds(answer.worlds, answer.of);
        if (answer.end) document.body.dataset.points = "done";
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      wrong.textContent = error.message;
      document.body.dataset.points = "refused";
    }
  }
  return { element, show: () => { fill(); run(); }, update: () => { fill(); run(); } };
}

const sweepChart = { chart: null };
function drawSweep(own) {
  const [{ parameter, values }] = own.axes, { answer } = own;
  const info = outcome(answer.outcome), unit = unitHere(info.unit);
  const scaled = (x) => (x === null ? null : x * unit.scale);
  const numeric = typeof values[0] === "number";
  const now = valueOf(parameter.key);
  sweepChart.chart ??= chart({ label: words.tabs.sweep, height: 380, option: (t) => sweepChart.option(t) });
  sweepChart.chart.element.setAttribute("aria-label", words.against(headline(info), answer.month, parameterName(parameter.key)));
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
    const lines = [{ yAxis: base, lineStyle: { color: t.baseline, type: [4, 3] },
      label: { show: true, position: "insideEndTop", formatter: words.legendBaseline, color: t.muted } },
      ...(numeric && now >= values[0] && now <= values[values.length - 1]
        ? [{ xAxis: now, lineStyle: { color: t.muted, type: "solid" }, label: { show: false } }] : [])];
    return {
      grid: { left: 12, right: 24, top: 34, bottom: 30, containLabel: true },
      xAxis: numeric
        ? axis(t, { type: "value", min: values[0], max: values[values.length - 1],
          name: `${parameterName(parameter.key)}: ${words.unit(parameter.unit)}`,
        nameLocation: "middle", nameGap: 30, grid: false })
        : axis(t, { type: "category", data: values.map(text), name: parameterName(parameter.key), nameLocation: "middle", nameGap: 30, grid: false }),
      yAxis: axis(t, { type: "value", name: `${headline(info)}, ${unit.name}`, nameTextStyle: { align: "left" }, min: bottom, max: top,
        axisLabel: { showMinLabel: false, showMaxLabel: false, formatter: (x) => f.number(x, f.digitsFor(top - bottom)) } }),
      tooltip: tooltip(t, (under) => {
        const i = under[0].dataIndex, p = points[i];
        return [`${parameterName(parameter.key)}: ${text(values[i])}`,
          `${f.mean(p.mean, info.unit)} (${words.range(f.mean(p.low, info.unit), f.mean(p.high, info.unit))} ${words.inMost})`,
          p.difference.low === null ? ""
            : `${words.fromBaseline} ${f.difference(p.difference.mean, info.unit)} ` +
              `${f.interval(p.difference.low, p.difference.high, info.unit)}`];
      }, { trigger: "axis" }),
      series: [
        ...(numeric ? [band(t, at, points.map((p) => edge(p, "low")), points.map((p) => edge(p, "high")), t.accent, 0.18)] : []),
        line(t, at, points.map((p) => scaled(p.mean)), t.accent,
          { series: { silent: false, showSymbol: true, symbolSize: 6, markLine: { silent: true, symbol: "none", data: lines } } }),
      ],
    };
  };
  const title = words.sweepTitle(headline(info), parameterName(parameter.key), answer.month);
  return { chart: sweepChart.chart, title, table: table([parameterName(parameter.key), headline(info), words.mostWorlds, words.difference, words.interval],
    answer.points.map((p, i) => [text(values[i]), f.mean(p.mean, info.unit), words.range(f.mean(p.low, info.unit), f.mean(p.high, info.unit)),
      f.difference(p.difference.mean, info.unit), p.difference.low === null ? "" : f.interval(p.difference.low, p.difference.high, info.unit)]),
    { caption: words.sweepCaption(answer.month, answer.worlds) }) };
}

// What the colours of the map say, with the unit, from the least to the greatest.
function heatLegend(info, most, unit) {
  const said = (sign) => `${sign > 0 ? "+" : "−"}${f.number(most)} ${unit.differenceName}`;
  const end = (sign) => (sign > 0 === info.higher_is_better ? words.heatBetter : words.heatWorse)(said(sign));
  return h("p", { class: "legend heat-legend" }, h("span", {}, end(-1)),
    h("span", { class: `scale ${info.higher_is_better ? "" : "turned"}`, "aria-hidden": "true" }), h("span", {}, end(1)),
    h("span", { class: "entry" }, h("span", { class: "key grey", "aria-hidden": "true" }), words.heatZero));
}

const heatChart = { chart: null };
function drawHeat(own) {
  const [across, up] = own.axes, { answer } = own;
  const info = outcome(answer.outcome), unit = unitHere(info.unit);
  const at = (i, j) => answer.points[i * up.values.length + j];
  const difference = (p) => (p.difference.mean === null ? null : p.difference.mean * unit.scale);
  const told = (p) => p.difference.low !== null && (p.difference.low > 0 || p.difference.high < 0);
  const most = Math.max(1e-9, ...answer.points.map((p) => Math.abs(difference(p) ?? 0)));
  // What can't be told from zero is grey, whatever its mean.
  const cell = (t, i, j) => {
    const p = at(i, j), sure = told(p);
    if (!sure) return { value: [i, j, difference(p)], visualMap: false, itemStyle: { color: t.faint }, label: { color: t.muted } };
    return { value: [i, j, difference(p)], label: { color: Math.abs(difference(p)) > 0.55 * most ? t.paper : t.ink } };
  };
  heatChart.chart ??= chart({ label: words.tabs.heat, height: 460, option: (t, width) => heatChart.option(t, width) });
  heatChart.chart.element.setAttribute("aria-label", words.over(headline(info), parameterName(across.parameter.key), parameterName(up.parameter.key)));
  heatChart.option = (t, width) => ({
    grid: { left: 12, right: 20, top: 30, bottom: 34, containLabel: true },
    xAxis: axis(t, { type: "category", data: across.values.map(text),
      name: `${parameterName(across.parameter.key)}: ${words.unit(across.parameter.unit)}`, nameLocation: "middle", nameGap: 28, grid: false }),
    yAxis: axis(t, { type: "category", data: up.values.map(text), name: `${parameterName(up.parameter.key)}: ${words.unit(up.parameter.unit)}`,
      grid: false, nameTextStyle: { align: "left" } }),
    visualMap: { type: "continuous", show: false, min: -most, max: most,
      inRange: { color: info.higher_is_better ? [t.bad, t.paper, t.good] : [t.good, t.paper, t.bad] } },
    tooltip: tooltip(t, (one) => {
      const p = at(one.value[0], one.value[1]);
      return [`${parameterName(across.parameter.key)}: ${text(across.values[one.value[0]])}`,
        `${parameterName(up.parameter.key)}: ${text(up.values[one.value[1]])}`,
        `${headline(info)} ${f.mean(p.mean, info.unit)}`,
        p.difference.low === null ? ""
          : `${words.fromBaseline} ${f.difference(p.difference.mean, info.unit)} ` +
            `${f.interval(p.difference.low, p.difference.high, info.unit)}`];
    }),
    series: [{ type: "heatmap", itemStyle: { borderColor: t.paper, borderWidth: 2 }, emphasis: { itemStyle: { borderColor: t.ink } },
      label: { show: width > 380, fontFamily: t.font, fontSize: 12,
        formatter: (one) => { const p = at(one.value[0], one.value[1]); return told(p) ? f.signed(difference(p)) : "≈ 0"; } },
      data: across.values.flatMap((_, i) => up.values.map((__, j) => cell(t, i, j))) }],
  });
  const title = words.heatTitle(headline(info), answer.month, unit.differenceName);
  return { chart: heatChart.chart, title, legend: heatLegend(info, most, unit),
    table: table([`${parameterName(across.parameter.key)} →`, ...across.values.map(text)],
    up.values.map((value, j) => [text(value), ...across.values.map((_, i) => (told(at(i, j)) ? f.signed(difference(at(i, j))) : "≈ 0"))]),
    { caption: words.heatCaption(headline(info), unit.differenceName, parameterName(up.parameter.key)) }) };
}

export const sweepPanel = panel({ id: "sweep", axes: ["supervision.audit_probability"], count: 11, replicates: 16, draw: drawSweep,
  note: words.sweepNote });
export const heatPanel = panel({ id: "heat", axes: ["supervision.audit_probability", "supervision.sanction"], count: 6, replicates: 16, draw: drawHeat,
  note: words.heatNote });
