// The parameters that can be swept, to choose from.
import { h } from "../shared/dom.js";
import { parametersOf } from "./state.js";
import { levers, parameterName, words } from "./words.js";

// Parameters that can be swept, levers first.
function sweepable(side) {
  const all = parametersOf(side).filter((p) => p.kind !== "list" && p.section !== "world" && p.section !== "network");
  const first = levers.flatMap((group) => group.keys);
  return [{ title: words.levers, parameters: first.map((key) => all.find((p) => p.key === key)).filter(Boolean) },
    ...[...new Set(all.map((p) => p.section))].map((section) => ({
      title: words.slotTitles[section] ?? words.sectionTitles[section] ?? section,
      parameters: all.filter((p) => p.section === section && !first.includes(p.key)) }))];
}

export const options = (side, chosen) => sweepable(side).filter((group) => group.parameters.length).map((group) => h("optgroup", { label: group.title },
  group.parameters.map((p) => h("option", { value: p.key, selected: p.key === chosen }, parameterName(p.key)))));
export const labelled = (id, label, control) => h("label", { class: "small", for: id }, h("span", {}, label), control);
