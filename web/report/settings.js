// 9. Every setting, changed ones first; sources; how to run it again; the model after the ODD protocol.
import { h, table } from "../shared/dom.js";
import { sourceInIndonesian, unitInIndonesian } from "../shared/units_id.js";
import { markdown } from "./markdown.js";

export function settings(page) {
  const { model, words, f } = page, { rows, models } = model.settings;
  // A number in no more digits than a reader takes in; experiment.toml has them all.
  const code = (value) => {
    const isLong = typeof value === "string" && value.length > 10 && /^-?\d+\.\d+$/.test(value);
    return h("code", { title: isLong ? value : null }, isLong ? String(Number(Number(value).toPrecision(6))) : value);
  };
  const theirs = (own) => h("ul", { class: "plain" }, own.map((value, v) => value !== null && h("li", {}, `${model.title(v)}: `, code(value))));
  const unitText = (unit) => (f.lang === "id" ? unitInIndonesian(unit) : unit);
  const sourceText = (source) => (f.lang === "id" ? sourceInIndonesian(source) : source);
  const rangeText = (range) => (f.lang === "id" ? range.replace(/ to /, " sampai ") : range);
  const differs = (own) => own.some((value) => value !== null);
  const headings = [words.setting, words.value, words.inPackages, words.default, words.unit, words.source];
  const row = ([section, name, value, usual, unit, range, source, own]) =>
    [h("code", {}, `${section}.${name}`), code(value), differs(own) ? theirs(own) : "",
    code(usual), `${unitText(unit)}${range && range !== "any" && range !== "true, false" ? ` (${rangeText(range)})` : ""}`, sourceText(source)];
  const changedModels = models.filter(([, model_, usual, , own]) => model_ !== usual || differs(own))
    .map(([slot, model_, usual, source, own]) => [words.modelOf(slot), h("code", {}, model_), differs(own) ? theirs(own) : "",
      h("code", {}, usual), "", sourceText(source)]);
  const changed = rows.filter(([, , value, usual, , , , own]) => value !== usual || differs(own));
  const changedRows = [...changedModels, ...changed.map(row)];
  const allModels = models.map(([slot, model_, usual, source, own]) => [words.modelOf(slot), h("code", {}, model_),
    differs(own) ? theirs(own) : "", h("code", {}, usual), "", sourceText(source)]);
  const plain = { numeric: 99 };
  return h("section", { id: "settings" },
    h("h2", {}, words.settingsTitle),
    h("h3", {}, words.changed), h("p", { class: "lead" }, changedRows.length ? words.changedLead : words.changedNone),
    changedRows.length > 0 && table(headings, changedRows, { ...plain, caption: words.changed }),
    h("details", {}, h("summary", {}, words.allSettings(rows.length + models.length)), table(headings, [...allModels, ...rows.map(row)], plain)),
    h("details", {}, h("summary", {}, words.outcomesList),
      table([words.outcome, words.unit, words.definitionOf],
        model.outcomes.map((outcome) => [[words.outcomeName(outcome.name, true), h("small", {}, h("code", {}, outcome.name))],
          unitText(outcome.unit), words.definition(outcome)]),
        plain)),
    h("h3", {}, words.again), h("p", {}, words.againLead(model)),
    h("pre", { tabindex: 0 }, h("code", {}, `swadaya ${model.command} experiment.toml`)),
    lazily(words.odd, () => markdown(model.odd)));
}

function lazily(title, build) {
  const details = h("details", { id: "odd" }, h("summary", {}, title));
  details.addEventListener("toggle", () => { if (details.open && details.children.length === 1) details.append(h("div", { class: "odd" }, build())); });
  return details;
}
