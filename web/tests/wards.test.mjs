// A report of variants in different wards: what is told of them, and what they are left out of.
import assert from "node:assert/strict";
import { test } from "node:test";
import { opened, ownFolder, swadaya, withBrowser } from "./browser.mjs";
import { smallWard } from "./small_ward.mjs";

const { at, written } = ownFolder("wards");
const compared = (name, variants) => {
  const file = written(`${name}.toml`, `${smallWard()}[experiment]\nreplicates = 6\noutcomes = ["informed"]\nmonths_shown = [12]\n` +
    `equity_weights = [2, 1, 1]\n[[variant]]\nname = "was"\ntitle = "As it was"\n${variants}`);
  swadaya("compare", file, "--quiet", "--out", at(name));
  return at(name, "report.html");
};
const louder = '[[variant]]\nname = "louder"\ntitle = "Louder"\nset = { "socialization.meetings" = 8 }\n',
  larger = '[[variant]]\nname = "larger"\ntitle = "Larger"\nset = { "world.households_per_rt" = 60 }\n';

const textOf = async (file, lang, use) => withBrowser({ viewport: { width: 1000, height: 900 } }, async (context) => {
  const { page, complaints } = await opened(context, `file://${file}#lang=${lang}`);
  await page.waitForSelector("#costs");
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await use(page);
  assert.deepEqual(complaints, []);
});

test("a variant in other wards is no choice, and said to be none", async () => {
  const file = compared("three", louder + larger);
  for (const [lang, note, apart] of [["en", "Larger: different wards, and so no choice that these have; left out here.",
    "Larger: different wards, not paired; groups have other sizes there."],
  ["id", "Larger: kelurahan berbeda, jadi bukan pilihan bagi kelurahan ini; tidak diikutkan di sini.",
    "Larger: kelurahan berbeda, tidak berpasangan; ukuran kelompoknya lain."]])
    await textOf(file, lang, async (page) => {
      for (const [place, times] of [["#budget", 1], ["#costs", 2]]) {  // of costs: the plane, and weighted households
        const text = await page.locator(place).innerText();
        assert.equal(text.split(note).length - 1, times, `${place} ${lang}`);
      }
      assert.ok((await page.locator("#equity").innerText()).includes(apart), lang);
      const row = (await page.locator("#costs details table tr", { hasText: "Larger" }).first().innerText()).split("\t");
      assert.equal(row[1], "–");
      assert.equal(row[4], lang === "en" ? "different wards" : "kelurahan berbeda");
      assert.ok(await page.locator("#costs figure").count() > 0);
      assert.ok(!(await page.locator("#costs figure .chart text").allTextContents()).includes("Larger"));
    });
});

test("of two wards alone there is nothing to choose, and no chart of it", async () => {
  await textOf(compared("two", larger), "en", async (page) => {
    const costs = page.locator("#costs");
    assert.ok((await costs.innerText()).includes("Larger: different wards, and so no choice that these have; left out here."));
    assert.equal(await costs.locator("> div figure").count(), 0);
    assert.ok(!/NaN|undefined/.test(await page.locator("body").innerText()));
  });
});
