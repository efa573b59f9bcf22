// Five short lessons: each sets the controls, asks one question, and shows what the simulation says to it. What is told
// afterwards takes its figures from the run on the page.
import { h } from "../shared/dom.js";
import { refreshAll } from "./controls.js";
import { result } from "./curves.js";
import { effectAt } from "./effect.js";
import { ask } from "./server.js";
import { settle } from "./settle.js";
import { open, outcome, state, tell } from "./state.js";
import { words } from "./words.js";

// What each lesson sets, and the outcomes that its answer speaks of, by the names that web/explore/words gives them.
const lessons = [
  { name: "news", set: { "socialization.q_other": 0, "socialization.q_participant": 0 }, months: 36, right: 1,
    outcomes: ["informed", "grant_belief", "participation_poor", "poor_served"], told: { informed: "informed", belief: "grant_belief" } },
  { name: "books", set: { "lending.lag": 0, "lending.window_dressing": 0 }, months: 36, right: 2,
    outcomes: ["reported_repayment", "recovery", "lending_suspended", "lent_kRp"],
    told: { reported: "reported_repayment", recovery: "recovery", suspended: "lending_suspended" } },
  { name: "money", set: { "programme.grant": 500000 }, months: 36, right: 2,
    outcomes: ["poor_served", "lent_kRp", "recovery", "capital_left", "cost_kRp"],
    told: { served: "poor_served", lent: "lent_kRp", left: "capital_left", cost: "cost_kRp" } },
  { name: "facilitators", set: { "programme.exit": 72 }, months: 72, right: 0,
    outcomes: ["capacity", "group_survival", "cohesion", "recovery", "self_reliance"],
    told: { capacity: "capacity", groups: "group_survival", recovery: "recovery" } },
  { name: "audits", set: { "supervision.audit_probability": 1 }, months: 36, right: 0,
    outcomes: ["leakage", "reported_repayment", "recovery", "lending_suspended"],
    told: { leakage: "leakage", reported: "reported_repayment", recovery: "recovery" } },
].map((lesson) => ({ ...lesson, words: words.lessons[lesson.name] }));

const element = h("div", {});
const begin = h("button",
  { type: "button", id: "lessons", "aria-expanded": false, onclick: () => (state.lesson === null ? start(0) : leave()) },
  words.fiveLessons);
let answered = null, told = null;

async function start(number) {
  const lesson = lessons[number];
  state.lesson = number;
  answered = null;
  open(await ask("controls", { base: "defaults" }), "defaults");
  Object.assign(state, { changed: { ...lesson.set }, months: lesson.months, month: lesson.months, outcomes: [...lesson.outcomes], replicates: 32 });
  await settle();
  begin.setAttribute("aria-expanded", true);
  begin.textContent = words.leave;
  show();
  state.tab = "curves";
  tell("opened");
  tell("tab");
  refreshAll();
}

async function leave() {
  state.lesson = null;
  begin.setAttribute("aria-expanded", false);
  begin.textContent = words.fiveLessons;
  element.replaceChildren();
  open(await ask("controls", { base: "opened" }), "opened");
  await settle();
  tell("opened");
  refreshAll();
}

function show() {
  const number = state.lesson, lesson = lessons[number];
  told = h("div", { class: "told", role: "status" });
  element.replaceChildren(h("section", { class: "lesson", "aria-label": words.lesson }, h("div", {},
    h("p", { class: "step" }, words.lessonOf(number + 1, lessons.length)), h("h2", {}, lesson.words.title), h("p", {}, lesson.words.text),
    h("fieldset", {}, h("legend", {}, lesson.words.question), h("div", { class: "answers" }, lesson.words.answers.map((text, i) =>
      h("label", {}, h("input", { type: "radio", name: "answer", value: i, onchange: () => { answered = i; lessonAnswer(result()); } }), text))))),
    h("div", {}, told,
    h("div", { class: "buttons" },
      number > 0 && h("button", { type: "button", onclick: () => start(number - 1) }, words.before),
      number + 1 < lessons.length && h("button", { type: "button", id: "next-lesson", onclick: () => start(number + 1) },
        words.next(lessons[number + 1].words.title))))));
}

// What the simulation says to the question, once it was answered and the run is complete.
export function lessonAnswer(answer) {
  if (state.lesson === null || answered === null || !answer?.end || answer.before !== "baseline") return;
  const lesson = lessons[state.lesson];
  if (!lesson.outcomes.every((name) => answer.outcomes[name])) return;
  const right = answered === lesson.right, month = Math.min(state.month, answer.months);
  const figures = Object.fromEntries(Object.entries(lesson.told).map(([key, name]) => [key, effectAt(answer.outcomes[name], outcome(name), month)]));
  told.replaceChildren(h("p", { class: `verdict ${right ? "right" : "wrong-answer"}` }, right ? words.right : words.wrong(lesson.words.answers[lesson.right])),
    ...lesson.words.told(figures).map((text) => h("p", {}, text)));
}

export const lessonsPanel = { buttons: h("div", { class: "buttons" }, begin), element };
