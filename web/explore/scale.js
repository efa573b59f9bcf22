// Where a slider stands for a value: evenly, or, where the default lies in the lowest tenth of a range, by a power that
// brings it to a third of the way, so that the whole declared range stays within reach. It goes from one round number to the next.

export const positions = 1000;

const digits = (x, n) => Number(x.toPrecision(n));

// The next of ... 0.1, 0.2, 0.5, 1, 2, 5 ... from `x` up.
function roundStep(x) {
  const unit = 10 ** Math.floor(Math.log10(x));
  return digits([1, 2, 5, 10].find((n) => n * unit >= x * 0.999) * unit, 1);
}

// { low, high, toValue(position), toPosition(value), next(value, ways) } of a declared parameter; `values`: those that must be reachable,
// as the default is.
export function scaleOf(parameter, values = []) {
  const given = Number(parameter.default) || 0;
  const finite = values.filter(Number.isFinite);
  const low = Math.min(parameter.low ?? Math.min(0, given * 4), ...finite);
  const high = Math.max(parameter.high ?? Math.max(1, given * 4), ...finite);
  const whole = parameter.kind === "whole";
  const span = high - low || 1;
  const share = (given - low) / span;
  const power = share > 0 && share < 0.1 && !(whole && span <= 60) ? Math.log(share) / Math.log(1 / 3) : 1;
  const within = (x) => Math.min(high, Math.max(low, x));
  const valueAt = (position) => low + span * (position / positions) ** power;
  const toPosition = (value) => positions * Math.min(1, Math.max(0, (value - low) / span)) ** (1 / power);
  // A hundredth of the way, where the slider is.
  const stepAt = (position) => {
    const from = Math.min(positions * 0.99, Math.max(0, position - positions / 200));
    return Math.max(whole ? 1 : 0, roundStep(valueAt(from + positions / 100) - valueAt(from)));
  };
  const held = [...new Set([given, ...finite])].filter((x) => x >= low && x <= high);
  function toValue(position) {
    const x = valueAt(position), step = stepAt(position);
    const round = within(digits(Math.round(x / step) * step, 12));
    const near = held.find((value) => Math.abs(value - x) < step / 2 && Math.abs(value - x) <= Math.abs(round - x));
    return near ?? round;
  }
  // So many steps on, up or down; what must be reachable isn't stepped over.
  function next(value, ways) {
    const way = Math.sign(ways), step = stepAt(toPosition(value));
    const on = digits((way > 0 ? Math.floor(value / step + 1e-9) : Math.ceil(value / step - 1e-9)) * step + ways * step, 12);
    const between = held.filter((x) => way * (x - value) > 0 && way * (on - x) > 0);
    return within(between.length && Math.abs(ways) === 1 ? Math[way > 0 ? "min" : "max"](...between) : on);
  }
  return { low, high, power, toValue, toPosition, next };
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
