// What to measure next: which unknown is worth knowing before a package is chosen, at which price, and what asking people would tell.
import { axis, chart, labelColumn, tooltip } from "../shared/charts.js";
import { breakable, h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { dashes } from "../shared/theme.js";

const curveHeight = 320;
const drawnParameters = 3;  // beside everything together, over prices

export function learn(page) {
  const { model, words, f } = page, { learn: all } = model;
  if (!all) return null;
  const info = model.outcomes[model.indexOf(all.outcome)], unit = unitOf(info.unit, f.lang);
  const price = `${f.price(all.price_kRp, info.unit)}\u00a0${unit.priceUnit}`;
  const stretches = all.parameters.filter((one) => one.can_be_told_from_chance && one.stretches?.length > 1);
  return h("section", { id: "learn" },
    h("h2", {}, words.learnTitle),
    h("p", { class: "lead" }, words.learnLead(info.name, all.month, price, unit.perUnit, all.price_was_given)),
    h("p", { class: "finding" }, finding(page, all)),
    h("p", {}, words.learnEverything(f.money(all.all.value_kRp), f.money(all.all.standard_error_kRp),
      percent(f, all.all.changes_choice), h("b", {}, titleOf(model, all.best)))),
    unknowns(page, all),
    stretches.length > 0 && h("ul", {}, stretches.map((one) => h("li", {}, h("code", {}, breakable(one.name)), ": ",
      words.learnStretches(one.stretches.map(({ variant, to }) => ({ name: titleOf(model, variant), to: figure(f, to) })))))),
    h("p", { class: "note" }, words.learnNote, all.all.bias_kRp > 0 && [" ", words.learnBias(f.money(all.all.bias_kRp))],
      all.draws < 100 && [" ", words.learnFew(all.draws)]),
    h("h3", {}, words.learnPricesTitle), h("p", { class: "lead" }, words.learnPricesLead(unit.perUnit)),
    h("figure", {}, chart({ label: words.learnPricesTitle, height: curveHeight,
      option: (t, ...size) => overPrices(page, all, unit, t, ...size) }).element),
    h("details", {}, h("summary", {}, words.seeTable), pricesTable(page, all, info, unit)),
    all.surveys.length > 0 && surveys(page, all));
}

const titleOf = (model, name) => {
  const v = model.variants.findIndex((variant) => variant.name === name);
  return v < 0 ? name : model.title(v);
};
const percent = (f, share) => `${f.number(100 * share, 0)}${f.words.percent}`;
const figure = (f, x) => f.number(x, Math.abs(x) >= 100 ? 0 : Math.abs(x) >= 1 ? 2 : 3);
const millions = (f, kRp) => f.number(kRp / 1e3, Math.abs(kRp) >= 1e4 ? 1 : 2);

// The parameter that is worth the most, where chance alone wouldn't show as much.
function finding({ model, words, f }, all) {
  const first = all.parameters.find((one) => one.can_be_told_from_chance);
  if (!first) return words.learnNothing;
  const [to] = Object.entries(first.best).filter(([name]) => name !== all.best).sort((a, b) => b[1] - a[1]);
  return words.learnFirst(h("code", {}, breakable(first.name)), f.money(first.value_kRp), percent(f, first.changes_choice),
    to && h("b", {}, titleOf(model, to[0])));
}

function unknowns({ model, words, f }, all) {
  const rows = [...all.parameters.map((one) => ({ one, name: breakable(one.name) })),
    ...all.groups.map((one) => ({ one, name: words.learnGroup(one.parameters.length, one.name) })),
    { one: all.all, name: words.learnAll }];
  const scale = scaleOf(rows.flatMap(({ one }) => [one.value_kRp / 1e3, (one.value_kRp + one.standard_error_kRp) / 1e3]));
  const others = (one) => Object.entries(one.best).filter(([name]) => name !== all.best).sort((a, b) => b[1] - a[1]).slice(0, 3)
    .map(([name, share]) => `${titleOf(model, name)} ${percent(f, share)}`).join(", ");
  return h("div", { class: "ledger learnt unknowns" }, h("table", {}, h("caption", {}, words.learnCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, words.learnUnknown),
      h("th", { scope: "col", class: "plot-cell" }, h("span", { class: "out-of-sight" }, words.learnWorth),
        ticksOf(scale, (x) => f.number(x, scale.step < 1 ? 1 : 0))),
      h("th", { scope: "col", class: "figure" }, words.learnWorth), h("th", { scope: "col", class: "figure" }, words.learnChanges),
      h("th", { scope: "col" }, words.learnTo))),
    h("tbody", {}, rows.map(({ one, name }) => {
      const told = one.can_be_told_from_chance, value = one.value_kRp / 1e3, error = one.standard_error_kRp / 1e3;
      return h("tr", { class: told ? "weight" : "about-zero" }, h("th", { scope: "row" }, name),
        h("td", { class: "plot-cell" }, plotOf(scale, [{ x: value, low: Math.max(0, value - error), high: value + error,
          shape: told ? "dot" : "ring", className: told ? "weight" : "about-zero" }], "", 26)),
        h("td", { class: "figure" }, `${millions(f, one.value_kRp)} ±\u00a0${millions(f, one.standard_error_kRp)}`),
        h("td", { class: "figure" }, told ? percent(f, one.changes_choice) : f.words.none),
        h("td", {}, told ? others(one) : words.learnChance));
    }))));
}

// Everything together, and the parameters worth the most, by what one more unit is worth.
function overPrices({ words, f }, all, unit, t, width, height) {
  const told = all.parameters.filter((one) => Math.max(...one.by_price_kRp) > 0).slice(0, drawnParameters);
  const drawn = [{ ...all.all, name: words.learnAll }, ...told];
  const room = Math.min(170, width * 0.34), top = 24, bottom = 46;
  const at = all.prices_kRp.map((kRp) => kRp * unit.priceScale), last = at.length - 1;
  const span = scaleOf(drawn.flatMap((one) => one.by_price_kRp.map((kRp) => kRp / 1e3)));
  const colour = (i) => (i === 0 ? t.ink : t.series[(i - 1) % t.series.length]);
  return {
    grid: { left: 52, right: room, top, bottom },
    xAxis: axis(t, { type: "value", min: 0, max: at[last], name: words.willingness(unit), nameLocation: "middle", nameGap: 28, grid: false,
      axisLabel: { formatter: (x) => f.number(x, at[last] < 5 ? 1 : 0), showMaxLabel: false, hideOverlap: true },
      axisLine: { show: true, lineStyle: { color: t.line } } }),
    yAxis: axis(t, { type: "value", name: words.learnWorth, nameLocation: "end", nameGap: 8, nameTextStyle: { align: "left" },
      min: 0, max: span.high, interval: span.step, axisLabel: { formatter: (x) => f.number(x, span.step < 1 ? 1 : 0) } }),
    tooltip: tooltip(t, (points) => [`${f.number(points[0].value[0], 2)} ${unit.priceUnit}`,
      ...points.map((p) => `${p.seriesName}: ${f.number(p.value[1], 2)}`)], { trigger: "axis" }),
    series: drawn.map((one, i) => ({ type: "line", name: one.name, symbolSize: 5, silent: true,
      data: one.by_price_kRp.map((kRp, p) => [at[p], kRp / 1e3]),
      lineStyle: { color: colour(i), width: 2.2, type: dashes[i % dashes.length] }, itemStyle: { color: colour(i) } }))
      .concat(labelColumn(t, drawn.map((one, i) => ({ x: at[last], y: one.by_price_kRp[last] / 1e3, text: one.name,
        colour: colour(i), textColour: colour(i) })), { width, height, top, bottom, room, low: 0, high: span.high }, 0)),
  };
}

function pricesTable({ model, words, f }, all, info, unit) {
  const shown = all.parameters.slice(0, drawnParameters);
  return table([words.willingness(unit), words.learnBest, words.learnAll, ...shown.map((one) => one.name)],
    all.prices_kRp.map((kRp, p) => [f.price(kRp, info.unit), titleOf(model, all.best_at_price[p]), millions(f, all.all.by_price_kRp[p]),
      ...shown.map((one) => millions(f, one.by_price_kRp[p]))]), { numeric: 2, caption: words.learnWorth });
}

function surveys({ model, words, f }, all) {
  const infoOf = (asked) => model.outcomes[model.indexOf(asked.outcome)];
  const first = all.surveys[0], at = first.people.indexOf(all.people);
  return [h("h3", {}, words.learnSurveysTitle),
    h("p", {}, words.learnSurvey(f.number(all.people, 0), all.wards, infoOf(first).name, first.month, f.money(first.value_kRp[at]),
      f.money(first.limit_kRp))),
    table([words.learnAsked, words.learnForeseen, ...first.people.map((n) => words.learnPeople(f.number(n, 0))), words.learnCertain],
      all.surveys.map((asked) => [`${words.outcomeName(infoOf(asked).name, true)}, ${words.month.toLowerCase()} ${asked.month}`,
        f.range(asked.expected[0], asked.expected[1], infoOf(asked).unit), ...asked.value_kRp.map((kRp) => millions(f, kRp)),
        millions(f, asked.limit_kRp)]), { caption: words.learnSurveysCaption }),
    h("p", { class: "note" }, words.learnSurveysNote(all.wards))];
}
