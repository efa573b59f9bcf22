// What came of it: each variant in both results, the difference with its interval, and the curves behind.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { choice, h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { scaleOf } from "../shared/plots.js";
import { monthAxis } from "../report/series.js";

const digitsOf = (f, rows, scale) => f.digitsFor(Math.max(...rows.flatMap((r) => [r.a, r.b]).map((x) => Math.abs(x ?? 0) * scale)));

// A difference with its brackets; nothing bold and no colour where the sign isn't sure.
function differenceCell(page, row, digits) {
  const { f, words, info } = page, { unit } = info;
  if (row.same) return h("span", {}, words.same);
  if (row.low === null) return f.difference(row.difference, unit, digits);
  return [row.told ? f.difference(row.difference, unit, digits) : f.words.zero, " ",
    h("span", { class: "interval" }, f.interval(row.low, row.high, unit, digits))];
}

const toneOf = (info, row) => !row.told ? "unsure" : (row.difference > 0) === info.higher_is_better ? "better" : "worse";

// One row a variant: in A, in B, and B less A. `of`: model.row or model.gain.
export function bothTable(page, of, caption, gains = false) {
  const { model, words, f, choices, info } = page, { outcome, month } = choices.now, { scale, name } = unitOf(info.unit, f.lang);
  const rows = model.variants.map((_, v) => of(v, outcome, month)).filter(Boolean);
  if (!rows.length) return h("p", { class: "note" }, words.noFigure);
  const digits = digitsOf(f, rows, scale), show = gains ? f.difference : f.mean;
  const element = table([words.package, words.inA, words.inB, words.bLessA], rows.map((row) => [
    model.variants[row.variant].title, show(row.a, info.unit, digits), show(row.b, info.unit, digits), differenceCell(page, row, digits)]),
  { caption: `${caption} (${gains ? unitOf(info.unit, f.lang).differenceName : name})` });
  element.querySelectorAll("tbody tr").forEach((tr, i) => tr.lastElementChild.classList.add(toneOf(info, rows[i])));
  return element;
}

// The first variant in a sentence.
export function finding(page) {
  const { model, words, f, choices, info } = page, row = model.row(0, choices.now.outcome, choices.now.month);
  if (!row) return h("p", { class: "finding" }, words.noFigure);
  const digits = digitsOf(f, [row], unitOf(info.unit, f.lang).scale);
  return h("p", { class: "finding" }, words.finding({ variant: model.variants[0].title, name: words.outcomeName(info.name), month: choices.now.month,
    a: f.mean(row.a, info.unit, digits), b: f.mean(row.b, info.unit, digits), row,
    amount: h("b", {}, words.amount(f, Math.abs(row.difference), info.unit)),
    interval: row.low === null ? "" : h("span", { class: "interval" }, f.interval(row.low, row.high, info.unit, digits)) }));
}

export function pairing({ model, words }) {
  const kinds = new Map();
  for (const { title, why, worlds } of model.variants) {
    const text = words.why(why, worlds);
    kinds.set(text, [...(kinds.get(text) ?? []), title]);
  }
  return h("p", { class: "note" }, [...kinds].map(([text, titles]) => `${kinds.size > 1 ? `${titles.join(", ")}: ` : ""}${text} `),
    words.brackets(model.over_parameters));
}

export function curves(page) {
  const { model, words, f, choices, info } = page, { outcome, variant } = choices.now, { scale, name } = unitOf(info.unit, f.lang);
  const scaled = (values) => values.map((x) => (x === null ? null : x * scale));
  const [a, b] = ["a", "b"].map((side) => model.variants[variant][side][outcome].map(scaled));
  const span = scaleOf([...a, ...b].flat(), { zero: false, count: 4 });
  const label = words.curvesLabel(words.outcomeName(info.name), model.variants[variant].title);
  const text = (side, i) => `${f.number(side[0][i])} ${f.between(f.number(side[1][i]), f.number(side[2][i]))}`;
  return h("figure", {}, h("figcaption", { class: "note" }, `${words.outcomeName(info.name, true)}, ${name}: `,
    h("span", {}, "A ", words.dashed, ", B ", words.solid)),
  chart({ label, height: 340, option: (t, width) => ({
    grid: { left: 8, right: 14, top: 12, bottom: 40, containLabel: true },
    xAxis: monthAxis(t, words, model.lastMonth, width),
    yAxis: axis(t, { type: "value", min: info.unit === "share" ? Math.max(0, span.low) : span.low,
      max: info.unit === "share" ? Math.min(100, span.high) : span.high,
      axisLabel: { formatter: (x) => `${f.number(x, span.step < 1 ? 2 : 0)}${info.unit === "share" ? f.words.percent : ""}` } }),
    tooltip: tooltip(t, (at) => {
      const i = model.months.indexOf(at[0].value[0]);
      return [`${words.month} ${model.months[i]}`, `A: ${text(a, i)}`, `B: ${text(b, i)}`];
    }, { trigger: "axis", axisPointer: { lineStyle: { color: t.muted } } }),
    series: [band(t, model.months, a[1], a[2], t.baseline, 0.18), band(t, model.months, b[1], b[2], t.accent, 0.16),
      line(t, model.months, a[0], t.baseline, { dash: [5, 3] }), line(t, model.months, b[0], t.accent)],
  }) }).element);
}

// What the reader chooses, as lists.
export function choose({ model, words, choices }) {
  const list = (label, options, key) => choice(label, options, choices.now[key], (value) => choices.set({ [key]: Number(value) }));
  return {
    outcome: () => list(words.outcome, model.outcomes.map(({ name }, value) => ({ value, text: words.outcomeName(name, true) })), "outcome"),
    month: () => list(words.month, model.months_shown.map((value) => ({ value, text: String(value) })), "month"),
    variant: () => list(words.package, model.variants.map(({ title }, value) => ({ value, text: title })), "variant"),
  };
}
