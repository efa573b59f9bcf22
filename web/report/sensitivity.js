// A sensitivity analysis: how much each parameter moves the outcome, by Morris's effects or Sobol's indices.
import { axis, chart, labelColumn, tooltip } from "../shared/charts.js";
import { breakable, h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";

const isMorris = ({ model }) => model.designed.kind === "morris";
const key = ({ model }, p) => model.designed.parameters[p];
const infoOf = ({ model }, one) => model.outcomes[one.outcome];
const planeHeight = 460, mostLabels = 24, mostPairs = 12;

export const title = (page) => page.words.designs.sensitivityTitle;
export const lead = (page) => (isMorris(page) ? page.words.designs.morrisLead : page.words.designs.sobolLead);

// What a weight is shown in: points and the like for Morris, per cent of the variance for Sobol.
function measure(page, one) {
  const { f } = page, w = page.words.designs, info = infoOf(page, one), unit = unitOf(info.unit, f.lang);
  const scale = isMorris(page) ? unit.scale : 100, gap = f.lang === "id" ? ";" : ",";
  const largest = Math.max(...one.parameters.map((p) => Math.abs((isMorris(page) ? p.size : p.total)[0] ?? 0))) * scale;
  const digits = isMorris(page) ? f.digitsFor(largest) : 0;
  return { scale, digits, name: isMorris(page) ? unit.differenceName : w.ofVariance, of: (x) => (x === null ? null : x * scale),
    number: (x) => f.number(x === null ? null : x * scale, digits).replace(/^\u22120$/, "0"),
    interval: ([, low, high]) => (low === null ? f.words.none : `[${f.number(low * scale, digits)}${gap}\u00a0${f.number(high * scale, digits)}]`) };
}

export function verdict(page, one) {
  const { words, f } = page, w = words.designs, info = infoOf(page, one), m = measure(page, one);
  const name = (p) => h("b", {}, breakable(key(page, p))), sure = one.ranking.filter((p) => one.parameters[p].told);
  const unsure = one.ranking.filter((p) => !one.parameters[p].told);
  const weight = (p) => (isMorris(page) ? one.parameters[p].size : one.parameters[p].total);
  const inFigures = (p) => [isMorris(page) ? `${m.number(weight(p)[0])} ${m.name}` : `${m.number(weight(p)[0])}${f.words.percent}`, " ",
    h("span", { class: "interval" }, m.interval(weight(p)))];
  const parts = [h("p", { class: "question" }, w.sensitivityQuestion(page.model, info, one.month))];
  if (one.constant) parts.push(h("p", { class: "headline" }, w.constant(info.name)));
  else if (!sure.length) parts.push(h("p", { class: "headline" }, isMorris(page) ? w.nothingMovesMorris(info.name) : w.nothingMoves(info.name)));
  else {
    const first = sure[0], own = one.parameters[first];
    const more = isMorris(page) ? (own.sd !== null && own.sd > own.size[0] ? w.differently : null)
      : w.ofItAlone(`${m.number(own.first[0])}${f.words.percent}`);
    parts.push(h("p", { class: "headline" },
      isMorris(page) ? w.movesMostMorris(name(first), info.name, inFigures(first)) : w.movesMost(name(first), info.name, inFigures(first)),
      more && h("span", { class: "from-to" }, more)));
    if (sure.length > 1) parts.push(h("p", {}, w.soDo(sure.slice(1, 5).map((p) => [name(p), " ", inFigures(p)]), sure.length - 5)));
    if (unsure.length) parts.push(h("p", { class: "faint" }, w.chance(
      f.list(unsure.slice(0, 6).map((p) => key(page, p)).concat(unsure.length > 6 ? [w.others(unsure.length - 6)] : []), words.and),
      unsure.length)));
  }
  if (one.noise !== null) parts.push(h("p", { class: "faint" }, w.noise(`${f.number(100 * one.noise)}${f.words.percent}`)));
  return parts;
}

const marksOf = (page, one, p, className) => {
  const m = measure(page, one), own = one.parameters[p];
  const mark = (effect, more) => ({ x: m.of(effect[0]), low: m.of(effect[1]), high: m.of(effect[2]), className, ...more });
  const rule = own.chance !== null ? [{ x: m.of(own.chance), shape: "rule", className: "chance" }] : [];
  return isMorris(page) ? [...rule, mark(own.size, { shape: "bar" })]
    : [...rule, mark(own.total, { shape: "bar", thick: 10, aside: -6 }),
      mark(own.first, { shape: "bar", thick: 10, aside: 6, className: `${className} inner` })];
};
const scaleFor = (page, one, sd) => {
  const m = measure(page, one);
  return scaleOf(one.parameters.flatMap((p) => (isMorris(page) ? [...p.size, ...(sd ? [p.sd] : [])] : [...p.total, ...p.first]).map(m.of)));
};

export function glance(page, one) {
  if (one.constant) return null;
  const { words, f } = page, w = words.designs, m = measure(page, one), scale = scaleFor(page, one, false);
  const shown = one.ranking.slice(0, 10);
  return h("div", { class: "ledger" }, h("table", {}, h("caption", { class: one.ranking.length > 10 ? null : "out-of-sight" },
    one.ranking.length > 10 ? w.firstOf(10, one.ranking.length) : w.weightsCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.parameter),
      h("th", { scope: "col", colspan: 2, class: "figure" }, isMorris(page) ? w.sizeIn(m.name) : w.totalIn),
      h("th", { scope: "col", class: "figure" }, isMorris(page) ? w.spreadShort : w.aloneShort))),
    h("tbody", {}, shown.map((p) => {
      const own = one.parameters[p], className = own.told ? "weight" : "about-zero";
      return h("tr", { class: className }, h("th", { scope: "row" }, key(page, p)),
        h("td", { class: "plot-cell" }, plotOf(scale, marksOf(page, one, p, className), "", 26)),
        h("td", { class: "figure effect" }, m.number((isMorris(page) ? own.size : own.total)[0])),
        h("td", { class: "figure" }, m.number(isMorris(page) ? own.sd : own.first[0])));
    }))));
}

export function body(page, one) {
  const w = page.words.designs;
  if (one.constant) return [h("p", {}, w.constant(infoOf(page, one).name))];
  return [weights(page, one),
    h("p", { class: "note" }, one.parameters.every((own) => own.chance === null) ? w.oneWorld : isMorris(page) ? w.chanceMorris : w.chanceSobol),
    isMorris(page) ? [h("h3", {}, w.planeTitle), h("p", { class: "lead" }, w.planeLead),
      h("figure", {}, chart({ label: w.planeLabel(infoOf(page, one).name), height: planeHeight, option: (t, width) => plane(page, one, t, width) }).element)]
      : one.pairs.length > 0 && [h("h3", {}, w.pairsTitle), pairs(page, one)]];
}

function weights(page, one) {
  const { words, f } = page, w = words.designs, m = measure(page, one), scale = scaleFor(page, one, true);
  const headings = isMorris(page) ? [w.sizeIn(m.name), words.interval, w.mean, w.spread] : [w.totalIn, words.interval, w.aloneIn, words.interval];
  return h("div", { class: "forest weights" }, h("table", {},
    h("caption", {},
      `${words.outcomeName(infoOf(page, one).name, true)}, ${words.month.toLowerCase()} ${one.month}. ` +
        `${isMorris(page) ? w.tornadoCaption : w.indicesCaption}`),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.parameter),
      h("th", { class: "plot-cell" }, h("span", { class: "out-of-sight" }, m.name), ticksOf(scale, (x) => f.number(x, scale.step < 1 ? 1 : 0))),
      headings.map((text) => h("th", { scope: "col", class: "figure" }, text)))),
    h("tbody", {}, one.ranking.map((p) => {
      const own = one.parameters[p], className = own.told ? "weight" : "about-zero";
      const cells = isMorris(page) ? [m.number(own.size[0]), m.interval(own.size), f.signed(m.of(own.mean) ?? NaN, m.digits), m.number(own.sd)]
        : [m.number(own.total[0]), m.interval(own.total), m.number(own.first[0]), m.interval(own.first)];
      return h("tr", { class: className }, h("th", { scope: "row" }, key(page, p), !own.told && h("span", { class: "out-of-sight" }, w.maybeChance)),
        h("td", { class: "plot-cell" }, plotOf(scale,
          [...marksOf(page, one, p, className), ...(isMorris(page) ? [{ x: m.of(own.sd), shape: "ring", className }] : [])], "", 34)),
        cells.map((text, i) => h("td", { class: `figure ${i === 0 ? "effect" : ""}` }, text)));
    }))));
}

// mu* against sigma: to the right the influential ones, above the line those whose effect hangs on the others or on where it starts.
function plane(page, one, t, width) {
  const { f } = page, w = page.words.designs, m = measure(page, one);
  const there = one.ranking.filter((p) => one.parameters[p].size[0] !== null && one.parameters[p].sd !== null);
  const points = there.slice(0, mostLabels).map((p) => ({ p, x: m.of(one.parameters[p].size[0]), y: m.of(one.parameters[p].sd), own: one.parameters[p] }));
  const xs = scaleOf(there.map((p) => m.of(one.parameters[p].size[0]))), ys = scaleOf(there.map((p) => m.of(one.parameters[p].sd)));
  const room = Math.min(230, width * 0.42), top = 26, bottom = 48, end = Math.min(xs.high, ys.high);
  const digits = (scale) => (scale.step < 1 ? (scale.step < 0.1 ? 2 : 1) : 0);
  return {
    grid: { left: 52, right: room, top, bottom },
    xAxis: axis(t, { type: "value", min: 0, max: xs.high, interval: xs.step, name: `mu*, ${m.name}`, nameLocation: "middle", nameGap: 28,
      axisLabel: { formatter: (x) => f.number(x, digits(xs)), hideOverlap: true } }),
    yAxis: axis(t, { type: "value", min: 0, max: ys.high, interval: ys.step, name: `sigma, ${m.name}`, nameLocation: "end", nameGap: 8,
      nameTextStyle: { align: "left" }, axisLabel: { formatter: (x) => f.number(x, digits(ys)) } }),
    tooltip: tooltip(t, (at) => {
      const { p } = at.data;
      return [key(page, p), `mu* ${m.number(one.parameters[p].size[0])} ${m.interval(one.parameters[p].size)}`,
        `sigma ${m.number(one.parameters[p].sd)}`];
    }, { trigger: "item" }),
    series: [
      { type: "line", silent: true, showSymbol: false, data: [[0, 0], [end, end]], lineStyle: { color: t.muted, width: 1, type: [4, 4] },
        endLabel: { show: false } },
      { type: "scatter", silent: true, symbolSize: 0.1, data: [[0.8 * end, 0.8 * end]],
        label: { show: true, formatter: w.equalLine, position: "left", distance: 8, color: t.muted, fontFamily: t.font, fontSize: 12,
          textBorderColor: t.paper, textBorderWidth: 4 } },
      { type: "custom", silent: true, z: 2, data: points.map((_, i) => [i]), encode: { x: -1, y: -1 }, renderItem: (_, api) => {
        const { own, y } = points[api.value(0)], [x1, at] = api.coord([m.of(own.size[1]), y]), [x2] = api.coord([m.of(own.size[2]), y]);
        return { type: "line", shape: { x1, y1: at, x2, y2: at }, style: { stroke: own.told ? t.accent : t.baseline, lineWidth: 1.2, opacity: 0.7 } };
      }, clip: true },
      labelColumn(t, points.map(({ p, x, y, own }) => ({ x, y, text: key(page, p), colour: own.told ? t.accent : t.baseline,
        hollow: !own.told, textColour: own.told ? t.ink : t.muted, data: { p } })),
        { width, height: planeHeight, top, bottom, room, low: 0, high: ys.high }, 10),
    ],
  };
}

function pairs(page, one) {
  const { words, f } = page, w = words.designs, m = measure(page, one);
  const scale = scaleOf(one.pairs.slice(0, mostPairs).flatMap((pair) => pair.index.map(m.of)));
  const name = (pair) => `${key(page, pair.a)} × ${key(page, pair.b)}`;
  return [h("p", { class: "lead" }, w.pairsLead(one.told_pairs, one.all_pairs)),
    h("div", { class: "forest weights" }, h("table", {}, h("caption", {}, one.all_pairs > mostPairs ? w.firstOf(mostPairs, one.all_pairs) : w.pairsCaption),
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.pair),
        h("th", { class: "plot-cell" }, h("span", { class: "out-of-sight" }, m.name), ticksOf(scale, (x) => f.number(x, 0))),
        h("th", { scope: "col", class: "figure" }, w.togetherIn), h("th", { scope: "col", class: "figure" }, words.interval))),
      h("tbody", {}, one.pairs.slice(0, mostPairs).map((pair) => {
        const className = pair.told ? "weight" : "about-zero";
        return h("tr", { class: className }, h("th", { scope: "row" }, name(pair)),
          h("td", { class: "plot-cell" }, plotOf(scale,
            [{ x: m.of(pair.index[0]), low: m.of(pair.index[1]), high: m.of(pair.index[2]), shape: pair.told ? "dot" : "ring", className }],
            "", 30)),
          h("td", { class: "figure effect" }, m.number(pair.index[0])), h("td", { class: "figure" }, m.interval(pair.index)));
      })))),
    one.pairs.length > mostPairs && h("details", {},
      h("summary", {}, one.pairs.length < one.all_pairs ? w.firstOf(one.pairs.length, one.all_pairs) : w.allPairs(one.pairs.length)),
      table([w.pair, w.togetherIn, words.interval], one.pairs.map((pair) => [name(pair), m.number(pair.index[0]), m.interval(pair.index)])))];
}
