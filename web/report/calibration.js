// A calibration: what the data say of each parameter, which of them hang together, and what is predicted of each target.
import { axis, chart } from "../shared/charts.js";
import { breakable, h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf } from "../shared/plots.js";
import { faded } from "../shared/theme.js";

const mostPairs = 6, mostListed = 40, fewNames = 6;
const gap = (f) => (f.lang === "id" ? ";" : ",");
const number = ({ f }, x) => (x === null ? f.words.none : x.toLocaleString(f.locale, { maximumSignificantDigits: 3 }).replace("-", "\u2212"));
const between = (page, [low, , high]) => `[${number(page, low)}${gap(page.f)}\u00a0${number(page, high)}]`;

export const title = ({ words }) => words.designs.calibrationTitle;
export const lead = (page) => page.words.designs.calibrationLead(page.model.designed, page.f);
export const kicker = ({ model, words, f }) => words.designs.calibrationKicker(f.number(model.designed.points, 0), model.replicates);
export const caveat = ({ words }) => words.designs.calibrationCaveat;

// The first of many, in words.
const listed = ({ words, f }, names, and) =>
  f.list(names.length > fewNames + 1 ? [...names.slice(0, fewNames), words.designs.others(names.length - fewNames)] : names, and);

const missedOf = (one) => one.targets.filter((t) => !t.held_out && !t.met);
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

function ranks(page, p, [low, high], t, width) {
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

// The axis of a parameter, over what prior and posterior reach.
const along = (page, p, t, width, more = {}) => axis(t, { type: "value", min: p.low, max: p.high, grid: false, splitNumber: Math.max(2, Math.floor(width / 80)),
  axisLine: { show: true, lineStyle: { color: t.line } }, ...more,
  axisLabel: { formatter: (x) => number(page, x), hideOverlap: true, showMinLabel: false, showMaxLabel: false, ...more.axisLabel } });

// Prior (grey) and posterior as shares a bin.
function histogram(page, p, t, width) {
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

function cloud(page, one, [a, b], t, width) {
  const [x, y] = [one.parameters[a], one.parameters[b]];
  return {
    grid: { left: 62, right: 14, top: 8, bottom: 46 },
    xAxis: along(page, x, t, width, { name: x.key, nameLocation: "middle", nameGap: 26, grid: true }),
    yAxis: along(page, y, t, width, { name: y.key, nameLocation: "middle", nameGap: 44, nameRotate: 90, grid: true, splitNumber: 4 }),
    series: [{ type: "scatter", silent: true, symbolSize: 4.5, itemStyle: { color: faded(t.accent, 0.5) },
      data: one.sample.map((point) => [point[a], point[b]]) }],
  };
}

// How the numbers of a target are written.
function measure({ model, f }, target) {
  if (target.over || target.compare === "ratio") return { scale: 1, digits: 2, name: "×" };
  const unit = unitOf(model.outcomes[target.outcome].unit, f.lang);
  return { scale: unit.scale, digits: 1, name: target.compare === "difference" || target.is_sd ? unit.differenceName : unit.name };
}

// "true recovery, month 144, in ‘S3’, %"
function measuredAs({ words, model }, target, unit) {
  const w = words.designs;
  const quantity = (q) =>
    `${q.one_minus ? "1 − " : ""}${words.outcomeName(model.outcomes[q.outcome].name)}, ${words.month.toLowerCase()} ${q.month}`;
  return [quantity(target), target.over && w.ratioTo(quantity(target.over)), target.is_sd && w.spreadOfWorlds,
    target.variant && target.variant !== target.statement && w.inVariant(target.variant), target.compare && w.againstAsItIs,
    unit].filter(Boolean).join("; ");
}

// A target a row, each on a scale of its own: what was observed as a box, what prior and posterior come to.
function targets(page, list, caption) {
  const { words, f } = page, w = words.designs;
  const row = (target) => {
    const m = measure(page, target), scaled = (x) => (x === null ? null : x * m.scale), text = (x) => f.number(scaled(x), m.digits);
    const error = target.low === target.high ? 1.96 * (target.sd ?? 0) : 0, low = target.low === null ? null : target.low - error;
    const high = target.high === null ? null : target.high + error;
    const scale = { ...scaleOf([low, high, ...target.prior.slice(0, 3), ...target.posterior.slice(0, 3), target.as_it_is].map(scaled),
      { zero: false, count: 4 }), ticks: [] };
    const observed = target.high === null ? `≥ ${text(target.low)}` : target.low === null ? `≤ ${text(target.high)}`
      : target.low === target.high ? `${text(target.low)}${target.sd ? ` ± ${text(target.sd)}` : ""}`
      : `${text(target.low)}–${text(target.high)}`;
    const range = ([from, , to]) => `[${text(from)}${gap(f)}\u00a0${text(to)}]`, kind = target.met ? "good" : "bad";
    const marks = [{ shape: "band", x: scale.low, low: low === null ? scale.low : scaled(low),
      high: high === null ? scale.high : scaled(high), className: "observed" },
      { shape: "dot", x: scaled(target.prior[1]), low: scaled(target.prior[0]), high: scaled(target.prior[2]), className: "about-zero", aside: -12 },
      { shape: "ring", x: scaled(target.as_it_is), className: "about-zero" },
      { shape: target.met ? "dot" : "diamond", x: scaled(target.posterior[1]), low: scaled(target.posterior[0]),
        high: scaled(target.posterior[2]), className: kind, aside: 12 }];
    const cell = (name, content, more = "") => h("td", { class: `figure ${more}`, "data-way": name }, content);
    return h("tr", { class: kind }, h("th", { scope: "row", title: target.source || null }, target.statement || target.id,
      h("small", {}, [target.statement && target.id, measuredAs(page, target, m.name)].filter(Boolean).join(": "))),
      h("td", { class: "plot-cell" }, plotOf(scale, marks, "", 50)),
      cell(w.observed, observed), cell(w.asItIs, text(target.as_it_is)),
      cell(w.beforeIt, [text(target.prior[1]), h("small", {}, range(target.prior))]),
      cell(w.predicted, [text(target.posterior[1]), h("small", {}, range(target.posterior))], "effect"),
      cell(w.verdictHeading, target.met ? w.isMet : w.isNotMet, "effect"));
  };
  return h("div", { class: "dots effects targets" }, h("table", {}, h("caption", {}, h("span", { class: "out-of-sight" }, caption), key(w)),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.target), h("th", { class: "plot-cell", "aria-hidden": "true" }),
      [w.observed, w.asItIs, w.beforeIt, w.predicted, w.verdictHeading]
        .map((heading) => h("th", { scope: "col", class: "figure" }, heading)))),
    h("tbody", {}, list.map(row))));
}

const key = (w) => h("span", { class: "key" }, [["band", "observed", w.keyObserved], ["dot", "about-zero", w.keyPrior],
  ["ring", "about-zero", w.keyAsItIs], ["dot", "good", w.keyMet], ["diamond", "bad", w.keyMissed]]
  .map(([shape, className, text]) => h("span", {},
    h("svg", { width: 26, height: 14, class: "plot", "aria-hidden": "true" }, plotOf({ low: -1, high: 1, ticks: [], step: 1 },
      [{ x: 0, shape, className, ...(shape === "ring" ? {} : { low: -1, high: 1 }) }], "", 14).querySelector("g")), text)));
