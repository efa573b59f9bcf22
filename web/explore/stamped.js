// Outcomes that miss hard facts carry their mark here as in the report, and what it means stands below the curves. Facts were measured
// with the settings of the file: what sliders change isn't measured anew.
import { h } from "../shared/dom.js";
import { allStamps, markStamped } from "../report/stamps.js";
import { state } from "./state.js";
import { f, words } from "./words.js";

export function stampsOfScenario() {
  const { outcomes, stamps } = state.controls;
  markStamped({ outcomes, stamps });
  const part = allStamps({ model: { outcomes, stamps }, words: { ...words, outcomeName: words.outcome, against: words.factAgainst }, f });
  part?.append(h("p", { class: "note" }, words.factsOfTheFile));
  return part;
}
