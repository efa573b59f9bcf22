// 5. What the money buys: the plane of costs and effects with its frontier, and how sure the choice is.
import { axis, chart, labelColumn, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { dashes, faded } from "../shared/theme.js";
import { scaleOf } from "../shared/plots.js";
import { monthChoice, outcomeChoice } from "./choices.js";
import { equity } from "./equity.js";
import { elsewhereOf, noChoice, standingNames } from "./standings.js";

const planeHeight = 440, curveHeight = 340;
const colourOf = (t, v) => t.series[(v - 1 + t.series.length) % t.series.length];

export function costs(page) {
  const { model, words, choices } = page;
  if (!model.costs?.length) return null;
  const has = (k) => model.costs.some((one) => one.outcome === k);
  const outcomes = model.outcomes_shown.filter(has);
  return h("section", { id: "costs" },
    h("h2", {}, words.costsTitle), h("p", { class: "lead" }, words.planeLead),
    h("p", { class: "choices" }, outcomeChoice(page, outcomes), model.months_shown.length > 1 && monthChoice(page, model.months_shown)),
    choices.live(["outcome", "month"], () => {
      const one = model.costs.find((c) => c.outcome === choices.now.outcome && c.month === choices.now.month);
      return one ? charts(page, one) : h("p", { class: "note" }, words.nothingRecorded(model.outcomes[choices.now.outcome].name));
    }),
    equity(page));
}

// Of an option: [effect, cost, standing, ratio, its interval, chance on the frontier, the variant that it is the same as, chance and share
// of worlds in which it is best at the middle of its prices, cost, standing and ratio discounted, members' own time].
const standingOf = 2, ratioOf = 3, rangeOf = 4, onFrontier = 5, sameAs = 6, bestOf = 7, worldsOf = 8, discountedRatio = 11,
  membersTime = 12;

function charts(page, one) {
  const { model, words, f } = page, info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang);
  const standings = standingNames(words);
  const sure = one.curve.length > 1;
  const elsewhere = elsewhereOf(one.options.map((option) => option[standingOf]));
  const own = model.variants.map((_, v) => v).filter((v) => one.options[v][sameAs] === null && !elsewhere.includes(v));
  const never = own.filter((v) => sure && Math.max(...one.curve.map(([, chances]) => chances[v] ?? 0)) <= 0.05);
  const likely = own.filter((v) => !never.includes(v));
  const twins = model.variants.map((_, v) => v).filter((v) => one.options[v][sameAs] !== null);
  const money = (kRp) => f.price(kRp, info.unit);
  const sign = info.higher_is_better ? 1 : -1, byEffect = info.unit.startsWith("kRp") ? 1e-3 : 1;
  const percent = (p) => `${f.number(p === null ? null : 100 * p, 0)}${p === null ? "" : f.words.percent}`;
  const left = noChoice(page, elsewhere);
  if (left && own.length < 2) return [left];  // of the baseline alone there is nothing to draw
  return [
    h("figure", {}, chart({ label: words.planeLabel(info.name), height: planeHeight, option: (t, ...size) => plane(page, one, t, ...size) }).element),
    left,
    twins.map((v) => h("p", { class: "note" }, words.sharesPlace(model.title(v), model.title(one.options[v][sameAs])))),
    sure && [frontierTable(page, one, money, percent), h("p", { class: "note" }, words.sureOf(one.over, one.cases), " ",
      one.same !== null && words.sameFrontier(percent(one.same)))],
    h("p", { class: "note" }, words.accounting(model.accounting, one.month, one.adds_up, f)),
    h("details", {}, h("summary", {}, words.seeTable),
      table([words.package, words.effectMean(unit.name), words.costMean, words.membersTime, words.standing, words.icer(unit),
        words.discountedAt(f, model.accounting.discount), words.onFrontier],
        model.variants.map((variant, v) => {
          const [effect, cost, standing, icer] = one.options[v];
          return [variant.title, f.number(effect === null ? null : sign * effect * byEffect),
            f.number(cost === null ? null : cost / 1e3, 0), f.number(one.options[v][membersTime] / 1e3), standings[standing], money(icer),
            money(one.options[v][discountedRatio]), percent(one.options[v][onFrontier])];
        }))),
    h("h3", {}, words.acceptTitle),
    sure ? [h("p", { class: "lead" }, words.acceptLead(unit.perUnit, one.over)),
      h("figure", {}, chart({ label: words.acceptLabel, height: curveHeight, option: (t, ...size) => acceptability(page, one, likely, t, ...size) }).element),
      h("p", { class: "note" }, worthOfKnowing(page, one, money, unit), " ",
        never.length > 0 && words.neverBest(f.list(never.map((v) => model.title(v)), words.and))),
      h("details", {}, h("summary", {}, words.seeTable),
        table([words.willingness(unit), ...own.map((v) => model.title(v))],
          one.marks.map((at) => [money(one.curve[at][0]), ...own.map((v) => percent(one.curve[at][1][v]))]),
          { numeric: 0, caption: words.bestIn[one.over] }))]
      : h("p", {}, words.noFrontier),
  ];
}

// Each step of the frontier, the cheapest first: its ratio with the interval, and how sure its place is.
function frontierTable({ model, words, f }, one, money, percent) {
  const info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang);
  const steps = model.variants.map((_, v) => v).filter((v) => one.options[v][standingOf] === 0 && one.options[v][sameAs] === null)
    .sort((a, b) => one.options[a][1] - one.options[b][1]);
  const end = (x, none) => (x === null ? none : money(x));
  const ratio = (v) => {
    const range = one.options[v][rangeOf];
    return [money(one.options[v][ratioOf]), range && h("small", {}, ` ${f.between(end(range[0], "−∞"), end(range[1], "∞"))}`)];
  };
  return table([words.package, words.icer(unit), words.onFrontier, words.bestInRange, words.bestOfWorlds],
    steps.map((v) => [model.title(v), ratio(v), ...[onFrontier, bestOf, worldsOf].map((k) => percent(one.options[v][k]))]),
    { caption: words.frontierSure });
}

function worthOfKnowing({ words, f }, one, money, unit) {
  if (one.over === "simulation") return words.nothingToLearn;
  const price = Math.max(0, ...one.options.map((option) => option[ratioOf] ?? 0));
  const nearest = one.curve.reduce((a, b) => (Math.abs(b[0] - price) < Math.abs(a[0] - price) ? b : a));
  return words.evpi(f, money(nearest[0]), nearest[2], unit);
}

function plane({ model, words, f }, one, t, width, height) {
  const info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang), byEffect = info.unit.startsWith("kRp") ? 1e-3 : 1;
  const [base] = [one.options[0]];
  const mean = (v) => [(one.options[v][0] - base[0]) * byEffect, (one.options[v][1] - base[1]) / 1e3];
  const isShown = (v) => (v === 0 || one.options[v][sameAs] === null) && one.options[v][0] !== null;
  const there = model.variants.map((_, v) => v).filter((v) => isShown(v) && one.options[v][1] !== null && base[0] !== null);
  const frontier = there.filter((v) => one.options[v][2] === 0).map(mean).sort((a, b) => a[1] - b[1]);
  const room = Math.min(180, width * 0.36), top = 24, bottom = 46;
  const span = scaleOf([0, ...there.filter((v) => v > 0).flatMap((v) => one.cloud[v].map(([, cost]) => cost / 1e3))]);
  return {
    grid: { left: 52, right: room, top, bottom },
    xAxis: axis(t, { type: "value", name: info.higher_is_better ? words.gain(unit.differenceName) : words.fall(unit.differenceName),
      nameLocation: "middle", nameGap: 28, scale: true,
      axisLabel: { formatter: (x) => f.number(x, Math.abs(x) < 1 && x !== 0 ? 1 : 0) },
      axisLine: { show: true, onZero: true, lineStyle: { color: t.muted } } }),
    yAxis: axis(t, { type: "value", name: words.extraCostAxis, nameLocation: "end", nameGap: 8, nameTextStyle: { align: "left" },
      min: span.low, max: span.high, interval: span.step,
      axisLabel: { formatter: (x) => f.number(x, 0) }, axisLine: { show: true, onZero: true, lineStyle: { color: t.muted } } }),
    tooltip: tooltip(t, (at) => {
      const v = at.data.variant, [gain, cost] = mean(v);
      return [model.variants[v].title, `${f.signed(gain)} ${unit.differenceName}`, `${f.signed(cost, 0)} ${unitOf("kRp a ward", f.lang).name}`];
    }, { trigger: "item" }),
    series: [
      ...there.filter((v) => v > 0).map((v) => ({ type: "scatter", silent: true, symbolSize: 4, z: 1, itemStyle: { color: faded(colourOf(t, v), 0.28) },
        data: one.cloud[v].map(([gain, cost]) => [gain * byEffect, cost / 1e3]) })),
      { type: "line", silent: true, showSymbol: false, z: 2, data: frontier, lineStyle: { color: t.ink, width: 1.5 } },
      labelColumn(t, there.map((v) => ({ x: mean(v)[0], y: mean(v)[1], text: v === 0 ? words.baselinePoint : model.title(v),
        symbol: one.options[v][2] === 0 ? "circle" : "diamond",
        colour: v === 0 ? t.baseline : colourOf(t, v), data: { variant: v } })), { width, height, top, bottom, room, ...span }, 13),
    ],
  };
}

function acceptability({ model, words, f }, one, drawn, t, width, height) {
  const info = model.outcomes[one.outcome], unit = unitOf(info.unit, f.lang);
  const room = Math.min(180, width * 0.36), top = 16, bottom = 46;
  const most = one.curve[one.curve.length - 1][0] * unit.priceScale;
  return {
    grid: { left: 52, right: room, top, bottom },
    xAxis: axis(t, { type: "value", min: 0, max: most, name: words.willingness(unit), nameLocation: "middle", nameGap: 28, grid: false,
      axisLabel: { formatter: (x) => f.number(x, most < 5 ? 1 : 0), showMaxLabel: false, hideOverlap: true },
      axisLine: { show: true, lineStyle: { color: t.line } } }),
    yAxis: axis(t, { type: "value", min: 0, max: 100, interval: 25, axisLabel: { formatter: (x) => `${x}${f.words.percent}` } }),
    tooltip: tooltip(t,
      (at) => [`${f.number(at[0].value[0], 2)} ${unit.priceUnit}`,
        ...at.map((p) => `${p.seriesName}: ${f.number(p.value[1], 0)}${f.words.percent}`)],
      { trigger: "axis" }),
    series: drawn.map((v, i) => ({ type: "line", name: model.title(v), showSymbol: false,
      data: one.curve.map(([worth, chances]) => [worth * unit.priceScale, 100 * chances[v]]),
      lineStyle: { color: v === 0 ? t.baseline : colourOf(t, v), width: 2.2, type: dashes[i % dashes.length] },
      itemStyle: { color: v === 0 ? t.baseline : colourOf(t, v) },
      silent: true })).concat(labelColumn(t, drawn.map((v) => ({ x: most, y: 100 * one.curve[one.curve.length - 1][1][v],
        text: model.title(v), colour: v === 0 ? t.baseline : colourOf(t, v),
        textColour: v === 0 ? t.baseline : colourOf(t, v) })), { width, height, top, bottom, room, low: 0, high: 100 }, 0)),
  };
}
