// How it is run and what is shown of it: size of the ward, months, worlds, seed, the month of the figures, the outcomes.
import { h } from "../shared/dom.js";
import { state, tell } from "./state.js";
import { headline, whole, words } from "./words.js";

const number = (id, label, low, high, key) => h("label", { class: "small", for: id }, h("span", {}, label),
  h("input", { type: "number", id, min: low, max: high, step: 1, value: state[key], onchange: (event) => {
    state[key] = Math.round(Number(event.target.value));
    if (key === "months") state.month = Math.min(state.month, state.months) || state.months;
    tell("run");
  } }));

export function runPanel() {
  const { controls } = state;
  const part = controls.households !== null && controls.rws > 1;
  const homes = (rws) => whole(Math.round((controls.households / controls.rws) * rws));
  const size = part && h("label", { class: "small", for: "rws" }, h("span", {}, words.size),
    h("select", { id: "rws", onchange: (event) => { state.rws = Number(event.target.value); tell("run"); } },
      [...new Set([1, 2, 5, controls.rws])].filter((n) => n <= controls.rws).sort((a, b) => a - b).map((n) =>
        h("option", { value: n, selected: n === state.rws }, n === controls.rws ? words.whole(homes(n)) : words.part(n, controls.rws, homes(n))))));
  const month = h("input", { type: "range", id: "month", min: 1, max: state.months, step: 1, value: state.month, oninput: () => {
    state.month = Number(month.value);
    monthText.textContent = state.month;
    tell("month");
  }, onchange: () => tell("month chosen") });
  const monthText = h("output", { for: "month" }, state.month);
  const chosen = h("details", { class: "outcomes" }, h("summary", {}, words.outcomes),
    h("div", { class: "choices" }, controls.outcomes.map((o) => h("label", { title: words.definition(o) },
      h("input", { type: "checkbox", value: o.name, checked: state.outcomes.includes(o.name), onchange: (event) => {
        state.outcomes = event.target.checked ? [...state.outcomes, o.name] : state.outcomes.filter((name) => name !== o.name);
        if (state.outcomes.length === 0) {
          state.outcomes = [o.name];
          event.target.checked = true;
        }
        tell("outcomes");
      } }), headline(o)))));
  return h("div", { class: "run" }, size, number("months", words.months, 1, 240, "months"), number("replicates", words.replicates, 2, 64, "replicates"),
    number("seed", words.seed, 0, 9e15, "seed"),
    h("label", { class: "small month", for: "month" }, h("span", {}, words.atMonth, monthText), month), chosen);
}
