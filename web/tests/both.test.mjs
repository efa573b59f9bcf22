// Two results side by side, in a real browser.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { cellsOf, numbers, opened, ownFolder, swadaya, withBrowser } from "./browser.mjs";

const experiment = `
[experiment]
title = "Mine <b>& yours</b>"
replicates = 6
outcomes = ["recovery", "participation_poor"]
months_shown = [24, 30]
[time]
months = 30
[world]
rw_per_ward = 2
rt_per_rw = 3
households_per_rt = 40
[[variant]]
name = "base"
[[variant]]
name = "meetings"
title = "More <i>meetings</i>"
set = { "socialization.meetings" = 6 }
`;
const { at, written } = ownFolder("both");
let paired, apart, same;
before(() => {
  const file = written("small.toml", experiment), run = (name, ...more) => swadaya("compare", file, "--quiet", "--out", at(name), ...more);
  run("a"), run("b", "--set", "lending.norm=0.5"), run("c", "--set", "world.households_per_rt=60");
  paired = at("paired.html"), apart = at("apart.html"), same = at("same.html");
  swadaya("report", at("a"), at("b"), "--out", paired);
  swadaya("report", at("a"), at("c"), "--out", apart);
  swadaya("report", at("a"), at("a"), "--out", same);
});

const inPage = (file, use, options = {}) => withBrowser({ viewport: { width: 1280, height: 900 }, offline: true, locale: "en-GB", ...options },
  async (context) => {
    const { page, complaints } = await opened(context, `file://${file}`);
    await page.waitForSelector("#settings");
    await page.waitForTimeout(200);
    await use(page);
    assert.deepEqual(complaints, []);
  });

test("its figures are those that the program prints, and names stay text", async () => {
  const said = JSON.parse(swadaya("compare", "--results", at("a"), at("b"), "--json"));
  await inPage(paired, async (page) => {
    assert.equal(await page.locator(".two h2").first().textContent(), "AMine <b>& yours</b>");
    const rows = await cellsOf(page, "#outcomes tbody tr");
    assert.equal(rows.length, 2);
    assert.equal(rows[1][0], "More <i>meetings</i>");
    for (const [i, variant] of ["base", "meetings"].entries()) {
      const row = said.rows.find((r) => r.variant === variant && r.outcome === "recovery" && r.month === 30);
      assert.ok(Math.abs(numbers(rows[i][1])[0] - 100 * row.a) < 0.051, `${rows[i][1]} for ${row.a}`);
      assert.ok(Math.abs(numbers(rows[i][2])[0] - 100 * row.b) < 0.051, `${rows[i][2]} for ${row.b}`);
      if (!row.can_be_told_from_zero) assert.match(rows[i][3], /^≈|same/);
    }
    assert.match(await page.locator("#outcomes").textContent(), /Paired: world by world, in the 6 worlds that both have/);
    assert.deepEqual((await cellsOf(page, "#settings tbody tr")).map((cells) => cells.slice(0, 3)), [["lending.norm", "3.5", "0.5"]]);
    assert.equal(await page.locator("#curves svg path").count() > 3, true);
    assert.match(await page.locator("#gains caption").textContent(), /points/);
  });
});

test("what is chosen stands in the address, and a link shows it again", async () => {
  await inPage(paired, async (page) => {
    await page.locator("#outcomes select").nth(0).selectOption({ label: "Participation of the poor" });
    await page.locator("#outcomes select").nth(1).selectOption("24");
    await page.locator("#curves select").selectOption({ label: "More <i>meetings</i>" });
    await page.click('.languages button[lang="id"]');
    const link = page.url();
    assert.match(link, /outcome=participation_poor&month=24&variant=More.*&lang=id$/);
    await page.goto("about:blank");
    await page.goto(link);
    await page.waitForSelector("#settings");
    assert.equal(await page.locator("html").getAttribute("lang"), "id");
    assert.match(await page.locator(".finding").textContent(), /^Sampai bulan 24, partisipasi/);
    assert.equal(await page.locator("#curves select").inputValue(), "1");
  });
});

test("different wards are said to be, in both languages", async () => {
  await inPage(apart, async (page) => {
    assert.match(await page.locator("#outcomes").textContent(), /Different wards, not paired: other households or ties\./);
    assert.match(await page.locator("#settings").textContent(), /world\.households_per_rt4060/);
  });
  await inPage(apart, async (page) => {
    assert.equal(await page.locator("html").getAttribute("lang"), "id");
    assert.match(await page.locator("#outcomes").textContent(), /Kelurahan berbeda, tidak berpasangan/);
  }, { locale: "id-ID" });
});

test("one result beside itself differs in nothing", async () => {
  await inPage(same, async (page) => {
    assert.match(await page.locator("#settings").textContent(), /Nothing: both were set alike/);
    assert.match(await page.locator(".finding").textContent(), /the same in every world/);
  });
});

test("it fits a phone and the dark", async () => {
  await inPage(paired, async (page) => {
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 390);
    assert.ok(await page.evaluate(() => [...document.querySelectorAll("#outcomes .scroll")].every((e) => e.scrollWidth <= e.clientWidth + 1)),
      "the table of outcomes is seen whole");
    for (const box of await page.locator("button, select").evaluateAll((all) => all.map((e) => e.getBoundingClientRect().height)))
      assert.ok(box >= 24, `${box} px`);
  }, { viewport: { width: 390, height: 844 }, colorScheme: "dark" });
});
