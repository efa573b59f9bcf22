// What the report says of who gains by consumption, in English.

const between = (parts) => parts.flatMap((part, i) => (i ? [", ", part] : [part]));

export const equityEn = {
  equityTitle: "Is it shared out evenly?",
  equityLead: "Who takes part, by what households consume. The poorer a group, the more its share counts: Atkinson’s index says how much of " +
    "the average is lost because groups don’t take part alike. 0 % is even; the higher, the more one-sided.",
  equityMonths: (months) => `Worked out for month${months.length > 1 ? "s" : ""} ${months.join(", ")}.`,
  equityUnknown: "How many households each group has can’t be told from these worlds, and so there is no index.",
  equityBase: (base, index) => ["Under ‘", base, "’ unevenness costs ", index, " of average participation."],
  moreEven: (parts) => ["More evenly shared, in points of that: ", ...between(parts), "."],
  lessEven: (parts) => ["Less evenly: ", ...between(parts), "."],
  evenUnsure: (list) => `Of ${list} it can’t be told whether it is shared more or less evenly.`,
  equitySure: (over, cases) => (over === "parameters"
    ? `Brackets: 90 % of ${cases} draws of the parameters, each by what it comes to on average.`
    : `Brackets: 95 %, how closely ${cases} worlds tell the averages; parameters are taken as known.`),
  equityApart: (list) => `${list}: different wards, not paired; groups have other sizes there.`,
  atkinson: "Lost to unevenness", atkinsonChange: "Change, points",
  equityCaption: ([poor, near, others], aversion) => `Participation by group (poor: ${poor} of households, near-poor ${near}, others ${others}) ` +
    `and Atkinson’s index of it (aversion to inequality ${aversion})`,
  weightedTitle: "Households reached, by how much they count",
  weightsAre: (weights) => (weights.length === 0
    ? "A household that ever had a loan counts one, whoever it is; `equity_weights` in the experiment says otherwise."
    : `A household that ever had a loan counts ${weights[0]} if it is poor, ${weights[1]} if near-poor, ${weights[2]} if neither.`),
  weightedFrontier: (list) => `Worth buying, the cheapest first: ${list}. Every other package is beaten at its cost.`,
  weightedWorth: (price, gains, losses, base) => `Where one more counted household is worth ${price} million Rp, the price of the dearest step ` +
    `among these, ${gains ? `what ${gains} ${gains.includes(" and ") ? "bring" : "brings"} over ‘${base}’ can be told to be worth more than it costs`
      : `no package can be told to bring more over ‘${base}’ than it costs`}` +
    `${losses ? `; what ${losses} ${losses.includes(" and ") ? "bring" : "brings"} is worth less` : ""}.`,
  weightedServed: "Counted households a ward", weightedRatio: "Million Rp for one more",
  netBenefit: (price) => `Worth less cost, million Rp a ward, at ${price} for one more`,
  weightedCaption: "Counted households, what they cost, and what they are worth less that cost, against the baseline",
};
