// The map of the explorer: outlines of RW coloured by what is chosen, of the two sides that are held against each other.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { exploring, ownFolder } from "./browser.mjs";
import { exploredAt, having, until } from "./explored.mjs";
import { smallWard, squareOf } from "./small_ward.mjs";

const folder = ownFolder("explore-map");
const outlines = (features) => JSON.stringify({ type: "FeatureCollection", features });
folder.written("map.geojson", outlines([squareOf({ rw: 1 }, 106.8, -6.3), squareOf({ rw: 2 }, 106.81, -6.3)]));
const scenario = (name) => folder.written(name, `
[experiment]
baseline = "before"
outcomes = ["informed", "recovery"]
${smallWard().replace("[programme]", `outlines = "map.geojson"\n[programme]`)}[[variant]]
name = "before"
[[variant]]
name = "loud"
title = "Louder"
set = { "socialization.q_other" = 0.3, "socialization.meetings" = 4 }
`);

async function mapped(file, options, use) {
  const { server, address } = await exploring(process.env.SWADAYA, [file, "--quiet", "--threads", "2"]);
  try {
    await exploredAt(address, options, async (page) => {
      await page.click("#tab-ward");
      await until(page, "ward", "shown");
      await use(page, page.locator("#panel-ward .map"));
    });
  } finally {
    server.kill("SIGKILL");
  }
}

// How dark a place is coloured, 0 to 1, and what share its name says, 0 to 1; by place.
const placesOf = (svg) => svg.locator("path").evaluateAll((all) => all.map((path) => ({ place: path.dataset.place,
  opacity: Number(path.getAttribute("fill").match(/, ([\d.]+)\)$/)?.[1]), name: path.querySelector("title").textContent })));
const shareIn = (name) => Number(name.match(/: ([\d.,]+)\s?%$/)[1].replace(",", ".")) / 100;

test("outlines are coloured by what is chosen, named with their share, and of both sides", () => mapped(scenario("map.toml"), {}, async (page, map) => {
  assert.equal(await map.locator("h3").innerText(), "Map");
  assert.deepEqual(await map.locator("figcaption").allInnerTexts(), ["Baseline", "Changed"]);
  assert.equal(await map.locator("svg path").count(), 4);
  await map.locator("select").selectOption("informed");
  assert.match(await map.locator("svg").first().getAttribute("aria-label"),
    /^Map of Baseline: households that have heard of it, month 24, from [\d.]+\s% to [\d.]+\s%$/);
  const table = await map.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.cells].map((cell) => cell.textContent)));
  const all = [];
  for (const side of [0, 1]) {
    const places = await placesOf(map.locator("svg").nth(side));
    assert.deepEqual(places.map(({ place }) => place), ["0", "1"]);
    places.forEach(({ name, opacity }, i) => {
      assert.match(name, new RegExp(`^RW ${i + 1}: `));
      // The table says the same.
      assert.equal(table[i][1 + side], name.split(": ")[1]);
      all.push({ share: shareIn(name), opacity });
    });
  }
  // The more, the darker: from hardly anything for nobody to full at the end of the scale, which is the same for both sides.
  const top = Number((await map.locator(".scale > span").last().innerText()).replace(/\s?%/, "")) / 100;
  for (const { share, opacity } of all) assert.ok(Math.abs(opacity - (0.08 + (0.92 * share) / top)) < 0.006, `${share}: ${opacity}, to ${top}`);
  const [before, changed] = [all.slice(0, 2), all.slice(2)].map((own) => Math.min(...own.map(({ share }) => share)));
  assert.ok(changed > before, "louder news is heard by more");
  // At the start nobody has heard of it.
  await page.locator("#ward-month").fill("0");
  for (const { name } of await placesOf(map.locator("svg").first())) assert.ok(shareIn(name) < 0.1, name);
  // Nobody has a loan then: grey, and said.
  await map.locator("select").selectOption("default");
  for (const { name, opacity } of await placesOf(map.locator("svg").first()))
    assert.deepEqual([name.split(": ")[1], opacity], ["nobody to count", NaN]);
}));

test("the map keeps its choice when a slider moves, and is saved with its colours explained", () =>
  mapped(scenario("moved.toml"), { locale: "id-ID" }, async (page, map) => {
    assert.equal(await map.locator("h3").innerText(), "Peta");
    await map.locator("select").selectOption("informed");
    const before = await placesOf(map.locator("svg").nth(1));
    await having(page, () => page.selectOption("#preset", ""));
    await page.waitForFunction((old) => document.querySelectorAll("#panel-ward .map svg")[1].querySelector("title").textContent !== old, before[0].name);
    assert.equal(await map.locator("select").inputValue(), "informed");
    const tools = map.locator("figure .take").first();
    await tools.locator("summary").click();
    const [download] = await Promise.all([page.waitForEvent("download"), tools.locator("button[data-take=svg]").click()]);
    await download.saveAs(folder.at("map.svg"));
    const texts = await page.evaluate((text) => [...new DOMParser().parseFromString(text, "image/svg+xml").querySelectorAll("text")]
      .map((one) => one.textContent), readFileSync(folder.at("map.svg"), "utf8"));
    assert.ok(texts.some((text) => text.includes("Peta Acuan")), texts.join("|"));
    assert.ok(texts.includes("0%"), texts.join("|"));
  }));

test("a file without outlines has no map", async () => {
  const plain = folder.written("plain.toml", smallWard());
  await mapped(plain, {}, async (page, map) => assert.equal(await map.isVisible(), false));
});
