// What the reader has chosen, in common for all sections: { outcome, month, variant, against }; the last is what others are held against.
import { choice, h } from "../shared/dom.js";
import { removeLostCharts } from "../shared/charts.js";

// `onset(now, changes)` is told of each choice.
export function choicesOf(start, onset = () => {}) {
  const now = { against: 0, ...start }, parts = [];
  return {
    now,
    set(changes) {
      Object.assign(now, changes);
      for (const part of parts)
        if (part.keys.some((key) => key in changes)) part.draw();
      removeLostCharts();
      onset(now, changes);
    },
    // An element that is built anew whenever one of `keys` changes.
    live(keys, build, tag = "div", attributes = {}) {
      const element = h(tag, attributes);
      const draw = () => element.replaceChildren(...[build()].flat(Infinity).filter(Boolean));
      parts.push({ keys, draw });
      draw();
      return element;
    },
  };
}

export function outcomeChoice({ model, words, choices }, outcomes = model.recorded) {
  return choices.live(["outcome"], () => choice(words.outcome,
    outcomes.map((k) => ({ value: k, text: words.outcomeName(model.outcomes[k].name, true) })), choices.now.outcome,
    (value) => choices.set({ outcome: Number(value) })), "span");
}

export function monthChoice({ model, words, choices }, months = model.monthsCompared) {
  return choices.live(["month"], () => choice(words.month,
    months.map((month) => ({ value: month, text: String(month) })), choices.now.month,
    (value) => choices.set({ month: Number(value) })), "span");
}

// Which package the others are held against; nothing where there are no two to choose from.
export function againstChoice({ model, words, choices }) {
  if (!(model.comparison?.pairs?.length > 0)) return null;
  return choices.live(["against"], () => choice(words.against_,
    model.variants.map((_, i) => ({ value: i, text: model.title(i) })), choices.now.against,
    (value) => choices.set({ against: Number(value) })), "span");
}

export function variantChoice({ model, words, choices }) {
  return choices.live(["variant"], () => choice(words.package,
    model.variants.map((variant, i) => ({ value: i, text: variant.title })), choices.now.variant,
    (value) => choices.set({ variant: Number(value) })), "span");
}
