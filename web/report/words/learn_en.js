// What the report says of what to measure next, in English.

export const learnEn = (name) => ({
  learnTitle: "What to measure next",
  learnLead: (outcome, month, price, unit, given) => `A choice between the packages for ${name(outcome)} by month ${month}, where one more ` +
    `${unit} is worth ${price}${given ? "" : ": the price at which the choice is least clear"}.`,
  learnFirst: (parameter, money, share, to) => ["Measure ", parameter, " first: knowing it for certain before the choice would be worth ",
    money, " a ward. It would change the choice in ", share, " of what may be the case", to ? [", mostly to ", to] : "", "."],
  learnNothing: "No single parameter is worth measuring for this choice, as far as these draws tell.",
  learnEverything: (money, error, share, best) => ["As things stand the best choice is ", best, ". Knowing all that isn’t known of the " +
    `parameters would be worth ${money} (± ${error}) a ward; it would change the choice in ${share} of what may be the case. What one ward ` +
    "happens to see by luck can’t be known beforehand and isn’t counted here."],
  learnCaption: "What each unknown is worth, if it alone were known for certain; lines: ± one standard error. Hollow and grey: no more " +
    "than chance would show.",
  learnUnknown: "Unknown", learnWorth: "Million Rp a ward", learnChanges: "Changes the choice", learnTo: "To",
  learnGroup: (n, section) => `all ${n} of ${section}`, learnAll: "everything", learnChance: "no more than chance",
  learnStretches: (all) => all.map(({ name: variant, to }, i) => (i + 1 < all.length ? `${variant} is best up to ${to}` : `${variant} above`)).join(", ") + ".",
  learnNote: "Worth: what the choice would gain on average by knowing it (expected value of partial perfect information, by regression on " +
    "the draws). What is worth little need not be measured for this choice, however little is known of it. Worths don’t add up: two " +
    "unknowns may tell the same, or nothing but together.",
  learnBias: (money) => `The best of several uncertain figures is too high on average: that of everything by about ${money}.`,
  learnFew: (draws) => `${draws} draws are few: these figures are rough.`,
  learnPricesTitle: "At other prices", learnPricesLead: (unit) => `What knowing is worth depends on what one more ${unit} is worth: most where the ` +
    "choice hangs in the balance, little where it is clear.",
  learnBest: "Best on average",
  learnSurveysTitle: "Asking people first",
  learnSurvey: (people, wards, outcome, month, money, limit) => `Asking ${people} people in ${wards === 1 ? "one ward" : `${wards} wards`} about ` +
    `${name(outcome)} in month ${month} of the programme as it is would be worth ${money} a ward for which the choice is made; knowing ` +
    `the answer for certain ${limit}.`,
  learnSurveysCaption: "Worth of a survey by the number of people asked, million Rp a ward",
  learnAsked: "Asked about", learnForeseen: "Nine draws in ten foresee", learnPeople: (n) => `${n} people`, learnCertain: "For certain",
  learnSurveysNote: (wards) => "Before its cost is taken off. Each person says yes or no. " + (wards === 1
    ? "One ward’s own luck stands between its answers and what holds elsewhere: the same people in several wards tell more." : ""),
});
