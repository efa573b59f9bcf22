// Outcomes that miss a hard fact are marked in the report and in the dossier, in a real browser.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";

import { inReport, opened, withBrowser } from "./browser.mjs";

const facts = `fact,statement,source,use,hard,verdict,outcomes,unit,value,low,high,band_low,band_high,worlds,seed,scenario,settings,version,commit
S2 @144,Half <i>is</i> left,a survey,fitted,yes,fails,recovery,share,0.701,0.68,0.72,0.3,0.6,60,1,small,x,0.2.0,abc
S5 @36,More comes,a survey,apart,yes,holds,recovery,ratio,7,6,8,5,,60,1,small,x,0.2.0,abc
`;
const experiment = `
[experiment]
title = "Stamped <b>packages</b>"
replicates = 6
outcomes = ["informed", "recovery"]
months_shown = [24, 30]
answer = "recovery"
facts = "facts.csv"
[time]
months = 30
[world]
rw_per_ward = 2
rt_per_rw = 3
households_per_rt = 40
[[variant]]
name = "base"
[[variant]]
name = "norm"
title = "Norms"
set = { "lending.norm" = 5 }
`;
let folder, out;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "swadaya-stamps-"));
  out = join(folder, "out");
  writeFileSync(join(folder, "facts.csv"), facts);
  writeFileSync(join(folder, "stamped.toml"), experiment);
  execFileSync(process.env.SWADAYA, ["compare", join(folder, "stamped.toml"), "--out", out, "--quiet"]);
  execFileSync(process.env.SWADAYA, ["dossier", out]);
});
after(() => rmSync(folder, { recursive: true, force: true }));

const inLanguage = (page, lang) => page.click(`.languages button[lang="${lang}"]`);

test("the first screen says which fact the chosen outcome misses, in both languages", async () => {
  await inReport(join(out, "report.html"), async (page) => {
    const choose = (text) => page.locator("#answer select").first().selectOption({ label: text });
    await choose("True recovery\u00a0‡");
    const stamp = page.locator("#answer .stamp");
    assert.match(await stamp.textContent(),
      /^True recovery\u00a0‡ misses 1 of 2 hard facts: S2 @144 \(Half <i>is<\/i> left: 70\.1 % in the model, 30\.0 % to 60\.0 % in the world\)/);
    await choose("Households informed");
    assert.equal(await stamp.count(), 0);
    assert.match(await page.locator(".stamps").textContent(), /What this model gets wrong.*other settings/s);
    await inLanguage(page, "id");
    assert.match(await page.locator(".stamps").textContent(), /meleset dari 1 di antara 2 fakta keras: S2 @144 .*70,1 % dalam model/s);
  });
});

test("every heading of the outcome with figures carries the mark, and no other one", async () => {
  await inReport(join(out, "report.html"), async (page) => {
    const heads = await page.locator("#answer .glance thead th").allTextContents();
    assert.deepEqual(heads.filter((text) => text.includes("‡")).map((text) => text.slice(0, 13)), ["True recovery"]);
    for (const section of ["forest", "series"]) {
      await page.locator(`#${section} select`).first().selectOption({ label: "True recovery\u00a0‡" });
      assert.match(await page.locator(`#${section}`).textContent(), /True recovery\u00a0‡/);
    }
    assert.match(await page.locator("#series .stamp").textContent(), /misses 1 of 2/);
  });
});

test("the dossier is one page without scripts that fits a phone and prints", async () => {
  const file = join(out, "dossier.html");
  assert.doesNotMatch(readFileSync(file, "utf8"), /<script|src=|href=/);
  for (const viewport of [{ width: 1280, height: 900 }, { width: 390, height: 800 }])
    await withBrowser({ viewport, offline: true, javaScriptEnabled: false }, async (context) => {
      const { page, complaints } = await opened(context, `file://${file}`);
      assert.equal(await page.locator("h1").first().textContent(), "Stamped <b>packages</b>");
      assert.match(await page.locator("main").textContent(), /misses 1 of 2 hard facts: S2 @144/);
      assert.deepEqual(complaints, []);
    });
  await withBrowser({ viewport: { width: 390, height: 800 }, offline: true }, async (context) => {
    const { page } = await opened(context, `file://${file}`);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "nothing is wider than the screen");
  });
});
