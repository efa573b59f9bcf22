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
    `what was observed in ${targets === 1 ? "one target" : `${targets} targets`}, and how far do the data pin them?`,
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
  atEnd: (names) => `Against an end of the range: ${names}. The data ask for more than it allows.`, ends: ["the lower", "the upper"],
  leans: ["against its lower end", "against its upper end"],
  learntCaption: "Each parameter on its own range. Grey: prior; below it: posterior. Lines hold nine draws in ten.",
  beforeAfter: "Before and after",
  beforeAfterLead: "Grey: what was believed before (prior). Blue: what is left after the data (posterior). Heights are shares of each, " +
    "bin by bin. Not pinned: narrowed by less than a fifth; pinned: by half or more.",
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
  asItWas: "As it was", bestSetting: "Best mix", spends: "Spends, million Rp", asGoodSettings: "As good",
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
