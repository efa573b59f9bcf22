// One choice of what is shown and what it is held against, for the ward, the sweep and the heat map as for the curves.
import assert from "node:assert/strict";
import { test } from "node:test";

import { cellsOf, ownFolder } from "./browser.mjs";
import { having, until } from "./explored.mjs";
import { withTwoKept } from "./two_kept.mjs";

const explored = withTwoKept(ownFolder("pictures"));
const titlesIn = (page, select) => page.locator(`${select} option`).allInnerTexts();
const rowsOf = (page, panel) => cellsOf(page, `${panel} details.figures tbody tr`);
const number = (text) => Number(text.replace("−", "-").replace(/[^\d.-]/g, ""));
const shared = { parameter: "supervision.audit_probability", outcome: "informed" };

test("the ward shows any two sides beside each other, by the choice that curves have", () => explored({}, async (page) => {
  assert.equal(await page.locator("#shown").isVisible(), false, "curves show all sides");
  assert.equal(await page.locator("#against").isVisible(), true);
  await page.click("#tab-ward");
  await until(page, "ward", "shown");
  const captions = () => page.locator("#panel-ward figure.side figcaption").allInnerTexts();
  const label = (lane) => page.locator("#panel-ward canvas[role=img]").nth(lane).getAttribute("aria-label");
  const heard = async (lane) => Number((await label(lane)).match(/(\d+) has not heard/)?.[1] ?? 0);
  assert.deepEqual(await captions(), ["Baseline", "Changed"]);
  assert.deepEqual(await titlesIn(page, "#shown"), ["Changed", "Louder", "Other lending"]);
  const [before_, same] = [await heard(0), await heard(1)];
  assert.equal(same, before_, "nothing is moved");
  await page.selectOption("#shown", { label: "Louder" });
  await page.waitForFunction(() => document.querySelectorAll("#panel-ward figcaption")[1].textContent === "Louder");
  const loud = await heard(1);
  assert.ok(loud < before_, `${loud} and ${before_}`);
  // Held against Louder: it stands on the left, and can't be shown beside itself.
  await having(page, () => page.selectOption("#against", { label: "Louder" }));
  await page.waitForFunction(() => document.querySelectorAll("#panel-ward figcaption")[0].textContent === "Louder");
  assert.deepEqual(await titlesIn(page, "#shown"), ["Baseline", "Changed", "Other lending"]);
  assert.equal(await heard(0), loud);
  await page.selectOption("#shown", { label: "Baseline" });
  await page.waitForFunction(() => document.querySelectorAll("#panel-ward figcaption")[1].textContent === "Baseline");
  assert.equal(await heard(1), before_);
  // Names in the table and in a story.
  await page.locator("#panel-ward details.figures > summary").click();
  assert.deepEqual(await page.locator("#panel-ward details.figures thead th").allInnerTexts(), ["Households", "Louder", "Baseline"]);
  await page.selectOption("#follow-household", { index: 1 });
  await page.locator(".story li").first().waitFor();
  assert.deepEqual(await page.locator(".story h4").allInnerTexts(), ["Louder", "Baseline"]);
  // The same choice holds in the curves; another name is everywhere at once.
  await page.locator(".sides input").first().fill("Loudest");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.querySelectorAll("#panel-ward figcaption")[0].textContent === "Loudest");
  await page.click("#tab-curves");
  assert.equal(await page.locator("#against option:checked").innerText(), "Loudest");
  assert.match(await page.locator("#panel-curves .legend").innerText(), /differences from “Loudest”/);
  // Dropped: the baseline is what others are held against again.
  await having(page, () => page.locator(".sides .close").first().click());
  assert.equal(await page.locator("#against option:checked").innerText(), "Baseline");
}));

test("a sweep is of the side that is shown, and its differences are from the one that is chosen", () => explored({}, async (page) => {
  await having(page, () => page.click("#tab-sweep"), ["points"]);
  await having(page, () => page.selectOption("#sweep-key-0", shared.parameter), ["points"]);
  await having(page, () => page.selectOption("#sweep-outcome", shared.outcome), ["points"]);
  await page.locator("#panel-sweep details.figures > summary").click();
  const plain = await rowsOf(page, "#panel-sweep");
  await having(page, () => page.selectOption("#shown", { label: "Louder" }), ["points"]);
  const loud = await rowsOf(page, "#panel-sweep");
  assert.ok(loud.every((row, i) => number(row[1]) > number(plain[i][1]) + 5), "louder at every chance of an audit");
  assert.match(await page.locator("#panel-sweep h3").innerText(), /month 24, in “Louder”$/);
  assert.match(await page.locator("#panel-sweep .note").innerText(), /^Everything else is as in “Louder”\. .*difference from the baseline/);
  assert.ok(loud.every((row) => number(row[3]) > 5));
  // The other way round: the mirror image, in the same worlds.
  await having(page, () => page.selectOption("#against", { label: "Louder" }), ["run", "points"]);
  await having(page, () => page.selectOption("#shown", { label: "Baseline" }), ["points"]);
  const back = await rowsOf(page, "#panel-sweep");
  // At the chance that both have, 0.04 of the default, no row lies; audits tell nobody any news, so every row says the same.
  back.forEach((row, i) => assert.ok(Math.abs(number(row[3]) + number(loud[i][3])) < 0.11, `${row[3]} and ${loud[i][3]}`));
  assert.ok((await page.locator("#panel-sweep .chart text").allTextContents()).includes("“Louder”"), "the dashed line has its name");
  assert.match(await page.locator("#panel-sweep .note").innerText(), /as on the baseline\. .*difference from “Louder”/);
}));

test("a package with another model is swept in that model's parameters", () => explored({}, async (page) => {
  await having(page, () => page.click("#tab-sweep"), ["points"]);
  const own = () => page.locator('#sweep-key-0 option').evaluateAll((all) => all.map((one) => one.value).filter((key) => key.startsWith("lending.")).sort());
  const before_ = await own();
  await having(page, () => page.selectOption("#shown", { label: "Other lending" }), ["points"]);
  const hazard = await own();
  assert.notDeepEqual(hazard, before_);
  const key = hazard.find((one) => !before_.includes(one));
  await having(page, () => page.selectOption("#sweep-key-0", key), ["points"]);
  assert.equal(await page.locator("#panel-sweep .problem").innerText(), "");
}));

test("a heat map is of the side that is shown, against the one that is chosen", () => explored({}, async (page) => {
  await having(page, () => page.click("#tab-heat"), ["points"]);
  await having(page, () => page.selectOption("#heat-outcome", shared.outcome), ["points"]);
  await page.locator("#panel-heat details.figures > summary").click();
  await having(page, () => page.selectOption("#against", { label: "Louder" }), ["run", "points"]);
  const cells = (await rowsOf(page, "#panel-heat")).flatMap((row) => row.slice(1));
  assert.ok(cells.length === 36 && cells.every((cell) => number(cell) < -5), cells.join());
  assert.equal(await page.locator("#panel-heat h3").innerText(), "Informed: difference from “Louder” at month 24, points");
  assert.match(await page.locator("#panel-heat caption").innerText(), /Difference of Informed from “Louder”, points/);
  await having(page, () => page.selectOption("#shown", { label: "Other lending" }), ["points"]);
  assert.equal(await page.locator("#panel-heat h3").innerText(), "Informed, in “Other lending”: difference from “Louder” at month 24, points");
}));
