// Away from the page a picture says by itself what it shows: saved, which line is which package; on paper, what was moved.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { ownFolder } from "./browser.mjs";
import { having } from "./explored.mjs";
import { withTwoKept } from "./two_kept.mjs";

const explored = withTwoKept(ownFolder("taken"));

// What is written in a saved picture, and how many strokes lie in its legend.
async function savedSvg(page, chart) {
  const tools = chart.locator("> .take");
  if (!(await tools.evaluate((one) => one.open))) await tools.locator("summary").click();
  const [download] = await Promise.all([page.waitForEvent("download"), tools.locator("button[data-take=svg]").click()]);
  const text = readFileSync(await download.path(), "utf8");
  return page.evaluate((svg) => {
    const root = new DOMParser().parseFromString(svg, "image/svg+xml").documentElement;
    return { texts: [...root.querySelectorAll("text")].map((one) => one.textContent), height: Number(root.getAttribute("height")),
      keys: [...root.querySelectorAll("g > line[x2='26']")].map((one) => [one.getAttribute("stroke"), one.getAttribute("stroke-dasharray"),
        one.parentElement.querySelector("text").textContent]),
      drawn: [...root.querySelectorAll("path[fill=none][stroke-width='2']")].map((one) => one.getAttribute("stroke").toLowerCase()) };
  }, text);
}

test("a saved chart says which curve is which package", () => explored({ colorScheme: "dark" }, async (page) => {
  await having(page, () => page.selectOption("#preset", "loud"));
  await page.locator('[data-key="socialization.q_other"] input[type=number]').first().fill("0.1");
  await having(page, () => page.keyboard.press("Enter"));
  const { texts, keys, drawn } = await savedSvg(page, page.locator('[data-outcome="informed"] .chart'));
  assert.deepEqual(keys.map(([, , text]) => text), ["Baseline: As it was", "Changed: Louder, changed", "Louder", "Other lending"]);
  assert.equal(new Set(keys.map(([colour, dash]) => `${colour} ${dash}`)).size, 4, "told apart by colour or dashes");
  for (const [colour, , text] of keys) assert.ok(drawn.includes(colour.toLowerCase()), `${text}: ${colour} of ${drawn.join()}`);
  assert.ok(texts.includes("Informed by month") && texts.includes("90 % of the worlds") && texts.includes("Month 24"), texts.join("|"));
  // A kept package takes a new name along.
  await page.locator(".sides input").first().fill("Of my own");
  await page.keyboard.press("Enter");
  assert.ok((await savedSvg(page, page.locator('[data-outcome="informed"] .chart'))).texts.includes("Of my own"));
  await having(page, () => page.click("#tab-sweep"), ["points"]);
  const sweep = await savedSvg(page, page.locator("#panel-sweep .chart"));
  assert.deepEqual(sweep.keys.map(([, , text]) => text), ["Changed: Louder, changed", "Baseline: As it was"]);
  assert.ok(sweep.texts.includes("95 % interval: difference from the baseline") && sweep.texts.includes("where it stands: Changed"), sweep.texts.join("|"));
  await having(page, () => page.click("#tab-heat"), ["points"]);
  const heat = await savedSvg(page, page.locator("#panel-heat .chart"));
  assert.ok(["worse (", "better (", "grey: can’t"].every((begin) => heat.texts.some((text) => text.startsWith(begin))), heat.texts.join("|"));
  assert.ok(heat.texts.some((text) => /^[^:]+: difference from the baseline at month 24, points$/.test(text)), heat.texts.join("|"));
}));

test("on paper stand what was moved and what is shown, and nothing to click", () => explored({}, async (page) => {
  await having(page, () => page.selectOption("#preset", "lent"));
  await page.locator('[data-key="socialization.q_other"] input[type=number]').first().fill("0.1");
  await having(page, () => page.keyboard.press("Enter"));
  assert.equal(await page.locator(".moved").isVisible(), false);
  await page.emulateMedia({ media: "print" });
  assert.deepEqual(await page.locator(".moved li").allInnerTexts(),
    ["Lending: who repays: hazard", "Chance that neighbours pass it on: 0.1 (baseline 0.0127)"]);
  const seen = await page.evaluate(() => [...document.querySelectorAll("button, input[type=range], summary, .said")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && one.getBoundingClientRect().height > 0)
    .map((one) => `${one.tagName} ${one.id} ${one.textContent}`).filter((text) => !text.includes("The same as a table")));
  assert.deepEqual(seen, []);
  assert.ok(await page.locator('[data-outcome="informed"] .chart svg').isVisible());
}));
