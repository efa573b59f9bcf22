// 3. Outcomes over the months: the baseline beside each variant, with events and what is known of the real programme.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { scaleOf } from "../shared/plots.js";
import { faded } from "../shared/theme.js";
import { outcomeChoice } from "./choices.js";
import { stampNote } from "./stamps.js";

export function series(page) {
  const { model, words, choices } = page;
  return h("section", { id: "series" },
    h("h2", {}, words.seriesTitle), h("p", { class: "lead" }, words.seriesLead(model)),
    model.variants.length < model.all_variants && h("p", { class: "note" }, words.pointsNote(model.variants.length, model.all_variants)),
    h("p", { class: "choices" }, outcomeChoice(page)),
    choices.live(["outcome"], () => panels(page)));
}

// Ticks that fall on years.
export function monthAxis(t, words, last, width) {
  const years = Math.max(1, Math.ceil(last / 12 / Math.max(3, Math.floor(width / 70))));
  return axis(t, { type: "value", min: 0, max: last, interval: last < 24 ? 6 : 12 * years, name: words.monthAxis, nameLocation: "middle",
    nameGap: 26, grid: false,
    axisLine: { show: true, lineStyle: { color: t.line } } });
}

function panels(page) {
  const { model, words, f, choices } = page, { outcome } = choices.now, info = model.outcomes[outcome];
  const unit = unitOf(info.unit, f.lang), has = (v) => model.fan(v, outcome);
  const drawn = model.variants.map((_, v) => v).filter(has);
  const facts = model.has_baseline || model.isLone ? model.facts.filter((fact) => fact.outcome === outcome) : [];
  const ends = [...model.variants.keys()].filter(has).flatMap((v) => [...has(v).q05, ...has(v).q95]).concat(facts.flatMap((x) => [x.low, x.high]))
    .filter((x) => x !== null && Number.isFinite(x)).map((x) => x * unit.scale);
  if (!ends.length) return h("p", {}, words.nothingRecorded(info.name));
  const span = scaleOf(ends, { zero: Math.min(...ends) >= 0 && Math.min(...ends) < 0.5 * Math.max(...ends), count: 4 });
  const exit = Number(model.setting("programme", "exit")?.[2]);
  const events = drawn.flatMap((v) => model.settings.events[v].map((event) => `${model.title(v)}. ${words.eventAt(event.month, event.set)}`));
  return [
    h("p", { class: "note" }, h("b", {}, words.outcomeName(info.name, true), unit.name && `, ${unit.name}`), ". ", words.definition(info)),
    stampNote(page, outcome),
    h("div", { class: `panels ${drawn.length === 1 ? "one" : ""}` }, drawn.map((v) => h("figure", {},
      h("figcaption", {}, model.variants[v].title),
      chart({ label: words.seriesLabel(info.name, model.title(v)), height: drawn.length === 1 ? 380 : 230,
        key: (t) => (model.has_baseline && v > 0 ? [{ text: model.variants[v].title, colour: t.accent },
          { text: model.variants[0].title, colour: t.baseline, dash: [5, 3] }] : []),
        option: (t, width) => fanOption({ t, width, page, v, outcome, span, exit, facts: facts.filter((fact) => fact.variant === v) }) }).element))),
    facts.length > 0 && h("div", { class: "note" }, words.factsLead,
      h("ul", {}, facts.map((fact) => h("li", {}, fact.variant > 0 && `${model.title(fact.variant)}. `, words.factLine(fact), ". ",
        h("span", { class: fact.missed ? "missed" : "met" }, words.factHere(f.mean(fact.value, info.unit), fact.missed)))))),
    events.length > 0 && h("ul", { class: "note" }, events.map((text) => h("li", {}, text))),
    h("details", {}, h("summary", {}, words.seeTable), seriesTable(page, [...model.variants.keys()].filter(has))),
  ];
}

// A fan: two bands and the mean.
export function fan(t, months, curves, colour, more = {}) {
  return [band(t, months, curves.q05, curves.q95, colour, 0.15), band(t, months, curves.q25, curves.q75, colour, 0.24),
    line(t, months, curves.mean, colour, more)];
}

export const scaledFan = (curves, scale) =>
  Object.fromEntries(Object.entries(curves).map(([key, values]) => [key, values.map((x) => (x === null ? null : x * scale))]));

function fanOption({ t, width, page, v, outcome, span, exit, facts }) {
  const { model, words, f } = page, info = model.outcomes[outcome], { scale } = unitOf(info.unit, f.lang);
  const months = model.months, last = model.last_month, own = scaledFan(model.fan(v, outcome), scale);
  const base = model.has_baseline && v > 0 && model.fan(0, outcome) ? scaledFan(model.fan(0, outcome), scale) : null;
  const marks = [...(exit > 0 && exit < last ? [{ month: exit, text: words.programmeEnds }] : []),
    ...model.settings.events[v].map((event) => ({ month: event.month, text: words.event }))];
  const edge = { dash: [2, 3], width: 1 };
  const lines = [...(base
    ? [line(t, months, base.q05, t.baseline, edge), line(t, months, base.q95, t.baseline, edge),
      line(t, months, base.mean, t.baseline, { dash: [5, 3] })]
    : []),
    ...fan(t, months, own, model.has_baseline && v === 0 ? t.baseline : t.accent)];
  const middle = lines[lines.length - 1];
  middle.markLine = { silent: true, symbol: "none", lineStyle: { color: t.muted, type: [2, 3], width: 1 },
    label: { color: t.muted, fontSize: 12, fontFamily: t.font, position: "end", rotate: 0, distance: 4 },
    data: marks.map((mark) => ({ xAxis: mark.month, label: { formatter: mark.text } })) };
  if (facts.length) lines.push({
    type: "custom", silent: true, z: 5, data: facts.map((fact, i) => [fact.month, i]), encode: { x: -1, y: -1 }, clip: false,
    renderItem: (_, api) => {
      const fact = facts[api.value(1)];
      const [x, top] = api.coord([fact.month, fact.high === null ? span.high : Math.min(fact.high * scale, span.high)]),
        [, bottom] = api.coord([fact.month, fact.low === null ? span.low : Math.max(fact.low * scale, span.low)]);
      return { type: "group", children: [
        { type: "rect", shape: { x: x - 5, y: top, width: 10, height: bottom - top },
          style: { fill: faded(fact.missed ? t.bad : t.target, 0.12), stroke: fact.missed ? t.bad : t.target, lineWidth: 1.5 } },
        { type: "text", x: fact.month > last / 2 ? x - 9 : x + 9, y: (top + bottom) / 2,
          style: { text: fact.missed ? `${fact.id} ${words.missed}` : fact.id, fill: fact.missed ? t.bad : t.target, fontSize: 12,
            fontFamily: t.font, align: fact.month > last / 2 ? "right" : "left",
            verticalAlign: "middle" } }] };
    } });
  const text = (curves, i) => `${f.number(curves.mean[i])} ${f.between(f.number(curves.q05[i]), f.number(curves.q95[i]))}`;
  return {
    grid: { left: 8, right: 14, top: marks.length ? 24 : 12, bottom: 40, containLabel: true },
    xAxis: monthAxis(t, words, last, width),
    yAxis: axis(t, { type: "value", min: span.low, max: info.unit === "share" ? Math.min(100, span.high) : span.high, interval: span.step,
      axisLabel: { formatter: (x) => `${f.number(x, span.step < 1 ? (span.step < 0.1 ? 2 : 1) : 0)}${info.unit === "share" ? f.words.percent : ""}` } }),
    tooltip: tooltip(t, (at) => {
      const i = months.indexOf(at[0].value[0]);
      return [`${words.month} ${months[i]}`, `${model.title(v)}: ${text(own, i)}`, ...(base ? [`${model.title(0)}: ${text(base, i)}`] : [])];
    }, { trigger: "axis", axisPointer: { lineStyle: { color: t.muted } } }),
    series: lines,
  };
}

// At the months shown the figures are those of all other tables.
function seriesTable({ model, words, f, choices }, variants) {
  const { outcome } = choices.now, { scale, name } = unitOf(model.outcomes[outcome].unit, f.lang);
  const at = model.months.map((month, i) => ({ month, i }))
    .filter(({ month }) => month % 12 === 0 || month === model.last_month || model.months_shown.includes(month));
  return table([words.month, ...variants.map((v) => model.variants[v].title)], at.map(({ month, i }) => [String(month), ...variants.map((v) => {
    const own = model.fan(v, outcome), exact = model.summary(v, outcome, month);
    const [mean, low, high] = exact ? [exact.mean, exact.low, exact.high] : [own.mean[i], own.q05[i], own.q95[i]];
    return mean === null ? f.words.none
      : `${f.number(mean * scale)} ${f.between(f.number(low * scale), f.number(high * scale))}`;
  })]), { caption: `${words.outcomeName(model.outcomes[outcome].name, true)}, ${name}. ${words.seriesCaption}` });
}
