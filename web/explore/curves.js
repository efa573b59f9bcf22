// The main outcomes over the months, all sides together, and what each makes of them.
import { h, table } from "../shared/dom.js";
import { card, describe, marksOf } from "./curve_card.js";
import { effectAt } from "./effect.js";
import { kept } from "./packages.js";
import { isCurrent, linesOf, nameOf, referenceWithin } from "./sides.js";
import { outcome, state } from "./state.js";
import { f, headline, words } from "./words.js";

const cards = new Map();  // outcome -> { element, chart, words }
let latest = null;
export const result = () => latest;

const grid = h("div", { class: "cards" });
const figures = h("div", {});
const figuresPart = h("details", { class: "figures" }, h("summary", {}, words.asTable), figures);
const legend = h("p", { class: "legend" });
function drawLegend() {
  const { leave, comes } = marksOf(latest.months);
  const both = [["baseline", words.legendBaseline], ["changed", words.legendChanged]];
  const entries = [...both, leave.length > 0 && ["leave", words.legendLeave],
    comes.length > 0 && ["comes", words.legendComes]];
  legend.replaceChildren(...entries.filter(Boolean).map(([kind, text]) => h("span", { class: "entry" }, h("span", { class: `key ${kind}` }), text)),
    h("span", { class: "entry" }, kept().length ? words.legendOfSides(referenceWithin()) : words.legendWhat));
}
const stamps = h("div", {});
export const showStamps = (part) => stamps.replaceChildren(...(part ? [part] : []));
export const curvesPanel = h("div", {}, legend, grid, stamps, figuresPart);
figuresPart.addEventListener("toggle", () => drawTable());

function drawTable() {
  if (!figuresPart.open || !latest || !isCurrent(latest)) return;
  const month = Math.min(state.month, latest.months);
  const caption = words.curvesCaption(latest.worlds, month), known = Object.keys(latest.outcomes);
  const cells = (effect) => [effect.difference ?? effect.text, effect.interval ?? ""];
  if (!kept().length)
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
  for (const name of state.outcomes) if (!cards.has(name)) cards.set(name, card(name, result));
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
  known.forEach(([name, one]) => describe(latest, name, one));
  // Those not drawn yet of the last figures first, then from the top.
  const left = new Set(waiting);
  const all = known.map(([, one]) => one).filter((one) => one.element.isConnected);
  waiting = [...all.filter((one) => seen(one) && left.has(one)), ...all.filter((one) => seen(one) && !left.has(one)), ...all.filter((one) => !seen(one))];
  if (frame === null) drawSome();
}

export function forget() {
  latest = null;
  waiting = [];
  cards.forEach((one) => one.chart.remove());
  cards.clear();
}
