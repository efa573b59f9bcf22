// The answer by increments, the package that others are held against, how far to trust it, and what a budget buys: in the report of a small
// comparison, opened from disk.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { before, test } from "node:test";

import { cellsOf, inReport, near, number, numbers, ownFolder, rowsOf, swadaya } from "./browser.mjs";
import { smallWard } from "./small_ward.mjs";

const facts = `fact,statement,source,use,hard,verdict,outcomes,unit,value,low,high,band_low,band_high,worlds,seed,scenario,settings,version,commit
T1 @30,Some <i>comes</i> back,a survey,fitted,yes,holds,recovery,share,0.5,0.4,0.6,0.3,0.6,60,1,small,x,0.2.0,abc
T2 @30,Most comes back,a survey,apart,no,fails,recovery,share,0.5,0.4,0.6,0.9,1,60,1,small,x,0.2.0,abc
T3 @30,More comes,a survey,apart,no,holds,informed,share,0.5,0.4,0.6,0.3,0.6,60,1,small,x,0.2.0,abc
`;
const draws = 30;
const experiment = `
[experiment]
title = "Steps"
replicates = ${2 * draws}
outcomes = ["recovery", "informed", "leakage", "cost_kRp"]
months_shown = [24, 30]
answer = "recovery"
posterior = "draws.csv"
facts = "facts.csv"
beside = ["BUNDLE"]
beside_replicates = 4
same_money = 500
${smallWard(30)}[lending]
norm = 0.05
[[variant]]
name = "base"
title = "As it was"
[[variant]]
name = "list"
title = "1 List"
set = { "supervision.published" = true }
[[variant]]
name = "audits"
title = "2 Audits"
set = { "supervision.published" = true, "supervision.audit_probability" = 1, "supervision.sanction" = 3 }
[[variant]]
name = "money"
title = "3 Money <b>only</b>"
set = { "programme.grant" = 60000 }
`;

const folder = ownFolder("answer");
let file, comparison, json;
before(() => {
  const firm = folder.written("firm.toml", '[scenario]\ntitle = "Were all firm"\n[lending]\ninstalment = 1\n');
  const rows = Array.from({ length: draws }, (_, i) => `${0.02 + (i * 7 % draws) / draws},${(i * 11 % draws) / (4 * draws)}`);
  folder.written("draws.csv", `lending.social,lending.erosion\n${rows.join("\n")}\n`);
  folder.written("facts.csv", facts);
  const text = swadaya("compare", folder.written("steps.toml", experiment.replace("BUNDLE", firm)), "--out", folder.at("out"), "--quiet", "--json");
  json = JSON.parse(text);
  file = folder.at("out", "report.html");
  comparison = rowsOf(folder.at("out", "comparison.csv"));
});

const titles = { list: "List", audits: "Audits", money: "Money <b>only</b>" };
const choose = (page, n, label) => page.locator("#answer select").nth(n).selectOption({ label });

test("the headline is the step that is worth its money, and the steps are what the program says", async () => {
  assert.ok(json.increments, "something is better");
  await inReport(file, async (page) => {
    await page.locator("#answer select").nth(1).selectOption("24");
    const words = await page.locator(".verdict").innerText(), { worth, steps } = json.increments;
    const row = comparison.find((c) => c.outcome === "recovery" && c.month === "24" && c.variant === worth);
    const said = `${titles[worth]} raises true recovery by ${(100 * row.difference).toFixed(1)}`;
    assert.ok((await page.locator(".headline").innerText()).startsWith(said), words);
    const listed = await page.locator(".steps li").allTextContents();
    assert.equal(listed.length, steps.length > 1 ? steps.length : 0);
    listed.forEach((text, i) => {
      assert.ok(text.startsWith(titles[steps[i].variant]), text);
      const [difference, low, high] = numbers(text.slice(titles[steps[i].variant].length));
      [[difference, steps[i].difference], [low, steps[i].low], [high, steps[i].high]].forEach(([said, value]) => near(String(said), 100 * value, text));
    });
    assert.equal(await page.locator(".ledger tr.worth th").innerText(), titles[worth]);
    assert.equal(await page.evaluate(() => document.querySelectorAll(".verdict b b, .steps b b").length), 0);
  });
});

test("any package can be what the others are held against, in words, ledger, table and forest", async () => {
  await inReport(file, async (page) => {
    await choose(page, 0, "True recovery");
    await page.locator("#answer select").nth(1).selectOption("24");
    const from = Object.fromEntries((await cellsOf(page, "#answer .ledger tbody tr")).map((cells) => [cells[0], cells]));
    await choose(page, 2, "Audits");
    assert.match(await page.locator(".verdict .question").innerText(), /against ‘Audits’/);
    const held = Object.fromEntries((await cellsOf(page, "#answer .ledger tbody tr")).map((cells) => [cells[0], cells]));
    assert.deepEqual(Object.keys(held).sort(), ["As it was", "List", "Money <b>only</b>"].sort());
    // The baseline against a package is the package against the baseline, turned.
    near(held["As it was"][3], -number(from.Audits[3]), "extra cost", 1);
    const forest = await cellsOf(page, "#forest tbody tr");
    const audits = comparison.find((c) => c.outcome === "recovery" && c.month === "24" && c.variant === "audits");
    const turned = forest.find(([name]) => name === "As it was");
    near(turned[2].split(/[\s\u00a0]/)[0], -100 * audits.difference, "difference");
    near(String(numbers(turned[3])[0]), -100 * audits.high, "low");
    near(String(numbers(turned[3])[1]), -100 * audits.low, "high");
    assert.equal((await page.locator(".glance tbody th").first().innerText()), "Audits");
    // An outcome that packages weren't held against one another in.
    await page.locator("#forest select").nth(0).selectOption({ label: "Poor households served" });
    assert.match(await page.locator("#forest caption").innerText(), /only in the table’s outcomes and months; here it is ‘As it was’/);
  });
});

test("what words call no different from zero is neither bold nor coloured", async () => {
  await inReport(file, async (page) => {
    for (const outcome of ["True recovery", "Households informed", "Leakage"]) {
      await choose(page, 0, outcome);
      const loud = await page.evaluate(() => {
        const good = getComputedStyle(document.documentElement).getPropertyValue("--good").trim();
        const probe = document.body.appendChild(Object.assign(document.createElement("i"), { style: `color: ${good}` }));
        const blue = getComputedStyle(probe).color;
        probe.remove();
        return [...document.querySelectorAll("td, td *, .verdict b, .bought b")].filter((e) => /≈\s0|^same$/.test(e.textContent) && e.children.length === 0)
          .filter((e) => getComputedStyle(e).color === blue || Number(getComputedStyle(e).fontWeight) > 500).map((e) => e.outerHTML);
      });
      assert.deepEqual(loud, [], outcome);
    }
  });
});

test("one statistic: means in words, curves and tables", async () => {
  await inReport(file, async (page) => {
    await page.locator("#series select").selectOption({ label: "True recovery" });
    await page.locator("#series > div > details > summary, #series > details > summary").click();
    const row = (await cellsOf(page, "#series details tbody tr")).find(([month]) => month === "30");
    const audits = comparison.find((c) => c.outcome === "recovery" && c.month === "30" && c.variant === "audits");
    near(String(numbers(row[1])[0]), 100 * audits.baseline_mean, "baseline");
    near(String(numbers(row[3])[0]), 100 * audits.variant_mean, "audits");
    assert.doesNotMatch(await page.locator("#series").innerText(), /median/i);
  });
});

test("how far to trust it: a line on the first screen, and facts met and missed", async () => {
  await inReport(file, async (page) => {
    await choose(page, 0, "True recovery");
    const line = page.locator("#answer .trust-line"), box = await line.boundingBox();
    assert.ok(box.y + box.height < 900, "it lies on the first screen");
    assert.match(await line.innerText(), /Of 2 facts about true recovery the model meets 1 and misses 1\./);
    assert.match(await line.innerText(), /(is|keeps that rank under) .* of 1 other set/);
    const rows = await cellsOf(page, "#trust .facts tbody tr");
    assert.equal(rows.length, 2);
    assert.match(rows[0].join("|"), /T1 @30 Some <i>comes<\/i> back.*fitted.*30\.0.% to 60\.0.%.*met/);
    assert.match(rows[1].join("|"), /T2 @30.*missed/);
    assert.match(await page.locator("#trust").innerText(), /1 met, 1 missed\. Of those met 1 were fitted/);
    await choose(page, 0, "Leakage");
    assert.match(await page.locator("#trust").innerText(), /None of the facts .* is about leakage/);
  });
});

test("what it rests on, and whether its rank survives, are told of the package named", async () => {
  const answers = json.answer.answers;
  await inReport(file, async (page) => {
    await choose(page, 0, "True recovery");
    await page.locator("#answer select").nth(1).selectOption("24");
    const words = await page.locator("#trust").innerText(), name = titles[json.increments.worth];
    assert.match(words, /is the best choice in \d+ of 30 draws/);
    const order = (one) => Object.entries(one.differences.recovery).sort((a, b) => b[1] - a[1]).map(([variant]) => variant);
    const rank = (one) => order(one).indexOf(json.increments.worth) + 1;
    const table = (await cellsOf(page, "#trust table tbody tr")).filter((cells) => /^(as in this report|Were all firm)/.test(cells[0]));
    assert.deepEqual(table.map((cells) => Number.parseInt(cells[3], 10)), answers.map(rank));
    table.forEach((cells, i) => near(cells[2], 100 * answers[i].differences.recovery[json.increments.worth], cells[0]));
    assert.ok(words.includes(`${name} is `), words);
  });
});

test("a target box says that it is missed where it is", async () => {
  // Facts of the shipped scenario, held against a ward whose loans all come back.
  const out = folder.at("near");
  mkdirSync(folder.at("bundles"), { recursive: true });  // facts lie beside it
  folder.written("patterns.toml", `[[pattern]]\nid = "Q1"\nstatement = "s"\nsource = "x"\ntarget = "t"\noutcome = "informed"\nmonths = [24]\nweight = ` +
      `1\nband = [0, 1]
[[pattern]]\nid = "Q2"\nstatement = "s"\nsource = "x"\ntarget = "t"\noutcome = "informed"\nmonths = [24]\nweight = 1\nband = [0.99, 1]\n`);
  swadaya("run", folder.written("near.toml", experiment.replace('facts = "facts.csv"\n', "").replace('beside = ["BUNDLE"]\n',
    "").replace(/\[\[variant\]\][^]*$/, "")),
    "--out", out, "--quiet", "--replicates", "6");
  await inReport(folder.at("near", "report.html"), async (page) => {
    await page.locator("#series select").selectOption({ label: "Households informed" });
    const marks = await page.locator("#series svg text").allTextContents(), items = await page.locator("#series .note li").allTextContents();
    assert.deepEqual(marks.filter((text) => /^Q\d/.test(text)), ["Q1", "Q2 missed"]);
    assert.match(items[0], /Met: \d/);
    assert.match(items[1], /Missed: \d/);
    assert.match(await page.locator("#trust").innerText(), /1 met, 1 missed/);
  });
});

test("what a budget buys: a mix between two steps, with how sure, and the command for the full search", async () => {
  await inReport(file, async (page) => {
    await choose(page, 0, "True recovery");
    await page.locator("#answer select").nth(1).selectOption("24");
    const bought = page.locator("#budget .bought"), input = page.locator("#budget input");
    const costs = Object.fromEntries(comparison.filter((c) => c.month === "24" && c.outcome === "recovery").map((c) =>
      [c.variant, Number(c.cost_difference_kRp)]));
    await input.fill("100000");
    const last = json.increments.steps.at(-1);
    assert.match(await page.locator("#budget h2").innerText(), /What do I get for 100,000.million.Rp\?/);
    assert.match(await bought.innerText(), /in every ward: [+−\d]/);
    const half = costs[last.variant] / 2 / 1e3;
    await input.fill(half.toFixed(3));
    assert.match(await bought.innerText(), /in \d+.% of wards and .* in the others: \+\d/);
    assert.match(await bought.innerText(), /How sure\? In \d+.% of 30 draws/);
    assert.match(await bought.locator("pre").innerText(), /^swadaya optimise \. --budget \d+ --outcome recovery --month 24$/);
    await input.fill("lots");
    assert.equal(await page.locator("#budget p.bad").isVisible(), true);
    await input.fill("0");
    assert.match(await bought.innerText(), /nothing better can be had/);
    assert.equal(await page.locator("#budget .same-money tbody tr").count(), 3);
  });
});

test("the command that the box shows runs, in the folder of the report", () => {
  const said = JSON.parse(swadaya("optimise", folder.at("out"), "--budget", "2000", "--outcome", "recovery", "--month", "24", "--out", folder.at("searched"),
    "--quiet", "--json"));
  assert.ok(said);
  assert.match(swadaya("report", folder.at("searched"), "--out", folder.at("searched.html")), /^report:/);
});

test("it speaks Indonesian, and fits a telephone", async () => {
  await inReport(file, async (page) => {
    await page.locator('button[lang="id"]').click();
    const words = await page.locator("main").innerText();
    assert.doesNotMatch(words, /undefined|NaN|\[object/);
    assert.match(await page.locator(".trust-line").innerText(), /^Seberapa jauh ini dapat dipercaya: Dari 2 fakta tentang/);
    assert.match(await page.locator("#budget h2").innerText(), /^Apa yang saya dapat dengan Rp/);
    await page.locator("#budget input").fill("1,5");
    assert.match(await page.locator("#budget h2").innerText(), /Rp1,5.juta/);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), "nothing sticks out");
  }, { viewport: { width: 390, height: 800 } });
});
