// Where a package stands among others (Dominance of sim/designs/frontier.hpp).
import { h } from "../shared/dom.js";

export const standingNames = (words) => [words.frontier, words.dominated, words.extended, words.elsewhere];

// Variants in other wards than the baseline's, which are no choice beside the others; `standings`: by variant.
export const elsewhereOf = (standings) => standings.map((_, v) => v).filter((v) => standings[v] === 3);

export const noChoice = ({ model, words, f }, elsewhere) => elsewhere.length > 0
  && h("p", { class: "note" }, words.noChoice(f.list(elsewhere.map((v) => model.title(v)), words.and)));
