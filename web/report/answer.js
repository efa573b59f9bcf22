// 1. The question, and the answer in words made from the figures, with the costs.
import { h, table } from "../shared/dom.js";
import { plotOf, scaleOf } from "../shared/plots.js";
import { unitOf } from "../shared/format.js";
import { monthChoice, outcomeChoice } from "./choices.js";
import { allStamps, stampNote } from "./stamps.js";
import { sureness } from "./sureness.js";
import { designCaveat, designGlance, designKicker, designVerdict, isDesigned, isSearch } from "./designs.js";

const others = (model) => model.variants.map((_, i) => i).slice(1);

export function answer(page) {
  const { model, words, choices } = page;
  return h("section", { id: "answer", "aria-labelledby": "title" },
    h("p", { class: "kicker" }, words.kicker(model, isSearch(model) ? designKicker(page) : null)),
    h("h1", { id: "title" }, model.heading),
    model.description && h("p", { class: "description" }, model.description),
    model.months_shown.length < model.all_months_shown && h("p", { class: "note" }, words.lastMonths(model.months_shown.length, model.all_months_shown)),
    words.shared(model) && h("p", { class: "note" }, words.shared(model)),
    !isSearch(model) && h("p", { class: "choices" }, outcomeChoice(page, model.outcomes_shown),
      model.months_shown.length > 1 && monthChoice(page, model.months_shown)),
    !isSearch(model) && choices.live(["outcome"], () => stampNote(page, choices.now.outcome)),
    choices.live(["outcome", "month"], () => h("div", { class: "first-screen" },
      h("div", { class: "verdict", "aria-live": "polite" }, isDesigned(model) ? designVerdict(page) : verdict(page)),
      isDesigned(model) ? designGlance(page) : model.has_baseline && [ledger(page), sureness(page, ranked(page))])),
    model.answer && hangsOn(page),
    model.has_baseline && choices.live(["month"], () => glance(page), "div", { class: "glance" }),
    model.isLone && !isSearch(model) && loneTable(page),
    allStamps(page),
    h("p", { class: "caveat" }, isSearch(model) ? designCaveat(page) : words.caveat(model)));
}

// Of the chosen outcome and month: those for the better, for the worse, and of an unsure sign, the largest first.
function ranked({ model, choices }) {
  const { outcome, month } = choices.now, all = others(model).map((v) => model.compared(v, outcome, month)).filter(Boolean);
  const by = (test) => all.filter(test).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { all, up: by((c) => c.told && c.good), down: by((c) => c.told && !c.good), zero: by((c) => !c.told && !c.same), same: by((c) => c.same) };
}

// Sentences, the most telling first.
function verdict(page) {
  const { model, words, f, choices } = page, { outcome, month } = choices.now;
  const info = model.outcomes[outcome];
  if (!model.has_baseline) return pointsVerdict(page);
  const { all, up, down, zero, same } = ranked(page);
  const effect = (c) => [h("b", {}, words.amount(f, Math.abs(c.difference), info.unit)), " ",
    h("span", { class: "interval" }, f.sizes(c.low, c.high, info.unit))];
  const name = (c) => h("b", {}, model.title(c.variant));
  const names = (list) => f.list(list.map((c) => model.title(c.variant)), words.and);
  const question = h("p", { class: "question" }, words.question(model, info, month, f));
  const parts = [];
  // What changes nothing that could be seen.
  const told = () => {
    if (zero.length) parts.push(h("p", { class: "faint" }, words.zero(names(zero), zero.length)));
    if (same.length) parts.push(h("p", { class: "faint" }, words.same(names(same), same.length)));
  };
  if (all.length && !all[0].hasInterval) parts.push(h("p", { class: "headline" }, words.oneWorld));
  else if (up.length) {
    const first = up[0], best = model.best(outcome, month);
    parts.push(h("p", { class: "headline" }, words.raises({ name: name(first), rises: first.difference > 0, outcome: info.name, effect: effect(first) }),
      " ", h("span", { class: "from-to" }, words.fromTo(f.mean(first.from, info.unit), f.mean(first.to, info.unit), model.cost(first.variant, month), f))));
    // The cheapest that comes near it: four fifths of the effect for less than two thirds of the cost.
    const cheaper = up.slice(1).filter((c) => Math.abs(c.difference) >= 0.8 * Math.abs(first.difference)
      && model.cost(c.variant, month) < 0.66 * model.cost(first.variant, month))
      .sort((a, b) => model.cost(a.variant, month) - model.cost(b.variant, month))[0];
    if (cheaper) parts.push(h("p", {}, words.nearly(name(cheaper), [f.difference(cheaper.difference, info.unit), " ",
      h("span", { class: "interval" }, f.interval(cheaper.low, cheaper.high, info.unit))],
      model.cost(cheaper.variant, month), f)));
    const equals = (best?.equals ?? []).filter((v) => v !== cheaper?.variant && model.compared(v, outcome, month)?.told);
    if (equals.length) parts.push(h("p", {}, words.asMuch(f.list(equals.map((v) => model.title(v)), words.and), equals.length)));
    told();
    const further = up.slice(1).filter((c) => c !== cheaper && !equals.includes(c.variant));
    if (further.length) parts.push(h("p", {}, words.less(further.slice(0, 4).map((c) => [name(c), " ", f.difference(c.difference, info.unit), " ",
      h("span", { class: "interval" }, f.interval(c.low, c.high, info.unit))]), further.length - 4)));
  } else {
    parts.push(h("p", { class: "headline" }, words.noneImproves(info.name)));
    told();
  }
  if (down.length) parts.push(h("p", {}, words.worse(down.map((c) => [name(c), " ", f.difference(c.difference, info.unit), " ",
    h("span", { class: "interval" }, f.interval(c.low, c.high, info.unit))]), info.name)));
  const least = all.find((c) => c.same), few = all.filter((c) => c.few), partial = all.find((c) => c.pairs < model.replicates);
  const notes = [least && words.sameUpTo(model.replicates, f.number(100 * model.comparison.unseen)),
    few.length && words.restsOnFew(names(few)), partial && words.onlySome(partial.pairs, model.replicates)].filter(Boolean);
  if (notes.length) parts.push(h("p", { class: "faint" }, notes.join(" ")));
  return [question, parts];
}

// Who leads the ranking, and what becomes of it under other assumptions.
function hangsOn({ model, words, f }) {
  const { month, answers } = model.answer, [own, ...beside] = answers;
  const outcome = model.indexOf(model.answer.outcome), { unit } = model.outcomes[outcome];
  const variant = (name) => model.variants.findIndex((v) => v.name === name);
  const shown = (effect) => [h("b", {}, model.title(variant(effect.variant))), " ", f.difference(effect.difference, unit), " ",
    h("span", { class: "interval" }, f.interval(effect.low, effect.high, unit))];
  if (!own.effects.length) return null;
  const leader = own.effects[0].variant;
  const row = ({ under, worlds, effects }) => h("li", {}, `${under}: `, effects.length > 0 && shown(effects[0]),
    effects.length > 0 && effects[0].variant !== leader && effects.filter((e) => e.variant === leader).map((e) => ["; ", shown(e)]),
    " ", h("span", { class: "faint" }, words.inWorlds(worlds)));
  return h("div", { class: "hangs-on" },
    h("h2", {}, words.hangsOnTitle),
    h("p", {}, words.leads(model.answer.outcome, month), own.effects.slice(0, 3).map((e, i) => [i ? "; " : "", shown(e)]), "."),
    beside.length > 0 && h("ul", {}, beside.map(row)),
    model.same_money && sameMoney({ model, words, f }, shown, unit));
}

// Packages as if each cost the same: a dearer one reaches fewer wards.
function sameMoney({ model, words, f }, shown, unit) {
  const { kRp, month, packages } = model.same_money;
  return [h("h3", {}, words.sameMoneyTitle(f.money(kRp), month)),
    table([words.package, words.differenceIn(unitOf(unit, f.lang).differenceName), words.extraCost, words.reaches],
      packages.map((p) => [shown(p)[0], shown(p).slice(2), f.extra(p.extra_cost_kRp), `${f.number(100 * p.reach, 0)} %`])),
    h("p", { class: "note" }, words.sameMoneyNote)];
}

// Without a baseline: where the outcome lies, over worlds or over points.
function pointsVerdict({ model, words, f, choices }) {
  const { outcome, month } = choices.now, info = model.outcomes[outcome];
  const means = model.variants.map((_, v) => ({ v, s: model.summary(v, outcome, month) })).filter(({ s }) => s?.mean !== null && s)
    .sort((a, b) => a.s.mean - b.s.mean);
  if (!means.length) return h("p", { class: "headline" }, words.nothingRecorded(info.name));
  const low = means[0], high = means[means.length - 1];
  const range = (s) => h("span", { class: "interval" }, f.range(s.low, s.high, info.unit));
  if (model.isLone)
    return [h("p", { class: "question" }, words.questionLone(info, month)),
      h("p", { class: "headline" }, words.lone(info.name, [h("b", {}, f.mean(low.s.mean, info.unit) + words.unitBehind(info.unit))]),
        low.s.n > 1 && [" ", words.loneRange(range(low.s))])];
  const short = (value) => (Number.isFinite(Number(value)) ? String(Number(Number(value).toPrecision(4))) : value);
  const settings = (v) => words.settingsOf(model.settings.rows.map((row) => [`${row[0]}.${row[1]}`,
    row[7][v] ?? (row[7].some((x) => x !== null) ? row[2] : null)])
    .filter(([, value]) => value !== null).map(([key, value]) => [key, short(value)]));
  return [h("p", { class: "question" }, words.questionPoints(model, info, month)),
    h("p", { class: "headline" }, words.spans(info.name, h("b", {}, f.mean(low.s.mean, info.unit)),
      h("b", {}, f.mean(high.s.mean, info.unit)), words.unitBehind(info.unit))),
    h("p", {}, words.lowest, " ", settings(low.v)), h("p", {}, words.highest, " ", settings(high.v))];
}

// Package, difference, what it costs more.
function ledger({ model, words, f, choices }) {
  const { outcome, month } = choices.now, info = model.outcomes[outcome], unit = unitOf(info.unit, f.lang);
  const all = others(model).map((v) => model.compared(v, outcome, month)).filter(Boolean)
    .sort((a, b) => (info.higher_is_better ? 1 : -1) * (b.difference - a.difference));
  const scale = scaleOf(all.flatMap((c) => [c.difference, c.low, c.high]).map((x) => (x === null ? null : x * unit.scale)));
  const rows = all.map((c) => {
    const about = !c.told || c.same, kind = about ? "about-zero" : c.good ? "good" : "bad";
    const said = c.same ? words.sameShort : about && c.hasInterval ? f.words.zero : f.difference(c.difference, info.unit);
    return h("tr", { class: kind }, h("th", { scope: "row" }, model.title(c.variant)),
      h("td", { class: "plot-cell" }, plotOf(scale, [{ x: c.difference * unit.scale, low: c.low === null ? null : c.low * unit.scale,
        high: c.high === null ? null : c.high * unit.scale, shape: about ? "ring" : c.good ? "dot" : "diamond", className: kind }],
        `${f.difference(c.difference, info.unit)} ${c.hasInterval ? f.interval(c.low, c.high, info.unit) : ""}`, 22)),
      h("td", { class: "figure effect" }, said),
      h("td", { class: "figure" }, f.extra(model.cost(c.variant, month))));
  });
  return h("div", { class: "ledger" }, h("table", {},
    h("caption", { class: "out-of-sight" }, words.ledgerCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.package),
      h("th", { scope: "col", colspan: 2, class: "figure" }, words.differenceIn(unit.differenceName)),
      h("th", { scope: "col", class: "figure" }, words.extraCost))),
    h("tbody", {}, rows)));
}

// All outcomes of the experiment's table at the month: the baseline's means, and each package's differences.
function glance({ model, words, f, choices }) {
  const { month } = choices.now, shown = model.outcomes_shown.filter((k) => model.outcomes[k].name !== "cost_kRp");
  const cell = (v, k) => {
    const c = model.compared(v, k, month), info = model.outcomes[k];
    if (!c) return h("span", { class: "about-zero" }, f.words.none);
    if (c.same) return h("span", { class: "about-zero", "data-value": 0 }, words.sameShort);
    const { scale } = unitOf(info.unit, f.lang), figures = { "data-value": c.difference * scale,
      ...(c.hasInterval && { "data-low": c.low * scale, "data-high": c.high * scale }) };
    if (c.hasInterval && !c.told) return h("span", { class: "about-zero", title: f.interval(c.low, c.high, info.unit), ...figures }, f.words.zero);
    return h("span", { ...figures, class: c.told ? (c.good ? "good" : "bad") : null, title: c.hasInterval ? f.interval(c.low, c.high, info.unit) : null },
      f.difference(c.difference, info.unit), c.told && h("span", { class: "out-of-sight" }, c.good ? words.better : words.worseShort));
  };
  const head = (k) => [words.outcomeName(model.outcomes[k].name, true), h("small", {}, unitOf(model.outcomes[k].unit, f.lang).differenceName)];
  const spent = model.indexOf("cost_kRp");
  const base = [h("i", {}, model.title(0)), ...shown.map((k) => h("i", {}, f.mean(model.summary(0, k, month)?.mean ?? null, model.outcomes[k].unit))),
    h("i", {}, f.mean(model.summary(0, spent, month)?.mean ?? null, "kRp", 0))];
  return [h("h2", {}, words.atAGlance(month)),
    table([words.package, ...shown.map(head), [words.costShort, h("small", {}, unitOf("kRp a ward", f.lang).name)]],
      [base, ...others(model).map((v) => [model.title(v), ...shown.map((k) => cell(v, k)), f.extra(model.cost(v, month))])],
      { heads: ["", ...shown.map((k) => `${words.outcomeName(model.outcomes[k].name, true)}, ${unitOf(model.outcomes[k].unit, f.lang).differenceName}`),
        `${words.costShort}, ${unitOf("kRp a ward", f.lang).name}`] }),
    h("p", { class: "note" }, h("span", { class: "on-phone" }, words.glancePhone, " "), words.glanceNote)];
}

function loneTable({ model, words, f }) {
  return table([words.outcome, ...model.months_shown.map((month) => `${words.month} ${month}`)],
    [...new Set([...model.outcomes_shown, model.indexOf("cost_kRp")])].map((k) => {
      const info = model.outcomes[k];
      return [words.outcomeName(info.name, true) + (info.unit === "share" ? "" : `, ${unitOf(info.unit, f.lang).name}`),
        ...model.months_shown.map((month) => {
          const s = model.summary(0, k, month);
          return s ? `${f.mean(s.mean, info.unit)} ${s.n > 1 ? f.range(s.low, s.high, info.unit) : ""}` : f.words.none;
        })];
    }), { caption: words.loneCaption });
}
