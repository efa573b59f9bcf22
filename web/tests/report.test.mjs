// The report of a real, small experiment, opened from disk without a network.
import assert from "node:assert/strict";
import { statSync } from "node:fs";
import { before, test } from "node:test";

import { cellsOf, inReport, near, numbers, ownFolder, rowsOf, swadaya } from "./browser.mjs";

const title = "Audits </script><script>window.hacked = 1</script> & <img src=x onerror='window.hacked = 2'>";
const experiment = `
[experiment]
title = ${JSON.stringify(title)}
replicates = 8
outcomes = ["informed", "recovery", "poor_served", "leakage"]
months_shown = [24, 30]
answer = "recovery"
beside = ["BUNDLE"]
beside_replicates = 4
same_money = 500
[time]
months = 30
[world]
rw_per_ward = 2
rt_per_rw = 3
households_per_rt = 40
[programme]
grant = 20000
[socialization]
meetings = 2
[groups]
wants_loan = 0.8
founding = 0.1
[lending]
norm = 0.05
[[event]]
month = 20
set = { "supervision.published" = true }
[[variant]]
name = "base"
title = "As it was"
[[variant]]
name = "news"
title = "1 News <b>loud</b>"
set = { "socialization.meetings" = 6 }
[[variant]]
name = "norm"
title = "2 Norms"
set = { "lending.norm" = 3 }
[[variant]]
name = "nothing"
title = "3 Nothing"
`;

const folder = ownFolder("report");
let file, comparison;
before(() => {
  const firm = folder.written("firm.toml", '[scenario]\ntitle = "Were <i>all</i> firm"\n[lending]\ninstalment = 1\n');
  const audits = folder.written("audits.toml", experiment.replace("BUNDLE", firm));
  folder.written("alone.toml", experiment.replace(/\[experiment\][^[]*(?=\[time\])/, "").replace(/\[\[variant\]\][^]*$/, ""));
  const out = swadaya("compare", audits, "--out", folder.at("out"), "--quiet");
  file = folder.at("out", "report.html");
  assert.match(out, /^report: .*report\.html$/m);
  comparison = rowsOf(folder.at("out", "comparison.csv"));
});

const inBrowser = ({ file: own = file, ...options }, use) => inReport(own, use, options);

test("it is one file under 3 MB that asks nothing of a network", async () => {
  assert.ok(statSync(file).size < 3e6);
  await inBrowser({}, async (page) => {
    const requests = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.reload();
    await page.waitForSelector("#settings");
    assert.equal(requests.length, 1, requests.join());
  });
});

test("the answer fills the first screen, in words and with its costs", async () => {
  await inBrowser({}, async (page) => {
    const box = await page.locator(".headline").boundingBox();
    assert.ok(box.y + box.height < 900, "the headline lies in the first screen");
    const words = await page.locator(".verdict").innerText();
    const row = comparison.filter((c) => c.outcome === "recovery" && c.month === "30" && Number(c.low) > 0)
      .sort((a, b) => b.difference - a.difference)[0];
    assert.ok(row, "one variant improves recovery");
    assert.match(words, new RegExp(`${(100 * row.difference).toFixed(1)} points`));
    assert.match(words, /can’t be told from zero|nothing in any world|sign isn’t sure/);
    assert.match(words, /million\sRp|no extra cost/);
  });
});

test("figures in the page equal comparison.csv, for every outcome and month that can be chosen", async () => {
  await inBrowser({}, async (page) => {
    const titles = { news: "1 News <b>loud</b>", norm: "2 Norms", nothing: "3 Nothing" };
    let seen = 0;
    for (const [outcome, text, scale] of [["recovery", "True recovery", 100], ["informed", "Households informed", 100],
      ["poor_served", "Poor households served", 1], ["leakage", "Leakage", 100]])
      for (const month of ["12", "24", "30"]) {
        await page.locator("#forest select").nth(0).selectOption({ label: text });
        await page.locator("#forest select").nth(1).selectOption(month);
        const rows = await page.locator("#forest tbody tr").evaluateAll((all) => all.map((tr) => [...tr.children].map((cell) => cell.textContent)));
        for (const row of comparison.filter((c) => c.outcome === outcome && c.month === month && c.difference !== "")) {
          const shown = rows.find((cells) => cells[0] === titles[row.variant]);
          const same = Number(row.difference) === 0 && Number(row.low) === 0 && Number(row.high) === 0;
          const number = (words) => Number(words.replace("\u2212", "-").replace("+", "").replaceAll(",", ""));
          if (same) assert.equal(shown[2], "same");
          else {
            const near = (said, value) => assert.ok(Math.abs(number(said) - scale * value) <= 0.0501,
              `${outcome} ${month} ${row.variant}: ${said} for ${scale * value}`);
            near(shown[2].split(/[\s\u00a0]/)[0], row.difference);
            const [low, high] = shown[3].slice(1, -1).split(",\u00a0");
            near(low, row.low);
            near(high, row.high);
          }
          ++seen;
        }
      }
    assert.ok(seen >= 24, `${seen} rows compared`);
  });
});

test("every chart is drawn, and has its figures as a table", async () => {
  await inBrowser({}, async (page) => {
    const charts = await page.locator(".chart").evaluateAll((all) => all.map((chart) => ({ paths: chart.querySelectorAll("svg path").length,
      text: chart.querySelectorAll("svg text").length, label: chart.getAttribute("aria-label") })));
    assert.ok(charts.length >= 6, `${charts.length} charts`);
    for (const chart of charts) assert.ok(chart.paths > 5 && chart.text > 3 && chart.label, JSON.stringify(chart));
    for (const id of ["series", "books", "costs"]) assert.ok(await page.locator(`#${id} details table`).count() > 0, id);
    assert.ok(await page.locator("#forest tbody svg .whisker").count() >= 2, "intervals are drawn");
  });
});

test("the ward is drawn for the baseline and the best, and plays through the months", async () => {
  await inBrowser({}, async (page) => {
    const drawn = () => page.locator("#ward .ward canvas").evaluateAll((all) => all.map((canvas) => {
      const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    }));
    const colours = await drawn();
    assert.equal(colours.length, 2);
    for (const count of colours) assert.ok(count > 20, `${count} colours`);
    const rows = () => page.locator("#ward details td").allTextContents();
    const late = await rows();
    await page.locator("#ward input").fill("0");
    assert.notDeepEqual(await rows(), late);
    const sums = [0, 1].map((lane) => late.filter((_, i) => i % 2 === lane).reduce((a, b) => a + Number(b), 0));
    assert.deepEqual(sums, [240, 240]);
  });
});

test("what users named stays text", async () => {
  await inBrowser({}, async (page) => {
    assert.equal(await page.locator("h1").textContent(), title);
    assert.equal(await page.title(), title);
    assert.equal(await page.evaluate(() => window.hacked), undefined);
    assert.equal(await page.locator("main img, #page b b, figcaption b").count(), 0);
  });
});

test("variants can be sorted, by mouse or keyboard", async () => {
  await inBrowser({}, async (page) => {
    const names = () => page.locator("#forest tbody th").allTextContents();
    await page.locator('#forest button[data-key="effect"]').focus();
    await page.keyboard.press("Enter");
    const down = await names();
    await page.keyboard.press("Enter");
    assert.deepEqual(await names(), [...down].reverse());
    assert.equal(await page.locator('#forest th[aria-sort="ascending"]').count(), 1);
  });
});

test("what the answer hangs on stands below it, with what the same money buys", async () => {
  await inBrowser({}, async (page) => {
    const words = await page.locator(".hangs-on").innerText();
    assert.match(words, /What moves true recovery most by month 24: Norms \+\d/);
    assert.match(words, /Were <i>all<\/i> firm: \S.* \(4 worlds\)/);
    assert.match(await page.locator("#budget").innerText(), /For the same extra money/);
    assert.equal(await page.locator(".same-money tbody tr").count(), 3);
    await page.locator("button[lang=id]").click();
    assert.match(await page.locator(".same-money").innerText(), /Dengan tambahan dana yang sama/);
  });
});

test("who gains by consumption, and how evenly, has the figures of equity.csv", async () => {
  const rows = rowsOf(folder.at("out", "equity.csv")).filter((row) => row.month === "30");
  await inBrowser({}, async (page) => {
    assert.equal(await page.locator("#equity .dots tbody tr").count(), rows.length);
    const shares = await cellsOf(page, "#equity details tbody tr");
    const told = await cellsOf(page, "#equity > div > .scroll tbody tr");
    assert.equal(shares.length, rows.length);
    rows.forEach((row, v) => {
      [row.participation_poor, row.participation_near_poor, row.participation_others].forEach((x, g) =>
        near(shares[v][1 + g].replace(/[^\d.]/g, ""), 100 * x, `${row.variant}, group ${g}`));
      const [index, low, high] = numbers(shares[v][4].replace("[", " ["));
      near(String(index), 100 * row.atkinson, `index of ${row.variant}`, 2);
      near(String(low), 100 * row.atkinson_low, "low", 2);
      near(String(high), 100 * row.atkinson_high, "high", 2);
      if (v > 0) near(numbers(shares[v][5].replace("[", " ["))[0].toString(), 100 * row.atkinson_change, `change of ${row.variant}`, 2);
      near(told[v][1], row.weighted_served, `served of ${row.variant}`);
    });
    const words = await page.locator("#equity").innerText();
    assert.match(words, /Under ‘As it was’ unevenness costs \d+\.\d\d.% of average participation/);
    assert.match(words, /Brackets: 95 %, how closely 8 worlds tell the averages/);
    await page.locator("button[lang=id]").click();
    assert.match(await page.locator("#equity").innerText(), /Pada ‘As it was’ ketimpangan menghilangkan \d+,\d\d% dari keikutsertaan rata-rata/);
    assert.doesNotMatch(await page.locator("#equity").innerText(), /undefined|NaN|null|\[object/);
  });
});

test("another outcome redraws the curves", async () => {
  await inBrowser({}, async (page) => {
    const picture = () => page.locator("#series .chart").nth(1).innerHTML();
    const first = await picture();
    await page.locator("#series select").selectOption({ label: "Households informed" });
    await page.waitForTimeout(300);
    assert.notEqual(await picture(), first);
  });
});

test("report --lang id opens in Indonesian, with decimal commas", async () => {
  const other = folder.at("laporan.html");
  swadaya("report", folder.at("out"), "--lang", "id", "--out", other);
  await inBrowser({ file: other }, async (page) => {
    assert.equal(await page.evaluate(() => document.documentElement.lang), "id");
    const words = await page.locator("#answer").innerText();
    assert.match(words, /pengembalian sebenarnya sebesar \d+,\d poin/);
    assert.doesNotMatch(words, /undefined|NaN|\d\.\d poin/);
    assert.doesNotMatch(await page.locator("main").innerText(), /undefined|NaN|\[object/);
    await page.locator("button[lang=en]").click();
    assert.match(await page.locator("#answer").innerText(), /raises true recovery by/);
    assert.doesNotMatch(await page.locator("main").innerText(), /undefined|NaN|\[object/);
  });
});

test("a phone has nothing to scroll sideways, in either language", async () => {
  await inBrowser({ viewport: { width: 360, height: 740 } }, async (page) => {
    for (const lang of ["id", "en"]) {
      await page.locator(`button[lang=${lang}]`).click();
      await page.waitForTimeout(300);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), 360, lang);
    }
  });
});

test("dark mode is dark, and words can be read in both", async () => {
  for (const colorScheme of ["dark", "light"])
    await inBrowser({ colorScheme }, async (page) => {
      const contrast = await page.evaluate(() => {
        const light = (text) => {
          const [r, g, b] = text.match(/\d+/g).map((x) => (x / 255 <= 0.03928 ? x / 255 / 12.92 : ((x / 255 + 0.055) / 1.055) ** 2.4));
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const paper = light(getComputedStyle(document.documentElement).backgroundColor);
        return { paper, least: Math.min(...[...document.querySelectorAll("p, td, th, h1, h2, summary, figcaption")].map((e) => {
          const ink = light(getComputedStyle(e).color);
          return (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
        })) };
      });
      assert.ok(colorScheme === "dark" ? contrast.paper < 0.05 : contrast.paper > 0.9);
      assert.ok(contrast.least >= 4.5, `contrast ${contrast.least}`);
    });
});

test("it prints: to a few pages, from dark mode on white paper", async () => {
  await inBrowser({ colorScheme: "dark" }, async (page) => {
    const inks = [];
    await page.exposeFunction("seen", (ink) => inks.push(ink));
    await page.evaluate(() => addEventListener("beforeprint", () => window.seen(document.querySelector("#series svg text").getAttribute("fill"))));
    const pdf = await page.pdf({ format: "A4" });
    assert.ok(pdf.length > 30000);
    assert.deepEqual(inks, ["#5b646d"], "charts are drawn for paper");
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--paper").trim()), "#fdfcfa");
  });
});

test("the model's description opens, with its tables", async () => {
  await inBrowser({}, async (page) => {
    await page.locator("#odd summary").click();
    await page.locator("#odd table").nth(10).waitFor();  // drawn when it opens
    assert.ok(await page.locator("#odd table").count() > 10);
    assert.match(await page.locator("#odd h3").first().innerText(), /Audits <\/script>/);
  });
});

test("one scenario alone has a report too", async () => {
  const out = folder.at("alone");
  swadaya("run", folder.at("alone.toml"), "--out", out, "--quiet", "--replicates", "3");
  await inBrowser({ file: folder.at("alone", "report.html") }, async (page) => {
    assert.match(await page.locator(".headline").innerText(), /comes to/);
    assert.equal(await page.locator("#forest").count(), 0);
  });
});
