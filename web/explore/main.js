// The explorer's page: what is set on the left, what comes of it on the right.
import { h } from "../shared/dom.js";
import { languages } from "../shared/language.js";
import { withTools } from "../shared/take.js";
import { skipTo } from "../shared/address.js";
import { keepInAddress, speak, takeFromAddress } from "./address.js";
import { controlsPanel, refreshAll, settle, showProblems } from "./controls.js";
import { curvesPanel, drawCurves, forget, result, showOutcomes, showStamps } from "./curves.js";
import { closeWithEscape } from "./escape.js";
import { filesPanel } from "./files.js";
import { lessonsPanel, lessonAnswer } from "./lessons.js";
import { mainAsked, reference, runPairs, stopPairs } from "./packages.js";
import { heatPanel, sweepPanel } from "./points.js";
import { ask, Refused, stream } from "./server.js";
import { fillSides } from "./sides.js";
import { stampsOfScenario } from "./stamped.js";
import { onchange, open, state, tell } from "./state.js";
import { wardPanel } from "./ward.js";
import { headline, lang, whole, words } from "./words.js";

const status = h("p", { class: "status", role: "status" });
const wrong = h("div", { class: "wrong", role: "alert" });
const controlsPlace = h("div", { class: "controls-place" });
const runPlace = h("div", { class: "run-place" });

const tabs = [
  { id: "curves", title: words.tabs.curves, panel: curvesPanel },
  { id: "ward", title: words.tabs.ward, panel: wardPanel.element, part: wardPanel },
  { id: "sweep", title: words.tabs.sweep, panel: sweepPanel.element, part: sweepPanel },
  { id: "heat", title: words.tabs.heat, panel: heatPanel.element, part: heatPanel },
];
let tab = "curves";

function show(id) {
  tab = id;
  for (const one of tabs) {
    const on = one.id === id;
    one.button.setAttribute("aria-selected", on);
    one.button.tabIndex = on ? 0 : -1;
    one.panel.hidden = !on;
  }
  tabs.find((one) => one.id === id).part?.show();
  if (id === "curves") drawCurves();
  keepInAddress(tab);
}

const tabList = h("div", { class: "tabs", role: "tablist", "aria-label": words.tabsLabel }, tabs.map((one, i) => {
  one.button = h("button", { type: "button", role: "tab", id: `tab-${one.id}`, "aria-controls": `panel-${one.id}`, onclick: () => show(one.id),
    onkeydown: (event) => {
      const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!way) return;
      const next = tabs[(i + way + tabs.length) % tabs.length];
      show(next.id);
      next.button.focus();
    } }, one.title);
  Object.assign(one.panel, { id: `panel-${one.id}` });
  one.panel.setAttribute("role", "tabpanel");
  one.panel.setAttribute("aria-labelledby", `tab-${one.id}`);
  return one.button;
}));

function complain(error) {
  const problems = error instanceof Refused ? error.problems : [{ key: "", text: String(error) }];
  wrong.replaceChildren(...showProblems(problems).map((p) => h("p", {}, p.text)));
  status.textContent = words.notRun;
}

// One run at a time: a move ends the one before it.
let began = 0;
async function run() {
  const mine = (began = performance.now()), before = reference().id === "changed" ? "baseline" : reference().id;
  let first = null;
  document.body.dataset.run = "going";
  document.body.dataset.packages = "waiting";
  stopPairs();
  try {
    await stream("run", mainAsked(), (answer) => {
      answer.before = before;
      first ??= performance.now() - mine;
      showProblems([]);
      wrong.replaceChildren();
      drawCurves(answer);
      const worlds = words.worlds(answer.worlds, answer.of);
      status.textContent = answer.end
        ? words.after(answer.of, Math.round(first), Math.round(performance.now() - mine))
        : worlds;
      document.body.dataset.first = Math.round(first);
      if (!answer.end) return;
      document.body.dataset.run = "done";
      document.body.dataset.all = Math.round(performance.now() - mine);
      lessonAnswer(answer);
      tabs.find((one) => one.id === tab).part?.update();
    });
    if (mine === began && await runPairs(() => drawCurves()) && mine === began) document.body.dataset.packages = "done";
  } catch (error) {
    if (mine !== began) return;
    document.body.dataset.run = "refused";
    complain(error);
  }
}

// Many moves within a frame are one.
let waiting = false;
function soon() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => { waiting = false; run(); });
}

const number = (id, label, low, high, key, more = {}) => h("label", { class: "small", for: id }, h("span", {}, label),
  h("input", { type: "number", id, min: low, max: high, step: 1, value: state[key], onchange: (event) => {
    state[key] = Math.round(Number(event.target.value));
    if (key === "months") state.month = Math.min(state.month, state.months) || state.months;
    tell("run");
  }, ...more }));

function runPanel() {
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
    drawCurves();
    lessonAnswer(result());
    keepInAddress(tab);
  } });
  const monthText = h("output", { for: "month" }, state.month);
  const chosen = h("details", { class: "outcomes" }, h("summary", {}, words.outcomes),
    h("div", { class: "choices" }, controls.outcomes.map((o) => h("label", { title: words.definition(o) },
      h("input", { type: "checkbox", value: o.name, checked: state.outcomes.includes(o.name), onchange: (event) => {
        state.outcomes = event.target.checked ? [...state.outcomes, o.name] : state.outcomes.filter((name) => name !== o.name);
        if (state.outcomes.length === 0) state.outcomes = [o.name];
        showOutcomes();
        tell("run");
      } }), headline(o)))));
  return h("div", { class: "run" }, size, number("months", words.months, 1, 240, "months"), number("replicates", words.replicates, 2, 64, "replicates"),
    number("seed", words.seed, 0, 9e15, "seed"),
    h("label", { class: "small month", for: "month" }, h("span", {}, words.atMonth, monthText), month), chosen);
}

function rebuild() {
  controlsPlace.replaceChildren(controlsPanel());
  runPlace.replaceChildren(runPanel());
  document.getElementById("scenario-title").textContent = state.controls.title || words.everyDefault;
}

onchange((what) => {
  if (what?.problems) return complain(new Refused(what.problems));
  if (what?.against) state.against = what.against;
  if (["chosen", "opened"].includes(what) || what?.kept || what?.renamed || what?.dropped || what?.against) {
    fillSides(what?.kept);
    refreshAll();
  }
  if (what?.renamed) return drawCurves();
  if (what === "chosen") rebuild();
  if (what === "run") runPlace.replaceChildren(runPanel());
  if (what === "opened") {
    showStamps(stampsOfScenario());
    forget();
    rebuild();
    showOutcomes();
  }
  keepInAddress(tab);
  if (what === "tab") return show(state.tab);
  soon();
});

async function begin() {
  document.getElementById("app").replaceChildren(
    skipTo("panel-curves", words.skip),
    h("header", {}, h("div", { class: "names" }, h("h1", {}, "Swadaya"), h("p", { id: "scenario-title" })), lessonsPanel.buttons, filesPanel.buttons,
      h("div", { class: "buttons", role: "group", "aria-label": words.language }, Object.entries(languages).map(([key, name]) =>
        h("button", { type: "button", lang: key, "aria-pressed": String(key === lang), onclick: () => speak(key) }, name)))),
    filesPanel.element, lessonsPanel.element,
    h("div", { class: "columns" },
      h("aside", { "aria-label": words.set }, h("h2", { class: "out-of-sight" }, words.set), controlsPlace),
      h("main", {}, runPlace, wrong, h("div", { class: "bar" }, tabList, status), tabs.map((one) => one.panel))));
  open(await ask("controls", { base: "opened" }), "opened");
  const tabAsked = takeFromAddress();
  await settle();
  refreshAll();
  tell("opened");
  closeWithEscape();
  show(tabs.some((one) => one.id === tabAsked) ? tabAsked : "curves");
  withTools(document.getElementById("app"), { lang, name: state.controls.title || "swadaya",
    source: () => words.pictureSource(state.controls.title, state.replicates, state.seed) });
}

begin().catch(complain);
