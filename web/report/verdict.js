// The answer in words: first the step that is worth its money, then what less and more money do, and what does nothing.
import { h } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";

// What the chosen outcome and month are held against.
export const againstNow = ({ model, choices }) => model.heldAgainst(choices.now.against, choices.now.outcome, choices.now.month);

// Of the chosen outcome and month: those for the better, for the worse, and of an unsure sign, the largest first.
export function ranked(page) {
  const { model, choices } = page, { outcome, month } = choices.now, against = againstNow(page);
  const all = model.variants.map((_, v) => model.compared(v, outcome, month, against)).filter(Boolean);
  const by = (test) => all.filter(test).sort((a, b) => Math.abs(b.difference) - Math.abs(a.difference));
  return { all, up: by((c) => c.told && c.good), down: by((c) => c.told && !c.good), zero: by((c) => !c.told && !c.same), same: by((c) => c.same) };
}

// The package that the answer names first: the step that is worth its money, or else what does most for the better.
export function named(page) {
  const { model, choices } = page, { outcome, month } = choices.now, against = againstNow(page), ladder = model.ladder(against, outcome, month);
  return ladder ? model.compared(ladder.steps[ladder.worth], outcome, month, against) : ranked(page).up[0];
}

// A difference with its interval, in a sentence.
const figures = ({ f }, c, unit) => [f.difference(c.difference, unit), " ", h("span", { class: "interval" }, f.interval(c.low, c.high, unit))];

export function verdict(page) {
  const { model, words, f, choices } = page, { outcome, month } = choices.now, against = againstNow(page);
  const info = model.outcomes[outcome], all = ranked(page), first = named(page), ladder = model.ladder(against, outcome, month);
  const name = (c) => h("b", {}, model.title(c.variant)), names = (list) => f.list(list.map((c) => model.title(c.variant)), words.and);
  const cost = (c) => model.cost(c.variant, month, against), withCost = (c) => [name(c), " ", ...figures(page, c, info.unit), words.forCost(cost(c), f)];
  const parts = [h("p", { class: "question" }, words.question(model, info, month, f, against))];
  const told = () => {
    if (all.zero.length) parts.push(h("p", { class: "faint" }, against ? words.zeroFrom(names(all.zero), model.title(against))
      : words.zero(names(all.zero), all.zero.length)));
    if (all.same.length) parts.push(h("p", { class: "faint" }, words.same(names(all.same), all.same.length)));
  };
  if (all.all.length && !all.all[0].hasInterval) parts.push(h("p", { class: "headline" }, words.oneWorld));
  else if (first) {
    const effect = [h("b", {}, words.amount(f, Math.abs(first.difference), info.unit)), " ",
      h("span", { class: "interval" }, f.sizes(first.low, first.high, info.unit))];
    parts.push(h("p", { class: "headline" }, words.raises({ name: name(first), rises: first.difference > 0, outcome: info.name, effect }),
      " ", h("span", { class: "from-to" }, words.fromTo(f.mean(first.from, info.unit), f.mean(first.to, info.unit), cost(first), f))));
    if (ladder?.steps.length > 1) parts.push(steps(page, ladder, against));
    const on = new Set([first.variant, ...(ladder?.steps ?? [])]), noMore = new Set(ladder?.noMore ?? []);
    const only = ladder?.steps.length === 1 ? model.title(first.variant) : null;
    const alike = all.up.filter((c) => noMore.has(c.variant) && !on.has(c.variant));
    const less = all.up.filter((c) => !on.has(c.variant) && !noMore.has(c.variant));
    if (alike.length) parts.push(h("p", {}, words.noMore(alike.map(withCost), only)));
    told();
    if (less.length) parts.push(h("p", {}, ladder ? words.lessForMoney(less.slice(0, 4).map(withCost), less.length - 4, only)
      : words.less(less.slice(0, 4).map((c) => [name(c), " ", ...figures(page, c, info.unit)]), less.length - 4)));
  } else {
    parts.push(h("p", { class: "headline" }, words.noneImproves(info.name)));
    told();
  }
  if (all.down.length) parts.push(h("p", {}, words.worse(all.down.map((c) => [name(c), " ", ...figures(page, c, info.unit)]), info.name)));
  return [...parts, footnotes(page, all.all)].filter(Boolean);
}

// What more money adds: each step in place of the one before it.
function steps({ model, words, f, choices }, ladder, against) {
  const { outcome, month } = choices.now, info = model.outcomes[outcome], unit = unitOf(info.unit, f.lang);
  const rows = ladder.steps.map((v, i) => {
    const before = i ? ladder.steps[i - 1] : against, c = model.compared(v, outcome, month, before);
    const effect = [f.difference(c.difference, info.unit), " ", h("span", { class: "interval" }, f.interval(c.low, c.high, info.unit))];
    const price = c.perUnit > 0 ? `${f.price(c.perUnit, info.unit)}\u00a0${unit.priceUnit}` : null;
    return h("li", { class: i === ladder.worth ? "worth" : i > ladder.worth ? "beyond" : null },
      words.step({ name: h("b", {}, model.title(v)), isFirst: i === 0, effect, cost: words.forCost(model.cost(v, month, before), f, i > 0),
        price: price && words.perOne(price, unit.perUnit) }));
  });
  return h("div", { class: "steps" }, h("p", {}, words.stepsTitle(unit.differenceName)), h("ol", {}, rows),
    h("p", { class: "faint" }, words.whyNamed(`${f.price(ladder.price, info.unit)}\u00a0${unit.priceUnit}`, unit.perUnit)));
}

function footnotes({ model, words, f }, all) {
  const least = all.find((c) => c.same), few = all.filter((c) => c.few), partial = all.find((c) => c.pairs < model.replicates);
  const notes = [least && words.sameUpTo(model.replicates, f.number(100 * model.comparison.unseen)),
    few.length && words.restsOnFew(f.list(few.map((c) => model.title(c.variant)), words.and)),
    partial && words.onlySome(partial.pairs, model.replicates)].filter(Boolean);
  return notes.length > 0 && h("p", { class: "faint" }, notes.join(" "));
}
