// 1. The question, and the answer in words made from the figures, with the costs.
import { h, table } from "../shared/dom.js";
import { unitOf } from "../shared/format.js";
import { againstChoice, monthChoice, outcomeChoice } from "./choices.js";
import { stampNote } from "./stamps.js";
import { glance, ledger } from "./ledger.js";
import { trustLine } from "./trust.js";
import { verdict } from "./verdict.js";
import { designCaveat, designGlance, designKicker, designVerdict, isDesigned, isSearch } from "./designs.js";

export function answer(page) {
  const { model, words, choices } = page;
  return h("section", { id: "answer", "aria-labelledby": "title" },
    h("p", { class: "kicker" }, words.kicker(model, isSearch(model) ? designKicker(page) : null)),
    h("h1", { id: "title" }, model.heading),
    model.description && h("p", { class: "description" }, model.description),
    model.months_shown.length < model.all_months_shown && h("p", { class: "note" }, words.lastMonths(model.months_shown.length, model.all_months_shown)),
    words.shared(model) && h("p", { class: "note" }, words.shared(model)),
    !isSearch(model) && h("p", { class: "choices" }, outcomeChoice(page, model.outcomes_shown),
      model.months_shown.length > 1 && monthChoice(page, model.months_shown), againstChoice(page)),
    !isSearch(model) && choices.live(["outcome"], () => stampNote(page, choices.now.outcome)),
    choices.live(["outcome", "month", "against"], () => {
      const beside = [isDesigned(model) ? designGlance(page) : model.has_baseline && ledger(page), trustLine(page)].filter(Boolean);
      return h("div", { class: "first-screen" }, h("div", { class: "verdict", "aria-live": "polite" },
        isDesigned(model) ? designVerdict(page) : model.has_baseline ? verdict(page) : pointsVerdict(page)),
      beside.length > 0 && h("div", { class: "beside" }, beside));
    }),
    model.has_baseline && choices.live(["month", "against"], () => glance(page), "div", { class: "glance" }),
    model.isLone && !isSearch(model) && loneTable(page),
    h("p", { class: "caveat" }, isSearch(model) ? designCaveat(page) : words.caveat(model)));
}

// Without a baseline: where the outcome lies, over worlds or over points.
function pointsVerdict({ model, words, f, choices }) {
  const { outcome, month } = choices.now, info = model.outcomes[outcome];
  const means = model.variants.map((_, v) => ({ v, s: model.summary(v, outcome, month) })).filter(({ s }) => s?.mean !== null && s)
    .sort((a, b) => a.s.mean - b.s.mean);
  if (!means.length) return h("p", { class: "headline" }, words.nothingRecorded(info.name));
  const low = means[0], high = means[means.length - 1];
  const range = (s) => h("span", { class: "interval" }, f.range(s.low, s.high, info.unit));
  if (model.isLone)
    return [h("p", { class: "question" }, words.questionLone(info, month)),
      h("p", { class: "headline" }, words.lone(info.name, [h("b", {}, f.mean(low.s.mean, info.unit) + words.unitBehind(info.unit))]),
        low.s.n > 1 && [" ", words.loneRange(range(low.s))])];
  const short = (value) => (Number.isFinite(Number(value)) ? String(Number(Number(value).toPrecision(4))) : value);
  const settings = (v) => words.settingsOf(model.settings.rows.map((row) => [`${row[0]}.${row[1]}`,
    row[7][v] ?? (row[7].some((x) => x !== null) ? row[2] : null)])
    .filter(([, value]) => value !== null).map(([key, value]) => [key, short(value)]));
  return [h("p", { class: "question" }, words.questionPoints(model, info, month)),
    h("p", { class: "headline" }, words.spans(info.name, h("b", {}, f.mean(low.s.mean, info.unit)),
      h("b", {}, f.mean(high.s.mean, info.unit)), words.unitBehind(info.unit))),
    h("p", {}, words.lowest, " ", settings(low.v)), h("p", {}, words.highest, " ", settings(high.v))];
}

function loneTable({ model, words, f }) {
  return table([words.outcome, ...model.months_shown.map((month) => `${words.month} ${month}`)],
    [...new Set([...model.outcomes_shown, model.indexOf("cost_kRp")])].map((k) => {
      const info = model.outcomes[k];
      return [words.outcomeName(info.name, true) + (info.unit === "share" ? "" : `, ${unitOf(info.unit, f.lang).name}`),
        ...model.months_shown.map((month) => {
          const s = model.summary(0, k, month);
          return s ? `${f.mean(s.mean, info.unit)} ${s.n > 1 ? f.range(s.low, s.high, info.unit) : ""}` : f.words.none;
        })];
    }), { caption: words.loneCaption });
}
