// The report of an experiment: unpacks the data that the program wrote into the page, and shows it section by section.
import { removeAllCharts } from "../shared/charts.js";
import { h } from "../shared/dom.js";
import { formats } from "../shared/format.js";
import { answer } from "./answer.js";
import { books } from "./books.js";
import { budgetBox } from "./budget_box.js";
import { choicesOf } from "./choices.js";
import { costs } from "./costs.js";
import { designed, sectionsFor } from "./designs.js";
import { forest } from "./forest.js";
import { gains } from "./gains.js";
import { learn } from "./learn.js";
import { modelOf } from "./model.js";
import { series } from "./series.js";
import { settings } from "./settings.js";
import { markStamped } from "./stamps.js";
import { trust } from "./trust.js";
import { ward } from "./ward.js";
import { en } from "./words/en.js";
import { id } from "./words/id.js";

const languages = { en: { words: en, name: "English" }, id: { words: id, name: "Bahasa Indonesia" } };
const model = modelOf(JSON.parse(document.getElementById("data").textContent));
markStamped(model);
const sections = sectionsFor(model, { trust, forest, series, books, budgetBox, costs, learn, gains, designed, ward, settings });

let choices = null;
function show(lang) {
  removeAllCharts();
  document.documentElement.lang = lang;
  const all = languages[lang].words, words = model.has_baseline || model.isLone ? all : { ...all, package: all.point };
  choices = choicesOf(choices?.now ?? { outcome: model.outcome, month: model.months_shown[model.months_shown.length - 1], variant: 0 });
  // The whole of a factorial experiment is named by what it is, not by all its levers.
  if (model.design === "factorial") model.variants[model.variants.length - 1].title = words.together;
  const page = { model, words, f: formats(lang), choices };
  const built = sections.map((section) => section(page)).filter(Boolean);
  const first = answer(page);
  document.getElementById("page").replaceChildren(
    h("a", { class: "skip", href: "#answer" }, words.skip),
    h("header", { class: "masthead" }, h("span", { class: "brand" }, "Swadaya"), h("span", {}, words.report),
      h("span", { class: "languages", role: "group", "aria-label": words.language }, Object.entries(languages).map(([key, { name }]) =>
        h("button", { "aria-pressed": String(key === lang), lang: key, onclick: () => show(key) }, name)))),
    first,
    h("nav", { "aria-label": words.contents },
      h("ol", {}, built.map((section) => h("li", {}, h("a", { href: `#${section.id}` }, section.querySelector("h2").textContent))))),
    ...built);
}
show(document.documentElement.lang === "id" ? "id" : "en");
