// Package, difference, what it costs more; and all outcomes of the experiment's table at a glance.
import { h, table } from "../shared/dom.js";
import { plotOf, scaleOf } from "../shared/plots.js";
import { unitOf } from "../shared/format.js";
import { againstNow, named, ranked } from "./verdict.js";

export function ledger(page) {
  const { model, words, f, choices } = page, { outcome, month } = choices.now, against = againstNow(page), first = named(page);
  const info = model.outcomes[outcome], unit = unitOf(info.unit, f.lang);
  const all = ranked(page).all.sort((a, b) => (info.higher_is_better ? 1 : -1) * (b.difference - a.difference));
  const scale = scaleOf(all.flatMap((c) => [c.difference, c.low, c.high]).map((x) => (x === null ? null : x * unit.scale)));
  const rows = all.map((c) => {
    const about = !c.told || c.same, kind = about ? "about-zero" : c.good ? "good" : "bad";
    const said = c.same ? words.sameShort : about && c.hasInterval ? f.words.zero : f.difference(c.difference, info.unit);
    return h("tr", { class: `${kind}${c.variant === first?.variant ? " worth" : ""}` }, h("th", { scope: "row" }, model.title(c.variant)),
      h("td", { class: "plot-cell" }, plotOf(scale, [{ x: c.difference * unit.scale, low: c.low === null ? null : c.low * unit.scale,
        high: c.high === null ? null : c.high * unit.scale, shape: about ? "ring" : c.good ? "dot" : "diamond", className: kind }],
        `${f.difference(c.difference, info.unit)} ${c.hasInterval ? f.interval(c.low, c.high, info.unit) : ""}`, 22)),
      h("td", { class: "figure effect" }, said),
      h("td", { class: "figure" }, f.extra(model.cost(c.variant, month, against))));
  });
  return h("div", { class: "ledger" }, h("table", {},
    h("caption", { class: against ? null : "out-of-sight" }, words.ledgerCaption(model.title(against))),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.package),
      h("th", { scope: "col", colspan: 2, class: "figure" }, words.differenceIn(unit.differenceName)),
      h("th", { scope: "col", class: "figure" }, words.extraCost))),
    h("tbody", {}, rows)));
}

// What packages are held against: its means. Below: differences from them.
export function glance({ model, words, f, choices }) {
  const { month } = choices.now, shown = model.outcomes_shown.filter((k) => model.outcomes[k].name !== "cost_kRp");
  const against = shown.some((k) => model.heldAgainst(choices.now.against, k, month)) ? choices.now.against : 0;
  const cell = (v, k) => {
    const c = model.compared(v, k, month, against), info = model.outcomes[k];
    if (!c) return h("span", { class: "about-zero" }, f.words.none);
    if (c.same) return h("span", { class: "about-zero", "data-value": 0 }, words.sameShort);
    // What is taken out of the page has the figures, whatever is shown.
    const { scale } = unitOf(info.unit, f.lang), figures = { "data-value": c.difference * scale,
      ...(c.hasInterval && { "data-low": c.low * scale, "data-high": c.high * scale }) };
    if (c.hasInterval && !c.told) return h("span", { class: "about-zero", title: f.interval(c.low, c.high, info.unit), ...figures }, f.words.zero);
    return h("span", { ...figures, class: c.told ? (c.good ? "good" : "bad") : null, title: c.hasInterval ? f.interval(c.low, c.high, info.unit) : null },
      f.difference(c.difference, info.unit), c.told && h("span", { class: "out-of-sight" }, c.good ? words.better : words.worseShort));
  };
  const head = (k) => [words.outcomeName(model.outcomes[k].name, true), h("small", {}, unitOf(model.outcomes[k].unit, f.lang).differenceName)];
  const spent = model.indexOf("cost_kRp");
  const base = [h("i", {}, model.title(against)),
    ...shown.map((k) => h("i", {}, f.mean(model.summary(against, k, month)?.mean ?? null, model.outcomes[k].unit))),
    h("i", {}, f.mean(model.summary(against, spent, month)?.mean ?? null, "kRp", 0))];
  return [h("h2", {}, words.atAGlance(month)),
    table([words.package, ...shown.map(head), [words.costShort, h("small", {}, unitOf("kRp a ward", f.lang).name)]],
      [base, ...model.variants.map((_, v) => v).filter((v) => v !== against)
        .map((v) => [model.title(v), ...shown.map((k) => cell(v, k)), f.extra(model.cost(v, month, against))])],
      { heads: ["", ...shown.map((k) => `${words.outcomeName(model.outcomes[k].name, true)}, ${unitOf(model.outcomes[k].unit, f.lang).differenceName}`),
        `${words.costShort}, ${unitOf("kRp a ward", f.lang).name}`] }),
    h("p", { class: "note" }, h("span", { class: "on-phone" }, words.glancePhone, " "), words.glanceNote)];
}
