// 6. Who gains: the poor, near-poor, others, elites; and the errors of the list.
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { monthChoice } from "./choices.js";

export function gains(page) {
  const { model, words, choices } = page;
  const four = (poor, nearPoor, others, elite) =>
    [[poor, words.poor, "poor"], [nearPoor, words.nearPoor, "near-poor"], [others, words.others, "all"], [elite, words.elites, "elite"]];
  const groups = [
    { title: words.whoKnows, of: four("informed_poor", "informed_near_poor", "informed_others", "informed_elite") },
    { title: words.whoJoins, of: four("participation_poor", "participation_near_poor", "participation_others", "participation_elite") },
    { title: words.whoBorrows, of: four("poor_served", "near_poor_served", "others_served", "elite_served") },
    { title: words.whoErrs, of: [["exclusion_error", words.excluded, "poor"], ["inclusion_error", words.included, "elite"],
      ["inclusion_near_poor", words.includedNearPoor, "near-poor"]] },
  ];
  return h("section", { id: "gains" },
    h("h2", {}, words.gainsTitle), h("p", { class: "lead" }, words.gainsLead),
    model.months_shown.length > 1 && h("p", { class: "choices" }, monthChoice(page, model.months_shown)),
    choices.live(["month"], () => [
      h("div", { class: "pairs" }, groups.map((group) => dots(page, group))),
      more(page)]));
}

const shapes = { poor: "dot", "near-poor": "square", all: "ring", elite: "diamond" };

export function dots({ model, words, f, choices }, { title, of }) {
  const { month } = choices.now;
  const shown = of.map(([name, text, kind]) => ({ k: model.indexOf(name), text, kind }))
    .filter(({ k }) => model.variants.some((_, v) => model.summary(v, k, month)));
  if (!shown.length) return null;
  const { scale, name } = unitOf(model.outcomes[shown[0].k].unit, f.lang);
  const rows = model.variants.map((_, v) => shown.map(({ k, kind }, i) => {
    const s = model.summary(v, k, month);
    return s && { x: s.mean * scale, low: s.low * scale, high: s.high * scale, shape: shapes[kind], className: `who-${kind}`,
      aside: (i - (shown.length - 1) / 2) * 8 };
  }));
  const axis = scaleOf(rows.flatMap((marks) => marks.filter(Boolean).flatMap((m) => [m.low, m.x, m.high])), { count: 4 });
  const share = model.outcomes[shown[0].k].unit === "share";
  return h("div", { class: "dots" }, h("table", {},
    h("caption", {}, h("b", {}, title), share ? `, ${name}` : "", h("span", { class: "key" }, shown.map(({ text, kind }) =>
      h("span", { class: `who-${kind}` },
        h("svg", { width: 14, height: 14, class: "plot", "aria-hidden": "true" },
          plotOf({ low: -1, high: 1, ticks: [], step: 1 }, [{ x: 0, shape: shapes[kind], className: `who-${kind}` }], "", 14)
            .querySelector("g")),
        text)))),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, h("span", { class: "out-of-sight" }, words.package)),
      h("th", { class: "plot-cell", "aria-hidden": "true" }, ticksOf(axis, (x) => f.number(x, axis.step < 1 ? 1 : 0))),
      shown.map(({ text }) => h("th", { scope: "col", class: "figure" }, text)))),
    h("tbody", {}, rows.map((marks, v) => h("tr", { class: v === 0 && "baseline" }, h("th", { scope: "row" }, model.title(v)),
      h("td", { class: "plot-cell" }, plotOf(axis, marks.filter(Boolean), "", shown.length > 3 ? 40 : 30)),
      marks.map((m, i) => h("td", { class: "figure", "data-who": shown[i].text }, m ? f.number(m.x, share ? 1 : 0) : f.words.none)))))));
}

function more({ model, words, f, choices }) {
  const { month } = choices.now;
  const of = ["cgh", "elite_excess", "targeting_error", "rank_correlation"].map(model.indexOf)
    .filter((k) => model.variants.some((_, v) => model.summary(v, k, month)));
  const served = new Map((model.comparison?.served ?? []).filter((row) => row[1] === month).map((row) => [row[0], row]));
  const price = (kRp) => f.number(kRp === null || kRp === undefined ? null : kRp / 1e3, 1);
  if (!of.length && !served.size) return null;
  return [table([words.package, ...of.map((k) => words.outcomeName(model.outcomes[k].name, true)),
    ...(served.size ? [words.perHousehold, words.perExtra] : [])],
    model.variants.map((variant, v) => [variant.title,
      ...of.map((k) => f.mean(model.summary(v, k, month)?.mean ?? null, model.outcomes[k].unit, model.outcomes[k].unit === "share" ? 1 : 2)),
      ...(served.size ? [price(served.get(v)?.[2]), price(served.get(v)?.[3])] : [])])),
    h("p", { class: "note" }, words.whoIsWho)];
}
