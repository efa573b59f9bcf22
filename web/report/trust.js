// How far to trust the answer: facts that it meets and misses, what isn't known that it rests on, and whether its rank survives other
// assumptions. One line of it stands on the first screen.
import { within } from "../shared/address.js";
import { breakable, coded, h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { monthChoice, outcomeChoice } from "./choices.js";
import { isDesigned } from "./designs.js";
import { allStamps } from "./stamps.js";
import { sureness } from "./sureness.js";
import { bundleRanks, factsAbout, restsOn } from "./trust_findings.js";
import { named } from "./verdict.js";

const interval = ({ f }, low, high) => h("span", { class: "interval" }, f.between(f.signed(low, 2), f.signed(high, 2)));
const leaderOf = (page) => (page.model.has_baseline && !isDesigned(page.model) ? named(page) : null);

export function trustLine(page) {
  const { model, words, choices } = page;
  if (!hasTrust(page)) return null;
  const info = model.outcomes[choices.now.outcome], facts = factsAbout(page), leader = leaderOf(page);
  const parts = [carriesFacts(page) ? words.factsLine(facts.met.length, facts.missed.length, facts.missed.filter((one) => one.hard).length, info.name)
    : words.noFactsCarried];
  const rests = restsOn(page, leader);
  if (rests.line) parts.push(rests.line);
  const ranks = leader && bundleRanks(page, leader);
  if (ranks) parts.push(words.ranksLine(model.title(ranks.variant), ranks.kept, ranks.rows.length - 1, words.ordinal(ranks.rows[0].rank), ranks.of,
    ranks.month === choices.now.month ? null : ranks.month));
  return h("p", { class: "trust-line" }, h("b", {}, words.trustTitle), ": ", parts.map((part, i) => [i > 0 && " ", part]), " ",
    within("trust", words.trustMore));
}

const carriesFacts = ({ model }) => model.trust?.facts.length > 0 || model.facts.length > 0;

// A sweep or a search of a scenario without facts has nothing to say; a calibration says it of its targets.
const hasTrust = (page) => page.model.designed?.kind !== "calibration" && (carriesFacts(page) || (page.model.has_baseline && !isDesigned(page.model))
  || ["morris", "sobol"].includes(page.model.designed?.kind));

export function trust(page) {
  const { model, words, choices } = page;
  if (!hasTrust(page)) return null;
  return h("section", { id: "trust" }, h("h2", {}, words.trustTitle), h("p", { class: "lead" }, words.trustLead),
    choices.now.outcome !== undefined && h("p", { class: "choices" }, outcomeChoice(page, model.outcomes_shown),
      model.months_shown.length > 1 && monthChoice(page, model.months_shown)),
    choices.live(["outcome", "month", "against"], () => [facts(page), rests(page), ranks(page)]),
    model.answer && hangsOn(page), allStamps(page));
}

function facts(page) {
  const { model, words, f, choices } = page, info = model.outcomes[choices.now.outcome], about = factsAbout(page);
  if (!carriesFacts(page)) return [h("h3", {}, words.factsTitle(info.name)), h("p", {}, coded(words.noFactsCarriedMore))];
  const said = (one) => (x) => (x === null || x === undefined ? f.words.none : one.share ? `${f.number(100 * x)}${f.words.percent}`
    : f.number(x, Math.abs(x) < 10 ? 2 : 1));
  const band = (one) => (one.high === null ? words.atLeast(said(one)(one.low)) : one.low === null ? words.atMost(said(one)(one.high))
    : words.fromToRange(said(one)(one.low), said(one)(one.high), ""));
  const mark = (missed) => h("span", { class: missed ? "missed" : "met" }, missed ? words.missed : words.met);
  const rows = about.all.map((one) => [[h("b", {}, one.fact), " ", one.statement, h("small", {}, [one.source, one.hard && words.isHard,
    words.factUse[one.use]].filter(Boolean).join("; "))], band(one),
  one.verdict === "not measured" ? words.notMeasured : [said(one)(one.value), " ", mark(one.verdict === "missed")],
  ...(about.all.some(({ here }) => here) ? [one.here ? [said(one)(one.here.value), " ", mark(one.here.missed)] : f.words.none] : [])]);
  return [h("h3", {}, words.factsTitle(info.name)),
    h("p", {}, words.factsSaid(about.met.length, about.missed.length, about.met.filter((one) => one.use === "fitted").length, info.name)),
    rows.length > 0 && h("div", { class: "facts" }, table([words.fact, words.inTheWorld, words.inTheModel, ...(rows[0].length > 3 ? [words.inThisRun]
      : [])], rows,
      { caption: words.factsCaption })),
    rows.length > 0 && !model.trust.same_settings && h("p", { class: "note" }, words.otherSettings)];
}

function rests(page) {
  const { words } = page, leader = leaderOf(page), found = restsOn(page, leader);
  return [leader && sureness(page, leader), found.said.length > 0 && h("h3", {}, words.restsTitle), found.said.map((text) => h("p", {}, text)),
    found.parameters?.length > 0 && table([words.designs.parameter, words.designs.correlation, words.interval],
      found.parameters.map(([key, r, low, high]) => [h("code", {}, breakable(key)), page.f.signed(r, 2), interval(page, low, high)]),
      { caption: words.restsCaption })];
}

function ranks(page) {
  const { model, words, f } = page, leader = leaderOf(page), found = leader && bundleRanks(page, leader);
  if (!leader) return null;
  if (!found) return [h("h3", {}, words.ranksTitle), h("p", {}, coded(words.noBundles))];
  const unit = model.outcomes[found.outcome].unit, cell = (v, x) => [model.title(v), ` ${f.difference(x, unit)}`];
  return [h("h3", {}, words.ranksTitle),
    h("p", {}, words.ranksSaid(h("b", {}, model.title(found.variant)), words.ordinal(found.rows[0].rank), found.of, found.kept,
      found.rows.length - 1, found.month)),
    table([words.assumptions, words.leader, `${model.title(found.variant)}, ${unitOf(unit, f.lang).differenceName}`, words.rank],
      found.rows.map((row, i) => [i ? row.under : h("i", {}, words.asHere), cell(row.first, row.most), f.difference(row.own, unit),
        [words.ordinal(row.rank), i > 0 && row.rank !== found.rows[0].rank && h("span", { class: "missed" }, ` ${words.otherRank}`)]]),
      { caption: words.ranksCaption(found.month), numeric: 2 })];
}

// Who leads the ranking, and what becomes of it under other assumptions, with intervals.
function hangsOn({ model, words, f }) {
  const { month, answers } = model.answer, [own, ...beside] = answers;
  const outcome = model.indexOf(model.answer.outcome), { unit } = model.outcomes[outcome];
  const variant = (name) => model.variants.findIndex((v) => v.name === name);
  const shown = (effect) => [h(isSure(effect) ? "b" : "span", {}, model.title(variant(effect.variant))), " ",
    isSure(effect) ? f.difference(effect.difference, unit) : f.words.zero, " ",
    h("span", { class: "interval" }, f.interval(effect.low, effect.high, unit))];
  if (!own.effects.length) return null;
  const leader = own.effects[0].variant;
  const row = ({ under, worlds, effects }) => h("li", {}, `${under}: `, effects.length > 0 && shown(effects[0]),
    effects.length > 0 && effects[0].variant !== leader && effects.filter((e) => e.variant === leader).map((e) => ["; ", shown(e)]),
    " ", h("span", { class: "faint" }, words.inWorlds(worlds)));
  return h("div", { class: "hangs-on" },
    h("h3", {}, words.hangsOnTitle),
    h("p", {}, words.leads(model.answer.outcome, month), own.effects.slice(0, 3).map((e, i) => [i ? "; " : "", shown(e)]), "."),
    beside.length > 0 && h("ul", {}, beside.map(row)));
}

const isSure = ({ low, high, monte_carlo_low: from, monte_carlo_high: to }) =>
  low !== null && (low > 0 || high < 0) && !(from <= 0 && to >= 0);
