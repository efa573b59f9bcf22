// The explorer's page: what is set on the left, what comes of it on the right.
import { skipTo } from "../shared/address.js";
import { h } from "../shared/dom.js";
import { languages } from "../shared/language.js";
import { withTools } from "../shared/take.js";
import { keepInAddress, speak, takeFromAddress } from "./address.js";
import { controlsPanel, refreshAll } from "./controls.js";
import { curvesPanel, drawCurves, forget, result, showOutcomes, showStamps } from "./curves.js";
import { closeWithEscape } from "./escape.js";
import { filesPanel } from "./files.js";
import { lessonsPanel, lessonAnswer } from "./lessons.js";
import { heatPanel, sweepPanel } from "./points.js";
import { runPanel } from "./run_settings.js";
import { complain, runSoon, status, wrong } from "./runs.js";
import { ask, Refused } from "./server.js";
import { settle } from "./settle.js";
import { chooseShown, fillSides, sidesPanel } from "./sides.js";
import { stampsOfScenario } from "./stamped.js";
import { onchange, open, state, tell } from "./state.js";
import { tabsOf } from "./tabs.js";
import { wardPanel } from "./ward.js";
import { lang, words } from "./words.js";

const controlsPlace = h("div", { class: "controls-place" });
const runPlace = h("div", { class: "run-place" });

const panels = [
  { id: "curves", title: words.tabs.curves, panel: curvesPanel },
  { id: "ward", title: words.tabs.ward, panel: wardPanel.element, part: wardPanel },
  { id: "sweep", title: words.tabs.sweep, panel: sweepPanel.element, part: sweepPanel },
  { id: "heat", title: words.tabs.heat, panel: heatPanel.element, part: heatPanel },
];
const tabs = tabsOf(panels, (id) => {
  chooseShown(id !== "curves");
  if (id === "curves") drawCurves();
  keepInAddress(id);
});
const updatePicture = () => tabs.current().part?.update();

function rebuild() {
  controlsPlace.replaceChildren(controlsPanel());
  runPlace.replaceChildren(runPanel());
  document.getElementById("scenario-title").textContent = state.controls.title || words.everyDefault;
}

// The month of the figures: curves have all months, the others one.
function monthMoved() {
  drawCurves();
  lessonAnswer(result());
  keepInAddress(tabs.current().id);
}

onchange((what) => {
  if (what?.problems) return complain(new Refused(what.problems));
  if (what === "month") return monthMoved();
  if (what === "month chosen") return updatePicture();
  if (what?.against) state.against = what.against;
  if (what?.shown) state.shown = what.shown;
  if (["chosen", "opened"].includes(what) || ["kept", "renamed", "dropped", "against", "shown"].some((change) => what?.[change])) {
    fillSides(what?.kept);
    refreshAll();
  }
  if (what?.renamed) drawCurves();
  if (what?.renamed || what?.shown) return updatePicture();
  if (what === "outcomes") showOutcomes();
  if (what === "chosen") rebuild();
  if (what === "run") runPlace.replaceChildren(runPanel());
  if (what === "opened") {
    showStamps(stampsOfScenario());
    forget();
    rebuild();
    showOutcomes();
  }
  keepInAddress(tabs.current().id);
  if (what === "tab") return tabs.show(state.tab);
  runSoon((answer) => {
    lessonAnswer(answer);
    updatePicture();
  });
});

async function begin() {
  document.getElementById("app").replaceChildren(
    skipTo("panel-curves", words.skip),
    h("header", {}, h("div", { class: "names" }, h("h1", {}, "Swadaya"), h("p", { id: "scenario-title" })),
      h("div", { class: "buttons", role: "group", "aria-label": words.language }, Object.entries(languages).map(([key, name]) =>
        h("button", { type: "button", lang: key, "aria-pressed": String(key === lang), onclick: () => speak(key) }, name))),
      lessonsPanel.buttons, filesPanel.buttons),
    filesPanel.element, lessonsPanel.element,
    h("div", { class: "columns" },
      h("aside", { "aria-label": words.set }, h("h2", { class: "out-of-sight" }, words.set), controlsPlace),
      h("main", {}, runPlace, wrong, h("div", { class: "bar" }, tabs.element, status), sidesPanel, panels.map((one) => one.panel))));
  open(await ask("controls", { base: "opened" }), "opened");
  const tabAsked = takeFromAddress();
  await settle();
  refreshAll();
  tell("opened");
  closeWithEscape();
  tabs.show(tabAsked);
  withTools(document.getElementById("app"), { lang, name: state.controls.title || "swadaya",
    source: () => words.pictureSource(state.controls.title, state.replicates, state.seed) });
}

begin().catch(complain);
