// What the report knows of how far it can be trusted, of the chosen outcome and month.
import { breakable, coded, h } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";

// Facts about the outcome: those that the experiment carries, measured beforehand, with what this run comes to; else those that this run
// can be held against itself.
export function factsAbout({ model, choices }) {
  const { outcome } = choices.now, here = model.facts.filter((one) => one.outcome === outcome);
  const run = (fact) => here.find((one) => `${one.id} @${one.month}` === fact && one.variant === 0) ?? here.find((one) => `${one.id} @${one.month}` === fact);
  const share = model.outcomes[outcome].unit === "share";
  const carried = (model.trust?.facts ?? []).filter((one) => one.outcomes.includes(outcome) && one.use !== "construction")
    .map((one) => ({ ...one, here: sameBand(one, run(one.fact)) }));
  const all = carried.length ? carried : here.map((one) => ({ ...one, fact: `${one.id} @${one.month}`, share, verdict: one.missed ? "missed" : "met",
    here: one }));
  return { all, met: all.filter((one) => one.verdict === "met"), missed: all.filter((one) => one.verdict === "missed") };
}

// What this run comes to counts beside a fact only where both are of the same quantity: not a ratio beside a mean.
const near = (a, b) => a === b || (a !== null && b !== null && Math.abs(a - b) < 1e-4 * Math.max(1, Math.abs(a)));
const sameBand = (fact, run) => (run && near(fact.low, run.low) && near(fact.high, run.high) ? run : null);

// { line: for the first screen, said: sentences, parameters: [key, rank correlation, low, high] }.
export function restsOn(page, leader) {
  const { model, words, f, choices } = page, { outcome, month } = choices.now;
  const said = [], code = (key) => h("code", {}, breakable(key));
  const sensitivity = ["morris", "sobol"].includes(model.designed?.kind) && model.designed.all?.find((one) => one.outcome === outcome && one.month === month);
  if (sensitivity) {
    const told = sensitivity.constant ? [] : sensitivity.ranking.filter((p) => sensitivity.parameters[p].told);
    const names = told.slice(0, 3).map((p) => code(model.designed.parameters[p]));
    const line = told.length ? words.restsSensitivity(listed(f, names, words.and)) : words.restsNothing;
    return { line, said: [line] };
  }
  if (!model.drawn?.parameters?.length) return { line: leader ? words.restsKnown : null, said: [coded(words.parametersKnown)] };
  if (!leader) return { line: null, said: [] };
  const { learn } = model, asked = learn && model.indexOf(learn.outcome) === outcome && learn.month === month;
  const worth = asked ? learn.parameters.filter((one) => one.can_be_told_from_chance) : [];
  if (asked) said.push(worth.length ? words.restsLearn(code(worth[0].name), f.money(worth[0].value_kRp),
    `${f.number(100 * worth[0].changes_choice, 0)}${f.words.percent}`)
    : words.restsNoLearn(f.money(learn.all.value_kRp)));
  const one = model.trust.rests.find((r) => r.outcome === outcome && r.month === month && r.variant === leader.variant && leader.against === 0);
  if (!one) return { line: worth.length ? words.restsLine(code(worth[0].name)) : null, said: said.length ? said : [words.restsNotTold] };
  const unit = unitOf(model.outcomes[outcome].unit, f.lang);
  const price = words.perOne(`${f.price(one.price, model.outcomes[outcome].unit)}\u00a0${unit.priceUnit}`, unit.perUnit);
  said.push(words.restsLed(model.title(one.variant), one.led, one.draws, price));
  said.push(one.parameters.length ? words.restsWith(model.title(one.variant)) : words.restsWithNone(model.title(one.variant), one.draws));
  const [key, r] = one.parameters[0] ?? [];
  const line = worth.length ? words.restsLine(code(worth[0].name)) : key ? words.restsLineWith(model.title(one.variant), code(key), f.signed(r, 2))
    : words.restsLineNone(model.title(one.variant), one.led, one.draws, price);
  return { line, said, parameters: one.parameters };
}

const listed = (f, parts, and) => parts.flatMap((part, i) => (i === 0 ? [part] : i === parts.length - 1 ? [` ${and} `, part] : [", ", part]));

// The named package's place by its effect, here and under each other set of assumptions; those were run to one month alone.
export function bundleRanks({ model, choices }, leader) {
  if (!(model.answer?.answers.length > 1) || leader.against !== 0) return null;
  const { outcome } = choices.now, { month } = model.answer, { name, higher_is_better: up } = model.outcomes[outcome];
  const { variant } = leader, place = (of) => model.variants.findIndex((v) => v.name === of), own = model.variants[variant].name;
  const rows = model.answer.answers.map(({ under, differences }) => {
    const all = Object.entries(differences?.[name] ?? {}).filter(([, x]) => x !== null).sort((a, b) => (up ? 1 : -1) * (b[1] - a[1]));
    const rank = all.findIndex(([of]) => of === own) + 1;
    return rank && { under, rank, first: place(all[0][0]), most: all[0][1], own: all[rank - 1][1], of: all.length };
  });
  if (rows.length < 2 || rows.some((row) => !row)) return null;
  return { variant, outcome, month, rows, of: rows[0].of, kept: rows.slice(1).filter((row) => row.rank === rows[0].rank).length };
}
