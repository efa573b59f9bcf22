// A sensitivity analysis: how much each parameter moves the outcome, by Morris's effects or Sobol's indices.
import { breakable, h, table } from "../shared/dom.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { planeOf } from "./sensitivity_plane.js";
import { infoOf, isMorris, key, measure } from "./sensitivity_weights.js";

const mostPairs = 12;

export const title = (page) => page.words.designs.sensitivityTitle;
export const lead = (page) => (isMorris(page) ? page.words.designs.morrisLead : page.words.designs.sobolLead);

export function verdict(page, one) {
  const { words, f } = page, w = words.designs, info = infoOf(page, one), m = measure(page, one);
  const name = (p) => h("b", {}, breakable(key(page, p))), sure = one.ranking.filter((p) => one.parameters[p].told);
  const unsure = one.ranking.filter((p) => !one.parameters[p].told);
  const weight = (p) => (isMorris(page) ? one.parameters[p].size : one.parameters[p].total);
  const inFigures = (p) => [isMorris(page) ? `${m.number(weight(p)[0])} ${m.name}` : `${m.number(weight(p)[0])}${f.words.percent}`, " ",
    h("span", { class: "interval" }, m.interval(weight(p)))];
  const parts = [h("p", { class: "question" }, w.sensitivityQuestion(page.model, info, one.month))];
  if (one.constant) parts.push(h("p", { class: "headline" }, w.constant(info.name)));
  else if (!sure.length) parts.push(h("p", { class: "headline" }, isMorris(page) ? w.nothingMovesMorris(info.name) : w.nothingMoves(info.name)));
  else {
    const first = sure[0], own = one.parameters[first];
    const more = isMorris(page) ? (own.sd !== null && own.sd > own.size[0] ? w.differently : null)
      : w.ofItAlone(`${m.number(own.first[0])}${f.words.percent}`);
    parts.push(h("p", { class: "headline" },
      isMorris(page) ? w.movesMostMorris(name(first), info.name, inFigures(first)) : w.movesMost(name(first), info.name, inFigures(first)),
      more && h("span", { class: "from-to" }, more)));
    if (sure.length > 1) parts.push(h("p", {}, w.soDo(sure.slice(1, 5).map((p) => [name(p), " ", inFigures(p)]), sure.length - 5)));
    if (unsure.length) parts.push(h("p", { class: "faint" }, w.chance(
      f.list(unsure.slice(0, 6).map((p) => key(page, p)).concat(unsure.length > 6 ? [w.others(unsure.length - 6)] : []), words.and),
      unsure.length)));
  }
  if (one.noise !== null) parts.push(h("p", { class: "faint" }, w.noise(`${f.number(100 * one.noise)}${f.words.percent}`)));
  return parts;
}

const marksOf = (page, one, p, className) => {
  const m = measure(page, one), own = one.parameters[p];
  const mark = (effect, more) => ({ x: m.of(effect[0]), low: m.of(effect[1]), high: m.of(effect[2]), className, ...more });
  const rule = own.chance !== null ? [{ x: m.of(own.chance), shape: "rule", className: "chance" }] : [];
  return isMorris(page) ? [...rule, mark(own.size, { shape: "bar" })]
    : [...rule, mark(own.total, { shape: "bar", thick: 10, aside: -6 }),
      mark(own.first, { shape: "bar", thick: 10, aside: 6, className: `${className} inner` })];
};
const scaleFor = (page, one, sd) => {
  const m = measure(page, one);
  return scaleOf(one.parameters.flatMap((p) => (isMorris(page) ? [...p.size, ...(sd ? [p.sd] : [])] : [...p.total, ...p.first]).map(m.of)));
};

export function glance(page, one) {
  if (one.constant) return null;
  const { words } = page, w = words.designs, m = measure(page, one), scale = scaleFor(page, one, false);
  const shown = one.ranking.slice(0, 10);
  return h("div", { class: "ledger" }, h("table", {}, h("caption", { class: one.ranking.length > 10 ? null : "out-of-sight" },
    one.ranking.length > 10 ? w.firstOf(10, one.ranking.length) : w.weightsCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.parameter),
      h("th", { scope: "col", colspan: 2, class: "figure" }, isMorris(page) ? w.sizeIn(m.name) : w.totalIn),
      h("th", { scope: "col", class: "figure" }, isMorris(page) ? w.spreadShort : w.aloneShort))),
    h("tbody", {}, shown.map((p) => {
      const own = one.parameters[p], className = own.told ? "weight" : "about-zero";
      return h("tr", { class: className }, h("th", { scope: "row" }, key(page, p)),
        h("td", { class: "plot-cell" }, plotOf(scale, marksOf(page, one, p, className), "", 26)),
        h("td", { class: "figure effect" }, m.number((isMorris(page) ? own.size : own.total)[0])),
        h("td", { class: "figure" }, m.number(isMorris(page) ? own.sd : own.first[0])));
    }))));
}

export function body(page, one) {
  const w = page.words.designs;
  if (one.constant) return [h("p", {}, w.constant(infoOf(page, one).name))];
  return [weights(page, one),
    h("p", { class: "note" }, one.parameters.every((own) => own.chance === null) ? w.oneWorld : isMorris(page) ? w.chanceMorris : w.chanceSobol),
    isMorris(page) ? [h("h3", {}, w.planeTitle), h("p", { class: "lead" }, w.planeLead),
      h("figure", {}, planeOf(page, one))]
      : one.pairs.length > 0 && [h("h3", {}, w.pairsTitle), pairs(page, one)]];
}

function weights(page, one) {
  const { words, f } = page, w = words.designs, m = measure(page, one), scale = scaleFor(page, one, true);
  const headings = isMorris(page) ? [w.sizeIn(m.name), words.interval, w.mean, w.spread] : [w.totalIn, words.interval, w.aloneIn, words.interval];
  return h("div", { class: "forest weights" }, h("table", {},
    h("caption", {},
      `${words.outcomeName(infoOf(page, one).name, true)}, ${words.month.toLowerCase()} ${one.month}. ` +
        `${isMorris(page) ? w.tornadoCaption : w.indicesCaption}`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.parameter),
      h("th", { class: "plot-cell" }, h("span", { class: "out-of-sight" }, m.name), ticksOf(scale, (x) => f.number(x, scale.step < 1 ? 1 : 0))),
      headings.map((text) => h("th", { scope: "col", class: "figure" }, text)))),
    h("tbody", {}, one.ranking.map((p) => {
      const own = one.parameters[p], className = own.told ? "weight" : "about-zero";
      const cells = isMorris(page) ? [m.number(own.size[0]), m.interval(own.size), f.signed(m.of(own.mean) ?? NaN, m.digits), m.number(own.sd)]
        : [m.number(own.total[0]), m.interval(own.total), m.number(own.first[0]), m.interval(own.first)];
      return h("tr", { class: className }, h("th", { scope: "row" }, key(page, p), !own.told && h("span", { class: "out-of-sight" }, w.maybeChance)),
        h("td", { class: "plot-cell" }, plotOf(scale,
          [...marksOf(page, one, p, className), ...(isMorris(page) ? [{ x: m.of(own.sd), shape: "ring", className }] : [])], "", 34)),
        cells.map((text, i) => h("td", { class: `figure ${i === 0 ? "effect" : ""}` }, text)));
    }))));
}

function pairs(page, one) {
  const { words, f } = page, w = words.designs, m = measure(page, one);
  const scale = scaleOf(one.pairs.slice(0, mostPairs).flatMap((pair) => pair.index.map(m.of)));
  const name = (pair) => `${key(page, pair.a)} × ${key(page, pair.b)}`;
  return [h("p", { class: "lead" }, w.pairsLead(one.told_pairs, one.all_pairs)),
    h("div", { class: "forest weights" }, h("table", {}, h("caption", {}, one.all_pairs > mostPairs ? w.firstOf(mostPairs, one.all_pairs) : w.pairsCaption),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.pair),
        h("th", { class: "plot-cell" }, h("span", { class: "out-of-sight" }, m.name), ticksOf(scale, (x) => f.number(x, 0))),
        h("th", { scope: "col", class: "figure" }, w.togetherIn), h("th", { scope: "col", class: "figure" }, words.interval))),
      h("tbody", {}, one.pairs.slice(0, mostPairs).map((pair) => {
        const className = pair.told ? "weight" : "about-zero";
        return h("tr", { class: className }, h("th", { scope: "row" }, name(pair)),
          h("td", { class: "plot-cell" }, plotOf(scale,
            [{ x: m.of(pair.index[0]), low: m.of(pair.index[1]), high: m.of(pair.index[2]), shape: pair.told ? "dot" : "ring", className }],
            "", 30)),
          h("td", { class: "figure effect" }, m.number(pair.index[0])), h("td", { class: "figure" }, m.interval(pair.index)));
      })))),
    one.pairs.length > mostPairs && h("details", {},
      h("summary", {}, one.pairs.length < one.all_pairs ? w.firstOf(one.pairs.length, one.all_pairs) : w.allPairs(one.pairs.length)),
      table([w.pair, w.togetherIn, words.interval], one.pairs.map((pair) => [name(pair), m.number(pair.index[0]), m.interval(pair.index)])))];
}
