// A parameter against an outcome, and two parameters as a heat map: swept on the spot, in the same worlds. What they sweep is the side that is
// shown; its differences are from the reference.
import { h } from "../shared/dom.js";
import { drawHeat } from "./heat.js";
import { pictureAsked, reference, shown } from "./packages.js";
import { steps } from "./scale.js";
import { Refused, stream } from "./server.js";
import { referenceWithin } from "./sides.js";
import { parametersOf, state } from "./state.js";
import { drawSweep } from "./sweep.js";
import { labelled, options } from "./sweepable.js";
import { headline, words } from "./words.js";

// What both panels share: choices above, a chart, a table, and one run at a time.
function panel({ id, axes, count, replicates, draw, note }) {
  const chosen = axes.map((key) => ({ key, from: null, to: null }));
  const own = { outcome: "", answer: null, axes: [], asked: "" };
  const choices = h("div", { class: "run" }), wrong = h("p", { class: "problem", role: "alert" }), status = h("p", { class: "status", role: "status" });
  const place = h("div", {}), figures = h("div", {}), title = h("h3", { class: "chart-title" });
  const noteText = h("p", { class: "note" });
  const element = h("div", { class: "points" }, choices, wrong, status, title, place, noteText,
    h("details", { class: "figures" }, h("summary", {}, words.asTable), figures));

  function fill() {
    const side = shown(), known = new Map(parametersOf(side).map((p) => [p.key, p]));
    noteText.textContent = note(words.asOn(side.id, side.title), referenceWithin());
    chosen.forEach((axisOf, i) => {
      if (!known.has(axisOf.key)) Object.assign(axisOf, { key: [...known.keys()][i], from: null, to: null });
    });
    if (!state.controls.outcomes.some((o) => o.name === own.outcome)) own.outcome = state.outcomes.includes("recovery") ? "recovery" : state.outcomes[0];
    choices.replaceChildren(
      ...chosen.flatMap((axisOf, i) => {
        const parameter = known.get(axisOf.key), numeric = parameter.kind === "number" || parameter.kind === "whole";
        const values = steps(parameter, count);
        const edge = (name, value) => labelled(`${id}-${name}-${i}`, words[name],
          h("input", { type: "number", step: "any", id: `${id}-${name}-${i}`, value: axisOf[name] ?? value,
          onchange: (event) => { axisOf[name] = event.target.value === "" ? null : Number(event.target.value); run(); } }));
        return [labelled(`${id}-key-${i}`, axes.length === 1 ? words.parameter : i === 0 ? words.across : words.up,
          h("select", { id: `${id}-key-${i}`, onchange: (event) => {
            Object.assign(axisOf, { key: event.target.value, from: null, to: null });
            fill();
            run();
          } }, options(side, axisOf.key))),
          ...(numeric ? [edge("from", values[0]), edge("to", values[values.length - 1])] : [])];
      }),
      labelled(`${id}-outcome`, words.outcomeWord, h("select", { id: `${id}-outcome`, onchange: (event) => { own.outcome = event.target.value; run(); } },
        state.controls.outcomes.map((o) => h("option", { value: o.name, selected: o.name === own.outcome }, headline(o))))));
  }

  function showAnswer(more) {
    const picture = draw(Object.assign(own, more));
    title.textContent = picture.title;
    if (!place.firstChild) place.append(picture.chart.element);
    if (picture.legend) (place.querySelector(".heat-legend") ?? place.appendChild(h("p"))).replaceWith(picture.legend);
    picture.chart.draw();
    figures.replaceChildren(picture.table);
  }

  async function run() {
    const side = shown(), ref = reference(), known = new Map(parametersOf(side).map((p) => [p.key, p]));
    own.axes = chosen.map((axisOf) => ({ parameter: known.get(axisOf.key), values: steps(known.get(axisOf.key), count, axisOf.from, axisOf.to) }));
    const body = pictureAsked({ axes: own.axes.map(({ parameter, values }) => ({ key: parameter.key, values })), side: "changed",
      outcome: own.outcome, month: Math.min(state.month, state.months), replicates: Math.min(state.replicates, replicates) });
    document.body.dataset.points = "going";
    wrong.textContent = "";
    if (own.asked === JSON.stringify(body)) {  // known; names may be others
      showAnswer({ side, ref });
      document.body.dataset.points = "done";
      return;
    }
    own.asked = "";
    const began = performance.now();
    try {
      await stream("points", body, (answer) => {
        showAnswer({ answer, side, ref });
        status.textContent = answer.end ? words.pointsDone(answer.points.length, answer.of, Math.round(performance.now() - began))
          : words.worlds(answer.worlds, answer.of);
        if (!answer.end) return;
        own.asked = JSON.stringify(body);
        document.body.dataset.points = "done";
      });
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      wrong.textContent = error.message;
      document.body.dataset.points = "refused";
    }
  }
  return { element, show: () => { fill(); run(); }, update: () => { fill(); run(); } };
}

export const sweepPanel = panel({ id: "sweep", axes: ["supervision.audit_probability"], count: 11, replicates: 16, draw: drawSweep,
  note: words.sweepNote });
export const heatPanel = panel({ id: "heat", axes: ["supervision.audit_probability", "supervision.sanction"], count: 6, replicates: 16, draw: drawHeat,
  note: words.heatNote });
