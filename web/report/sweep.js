// A sweep: the best and the worst point, the response to each parameter, two parameters as a map.
import { breakable, h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { chart } from "../shared/charts.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { bounds, named, plainly, told, valued } from "./intervals.js";
import { mapOption, panelOption, responseOption, settingAt, unitText } from "./sweep_charts.js";

const most = 400;  // points in the table
const few = 3;     // parameters whose settings are named in the headline
const infoOf = ({ model }, one) => model.outcomes[one.outcome];
const axesOf = ({ model }) => model.designed.axes;
const pointOf = ({ model }, number) => model.designed.points.find(([point]) => point === number);
const place = (page, number) => axesOf(page).map((axis, a) => `${axis.key} ${settingAt(axis, pointOf(page, number)[1][a], 4)}`).join(", ");
const isLone = (page) => axesOf(page).length === 1;

const titleOf = ({ words, f }, info) => `${words.outcomeName(info.name, true)}, ${unitOf(info.unit, f.lang).name}`;

export const title = (page) => page.words.designs.sweepTitle(axesOf(page).length);
export const lead = (page) => page.words.designs.sweepLead(page.model.designed.is_map ? "map" : isLone(page) ? "curve" : "cloud");

// A correlation that keeps its sign over the points and from world to world.
const goes = (correlation) => Boolean(correlation?.[3]);
// By the size of their correlation; those without an order last.
const byWeight = (one) => one.correlations.map((r, a) => a).sort((a, b) => Math.abs(one.correlations[b]?.[0] ?? -1) -
  Math.abs(one.correlations[a]?.[0] ?? -1));
const r = ({ f }, correlation) => [f.signed(correlation[0], 2), " ",
  h("span", { class: "interval" }, f.between(f.signed(correlation[1], 2), f.signed(correlation[2], 2)))];

export function verdict(page, one) {
  const { model, words, f } = page, w = words.designs, info = infoOf(page, one), ends = one.extremes;
  const parts = [h("p", { class: "question" }, words.questionPoints(model, info, one.month))];
  if (one.constant) return [...parts, h("p", { class: "headline" }, w.constant(info.name))];
  const best = h("b", {}, breakable(place(page, ends.best))), worst = place(page, ends.worst);
  const whereabouts = axesOf(page).length <= few ? [best, worst] : [h("b", {}, w.point(ends.best + 1)), w.point(ends.worst + 1)];
  const settled = told(ends.between), oneWorld = ends.between[1] === null;
  const order = byWeight(one), sure = order.filter((a) => goes(one.correlations[a]));
  const unsure = order.filter((a) => one.correlations[a] && !goes(one.correlations[a]));
  const name = (a) => h("b", {}, breakable(axesOf(page)[a].key)), most = () => w.correlatesMost(name(sure[0]), info.name, r(page, one.correlations[sure[0]]));
  const extremes = settled
    ? [w.bestAt(info.name, whereabouts[0], valued(page, ends.best_mean, info)), " ",
      h("span", { class: "from-to" }, w.worstAt(whereabouts[1], valued(page, ends.worst_mean, info), named(page, ends.between, info)))]
    : oneWorld
      ? [w.bestAt(info.name, whereabouts[0], valued(page, ends.best_mean, info)), h("span", { class: "from-to" }, words.oneWorld)]
      : [(sure.length ? w.singlesAlike : w.noneApart)(info.name, plainly(page, ends.between, info))];
  const equals = settled && (ends.equal_points === 0 ? w.aloneBest : ends.equal_points <= 3 && axesOf(page).length <= few
    ? w.equalsNamed(f.list(ends.equals.filter((v) => pointOf(page, v)).map((v) => place(page, v)), words.or ?? words.and), ends.equal_points)
    : w.equals(ends.equal_points, model.all_variants - 1));
  const numbers = one.correlations.some(Boolean);
  // Points one by one come first where they are few parameters', and can be told apart; else what goes with the outcome over all of them.
  const pointsFirst = axesOf(page).length <= few && (settled || oneWorld || !sure.length);
  const others = [sure.length > 1 && h("p", {}, w.soDo(sure.slice(1, 5).map((a) => [name(a), " ", r(page, one.correlations[a])]), sure.length - 5)),
    sure.length > 0 && unsure.length > 0 && h("p", { class: "faint" }, w.chance(
      f.list(unsure.slice(0, 6).map((a) => axesOf(page)[a].key).concat(unsure.length > 6 ? [w.others(unsure.length - 6)] : []), words.and),
      unsure.length))];
  const rest = pointsFirst
    ? [h("p", { class: "headline" }, extremes), equals && h("p", {}, equals),
      numbers && axesOf(page).length > 1 && h("p", {}, sure.length ? most() : w.nothingCorrelates(info.name)), ...others]
    : [h("p", { class: "headline" }, sure.length ? most() : w.nothingCorrelates(info.name)), ...others, h("p", {}, extremes), equals && h("p", {}, equals)];
  return [...parts, ...rest].filter(Boolean);
}

export function glance(page, one) {
  const w = page.words.designs, info = infoOf(page, one);
  if (page.model.designed.is_map) return h("figure", { class: "key-figure" }, h("figcaption", {}, titleOf(page, info)),
    chart({ label: w.mapLabel(info.name), height: 330, onPaper: 330, option: (t, ...size) => mapOption(page, one, t, ...size) }).element);
  if (isLone(page)) return h("figure", { class: "key-figure" }, h("figcaption", {}, titleOf(page, info)), chart({ label: w.curveLabel(info.name,
    axesOf(page)[0].key), height: 300,
    option: (t, width) => responseOption(page, one, 0, t, width) }).element);
  return correlations(page, one, 10);
}


function correlations(page, one, limit, className = "ledger") {
  const { f } = page, w = page.words.designs, scale = scaleOf([-1, 1], { count: 4 }), shown = byWeight(one).slice(0, limit);
  return h("div", { class: className }, h("table", {}, h("caption", { class: shown.length < axesOf(page).length ? null : "out-of-sight" },
    shown.length < axesOf(page).length ? w.firstOf(shown.length, axesOf(page).length) : w.correlationsCaption),
    h("thead", {}, h("tr", {}, h("th", { scope: "col" }, w.parameter),
      h("th", { class: "plot-cell", "aria-hidden": "true" }, ticksOf(scale, (x) => f.number(x, 1))),
      h("th", { scope: "col", class: "figure" }, w.correlation))),
    h("tbody", {}, shown.map((a) => {
      const own = one.correlations[a], className = goes(own) ? "weight" : "about-zero";
      return h("tr", { class: className }, h("th", { scope: "row" }, axesOf(page)[a].key),
        h("td", { class: "plot-cell" }, own && own[0] !== null
          ? plotOf(scale, [{ x: own[0], low: own[1], high: own[2], shape: goes(own) ? "dot" : "ring", className }], "", 26) : ""),
        h("td", { class: "figure effect" }, own && own[0] !== null ? f.signed(own[0], 2) : f.words.none));
    }))));
}

export function body(page, one) {
  const { model, words, f } = page, w = words.designs, info = infoOf(page, one), axes = axesOf(page), unit = unitOf(info.unit, f.lang);
  const heading = h("p", { class: "note" }, h("b", {}, words.outcomeName(info.name, true), unit.name && `, ${unit.name}`), ". ", words.definition(info));
  const units = h("ul", { class: "note" }, axes.map((axis) => h("li", {}, h("code", {}, axis.key), axis.unit && `: ${unitText(page, axis)}`)));
  const figures = [];
  if (model.designed.is_map) {
    const height = Math.min(620, 150 + 34 * Math.min(...axes.map((axis) => axis.levels.length)));
    const map = chart({ label: w.mapLabel(info.name), height, onPaper: height, option: (t, ...size) => mapOption(page, one, t, ...size) });
    figures.push(h("figure", {}, h("figcaption", {}, titleOf(page, info)), map.element),
      h("p", { class: "note" }, w.mapNote));
  }
  if (isLone(page)) figures.push(h("div", { class: "panels wide" },
    model.designed.all.filter((other) => other.month === one.month).map((other) => h("figure", {},
    h("figcaption", {}, `${words.outcomeName(infoOf(page, other).name, true)}, ${unitOf(infoOf(page, other).unit, f.lang).name}`),
      chart({ label: w.curveLabel(infoOf(page, other).name, axes[0].key), height: 260,
        option: (t, width) => responseOption(page, other, 0, t, width) }).element))));
  else figures.push(h("h3", {}, w.responsesTitle),
    h("p", { class: "lead" }, w.responsesLead(axes.some((axis) => axis.has_few), axes.some((axis) => !axis.has_few))),
    model.designed.points.length < model.all_variants && h("p", { class: "note" }, w.drawn(model.designed.points.length, model.all_variants)),
    h("div", { class: "panels" }, (axes.length > few ? byWeight(one) : axes.map((_, a) => a)).map((a) => h("figure", {}, h("figcaption", {}, axes[a].key),
      chart({ label: w.curveLabel(info.name, axes[a].key), height: 240, option: (t, width) => panelOption(page, one, a, t, width) }).element))),
    axes.some((axis) => axis.is_number) && [h("h3", {}, w.correlationsTitle),
      h("p", { class: "lead" }, w.correlationsLead(model.all_variants)), correlations(page, one, axes.length, "forest weights")]);
  return [heading, figures, units, h("p", { class: "note" }, w.luck),
    h("details", {}, h("summary", {}, words.seeTable), points(page, one), responses(page, one))];
}

function points(page, one) {
  const { model, words, f } = page, w = words.designs, info = infoOf(page, one), axes = axesOf(page);
  const shown = model.designed.points.slice(0, most), digits = info.unit === "share" || unitOf(info.unit, f.lang).scale !== 1 ? 1 : 2;
  return table([w.pointHeading, ...axes.map((axis) => axis.key), `${w.mean}, ${unitOf(info.unit, f.lang).name}`, words.interval],
    shown.map(([number, places], i) => [String(number + 1), ...places.map((x, a) => settingAt(axes[a], x)),
      f.number(one.means[i][0] === null ? null : one.means[i][0] * unitOf(info.unit, f.lang).scale, digits),
      bounds(f, one.means[i], info, digits)]),
    { caption: shown.length < model.all_variants ? w.firstOf(shown.length, model.all_variants) : w.pointsCaption });
}

function responses(page, one) {
  const { f } = page, w = page.words.designs, info = infoOf(page, one), { scale, name } = unitOf(info.unit, f.lang), axes = axesOf(page);
  if (axes.length === 1) return null;
  return axes.map((axis, a) => one.responses[a].length > 0 && table([axis.key, `${w.mean}, ${name}`, page.words.interval],
    one.responses[a].filter((_, i) => axis.has_few || i % 5 === 0).map(([x, mean, low, high]) =>
    [axis.is_number ? String(Number(x.toPrecision(4))) : axis.levels[x], f.number(mean === null ? null : mean * scale, 1),
      bounds(f, [mean, low, high], info)]),
    { caption: axis.has_few ? w.levelMeans : w.smoothMeans }));
}
