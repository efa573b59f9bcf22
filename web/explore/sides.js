// The sides by name, with the line that each has in the charts: kept packages can be renamed, set again and dropped. Any side may be the one
// that all others are held against, and any other the one that pictures of a single side show: one choice for every picture of the page.
import { h } from "../shared/dom.js";
import { dashes } from "../shared/theme.js";
import { drop, kept, others, pairOf, reference, remember, shown, sides, take } from "./packages.js";
import { chosen } from "./settle.js";
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

const ownWords = { baseline: words.baseline, changed: words.changed };
export const nameOf = (side) => ownWords[side.id] ?? side.title;
// Within a sentence.
export const nameWithin = (side) => (ownWords[side.id] ? ownWords[side.id].toLowerCase() : `“${side.title}”`);
// Where it stands alone, as in a picture that was saved: also what the two of the sliders are.
export const fullName = (side) => (nameOf(side) === side.title ? side.title : `${nameOf(side)}: ${side.title}`);
export const referenceWithin = () => words.reference(reference().id, reference().title);

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
const showing = h("select", { id: "shown", onchange: () => tell({ shown: showing.value }) });
const showingPart = h("label", { class: "small", for: "shown" }, h("span", {}, words.side), showing);
export const sidesPanel = h("div", { class: "sides-part" }, list, h("div", { class: "sides-choices" }, showingPart, againstPart));

// Curves show all sides; pictures of one have it chosen.
export function chooseShown(isNeeded) {
  showingPart.hidden = !isNeeded;
}

function entry(one) {
  const name = h("input", { type: "text", id: `name-${one.id}`, value: one.title, maxlength: 60, "aria-label": words.nameOfPackage, onchange: () => {
    one.title = name.value.trim() || one.title;
    remember();
    tell({ renamed: one.id });
  }, onkeydown: (event) => { if (event.key === "Enter") name.blur(); } });
  return h("li", { "data-side": one.id }, keyOf(one.id), name,
    h("button", { type: "button", class: "again", onclick: () => chosen(() => take(one.id)), "aria-label": words.setAgainOf(one.title) }, words.setAgain),
    h("button", { type: "button", class: "close", "aria-label": words.dropPackage(one.title), title: words.dropPackage(one.title), onclick: () => {
      drop(one.id);
      tell({ dropped: one.id });
      document.getElementById("keep-package")?.focus();
    } }, "×"));
}

// `named`: the one whose name is to be written.
export function fillSides(named = null) {
  list.replaceChildren(...kept().map(entry));
  const fill = (select, all, now) => select.replaceChildren(...all.map((side) => h("option", { value: side.id, selected: side.id === now.id }, nameOf(side))));
  fill(against, sides(), reference());
  fill(showing, others(), shown());
  sidesPanel.hidden = kept().length === 0;
  if (named) document.getElementById(`name-${named}`)?.select();
}
