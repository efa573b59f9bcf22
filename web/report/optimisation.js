// An optimisation: the best mix for the budget, what other budgets buy, and how flat the top is.
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { told } from "./intervals.js";
import { frontierChart } from "./optimisation_frontier.js";
import { aimOf, bounds, budgets, differences, gain, isOne, mixTable, tops } from "./optimisation_mixes.js";

const few = 10;  // other mixes beside the answer

export const title = ({ words }) => words.designs.optimisationTitle;
export const lead = (page) => [page.words.designs.optimisationLead(page.model, page.f), isOne(page) ? null : ` ${page.words.designs.weighted}`];
export const kicker = ({ model, words, f }) => words.designs.optimisationKicker(f.number(model.designed.candidates, 0), model.replicates);
export const caveat = ({ words }) => words.designs.optimisationCaveat;

export function verdict(page, one) {
  const { words, f } = page, w = words.designs, { best, others } = one, money = (kRp) => (Math.abs(kRp) < 1 ? null : f.money(kRp));
  const changed = differences(page, one, best.mix, (lever) => lever.baseline, { maximumSignificantDigits: 3 });
  const kept = one.levers.filter((lever, l) => best.mix[l][0] === lever.baseline).map((lever) => lever.title);
  const mix = [changed.length ? h("b", {}, f.list(changed, words.and)) : w.nothingChanged,
    changed.length > 0 && kept.length > 0 && `; ${w.kept(f.list(kept, words.and), kept.length)}`, "."].filter(Boolean);
  const equal = others.filter((other) => other.is_as_good).length, better = others.filter((other) => told(other.from_best) && other.from_best[0] > 0);
  const flat = one.levers.filter((lever) => lever.is_flat).map((lever) => lever.title);
  const budgets = one.frontier.filter((point) => point.budget !== one.budget).map((point) => [w.withBudget(money(point.budget)), " ",
    point.is_best ? w.sameMix : told(point.from_best) ? gain(page, point.from_best) : w.nothingTold]);
  const cost = [f.signed(best.kRp[0] / 1e3), " ", best.kRp[1] !== null && h("span", { class: "interval" }, bounds(page, best.kRp, 1e-3))];
  return [h("p", { class: "question" }, w.optimisationQuestion(aimOf(page), one.month, f.money(one.budget))),
    h("p", { class: "headline" }, told(best.value) && best.value[0] > 0 ? w.bestMix(gain(page, best.value), aimOf(page))
      : w.noMix(gain(page, best.value), aimOf(page))),
    h("p", {}, mix, " ", one.counts_simulated ? w.costsOfBudget(cost, best.kRp[0] <= one.budget, f.money(one.budget))
      : w.spendsAndCosts(money(Math.abs(best.spending)), best.spending < 0, cost)),
    others.length > 0 && h("p", {}, w.asGood(equal, others.length),
      better.length > 0 && [" ", w.didBetter(better.length, f.signed(Math.max(...better.map((other) => other.from_best[0]))))],
      flat.length > 0 && [" ", w.flat(f.list(flat, words.and))]),
    budgets.length > 0 && h("p", {}, w.instead(f.money(one.budget), budgets)),
    h("p", { class: "faint" }, w.flatters(f.signed(one.chosen), page.model.replicates))].filter(Boolean);
}

export const glance = (page, one) => (one.frontier.length > 1
  ? h("figure", { class: "key-figure" }, h("figcaption", {}, page.words.designs.frontierTitle), frontierChart(page, one, 330))
  : tops(page, one, one.others.slice(0, few), "ledger"));

export function body(page, one) {
  const { words, f } = page, w = words.designs;
  return [h("h3", {}, w.mixTitle), h("p", { class: "lead" }, w.mixLead), mixTable(page, one),
    h("h3", {}, w.topTitle), h("p", { class: "lead" }, w.topLead), one.others.length ? tops(page, one, one.others, "forest") : h("p", {}, w.noOthers),
    h("h3", {}, w.frontierTitle),
    one.frontier.length > 1
      && [h("p", { class: "lead" }, `${w.frontierLead} ${w.inRange}`), h("figure", {}, frontierChart(page, one, 380))],
    budgets(page, one),
    h("h3", {}, w.outcomesTitle), table([words.outcome, words.difference, words.interval], one.outcomes.map(([k, effect]) => {
      const info = page.model.outcomes[k];
      return [`${words.outcomeName(info.name, true)}, ${unitOf(info.unit, f.lang).differenceName}`,
        told(effect) ? f.difference(effect[0], info.unit) : f.words.zero,
        effect[1] === null ? f.words.none : f.interval(effect[1], effect[2], info.unit)];
    }), { caption: w.outcomesCaption(page.model.designed.fresh_worlds) })];
}
