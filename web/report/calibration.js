// A calibration: what the data say of each parameter, which of them hang together, and what is predicted of each target.
import { chart } from "../shared/charts.js";
import { breakable, h, table } from "../shared/dom.js";
import { plotOf } from "../shared/plots.js";
import { cloud, histogram, number, ranks } from "./calibration_charts.js";
import { missedOf, targets } from "./calibration_targets.js";

const mostPairs = 6, mostListed = 40, fewNames = 6;
const between = (page, [low, , high]) => page.f.between(number(page, low), number(page, high));

export const title = ({ words }) => words.designs.calibrationTitle;
export const lead = (page) => page.words.designs.calibrationLead(page.model.designed, page.f);
export const kicker = ({ model, words, f }) => words.designs.calibrationKicker(f.number(model.designed.points, 0), model.replicates);
export const caveat = ({ words }) => words.designs.calibrationCaveat;

// The first of many, in words.
const listed = ({ words, f }, names, and) =>
  f.list(names.length > fewNames + 1 ? [...names.slice(0, fewNames), words.designs.others(names.length - fewNames)] : names, and);

// Where no parameters meet all targets, nothing is pinned.
const pinnedWords = (page, one) => (missedOf(one).length ? page.words.designs.nearestWords : page.words.designs.pinned);

// What is to be said of the model, before anything is said of its parameters.
function ofModel(page, one) {
  const { words, f } = page, w = words.designs, fitted = one.targets.filter((t) => !t.held_out), missed = missedOf(one);
  const ids = (list) => listed(page, [...new Set(list.map((t) => t.id))], words.and);
  if (!missed.length) return [h("p", { class: "headline" }, w.allMet(h("b", {}, w.outOf(fitted.length, fitted.length)), fitted.length))];
  const far = missed.filter((t) => t.near === 0), apart = missed.filter((t) => t.near > 0);
  return [h("p", { class: "headline" }, w.noParameters(h("b", {}, w.outOf(fitted.length - missed.length, fitted.length)),
    fitted.length > missed.length)),
  h("p", {}, [far.length > 0 && w.outOfReach(f.number(one.points, 0), ids(far)), apart.length > 0 && w.notTogether(ids(apart)), w.nearestOnly]
    .filter(Boolean).join(" "))];
}

export function verdict(page, one) {
  const { words } = page, w = words.designs, of = (pinned) => one.parameters.filter((p) => p.pinned === pinned);
  const bold = (list) => h("b", {}, breakable(listed(page, list.map((p) => p.key), words.and))), well = of(2), partly = of(1);
  const hardly = of(0), ends = one.parameters.filter((p) => p.end !== 0), allMet = !missedOf(one).length;
  const apart = one.targets.filter((t) => t.held_out), missed = [...new Set(apart.filter((t) => !t.met).map((t) => t.id))];
  const parameters = allMet ? [h("p", {}, well.length ? w.pins(bold(well)) : w.pinsNone(one.parameters.length),
    partly.length > 0 && [" ", w.narrows(bold(partly), well.length > 0)]), hardly.length > 0 && h("p", {}, w.pinsNot(bold(hardly)))]
    : [h("p", {}, [well.length > 0 && w.nearestNarrow(bold(well)), partly.length > 0 && w.nearestNarrower(bold(partly)),
      hardly.length > 0 && w.nearestWide(bold(hardly))].filter(Boolean))];
  return [h("p", { class: "question" }, w.calibrationQuestion(one.parameters.length, one.targets.length - apart.length)),
    ofModel(page, one),
    apart.length > 0 && h("p", {}, w.met(true, h("b", {}, w.outOf(apart.filter((t) => t.met).length, apart.length)), apart.length,
      listed(page, missed, words.or))),
    parameters,
    one.rough && h("p", {}, w.roughSearch(page.f.number(one.effective_size, 0))),
    one.check && h("p", {}, one.check.truths ? (one.check.passed ? w.checkPassed : w.checkFailed) : w.checkMissing),
    ends.length > 0 && h("p", {}, w.atEnd(listed(page, ends.map((p) => `${p.key} (${w.ends[p.end > 0 ? 1 : 0]})`), words.and)))]
    .flat().filter(Boolean);
}

// Each parameter on its own range: prior (grey) and posterior, nine draws in ten.
export function glance(page, one) {
  const { words } = page, w = words.designs;
  return h("div", { class: "ledger learnt" }, h("table", {}, h("caption", {}, w.learntCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.parameter), h("th", { class: "plot-cell", "aria-hidden": "true" }),
      h("th", { scope: "col", class: "figure" }, w.posteriorRange), h("th", { scope: "col" }, ""))),
    h("tbody", {}, one.parameters.map((p) => {
      const className = p.pinned ? "weight" : "about-zero";
      return h("tr", { class: className }, h("th", { scope: "row" }, breakable(p.key)),
        h("td", { class: "plot-cell" }, plotOf({ low: p.low, high: p.high, ticks: [p.low, p.high], step: p.high - p.low }, [
          { shape: "none", x: p.prior[1], low: p.prior[0], high: p.prior[2], className: "about-zero", aside: -6 },
          { shape: p.pinned ? "dot" : "ring", x: p.posterior[1], low: p.posterior[0], high: p.posterior[2], className, aside: 5 }], "", 30)),
        h("td", { class: "figure" }, h("b", {}, number(page, p.posterior[1])), h("small", {}, between(page, p.posterior))),
        h("td", {}, pinnedWords(page, one)[p.pinned]));
    }))));
}

export function body(page, one) {
  const { words } = page, w = words.designs, fitted = one.targets.filter((t) => !t.held_out), apart = one.targets.filter((t) => t.held_out);
  return [h("h3", {}, w.beforeAfter), h("p", { class: "lead" }, `${w.beforeAfterLead} ${missedOf(one).length ? w.nearestMeans : w.pinnedMeans}`),
    h("div", { class: "panels" }, one.parameters.map((p) => h("figure", {}, h("figcaption", {}, p.key,
      h("small", { class: p.pinned ? null : "about-zero" }, `${pinnedWords(page, one)[p.pinned]}${p.end ? `; ${w.leans[p.end > 0 ? 1 : 0]}` : ""}`)),
      chart({ label: w.histogramLabel(p.key), height: 180, option: (t, width) => histogram(page, p, t, width) }).element))),
    h("details", {}, h("summary", {}, words.seeTable), table([w.parameter, w.prior, w.priorRange, w.posteriorRange, w.narrowed, ""],
      one.parameters.map((p) => [p.key, h("code", {}, p.distribution),
      `${number(page, p.prior[1])} ${between(page, p.prior)}`, `${number(page, p.posterior[1])} ${between(page, p.posterior)}`,
      `${page.f.number(p.narrowed === null ? null : 100 * p.narrowed, 0).replace(/^\u22120$/, "0")}${page.f.words.percent}`,
      pinnedWords(page, one)[p.pinned]]), { caption: w.rangesCaption })),
    one.parameters.length > 1 && pairs(page, one),
    h("h3", {}, w.fittedTitle), h("p", { class: "lead" }, w.targetsLead(one.draws)), targets(page, fitted, w.fittedTitle),
    apart.length > 0 && [h("h3", {}, w.apartTitle), h("p", { class: "lead" }, w.apartLead), targets(page, apart, w.apartTitle)],
    one.check && one.check.truths > 0 && check(page, one.check)];
}

// How often the truth lies where in its posterior: ranks of each parameter, beside what even ones would come to.
function check(page, one) {
  const { words, f } = page, w = words.designs, whole = (x) => f.number(x, 0);
  const share = (x) => `${f.number(100 * x, 0)}${f.words.percent}`;
  return [h("h3", {}, w.checkTitle), h("p", { class: "lead" }, w.checkLead(whole(one.truths))),
    h("div", { class: "panels checks" }, one.parameters.map((p) => h("figure", {}, h("figcaption", {}, p.key,
      h("small", {}, w.checkP(f.number(p.p, 2)))),
    chart({ label: w.checkLabel(p.key), height: 150, option: (t, width) => ranks(page, p, one.even, t, width) }).element))),
    h("details", {}, h("summary", {}, words.seeTable), table([w.parameter, "p", w.checkCovered, w.checkRange],
      one.parameters.map((p) => [p.key, f.number(p.p, 3), w.outOf(whole(p.covered), whole(one.truths)),
        `${share(p.coverage[0])}\u2013${share(p.coverage[1])}`]), { caption: w.checkCaption }))];
}

function pairs(page, one) {
  const { words, f } = page, w = words.designs, all = [], name = ([a, b]) => `${one.parameters[a].key} × ${one.parameters[b].key}`;
  one.parameters.forEach((_, a) => one.parameters.forEach((__, b) => {
    if (a < b && one.correlations[a][b] !== null) all.push([a, b, one.correlations[a][b]]);
  }));
  all.sort((x, y) => Math.abs(y[2]) - Math.abs(x[2]));
  return [h("h3", {}, w.pairsOfPosterior), h("p", { class: "lead" }, w.pairsOfPosteriorLead(one.sample.length)),
    h("div", { class: "panels clouds" },
      all.slice(0, mostPairs).map((pair) => h("figure", {}, h("figcaption", {}, `${w.correlationShort} ${f.signed(pair[2], 2)}`),
        chart({ label: w.pairLabel(one.parameters[pair[0]].key, one.parameters[pair[1]].key, f.signed(pair[2], 2)), height: 250,
          option: (t, width) => cloud(page, one, pair, t, width) }).element))),
    h("details", {}, h("summary", {}, words.seeTable),
      table([w.pair, w.correlationShort], all.slice(0, mostListed).map((pair) => [name(pair), f.signed(pair[2], 2)]),
        { caption: all.length > mostListed ? w.firstOf(mostListed, all.length) : null }))];
}
