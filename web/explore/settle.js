// What follows from a choice that sets more than itself: another model, a package, another baseline.
import { ask, Refused } from "./server.js";
import { asked, state, tell } from "./state.js";

// Whoever chooses another model or variant learns from the program what is set then.
export async function settle() {
  state.resolved = { baseline: {}, changed: {} };
  try {
    state.resolved = await ask("values", asked());
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    tell({ problems: error.problems });
  }
}

export async function chosen(change) {
  change();
  await settle();
  tell("chosen");
}
