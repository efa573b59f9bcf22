// What the report says of increments, of how far to trust them, and of budgets, in English.

const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));
const count = (n, one, many) => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
const ends = ["th", "st", "nd", "rd"];

// `name`: of an outcome.
export const answerEn = (name) => ({
  against_: "Held against", ordinal: (n) => `${n}${n % 100 > 10 && n % 100 < 14 ? "th" : ends[n % 10] ?? "th"}`,
  notAgainst: (chosen, held) => `Packages were held against ‘${chosen}’ only in the table’s outcomes and months; here it is ‘${held}’.`,
  forCost: (kRp, f, further) => (kRp === undefined || kRp === null ? "" : Math.abs(kRp) < 500 ? ", at no extra cost"
    : kRp > 0 ? ` for ${f.money(kRp)}${further ? " more" : ""}` : `, and ${f.money(-kRp)} less is spent`),
  stepsTitle: (unit) => `Step by step, what more money adds (${unit}):`,
  step: ({ name: who, isFirst, effect, cost, price }) => [who, isFirst ? ": " : " in its place: ", ...effect, isFirst ? "" : " on top", cost,
    price && `, ${price}`],
  perOne: (price, unit) => `${price} a ${unit}`,
  whyNamed: (price, unit) => `Named above: what to choose if one more ${unit} is worth what the largest step costs on average, ${price}.`,
  noMore: (parts, only) => [`Costs more than ${only ?? "a step"}, and can’t be told to do more: `, ...between(parts, "; "), "."],
  zeroFrom: (list, against) => `${list} can’t be told apart from ‘${against}’.`,
  lessForMoney: (parts, more, only) => [only ? `Less for the money than ${only} in as many wards as it pays for: `
    : "Less for the money than a step or a mix of two: ",
    ...between(parts, "; "), more > 0 ? `; and ${more} more` : "", "."],

  trustTitle: "How far to trust this", trustMore: "More",
  trustLead: "What the model was held against, what nobody has measured and the answer rests on, and whether other rules of behaviour would answer the same.",
  factsLine: (met, missed, hard, outcome) => (met + missed === 0 ? `No fact says anything of ${name(outcome)} that this could be held against.`
    : `Of ${count(met + missed, "fact", "facts")} about ${name(outcome)} the model meets ${met}${missed ? ` and misses ${missed}${hard ? ` (${hard} hard)`
      : ""}` : ""}.`),
  noFactsCarried: "It says nothing of the facts that the model was held against.",
  noFactsCarriedMore: "No facts were measured beside this: `facts` in the experiment names a file of them, as `swadaya patterns --states` writes it.",
  factsTitle: (outcome) => `Facts about ${name(outcome)}`,
  factsSaid: (met, missed, fitted, outcome) => (met + missed === 0
    ? `None of the facts that the model was held against is about ${name(outcome)}: nothing but its assumptions speaks for these figures.`
    : `${met} met, ${missed} missed.${fitted ? ` Of those met ${fitted} were fitted: values were chosen so that they are met, which proves less.` : ""}`),
  fact: "Fact", inTheWorld: "In the world", inTheModel: "In the model", inThisRun: "In this run", met: "met", missed: "missed", notMeasured: "not measured",
  factsCaption: "In the model: as measured beforehand, with every parameter at its default. In this run: the mean over its worlds, where it has the " +
      "same quantity.",
  isHard: "hard: an outcome that misses it isn’t to be relied on",
  factUse: { apart: "kept apart: no value was chosen by it", fitted: "fitted: values were chosen by it", construction: "true by construction" },
  factHere: (value, missed) => (missed ? `Missed: ${value} in this run.` : `Met: ${value} in this run.`),
  restsTitle: "What it rests on that nobody has measured",
  restsKnown: "Parameters are taken as known: what nobody has measured isn’t in these figures.",
  restsLine: (key) => ["Which package is best rests on ", key, ", which nobody has measured."],
  restsLineWith: (who, key, r) => [`What ${who} does rests on `, key, `, which nobody has measured (rank correlation ${r}).`],
  restsLineNone: (who, led, draws, price) => `No single unmeasured parameter decides what ${who} does; at ${price} it is the best choice in ${led} of ` +
    `${draws} draws of all.`,
  restsLearn: (key, worth, share) => ["Of all that isn’t known the choice rests most on ", key, `: knowing it would be worth ${worth} a ward and ` +
      `change the choice in ${share} of `,
    "draws. ‘What to measure next’ has the rest."],
  restsNoLearn: (all) => `No single parameter can be told to be worth measuring before the choice; knowing all of them would be worth ${all} a ward.`,
  restsLed: (who, led, draws, price) => `At ${price} ${who} is the best choice in ${led} of ${draws} draws of the parameters, by the means of each draw’s ` +
    "worlds.",
  restsWith: (who) => `Parameters that ${who}’s effect goes with, draw by draw:`,
  restsWithNone: (who, draws) => `With no single parameter ${who}’s effect can be told to rise or fall over ${draws} draws.`,
  restsNotTold: "Too few draws of the parameters to tell on which of them it rests.",
  restsNothing: "No parameter can be told to move it.",
  restsSensitivity: (names) => ["It rests most on ", ...names, ", of the parameters that were moved."],
  restsCaption: "Rank correlation of the effect with the parameter over draws; listed are those that can be told from zero, all of them at once.",
  ranksTitle: "Whether its rank survives other assumptions",
  ranksLine: (who, kept, n, rank, of, month) => `${month ? `Other assumptions were run to month ${month}: there ` : ""}${who} is ${rank} of ${of} by its ` +
    `effect, and keeps that rank under ${kept} of ${count(n, "other set", "other sets")} of assumptions.`,
  ranksSaid: (who, rank, of, kept, n, month) => [who, ` is ${rank} of ${of} by its mean effect at month ${month}, the month that other assumptions ` +
      `were run to. Under `,
    `${kept} of ${count(n, "other set", "other sets")} of assumptions it keeps that rank.`],
  ranksCaption: (month) => `Mean effects at month ${month}`,
  noBundles: "Other rules of behaviour weren’t run beside this comparison: `beside = [...]` in the experiment does that.",
  assumptions: "Assumptions", leader: "Does the most", rank: "Rank", asHere: "as in this report", otherRank: "another",

  budgetTitle: (money) => `What do I get for ${money}?`,
  budgetLead: "The best package for that much more a ward than was spent, or the best mix: one package in some wards and another one in the rest.",
  budgetAsk: "Budget, million Rp a ward", budgetWrong: "Please write an amount in million Rp, such as 100 or 37.5.",
  asItWas: (title) => `‘${title}’`,
  buysNothing: (money) => `For ${money} nothing better can be had than what there was.`,
  buysOne: (who, effect, outcome) => [who, " in every ward: ", ...effect, ` in ${outcome}.`],
  buysMix: (main, share, other, effect, outcome) => [main, ` in ${share} of wards and `, other, " in the others: ", ...effect, ` in ${outcome} on average.`],
  costsThat: (money, low, high) => `It costs ${money} a ward on average, between ${low} and ${high} as far as is known.`,
  leftOver: (money) => `${money} are left over: nothing dearer that was compared does more.`,
  oneWardAlone: (who, effect, unit, money) => ["A single ward can’t be mixed. Alone it gets most from ", who, `: ${effect} ${unit} for ${money}.`],
  oneWardNothing: "A single ward can’t be mixed, and no package alone that can be told to do anything is to be had for so much.",
  nothingMore: "nothing more than before",
  surePick: (who, share, draws) => `How sure? In ${share} of ${draws} draws of the parameters the best use of this budget rolls out ${who}.`,
  surePickSimulated: (who, share) => `How sure? In ${share} of like experiments the best use of this budget rolls out ${who}; parameters are taken as known.`,
  elseBest: (parts) => `Else it is ${parts.map(([who, share]) => `${who} (${share})`).join(", ")}.`,
  fullSearch: "Only the packages that were compared are mixed here. The search over their combinations, in the folder of this report:",
});
