// What a budget buys: the best package or mix of two on the frontier of costs and effects, and how sure that is over cases.

// options: [{ option, effect, cost }], effects in the good direction; the frontier, the cheapest first, as sim/designs/frontier.hpp has it.
export function frontierOf(options) {
  const order = options.filter(({ effect, cost }) => Number.isFinite(effect) && Number.isFinite(cost))
    .sort((a, b) => a.cost - b.cost || b.effect - a.effect), hull = [];
  const ratio = (a, b) => (b.cost - a.cost) / (b.effect - a.effect);
  for (const one of order) {
    if (hull.length && one.effect <= hull.at(-1).effect) continue;
    while (hull.length > 1 && ratio(hull.at(-1), one) <= ratio(hull.at(-2), hull.at(-1))) hull.pop();
    hull.push(one);
  }
  return hull;
}

// { parts: [{ option, share }], the dearer one last; effect, cost }: of many wards a share gets one, the others the other. null where
// nothing can be had for so little.
export function mixFor(options, budget) {
  const hull = frontierOf(options), above = hull.findIndex(({ cost }) => cost > budget), low = hull.at(above < 0 ? -1 : above - 1);
  if (!hull.length || above === 0) return null;
  const whole = { parts: [{ option: low.option, share: 1 }], effect: low.effect, cost: low.cost };
  if (above < 0 || low.cost === budget) return whole;
  const high = hull[above], share = (budget - low.cost) / (high.cost - low.cost), mean = (key) => (1 - share) * low[key] + share * high[key];
  return { parts: [{ option: low.option, share: 1 - share }, { option: high.option, share }], effect: mean("effect"), cost: mean("cost") };
}

// The best of them that one ward can have for so much by itself.
export const aloneFor = (options, budget) => options.filter(({ effect, cost }) => Number.isFinite(effect) && cost <= budget)
  .sort((a, b) => b.effect - a.effect || a.cost - b.cost)[0];

// Between the (n + 1) (1 - share) / 2 th case from either end, as sim/base/nested.hpp has it.
export function rangeOf(values, share) {
  const sorted = [...values].sort((a, b) => a - b), n = sorted.length;
  if (n < 2) return { low: null, high: null };
  const at = (p) => {
    const place = Math.min(Math.max((n + 1) * p, 1), n), below = Math.floor(place);
    return sorted[below - 1] + (place - below) * ((sorted[below] ?? sorted[below - 1]) - sorted[below - 1]);
  };
  return { low: at((1 - share) / 2), high: at((1 + share) / 2) };
}

// `cases`: { options, effects, costs }, the last two by option, one entry a case. What the same mix does and costs in them, and in which
// share of them which option would be the main one, the dearest that the budget reaches.
export function overCases(cases, mix, budget, share) {
  const n = cases.effects[0]?.length ?? 0, place = new Map(cases.options.map((option, i) => [option, i])), effects = [], costs = [];
  const led = new Map();
  for (let k = 0; k < n; ++k) {
    const sum = (of) => mix.parts.reduce((all, part) => all + part.share * of[place.get(part.option)][k], 0);
    effects.push(sum(cases.effects)), costs.push(sum(cases.costs));
    const best = mixFor(cases.options.map((option, i) => ({ option, effect: cases.effects[i][k], cost: cases.costs[i][k] })), budget);
    const main = best ? best.parts.at(-1).option : null;
    led.set(main, (led.get(main) ?? 0) + 1 / n);
  }
  const main = mix.parts.at(-1).option;
  const rivals = [...led].filter(([option]) => option !== main).map(([option, part]) => ({ option, share: part })).sort((a, b) => b.share - a.share);
  return { effect: rangeOf(effects, share), cost: rangeOf(costs, share), best: led.get(main) ?? 0, rivals, cases: n };
}

// What someone typed, in million rupiah, with the decimal sign of the language; null where it is no amount.
export function amountOf(text, lang) {
  const plain = text.trim().replace(/\s/g, "");
  // Thousands are parted in threes, or not at all: "37.5" in Indonesian is no amount.
  const isAmount = lang === "id" ? /^(\d{1,3}(\.\d{3})+|\d+)(,\d+)?$/ : /^(\d{1,3}(,\d{3})+|\d+)(\.\d+)?$/;
  if (!isAmount.test(plain)) return null;
  return Number(lang === "id" ? plain.replaceAll(".", "").replace(",", ".") : plain.replaceAll(",", ""));
}

// Half of what the dearest costs, in round numbers.
export function roundHalf(most) {
  if (!(most > 0)) return 100;
  const half = most / 2, power = 10 ** Math.floor(Math.log10(half));
  return [1, 2, 5, 10].map((step) => step * power).reduce((a, b) => (Math.abs(b - half) < Math.abs(a - half) ? b : a));
}
