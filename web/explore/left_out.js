// What a saved file doesn't have of the experiment that was opened, and whose draws its worlds take, in words.
import { coded, h } from "../shared/dom.js";
import { words } from "./words.js";

const study = "study.";

// `left_out`: [{ key, why }] of the program.
function reasons(left) {
  const why = words.leftOutWhy, ofStudy = left.filter(({ key }) => key.startsWith(study)).map(({ key }) => key.slice(study.length));
  const said = left.filter(({ key }) => !key.startsWith(study)).map(({ key, why: against }) => {
    if (key.startsWith("[")) return why.table(key);
    return typeof why[key] === "function" ? why[key](against) : why[key] ?? key;
  });
  return [...said, ...(ofStudy.length ? [why.study(ofStudy.join(", "))] : [])];
}

// Paragraphs and a list, as far as there is anything to say.
export const leftOutOf = ({ left_out = [], draws = "" }) => [
  ...(draws ? [h("p", {}, coded(words.draws(draws)))] : []),
  ...(left_out.length ? [h("div", {}, h("p", {}, words.leftOut), h("ul", {}, reasons(left_out).map((text) => h("li", {}, text))))] : []),
];
