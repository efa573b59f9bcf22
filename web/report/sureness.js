// How sure a package's effect is, of what, and because of what it isn't surer: four things that never mean the same.
import { coded, h } from "../shared/dom.js";

// Of the package that the answer names first, a row of the comparison.
export function sureness({ model, words, f }, c) {
  if (!c?.hasInterval) return null;
  const info = model.outcomes[c.outcome];
  const unit = words.unitOfDifference(info, f);
  const range = ({ low, high }) => h("b", {}, words.fromToRange(f.difference(low, info.unit), f.difference(high, info.unit), unit));
  const half = (i) => Math.abs(i.high - i.low) / 2, under = c.against === 0 && model.under(c.variant, c.outcome, c.month);
  const rows = [];
  if (model.overParameters) rows.push([words.sureParameters, words.sureParametersLong(range(c))]);
  else rows.push([words.sureParameters, model.drawn?.parameters?.length ? words.tooFewDraws : coded(words.parametersKnown)]);
  if (c.luck) rows.push([words.sureLuck, words.sureLuckLong(range(c.luck))]);
  if (under) rows.push([words.sureStructure, words.sureStructureLong(range(under), model.answer.answers.length - 1)]);
  if (c.close) rows.push([words.sureComputing, words.sureComputingLong(words.amount(f, half(c.close), info.unit),
    model.overParameters && half(c.close) > half(c) / 3)]);
  const ward = c.ward && h("p", {}, words.inOneWard(model.title(c.variant), f.difference(c.ward.low, info.unit), f.difference(c.ward.high, info.unit),
    unit));
  return h("div", { class: "sureness" }, h("h3", {}, words.sureTitle(model.title(c.variant))), ward,
    h("dl", {}, rows.map(([term, text]) => [h("dt", {}, term), h("dd", {}, text)])));
}
