// What the report says, in English. Functions take figures that are formatted already, or elements.

import { answerEn } from "./answer_en.js";
import { designsEn } from "./designs_en.js";
import { equityEn } from "./equity_en.js";
import { learnEn } from "./learn_en.js";
import { stampsEn } from "./stamps_en.js";
import { stampOf } from "../stamps.js";

const names = {
  informed: "households informed", informed_poor: "poor households informed", informed_near_poor: "near-poor households informed",
  informed_others: "other households informed", informed_elite: "elites informed", grant_belief: "belief that it is a gift",
  attitude: "attitude to the programme", participation: "participation", participation_poor: "participation of the poor",
  participation_near_poor: "participation of the near-poor", participation_others: "participation of others",
  participation_elite: "participation of elites", passive_poor: "poor who attend without speaking", attendance: "attendance at meetings",
  adopted: "adoption", groups_active: "active groups", groups_dormant: "dormant groups", groups_ghost: "ghost groups",
  group_survival: "survival of groups", cohesion: "cohesion of groups", capacity: "capacity of groups", visits_per_group: "visits to a group",
  borrowers: "borrowers", lent_kRp: "money lent", outstanding_kRp: "loans outstanding", recovery: "true recovery",
  capital_left: "loan capital left", reported_repayment: "reported repayment", lar: "loans at risk (LAR)", par: "portfolio at risk (PAR)",
  rr: "repayment rate (RR)", unwilling_share: "arrears for want of will", lending_suspended: "lending suspended", leakage: "leakage",
  exclusion_error: "exclusion error", inclusion_error: "inclusion error", inclusion_near_poor: "near-poor on the list", targeting_error: "targeting error",
  rank_correlation: "rank correlation with consumption", pair_error: "pairs in the wrong order", placed_tied: "placed, tied to the ranker",
  placed_two_steps: "placed, two steps away", placed_far: "placed, further away", cgh: "targeting ratio (CGH)",
  elite_excess: "borrowing of elites above others",
  poverty_headcount: "poverty headcount", poverty_gap: "poverty gap", poverty_severity: "poverty severity", gini: "inequality (Gini)",
  self_reliance: "self-reliance", self_reliance_savings: "self-reliance: savings", self_reliance_capacity: "self-reliance: capacity",
  turnout: "turnout of the informed", groups_founded: "groups founded", founding_after_money: "founding after the money",
  members_left: "members who left", self_help_groups: "self-help groups", savings_per_member_kRp: "savings of a member",
  looks_good: "what a survey would show", recovery_12: "recovery at one age of loans", default_of_loan_2: "default on second loans",
  bankrupt_share: "arrears for bankruptcy", owed_over_capital: "owed over loan capital", first_turn_kRp: "first loans",
  wards_lending: "wards that lend", wards_outlasting_money: "wards that outlast the money", women_served: "households of women served",
  borrower_gain: "borrowers' gain", borrower_gain_poor: "gain of poor borrowers", borrower_gain_women: "gain of women who borrow",
  loan_order_correlation: "order of loans and consumption", listed_over_poor: "listed over poor", ghost_age: "age of ghosts when found",
  poor_served: "poor households served", near_poor_served: "near-poor households served",
  others_served: "other households served", elite_served: "elite households served", lent_poor_kRp: "money lent to the poor", delay: "delay of tranches",
  cost_kRp: "cost", cost_socialization_kRp: "cost of socialization", cost_facilitation_kRp: "cost of facilitation",
  cost_targeting_kRp: "cost of targeting", cost_supervision_kRp: "cost of supervision", cost_coordination_kRp: "cost of coordination",
  cost_lending_kRp: "cost of lending", cost_grant_kRp: "the grant itself", cost_groups_kRp: "members' time in groups",
  cost_other_kRp: "other costs",
};
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
const name = (key) => (names[key] ?? key.replaceAll("_", " ")) + stampOf(key);
const count = (n, one, many) => `${n.toLocaleString("en-GB")} ${n === 1 ? one : many}`;
const between = (parts, comma = ", ") => parts.flatMap((part, i) => (i ? [comma, part] : [part]));

export const en = {
  designs: designsEn(name, capital),
  ...learnEn(name),
  ...answerEn(name),
  ...equityEn,
  ...stampsEn,
  and: "and", or: "or", outcome: "Outcome", month: "Month", package: "Package", point: "Point", unit: "Unit", target: "target",
  outcomeName: (key, first) => (first ? capital(name(key)) : name(key)),
  definition: (outcome) => `${capital(outcome.definition)}.`,
  language: "Language", report: "Report of a simulation", contents: "Contents", skip: "Skip to the results",
  unitBehind: (unit) => (unit === "share" ? "" : unit.startsWith("kRp") ? ` million Rp${unit.slice(3)}` : ` ${unit}`),
  amount: (f, x, unit) => unit === "share" ? `${f.number(x * 100)} points` : unit.startsWith("kRp") ? f.money(x) : `${f.number(x)} ${unit}`,

  pictureSource: (m) => `${m.heading}. Swadaya ${m.version}, ${m.replicates.toLocaleString("en-GB")} simulated worlds, seed ${m.seed}. ` +
    "A simulation says what follows from its assumptions.",
  kicker: (m, runs) => [runs ?? count(m.replicates, "simulated world", "simulated worlds"),
    m.settings.households && count(m.settings.households, "household", "households"),
    count(m.last_month, "month", "months")].filter(Boolean).join(" · "),
  question: (m, info, month, f, against = 0) => ["What " +
    `${m.variants.length === 2 ? "does one package" : against ? "do the others"
      : `does each of ${m.variants.length - 1} packages`} change in ${name(info.name)} by ` +
    `month ${month}, against ‘${m.title(against)}’ in ${m.unpaired.length ? "" : "the same "}${count(m.replicates, "world", "worlds")}?`],
  questionLone: (info, month) => `Where does ${name(info.name)} stand by month ${month}?`,
  questionPoints: (m, info, month) =>
    `How far does ${name(info.name)} move by month ${month}, over ${count(m.all_variants, "point", "points")} in the same worlds?`,
  raises: ({ name: who, rises, outcome, effect }) => [who, rises ? " raises " : " lowers ", name(outcome), " by ", ...effect, "."],
  fromTo: (from, to, cost, f) => `From ${from} to ${to}, ` +
    `${cost === undefined || cost === null ? "" : Math.abs(cost) < 500 ? "at no extra cost"
      : cost > 0 ? `for ${f.money(cost)} more a ward` : `and ${f.money(-cost)} less is spent a ward`}.`,
  less: (parts, more) => ["Smaller, but told from zero: ", ...between(parts), more > 0 ? `, and ${more} more` : "", "."],
  worse: (parts, outcome) => [`For the worse in ${name(outcome)}: `, ...between(parts), "."],
  zero: (list) => `${list} can’t be told from zero.`,
  same: (list, n) => `${list} ${n === 1 ? "changes" : "change"} nothing in any world.`,
  noneImproves: (outcome) => `No package improves ${name(outcome)} by as much as could be told from zero.`,
  nothingRecorded: (outcome) => `Nothing was recorded of ${name(outcome)} at this month.`,
  oneWorld: "One world gives no interval: with more replicates, the report says which differences can be told from zero.",
  lone: (outcome, value) => [capital(name(outcome)), " comes to ", ...value, "."],
  loneRange: (range) => ["Nine worlds in ten lie within ", range, "."],
  spans: (outcome, low, high, unit) => [capital(name(outcome)), " runs from ", low, " to ", high, unit, "."],
  lowest: "Lowest at", highest: "Highest at",
  settingsOf: (pairs) => pairs.slice(0, 6).map(([key, value]) => `${key} = ${value}`).join(", ") + (pairs.length > 6 ? ", …" : "") + ".",
  shared: (m) => m.branch_at != null ? `The months up to ${m.branch_at} are the same in all; what a package changes holds from the next on.`
    : m.from_month != null ? `The run goes on from where another stood after month ${m.from_month}.` : "",
  lastMonths: (n, all) => `The last ${n} of ${all} months shown; the tables beside this file have all.`,
  caveat: (m) => "A simulation says what follows from its assumptions. Every setting and source stands under Settings. " +
    (m.comparison?.over_parameters
      ? `Brackets hold what 90 % of the draws of the parameters expect, from a sample of ${m.drawn.sample} of ${m.drawn.parameters.join(", ")}; ` +
        `each draw lives in ${count(m.drawn.worlds_per_draw, "world", "worlds")}. They are what isn’t known, and more computing doesn’t narrow them.`
      : "Brackets hold 95 % and say how closely the means were simulated, world by world; parameters are taken as known.") +
    `${m.drawn?.unused ? ` No draws of parameters were taken: ${m.drawn.unused}.` : ""}` +
    `${m.replicates < m.planned ? ` ${m.replicates} of ${m.planned} worlds are complete.` : ""}`,
  hangsOnTitle: "What the answer hangs on", inWorlds: (n) => `(${count(n, "world", "worlds")})`,
  leads: (outcome, month) => `What moves ${name(outcome)} most by month ${month}: `,
  sameMoneyTitle: (money, month) => `For the same extra money: ${money} a ward, by month ${month}`, reaches: "Wards reached",
  sameMoneyNote: "A package that costs more reaches fewer wards; one that costs less leaves money over.",
  sureTitle: (who) => `How sure is that? ${who}`,
  unitOfDifference: (info) => (info.unit === "share" ? " points" : info.unit.startsWith("kRp") ? " million Rp" : ` ${info.unit}`),
  inOneWard: (who, low, high, unit) => `A mean is no promise to a ward. In one ward out of ten ${who} changes it by ${low}${unit} or less, in ` +
    `another one by ${high} or more: luck and what isn’t known, together.`,
  sureParameters: "What nobody has measured", sureParametersLong: (range) => ["On average over wards ", range,
    ", by what borrowers and groups are really like (nine in ten of the values that the facts leave open). More computing doesn’t narrow it; " +
    "measuring does."],
  parametersKnown: "Taken as known: nothing here says what other values of the parameters would give. `--posterior FILE` does.",
  tooFewDraws: "Too few draws to tell: five at least, each in two worlds, are needed.",
  sureLuck: "Luck", sureLuckLong: (range) => ["From ward to ward, all else alike: ", range, " in nine of ten wards."],
  sureStructure: "Other rules of behaviour", sureStructureLong: (range, n) => ["The mean lies at ", range,
    `, under these and ${count(n, "other set", "other sets")} of assumptions.`],
  sureComputing: "Computing", sureComputingLong: (amount, rough) => `The mean itself is simulated to ± ${amount}${rough
    ? ": not close enough beside the rest. More worlds help: swadaya resume DIR --replicates N." : ": close enough."}`,
  sameUpTo: (n, share) => `Same: equal in all ${n} worlds; up to ${share} % of wards could still differ.`,
  restsOnFew: (list) => `${list}: fewer than ten worlds differ at all, and the brackets are too narrow more often than they say.`,
  onlySome: (n, all) => `Only worlds that have a figure on both sides count: ${n} of ${all} at least.`,
  ledgerCaption: (title) => `Each package’s difference from ‘${title}’, and what it costs more`,
  differenceIn: (unit) => `Difference, ${unit}`, extraCost: "Extra cost, million Rp", sameShort: "same",
  atAGlance: (month) => `At a glance, month ${month}`, better: " (better)", worseShort: " (worse)", costShort: "Cost",
  glancePhone: "Of each package: what it changes. What isn’t named is ≈ 0 or the same.",
  glanceNote: "First row: the means of what the others are held against. Below: differences from it. Blue is better, orange worse; ≈ 0: the sign " +
    "isn’t sure; " +
    "same: equal in every world. Costs are differences too.",
  loneCaption: "Means over worlds, with the range that holds nine in ten",
  seeTable: "Figures as a table", definitionOf: "What it means", all: "all",

  forestTitle: "What each package changes",
  forestLead: (m) => `Mean difference from what is held against, ${m.unpaired.length ? "" : "world by world, "}and ${m.overParameters
    ? "where 90 % of the draws of the parameters put it" : "its 95 % interval over worlds (parameters taken as known)"}. Hollow and grey: ` +
    "the sign isn’t sure." + (m.unpaired.length ? ` Different wards, not paired: ${m.unpaired.map(m.title).join(", ")}. Other households and ` +
      "ties than the baseline’s, so the interval is of two means apart." : ""),
  intervalOf: (m) => (m.overParameters ? "90 % of draws" : "95 % interval"),
  interval: "95 % interval", difference: "Difference", perUnit: (u) => `${capital(u.priceUnit)} per ${u.perUnit}`,
  sortBy: (what) => `Sort by ${what}`,
  seriesTitle: "Over time", seriesLead: (m) => m.has_baseline
    ? "Line: the mean of the worlds, as in words and tables. Darker band: half of the worlds; lighter: nine in ten. Grey dashes: the baseline’s mean " +
        "and nine in ten."
    : "Line: the mean of the worlds, as in words and tables. Darker band: half of the worlds; lighter: nine in ten.",
  monthAxis: "month", programmeEnds: "programme ends", event: "event", eventAt: (month, set) => `From month ${month}: ${set.join(", ")}`,
  factLine: (fact) => `${fact.id}, month ${fact.month}: ${fact.statement} (${fact.target}; ${fact.source})`,
  factsLead: "Boxes mark what is known of the real programme, and of others that were run as a package is:",
  seriesCaption: "Mean, and the range that holds nine worlds in ten",
  seriesLabel: (outcome, variant) => `${capital(name(outcome))} over the months: ${variant}`,
  pointsNote: (n, all) => `${n} of ${all} points: from the lowest to the highest.`,
  booksTitle: "Reported against true",
  booksLead: "The same loans in two books: what was reported of them, and what was truly paid of what had fallen due. Lines: means " +
    "of the worlds; bands: nine worlds in ten.",
  reported: "reported", trueBook: "true", booksLabel: (variant) => `Reported and true repayment over the months: ${variant}`,
  booksGap: (from, to, f, month) => `At month ${month} the books say ${from} where ${to} has come back.`,
  costsTitle: "What the money buys",
  planeLead: "Each faint dot is a world, each large one a package’s mean: what it adds to the cost and to the outcome. On the line lie " +
    "the packages that no other, and no mix of two, beats at their cost.",
  planeLabel: (outcome) => `Cost-effectiveness plane: extra cost against gain in ${name(outcome)}`, baselinePoint: "baseline",
  gain: (unit) => `gain, ${unit}`, fall: (unit) => `gain, ${unit} less`, extraCostAxis: "extra cost, million Rp a ward",
  frontier: "on the frontier", dominated: "dominated", extended: "dominated by a mix", elsewhere: "different wards",
  noChoice: (list) => `${list}: different wards, and so no choice that these have; left out here.`,
  icer: (u) => `${capital(u.priceUnit)} per further ${u.perUnit}`, standing: "Standing", costMean: "Cost, million Rp", effectMean: (unit) => `Outcome, ${unit}`,
  acceptTitle: "How sure is the choice?", acceptLead: (unit, over) => (over === "parameters"
    ? `Chance that a package is the best choice, over what isn’t known of the parameters, by what one more ${unit} is worth.`
    : `Parameters taken as known: chance that a package is the best choice on average, as far as so many worlds tell, by what one more ${unit} is worth.`),
  willingness: (u) => `worth of one more ${u.perUnit}, ${u.priceUnit}`, acceptLabel: "Acceptability curve",
  bestIn: { parameters: "best in, % of draws of the parameters", simulation: "best on average, % of like experiments" },
  onFrontier: "On the frontier", bestInRange: "Best in its range of prices", bestOfWorlds: "Best there, of worlds",
  frontierSure: "Each step of the frontier, with the interval of what one more costs",
  sureOf: (over, cases) => `${over === "parameters"
    ? `Interval (90 %) and chances: over what isn’t known of the parameters, in ${cases} draws of them, each by what it comes to on average.`
    : `Parameters taken as known: interval (95 %) and chances say only how closely ${cases} worlds tell the averages.`} ` +
    "Best: at the middle of the prices for which it is the choice on average. Of worlds: what one ward may see by luck.",
  sameFrontier: (share) => `Simulated closely enough? ${share} of like experiments would find the same frontier.`,
  accounting: (a, month, addsUp, f) => `Costs: all activities and the grant, ${a.perspective === "society" ? "with" : "without"} members’ own time ` +
    `(${a.perspective}), up to month ${month}, in rupiah of ${a.prices}` +
    `${a.show === a.prices ? "" : `, shown in those of ${a.show} (times ${f.number(a.price_factor, 2)})`}. ` +
    (a.discount === 0 ? "Nothing is discounted." : `Discounted: at ${f.number(100 * a.discount, 1)}${f.words.percent} a year from the start` +
      `${addsUp ? ", as the outcome is." : "; the outcome is a state, and isn’t."}`),
  membersTime: "Of it members’ time, million Rp", discountedAt: (f, rate) => `The same discounted, ${f.number(100 * rate, 1)}${f.words.percent}`,
  sharesPlace: (twin, first) => `${twin} is in every world what ${first} is, and shares its place.`,
  evpi: (f, price, worth, u) => `At ${price} ${u.priceUnit} for one more ${u.perUnit}, knowing the parameters before the choice would ` +
    `be worth ${f.money(worth)} a ward.`,
  nothingToLearn: "With parameters taken as known there is nothing to learn about them, and no value of learning it.",
  noFrontier: "No package gains anything at a price: there is no curve to draw.",
  neverBest: (list) => `At no price the best with a chance of more than one in twenty: ${list}.`,
  gainsTitle: "Who gains", gainsLead: "Means over worlds at the chosen month; thin lines hold nine worlds in ten.",
  poor: "poor", nearPoor: "near-poor", others: "others", elites: "elites", excluded: "poor left out", included: "listed, not poor",
  includedNearPoor: "of them near-poor",
  whoKnows: "Who knows of it", whoJoins: "Who takes part", whoBorrows: "Who borrows, households a ward", whoErrs: "Errors of the list",
  perHousehold: "Million Rp per poor household served", perExtra: "Million Rp per extra one",
  whoIsWho: "Poor: the ward’s poorest by long-run consumption, as many as the programme counts. Near-poor: below 1.2 times what the last " +
    "of them consumes, the ratio of Statistics Indonesia (BPS) for “hampir miskin”. Others: neither. Elites are counted across the " +
    "three. The targeting ratio (CGH) says how much of the principal reached the poorest 40 %: 1 is their share.",
  settingsTitle: "Settings, sources, and how to run it again", changed: "Changed",
  changedLead: "What differs from the defaults, or between packages.", changedNone: "Nothing: every setting stands at its default.",
  allSettings: (n) => `All ${n} settings`,
  setting: "Setting", value: "Value", default: "Default", range: "Range", source: "Source", inPackages: "In packages", modelOf: (slot) => `${slot}: model`,
  again: "Run it again", againLead: (m) => `Swadaya ${m.version} (${m.commit}), seed ${m.seed}, ${m.replicates} worlds, begun ` +
    `${m.started}. With experiment.toml from the folder of this report, the same version gives the same numbers to the bit:`,
  odd: "The model, after the ODD protocol", wardTitle: "The ward",
  wardMissing: {
    large: "There is no picture of the ward: the world is too large to be run again for it. `swadaya explore` shows wards.",
    files: "There is no picture of the ward: the files that its world was read from are gone, or are others now.",
    version: "There is no picture of the ward: this folder was written by another version, whose worlds may differ.",
    failed: "There is no picture of the ward: a model failed in it.",
    from: "There is no picture of the ward: the run went on from a checkpoint, which keeps no picture of the months before.",
  },
  wardLead: (raw) => "The first of the simulated worlds: each block is an RW, each plot in it an RT, each mark " +
    `${raw.every === 1 ? "a household" : `one of ${raw.every} households`}. Lines join members of a group; faint ones are ` +
    `${raw.shown_ties.length / 2 < raw.ties ? "some of the ties" : "the ties"} between households.`,
  wardLabel: (variant, month, all) => `The ward in month ${month}, ${variant}. ${all}`,
  wardCaption: (month) => `Households shown, month ${month}`, household: "Household",
  together: "All together",
  outcomesList: "Outcomes and their definitions",
};
