// The column of controls: packages, levers by what they mend, then every setting of models and sections.
import { h } from "../shared/dom.js";
import { fillPresets, keepButton, presetChoice } from "./presets.js";
import { control, forgetSettings, refreshSettings } from "./setting.js";
import { chosen } from "./settle.js";
import { isChanged, keepAsBaseline, modelOf, onchange, parametersOf, reset, same, setModel, state, valueOf } from "./state.js";
import { levers, modelName, parameterName, valueText, words } from "./words.js";

// For paper, where controls say too little in too much room: what was moved, and from where.
const moved = h("ul", { class: "moved" });
function fillMoved() {
  const text = (key) => {
    const before = valueOf(key, "baseline");
    return `${parameterName(key)}: ${valueText(valueOf(key))}${before === undefined ? "" : ` (${words.was(valueText(before))})`}`;
  };
  const models = state.controls.slots.filter(({ name }) => !same(modelOf(name), modelOf(name, "baseline")));
  const replaced = new Set(models.map(({ name }) => name));  // of another model, only what was moved
  moved.replaceChildren(...models.map(({ name }) => h("li", {}, `${words.slotTitles[name] ?? name}: ${modelName(modelOf(name))}`)),
    ...parametersOf().filter(({ key, section }) => isChanged(key) && (key in state.changed || !replaced.has(section)))
      .map(({ key }) => h("li", {}, text(key))));
}

// Brings controls up to date with what is set.
export function refreshAll() {
  refreshSettings();
  fillPresets();
  fillMoved();
}
onchange((what) => { if (what === "moved") refreshAll(); });

function slotPart(slot, parameters) {
  const model = slot.models.find((m) => m.name === modelOf(slot.name));
  const select = h("select", { id: `model-${slot.name}`, "data-key": `models.${slot.name}`, onchange: () => chosen(() => setModel(slot.name, select.value)) },
    slot.models.map((m) => h("option", { value: m.name, selected: m === model },
      m.standing === "rival" ? modelName(m.name) : `${modelName(m.name)} (${words.standing(m.standing)})`)));
  return h("details", { class: "part" }, h("summary", {}, words.slotTitles[slot.name] ?? slot.name,
      same(modelOf(slot.name), modelOf(slot.name, "baseline")) ? null : h("span", { class: "badge" }, modelName(model.name))),
    h("div", { class: "control" }, h("label", { for: `model-${slot.name}` }, words.model), select),
    h("details", { class: "source" }, h("summary", {}, words.does), h("p", {}, model.text), h("p", {}, model.source)),
    parameters.map((p) => control(p, parameterName(p.key))));
}

const isPhone = () => matchMedia("(max-width: 900px)").matches;

export function controlsPanel() {
  forgetSettings();
  const parameters = parametersOf();
  const byKey = new Map(parameters.map((p) => [p.key, p]));
  const { controls } = state;
  const groups = levers.map((group) => ({ ...group, keys: group.keys.filter((key) => byKey.has(key)) })).filter((group) => group.keys.length);
  fillPresets();
  fillMoved();
  // Where the charts stand below them, sliders are folded away but for what was moved.
  const isOpen = (keys) => !isPhone() || keys.some(isChanged);
  return h("div", { class: "controls" },
    h("div", { class: "control preset" }, h("label", { for: "preset" }, words.tryPackage), presetChoice), moved,
    h("div", { class: "buttons" },
      h("button", { type: "button", id: "reset", onclick: () => chosen(reset) }, words.undo),
      h("button", { type: "button", id: "keep", title: words.keepHint, onclick: () => chosen(keepAsBaseline) }, words.keep), keepButton),
    groups.map((group) => h("details", { class: "levers", open: isOpen(group.keys) }, h("summary", {}, h("h3", {}, group.title)),
      group.keys.map((key) => control(byKey.get(key), parameterName(key))))),
    h("h3", { class: "all" }, words.everythingElse), words.note && h("p", { class: "note" }, words.note),
    controls.slots.map((slot) => slotPart(slot, parameters.filter((p) => p.section === slot.name))),
    controls.sections.map((section) => h("details", { class: "part" }, h("summary", {}, words.sectionTitles[section.name] ?? section.name),
      parameters.filter((p) => p.section === section.name).map((p) => control(p, parameterName(p.key))))));
}
