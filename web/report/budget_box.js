// What do I get for 100 million? A budget, the best package or mix for it, and how sure that is.
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { aloneFor, amountOf, mixFor, overCases, roundHalf } from "./budget.js";
import { monthChoice, outcomeChoice } from "./choices.js";
import { elsewhereOf, noChoice } from "./standings.js";

// Of an option in the costs of the page: [effect, cost, ..., the variant that it is the same as at place 6].
const optionsOf = (one) => one.options.map(([effect, cost], option) => ({ option, effect, cost }))
  .filter(({ option, effect, cost }) => one.options[option][6] === null && effect !== null && cost !== null)
  .map(({ option, effect, cost }) => ({ option, effect: effect - one.options[0][0], cost: cost - one.options[0][1] }));

const chosenOf = ({ model, choices }) => model.costs.find((c) => c.outcome === choices.now.outcome && c.month === choices.now.month);

export function budgetBox(page) {
  const { model, words, f, choices } = page;
  if (!model.costs?.length) return null;
  const one = chosenOf(page) ?? model.costs.at(-1), most = Math.max(...optionsOf(one).map(({ cost }) => cost)) / 1e3;
  const now = choices.now, start = now.budget ?? model.same_money?.kRp ?? 1e3 * (most > 100 && most < 1000 ? 100 : roundHalf(most));
  now.budget = start;
  const heading = h("h2", {}, words.budgetTitle(f.money(start))), wrong = h("p", { class: "bad", role: "alert", hidden: true }, words.budgetWrong);
  const value = (start / 1e3).toLocaleString(f.locale, { maximumFractionDigits: 3 });
  const input = h("input", { type: "text", inputmode: "decimal", size: 8, value, oninput: () => {
    const millions = amountOf(input.value, f.lang);
    wrong.hidden = millions !== null;
    input.setAttribute("aria-invalid", String(millions === null));
    if (millions === null) return;
    heading.textContent = words.budgetTitle(f.money(millions * 1e3));
    choices.set({ budget: millions * 1e3 });
  } });
  return h("section", { id: "budget" }, heading, h("p", { class: "lead" }, words.budgetLead),
    h("p", { class: "choices" }, h("label", { class: "choice" }, h("span", {}, words.budgetAsk), input),
      outcomeChoice(page, model.outcomes_shown.filter((k) => model.costs.some((c) => c.outcome === k))),
      model.months_shown.length > 1 && monthChoice(page, model.months_shown)), wrong,
    choices.live(["outcome", "month", "budget"], () => bought(page), "div", { class: "bought", "aria-live": "polite" }),
    model.same_money && sameMoney(page));
}

function bought(page) {
  const { model, words, f, choices } = page, one = chosenOf(page), { budget, outcome, month } = choices.now, info = model.outcomes[outcome];
  if (!one) return h("p", { class: "note" }, words.nothingRecorded(info.name));
  const isBetter = ({ option }) => option > 0 && model.compared(option, outcome, month)?.told && model.compared(option, outcome, month).good;
  const options = optionsOf(one), mix = mixFor(options, budget), alone = aloneFor(options.filter(isBetter), budget), command = commandFor(page, budget, one);
  if (!mix || (mix.parts.length === 1 && mix.parts[0].option === 0)) return [h("p", { class: "finding" }, words.buysNothing(f.money(budget))), command];
  const over = one.over === "parameters", sure = overCases(one.budget, mix, budget, over ? 0.9 : 0.95), main = mix.parts.at(-1).option;
  const good = info.higher_is_better ? 1 : -1, raw = (x) => (x === null ? null : (good * x) / (info.unit === "share" ? 100 : 1));
  const [from, to] = [raw(sure.effect.low), raw(sure.effect.high)].sort((a, b) => a - b), single = mix.parts.length === 1;
  // A package alone has the interval that stands everywhere else.
  const own = single && main > 0 ? model.compared(main, outcome, month) : null;
  const [low, high] = own?.hasInterval ? [own.low, own.high] : [from, to], difference = own ? own.difference : raw(mix.effect);
  const told = own ? own.told : low > 0 || high < 0;
  const title = (v) => h("b", {}, v === 0 ? words.asItWas(model.title(0)) : model.title(v));
  const effect = [h(told ? "b" : "span", {}, told ? f.difference(difference, info.unit) : f.words.zero, " ", unitOf(info.unit, f.lang).differenceName), " ",
    h("span", { class: "interval" }, f.interval(low, high, info.unit))];
  const percent = (x) => `${f.number(100 * x, 0)}${f.words.percent}`;
  const rivals = sure.rivals.filter(({ share }) => share >= 0.05).map(({ option, share }) => [option === null || option === 0
    ? words.nothingMore : model.title(option), percent(share)]);
  return [
    h("p", { class: "finding" }, single ? words.buysOne(title(main), effect, words.outcomeName(info.name))
      : words.buysMix(title(main), percent(mix.parts[1].share), title(mix.parts[0].option), effect, words.outcomeName(info.name))),
    h("p", {}, words.costsThat(f.money(mix.cost), f.money(sure.cost.low), f.money(sure.cost.high)), budget - mix.cost > 500
      && [" ", words.leftOver(f.money(budget - mix.cost))]),
    !single && h("p", {}, alone ? words.oneWardAlone(title(alone.option), f.difference(raw(alone.effect), info.unit),
      unitOf(info.unit, f.lang).differenceName, f.money(alone.cost)) : words.oneWardNothing),
    h("p", {}, over ? words.surePick(model.title(main), percent(sure.best), sure.cases) : words.surePickSimulated(model.title(main), percent(sure.best)),
      rivals.length > 0 && [" ", words.elseBest(rivals)]),
    command];
}

// The search over combinations that weren't run.
function commandFor(page, budget, one) {
  const { model, words, choices } = page, { outcome, month } = choices.now;
  return [noChoice(page, elsewhereOf(one.options.map((option) => option[2]))),
    h("p", {}, words.fullSearch), h("pre", { tabindex: 0 },
      `swadaya optimise . --budget ${Math.round(budget)} --outcome ${model.outcomes[outcome].name} --month ${month}`)];
}

// Packages as if each cost the same: a dearer one reaches fewer wards.
function sameMoney({ model, words, f }) {
  const { kRp, month, packages } = model.same_money, outcome = model.indexOf(model.answer.outcome), { unit } = model.outcomes[outcome];
  const place = (name) => model.variants.findIndex((v) => v.name === name);
  const said = ({ difference, told }) => (told !== false ? f.difference(difference, unit) : f.words.zero);
  return h("div", { class: "same-money" }, h("h3", {}, words.sameMoneyTitle(f.money(kRp), month)),
    table([words.package, words.differenceIn(unitOf(unit, f.lang).differenceName), words.extraCost, words.reaches],
      packages.map((p) => [model.title(place(p.variant)), [said(p), " ", p.low !== null && h("span", { class: "interval" }, f.interval(p.low, p.high, unit))],
        f.extra(p.extra_cost_kRp), `${f.number(100 * p.reach, 0)}${f.words.percent}`])),
    h("p", { class: "note" }, words.sameMoneyNote));
}
