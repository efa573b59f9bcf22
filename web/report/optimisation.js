// An optimisation: the best mix for the budget, what other budgets buy, and how flat the top is.
import { axis, chart, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { faded } from "../shared/theme.js";
import { told } from "./intervals.js";

const few = 10;  // other mixes beside the answer

export const title = ({ words }) => words.designs.optimisationTitle;
export const lead = (page) => [page.words.designs.optimisationLead(page.model, page.f), isOne(page) ? null : ` ${page.words.designs.weighted}`];
export const kicker = ({ model, words, f }) => words.designs.optimisationKicker(f.number(model.designed.candidates, 0), model.replicates);
export const caveat = ({ words }) => words.designs.optimisationCaveat;

const isOne = ({ model }) => model.designed.parts.length === 1 && model.designed.parts[0][1] === 1;
const aimOf = ({ words, model, f }) => model.designed.parts.map(([k, weight]) => {
  const { name, higher_is_better: up } = model.outcomes[k], text = words.outcomeName(name);
  return `${weight === 1 ? "" : `${weight.toLocaleString(f.locale)} × `}${up ? text : words.designs.lessOf(text)}`;
}).join(" + ");
const unitName = (page) => (isOne(page) ? unitOf(page.model.outcomes[page.model.designed.parts[0][0]].unit, page.f.lang).differenceName : "");
const bounds = ({ f }, [, low, high], scale = 1, digits = 1) =>
  (low === null ? f.words.none : `[${f.signed(low * scale, digits)}${f.lang === "id" ? ";" : ","}\u00a0${f.signed(high * scale, digits)}]`);
const gain = (page, effect) => [h("b", {}, `${page.f.signed(effect[0])} ${unitName(page)}`.trim()), " ",
  effect[1] !== null && h("span", { class: "interval" }, bounds(page, effect))];
const kind = (effect) => (!told(effect) ? "about-zero" : effect[0] > 0 ? "good" : "bad");
const figure = ({ f }, effect) => (told(effect) ? f.signed(effect[0]) : f.words.zero);
const mark = (effect) => ({ x: effect[0], low: effect[1], high: effect[2],
  shape: told(effect) ? (effect[0] > 0 ? "dot" : "diamond") : "ring", className: kind(effect) });
// What a lever is set to, as people write numbers.
const setting = ({ f }, text, more = { maximumFractionDigits: 3 }) =>
  (/^-?\d+(\.\d+)?$/.test(text) ? Number(text).toLocaleString(f.locale, more).replace("-", "\u2212") : text);
// Levers of a mix that stand elsewhere, in words.
const differences = (page, one, mix, from, more) =>
  one.levers.map((lever, l) => (mix[l][0] === from(lever, l) ? null : `${lever.title} ${setting(page, mix[l][0], more)}`)).filter(Boolean);

export function verdict(page, one) {
  const { words, f } = page, w = words.designs, { best, others } = one, money = (kRp) => (Math.abs(kRp) < 1 ? null : f.money(kRp));
  const changed = differences(page, one, best.mix, (lever) => lever.baseline, { maximumSignificantDigits: 3 });
  const kept = one.levers.filter((lever, l) => best.mix[l][0] === lever.baseline).map((lever) => lever.title);
  const mix = [changed.length ? h("b", {}, f.list(changed, words.and)) : w.nothingChanged,
    changed.length > 0 && kept.length > 0 && `; ${w.kept(f.list(kept, words.and), kept.length)}`, "."].filter(Boolean);
  const equal = others.filter((other) => other.is_as_good).length, better = others.filter((other) => told(other.from_best) && other.from_best[0] > 0);
  const flat = one.levers.filter((lever) => lever.is_flat).map((lever) => lever.title);
  const budgets = one.frontier.filter((point) => point.budget !== one.budget).map((point) => [w.withBudget(money(point.budget)), " ",
    point.is_best ? w.sameMix : told(point.from_best) ? gain(page, point.from_best) : w.nothingTold]);
  const cost = [f.signed(best.kRp[0] / 1e3), " ", best.kRp[1] !== null && h("span", { class: "interval" }, bounds(page, best.kRp, 1e-3))];
  return [h("p", { class: "question" }, w.optimisationQuestion(aimOf(page), one.month, f.money(one.budget))),
    h("p", { class: "headline" }, told(best.value) && best.value[0] > 0 ? w.bestMix(gain(page, best.value), aimOf(page))
      : w.noMix(gain(page, best.value), aimOf(page))),
    h("p", {}, mix, " ", one.counts_simulated ? w.costsOfBudget(cost, best.kRp[0] <= one.budget, f.money(one.budget))
      : w.spendsAndCosts(money(Math.abs(best.spending)), best.spending < 0, cost)),
    others.length > 0 && h("p", {}, w.asGood(equal, others.length),
      better.length > 0 && [" ", w.didBetter(better.length, f.signed(Math.max(...better.map((other) => other.from_best[0]))))],
      flat.length > 0 && [" ", w.flat(f.list(flat, words.and))]),
    budgets.length > 0 && h("p", {}, w.instead(f.money(one.budget), budgets)),
    h("p", { class: "faint" }, w.flatters(f.signed(one.chosen), page.model.replicates))].filter(Boolean);
}

export const glance = (page, one) => (one.frontier.length > 1
  ? h("figure", { class: "key-figure" }, h("figcaption", {}, page.words.designs.frontierTitle), frontierChart(page, one, 330))
  : tops(page, one, one.others.slice(0, few), "ledger"));

export function body(page, one) {
  const { words, f } = page, w = words.designs;
  return [h("h3", {}, w.mixTitle), h("p", { class: "lead" }, w.mixLead), mixTable(page, one),
    h("h3", {}, w.topTitle), h("p", { class: "lead" }, w.topLead), one.others.length ? tops(page, one, one.others, "forest") : h("p", {}, w.noOthers),
    h("h3", {}, w.frontierTitle),
    one.frontier.length > 1
      && [h("p", { class: "lead" }, `${w.frontierLead} ${w.inRange}`), h("figure", {}, frontierChart(page, one, 380))],
    budgets(page, one),
    h("h3", {}, w.outcomesTitle), table([words.outcome, words.difference, words.interval], one.outcomes.map(([k, effect]) => {
      const info = page.model.outcomes[k];
      return [`${words.outcomeName(info.name, true)}, ${unitOf(info.unit, f.lang).differenceName}`,
        told(effect) ? f.difference(effect[0], info.unit) : f.words.zero,
        effect[1] === null ? f.words.none : f.interval(effect[1], effect[2], info.unit)];
    }), { caption: w.outcomesCaption(page.model.designed.fresh_worlds) })];
}

// A place in a lever's range, from 0 to 1.
const range = { low: 0, high: 1, ticks: [0, 1], step: 0 };

function mixTable(page, one) {
  const { words, f } = page, w = words.designs, unit = unitName(page);
  const asGood = (lever) => {
    const texts = lever.as_good.map(([text]) => setting(page, text));
    return lever.is_range && texts.length > 1 ? `${texts[0]} – ${texts[texts.length - 1]}` : texts.join(", ") || f.words.none;
  };
  const cell = (name, content, more = "") => h("td", { class: `figure ${more}`, "data-way": name }, content);
  const row = (lever, l) => {
    const places = lever.as_good.map(([, place]) => place), [text, place] = one.best.mix[l];
    return h("tr", {}, h("th", { scope: "row" }, lever.title, lever.key && h("small", {}, h("code", {}, lever.key))),
      h("td", { class: "plot-cell" }, plotOf(range, [
        places.length > 0 && { shape: "band", x: 0, low: Math.min(...places, place), high: Math.max(...places, place), className: "observed" },
        lever.baseline_place !== null && { shape: "ring", x: lever.baseline_place, className: "about-zero" },
        { shape: "dot", x: place, className: "weight" }].filter(Boolean), "", 34),
        lever.is_range && h("small", { class: "ends", "aria-hidden": "true" },
          h("span", {}, setting(page, lever.low)), h("span", {}, setting(page, lever.high)))),
      cell(w.asItWas, setting(page, lever.baseline)), cell(w.bestSetting, setting(page, text), "effect"),
      cell(one.counts_simulated ? w.costsAlone : w.spends, f.extra(lever.spends)), cell(w.asGoodSettings, asGood(lever)),
      cell(w.movedAlone(unit), lever.moved.length
        ? lever.moved.map(([to, effect]) => h("span", { class: told(effect) ? "moved" : "moved about-zero" },
          `${setting(page, to)}: ${figure(page, effect)}`, h("small", {}, bounds(page, effect))))
        : f.words.none));
  };
  return h("div", { class: "dots effects mixes" }, h("table", {}, h("caption", {}, h("span", { class: "out-of-sight" }, w.mixCaption), w.mixKey),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.lever), h("th", { class: "plot-cell", "aria-hidden": "true" }),
      [w.asItWas, w.bestSetting, one.counts_simulated ? w.costsAlone : w.spends, w.asGoodSettings, w.movedAlone(unit)]
        .map((heading) => h("th", { scope: "col", class: "figure" }, heading)))),
    h("tbody", {}, one.levers.map(row))));
}

// Other mixes for the budget that ran again, against the best.
function tops(page, one, others, className) {
  const { words, f } = page, w = words.designs, shown = [...others].sort((a, b) => (b.from_best[0] ?? -Infinity) - (a.from_best[0] ?? -Infinity));
  const scale = scaleOf(shown.flatMap((other) => other.from_best));
  return h("div", { class: className }, h("table", {}, h("caption", { class: className === "ledger" ? "out-of-sight" : null }, w.topCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.mix),
      h("th", { class: "plot-cell", "aria-hidden": "true" },
        ticksOf(scale, (x) => f.signed(x, scale.step < 1 ? 1 : 0).replace(/^[+\u2212]0$/, "0"))),
      h("th", { scope: "col", class: "figure" }, w.fromBest(unitName(page))), h("th", { scope: "col", class: "figure" }, words.interval))),
    h("tbody", {}, shown.map((other) => h("tr", { class: kind(other.from_best) },
      h("th", { scope: "row" }, differences(page, one, other.mix, (_, l) => one.best.mix[l][0]).join(", ")),
      h("td", { class: "plot-cell" }, plotOf(scale, [mark(other.from_best)], "", 28)),
      h("td", { class: "figure effect" }, figure(page, other.from_best)), h("td", { class: "figure" }, bounds(page, other.from_best)))))));
}

// A column a budget: what it gains, what it costs, and where each lever stands in its range.
function budgets(page, one) {
  const { f } = page, w = page.words.designs, unit = unitName(page);
  const heading = (point) => [f.number(point.budget / 1e3, point.budget % 1e3 ? 1 : 0), point.budget === one.budget && h("small", {}, w.thisBudget)];
  const inRange = (point, l) => [setting(page, point.mix[l][0]),
    one.levers[l].is_range && h("span", { class: "in-range", "aria-hidden": "true" }, h("span", { style: { width: `${100 * point.mix[l][1]}%` } }))];
  return h("div", { class: "budgets" }, table([w.budget, ...one.frontier.map(heading)], [
    [w.gainIn(unit), ...one.frontier.map((point) => [h("b", {}, figure(page, point.value)), h("small", {}, bounds(page, point.value))])],
    ...(one.counts_simulated ? [] : [[w.spends, ...one.frontier.map((point) => f.extra(point.spending))]]),
    [w.simulatedCost, ...one.frontier.map((point) => [f.signed(point.kRp[0] / 1e3), h("small", {}, bounds(page, point.kRp, 1e-3))])],
    ...one.levers.map((lever, l) => [lever.title, ...one.frontier.map((point) => inRange(point, l))])], { caption: w.frontierCaption }));
}

const frontierChart = (page, one, height) =>
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
