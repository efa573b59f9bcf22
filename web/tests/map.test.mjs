// The map of a ward: what its colours count, and how report and explorer show it.
import assert from "node:assert/strict";
import { test } from "node:test";

import { inReport, ownFolder, swadaya } from "./browser.mjs";
import { measures, sharesOf } from "../shared/map.js";
import { squareOf } from "./small_ward.mjs";

const measure = (id) => measures.find((one) => one.id === id);
// Bits of a state: informed 1, rung 2..6, member 8, loan 16..48.
const owing = 1 + 2 + 8 + 16, late = 1 + 2 + 8 + 48, heard = 1;

test("shares are of the households of each place", () => {
  const homes = [0, 0, 0, 1, 1, 2].map((rt, i) => ({ rt, rw: rt > 1 ? 1 : 0, poor: i === 0 }));
  const opened = { homes, at: () => Uint8Array.from([owing, late, 0, heard, 0, 0]) };
  const joined = sharesOf(opened, "rt", 0, 12, measure("joined"));
  assert.deepEqual([...joined], [[0, 2 / 3], [1, 0], [2, 0]]);
  assert.deepEqual([...sharesOf(opened, "rw", 0, 12, measure("informed"))], [[0, 3 / 5], [1, 0]]);
  // Of those with a loan; where nobody has one nothing is said.
  assert.deepEqual([...sharesOf(opened, "rt", 0, 12, measure("default"))], [[0, 1 / 2]]);
});

const experiment = `
[experiment]
replicates = 4
outcomes = ["informed", "recovery"]
months_shown = [20]
[time]
months = 20
[world]
rw_per_ward = 2
rt_per_rw = 2
households_per_rt = 30
outlines = "map.geojson"
[[variant]]
name = "base"
title = "As it was"
[[variant]]
name = "more"
title = "More meetings"
set = { "socialization.meetings" = 4 }
`;

test("the report draws the outlines, coloured by what is chosen", async () => {
  const { at, written } = ownFolder("map");
  written("map.geojson", JSON.stringify({ type: "FeatureCollection", features: [squareOf({ rw: 1 }, 106.8, -6.3), squareOf({ rw: 2 }, 106.81, -6.3)] }));
  swadaya("compare", written("experiment.toml", experiment), "--quiet", "--out", at("out"));
  await inReport(at("out", "report.html"), async (page) => {
    const section = page.locator("#ward .map");
    assert.equal(await section.locator("svg").count(), 2);
    assert.equal(await section.locator("svg path").count(), 4);
    const name = await section.locator("svg path title").first().textContent();
    assert.match(name, /^RW 1: \d/);
    const before = await section.locator("svg path").first().getAttribute("fill");
    await section.locator("select").selectOption("informed");
    assert.notEqual(await section.locator("svg path").first().getAttribute("fill"), before);
    assert.match(await section.locator("svg").first().getAttribute("aria-label"), /households that have heard of it, month 20/);
    assert.equal(await section.locator("table tbody tr").count(), 2);
  });
  swadaya("report", at("out"), "--lang", "id");
  await inReport(at("out", "report.html"), async (page) => {
    assert.equal(await page.locator("#ward .map h3").textContent(), "Peta");
    assert.match(await page.locator("#ward .map svg").first().getAttribute("aria-label"), /^Peta /);
  });
});
