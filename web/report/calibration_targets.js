// Targets of a calibration: what was observed, and what prior and posterior come to.
import { h } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf } from "../shared/plots.js";

export const missedOf = (one) => one.targets.filter((t) => !t.held_out && !t.met);

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
export function targets(page, list, caption) {
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
    const range = ([from, , to]) => f.between(text(from), text(to)), kind = target.met ? "good" : "bad";
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
