// Five short lessons: each sets the controls, asks one question, and shows what the simulation says to it. What is told
// afterwards takes its figures from the run on the page.
import { h } from "../shared/dom.js";
import { refreshAll, settle } from "./controls.js";
import { effectAt, result } from "./curves.js";
import { ask } from "./server.js";
import { open, outcome, state, tell } from "./state.js";

// { before, after, text, told, good } of an outcome at the lesson's month.
const at = (answer, name) => effectAt(answer.outcomes[name], outcome(name), Math.min(state.month, answer.months));
// "the change can be told from zero" decides which of two sentences is true.
const either = (effect, yes, no) => (effect.told ? yes : no);

const lessons = [
  {
    title: "How news travels",
    text: ["For half a year meetings are held in every RT, and heads pass the news on. Whoever has heard tells neighbours, kin and friends for some months, until it is old news. On the changed side nobody tells anybody: only meetings and heads are left."],
    set: { "socialization.q_other": 0, "socialization.q_participant": 0 }, months: 36, outcomes: ["informed", "grant_belief", "participation_poor", "poor_served"],
    question: "Without talk among neighbours, how many households have heard after three years?",
    answers: ["Nearly as many: meetings reach everybody who cares", "About half as many", "Almost nobody"], right: 1,
    told: (r) => {
      const informed = at(r, "informed"), belief = at(r, "grant_belief");
      return [`With talk ${informed.before} have heard, without it ${informed.after}: talk carries the news about as far again as all meetings do.`,
        either(belief, `But talk bends it. At each hop the loan looks a little more like a gift: without talk the belief in a gift among those who have heard is ${belief.after} instead of ${belief.before}. Fast news and true news are not the same thing.`,
          "Whether talk also bends the news can't be told from these worlds: run more of them.")];
    },
  },
  {
    title: "Why reported repayment looked good",
    text: ["A missed instalment comes into the reported book three months late, and half of them never do: they are rescheduled away. On the changed side the book is honest: every miss shows at once."],
    set: { "lending.lag": 0, "lending.window_dressing": 0 }, months: 36, outcomes: ["reported_repayment", "recovery", "lending_suspended", "lent_kRp"],
    question: "What does the honest book do to what is really repaid (true recovery)?",
    answers: ["It rises: people pay when they are watched", "Nothing: a book only describes", "It falls: lending is stopped, and with it the reason to repay"], right: 2,
    told: (r) => {
      const reported = at(r, "reported_repayment"), recovery = at(r, "recovery"), suspended = at(r, "lending_suspended");
      return [`At the baseline the report says ${reported.before}, and the truth is ${recovery.before}. With an honest book both say ${reported.after}.`,
        either(recovery, `Above 20 % in arrears new lending is suspended, now in ${suspended.after} of the wards instead of ${suspended.before}. Who expects no next loan has less reason to repay: true recovery goes from ${recovery.before} to ${recovery.after}. An honest book without anybody who acts on it makes things worse in this model, and every number in it is an assumption worth sweeping.`,
          `True recovery goes from ${recovery.before} to ${recovery.after}, which can't be told from zero in so few worlds.`)];
    },
  },
  {
    title: "When money alone fails",
    text: ["The answer that comes to mind first: more money. On the changed side the ward gets twice the grant. Nothing else is different."],
    set: { "programme.grant": 500000 }, months: 36, outcomes: ["poor_served", "lent_kRp", "recovery", "capital_left", "cost_kRp"],
    question: "Twice the money: how many more poor households get a loan?",
    answers: ["Twice as many", "Half as many again", "Hardly any more"], right: 2,
    told: (r) => {
      const served = at(r, "poor_served"), lent = at(r, "lent_kRp"), left = at(r, "capital_left"), cost = at(r, "cost_kRp");
      return [`Poor households served: ${served.before} and ${served.after}. ${either(lent, `Lent: ${lent.before} against ${lent.after} million Rp.`, "Not even more is lent.")} Money was not what was scarce: too few households hear, join and form groups that could borrow it. The rest lies in the fund.`,
        `${either(left, `More of the capital is left (${left.before}, then ${left.after}), but only because the same losses are a smaller share of more money. `, "")}The cost goes from ${cost.before} to ${cost.after} million Rp a ward. Try four meetings in each RT instead.`];
    },
  },
  {
    title: "What facilitators leave behind",
    text: ["Facilitators visit groups for three years and then leave; groups go on meeting a fifth as often. On the changed side they stay six years."],
    set: { "programme.exit": 72 }, months: 72, outcomes: ["capacity", "group_survival", "cohesion", "recovery", "self_reliance"],
    question: "Three years after they would have left, what have the facilitators who stayed kept up?",
    answers: ["Capacity and groups, and hardly any repayment", "Repayment above all", "Nothing that lasts"], right: 0,
    told: (r) => {
      const capacity = at(r, "capacity"), groups = at(r, "group_survival"), recovery = at(r, "recovery");
      return [`Group capacity ${capacity.before} without them and ${capacity.after} with them; groups still alive ${groups.before} and ${groups.after}.`,
        `True recovery: ${recovery.before} and ${recovery.after} (${recovery.text}). Be careful with what this says: in this model capacity hardly feeds back on repayment. That is how its lending rule is written, after evidence that is thin; it is not a finding about facilitators.`];
    },
  },
  {
    title: "What audits do",
    text: ["An audit comes to one ward in 25 a year. On the changed side every ward is audited every year. Nobody publishes anything, and nothing else happens to who does not pay."],
    set: { "supervision.audit_probability": 1 }, months: 36, outcomes: ["leakage", "reported_repayment", "recovery", "lending_suspended"],
    question: "An audit every year, and nothing else: what improves?",
    answers: ["Less money leaks; repayment does not rise", "Repayment rises; as much leaks", "Both improve"], right: 0,
    told: (r) => {
      const leakage = at(r, "leakage"), reported = at(r, "reported_repayment"), recovery = at(r, "recovery");
      return [`Leakage goes from ${leakage.before} to ${leakage.after}: who expects to be caught takes less.`,
        `Audits also correct the reported book (${reported.before}, then ${reported.after}), and suspended lending takes away a reason to repay: true recovery ${recovery.before}, then ${recovery.after} (${recovery.text}). What brings borrowers to pay here is being seen by others and confronted: now switch on “List of borrowers published”, and look again.`];
    },
  },
];

const element = h("div", {});
const begin = h("button", { type: "button", id: "lessons", "aria-expanded": false, onclick: () => (state.lesson === null ? start(0) : leave()) }, "Five lessons");
let answered = null, told = null;

async function start(number) {
  const lesson = lessons[number];
  state.lesson = number;
  answered = null;
  open(await ask("controls", { base: "defaults" }), "defaults");
  Object.assign(state, { changed: { ...lesson.set }, months: lesson.months, month: lesson.months, outcomes: [...lesson.outcomes], replicates: 32 });
  await settle();
  begin.setAttribute("aria-expanded", true);
  begin.textContent = "Leave the lessons";
  show();
  state.tab = "curves";
  tell("opened");
  tell("tab");
  refreshAll();
}

async function leave() {
  state.lesson = null;
  begin.setAttribute("aria-expanded", false);
  begin.textContent = "Five lessons";
  element.replaceChildren();
  open(await ask("controls", { base: "opened" }), "opened");
  await settle();
  tell("opened");
  refreshAll();
}

function show() {
  const number = state.lesson, lesson = lessons[number];
  told = h("div", { class: "told", role: "status" });
  element.replaceChildren(h("section", { class: "lesson", "aria-label": "Lesson" },
    h("p", { class: "step" }, `Lesson ${number + 1} of ${lessons.length}`), h("h2", {}, lesson.title), lesson.text.map((text) => h("p", {}, text)),
    h("fieldset", {}, h("legend", {}, lesson.question), h("div", { class: "answers" }, lesson.answers.map((text, i) =>
      h("label", {}, h("input", { type: "radio", name: "answer", value: i, onchange: () => { answered = i; lessonAnswer(result()); } }), text)))),
    told,
    h("div", { class: "buttons" },
      number > 0 && h("button", { type: "button", onclick: () => start(number - 1) }, "Lesson before"),
      number + 1 < lessons.length && h("button", { type: "button", id: "next-lesson", onclick: () => start(number + 1) }, `Next: ${lessons[number + 1].title}`))));
}

// What the simulation says to the question, once it was answered and the run is complete.
export function lessonAnswer(answer) {
  if (state.lesson === null || answered === null || !answer?.end) return;
  const lesson = lessons[state.lesson];
  if (!lesson.outcomes.every((name) => answer.outcomes[name])) return;
  const right = answered === lesson.right;
  told.replaceChildren(h("p", { class: `verdict ${right ? "right" : "wrong-answer"}` }, right ? "So says the simulation too." : `The simulation says otherwise: ${lesson.answers[lesson.right].toLowerCase()}.`),
    ...lesson.told(answer).map((text) => h("p", {}, text)));
}

export const lessonsPanel = { buttons: h("div", { class: "buttons" }, begin), element };
