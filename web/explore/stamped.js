// Outcomes that miss hard facts carry their mark here as in the report, and what it means stands below the curves. Facts were measured
// with the settings of the file: what sliders change isn't measured anew.
import { h } from "../shared/dom.js";
import { allStamps, markStamped } from "../report/stamps.js";
import { stampsEn } from "../report/words/stamps_en.js";
import { stampsId } from "../report/words/stamps_id.js";
import { outcome, state } from "./state.js";
import { f, headline, lang, words } from "./words.js";

export function stampsOfScenario() {
  const { outcomes, stamps } = state.controls;
  markStamped({ outcomes, stamps });
  const own = { ...(lang === "id" ? stampsId : stampsEn), outcomeName: (name) => headline(outcome(name)) };
  const part = allStamps({ model: { outcomes, stamps }, words: own, f });
  part?.append(h("p", { class: "note" }, words.factsOfTheFile));
  return part;
}
