// Two results side by side: what was set differently, and what came of it.
import { skipTo } from "../shared/address.js";
import { removeAllCharts } from "../shared/charts.js";
import { h } from "../shared/dom.js";
import { formats } from "../shared/format.js";
import { languageOf, languages as names } from "../shared/language.js";
import { withTools } from "../shared/take.js";
import { choicesOf } from "../report/choices.js";
import { choicesInAddress, choicesToAddress, modelIn, modelOf } from "./model.js";
import { bothTable, choose, curves, finding, pairing } from "./outcomes.js";
import { settings } from "./settings.js";
import { en } from "./words/en.js";
import { id } from "./words/id.js";

const wordsIn = { en, id };
const model = modelOf(JSON.parse(document.getElementById("data").textContent));
const { found, lang: asked } = choicesInAddress(model);
let now = { outcome: model.outcome, month: model.months_shown[model.months_shown.length - 1], variant: 0, ...found };

const card = (letter, one, words) => h("div", {}, h("h2", {}, h("span", { class: "letter" }, letter), one.title),
  h("p", {}, words.cardOf(one)), h("p", {}, words.folderOf(one.folder)));

function show(lang) {
  removeAllCharts();
  document.documentElement.lang = lang;
  const words = wordsIn[lang], f = formats(lang), said = modelIn(model, lang);
  const choices = choicesOf(now, (chosen) => {
    now = chosen;
    choicesToAddress(model, now, lang);
  }), { live } = choices;
  const page = { model: said, words, f, choices, get info() { return model.outcomes[choices.now.outcome]; } };
  const lists = choose(page);
  document.getElementById("page").replaceChildren(
    skipTo("outcomes", words.skip),
    h("header", { class: "masthead" }, h("span", { class: "brand" }, "Swadaya"), h("span", {}, words.sideBySide),
      h("span", { class: "languages", role: "group", "aria-label": words.language }, Object.entries(names).map(([key, name]) =>
        h("button", { "aria-pressed": String(key === lang), lang: key, onclick: () => speak(key) }, name)))),
    h("h1", {}, words.title), h("div", { class: "two" }, card("A", said.a, words), card("B", said.b, words)),
    h("section", { id: "outcomes" }, h("h2", {}, words.outcomesTitle),
      h("p", { class: "choices" }, live(["outcome"], lists.outcome), live(["month"], lists.month)),
      live(["outcome", "month"], () => [finding(page), bothTable(page, model.row, words.tableOf(words.outcomeName(page.info.name), now.month)),
        h("p", { class: "note" }, words.definition(page.info))]),
      pairing(page)),
    h("section", { id: "curves" }, h("h2", {}, words.curvesTitle), h("p", { class: "lead" }, words.curvesLead),
      model.variants.length > 1 && h("p", { class: "choices" }, live(["variant"], lists.variant)),
      live(["outcome", "variant"], () => curves(page))),
    model.hasGains && h("section", { id: "gains" }, h("h2", {}, words.gainsTitle), h("p", { class: "lead" }, words.gainsLead),
      live(["outcome", "month"], () => bothTable(page, model.gain, words.tableOf(words.outcomeName(page.info.name), now.month), true))),
    h("section", { id: "settings" }, settings(page).flat(Infinity).filter(Boolean)));
  withTools(document.getElementById("page"), { lang, name: `${said.a.title} ${said.b.title}`,
    source: () => `${words.title}: A ${said.a.title}, B ${said.b.title}. Swadaya.` });
  document.getElementById("page").querySelectorAll(":scope > :empty").forEach((element) => element.remove());
}

// A language that the reader chooses stands in the address.
function speak(lang) {
  show(lang);
  choicesToAddress(model, now, lang);
}
show(languageOf(asked));
