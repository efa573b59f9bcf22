// An outcome over the months: its chart, and what each side makes of it in words.
import { axis, band, chart, line, tooltip } from "../shared/charts.js";
import { h } from "../shared/dom.js";
import { faded } from "../shared/theme.js";
import { extent, tick } from "./axis_range.js";
import { effectAt, effectText } from "./effect.js";
import { fullName, hasBand, keyOf, linesOf, lookOf, nameOf } from "./sides.js";
import { outcome, state, valueOf } from "./state.js";
import { f, headline, unitHere, words } from "./words.js";

// Months within the run at which the facilitators leave, and at which a package of the file changes something.
export function marksOf(last) {
  const leave = Number(valueOf("programme.exit"));
  return { leave: leave > 0 && leave < last ? [leave] : [],
    comes: (state.controls.presets.find((p) => p.name === state.changed_events)?.events ?? []).filter((month) => month < last) };
}

// What lines, bands and upright lines of a picture are, where it stands alone.
function keyOfPicture(latest, name, t) {
  if (!latest?.outcomes[name]) return [];
  const sides = linesOf(latest, name), { leave, comes } = marksOf(latest.months);
  const upright = (colour, dashes, text) => ({ text, mark: h("line", { x1: 8, x2: 8, y1: -11, y2: 3, stroke: colour, "stroke-width": 1.5,
    "stroke-dasharray": dashes }) });
  return [
    ...sides.map(({ side }) => ({ text: fullName(side), colour: lookOf(side.id).colour(t), dash: lookOf(side.id).dash })),
    { text: words.mostWorlds, mark: h("rect", { x: 1, y: -10, width: 14, height: 12, fill: faded(lookOf(sides[0].side.id).colour(t), 0.25) }) },
    upright(t.muted, null, words.month(state.month)),
    ...(leave.length ? [upright(t.muted, "2 3", words.legendLeave)] : []), ...(comes.length ? [upright(t.accent, "2 3", words.legendComes)] : []),
  ];
}

// `newest()`: the newest answer of a run, or null.
export function card(name, newest) {
  const info = outcome(name), unit = unitHere(info.unit);
  const said = h("p", { class: "effect", "aria-live": "off" }), more = h("ul", { class: "effects" });
  const drawn = { sides: "" };
  const picture = chart({
    label: words.byMonth(headline(info)), height: 190, onPaper: 190, key: (t) => keyOfPicture(newest(), name, t),
    option: (t) => {
      const latest = newest();
      if (!latest?.outcomes[name]) return {};
      const sides = linesOf(latest, name);
      const months = sides[0].curve.mean.map((_, month) => month);
      const scaled = (values) => values.map((x) => (x === null ? null : x * unit.scale));
      const last = months.length - 1, every = last > 96 ? 24 : last > 24 ? 12 : 6;
      const { leave, comes } = marksOf(latest.months), dotted = (color) => (month) => ({ xAxis: month, lineStyle: { color, type: [2, 3], width: 1 } });
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

// The side that sliders set, then those that were kept.
export function describe(latest, name, one) {
  const info = outcome(name), month = Math.min(state.month, latest.months);
  const pairs = linesOf(latest, name).filter(({ pair }) => pair).map(({ side, pair }) => ({ side, effect: effectAt(pair, info, month) }));
  const first = pairs.find(({ side }) => side.id === "changed") ?? pairs[0];
  if (!first) return;
  one.said.replaceChildren(h("span", { class: "levels" }, first.effect.before, " → ", h("b", {}, first.effect.after)), effectText(first.effect));
  one.more.replaceChildren(...pairs.filter((pair) => pair !== first).map(({ side, effect }) => h("li", {}, keyOf(side.id),
    h("span", { class: "whose" }, nameOf(side)), h("b", {}, effect.after), effectText(effect))));
}
