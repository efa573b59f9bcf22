// What to measure next, in the report of a small comparison whose worlds took draws of two parameters.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { cellsOf, inReport, near, ownFolder, swadaya } from "./browser.mjs";
import { smallWard } from "./small_ward.mjs";

const draws = 30;
const experiment = `
[experiment]
replicates = ${2 * draws}
outcomes = ["recovery", "poor_served"]
months_shown = [24]
answer = "recovery"
posterior = "draws.csv"
${smallWard()}[[variant]]
name = "base"
title = "As it was"
[[variant]]
name = "audits"
title = "1 Audits"
set = { "supervision.audit_probability" = 1, "supervision.published" = true }
[[variant]]
name = "news"
title = "2 News"
set = { "socialization.meetings" = 6 }
`;

const folder = ownFolder("learn");
let file, told;
before(() => {
  const rows = Array.from({ length: draws }, (_, i) => `${0.02 + (i * 7 % draws) / draws},${(i * 11 % draws) / (4 * draws)}`);
  folder.written("draws.csv", `lending.norm,lending.erosion\n${rows.join("\n")}\n`);
  swadaya("compare", folder.written("experiment.toml", experiment), "--out", folder.at("out"), "--quiet");
  file = folder.at("out", "report.html");
  told = JSON.parse(swadaya("learn", folder.at("out"), "--json"));
});

test("figures in the section are those of the command", async () => {
  await inReport(file, async (page) => {
    const rows = await cellsOf(page, "#learn .learnt tbody tr");
    const unknowns = [...told.parameters, ...told.groups, told.all];
    assert.equal(rows.length, unknowns.length);
    unknowns.forEach((one, i) => {
      near(rows[i][2].split(" ")[0], one.value_kRp / 1e3, `worth of ${one.name}`, Math.abs(one.value_kRp) >= 1e4 ? 1 : 2);
      if (!one.can_be_told_from_chance) assert.equal(rows[i][3], "–");
      else near(rows[i][3].replace(/\s*%/, ""), 100 * one.changes_choice, `changes by ${one.name}`, 0);
    });
    assert.equal(rows[0][0], told.parameters[0].name);
    assert.match(await page.locator("#learn .lead").first().innerText(), /true recovery by month 24.*least clear/s);
    assert.match(await page.locator("#learn").innerText(), /30 draws are few/);
    await page.locator("#learn details summary").first().click();
    assert.equal((await cellsOf(page, "#learn details tbody tr")).length, told.prices_kRp.length);
    // Its place in the contents.
    assert.equal(await page.locator('nav a[href="#learn"]').innerText(), "What to measure next");
  });
});

test("it fits a telephone, and speaks Indonesian", async () => {
  await inReport(file, async (page) => {
    await page.locator('.languages button[lang="id"]').click();
    assert.equal(await page.locator("#learn h2").innerText(), "Apa yang sebaiknya diukur berikutnya");
    assert.doesNotMatch(await page.locator("#learn").innerText(), /undefined|NaN|null|\[object/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth + 1), "nothing sticks out");
  }, { viewport: { width: 390, height: 800 } });
});
