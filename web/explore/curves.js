// The main outcomes over the months, baseline and changed side by side, and what the change makes of each.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { h, table } from "../shared/dom.js";
import { reference } from "./packages.js";
import { hasBand, isCurrent, keyOf, linesOf, lookOf, nameOf, sidesPanel } from "./sides.js";
import { outcome, state, valueOf } from "./state.js";
import { f, headline, unitHere, words } from "./words.js";

const cards = new Map();  // outcome -> { element, chart, words }
let latest = null;

const tick = (value) => (Math.round(value * 1000) / 1000).toLocaleString(f.locale);

// The next round number that falls into a few round steps: { top, step }.
function round(x) {
  if (!(x > 0)) return { top: 1, step: 0.5 };
  const unit = 10 ** Math.floor(Math.log10(x));
  const [top, parts] = [[1, 4], [1.2, 4], [1.5, 3], [2, 4], [2.5, 5], [3, 3], [4, 4], [5, 5], [6, 3], [8, 4], [10, 5]].find(([n]) => n * unit >= x * 0.999);
  return { top: top * unit, step: (top * unit) / parts };
}

// From 0 to a round number above all curves: it moves seldom, so that the curves are seen to move.
function extent(lines, unit) {
  const reach = (kind) => lines.flatMap(({ side, curve }) => [...(hasBand(side) ? curve[kind] : []), ...curve.mean])
    .filter(Number.isFinite).map((x) => x * unit.scale);
  const top = Math.max(0, ...reach("high")), bottom = Math.min(0, ...reach("low"));
  if (unit.name === "%" && top > 50 && top <= 100 && bottom === 0) return { min: 0, max: 100, interval: 25 };
  const { top: most, step } = round(Math.max(top, -bottom));
  return { min: bottom < 0 ? -Math.ceil(-bottom / step) * step : 0, max: Math.max(step, Math.ceil(top / step) * step), interval: step };
}

// Months within the run at which the facilitators leave, and at which a package of the file changes something.
function marks() {
  const last = latest.months, leave = Number(valueOf("programme.exit"));
  return { leave: leave > 0 && leave < last ? [leave] : [],
    comes: (state.controls.presets.find((p) => p.name === state.changed_events)?.events ?? []).filter((month) => month < last) };
}

function card(name) {
  const info = outcome(name), unit = unitHere(info.unit);
  const said = h("p", { class: "effect", "aria-live": "off" }), more = h("ul", { class: "effects" });
  const drawn = { sides: "" };
  const picture = chart({
    label: words.byMonth(headline(info)), height: 190,
    option: (t) => {
      if (!latest?.outcomes[name]) return {};
      const sides = linesOf(latest, name);
      const months = sides[0].curve.mean.map((_, month) => month);
      const scaled = (values) => values.map((x) => (x === null ? null : x * unit.scale));
      const last = months.length - 1, every = last > 96 ? 24 : last > 24 ? 12 : 6;
      const { leave, comes } = marks(), dotted = (color) => (month) => ({ xAxis: month, lineStyle: { color, type: [2, 3], width: 1 } });
      const lines = [{ xAxis: state.month, lineStyle: { color: t.muted, type: "solid", width: 1 } }, ...comes.map(dotted(t.accent)),
        ...leave.map(dotted(t.muted))];
      return {
        grid: { left: 8, right: 12, top: 26, bottom: 6, containLabel: true },
        xAxis: axis(t, { type: "value", min: 0, max: last, interval: every, grid: false, axisLabel: { showMaxLabel: true } }),
        yAxis: axis(t, { type: "value", ...extent(sides, unit), name: unit.name, nameGap: 10,
          nameTextStyle: { align: "left" }, axisLabel: { formatter: tick } }),
        tooltip: tooltip(t, (points) => {
          const month = points[0].value[0];
          return [words.month(month), ...[...sides.slice(1), sides[0]].map(({ side, curve }) => `${nameOf(side)} ${f.mean(curve.mean[month], info.unit)}`)];
        }, { trigger: "axis", axisPointer: { type: "line", lineStyle: { color: t.muted, width: 1 } } }),
        series: [
          ...sides.filter(({ side }) => hasBand(side)).map(({ side, curve }) => band(t, months, scaled(curve.low), scaled(curve.high),
            lookOf(side.id).colour(t), side.id === "changed" ? 0.2 : 0.16)),
          ...sides.map(({ side, curve }, i) => line(t, months, scaled(curve.mean), lookOf(side.id).colour(t), { dash: lookOf(side.id).dash,
            series: { silent: false, ...(i === 0 && { markLine: { silent: true, symbol: "none", label: { show: false }, data: lines } }) } })),
        ],
      };
    },
  });
  const element = h("section", { class: "card", "data-outcome": name, "aria-label": headline(info) },
    h("h3", { title: words.definition(info) }, headline(info)), picture.element, said, more);
  return { element, chart: picture, said, more, drawn, name };
}

// What the change makes of an outcome at a month: words, and whether it can be told from zero.
export function effectAt(all, info, month) {
  const { mean, low, high } = all.difference;
  const unit = unitHere(info.unit), d = mean[month];
  const before = f.mean(all.baseline.mean[month], info.unit), after = f.mean(all.changed.mean[month], info.unit);
  if (d === null) return { before, after, text: words.noFigure, told: false, good: null };
  if (low[month] === null) return { before, after, text: `${f.difference(d, info.unit)} ${unit.differenceName}, ${words.ofOneWorld}`, told: false, good: null };
  const told = low[month] > 0 || high[month] < 0;
  const interval = f.interval(low[month], high[month], info.unit);
  const same = d === 0 && low[month] === 0 && high[month] === 0;
  return {
    before, after, told, good: told ? (d > 0) === info.higher_is_better : null,
    difference: same ? words.same : told ? `${f.difference(d, info.unit)} ${unit.differenceName}` : "≈ 0", interval: same ? "" : interval,
    text: same ? words.sameInAll : `${told ? `${f.difference(d, info.unit)} ${unit.differenceName}` : `≈ 0 ${unit.differenceName}`} ${interval}`,
  };
}

const effectText = (effect) => h("span", { class: `difference ${effect.told ? (effect.good ? "good" : "bad") : "zero"}` }, effect.text);

// The side that sliders set, then those that were kept.
function describe(name, one) {
  const info = outcome(name), month = Math.min(state.month, latest.months);
  const pairs = linesOf(latest, name).filter(({ pair }) => pair).map(({ side, pair }) => ({ side, effect: effectAt(pair, info, month) }));
  const first = pairs.find(({ side }) => side.id === "changed") ?? pairs[0];
  if (!first) return;
  one.said.replaceChildren(h("span", { class: "levels" }, first.effect.before, " → ", h("b", {}, first.effect.after)), effectText(first.effect));
  one.more.replaceChildren(...pairs.filter((pair) => pair !== first).map(({ side, effect }) => h("li", {}, keyOf(side.id),
    h("span", { class: "whose" }, nameOf(side)), h("b", {}, effect.after), effectText(effect))));
}

const grid = h("div", { class: "cards" });
const figures = h("div", {});
const figuresPart = h("details", { class: "figures" }, h("summary", {}, words.asTable), figures);
const legend = h("p", { class: "legend" });
function drawLegend() {
  const { leave, comes } = marks();
  const both = [["baseline", words.legendBaseline], ["changed", words.legendChanged]];
  const entries = [...both, leave.length > 0 && ["leave", words.legendLeave],
    comes.length > 0 && ["comes", words.legendComes]];
  legend.replaceChildren(...entries.filter(Boolean).map(([kind, text]) => h("span", { class: "entry" }, h("span", { class: `key ${kind}` }), text)),
    h("span", { class: "entry" }, sidesPanel.hidden ? words.legendWhat : words.legendOfSides(words.reference(reference().id, reference().title))));
}
const stamps = h("div", {});
export const showStamps = (part) => stamps.replaceChildren(...(part ? [part] : []));
export const curvesPanel = h("div", {}, legend, sidesPanel, grid, stamps, figuresPart);
figuresPart.addEventListener("toggle", () => drawTable());

function drawTable() {
  if (!figuresPart.open || !latest || !isCurrent(latest)) return;
  const month = Math.min(state.month, latest.months);
  const caption = words.curvesCaption(latest.worlds, month), known = Object.keys(latest.outcomes);
  const cells = (effect) => [effect.difference ?? effect.text, effect.interval ?? ""];
  if (sidesPanel.hidden)
    return figures.replaceChildren(table([words.outcomeWord, words.baseline, words.changed, words.difference, words.interval], known.map((name) => {
      const effect = effectAt(latest.outcomes[name], outcome(name), month);
      return [headline(outcome(name)), effect.before, effect.after, ...cells(effect)];
    }), { caption }));
  const rows = known.flatMap((name) => linesOf(latest, name).map(({ side, curve, pair }) => [headline(outcome(name)), nameOf(side),
    f.mean(curve.mean[month], outcome(name).unit), ...(pair ? cells(effectAt(pair, outcome(name), month)) : [words.heldAgainstThis, ""])]));
  figures.replaceChildren(table([words.outcomeWord, words.side, words.mean, words.difference, words.interval], rows, { caption, numeric: 2 }));
}

// Cards for the outcomes chosen; those that stay keep their place on the page.
export function showOutcomes() {
  for (const [name, one] of cards)
    if (!state.outcomes.includes(name)) {
      waiting = waiting.filter((other) => other !== one);
      one.chart.remove();
      cards.delete(name);
    }
  for (const name of state.outcomes) if (!cards.has(name)) cards.set(name, card(name));
  grid.replaceChildren(...state.outcomes.map((name) => cards.get(name).element));
}

// Charts are drawn a few a frame, so that the first are there at once and a newer run needn't wait for the rest.
let waiting = [], frame = null;
const seen = (one) => {
  const { top, bottom } = one.element.getBoundingClientRect();
  return bottom > 0 && top < innerHeight;
};

// A chart that gains or loses a line is drawn anew.
function drawOne(one) {
  if (!one) return;
  const now = linesOf(latest, one.name).map(({ side }) => side.id).join();
  if (now === one.drawn.sides) one.chart.update();
  else one.chart.draw();
  one.drawn.sides = now;
}

function drawSome() {
  frame = null;
  const end = performance.now() + 10;
  do drawOne(waiting.shift());
  while (waiting.length && performance.now() < end);
  if (waiting.length) frame = requestAnimationFrame(drawSome);
  else {
    drawTable();
    document.body.dataset.curves = "drawn";
  }
}

export function drawCurves(answer = latest) {
  latest = answer;
  if (!latest || !isCurrent(latest)) return;
  document.body.dataset.curves = "waiting";
  const known = [...cards].filter(([name]) => latest.outcomes[name]);
  drawLegend();
  known.forEach(([name, one]) => describe(name, one));
  // Those not drawn yet of the last figures first, then from the top.
  const left = new Set(waiting);
  const all = known.map(([, one]) => one).filter((one) => one.element.isConnected);
  waiting = [...all.filter((one) => seen(one) && left.has(one)), ...all.filter((one) => seen(one) && !left.has(one)), ...all.filter((one) => !seen(one))];
  if (frame === null) drawSome();
}

export const result = () => latest;
export function forget() {
  latest = null;
  waiting = [];
  cards.forEach((one) => one.chart.remove());
  cards.clear();
}
