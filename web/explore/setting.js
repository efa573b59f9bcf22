// One setting: a slider, a choice, a switch or a list, made from its declaration, and what the program says against it.
import { h } from "../shared/dom.js";
import { positions, scaleOf } from "./scale.js";
import { isChanged, set, tell, valueOf } from "./state.js";
import { choiceName, f, valueText, words } from "./words.js";

// As it is shown, "0,2; 0,5" in Indonesian, or as it stands in a file, "0.2, 0.5".
const listIn = (text) => (f.lang === "id" && text.includes(";") ? text.replaceAll(",", ".").split(/[;\s]+/) : text.split(/[,;\s]+/))
  .filter(Boolean).map((x) => (Number.isFinite(Number(x)) ? Number(x) : x));

const edge = (value) => (value === null || value === undefined ? words.any : valueText(value));
const controlsOf = new Map();  // key -> controls that show it, to be brought up to date

// A setting's control: label, what it is set to, its reach, where its default comes from, and what the program says against it.
export function control(parameter, name) {
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
          ? words.between(edge(parameter.low), edge(parameter.high), valueText(parameter.default)) : words.usual(valueText(parameter.default)),
          words.source(parameter.source)))),
    problem);
  const refresh = () => {
    const now = valueOf(key), before = valueOf(key, "baseline");
    input.show(now, before);
    element.classList.toggle("changed", isChanged(key));
    was.textContent = isChanged(key) && before !== undefined ? words.was(valueText(before)) : words.unit(parameter.unit);
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
      onchange: () => move(key, listIn(field.value)) });
    return { element: field, figure: null, show: (value) => { if (document.activeElement !== field) field.value = [value].flat().join(", "); } };
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
      slider.setAttribute("aria-valuetext", `${valueText(value)} ${words.unit(parameter.unit)}`);
      if (document.activeElement !== field) field.value = value;
      mark.style.left = `calc(${scale.toPosition(Number(before)) / positions} * (100% - 16px) + 8px)`;
    },
  };
}

function move(key, value) {
  set(key, value);
  tell("moved");
}

// Brings them up to date with what is set.
export const refreshSettings = () => controlsOf.forEach((all) => all.forEach((one) => one.refresh()));
export const forgetSettings = () => controlsOf.clear();

// Shows each problem at its control; returns those that have none.
export function showProblems(problems) {
  controlsOf.forEach((all) => all.forEach((one) => { one.problem.textContent = ""; }));
  return problems.filter((p) => {
    const all = controlsOf.get(p.key);
    all?.forEach((one) => { one.problem.textContent = `${p.rule}${p.suggestion ? `; ${p.suggestion}` : ""}`; });
    return !all;
  });
}
