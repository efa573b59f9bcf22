// Outcomes that miss hard facts: marked wherever they are named, and what the mark means.
import { h } from "../shared/dom.js";

const mark = "\u00a0‡", marked = new Set();

// Before anything is named.
export function markStamped(model) {
  marked.clear();
  for (const stamp of model.stamps?.outcomes ?? []) marked.add(model.outcomes[stamp.outcome].name);
}
export const stampOf = (name) => (marked.has(name) ? mark : "");

const line = ({ model, words, f }, { outcome, hard, missed }) => {
  const said = (share) => (x) => (share ? `${f.number(100 * x)} %` : f.number(x, Math.abs(x) < 10 ? 2 : 1));
  const band = ({ low, high, share }) => (high === null ? words.atLeast(said(share)(low)) : low === null ? words.atMost(said(share)(high))
    : words.fromToRange(said(share)(low), said(share)(high), ""));
  return [h("b", {}, words.outcomeName(model.outcomes[outcome].name, true)), " ", words.misses(missed.length, hard),
    missed.map((one, i) => `${i ? "; " : ""}${one.fact} (${one.statement}: ${words.against(said(one.share)(one.value), band(one))})`),
    ". ", words.dontRely];
};

// Of one outcome; null where it misses none.
export function stampNote(page, outcome) {
  const stamp = page.model.stamps?.outcomes.find((one) => one.outcome === outcome);
  return stamp ? h("p", { class: "stamp" }, line(page, stamp)) : null;
}

// Of all of them, and what was measured.
export function allStamps(page) {
  const { model, words } = page, stamps = model.stamps;
  if (!stamps?.outcomes.length) return null;
  return h("div", { class: "stamps" }, h("h3", {}, words.stampsTitle),
    h("ul", {}, stamps.outcomes.map((stamp) => h("li", {}, line(page, stamp)))),
    !stamps.same_settings && h("p", { class: "note" }, words.otherSettings));
}
