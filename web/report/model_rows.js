// Differences between any two packages, from the rows that the program wrote: those from the baseline, and each further pair once.

const widthsOf = (widths) => {
  const [closeLow, closeHigh, luckLow, luckHigh, wardLow, wardHigh] = widths;
  // How closely the mean is simulated; what luck does to one ward; luck and parameters together.
  return { close: widths.length ? { low: closeLow, high: closeHigh } : null, luck: widths.length ? { low: luckLow, high: luckHigh } : null,
    ward: widths.length ? { low: wardLow, high: wardHigh } : null };
};
const turned = (range) => range && { low: -range.high, high: -range.low };
const minus = (x) => (x === null ? null : -x);

// Looked up by `compared(variant, outcome, month, against)`: a row, or undefined; `against`: what it is held against.
export function differencesOf(raw, extraCost) {
  const rows = new Map();
  const key = (from, variant, outcome, month) => `${from} ${variant} ${outcome} ${month}`;
  const isGood = (difference, outcome) => (difference > 0) === raw.outcomes[outcome].higher_is_better;
  const take = (against, [variant, outcome, month, from, to, difference, low, high, perUnit, told, pairs, mark, widths]) => rows.set(
    key(against, variant, outcome, month), { against, variant, outcome, month, from, to, difference, low, high, perUnit, pairs,
      hasInterval: low !== null, told: Boolean(told), same: mark === "same",
      // Fewer worlds than its interval needs differ at all.
      few: mark === "few", good: isGood(difference, outcome), ...widthsOf(widths) });
  for (const row of raw.comparison?.rows ?? []) take(0, row);
  for (const [against, ...row] of raw.comparison?.pairs ?? []) {
    const variant = row.pop();
    take(against, [variant, ...row]);
  }

  // Price of one more unit, where it is for the better; the program writes it of differences from the baseline alone.
  const priced = (row) => {
    const { name, unit } = raw.outcomes[row.outcome];
    if (!row.told || !row.good || name.startsWith("cost_")) return { ...row, perUnit: null };
    return { ...row, perUnit: extraCost(row.variant, row.month, row.against) / (Math.abs(row.difference) * (unit === "share" ? 100 : 1)) };
  };
  const reversed = (row) => ({ ...row, against: row.variant, variant: row.against, from: row.to, to: row.from, difference: -row.difference,
    low: minus(row.high), high: minus(row.low), good: isGood(-row.difference, row.outcome),
    close: turned(row.close), luck: turned(row.luck), ward: turned(row.ward) });
  return (variant, outcome, month, against = 0) => {
    if (variant === against) return undefined;
    const straight = rows.get(key(against, variant, outcome, month));
    if (straight) return against === 0 ? straight : priced(straight);
    const back = rows.get(key(variant, against, outcome, month));
    return back && priced(reversed(back));
  };
}
