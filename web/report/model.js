// The report's data as the program wrote it (sim/report/report.hpp), unpacked and looked up.

const numbered = /^\d+[.)]?\s+/;

export function modelOf(raw) {
  const rows = new Map(), costs = new Map(), summaries = new Map(), fans = new Map(), structure = new Map();
  for (const [variant, outcome, month, from, to, difference, low, high, perUnit, told, pairs, mark, widths] of raw.comparison?.rows ?? []) {
    const [closeLow, closeHigh, luckLow, luckHigh, wardLow, wardHigh] = widths;
    rows.set(`${variant} ${outcome} ${month}`, {
      variant, outcome, month, from, to, difference, low, high, perUnit, pairs,
      hasInterval: low !== null,
      told: Boolean(told),
      same: mark === "same",
      // Fewer worlds than its interval needs differ at all.
      few: mark === "few",
      good: (difference > 0) === raw.outcomes[outcome].higher_is_better,
      // How closely the mean is simulated; what luck does to one ward; luck and parameters together.
      close: widths.length ? { low: closeLow, high: closeHigh } : null,
      luck: widths.length ? { low: luckLow, high: luckHigh } : null,
      ward: widths.length ? { low: wardLow, high: wardHigh } : null,
    });
  }
  for (const [variant, outcome, month, low, high] of raw.comparison?.structure ?? []) structure.set(`${variant} ${outcome} ${month}`, { low, high });
  for (const [variant, month, cost] of raw.comparison?.costs ?? []) costs.set(`${variant} ${month}`, cost);
  for (const [variant, outcome, month, n, mean, low, high] of raw.series?.summaries ?? [])
    summaries.set(`${variant} ${outcome} ${month}`, { n, mean, low, high });

  const unpacked = (changes, step) => {
    let last = 0;
    return changes.map((change) => (change === null ? null : (last += change) * step));
  };
  const index = new Map(raw.outcomes.map((outcome, i) => [outcome.name, i]));
  return {
    ...raw,
    hasCurves: Boolean(raw.series),  // over months
    months: raw.series?.months ?? [],
    indexOf: (name) => index.get(name),
    // Each is a row, or undefined.
    compared: (variant, outcome, month) => rows.get(`${variant} ${outcome} ${month}`),
    // Where the mean lies under other assumptions.
    under: (variant, outcome, month) => structure.get(`${variant} ${outcome} ${month}`),
    unpaired: raw.comparison?.unpaired ?? [],  // variants in other wards than the baseline's
    overParameters: Boolean((raw.comparison ?? raw.designed)?.over_parameters),
    cost: (variant, month) => costs.get(`${variant} ${month}`),
    summary: (variant, outcome, month) => summaries.get(`${variant} ${outcome} ${month}`),
    best: (outcome, month) => raw.comparison?.best.find((b) => b.outcome === outcome && b.month === month),
    // Five curves over `months`, the 5 % to the 95 % quantile; null where there is nothing.
    fan: (variant, outcome) => {
      const key = `${variant} ${outcome}`;
      if (!fans.has(key)) {
        const packed = raw.series.fans[variant][outcome], step = raw.series.steps[outcome];
        const [q05, q25, q50, q75, q95] = packed ? packed.map((changes) => unpacked(changes, step)) : [];
        fans.set(key, packed && { q05, q25, q50, q75, q95 });
      }
      return fans.get(key);
    },
    // Outcomes that anything was recorded of, those of the experiment's table first.
    recorded: [...new Set([...raw.outcomes_shown, ...raw.outcomes.keys()])].filter((k) => !raw.series || raw.series.steps[k] !== null),
    monthsCompared: raw.comparison?.months ?? raw.months_shown,
    setting: (section, name) => raw.settings.rows.find((row) => row[0] === section && row[1] === name),
    // "4 Supervision" is "Supervision" in a sentence, and so in "1 News + 4 Supervision".
    title: (variant) => {
      const levers = raw.designed?.kind === "factorial" ? raw.designed.levers.map(([, title]) => title).filter((title) => numbered.test(title)) : [];
      return levers.reduce((title, lever) => title.replace(lever, () => lever.replace(numbered, "")), raw.variants[variant].title).replace(numbered, "");
    },
    heading: raw.title || raw.name,
    isLone: raw.variants.length === 1,
  };
}
