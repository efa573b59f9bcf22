// A factorial experiment: which lever to mend first, what each does alone, on average, last and for its share, and which of
// them reinforce each other.
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { interval, named, told } from "./intervals.js";

const lever = ({ model }, i) => model.designed.levers[i][1].replace(/^\d+[.)]?\s+/, "");
const infoOf = ({ model }, one) => model.outcomes[one.outcome];
const better = (page, one, effect) => told(effect) && (effect[0] > 0) === infoOf(page, one).higher_is_better;
const kindOf = (page, one, effect) => (!told(effect) ? "about-zero" : better(page, one, effect) ? "good" : "bad");

export const title = ({ words }) => words.designs.factorialTitle;
export const lead = ({ words }) => words.designs.factorialLead;

export function verdict(page, one) {
  const { words, f } = page, w = words.designs, info = infoOf(page, one);
  const first = one.levers[one.ranking[0]], say = (effect) => named(page, effect, info);
  const sentences = [h("p", { class: "question" }, w.factorialQuestion(page.model, info, one.month))];
  if (one.constant) return [...sentences, h("p", { class: "headline" }, w.constantLevers(info.name))];
  if (!first.better) sentences.push(h("p", { class: "headline" }, w.noLever(info.name)));
  else {
    const cost = first.kRp > 0 ? w.costs(f.money(first.kRp), f.money(first.per_unit), unitOf(info.unit, f.lang).perUnit) : w.saves;
    sentences.push(h("p", { class: "headline" }, w.mendFirst(h("b", {}, lever(page, one.ranking[0])), say(first.share), info.name),
      h("span", { class: "from-to" }, w.ofTheWhole(say(one.whole)), cost)));
    sentences.push(h("p", {}, told(one.lead) ? w.leads(lever(page, one.ranking[1]), say(one.lead)) : w.leadsPerhaps(lever(page, one.ranking[1]))));
  }
  const pairs = one.interactions.filter(([, , effect]) => told(effect)).sort((a, b) => Math.abs(b[2][0]) - Math.abs(a[2][0]));
  sentences.push(h("p", {}, pairs.length
    ? w.interactions(pairs.slice(0, 3).map(([a, b, effect]) => [h("b", {}, lever(page, a)), " ", words.and, " ", h("b", {}, lever(page, b)),
      ...w.acts(better(page, one, effect), [h("b", {}, words.amount(f, Math.abs(effect[0]), info.unit)), " ",
        h("span", { class: "interval" }, f.sizes(effect[1], effect[2], info.unit))])]), pairs.length - 3)
    : w.noInteraction));
  const unsure = one.ranking.filter((i) => !told(one.levers[i].share)).map((i) => lever(page, i));
  if (unsure.length && unsure.length < one.ranking.length) sentences.push(h("p", { class: "faint" }, words.zero(f.list(unsure, words.and), unsure.length)));
  return sentences;
}

const scaleFor = (values, scale) => scaleOf(values.flat().map((x) => (x === null ? null : x * scale)));
const scaled = (effect, scale) =>
  ({ x: effect[0] * scale, low: effect[1] === null ? null : effect[1] * scale, high: effect[2] === null ? null : effect[2] * scale });

// Lever, share, what it costs.
export function glance(page, one) {
  const { words, f } = page, w = words.designs, info = infoOf(page, one), unit = unitOf(info.unit, f.lang);
  const scale = scaleFor([one.whole, ...one.levers.map((l) => l.share)], unit.scale);
  const row = (name, effect, kRp, className) => h("tr", { class: className }, h("th", { scope: "row" }, name),
    h("td", { class: "plot-cell" }, plotOf(scale, [{ ...scaled(effect, unit.scale), shape: "bar", className }], "", 22)),
    h("td", { class: "figure effect" }, told(effect) ? f.difference(effect[0], info.unit) : f.words.zero), h("td", { class: "figure" }, f.extra(kRp)));
  return h("div", { class: "ledger" }, h("table", {}, h("caption", { class: "out-of-sight" }, w.sharesCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.lever),
      h("th", { scope: "col", colspan: 2, class: "figure" }, w.shareIn(unit.differenceName)),
      h("th", { scope: "col", class: "figure" }, words.extraCost))),
    h("tbody", {}, one.ranking.map((i) => row(lever(page, i), one.levers[i].share, one.levers[i].kRp, kindOf(page, one, one.levers[i].share))),
      row(h("i", {}, w.all), one.whole, one.whole_kRp, kindOf(page, one, one.whole)))));
}

export function body(page, one) {
  const w = page.words.designs;
  return [h("h3", {}, w.sharesTitle), h("p", { class: "lead" }, w.sharesLead(page.model)), shares(page, one),
    h("h3", {}, w.effectsTitle), h("p", { class: "lead" }, w.effectsLead), effects(page, one),
    h("h3", {}, w.interactionsTitle), h("p", { class: "lead" }, w.interactionsLead), matrix(page, one)];
}

function shares(page, one) {
  const { words, f } = page, w = words.designs, info = infoOf(page, one), unit = unitOf(info.unit, f.lang);
  const scale = scaleFor([one.whole, ...one.levers.map((l) => l.share)], unit.scale);
  const row = (name, effect, kRp, perUnit) => {
    const kind = kindOf(page, one, effect);
    return h("tr", { class: kind }, h("th", { scope: "row" }, name),
      h("td", { class: "plot-cell" }, plotOf(scale, [{ ...scaled(effect, unit.scale), shape: "bar", className: kind }], "", 34)),
      h("td", { class: "figure effect" }, f.difference(effect[0], info.unit)), h("td", { class: "figure" }, interval(page, effect, info)),
      h("td", { class: "figure" }, f.extra(kRp)), h("td", { class: "figure" }, f.price(perUnit, info.unit)));
  };
  return h("div", { class: "forest shares" }, h("table", {},
    h("caption", {}, w.sharesCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.lever),
      h("th", { class: "plot-cell" }, h("span", { class: "out-of-sight" }, unit.differenceName), ticksOf(scale, (x) => f.number(x, scale.step < 1 ? 1 : 0))),
      h("th", { scope: "col", class: "figure" }, w.shareIn(unit.differenceName)), h("th", { scope: "col", class: "figure" }, words.intervalOf(page.model)),
      h("th", { scope: "col", class: "figure" }, words.extraCost), h("th", { scope: "col", class: "figure" }, words.perUnit(unit)))),
    h("tbody", {}, one.ranking.map((i) => row(lever(page, i), one.levers[i].share, one.levers[i].kRp, one.levers[i].per_unit)),
      row(h("i", {}, w.all), one.whole, one.whole_kRp, null))));
}

const ways = [["alone", "ring"], ["average", "diamond"], ["last", "square"], ["share", "dot"]];

function effects(page, one) {
  const { f } = page, w = page.words.designs, info = infoOf(page, one), unit = unitOf(info.unit, f.lang);
  const scale = scaleFor(one.levers.flatMap((l) => ways.map(([way]) => l[way])), unit.scale);
  return h("div", { class: "dots effects" }, h("table", {},
    h("caption", {}, h("b", {}, w.effectsCaption(unit.differenceName)), h("span", { class: "key" }, ways.map(([way, shape], i) =>
      h("span", { class: `mark-${i + 1}` },
        h("svg", { width: 14, height: 14, class: "plot", "aria-hidden": "true" },
          plotOf({ low: -1, high: 1, ticks: [], step: 1 }, [{ x: 0, shape, className: `mark-${i + 1}` }], "", 14).querySelector("g")),
        w.ways[way])))),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.lever),
      h("th", { class: "plot-cell", "aria-hidden": "true" }, ticksOf(scale, (x) => f.number(x, scale.step < 1 ? 1 : 0))),
      ways.map(([way]) => h("th", { scope: "col", class: "figure" }, w.ways[way])))),
    h("tbody", {}, one.ranking.map((i) => h("tr", {}, h("th", { scope: "row" }, lever(page, i)),
      h("td", { class: "plot-cell" }, plotOf(scale,
        ways.map(([way, shape], k) => ({ ...scaled(one.levers[i][way], unit.scale), shape, className: `mark-${k + 1}`,
          aside: (k - 1.5) * 13 })),
        "", 62)),
      ways.map(([way]) => h("td", { "data-way": w.ways[way], class: `figure ${told(one.levers[i][way]) ? "" : "about-zero"}` },
        f.difference(one.levers[i][way][0], info.unit), h("small", {}, interval(page, one.levers[i][way], info)))))))));
}

function matrix(page, one) {
  const { f } = page, w = page.words.designs, info = infoOf(page, one), order = one.ranking;
  const of = (a, b) => one.interactions.find(([x, y]) => (x === a && y === b) || (x === b && y === a))[2];
  const most = Math.max(...one.interactions.filter(([, , e]) => told(e)).map(([, , e]) => Math.abs(e[0])), 1e-12);
  const cell = (effect) => {
    const kind = kindOf(page, one, effect);
    return h("span", { class: `pair ${kind}`, style: told(effect)
      ? { background: `color-mix(in srgb, var(--${kind}) ${Math.round(4 + 20 * Math.abs(effect[0]) / most)}%, transparent)` } : {} },
      told(effect) ? f.difference(effect[0], info.unit) : f.words.zero, h("small", {}, interval(page, effect, info)));
  };
  return h("div", { class: "matrix" }, table(["", ...order.slice(0, -1).map((i) => lever(page, i))],
    order.slice(1).map((a, row) => [lever(page, a), ...order.slice(0, -1).map((b, column) => (column <= row ? cell(of(a, b)) : ""))]),
    { caption: w.matrixCaption(unitOf(info.unit, f.lang).differenceName) }));
}
