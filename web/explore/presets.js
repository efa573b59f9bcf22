// Which package the sliders begin with, and the button that keeps what they are set to as one.
import { h } from "../shared/dom.js";
import { keep, kept, mostKept, take, titleNow } from "./packages.js";
import { chosen } from "./settle.js";
import { presetNow, state, tell, usePreset } from "./state.js";
import { words } from "./words.js";

// Packages of the file, and those that were kept; what was moved away from one says so.
export const presetChoice = h("select", { id: "preset", onchange: () => {
  const { value } = presetChoice;
  if (value !== "moved") chosen(() => (value.startsWith("kept:") ? take(value.slice(5)) : usePreset(value)));
} });
export function fillPresets() {
  const { controls } = state, { preset, exact } = presetNow();
  const option = (value, text, selected) => h("option", { value, selected }, text);
  presetChoice.replaceChildren(option("", words.asBaseline, !preset),
    ...(preset && !exact ? [option("moved", titleNow(), true)] : []),
    ...controls.presets.filter((p) => p.name !== controls.baseline).map((p) =>
      option(p.name, p.title + (p.events.length ? words.fromMonth(Math.min(...p.events)) : ""), exact && p === preset)),
    ...(kept().length ? [h("optgroup", { label: words.keptPackages }, kept().map((one) => option(`kept:${one.id}`, one.title, false)))] : []));
  keepButton.disabled = kept().length >= mostKept;
  keepButton.title = keepButton.disabled ? words.noMorePackages(mostKept) : words.keepPackageHint;
}
export const keepButton = h("button", { type: "button", id: "keep-package", onclick: () => {
  const one = keep();
  fillPresets();
  tell({ kept: one.id });
} }, words.keepPackage);
