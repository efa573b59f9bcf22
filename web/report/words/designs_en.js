// What the report says of designs, in English.

import { searchesEn } from "./searches_en.js";

const worlds = (n) => `${n.toLocaleString("en-GB")} ${n === 1 ? "world" : "worlds"}`;
const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

// `name`: of an outcome; `capital`: with a large first letter.
export const designsEn = (name, capital) => ({
  // Factorial
  factorialTitle: "Which lever first?",
  factorialLead: "Every combination of the levers was run in the same worlds. So each lever can be judged alone, on top of all others, " +
    "and in every order between.",
  factorialQuestion: (m, info, month) => `Which of ${m.designed.levers.length} levers to mend first, for ${name(info.name)} by month ` +
    `${month}? All ${2 ** m.designed.levers.length} combinations, in the same ${worlds(m.replicates)}.`,
  mendFirst: (lever, share, outcome) => ["Mend ", lever, " first: its share is ", ...share, " of ", name(outcome), "."],
  ofTheWhole: (whole) => ["All together do ", ...whole, ". "],
  costs: (cost, perUnit, unit) => `It costs ${cost} a ward, ${perUnit} a ${unit}.`, saves: "It saves money.",
  leads: (second, lead) => ["It leads ", second, " for certain, by ", ...lead, "."],
  leadsPerhaps: (second) => `That it leads ${second} can’t be told for certain.`,
  noLever: (outcome) => `None of the levers can be told to better ${name(outcome)}.`,
  interactions: (parts, more) => [...between(parts, "; "), more > 0 ? `; and ${more} more pairs` : "", "."],
  acts: (reinforces, effect) => [reinforces ? " reinforce each other by " : " take from each other: ", ...effect],
  noInteraction: "No two levers can be told to reinforce or hinder each other.",
  lever: "Lever", all: "All together", shareIn: (unit) => `Share, ${unit}`,
  sharesTitle: "Shares of the whole",
  sharesLead: (m) => "A lever’s effect averaged over all orders in which levers can be added (Shapley’s value). The shares add up to what " +
    `all do together. Bars: means over worlds; lines: ${m.overParameters
      ? "what 90 % of the draws of the parameters expect, which more computing doesn’t narrow"
      : "95 % intervals of the means (parameters taken as known)"}; grey: the sign isn’t sure.`,
  sharesCaption: "Each lever’s share of what all do together, and what it costs",
  effectsTitle: "Alone, on average, on top", effectsLead: "Where the four marks of a lever lie apart, what it does depends on the others.",
  effectsCaption: (unit) => `Effect of each lever, ${unit}`,
  ways: { alone: "alone", average: "on average over the others", last: "lost without it", share: "its share" },
  interactionsTitle: "Which levers need each other",
  interactionsLead: "How much more a lever does with another than without it, on average over the rest. Blue: they reinforce each other; " +
    "orange: they take from each other; ≈ 0: can’t be told from zero.",
  matrixCaption: (unit) => `Interaction of every two levers, ${unit}`,
  constantLevers: (outcome) => `${capital(name(outcome))} is the same under every combination: none of these levers moves it.`,

  // Sensitivity
  sensitivityTitle: "What moves the outcome",
  morrisLead: "Each parameter is moved over its whole range, one at a time, from many places in the space of all (Morris 1991). mu* is " +
    "the mean size of what that does, mu the mean, sigma the spread.",
  sobolLead: "Shares of the variance of the outcome over all parameters’ ranges (Sobol’s indices): what a parameter does alone, and with " +
    "all that it does together with others.",
  sensitivityQuestion: (m, info, month) => `Which of ${m.designed.parameters.length} parameters move ${name(info.name)} by month ` +
    `${month}? ${m.all_variants.toLocaleString("en-GB")} points in the same ${worlds(m.replicates)}.`,
  movesMostMorris: (p, outcome, size) => [p, " moves ", name(outcome), " most: ", ...size, " on average over its whole range."],
  movesMost: (p, outcome, size) => [p, " moves ", name(outcome), " most: it has a part in ", ...size, " of its variance."],
  ofItAlone: (share) => `Alone it makes ${share}.`, differently: "What it does differs much with its own value and the others’.",
  soDo: (parts, more) => ["Less, but for certain: ", ...between(parts), more > 0 ? `, and ${more} more` : "", "."],
  chance: (list, n) => `What ${list} ${n === 1 ? "does" : "do"} can’t be told from chance.`, others: (n) => `${n} others`,
  nothingMoves: (outcome) => `Nothing can be told to move ${name(outcome)}: more points or replicates.`,
  nothingMovesMorris: (outcome) => `Nothing can be told to move ${name(outcome)}: more walks or replicates.`,
  constant: (outcome) => `${capital(name(outcome))} is the same at every point: none of these parameters moves it.`,
  noise: (share) => `Chance within worlds makes ${share} of the variance between points.`,
  ofVariance: "% of the variance", parameter: "Parameter", sizeIn: (unit) => `mu*, ${unit}`, totalIn: "With others, %", aloneIn: "Alone, %",
  spreadShort: "sigma", aloneShort: "Alone, %", mean: "Mean", spread: "sigma",
  weightsCaption: "Parameters by their weight", firstOf: (n, all) => `The first ${n} of ${all.toLocaleString("en-GB")}.`, maybeChance: " (may be chance)",
  tornadoCaption: "Bars: mu* with its 95 % interval over walks; rings: sigma.",
  indicesCaption: "Upper bar: with others; lower bar: alone; lines: 95 % bootstrap intervals.",
  chanceMorris: "Dotted lines mark the mu* that the chance within worlds alone would make of a parameter without influence. Grey: the " +
    "interval reaches down to it.",
  chanceSobol: "Dotted lines mark what chance within worlds makes of the upper bar, along each parameter’s own steps. Grey: neither bar can " +
    "be told from chance. Single indices of few points can fall below 0 or beyond 100 %.",
  oneWorld: "One world can’t say how much of this is chance.",
  planeTitle: "Straight or bent?",
  planeLead: "To the right: parameters that do much. Near or above the dashed line: what they do bends, or depends on the others. Thin " +
    "lines: 95 % intervals of mu*.",
  planeLabel: (outcome) => `Size against spread of the effects on ${name(outcome)}`, equalLine: "sigma = mu*",
  pairsTitle: "What parameters do by twos", pairsLead: (n, all) => (n
    ? `${n} of ${all} pairs can be told to act together, beyond what each does alone.` : "No two parameters can be told to act together."),
  pairsCaption: "Second-order indices with 95 % bootstrap intervals", pair: "Pair", togetherIn: "Together, %", allPairs: (n) => `All ${n} pairs`,

  // Sweep
  sweepTitle: (n) => (n === 1 ? "Along one parameter" : n === 2 ? "Over two parameters" : "Over the parameters’ ranges"),
  sweepLead: (shape) => ({ curve: "Means over worlds with their 95 % intervals. All points were run in the same worlds.",
    map: "A cell a point, all run in the same worlds. A frame marks the best, dashed frames those that can’t be told from it.",
    cloud: "All points were run in the same worlds." })[shape],
  bestAt: (outcome, place, value) => [capital(name(outcome)), " is best at ", place, ": ", ...value, "."],
  worstAt: (place, value, difference) => ["Worst at ", place, ": ", ...value, ". Between them lie ", ...difference, "."],
  singlesAlike: (outcome, difference) =>
    ["Single points can’t be told from one another in ", name(outcome), ": even between the best and the worst lie only ", ...difference, "."],
  noneApart: (outcome, difference) =>
    [`No point can be told from another in ${name(outcome)}: even between the best and the worst lie only `, ...difference, "."],
  aloneBest: "Every other point can be told from it.", equalsNamed: (list, n) => `${list} can’t be told from it.`,
  equals: (n, all) => `${n.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} other points can’t be told from it.`,
  point: (n) => `point ${n}`, pointHeading: "Point",
  correlatesMost: (p, outcome, r) => [p, " goes with ", name(outcome), " most: rank correlation ", ...r, "."],
  nothingCorrelates: (outcome) => `No parameter can be told to go with ${name(outcome)}, up or down.`,
  correlation: "Rank correlation", correlationsCaption: "Rank correlation of each parameter with the outcome, 95 % interval",
  correlationsTitle: "Which parameters count",
  correlationsLead: (n) => `Spearman’s rank correlation with the mean outcome over ${n.toLocaleString("en-GB")} points, with its 95 % ` +
    "interval. Hollow and grey: can’t be told from zero, over the points or from world to world, which all points share; of twenty without influence, " +
        "one looks as if it had some. What rises and falls " +
    "again has no correlation and shows in the curves alone.",
  mapLabel: (outcome) => `Map of ${name(outcome)} over two parameters`, curveLabel: (outcome, key) => `${capital(name(outcome))} along ${key}`,
  mapNote: "Solid frame: the best point. Dashed frames: points whose difference from it, world by world, can’t be told from zero. " +
    "Colours run from the lowest to the highest mean.",
  isBest: "the best", likeBest: "can’t be told from the best",
  responsesTitle: "Response to each parameter",
  responsesLead: (fewLevels, many) => ["Grey: the points.",
    fewLevels && "Where a parameter has few values: means over all points there, with 95 % intervals over worlds.",
    many && "Lines: smoothed means over the points, with 95 % bands; the other parameters’ values scatter around them."].filter(Boolean).join(" "),
  drawn: (n, all) => `${n.toLocaleString("en-GB")} of ${all.toLocaleString("en-GB")} points are drawn; figures are of all.`,
  luck: "The best of many points owes a part of its lead to luck: the more points, the more.",
  pointsCaption: "All points", levelMeans: "Means over the points at each value", smoothMeans: "Smoothed mean over the points",
  ...searchesEn,
});
