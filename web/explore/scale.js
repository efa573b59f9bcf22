// Where a slider stands for a value: evenly, or, where the default lies in the lowest tenth of a range, by a power that
// brings it to a third of the way, so that the whole declared range stays within reach.

export const positions = 1000;

const digits = (x, n) => Number(x.toPrecision(n));

// { low, high, toValue(position), toPosition(value), step } of a declared parameter; `values`: those that must be reachable.
export function scaleOf(parameter, values = []) {
  const given = Number(parameter.default) || 0;
  const finite = values.filter(Number.isFinite);
  const low = Math.min(parameter.low ?? Math.min(0, given * 4), ...finite);
  const high = Math.max(parameter.high ?? Math.max(1, given * 4), ...finite);
  const whole = parameter.kind === "whole";
  const span = high - low || 1;
  const share = (given - low) / span;
  const power = share > 0 && share < 0.1 && !(whole && span <= 60) ? Math.log(share) / Math.log(1 / 3) : 1;
  const rounded = (x) => {
    const clean = whole ? Math.round(x) : digits(x, power > 1 ? 2 : 3);
    return Math.min(high, Math.max(low, clean));
  };
  return {
    low, high, power,
    step: whole && power === 1 ? positions / span : positions / 100,
    toValue: (position) => rounded(low + span * (position / positions) ** power),
    toPosition: (value) => positions * Math.min(1, Math.max(0, (value - low) / span)) ** (1 / power),
  };
}

// Evenly spaced values for a sweep: over the declared range, or, where the default lies close to its low end, near the default.
export function steps(parameter, count, from = null, to = null) {
  if (parameter.kind === "flag") return [false, true];
  if (parameter.kind === "choice") return parameter.choices;
  const scale = scaleOf(parameter), given = Number(parameter.default) || 0;
  const low = from ?? scale.low, far = (given - scale.low) / (scale.high - scale.low || 1);
  const high = to ?? (far > 0 && far < 0.03 ? digits(scale.low + 5 * (given - scale.low), 2) : scale.high);
  const all = Array.from({ length: count }, (_, i) => {
    const value = low + ((high - low) * i) / (count - 1);
    return parameter.kind === "whole" ? Math.round(value) : digits(value, 4);
  });
  return [...new Set(all)];
}
