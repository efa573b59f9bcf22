// What the change makes of an outcome, in words.
import { h } from "../shared/dom.js";
import { f, unitHere, words } from "./words.js";

// Of points some of which lie in other wards than what they are held against.
export const apartOf = ({ points }) => (points.some((p) => p.difference.paired === false) ? `; ${words.otherWards}` : "");

// What the change makes of an outcome at a month: words, and whether it can be told from zero.
export function effectAt(all, info, month) {
  const { mean, low, high } = all.difference;
  const unit = unitHere(info.unit), d = mean[month];
  const before = f.mean(all.baseline.mean[month], info.unit), after = f.mean(all.changed.mean[month], info.unit);
  if (d === null) return { before, after, text: words.noFigure, told: false, good: null };
  if (low[month] === null) return { before, after, text: `${f.difference(d, info.unit)} ${unit.differenceName}, ${words.ofOneWorld}`, told: false, good: null };
  const told = low[month] > 0 || high[month] < 0;
  const interval = f.interval(low[month], high[month], info.unit);
  const same = d === 0 && low[month] === 0 && high[month] === 0, apart = all.difference.paired === false ? `; ${words.otherWards}` : "";
  return {
    before, after, told, good: told ? (d > 0) === info.higher_is_better : null,
    difference: same ? words.same : told ? `${f.difference(d, info.unit)} ${unit.differenceName}` : "≈ 0", interval: same ? "" : interval,
    text: same ? words.sameInAll : `${told ? `${f.difference(d, info.unit)} ${unit.differenceName}` : `≈ 0 ${unit.differenceName}`} ${interval}${apart}`,
  };
}

export const effectText = (effect) => h("span", { class: `difference ${effect.told ? (effect.good ? "good" : "bad") : "zero"}` }, effect.text);
