// The reports of real, small designs: a factorial experiment, sweeps of one, two and four parameters, Morris, Sobol, a calibration and
// an optimisation.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { before, test } from "node:test";

import { cellsOf, inReport, near, number, numbers, ownFolder, rowsOf, swadaya } from "./browser.mjs";

const small = (title, replicates) => `
[experiment]
title = "${title}"
replicates = ${replicates}
outcomes = ["informed", "recovery"]
months_shown = [18, 24]
[time]
months = 24
[world]
rw_per_ward = 2
rt_per_rw = 3
households_per_rt = 30
[programme]
grant = 20000
[socialization]
meetings = 2
[groups]
wants_loan = 0.8
founding = 0.1
[lending]
norm = 0.05
`;
const evil = "2 Norms <img src=x onerror='window.hacked = 1'>";
const designs = {
  factorial: ["factorial", `${small("Levers", 8)}
[[factorial.lever]]
name = "news"
title = "1 News"
set = { "socialization.meetings" = 6 }
[[factorial.lever]]
name = "norm"
title = "${evil}"
set = { "lending.norm" = 3 }
[[factorial.lever]]
name = "audits"
set = { "supervision.audit_probability" = 1 }
`],
  curve: ["sweep", `${small("Curve", 6)}[sweep]\n[sweep.parameters]\n"lending.norm" = { low = 0, high = 1, steps = 5 }\n`],
  map: ["sweep", `${small("Map", 5)}[sweep]\n[sweep.parameters]\n"lending.norm" = [0, 0.5, 3]\n"socialization.meetings" = [0, 6]\n`],
  cloud: ["sweep", `${small("Cloud", 2)}[sweep]\ndesign = "lhs"\npoints = 32\n[sweep.parameters]\n"lending.norm" = { low = 0, high = 1 }
"lending.tau" = { low = 0.1, high = 0.6 }\n"socialization.meetings" = { low = 0, high = 6 }\n"supervision.published" = [false, true]\n`],
  morris: ["sensitivity", `${small("Morris", 3)}[sensitivity]\nmethod = "morris"\nwalks = 5\n[sensitivity.parameters]\n"lending.norm" = { low = 0, high = 1 }
"socialization.meetings" = { low = 0, high = 6 }\n"coordination.stage_mean" = { low = 0, high = 2 }\n`],
  sobol: ["sensitivity", `${small("Sobol", 2)}[sensitivity]\nmethod = "sobol"\npoints = 16\nsecond_order = true
[sensitivity.parameters]\n"lending.norm" = { low = 0, high = 1 }\n"socialization.meetings" = { low = 0, high = 6 }\n`],
  calibration: ["calibrate", `${small("Calibrated", 3)}[calibration]\npoints = 240\nparticles = 40\ndraws = 12\n[calibration.priors]
"lending.norm" = { low = 0, high = 1.5 }\n"socialization.q_other" = { low = 0, high = 0.1 }\n"costs.meeting" = { low = 0, high = 100 }
[[calibration.target]]\nid = "T1"\nstatement = "${evil}"\noutcome = "informed"\nmonth = 18\nband = [0.45, 0.7]
[[calibration.target]]\nid = "T2"\noutcome = "recovery"\nmonth = 24\nvalue = 0.7\nsd = 0.1
[[calibration.target]]\nid = "T3"\noutcome = "recovery"\nmonth = 18\nband = [1.5, inf]\nover = { outcome = "recovery", month = 24 }\nheld_out = true\n`],
  optimisation: ["optimise", `${small("Optimised", 4)}[optimisation]\noutcome = "recovery"\nmonth = 24\nbudget = 4000\nfrontier = [0, 12000]
candidates = 40\nfresh_worlds = 12\nrivals = 6\n[[optimisation.lever]]\nkey = "supervision.audit_probability"\ntitle = "${evil}"\nlow = 0\nhigh = 1\ncost = 6000
[[optimisation.lever]]\nkey = "socialization.meetings"\ntitle = "Meetings"\nlow = 0\nhigh = 6\ncost = 1000
[[optimisation.lever]]\nname = "list"\ntitle = "Published list"\nset = { "supervision.published" = true }\ncost = 500\n`],
};

const folder = ownFolder("designs");
before(() => {
  for (const [name, [command, text]] of Object.entries(designs))
    swadaya(command, folder.written(`${name}.toml`, text), "--out", folder.at(name), "--quiet");
});

// Rows of a table that the program wrote for other programs, at the last month, of recovery.
const csv = (name, file) => rowsOf(folder.at(name, file)).filter((row) => row.month === "24" && row.outcome === "recovery");

const inBrowser = (name, use, options) => inReport(folder.at(name, "report.html"), use, options);

async function isWhole(page, name) {
  assert.ok(statSync(folder.at(name, "report.html")).size < 3e6);
  const box = await page.locator(".headline").first().boundingBox();
  assert.ok(box.y + box.height < 900, "the answer lies in the first screen");
  const charts = await page.locator(".chart").evaluateAll((all) => all.map((chart) => ({ paths: chart.querySelectorAll("svg path").length,
    text: chart.querySelectorAll("svg text").length, label: chart.getAttribute("aria-label") })));
  for (const chart of charts) assert.ok(chart.paths > 3 && chart.text > 3 && chart.label, JSON.stringify(chart));
  assert.ok(await page.locator("#designed table").count() > 0, "figures as a table");
  for (const lang of ["id", "en"]) {
    await page.locator(`button[lang=${lang}]`).click();
    assert.doesNotMatch(await page.locator("main").evaluate((main) => main.textContent), /undefined|NaN|\[object/, lang);
  }
  return charts.length;
}

test("factorial: mend which lever first, with shares, costs and interactions as in factorial.csv", async () => {
  await inBrowser("factorial", async (page) => {
    await isWhole(page, "factorial");
    const rows = csv("factorial", "factorial.csv");
    const of = (kind, lever, other = "") => rows.find((row) => row.kind === kind && row.lever === lever && row.other === other);
    const titles = { news: "News", norm: evil.slice(2), audits: "audits" };
    const shares = await cellsOf(page, "#designed .shares tbody tr");
    for (const [name, title] of Object.entries(titles)) {
      const cells = shares.find(([heading]) => heading === title), row = of("share", name);
      near(cells[2], 100 * row.effect, `share of ${name}`);
      const [low, high] = numbers(cells[3]);
      near(String(low), 100 * row.low, `low of ${name}`);
      near(String(high), 100 * row.high, `high of ${name}`);
      near(cells[4], row.cost_kRp / 1e3, `cost of ${name}`, Math.abs(row.cost_kRp) < 1e4 && Math.abs(row.cost_kRp) >= 50 ? 1 : 0);
    }
    near(shares[3][2], 100 * of("whole", "").effect, "whole");
    const effects = await cellsOf(page, "#designed .effects tbody tr");
    for (const [name, title] of Object.entries(titles))
      ["alone", "average", "last", "share"].forEach((kind, i) => near(
        String(numbers(effects.find(([heading]) => heading === title)[2 + i])[0]), 100 * of(kind, name).effect, `${kind} ${name}`));
    const pairs = await page.locator("#designed .matrix .pair").allTextContents();
    assert.equal(pairs.length, 3);
    const best = Object.keys(titles).sort((a, b) => of("share", b).effect - of("share", a).effect)[0], words = await page.locator(".verdict").innerText();
    if (of("share", best).low > 0) {
      assert.ok(words.includes(`Mend ${titles[best]} first`), words);
      assert.ok(words.includes(`+${(100 * of("share", best).effect).toFixed(1)} points`), words);
    } else assert.match(words, /None of the levers/);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("main img").count(), 0);
    assert.equal(await page.locator("#forest").count(), 1);
    const joint = (await cellsOf(page, "#answer .glance tbody tr")).map(([heading]) => heading).find((heading) => heading.includes(" + "));
    assert.equal(joint, `News + ${evil.slice(2)}`, "levers' own numbers stay out of sentences");
  });
});

test("a sweep of one parameter: a curve of each outcome, best and worst as in sweep.csv", async () => {
  await inBrowser("curve", async (page) => {
    assert.ok(await isWhole(page, "curve") >= 3);
    const rows = csv("curve", "sweep.csv"), means = rows.map((row) => Number(row.mean));
    const words = await page.locator(".verdict").innerText(), best = rows[means.indexOf(Math.max(...means))];
    assert.ok(words.includes(`lending.norm ${best["lending.norm"]}`) || /No point can be told/.test(words), words);
    const cells = await cellsOf(page, "#designed details table tbody tr");
    assert.equal(cells.length, rows.length);
    rows.forEach((row, i) => {
      assert.equal(cells[i][1], row["lending.norm"]);
      near(cells[i][2], 100 * row.mean, `mean at ${row["lending.norm"]}`);
      const [low, high] = numbers(cells[i][3]);
      near(String(low), 100 * row.low, "low");
      near(String(high), 100 * row.high, "high");
    });
    assert.equal(await page.locator("#forest, #costs").count(), 0);
  });
});

test("a sweep of two parameters: a map with a cell a point", async () => {
  await inBrowser("map", async (page) => {
    await isWhole(page, "map");
    const rows = csv("map", "sweep.csv");
    const written = (await page.locator(".key-figure svg text").allTextContents()).map(number);
    for (const row of rows) assert.ok(written.some((x) => Math.abs(x - 100 * row.mean) <= 0.51), `${100 * row.mean} among ${written}`);
    const cells = await cellsOf(page, "#designed details table tbody tr");
    rows.forEach((row, i) => near(cells[i][3], 100 * row.mean, JSON.stringify(row)));
  });
});

test("a sweep of many points: a panel a parameter, and what can’t be told from chance is said", async () => {
  await inBrowser("cloud", async (page) => {
    assert.equal(await isWhole(page, "cloud"), 4);
    const words = await page.locator(".verdict").innerText();
    assert.match(words, /rank correlation [+\u2212]0\.\d\d \[|No parameter can be told/);
    assert.match(words, /can’t be told from chance|can’t be told from it|No point can be told from another/);
    // The words name a parameter where one stands out beside them, and none where none does.
    assert.equal(/rank correlation/.test(words), await page.locator("#answer .ledger tr.weight").count() > 0, words);
    assert.equal(await page.locator("#series, #books, #gains").count(), 0);
    const json = JSON.parse(swadaya("resume", folder.at("cloud"), "--json"));
    const { by_parameter: correlations } = json.rank_correlations.find((one) => one.outcome === "recovery" && one.month === 24);
    const shown = new Map((await cellsOf(page, "#designed .weights tbody tr")).map((cells) => [cells[0], cells[2]]));
    json.parameters.forEach((key, i) => near(shown.get(key), correlations[i], key, 2));
  });
});

test("Morris: parameters by mu* with intervals and spread, as in sensitivity.csv", async () => {
  await inBrowser("morris", async (page) => {
    assert.equal(await isWhole(page, "morris"), 1);
    const rows = csv("morris", "sensitivity.csv"), cells = await cellsOf(page, "#designed .weights tbody tr");
    for (const row of rows) {
      const own = cells.find(([key]) => key.startsWith(row.parameter));
      near(own[2], 100 * row.mu_star, row.parameter);
      const [low, high] = numbers(own[3]);
      near(String(low), 100 * row.mu_star_low, "low");
      near(String(high), 100 * row.mu_star_high, "high");
      near(own[5], 100 * row.sigma, "sigma");
    }
    const sizes = cells.map((own) => number(own[2]));
    assert.deepEqual(sizes, [...sizes].sort((a, b) => b - a));
    const heaviest = rows.filter((row) => Number(row.mu_star_low) > Number(row.chance)).sort((a, b) => b.mu_star - a.mu_star)[0];
    assert.ok((await page.locator(".headline").innerText()).includes(heaviest ? `${heaviest.parameter} moves true recovery most`
      : "Nothing can be told to move true recovery"));
    assert.ok(await page.locator("#designed .weights .rule").count() >= 3, "what chance makes is marked");
    assert.equal(await page.locator("#forest, #series, #books, #gains").count(), 0);
  });
});

test("Sobol: first and total indices with intervals, and second order", async () => {
  await inBrowser("sobol", async (page) => {
    await isWhole(page, "sobol");
    const rows = csv("sobol", "sensitivity.csv"), cells = await cellsOf(page, "#designed .weights tbody tr");
    for (const row of rows.filter((one) => one.other === "")) {
      const own = cells.find(([key]) => key.startsWith(row.parameter));
      near(own[2], 100 * row.total, row.parameter, 0);
      near(own[4], 100 * row.first, row.parameter, 0);
    }
    const pair = rows.find((row) => row.other !== ""), own = cells.find(([key]) => key === `${pair.parameter} × ${pair.other}`);
    near(own[2], 100 * pair.second, "second order", 0);
  });
});

test("calibration: what is pinned, which targets are met, and the figures of calibration.csv", async () => {
  await inBrowser("calibration", async (page) => {
    const json = JSON.parse(swadaya("resume", folder.at("calibration"), "--json"));
    const checked = json.check.truths > 0 ? 3 : 0;
    assert.equal(await isWhole(page, "calibration"), 3 + 3 + checked, "a histogram a parameter, a cloud a pair, ranks a parameter");
    const checks = page.locator("#designed .checks figure");
    assert.equal(await checks.count(), checked);
    for (const [i, { parameter, p, covered }] of json.check.parameters.slice(0, checked).entries()) {
      assert.ok((await checks.nth(i).innerText()).startsWith(parameter));
      near(numbers(await checks.nth(i).locator("small").innerText())[0], p, `p of ${parameter}`, 2);
      assert.ok((await page.locator("#designed").innerHTML()).includes(`${covered} of ${json.check.truths}`));
    }
    const words = await page.locator(".verdict").innerText(), parameters = await cellsOf(page, "#answer .learnt tbody tr");
    for (const { parameter, q05, q50, q95, verdict } of json.parameters) {
      const cells = parameters.find(([key]) => key === parameter);
      assert.equal(cells[3], verdict);
      numbers(cells[2].replace("[", " [")).forEach((said, i) =>
        assert.ok(Math.abs(said - [q50, q05, q95][i]) <= 0.006 * Math.abs([q50, q05, q95][i]), `${parameter}: ${cells[2]}`));
      if (verdict === "not pinned") assert.match(words, new RegExp(`Not pinned: .*${parameter.replace(".", "\\.")}`));
    }
    assert.ok(json.parameters.some(({ verdict }) => verdict === "not pinned"), "what a meeting costs moves no target");
    assert.equal(json.rough, true, "forty particles are few");
    const [, draws] = words.match(/A rough search: its posterior is worth (\d+) independent draws/);
    assert.ok(Math.abs(Number(draws) - json.effective_size) < 0.6, `${draws} draws`);
    const targets = await cellsOf(page, "#designed .targets tbody tr");
    assert.equal(targets.length, 3);
    rowsOf(folder.at("calibration", "calibration.csv")).forEach((row, i) => {
      const cells = targets[i], scale = row.target === "T3" ? 1 : 100, digits = row.target === "T3" ? 2 : 1;
      assert.ok(cells[0].includes(row.target), cells[0]);
      near(cells[3], scale * row.as_it_is, `${row.target} as it is`, digits);
      const [middle, low, high] = numbers(cells[5].replace("[", " ["));
      near(String(middle), scale * row.posterior_q50, `${row.target} posterior`, digits);
      near(String(low), scale * row.posterior_q05, `${row.target} low`, digits);
      near(String(high), scale * row.posterior_q95, `${row.target} high`, digits);
      assert.equal(cells[6], row.met === "1" ? "met" : "not met");
    });
    const met = (heldOut) => json.targets.filter((target) => target.held_out === heldOut && target.met).length;
    assert.ok(words.includes(met(false) === 2 ? "2 of 2 fitted targets are met" : `${met(false)} of 2 met: no parameters can`), words);
    assert.ok(words.includes(!checked ? "Not checked on its own problem" : json.check.passed ? "own problem: passed" : "own problem: not passed"), words);
    assert.ok(words.includes(`${met(true)} of 1 target that was kept apart is met`), words);
    assert.ok(targets[0][0].startsWith(evil));
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("#forest, #series, #books, #gains, #ward, #answer select").count(), 0);
    assert.ok(await page.locator("#odd").count() === 1 && (await page.locator("#settings pre").innerText()).includes("swadaya calibrate"));
  });
});

test("optimisation: the best mix with its gain and cost, other mixes and budgets, as in optimisation.csv and frontier.csv", async () => {
  await inBrowser("optimisation", async (page) => {
    assert.equal(await isWhole(page, "optimisation"), 2, "the frontier, in the first screen and in its section");
    const mixes = rowsOf(folder.at("optimisation", "optimisation.csv")), best = mixes.find((row) => row.role === "best");
    const words = await page.locator(".verdict").innerText();
    const spends = Math.abs(best.spending_kRp), said = numbers((await page.locator(".headline").innerText()).replace("[", " ["));
    if (best.low > 0) assert.match(words, /The best mix gains/);
    else assert.match(words, /No mix can be told to do better/);
    [best.difference, best.low, best.high].forEach((x, i) => near(String(said[i]), Number(x), "gain"));
    assert.ok(words.includes(spends < 1 ? "It spends nothing" : `It ${best.spending_kRp < 0 ? "saves" : "spends"} ` +
      `${(spends / 1e3).toFixed(spends >= 1e4 ? 0 : spends >= 1e3 ? 1 : 2)}\u00a0million`), words);
    const levers = await cellsOf(page, "#designed .mixes tbody tr"), keys = ["supervision.audit_probability", "socialization.meetings", "list"];
    assert.ok(levers[0][0].startsWith(evil));
    levers.forEach((cells, l) => (l < 2 ? near(cells[3], Number(best[keys[l]]), keys[l], 3) : assert.equal(cells[3], best.list)));
    const others = mixes.filter((row) => row.worlds === "fresh" && row.role !== "best" && row.as_good !== "dearer");
    const tops = await cellsOf(page, "#designed .forest tbody tr");
    assert.equal(tops.length, others.length);
    assert.ok(words.includes(`${others.filter((row) => row.as_good === "yes").length} of ${others.length} other mixes`), words);
    const budgets = await cellsOf(page, "#designed .budgets tr");
    rowsOf(folder.at("optimisation", "frontier.csv")).forEach((row, i) => {
      assert.equal(number(budgets[0][i + 1].replace("this budget", "")), row.budget_kRp / 1e3);
      const [low, high] = numbers(budgets[1][i + 1].split("[")[1] ?? "");
      near(String(low), Number(row.low), "low");
      near(String(high), Number(row.high), "high");
    });
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("#forest, #series, #books, #gains, #ward, #answer select").count(), 0);
  });
});

test("a phone has nothing to scroll sideways, in dark mode too", async () => {
  for (const name of Object.keys(designs))
    await inBrowser(name, async (page) => {
      for (const lang of ["id", "en"]) {
        await page.locator(`button[lang=${lang}]`).click();
        await page.waitForTimeout(200);
        assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, `${name} ${lang}`);
      }
    }, { viewport: { width: 360, height: 740 }, colorScheme: "dark" });
});
