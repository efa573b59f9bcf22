// What the marks of outcomes that miss hard facts say, in report and explorer.
export const stampsEn = {
  stampsTitle: "What this model gets wrong",
  misses: (n, hard) => `misses ${n} of ${hard} hard fact${hard === 1 ? "" : "s"}: `,
  against: (value, band) => `${value} in the model, ${band} in the world`,
  atLeast: (low) => `${low} or more`, atMost: (high) => `${high} or less`,
  dontRely: "Don’t rest a decision on its figures.",
  otherSettings: "The facts were measured with other settings than this baseline’s: ‘swadaya patterns’ measures them anew.",
  fromToRange: (low, high, unit) => `${low} to ${high}${unit}`,
};
