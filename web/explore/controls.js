// Sliders and choices, made from what the models declare.
import { h } from "../shared/dom.js";
import { ask, Refused } from "./server.js";
import { positions, scaleOf } from "./scale.js";
import { isChanged, keepAsBaseline, modelOf, parametersOf, presetNow, reset, same, set, setModel, state, tell, usePreset, valueOf, asked } from "./state.js";
import { keep, kept, mostKept, take, titleNow } from "./packages.js";
import { choiceName, levers, parameterName, words } from "./words.js";

const shown = (value) => (Array.isArray(value) ? value.join(", ") : typeof value === "boolean" ? (value ? words.yes : words.no) : String(value));
const controlsOf = new Map();  // key -> controls that show it, to be brought up to date

// A setting's control: label, what it is set to, its reach, where its default comes from, and what the program says against it.
function control(parameter, name) {
  const { key } = parameter;
  const id = `set-${key.replace(".", "-")}-${(controlsOf.get(key)?.length ?? 0) + 1}`;
  const was = h("span", { class: "was" });
  const undo = h("button", { type: "button", class: "undo", "aria-label": words.backOf(name), title: words.back,
    onclick: () => move(key, valueOf(key, "baseline")) }, "↺");
  const problem = h("p", { class: "problem", role: "alert", id: `${id}-problem` });
  const input = inputFor(parameter, id, name);
  const element = h("div", { class: "control", "data-key": key },
    h("div", { class: "head" }, h("label", { for: id }, name), input.figure, undo),
    input.element,
    h("div", { class: "foot" }, was,
      h("details", { class: "source" }, h("summary", {}, words.sourceWord),
        h("p", {}, `${key}: ${words.unit(parameter.unit)}. `, parameter.kind === "number" || parameter.kind === "whole"
          ? words.between(parameter.low ?? words.any, parameter.high ?? words.any, shown(parameter.default)) : words.usual(shown(parameter.default)),
          words.source(parameter.source)))),
    problem);
  const refresh = () => {
    const now = valueOf(key), before = valueOf(key, "baseline");
    input.show(now, before);
    element.classList.toggle("changed", isChanged(key));
    was.textContent = isChanged(key) && before !== undefined ? words.was(shown(before)) : words.unit(parameter.unit);
  };
  const all = controlsOf.get(key) ?? [];
  all.push({ refresh, problem });
  controlsOf.set(key, all);
  refresh();
  return element;
}

function inputFor(parameter, id, name) {
  const { key, kind } = parameter;
  if (kind === "flag") {
    const box = h("input", { type: "checkbox", id, role: "switch", onchange: () => move(key, box.checked) });
    return { element: null, figure: box, show: (value) => { box.checked = Boolean(value); } };
  }
  if (kind === "choice") {
    const select = h("select", { id, onchange: () => move(key, select.value) }, parameter.choices.map((c) => h("option", { value: c }, choiceName(c))));
    return { element: select, figure: null, show: (value) => { select.value = value; } };
  }
  if (kind === "list") {
    const field = h("input", { type: "text", id, class: "list", inputmode: "decimal",
      onchange: () => move(key, field.value.split(/[,;\s]+/).filter(Boolean).map((x) => (Number.isFinite(Number(x)) ? Number(x) : x))) });
    return { element: field, figure: null, show: (value) => { if (document.activeElement !== field) field.value = shown(value); } };
  }
  const scale = scaleOf(parameter, [valueOf(key), valueOf(key, "baseline")].map(Number));
  const slider = h("input", { type: "range", id, min: 0, max: positions, step: "any",
    oninput: () => move(key, scale.toValue(Number(slider.value))),
    onkeydown: (event) => {
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 10, PageDown: -10 }[event.key];
      if (!way) return;
      event.preventDefault();
      move(key, scale.next(Number(valueOf(key)), way));
    } });
  const field = h("input", { type: "number", class: "value", step: "any", "aria-label": words.asNumber(name),
    onchange: () => move(key, field.value === "" ? valueOf(key, "baseline") : Number(field.value)) });
  const mark = h("span", { class: "mark", "aria-hidden": "true" });
  return {
    element: h("div", { class: "slider" }, mark, slider), figure: field,
    show: (value, before) => {
      slider.value = scale.toPosition(Number(value));
      slider.setAttribute("aria-valuetext", `${value} ${words.unit(parameter.unit)}`);
      if (document.activeElement !== field) field.value = value;
      mark.style.left = `calc(${scale.toPosition(Number(before)) / positions} * (100% - 16px) + 8px)`;
    },
  };
}

function move(key, value) {
  set(key, value);
  refreshAll();
  tell("moved");
}

// Brings controls up to date with what is set.
export function refreshAll() {
  controlsOf.forEach((all) => all.forEach((one) => one.refresh()));
  fillPresets();
}

// Shows each problem at its control; returns those that have none.
export function showProblems(problems) {
  controlsOf.forEach((all) => all.forEach((one) => { one.problem.textContent = ""; }));
  return problems.filter((p) => {
    const all = controlsOf.get(p.key);
    all?.forEach((one) => { one.problem.textContent = `${p.rule}${p.suggestion ? `; ${p.suggestion}` : ""}`; });
    return !all;
  });
}

// Whoever chooses another model or variant learns from the program what is set then.
export async function settle() {
  state.resolved = { baseline: {}, changed: {} };
  try {
    state.resolved = await ask("values", asked());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell({ problems: error.problems });
  }
}

async function chosen(change) {
  change();
  await settle();
  tell("chosen");
}

function slotPart(slot, parameters) {
  const model = slot.models.find((m) => m.name === modelOf(slot.name));
  const select = h("select", { id: `model-${slot.name}`, "data-key": `models.${slot.name}`, onchange: () => chosen(() => setModel(slot.name, select.value)) },
    slot.models.map((m) => h("option", { value: m.name, selected: m === model },
      m.standing === "rival" ? choiceName(m.name) : `${choiceName(m.name)} (${words.standing(m.standing)})`)));
  return h("details", { class: "part" }, h("summary", {}, words.slotTitles[slot.name] ?? slot.name,
      same(modelOf(slot.name), modelOf(slot.name, "baseline")) ? null : h("span", { class: "badge" }, choiceName(model.name))),
    h("div", { class: "control" }, h("label", { for: `model-${slot.name}` }, words.model), select),
    h("details", { class: "source" }, h("summary", {}, words.does), h("p", {}, model.text), h("p", {}, model.source)),
    parameters.map((p) => control(p, parameterName(p.key))));
}

// Packages of the file, and those that were kept; what was moved away from one says so.
const presetChoice = h("select", { id: "preset", onchange: () => {
  const { value } = presetChoice;
  if (value !== "moved") chosen(() => (value.startsWith("kept:") ? take(value.slice(5)) : usePreset(value)));
} });
function fillPresets() {
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
const keepButton = h("button", { type: "button", id: "keep-package", onclick: () => {
  const one = keep();
  fillPresets();
  tell({ kept: one.id });
} }, words.keepPackage);
const isPhone = () => matchMedia("(max-width: 900px)").matches;

// The column of controls.
export function controlsPanel() {
  controlsOf.clear();
  const parameters = parametersOf();
  const byKey = new Map(parameters.map((p) => [p.key, p]));
  const { controls } = state;
  const groups = levers.map((group) => ({ ...group, keys: group.keys.filter((key) => byKey.has(key)) })).filter((group) => group.keys.length);
  fillPresets();
  // Where the charts stand below them, sliders are folded away but for what was moved.
  const isOpen = (keys) => !isPhone() || keys.some(isChanged);
  return h("div", { class: "controls" },
    h("div", { class: "control preset" }, h("label", { for: "preset" }, words.tryPackage), presetChoice),
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
