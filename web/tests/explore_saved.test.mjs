// What is saved of the explorer has what the opened experiment says beside its variants, wherever it is run, and says what it hasn't.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";

import { exploring, ownFolder, rowsOf, swadaya } from "./browser.mjs";
import { exploredAt, having } from "./explored.mjs";
import { smallWard } from "./small_ward.mjs";

// The experiment and its files lie in one folder, what is saved in another.
const folder = ownFolder("source"), elsewhere = ownFolder("saved");
folder.written("facts.csv", `fact,statement,source,use,hard,verdict,outcomes,unit,value,low,high,band_low,band_high,worlds,seed,scenario,settings,version,commit
S2 @144,Half is left,a survey,fitted,yes,fails,recovery,share,0.701,0.68,0.72,0.3,0.6,60,1,small,x,0.2.0,abc
`);
folder.written("draws.csv", "lending.norm,models.lending\n0.1,repayment-odds\n4,repayment-odds\n");
const scenario = folder.written("small.toml", `
[experiment]
title = "A small ward"
title_id = "Kelurahan kecil"
baseline = "before"
outcomes = ["informed", "participation_poor", "recovery"]
months_shown = [12, 24]
answer = "recovery"
facts = "facts.csv"
posterior = "draws.csv"
discount = 0.07
prices = 2001
show = 2010
beside = ["no-new-ties"]
[experiment.study]
setting = "A ward that nobody lives in"
funding = "Nobody"
${smallWard()}[[variant]]
name = "before"
title = "As it was"
title_id = "Sebagaimana adanya"
[[variant]]
name = "priced"
title = "Priced"
title_id = "Berharga"
set = { "socialization.q_other" = 0.1 }
cost = { lump = 7000 }
[[variant]]
name = "lent"
title = "Other lending"
set = { "models.lending" = "none" }
`);

let server = null, address = "";
before(async () => { ({ server, address } = await exploring(process.env.SWADAYA, [scenario, "--quiet", "--threads", "2"])); });
after(() => server?.kill("SIGKILL"));

const explored = (options, use) => exploredAt(address, options, use);
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  await download.saveAs(elsewhere.at(name));
  await page.locator(".said .close").waitFor();
  return { file: elsewhere.at(name), said: await page.locator(".said").innerText() };
}

test("the lot is saved with facts, draws, prices and what it is ranked by, and runs from another folder", () => explored({}, async (page) => {
  await having(page, () => page.selectOption("#preset", "priced"));
  await having(page, () => page.click("#keep-package"));
  await having(page, async () => {
    await page.locator('[data-key="socialization.meetings"] input[type=number]').first().fill("3");
    await page.keyboard.press("Enter");
  });
  const { file, said } = await saved(page, "lot.toml");
  assert.match(said, /with 3 sides/);
  assert.match(said, /take draws of parameters from draws\.csv/);
  assert.match(said, /Not in the file:[\s\S]*beside: bundles lie over[\s\S]*study \(funding\):/);
  assert.doesNotMatch(said, /facts|posterior:/);
  assert.match(swadaya("validate", file), /ok/);
  swadaya("compare", file, "--out", elsewhere.at("out"), "--quiet", "--replicates", "8");
  const text = readFileSync(elsewhere.at("out", "experiment.toml"), "utf8");
  for (const line of [/^answer = "recovery"$/m, /^posterior = /m, /^facts = /m, /^discount = 0\.07$/m, /^show = 2010$/m, /^months_shown = \[12, 24\]$/m,
    /^study = \{ setting = "A ward that nobody lives in" \}$/m, /^title_id = "Kelurahan kecil, dijelajahi"$/m, /^title_id = "Berharga"$/m])
    assert.match(text, line);
  assert.deepEqual(readFileSync(elsewhere.at("out", "posterior.csv"), "utf8").trim().split("\n").length, 3, "both draws");
  const rows = rowsOf(elsewhere.at("out", "comparison.csv"));
  assert.deepEqual([...new Set(rows.filter((row) => row.fails).map((row) => row.outcome))], ["recovery"]);
  assert.deepEqual([...new Set(rows.map((row) => row.month))], ["12", "24"]);
  const cost = rows.find((row) => row.outcome === "recovery" && row.month === "24" && row.variant === "priced");
  assert.ok(Number(cost.cost_difference_kRp) > 6000, "what the package costs beside its activities is paid for");
  // And it can be opened again where it came from, with what it says.
  await having(page, () => page.setInputFiles("#file", file));
  await page.locator(".said", { hasText: "Opened lot.toml" }).waitFor();
  const again = await saved(page, "again.toml");
  assert.match(again.said, /draws\.csv/);
  assert.match(readFileSync(again.file, "utf8"), /^facts = "\/.*facts\.csv"$/m);
}));

test("draws of a model that a package replaces stay out, and the page says why, in its language", () => explored({ locale: "id-ID" }, async (page) => {
  await having(page, () => page.selectOption("#preset", "priced"));
  await having(page, () => page.click("#keep-package"));
  await having(page, () => page.selectOption("#preset", "lent"));
  await page.evaluate(() => { document.querySelector("#model-lending").closest("details").open = true; });
  await having(page, () => page.selectOption("#model-lending", "hazard"));
  const { file, said } = await saved(page, "other.toml");
  assert.match(said, /Tidak ada dalam berkas:[\s\S]*posterior: .*`hazard`/);
  assert.doesNotMatch(said, /mengambil nilai parameter/);
  assert.match(swadaya("validate", file), /ok/);
  const text = readFileSync(file, "utf8");
  assert.doesNotMatch(text, /^posterior/m);
  // Titles of the file's own packages are in both languages, though the page spoke one.
  assert.match(text, /^title = "Priced"\ntitle_id = "Berharga"$/m);
  swadaya("compare", file, "--out", elsewhere.at("out-other"), "--quiet", "--replicates", "4");
}));
