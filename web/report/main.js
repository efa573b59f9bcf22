// The report of an experiment: unpacks the data that the program wrote into the page, and shows it section by section.
import { strFromU8, unzlibSync } from "fflate";

import { inAddress, skipTo, within } from "../shared/address.js";
import { removeAllCharts } from "../shared/charts.js";
import { h } from "../shared/dom.js";
import { formats } from "../shared/format.js";
import { languageOf, languages as names } from "../shared/language.js";
import { withTools } from "../shared/take.js";
import { choicesInAddress, choicesToAddress } from "./address.js";
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

const wordsIn = { en, id };
// The program packs the figures: what it writes for people without a script stands beside them as it is.
const bytes = Uint8Array.from(atob(document.getElementById("data").textContent), (letter) => letter.charCodeAt(0));
const model = modelOf(JSON.parse(strFromU8(unzlibSync(bytes))));
markStamped(model);
const sections = sectionsFor(model, { trust, forest, series, books, budgetBox, costs, learn, gains, designed, ward, settings });

let choices = null;
const said = new Set();  // what the reader has chosen
function show(lang, chosen = {}) {
  removeAllCharts();
  document.documentElement.lang = lang;
  model.speak(lang);
  document.title = model.heading;
  const all = wordsIn[lang], words = model.has_baseline || model.isLone ? all : { ...all, package: all.point };
  choices = choicesOf({ outcome: model.outcome, month: model.months_shown[model.months_shown.length - 1], variant: 0, ...choices?.now, ...chosen },
    (now, changes) => {
      Object.keys(changes).forEach((key) => said.add(key));
      choicesToAddress(model, now, lang, said);
    });
  // The whole of a factorial experiment is named by what it is, not by all its levers.
  if (model.design === "factorial") model.variants[model.variants.length - 1].title = words.together;
  const page = { model, words, f: formats(lang), choices };
  const built = sections.map((section) => section(page)).filter(Boolean);
  const first = answer(page);
  document.getElementById("page").replaceChildren(
    skipTo("answer", words.skip),
    h("header", { class: "masthead" }, h("span", { class: "brand" }, "Swadaya"), h("span", {}, words.report),
      h("span", { class: "languages", role: "group", "aria-label": words.language }, Object.entries(names).map(([key, name]) =>
        h("button", { "aria-pressed": String(key === lang), lang: key, onclick: () => speak(key) }, name)))),
    first,
    h("nav", { "aria-label": words.contents },
      h("ol", {}, built.map((section) => h("li", {}, within(section.id, section.querySelector("h2").textContent))))),
    ...built);
  withTools(document.getElementById("page"), { lang, name: model.name, source: () => words.pictureSource(model) });
}

// A language that the reader chooses stands in the address.
function speak(lang) {
  show(lang);
  choicesToAddress(model, choices.now, lang, said);
  document.querySelector(`.languages button[lang=${lang}]`).focus();
}

// As the address says it, also when it changes: somebody follows a link to another view of this page.
function fromAddress() {
  const { found, lang } = choicesInAddress(model);
  said.clear();
  Object.keys(found).forEach((key) => said.add(key));
  show(languageOf(lang), { against: 0, budget: undefined, ...found });  // what an address leaves out is as the page opens
}
addEventListener("hashchange", () => { if (Object.keys(inAddress()).length) fromAddress(); });
fromAddress();
document.getElementById(location.hash.slice(1))?.scrollIntoView();
