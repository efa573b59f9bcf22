// The sides by name, with the line that each has in the charts: kept packages can be renamed, set again and dropped, and any side may be
// the one that all others are held against.
import { h } from "../shared/dom.js";
import { dashes } from "../shared/theme.js";
import { drop, kept, others, pairOf, reference, remember, sides, take } from "./packages.js";
import { refreshAll, settle } from "./controls.js";
import { tell } from "./state.js";
import { words } from "./words.js";

const keptColours = [1, 2, 3, 4];  // of the theme's series; the first of all is the accent
const placeOf = (id) => kept().findIndex((one) => one.id === id);

export function lookOf(id) {
  if (id === "baseline") return { colour: (t) => t.baseline, dash: "solid", variable: "var(--baseline)" };
  if (id === "changed") return { colour: (t) => t.accent, dash: "solid", variable: "var(--accent)" };
  const place = Math.max(0, placeOf(id)), n = keptColours[place % keptColours.length];
  return { colour: (t) => t.series[n], dash: dashes[1 + place], variable: `var(--series-${n + 1})` };
}

// A picture of the line.
export function keyOf(id) {
  if (id === "baseline" || id === "changed") return h("span", { class: `key ${id}`, "aria-hidden": "true" });
  const { variable, dash } = lookOf(id);
  return h("svg", { class: "key line", width: 26, height: 11, "aria-hidden": "true" },
    h("line", { x1: 0, x2: 26, y1: 5.5, y2: 5.5, style: { stroke: variable, strokeWidth: "2px", strokeDasharray: dash === "solid" ? "" : dash.join(" ") } }));
}

export const nameOf = (side) => (side.id === "baseline" ? words.baseline : side.id === "changed" ? words.changed : side.title);

// Whether a run is of the reference that is chosen now.
export const isCurrent = (main) => main.before === (reference().id === "changed" ? "baseline" : reference().id);

// What is known of an outcome: the reference first, then each other side with its pair: [{ side, curve: { mean, low, high }, pair }].
export function linesOf(main, name) {
  const ref = reference(), own = main.outcomes[name];
  const known = others().map((side) => ({ side, pair: pairOf(side.id, main, name) })).filter(({ pair }) => pair);
  return [{ side: ref, curve: ref.id === "changed" ? own.changed : own.baseline, pair: null },
    ...known.map(({ side, pair }) => ({ side, pair, curve: pair.changed }))];
}

// Bands of six sides would hide each other: those of the reference and of what the sliders set.
export const hasBand = (side) => side.id === "changed" || side.id === reference().id;

const list = h("ul", { class: "sides" });
const against = h("select", { id: "against", onchange: () => tell({ against: against.value }) });
const againstPart = h("label", { class: "small", for: "against" }, h("span", {}, words.heldAgainst), against);
export const sidesPanel = h("div", { class: "sides-part" }, list, againstPart);

async function setAgain(id) {
  take(id);
  await settle();
  refreshAll();
  tell("chosen");
}

function entry(one) {
  const name = h("input", { type: "text", id: `name-${one.id}`, value: one.title, maxlength: 60, "aria-label": words.nameOfPackage, onchange: () => {
    one.title = name.value.trim() || one.title;
    remember();
    tell({ renamed: one.id });
  }, onkeydown: (event) => { if (event.key === "Enter") name.blur(); } });
  return h("li", { "data-side": one.id }, keyOf(one.id), name,
    h("button", { type: "button", class: "again", onclick: () => setAgain(one.id), "aria-label": words.setAgainOf(one.title) }, words.setAgain),
    h("button", { type: "button", class: "close", "aria-label": words.dropPackage(one.title), title: words.dropPackage(one.title), onclick: () => {
      drop(one.id);
      tell({ dropped: one.id });
      document.getElementById("keep-package")?.focus();
    } }, "×"));
}

// `named`: the one whose name is to be written.
export function fillSides(named = null) {
  list.replaceChildren(...kept().map(entry));
  againstPart.hidden = kept().length === 0;
  against.replaceChildren(...sides().map((side) => h("option", { value: side.id, selected: side.id === reference().id }, nameOf(side))));
  sidesPanel.hidden = kept().length === 0;
  if (named) document.getElementById(`name-${named}`)?.select();
}
