// A report as it is handed on: a link reproduces the view, the browser's language is spoken, and without a script it can be read; on paper
// and on a phone it says the same.
import assert from "node:assert/strict";
import { before, test } from "node:test";

import { inReport, ownFolder, rowsOf, swadaya, withBrowser } from "./browser.mjs";
import { twoPackages } from "./small_ward.mjs";

const folder = ownFolder("carried");
const title = "Small </script><script>window.hacked = 1</script>";
const experiment = folder.written("small.toml", twoPackages({
  title: [title, "Kecil </script><img src=x onerror='window.hacked = 2'>"],
  base: ["As it was", "Sebagaimana adanya"],
  news: ["1 News <b>loud</b>", "1 Berita <b>keras</b>"],
}));

let file, comparison;
before(() => {
  swadaya("compare", experiment, "--out", folder.at("out"), "--quiet");
  file = folder.at("out", "report.html");
  comparison = rowsOf(folder.at("out", "comparison.csv"));
  for (const lang of ["en", "id"]) swadaya("report", folder.at("out"), "--lang", lang, "--out", folder.at(`${lang}.html`));
});

const language = (page) => page.evaluate(() => document.documentElement.lang);
// Outcome, month, what packages are held against, package.
const chosen = (page) => page.locator("#forest select, #books select").evaluateAll((all) => all.map((one) => one.selectedOptions[0].textContent));

test("what is chosen stands in the address, and the address reproduces it", async () => {
  let address;
  await inReport(file, async (page) => {
    assert.equal(new URL(page.url()).hash, "", "an untouched page has a clean address");
    await page.locator("#forest select").nth(0).selectOption({ label: "Leakage" });
    await page.locator("#forest select").nth(1).selectOption("12");
    await page.locator("#forest select").nth(2).selectOption({ label: "News <b>loud</b>" });
    await page.locator("#books select").selectOption({ label: "2 Norms" });
    await page.locator("#budget input").fill("0.3");
    await page.locator("button[lang=id]").click();
    address = page.url();
    assert.deepEqual(Object.fromEntries(new URLSearchParams(new URL(address).hash.slice(1))),
      { outcome: "leakage", month: "12", package: "norm", against: "news", budget: "300", lang: "id" });
    // A link within the page leaves it as it is.
    await page.locator("nav a").nth(1).click();
    await page.locator(".trust-line a").click();
    assert.equal(page.url(), address);
  }, { locale: "en-GB" });
  await inReport(`${file}${new URL(address).hash}`, async (page) => {
    assert.equal(await language(page), "id");
    assert.deepEqual(await chosen(page), ["Kebocoran", "12", "Berita <b>keras</b>", "2 Norms"]);
    assert.equal(await page.locator("#budget input").inputValue(), "0,3");
    // Another link to the same page, followed in it.
    await page.evaluate(() => { location.hash = "#outcome=informed&month=24&package=news&lang=en"; });
    await page.waitForFunction(() => document.documentElement.lang === "en");
    assert.deepEqual(await chosen(page), ["Households informed", "24", "As it was", "1 News <b>loud</b>"]);
  }, { locale: "en-GB" });
});

test("an address of another report, or of nothing, leaves the page as it opens", async () => {
  for (const hash of ["#outcome=nothing&month=7&package=nobody&lang=xx", "#forest", "#%", "#=&==", "#lang=toString", "#1"])
    await inReport(`${file}${hash}`, async (page) => {
      assert.equal(await language(page), "en");
      assert.deepEqual(await chosen(page), ["True recovery", "24", "As it was", "As it was"]);
    }, { locale: "en-GB" });
});

test("browsers set to Indonesian open in Indonesian, unless the report was asked for in English", async () => {
  for (const [own, locale, lang] of [[file, "id-ID", "id"], [file, "en-GB", "en"], [file, "nl-NL", "en"], [folder.at("en.html"), "id-ID", "en"],
    [folder.at("id.html"), "en-GB", "id"]])
    await inReport(own, async (page) => {
      assert.equal(await language(page), lang, `${locale} ${own}`);
      assert.equal(await page.locator("h1").textContent(), lang === "id" ? "Kecil </script><img src=x onerror='window.hacked = 2'>" : title);
      assert.equal(await page.title(), await page.locator("h1").textContent());
      const packages = await page.locator("#forest tbody th").allTextContents();
      assert.deepEqual(packages, lang === "id" ? ["1 Berita <b>keras</b>", "2 Norms"] : ["1 News <b>loud</b>", "2 Norms"]);
      assert.equal(await page.evaluate(() => window.hacked), undefined);
    }, { locale });
});

test("without a script title, answer and main tables are there, with the figures of comparison.csv", async () => {
  for (const [own, lang, glance] of [[file, "en", "At a glance, month 24"], [folder.at("id.html"), "id", "Sekilas, bulan 24"]])
    await withBrowser({ javaScriptEnabled: false, offline: true }, async (context) => {
      const page = await context.newPage();
      await page.goto(`file://${own}`);
      assert.equal(await page.locator("h1").textContent(), lang === "id" ? "Kecil </script><img src=x onerror='window.hacked = 2'>" : title);
      assert.equal(await page.locator("#page img, #page b, #page script").count(), 0, "names stay text");
      assert.match(await page.locator("#page strong").textContent(), lang === "id" ? /Sampai bulan 24 / : /By month 24 /);
      const table = page.locator("table", { hasText: glance });
      const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
      const heads = await table.locator("thead th").allTextContents();
      assert.equal(rows.length, 3);
      let seen = 0;
      for (const [v, name] of [[1, "news"], [2, "norm"]])
        for (const [k, outcome, scale] of [[1, "informed", 100], [2, "recovery", 100], [3, "poor_served", 1], [4, "leakage", 100]]) {
          const row_ = comparison.find((row) => row.outcome === outcome && row.variant === name && row.month === "24"), text = rows[v][k];
          const plain = text.replaceAll("\u2212", "-").replaceAll(lang === "id" ? "," : "\u0000", ".");
          if (Number(row_.low) > 0 || Number(row_.high) < 0) {
            assert.ok(Math.abs(Number(plain.split(" ")[0]) - scale * row_.difference) <= 0.0501, `${heads[k]} of ${name}: ${text} for ${row_.difference}`);
            ++seen;
          } else assert.match(text, /^(≈ 0|same|sama)/);
        }
      assert.ok(seen > 0);
      assert.ok((await page.locator("table").count()) >= 3, "months shown and the same money");
    });
});

test("on a phone the glance names what each figure is", async () => {
  await inReport(file, async (page) => {
    const cells = await page.locator(".glance tbody tr").nth(1).locator("td").evaluateAll((all) => all.filter((td) => td.getBoundingClientRect().height > 0)
      .map((td) => ({ head: getComputedStyle(td, "::before").content, text: td.textContent, right: td.getBoundingClientRect().right })));
    assert.ok(cells.length >= 2);
    for (const { head, text, right } of cells) {
      assert.match(head, /^"[A-Z].*, .+"$/, text);
      assert.doesNotMatch(text, /≈|same/);
      assert.ok(right <= 390);
    }
    assert.ok(await page.locator(".on-phone").isVisible());
  }, { viewport: { width: 390, height: 844 }, locale: "en-GB" });
});

test("it prints to eight pages at most, nothing wider than the paper, charts drawn for it", async () => {
  await inReport(file, async (page) => {
    const widths = [];
    await page.exposeFunction("seen", (all) => widths.push(...all));
    await page.evaluate(() => addEventListener("beforeprint", () => window.seen([...document.querySelectorAll(".drawn svg")].map((svg) => {
      const box = svg.getBoundingClientRect();
      return box.right > document.querySelector("main").getBoundingClientRect().right + 1 || box.height < 60 ? "cut" : "whole";
    }))));
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    const pages = pdf.match(/\/Type \/Page\b(?!s)/g).length;
    assert.ok(pages >= 3 && pages <= 8, `${pages} pages`);
    assert.ok(widths.length >= 6 && widths.every((one) => one === "whole"), widths.join());
    // The paper's width between its margins, and the rules that keep headings with what they head.
    await page.setViewportSize({ width: 695, height: 1000 });
    await page.emulateMedia({ media: "print" });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth) <= 695);
    const cut = await page.locator(".scroll, .ledger, .forest").evaluateAll((all) => all.filter((one) => one.scrollWidth > one.clientWidth + 1).length);
    assert.equal(cut, 0, "tables that are cut");
    assert.deepEqual(await page.evaluate(() => [...new Set(["h2", "h3", ".lead", ".choices", "figcaption"].flatMap((one) => [...document.querySelectorAll(one)])
      .map((one) => getComputedStyle(one).breakAfter))]), ["avoid"]);
    assert.ok(await page.locator("figure").evaluateAll((all) => all.every((one) => getComputedStyle(one).breakInside === "avoid")));
  }, { locale: "en-GB" });
});
