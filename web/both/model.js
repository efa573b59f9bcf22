// The page's data as the program wrote it (sim/report/side_by_side.hpp), looked up by variant, outcome and month.
import { inAddress, toAddress } from "../shared/address.js";
import { titleIn } from "../shared/language.js";

const rowsOf = (rows) => {
  const all = new Map();
  for (const [variant, outcome, month, a, b, difference, low, high, told, same] of rows)
    all.set(`${variant} ${outcome} ${month}`, { variant, outcome, month, a, b, difference, low, high, told: Boolean(told), same: Boolean(same) });
  return (variant, outcome, month) => all.get(`${variant} ${outcome} ${month}`);
};

export const modelOf = (raw) => ({
  ...raw,
  row: rowsOf(raw.rows), gain: rowsOf(raw.gains),
  hasGains: raw.gains.length > 0,
  lastMonth: raw.months[raw.months.length - 1],
});

// With titles in the page's language; addresses keep the English ones.
export function modelIn(model, lang) {
  const titled = (one) => ({ ...one, title: titleIn(lang, one) });
  return { ...model, a: titled(model.a), b: titled(model.b), variants: model.variants.map(titled),
    ...(lang === "id" && { only_a: model.only_a_id, only_b: model.only_b_id }) };
}

// What the address says that the reader has chosen: { outcome, month, variant }, those that there are; and the language, or null.
export function choicesInAddress(model) {
  const said = inAddress(), found = {};
  const outcome = model.outcomes.findIndex(({ name }) => name === said.outcome);
  if (outcome >= 0) found.outcome = outcome;
  if (model.months_shown.includes(Number(said.month))) found.month = Number(said.month);
  const variant = model.variants.findIndex(({ title }) => title === said.variant);
  if (variant >= 0) found.variant = variant;
  return { found, lang: said.lang ?? null };
}

export const choicesToAddress = (model, { outcome, month, variant }, lang) =>
  toAddress({ outcome: model.outcomes[outcome].name, month, variant: model.variants[variant].title, lang });
