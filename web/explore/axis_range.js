// How far the axis of an outcome reaches, in round steps.
import { hasBand } from "./sides.js";
import { f } from "./words.js";

export const tick = (value) => (Math.round(value * 1000) / 1000).toLocaleString(f.locale);

// A few of it reach the next round number.
function stepTo(x) {
  if (!(x > 0)) return 0.5;
  const unit = 10 ** Math.floor(Math.log10(x));
  const [top, parts] = [[1, 4], [1.2, 4], [1.5, 3], [2, 4], [2.5, 5], [3, 3], [4, 4], [5, 5], [6, 3], [8, 4], [10, 5]].find(([n]) => n * unit >= x * 0.999);
  return (top * unit) / parts;
}

// From 0 to a round number above all curves: it moves seldom, so that the curves are seen to move.
export function extent(lines, unit) {
  const reach = (kind) => lines.flatMap(({ side, curve }) => [...(hasBand(side) ? curve[kind] : []), ...curve.mean])
    .filter(Number.isFinite).map((x) => x * unit.scale);
  const top = Math.max(0, ...reach("high")), bottom = Math.min(0, ...reach("low"));
  if (unit.name === "%" && top > 50 && top <= 100 && bottom === 0) return { min: 0, max: 100, interval: 25 };
  const step = stepTo(Math.max(top, -bottom));
  return { min: bottom < 0 ? -Math.ceil(-bottom / step) * step : 0, max: Math.max(step, Math.ceil(top / step) * step), interval: step };
}
