// 2. Each variant's paired difference with its interval, for a chosen outcome and month; sortable.
import { h } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { plotOf, scaleOf, ticksOf } from "../shared/plots.js";
import { againstChoice, monthChoice, outcomeChoice } from "./choices.js";
import { againstNow } from "./verdict.js";

export function forest(page) {
  const { model, words, choices } = page;
  if (!model.has_baseline) return null;
  let order = { key: "place", down: false };
  const element = h("section", { id: "forest" },
    h("h2", {}, words.forestTitle), h("p", { class: "lead" }, words.forestLead(model)),
    h("p", { class: "choices" }, outcomeChoice(page), monthChoice(page), againstChoice(page)),
    choices.live(["outcome", "month", "against"], () => {
      const holder = h("div");
      const draw = () => holder.replaceChildren(plotTable(page, order, (key) => {
        order = { key, down: order.key === key ? !order.down : key !== "name" };
        draw();
        holder.querySelector(`button[data-key="${key}"]`)?.focus();
      }));
      draw();
      return holder;
    }));
  return element;
}

function plotTable(page, order, sortBy) {
  const { model, words, f, choices } = page, against = againstNow(page), cost = (v) => model.cost(v, month, against);
  const { outcome, month } = choices.now, info = model.outcomes[outcome], unit = unitOf(info.unit, f.lang);
  const all = model.variants.map((_, v) => model.compared(v, outcome, month, against)).filter(Boolean);
  const keyOf = { place: (c) => c.variant, name: (c) => model.title(c.variant), effect: (c) => c.difference,
    cost: (c) => cost(c.variant), perUnit: (c) => c.perUnit ?? Infinity };
  all.sort((a, b) => {
    const x = keyOf[order.key](a), y = keyOf[order.key](b);
    return (order.down ? -1 : 1) * (typeof x === "string" ? x.localeCompare(y, f.locale) : x - y);
  });
  const scaled = (x) => (x === null ? null : x * unit.scale);
  const scale = scaleOf(all.flatMap((c) => [scaled(c.difference), scaled(c.low), scaled(c.high)]));
  const digits = f.digitsFor(Math.max(...all.map((c) => Math.abs(scaled(c.difference)))));
  const heading = (key, text, className) => h("th", { scope: "col", class: className,
    "aria-sort": order.key === key ? (order.down ? "descending" : "ascending") : null },
    h("button", { class: "sort", "data-key": key, onclick: () => sortBy(key), title: words.sortBy(text) }, text,
      h("span", { "aria-hidden": "true" }, order.key === key ? (order.down ? " ↓" : " ↑") : "")));
  const hasPrices = all.some((c) => c.perUnit !== null);
  const rows = all.map((c) => {
    const about = !c.told || c.same, kind = about ? "about-zero" : c.good ? "good" : "bad";
    return h("tr", { class: kind }, h("th", { scope: "row" }, model.variants[c.variant].title),
      h("td", { class: "plot-cell" }, plotOf(scale, [{ x: scaled(c.difference), low: scaled(c.low), high: scaled(c.high),
        shape: about ? "ring" : c.good ? "dot" : "diamond", className: kind }], "", 34)),
      h("td", { class: "figure effect" }, c.same ? h("span", { "data-value": 0 }, words.sameShort)
        : [f.difference(c.difference, info.unit, digits),
          !c.told && c.hasInterval && h("span", { class: "out-of-sight" }, ` ${f.words.zero}`)]),
      h("td", { class: "figure" }, c.hasInterval && !c.same ? f.interval(c.low, c.high, info.unit, digits) : f.words.none),
      h("td", { class: "figure" }, f.extra(cost(c.variant))),
      hasPrices && h("td", { class: "figure" }, f.price(c.perUnit, info.unit)));
  });
  const tickText = (x) => (x > 0 ? "+" : "") + f.number(x, scale.step < 1 ? (scale.step < 0.1 ? 2 : 1) : 0).replace(/^\u22120$/, "0");
  return h("div", { class: "forest" }, h("table", {},
    h("caption", {}, `${words.outcomeName(info.name, true)}, ${words.month.toLowerCase()} ${month}. `,
      choices.now.against !== against ? `${words.notAgainst(model.title(choices.now.against), model.title(against))} `
        : against > 0 && `${words.ledgerCaption(model.title(against))}. `,
      h("span", { class: "definition" }, words.definition(info))),
    h("thead", {}, h("tr", {}, heading("name", words.package),
      h("th", { class: "plot-cell" }, h("span", { class: "out-of-sight" }, unit.differenceName), ticksOf(scale, tickText)),
      heading("effect", `${words.difference}, ${unit.differenceName}`, "figure"), h("th", { scope: "col", class: "figure" }, words.intervalOf(model)),
      heading("cost", words.extraCost, "figure"), hasPrices && heading("perUnit", words.perUnit(unit), "figure"))),
    h("tbody", {}, rows)));
}
