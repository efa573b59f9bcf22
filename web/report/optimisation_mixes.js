// Mixes of an optimisation in figures: what they aim at, gain and cost, and their tables.
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { told } from "./intervals.js";

export const isOne = ({ model }) => model.designed.parts.length === 1 && model.designed.parts[0][1] === 1;
export const aimOf = ({ words, model, f }) => model.designed.parts.map(([k, weight]) => {
  const { name, higher_is_better: up } = model.outcomes[k], text = words.outcomeName(name);
  return `${weight === 1 ? "" : `${weight.toLocaleString(f.locale)} × `}${up ? text : words.designs.lessOf(text)}`;
}).join(" + ");
export const unitName = (page) => (isOne(page) ? unitOf(page.model.outcomes[page.model.designed.parts[0][0]].unit, page.f.lang).differenceName : "");
export const bounds = ({ f }, [, low, high], scale = 1, digits = 1) =>
  (low === null ? f.words.none : f.between(f.signed(low * scale, digits), f.signed(high * scale, digits)));
export const gain = (page, effect) => [h("b", {}, `${page.f.signed(effect[0])} ${unitName(page)}`.trim()), " ",
  effect[1] !== null && h("span", { class: "interval" }, bounds(page, effect))];
const kind = (effect) => (!told(effect) ? "about-zero" : effect[0] > 0 ? "good" : "bad");
const figure = ({ f }, effect) => (told(effect) ? f.signed(effect[0]) : f.words.zero);
const mark = (effect) => ({ x: effect[0], low: effect[1], high: effect[2],
  shape: told(effect) ? (effect[0] > 0 ? "dot" : "diamond") : "ring", className: kind(effect) });
// What a lever is set to, as people write numbers.
export const setting = ({ f }, text, more = { maximumFractionDigits: 3 }) =>
  (/^-?\d+(\.\d+)?$/.test(text) ? Number(text).toLocaleString(f.locale, more).replace("-", "\u2212") : text);
// Levers of a mix that stand elsewhere, in words.
export const differences = (page, one, mix, from, more) =>
  one.levers.map((lever, l) => (mix[l][0] === from(lever, l) ? null : `${lever.title} ${setting(page, mix[l][0], more)}`)).filter(Boolean);

// A place in a lever's range, from 0 to 1.
const range = { low: 0, high: 1, ticks: [0, 1], step: 0 };

export function mixTable(page, one) {
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
export function tops(page, one, others, className) {
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
export function budgets(page, one) {
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
