// What a sensitivity analysis gives each parameter, and in which unit.
import { unitOf } from "../shared/format.js";

export const isMorris = ({ model }) => model.designed.kind === "morris";
export const key = ({ model }, p) => model.designed.parameters[p];
export const infoOf = ({ model }, one) => model.outcomes[one.outcome];

// What a weight is shown in: points and the like for Morris, per cent of the variance for Sobol.
export function measure(page, one) {
  const { f } = page, w = page.words.designs, info = infoOf(page, one), unit = unitOf(info.unit, f.lang);
  const scale = isMorris(page) ? unit.scale : 100;
  const largest = Math.max(...one.parameters.map((p) => Math.abs((isMorris(page) ? p.size : p.total)[0] ?? 0))) * scale;
  const digits = isMorris(page) ? f.digitsFor(largest) : 0;
  return { scale, digits, name: isMorris(page) ? unit.differenceName : w.ofVariance, of: (x) => (x === null ? null : x * scale),
    number: (x) => f.number(x === null ? null : x * scale, digits).replace(/^\u22120$/, "0"),
    interval: ([, low, high]) => (low === null ? f.words.none : f.between(f.number(low * scale, digits), f.number(high * scale, digits))) };
}
