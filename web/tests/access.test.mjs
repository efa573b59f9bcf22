// Everybody can read and use the pages: axe-core finds nothing, no text is smaller than 12 pixels, no target than 24.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";

import { exploring, inReport, opened, ownFolder, swadaya, withBrowser } from "./browser.mjs";
import { twoPackages } from "./small_ward.mjs";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");
const folder = ownFolder("access");
const experiment = folder.written("small.toml", twoPackages({ title: ["Small", "Kecil"] }));

let report, server, address;
before(async () => {
  swadaya("compare", experiment, "--out", folder.at("out"), "--quiet");
  report = folder.at("out", "report.html");
  ({ server, address } = await exploring(process.env.SWADAYA, [experiment, "--threads", "2"]));
});
after(() => server?.kill("SIGKILL"));

// What axe-core finds, in words. Its script comes in beside the page's policy, as a test's own.
async function violations(page) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => window.axe.run(document, { resultTypes: ["violations"] }));
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(" ")}: ${failureSummary}`));
}

// Words that are shown smaller than `least` pixels, HTML and SVG alike.
const smallWords = (page, least = 12) => page.evaluate((limit) => {
  const found = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const box = node.parentElement.getBoundingClientRect(), size = parseFloat(getComputedStyle(node.parentElement).fontSize);
    if (node.data.trim() && box.width > 1 && box.height > 1 && size < limit - 0.01 && !node.parentElement.closest("script, style, noscript"))
      found.push(`${node.parentElement.tagName}.${node.parentElement.className}: ${node.data.trim().slice(0, 30)} (${size})`);
  }
  return found;
}, least);

// What can be clicked and is smaller than 24 pixels one way, unless it stands in a sentence.
const clickable = "a[href], button, select, summary, input, label:has(> input)";
const smallTargets = (page) => page.evaluate((wanted) => [...document.querySelectorAll(wanted)].filter((one) => {
  const box = one.getBoundingClientRect(), style = getComputedStyle(one);
  if (box.width < 2 || box.height < 2 || style.visibility === "hidden" || one.closest(".out-of-sight")) return false;
  const inSentence = one.tagName === "A" && style.display === "inline" && one.parentElement.textContent.trim() !== one.textContent.trim();
  const inLabel = one.tagName === "INPUT" && one.closest("label") && one.closest("label").getBoundingClientRect().height >= 24;
  return !inSentence && !inLabel && (box.width < 23.9 || box.height < 23.9);
}).map((one) => `${one.tagName}.${one.className} ${one.textContent.trim().slice(0, 30)}: ${Math.round(one.getBoundingClientRect().width)} x ${
  Math.round(one.getBoundingClientRect().height)}`), clickable);

const phone = { viewport: { width: 390, height: 844 } };
// All that is wrong, at once.
const wrongIn = async (page, where = "") => [...await violations(page), ...await smallWords(page), ...await smallTargets(page)].map((text) => where + text);
const looks = [["light", {}], ["dark", { colorScheme: "dark" }], ["phone", phone], ["Indonesian", { locale: "id-ID" }]];
const openAll = async (page) => {
  await page.evaluate(() => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
  await page.waitForTimeout(500);
};

for (const [name, options] of looks)
  test(`the report, ${name}`, async () => {
    await inReport(report, async (page) => {
      const wrong = await wrongIn(page);
      await openAll(page);
      assert.deepEqual([...wrong, ...await wrongIn(page, "open: ")], []);
    }, options);
  });

for (const [name, options] of looks)
  test(`the explorer, ${name}, in each of its tabs`, async () => {
    await withBrowser({ viewport: { width: 1300, height: 900 }, ...options }, async (context) => {
      const { page, complaints } = await opened(context, address), wrong = [];
      await page.waitForFunction(() => document.body.dataset.run === "done", null, { timeout: 60000 });
      for (const tab of await page.locator("[role=tab]").all()) {
        await tab.click();
        await page.waitForTimeout(1500);
        wrong.push(...await wrongIn(page, `${await tab.textContent()}: `));
      }
      await page.locator("[role=tab]").first().click();
      await page.click("#keep-package");
      await page.locator(".card .effects li").first().waitFor();
      wrong.push(...await wrongIn(page, "a package kept: "));
      await openAll(page);
      assert.deepEqual([...wrong, ...await wrongIn(page, "open: ")], []);
      // A tab that is left ends what it had asked for.
      assert.deepEqual(complaints.filter((text) => !/^failed: .*\/(run|points)$/.test(text)), []);
    });
  });
