// [estimate, low, high] as the program writes them for designs.
import { h } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";

export const told = ([, low, high]) => low !== null && (low > 0 || high < 0);
export const interval = ({ f }, [, low, high], info) => (low === null ? f.words.none : f.interval(low, high, info.unit));

// A difference in a sentence: "+18.2 points [+14.1, +22.3]".
export function named({ f }, effect, info) {
  const unit = unitOf(info.unit, f.lang);
  return [h("b", {}, `${f.difference(effect[0], info.unit)} ${unit.differenceName}`),
    effect[1] !== null && [" ", h("span", { class: "interval" }, f.interval(effect[1], effect[2], info.unit))]];
}

// The same of what can't be told from zero: nothing of it stands out.
export function plainly({ f }, effect, info) {
  return [`${f.difference(effect[0], info.unit)} ${unitOf(info.unit, f.lang).differenceName}`,
    effect[1] !== null && [" ", h("span", { class: "interval" }, f.interval(effect[1], effect[2], info.unit))]];
}

// "[90.2, 94.0]", of means.
export function bounds(f, [, low, high], info, digits = 1) {
  const { scale } = unitOf(info.unit, f.lang);
  return low === null ? f.words.none : f.between(f.number(low * scale, digits), f.number(high * scale, digits));
}

// A mean in a sentence: "92.1 % [90.2, 94.0]".
export function valued({ words, f }, mean, info) {
  return [h("b", {}, f.mean(mean[0], info.unit), words.unitBehind(info.unit)),
    mean[1] !== null && [" ", h("span", { class: "interval" }, bounds(f, mean, info))]];
}
