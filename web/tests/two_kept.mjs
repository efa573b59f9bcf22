// The explorer of a small ward in which two packages are kept, for tests of what is shown of several sides.
import { after, before } from "node:test";

import { exploring } from "./browser.mjs";
import { exploredAt, having } from "./explored.mjs";
import { smallWard } from "./small_ward.mjs";

// To be called once in a file of tests: begins the program before them, ends it behind them, and gives `explored(options, use)`.
export function withTwoKept(folder) {
  const scenario = folder.written("small.toml", `
[experiment]
title = "A small ward"
baseline = "before"
outcomes = ["informed", "participation_poor", "recovery"]
${smallWard()}[[variant]]
name = "before"
title = "As it was"
[[variant]]
name = "loud"
title = "Louder"
set = { "socialization.q_other" = 0.2, "socialization.meetings" = 3 }
[[variant]]
name = "lent"
title = "Other lending"
set = { "models.lending" = "hazard" }
`);

  let server = null, address = "";
  before(async () => { ({ server, address } = await exploring(process.env.SWADAYA, [scenario, "--quiet", "--threads", "2"])); });
  after(() => server?.kill("SIGKILL"));

  // With "Louder" and "Other lending" kept, and the sliders as the baseline has them.
  return (options, use) => exploredAt(address, options, async (page) => {
    for (const name of ["loud", "lent"]) {
      await having(page, () => page.selectOption("#preset", name));
      await having(page, () => page.click("#keep-package"));
    }
    await having(page, () => page.click("#reset"));
    await use(page);
  });
}
