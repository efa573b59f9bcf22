// 7. What a design shows: its answer for the first screen, its key figure beside it, and its section.
import { h } from "../shared/dom.js";
import * as calibration from "./calibration.js";
import { monthChoice, outcomeChoice } from "./choices.js";
import * as factorial from "./factorial.js";
import * as optimisation from "./optimisation.js";
import * as sensitivity from "./sensitivity.js";
import * as sweep from "./sweep.js";

const kinds = { factorial, sweep, morris: sensitivity, sobol: sensitivity, calibration, optimisation };
const kindOf = (model) => model.designed && kinds[model.designed.kind];
// Of the chosen outcome and month; a search answers once for all.
const chosen = ({ model, choices }) => (isSearch(model) ? model.designed
  : model.designed.all.find((one) => one.outcome === choices.now.outcome && one.month === choices.now.month));

export const isDesigned = (model) => Boolean(kindOf(model));
export const isSearch = (model) => isDesigned(model) && !model.designed.all;

export const designKicker = (page) => kindOf(page.model).kicker(page);
export const designCaveat = (page) => kindOf(page.model).caveat(page);

// Of the chosen outcome and month; null where nothing was recorded of it.
export const designVerdict = (page) => (chosen(page) ? kindOf(page.model).verdict(page, chosen(page))
  : h("p", { class: "headline" }, page.words.nothingRecorded(page.model.outcomes[page.choices.now.outcome].name)));
export const designGlance = (page) => (chosen(page) ? kindOf(page.model).glance(page, chosen(page)) : null);

export function designed(page) {
  const { model, words, choices } = page;
  if (!isDesigned(model)) return null;
  const kind = kindOf(model);
  return h("section", { id: "designed" },
    h("h2", {}, kind.title(page)), h("p", { class: "lead" }, kind.lead(page)),
    isSearch(model) ? kind.body(page, model.designed) : [
      h("p", { class: "choices" }, outcomeChoice(page, model.outcomes_shown), model.months_shown.length > 1 && monthChoice(page, model.months_shown)),
      choices.live(["outcome", "month"], () => (chosen(page) ? kind.body(page, chosen(page))
        : h("p", {}, words.nothingRecorded(model.outcomes[choices.now.outcome].name))))]);
}

// Which other sections make sense: curves of thousands of points don't, nor differences from a point of a design.
export function sectionsFor(model, sections) {
  const of = (...names) => names.map((name) => sections[name]);
  if (!isDesigned(model)) return Object.values(sections);
  if (model.designed.kind === "factorial") return of("trust", "forest", "series", "books", "gains", "designed", "ward", "settings");
  if (model.hasCurves) return of("trust", "series", "books", "gains", "designed", "ward", "settings");
  return of("trust", "designed", "settings");
}
