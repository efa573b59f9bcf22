// The words of the page, in the language it was asked for.
import { inAddress } from "../shared/address.js";
import { formats, unitOf } from "../shared/format.js";
import { languageOf } from "../shared/language.js";
import { stampOf } from "../report/stamps.js";
import { choiceNames } from "./words/choices.js";
import { en } from "./words/en.js";
import { id } from "./words/id.js";
import { namesInEnglish } from "./words/names_en.js";
import { namesInIndonesian } from "./words/names_id.js";

export const lang = languageOf(inAddress().lang);
document.documentElement.lang = lang;
export const words = lang === "id" ? id : en;
export const f = formats(lang);
export const unitHere = (unit) => unitOf(unit, lang);
export const whole = (n) => n.toLocaleString(f.locale);

// In the order of the five things that went wrong, then money and capacity.
const keys = {
  socialization: ["socialization.meetings", "socialization.messengers", "socialization.q_other"],
  target: ["targeting.verified", "targeting.elite_bonus", "targeting.quota"],
  facilitation: ["facilitation.hours", "facilitation.after_disbursement", "programme.exit"],
  supervision: ["supervision.audit_probability", "supervision.published", "supervision.sanction", "coordination.list_kept"],
  coordination: ["coordination.sequence", "coordination.stages", "coordination.stage_mean"],
  money: ["programme.grant", "programme.first_loan", "programme.loan_growth", "programme.full_repayment_first"],
  groups: ["programme.meetings", "programme.saving_months"],
  repayment: ["lending.norm", "lending.next_loan"],
};
export const levers = Object.entries(keys).map(([title, of]) => ({ title: words.leverTitles[title], keys: of }));

const names = lang === "id" ? namesInIndonesian : namesInEnglish;
const plain = (name) => name.replaceAll("_", " ");
// A parameter of a plug-in goes by what its model calls it.
export const parameterName = (key) => {
  const [section, name] = [key.slice(0, key.indexOf(".")), key.slice(key.indexOf(".") + 1)];
  return words.leverNames[key] ?? names[section]?.[name] ?? plain(name);
};
// Of a model, or of a value of a choice.
export const modelName = (name) => name.replaceAll("_", " ").replaceAll("-", " ");
export const choiceName = (choice) => choiceNames[choice]?.[lang === "id" ? 1 : 0] ?? modelName(choice);
// A setting's value as people write it.
export const valueText = (value) => (typeof value === "boolean" ? (value ? words.yes : words.no)
  : typeof value === "number" ? value.toLocaleString(f.locale, { maximumFractionDigits: 6 })
    : Array.isArray(value) ? value.map(valueText).join("; ") : choiceName(String(value)));
const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
// With the mark of those that miss a hard fact.
export const headline = (info) => capital(words.outcome(info)) + stampOf(info.name);
