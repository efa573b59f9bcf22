// The report's choices by their names, as the address has them: they stay the same in another report of the same experiment.
import { inAddress, toAddress } from "../shared/address.js";

const most = 1e9;  // kRp of a budget
const variantKeys = { variant: "package", against: "against" };  // choice -> its name in the address

// Choices that the address names and this report has; and the language, or null.
export function choicesInAddress(model) {
  const said = inAddress(), found = {};
  const outcome = model.indexOf(said.outcome);
  if (outcome !== undefined && model.recorded.includes(outcome)) found.outcome = outcome;
  if (/^\d+$/.test(said.month ?? "") && model.monthsCompared.includes(Number(said.month))) found.month = Number(said.month);
  for (const [key, name] of Object.entries(variantKeys)) {
    const v = model.variants.findIndex((variant) => variant.name === said[name]);
    if (v >= 0) found[key] = v;
  }
  const budget = Number(said.budget);
  if (said.budget && budget > 0 && budget <= most) found.budget = budget;
  return { found, lang: said.lang ?? null };
}

// `said`: choices that the reader made; a budget that nobody chose isn't one.
export function choicesToAddress(model, now, lang, said) {
  const variants = Object.entries(variantKeys).filter(([key]) => key in now && (key !== "against" || now[key] > 0))
    .map(([key, name]) => [name, model.variants[now[key]]?.name]);
  toAddress({ outcome: model.outcomes[now.outcome]?.name, month: now.month, ...Object.fromEntries(variants),
    budget: said.has("budget") ? now.budget : null, lang });
}
