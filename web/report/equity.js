// 5b. How evenly it is shared: who takes part by consumption, Atkinson's index of it, and what weighted households are worth.
import { coded, h, table } from "../shared/dom.js";
import { dots } from "./gains.js";
import { elsewhereOf, noChoice, standingNames } from "./standings.js";

const digits = 2;  // of the index in per cent, which is small where groups take part almost alike

export function equity(page) {
  const { model, words, choices } = page;
  if (!model.equity?.length) return null;
  return h("div", { id: "equity" },
    h("h3", {}, words.equityTitle), h("p", { class: "lead" }, words.equityLead),
    choices.live(["month"], () => {
      const one = model.equity.find((e) => e.month === choices.now.month);
      if (!one) return h("p", { class: "note" }, words.equityMonths(model.months_shown));
      return [who(page), ...evenness(page, one), ...weighted(page, one)];
    }));
}

const who = (page) => h("div", { class: "sharing" }, dots(page, { title: page.words.whoJoins, of: [
  ["participation_poor", page.words.poor, "poor"], ["participation_near_poor", page.words.nearPoor, "near-poor"],
  ["participation_others", page.words.others, "all"]] }));

const elsewhere = (one) => elsewhereOf(one.variants.map(({ standing }) => standing));

// The index under the baseline, who lies below and above it, and all of it as a table.
function evenness({ model, words, f }, one) {
  const isSame = (v) => one.variants[v].change.every((x) => x === 0);
  const others = one.variants.map((_, v) => v).filter((v) => v > 0 && !isSame(v)), [index] = one.variants[0].atkinson;
  if (index === null) return [h("p", {}, words.equityUnknown)];
  const change = (v) => one.variants[v].change;
  const by = (test) => others.filter((v) => change(v)[0] !== null && test(v)).sort((a, b) => change(a)[0] - change(b)[0]);
  const named = (v) => [h("b", {}, model.title(v)), " ", f.difference(change(v)[0], "share", digits), " ",
    h("span", { class: "interval" }, f.interval(change(v)[1], change(v)[2], "share", digits))];
  const told = (v) => one.variants[v].told;
  const more = by((v) => told(v) && change(v)[0] < 0), less = by((v) => told(v) && change(v)[0] > 0).reverse(), unsure = by((v) => !told(v));
  const titles = (list) => f.list(list.map((v) => model.title(v)), words.and);
  const cell = ([x, low, high], shown, range) => (x === null ? f.words.none
    : [shown(x, "share", digits), low !== null && h("small", {}, range(low, high, "share", digits))]);
  return [
    h("p", { class: "finding" }, words.equityBase(model.title(0), f.mean(index, "share", digits))),
    more.length > 0 && h("p", {}, words.moreEven(more.map(named))),
    less.length > 0 && h("p", {}, words.lessEven(less.map(named))),
    unsure.length > 0 && h("p", { class: "faint" }, words.evenUnsure(titles(unsure))),
    h("p", { class: "note" }, words.equitySure(one.over, one.cases)),
    elsewhere(one).length > 0 && h("p", { class: "note" }, words.equityApart(titles(elsewhere(one)))),
    h("details", {}, h("summary", {}, words.seeTable),
      table([words.package, words.poor, words.nearPoor, words.others, words.atkinson, words.atkinsonChange],
        one.variants.map((variant, v) => [model.title(v), ...variant.participation.map((x) => f.mean(x, "share")),
          cell(variant.atkinson, f.mean, f.range), v === 0 ? f.words.none : cell(variant.change, f.difference, f.interval)]),
        { caption: words.equityCaption(one.sizes.map((x) => f.mean(x, "share", 0)), f.number(one.aversion, 1)) }))];
}

// Households served by their weights, and what they are worth less what they cost.
function weighted(page, one) {
  const { model, words, f } = page;
  const million = (kRp, digits = 2) => f.number(kRp === null || kRp === undefined ? null : kRp / 1e3, digits);
  const signed = (kRp) => (Math.abs(kRp) < 50 ? "0" : f.signed(kRp / 1e3, Math.abs(kRp) >= 1e4 ? 0 : 1));
  const isPriced = one.price !== null;
  const worth = ([x, low, high]) => (x === null ? f.words.none
    : [signed(x), low !== null && h("small", {}, f.between(signed(low), signed(high)))]);
  const isFirst = ({ weighted: served, cost }, v) => one.variants.findIndex((other) => other.weighted === served && other.cost === cost) === v;
  const frontier = one.variants.map((_, v) => v).filter((v) => one.variants[v].standing === 0 && isFirst(one.variants[v], v))
    .sort((a, b) => one.variants[a].cost - one.variants[b].cost);
  const surely = (sign) => one.variants.map((_, v) => v).slice(1)
    .filter((v) => isPriced && one.variants[v].worth_told && sign * one.variants[v].worth[0] > 0)
    .sort((a, b) => sign * (one.variants[b].worth[0] - one.variants[a].worth[0])).map((v) => model.title(v));
  const gains = surely(1), losses = surely(-1);
  return [
    h("h4", {}, words.weightedTitle), h("p", { class: "lead" }, coded(words.weightsAre(one.weights.map((x) => f.number(x, Number.isInteger(x) ? 0 : 1))))),
    h("p", {}, words.weightedFrontier(f.list(frontier.map((v) => model.title(v)), words.and))),
    noChoice(page, elsewhere(one)),
    isPriced && h("p", {}, words.weightedWorth(million(one.price), gains.length ? f.list(gains, words.and) : null,
      losses.length ? f.list(losses, words.and) : null, model.title(0))),
    table([words.package, words.weightedServed, words.costMean, words.standing, words.weightedRatio,
      ...(isPriced ? [words.netBenefit(million(one.price))] : [])],
      one.variants.map((variant, v) => [model.title(v), f.number(variant.weighted), f.number(variant.cost === null ? null : variant.cost / 1e3, 0),
        standingNames(words)[variant.standing], million(variant.ratio),
        ...(isPriced ? [v === 0 ? f.words.none : worth(variant.worth)] : [])]), { caption: words.weightedCaption })];
}
