// What is shown, in the page's address: package, outcomes, month, tab and language. Settings moved by hand aren't: a file or a command
// keeps those.
import { inAddress, toAddress } from "../shared/address.js";
import { presetNow, state, usePreset } from "./state.js";

const own = inAddress();

// The package that the changed side is, as its file has it; "" where it was moved.
function packageNow() {
  const { preset, exact } = presetNow();
  return exact ? preset.name : "";
}

// Once, after the scenario has been opened: what the address says of it. Returns the tab, or "".
export function takeFromAddress() {
  const known = new Set(state.controls.outcomes.map((outcome) => outcome.name));
  const outcomes = (own.outcomes ?? "").split(",").filter((name) => known.has(name));
  if (outcomes.length) state.outcomes = outcomes;
  if (state.controls.presets.some((preset) => preset.name === own.package)) usePreset(own.package);
  if (/^\d+$/.test(own.month ?? "") && Number(own.month) >= 1 && Number(own.month) <= state.months) state.month = Number(own.month);
  return own.tab ?? "";
}

export function keepInAddress(tab) {
  if (!state.controls || state.lesson !== null || state.base !== "opened") return;
  toAddress({ package: packageNow(), outcomes: state.outcomes.join(","), month: state.month, tab, lang: inAddress().lang });
}

// The same view in another language.
export function speak(language) {
  toAddress({ ...inAddress(), lang: language });
  location.reload();
}
