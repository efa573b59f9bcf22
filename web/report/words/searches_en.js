// What the report says of calibrations and optimisations, in English.

const worlds = (n) => `${n.toLocaleString("en-GB")} ${n === 1 ? "world" : "worlds"}`;
const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

export const searchesEn = {
  // Calibration
  calibrationTitle: "What the data say of the parameters",
  calibrationKicker: (points, n) => `${points} points in ${worlds(n)} each`,
  calibrationLead: (d, f) => `${f.number(d.points, 0)} points in ` +
    `${d.generations === 1 ? "one generation" : `${d.generations} generations`}, each nearer to what was observed (approximate Bayesian ` +
    `computation, with a regression at the end). The posterior is worth ${f.number(d.effective_size, 0)} independent draws` +
    `${d.end === 1 ? "; the search ended since hardly any new point came nearer"
      : d.end === 2 ? "; the search ended since every point meets every target" : ""}.`,
  calibrationQuestion: (parameters, targets) => `Which values of ${parameters === 1 ? "one parameter" : `${parameters} parameters`} give ` +
    `what was observed in ${targets === 1 ? "one target" : `${targets} targets`}, and how sure is that?`,
  calibrationCaveat: "A posterior says what the model’s parameters must be for its runs to come to what was observed, if the model and " +
    "the priors are right. Every setting and source stands under Settings. Predictions hold nine draws in ten.",
  pins: (names) => ["The data pin ", names, "."], narrows: (names, more) => [more ? "They narrow " : "They do narrow ", names, "."],
  pinsNone: (n) => (n === 1 ? "The data don’t pin the parameter." : `The data pin none of the ${n} parameters.`),
  pinsNot: (names) => ["Not pinned: ", names, ". Whatever is concluded must hold over all of the prior."],
  roughSearch: (draws) => `A rough search: its posterior is worth ${draws} independent draws, and intervals of fewer than a hundred are ` +
    "unsure. More points settle them.",
  outOf: (n, all) => `${n} of ${all}`,
  met: (heldOut, count, all, missed) => [count,
    ` ${heldOut ? (all === 1 ? "target that was kept apart" : "targets that were kept apart") : all === 1 ? "fitted target" : "fitted targets"} ` +
      `${all === 1 ? "is" : "are"} met`,
    missed ? `; not ${missed}.` : "."],
  allMet: (count, all) => [count, ` fitted ${all === 1 ? "target is" : "targets are"} met: there are parameters that give what was observed.`],
  noParameters: (count, some) => [count, ` met: no parameters can${some ? " meet all of them" : ""}.`],
  outOfReach: (points, ids) => `None of the ${points} points tried comes to ${ids}.`,
  notTogether: (ids) => `Some come to ${ids}, but not together with the rest.`,
  nearestOnly: "Within these priors the model as it stands doesn’t give what was observed; what is said of parameters is the nearest " +
    "that it comes.",
  nearestNarrow: (names) => ["Nearest to the targets is a narrow range of ", names, ". "],
  nearestNarrower: (names) => ["A narrower one than the prior’s of ", names, ". "],
  nearestWide: (names) => ["As wide as the prior, or nearly, stay ", names, "."],
  nearestMeans: "Wide: narrowed by less than a fifth; narrow: by half or more.",
  pinnedMeans: "Not pinned: narrowed by less than a fifth; pinned: by half or more.",
  nearestWords: ["wide", "narrower", "narrow"],
  checkPassed: "Checked on its own problem: passed. Truths that are known lie anywhere in their posteriors, as they should.",
  checkFailed: "Checked on its own problem: not passed. Some intervals aren’t what they say; see the end of this section.",
  checkMissing: "Not checked on its own problem: the search has too few points near the data.",
  checkTitle: "Checked on its own problem",
  checkLead: (truths) => `What was simulated at ${truths} points near the data took the data’s place, and each posterior that followed was held ` +
    "against the parameters that made it, with the search’s other points. Bars count truths by the share of their posterior that lies below " +
    "them; within the grey band they are even, as they should be. High at both ends: intervals too narrow; high in the middle: too wide. It " +
    "looks neither at whether a search begun anew finds the same places, nor at whether the model, its priors and the numbers of wards are right.",
  checkP: (p) => `p ${p}`, checkLabel: (key) => `Ranks of the truth in its posterior, ${key}`, checkCovered: "Truths within their 90 % interval",
  checkRange: "What that can be, 95 %", checkCaption: "Ranks: p is the chance that even ones lie as far from evenly.",
  atEnd: (names) => `Against an end of the range: ${names}. The data ask for more than it allows.`, ends: ["the lower", "the upper"],
  leans: ["against its lower end", "against its upper end"],
  learntCaption: "Each parameter on its own range. Grey: prior; below it: posterior. Lines hold nine draws in ten.",
  beforeAfter: "Before and after",
  beforeAfterLead: "Grey: what was believed before (prior). Blue: what is left after the data (posterior). Heights are shares of each, " +
    "bin by bin.",
  histogramLabel: (key) => `Prior and posterior of ${key}`, pinned: ["not pinned", "narrowed", "pinned"],
  prior: "Prior", priorRange: "Prior, 90 %", posteriorRange: "Posterior, 90 %", narrowed: "Narrowed by",
  rangesCaption: "Medians with the range that holds 90 %. Narrowed by: how much smaller the standard deviation is than the prior’s.",
  pairsOfPosterior: "Which parameters hang together", pairsOfPosteriorLead: (n) => `${n.toLocaleString("en-GB")} draws of the posterior, ` +
    "the strongest correlations first. A slanted cloud: the data speak of the two together more than of each.",
  pairLabel: (a, b, r) => `Draws of the posterior, ${a} against ${b}: correlation ${r}`, correlationShort: "Correlation",
  fittedTitle: "Fitted targets", targetsLead: (draws) =>
    `What prior and posterior predict of each target, by ${draws} draws of each in worlds of their own. Each row has a scale of its own.`,
  apartTitle: "Targets kept apart", apartLead: "These had no part in the fit: what is predicted here is a test.",
  target: "Target", observed: "Observed", asItIs: "As it is", beforeIt: "Prior", predicted: "Posterior", verdictHeading: "Met?",
  isMet: "met", isNotMet: "not met",
  keyObserved: "observed", keyPrior: "prior, nine draws in ten", keyAsItIs: "the scenario as it is",
  keyMet: "posterior: median within what was observed", keyMissed: "posterior: not met",
  ratioTo: (other) => `over ${other}`, spreadOfWorlds: "spread between worlds", inVariant: (title) => `in ‘${title}’`,
  againstAsItIs: "against the scenario as it is",

  // Optimisation
  optimisationTitle: "The best mix for the money",
  optimisationKicker: (mixes, n) => `${mixes} mixes in ${worlds(n)}`,
  optimisationLead: (m, f) => `${f.number(m.designed.candidates, 0)} mixes were tried in the same ${worlds(m.replicates)}. Those that ` +
    `were chosen, their neighbours and their rivals ran again in ${worlds(m.designed.fresh_worlds)} that had no part in the choice; ` +
    "figures are from there.",
  weighted: "Shares count in percentage points, money in million rupiah.", lessOf: (name) => `less ${name}`,
  optimisationQuestion: (aim, month, budget) => `Which mix of levers gets most ${aim} by month ${month} for ${budget} a ward beyond what was spent?`,
  optimisationCaveat: "A simulation says what follows from its assumptions. Every setting and source stands under Settings. Intervals " +
    "hold 95 % and are paired, world by world: they carry the chance of worlds, not doubt about parameters. The best of many mixes isn’t " +
    "the best of all.",
  bestMix: (gain, aim) => ["The best mix gains ", ...gain, " in ", aim, "."], nothingChanged: "Everything as it was",
  noMix: (gain, aim) => ["No mix can be told to do better than the baseline. The best comes to ", ...gain, " in ", aim, "."],
  costsOfBudget: (cost, holds, budget) => ["As simulated, with all that follows, it costs ", ...cost,
    ` million Rp more, ${holds ? "within" : "more than"} the budget of ${budget}.`],
  spendsAndCosts: (spends, saves, cost) => [`It ${saves && spends ? "saves" : "spends"} ${spends ? `${spends} a ward` : "nothing"} by ` +
    "the levers’ unit costs; with all that follows, the simulated cost changes by ",
    ...cost, " million Rp."],
  kept: (list, n) => `${list} ${n === 1 ? "stays as it was" : "stay as they were"}`,
  asGood: (n, all) => `${n} of ${all} other mixes for this budget can’t be told to be worse.`,
  didBetter: (n, most) => `${n === 1 ? "One" : n} of them did better, by up to ${most}: the winner was chosen before that was seen.`,
  flat: (list) => `Without consequence that can be told, from one end to the other: ${list}.`,
  instead: (budget, parts) => [`Instead of ${budget}: `, ...between(parts, "; "), "."],
  withBudget: (budget) => (budget ? `with ${budget}` : "with nothing more"), sameMix: "the same mix",
  nothingTold: "nothing that can be told",
  flatters: (chosen, n) => `In the ${worlds(n)} it was chosen in it came to ${chosen}, which choosing flatters.`,
  mixTitle: "The mix",
  mixLead: "As good: settings among mixes for this budget that can’t be told to be worse. Moved alone: what it does to the best mix to " +
    "move one lever to an end of its range, as far as the budget goes.",
  mixCaption: "Levers of the best mix", mixKey: "Each lever on its range. Dot: the best mix; ring: as it was; box: settings as good.",
  asItWas: "As it was", bestSetting: "Best mix", spends: "Spends, million Rp", costsAlone: "Costs alone, million Rp", asGoodSettings: "As good",
  movedAlone: (unit) => `Moved alone${unit ? `, ${unit}` : ""}`,
  topTitle: "How flat is the top?",
  topLead: "Other mixes for the same budget against the best, world by world. Hollow and grey: can’t be told from it. Each row names " +
    "only what differs.",
  topCaption: "Other mixes for the budget against the best", mix: "Differs in",
  fromBest: (unit) => `Against the best${unit ? `, ${unit}` : ""}`, noOthers: "No other mix for this budget was tried again.",
  frontierTitle: "What other budgets buy",
  frontierLead: "Line: the best mix found for each budget, with its 95 % interval in fresh worlds. Grey: the mixes of the search, in the " +
    "worlds of the search.",
  frontierLabel: "Gain of the best mix by budget", frontierCaption: "The best mix for each budget",
  inRange: "In the table, bars show where a lever stands in its range.",
  budget: "Budget, million Rp", budgetAxis: "budget, million Rp a ward", thisBudget: "this budget",
  gainIn: (unit) => `Gain${unit ? `, ${unit}` : ""}`, simulatedCost: "Simulated cost, million Rp",
  outcomesTitle: "What the mix does to the outcomes", outcomesCaption: (n) => `Against the baseline, in ${worlds(n)}`,
};
