// Packages in the explorer: kept, held against each other, saved as one experiment that the program runs; and what its charts, sliders
// and names show.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { after, before, test } from "node:test";

import { exploring, opened, ownFolder, rowsOf, withBrowser } from "./browser.mjs";
import { until } from "./explored.mjs";
import { smallWard } from "./small_ward.mjs";
import { scaleOf } from "../explore/scale.js";
import { choiceNames } from "../explore/words/choices.js";
import { en } from "../explore/words/en.js";
import { id } from "../explore/words/id.js";
import { namesInEnglish } from "../explore/words/names_en.js";
import { namesInIndonesian } from "../explore/words/names_id.js";

const program = process.env.SWADAYA;
const folder = ownFolder("packages");
folder.written("facts.csv", `fact,statement,source,use,hard,verdict,outcomes,unit,value,low,high,band_low,band_high,worlds,seed,scenario,settings,version,commit
S2 @144,Half <i>is</i> left,a survey,fitted,yes,fails,recovery,share,0.701,0.68,0.72,0.3,0.6,60,1,small,x,0.2.0,abc
`);
const scenario = folder.written("small.toml", `
[experiment]
title = "A small ward"
baseline = "before"
outcomes = ["informed", "participation_poor", "recovery"]
facts = "facts.csv"
${smallWard()}[[variant]]
name = "before"
title = "As it was"
[[variant]]
name = "loud"
title = "Louder"
set = { "socialization.q_other" = 0.1 }
[[variant]]
name = "later"
title = "Later"
[[variant.event]]
month = 6
set = { "socialization.q_other" = 0.2 }
`);

let server = null, address = "";
before(async () => { ({ server, address } = await exploring(program, [scenario, "--threads", "2"])); });
after(() => server?.kill("SIGKILL"));

const done = async (page) => {
  for (const what of ["run", "packages"]) await until(page, what, "done");
  await until(page, "curves", "drawn");
};
// All runs that it sets off have ended.
async function having(page, work) {
  await page.evaluate(() => Object.assign(document.body.dataset, { run: "", packages: "", curves: "" }));
  await work();
  await done(page);
}
const explored = (options, use) => withBrowser({ viewport: { width: 1300, height: 900 }, acceptDownloads: true, ...options }, async (context) => {
  const { page, complaints } = await opened(context, address);
  await done(page);
  await use(page, context);
  assert.deepEqual(complaints.filter((text) => !text.startsWith("failed: ")), []);
});
const card = (page, name) => page.locator(`[data-outcome="${name}"]`);
const lines = (page, name) => card(page, name).locator("svg path[fill=none][stroke-width='2']").count();
const preset = (page) => page.locator("#preset option:checked").innerText();
const number = (text) => Number(text.replace("−", "-").replace("+", ""));
// Of a side's row below a chart: its figure, the difference and its interval, in per cent and points.
function figuresOf(text) {
  const found = text.match(/([\d.]+)\s%\s*([+−≈][\s\S]*)$/);
  assert.ok(found, JSON.stringify(text));
  const [, figure, rest] = found;
  const [, low, high] = rest.match(/\[([+−]?[\d.]+),\s([+−]?[\d.]+)\]/);
  return { figure: number(figure), low: number(low), high: number(high) };
}
const near = (a, b, what) => assert.ok(Math.abs(a - b) <= 0.0501, `${what}: ${a} and ${b}`);

// Two packages are kept: "Louder", and what was moved from it, under a name of its own.
async function keepTwo(page) {
  await having(page, () => page.selectOption("#preset", "loud"));
  await having(page, () => page.click("#keep-package"));
  await having(page, async () => {
    await page.locator('[data-key="socialization.meetings"] input[type=number]').first().fill("3");
    await page.keyboard.press("Enter");
  });
  assert.equal(await preset(page), "Louder, changed");
  await having(page, () => page.click("#keep-package"));
  await page.keyboard.type("Loud and often");
  await page.keyboard.press("Enter");
  await having(page, () => page.selectOption("#preset", "later"));
}

test("packages are kept, drawn, held against any side, and saved as an experiment that gives the same figures", () => explored({}, async (page) => {
  assert.equal(await lines(page, "informed"), 2);
  await keepTwo(page);
  assert.equal(await lines(page, "informed"), 4);
  assert.match(await page.locator(".legend").first().innerText(), /differences from the baseline, paired/);
  const rows = card(page, "informed").locator(".effects li");
  assert.deepEqual(await rows.locator(".whose").allInnerTexts(), ["Louder", "Loud and often"]);
  const against = async (title) => {
    await having(page, () => page.selectOption("#against", { label: title }));
    return Promise.all([card(page, "informed").locator(".effect").innerText(), ...(await rows.allInnerTexts())]);
  };
  // Held against a package: the baseline is among the others, and so the other way round.
  const ofBaseline = figuresOf(await rows.nth(0).innerText()), [, ...ofLoud] = await against("Louder");
  assert.match(await page.locator(".legend").first().innerText(), /differences from “Louder”/);
  const back = figuresOf(ofLoud[0]);
  assert.match(ofLoud[0], /^Baseline/);
  near(back.low, -ofBaseline.high, "low");
  near(back.high, -ofBaseline.low, "high");
  const [changed] = await against("Changed");
  assert.match(changed, /→/);
  const shown = await against("Louder");
  const [download] = await Promise.all([page.waitForEvent("download"), page.click("#save")]);
  const file = folder.at("packages.toml"), out = folder.at("out");
  assert.equal(download.suggestedFilename(), "packages.toml");
  await download.saveAs(file);
  const command = await page.locator(".said code").innerText();
  assert.equal(command, "swadaya compare packages.toml");
  assert.match(await page.locator(".said").innerText(), /with 4 sides/);
  execFileSync("bash", ["-c", `${command.replace(/^swadaya/, `'${program}'`)} --out out --quiet`], { cwd: folder.at() });
  const found = rowsOf(`${out}/comparison.csv`).filter((row) => row.outcome === "informed" && row.month === "24");
  assert.deepEqual(found.map(({ variant }) => variant), ["before", "later", "loud-and-often"]);
  const said = { before: shown[1], later: shown[0], "loud-and-often": shown[2] };
  for (const row of found) {
    const { figure, low, high } = figuresOf(said[row.variant]);
    near(figure, 100 * row.variant_mean, `${row.variant}: mean`);
    near(low, 100 * row.monte_carlo_low, `${row.variant}: low`);
    near(high, 100 * row.monte_carlo_high, `${row.variant}: high`);
  }
  await page.click("#copy");
  assert.equal(await page.locator("#command").innerText(), command);
  // As a table, each side by name.
  await page.locator("#panel-curves details.figures > summary").click();
  const inTable = page.locator("#panel-curves details.figures tbody tr");
  await inTable.first().waitFor();  // it is filled once it has opened
  const table = await inTable.allInnerTexts();
  assert.equal(table.length, 4 * (await page.locator(".card").count()));
  assert.ok(table.some((row) => /Loud and often/.test(row)) && table.some((row) => /Louder\t.*held against this/.test(row)));
}));

test("kept packages outlive another language, can be set again and dropped, and are four at most", () => explored({}, async (page) => {
  await keepTwo(page);
  await page.click('button[lang="id"]');
  await page.waitForFunction(() => document.documentElement.lang === "id");
  await done(page);
  assert.deepEqual(await page.locator(".sides input").evaluateAll((all) => all.map((one) => one.value)), ["Louder", "Loud and often"]);
  assert.equal(await lines(page, "informed"), 4);
  assert.match(await page.locator(".legend").first().innerText(), /selisih terhadap acuan/);
  await having(page, () => page.locator(".sides .again").nth(1).click());
  assert.equal(await page.locator('[data-key="socialization.meetings"] input[type=number]').first().inputValue(), "3");
  assert.equal(await preset(page), "Louder, diubah");
  for (const _ of [1, 2]) await having(page, () => page.click("#keep-package"));
  assert.equal(await page.locator("#keep-package").isDisabled(), true);
  assert.equal(await lines(page, "informed"), 6);
  for (let left = 4; left > 0; --left) await having(page, () => page.locator(".sides .close").first().click());
  assert.equal(await lines(page, "informed"), 2);
  assert.equal(await page.locator("#against").isVisible(), false);
}));

test("cost is among the curves, and an outcome that misses a hard fact is marked", () => explored({}, async (page) => {
  assert.equal(await card(page, "cost_kRp").count(), 1);
  assert.match(await card(page, "recovery").locator("h3").innerText(), /‡$/);
  assert.doesNotMatch(await card(page, "informed").locator("h3").innerText(), /‡/);
  assert.match(await page.locator(".stamps").innerText(),
    /recovery\s‡ misses 1 of 1 hard fact: S2 @144 \(Half <i>is<\/i> left: 70\.1 % in the model, 30\.0 % to 60\.0 %/i);
  await page.click("#lessons");
  await page.locator(".lesson").waitFor();
  assert.equal(await page.locator(".stamps").count(), 0, "the lessons have another scenario");
}));

test("every parameter and every choice has a name in both languages", async () => {
  const controls = await (await fetch(`${address}controls`, { method: "POST", body: JSON.stringify({ client: "names" }) })).json();
  const keys = [...controls.slots.flatMap((slot) => slot.models.flatMap((model) => model.parameters.map(({ name }) => [slot.name, name]))),
    ...controls.sections.flatMap((section) => section.parameters.map(({ name }) => [section.name, name]))];
  assert.ok(keys.length > 300, String(keys.length));
  for (const [words, names] of [[en, namesInEnglish], [id, namesInIndonesian]])
    assert.deepEqual(keys.filter(([section, name]) => !words.leverNames[`${section}.${name}`] && !names[section]?.[name]).map((key) => key.join(".")), []);
  const choices = [...controls.slots.flatMap((slot) => slot.models.flatMap((model) => model.parameters)),
    ...controls.sections.flatMap((section) => section.parameters)].flatMap((parameter) => parameter.choices);
  assert.deepEqual([...new Set(choices)].sort(), Object.keys(choiceNames).sort());
  assert.deepEqual(Object.entries(choiceNames).filter(([, all]) => all.length !== 2 || all.some((name) => !name)), []);
  const known = new Set(keys.map((key) => key.join(".")));
  for (const names of [namesInEnglish, namesInIndonesian])
    assert.deepEqual(Object.entries(names).flatMap(([section, own]) => Object.keys(own).map((name) => `${section}.${name}`))
      .filter((key) => !known.has(key)), []);
});

test("sliders go from round number to round number, and stop at the default and the ends", () => {
  const share = scaleOf({ kind: "number", low: 0, high: 1, default: 0.37 });
  for (let position = 0; position <= 1000; position += 7) {
    const value = share.toValue(position);
    assert.ok(value === 0.37 || Number.isInteger(Math.round(value * 1e9) / 1e7), String(value));
  }
  assert.equal(share.toValue(share.toPosition(0.37)), 0.37);
  assert.equal(share.next(0.36, 1), 0.37);
  const grant = scaleOf({ kind: "number", low: 0, high: 5e6, default: 250000 });
  let value = 0;
  for (let moves = 0; moves < 400 && value < 5e6; ++moves) {
    const on = grant.next(value, 1);
    assert.ok(on > value && (on === 250000 || on === 5e6 || Number(on.toPrecision(2)) === on || on % 50000 === 0), `${value} to ${on}`);
    value = on;
  }
  assert.equal(value, 5e6);
  for (let moves = 0; moves < 400 && value > 0; ++moves) value = grant.next(value, -1);
  assert.equal(value, 0);
  const months = scaleOf({ kind: "whole", low: 1, high: 240, default: 36 });
  assert.ok([1, 2, 100].every((ways) => Number.isInteger(months.next(36, ways))));
});

test("bands of shares stay between none and all, and the map says what it shows", () => explored({}, async (page) => {
  await having(page, async () => {
    await page.fill("#replicates", "2");
    await page.locator("#replicates").blur();
  });
  await page.click("#tab-sweep");
  await until(page, "points", "done");
  for (const [choice, value] of [["key-0", "socialization.q_other"], ["outcome", "informed"]]) {
    await page.evaluate(() => { document.body.dataset.points = ""; });
    await page.selectOption(`#sweep-${choice}`, value);
    await until(page, "points", "done");
  }
  assert.equal(await page.locator("#panel-sweep h3").innerText(), "Informed against Chance that neighbours pass it on, month 24");
  await page.locator("#panel-sweep details.figures > summary").click();
  const cells = await page.locator("#panel-sweep tbody tr").evaluateAll((all) => all.map((tr) => [...tr.children].map((cell) => cell.textContent)));
  const ends = cells.flatMap(([, mean, , difference, interval]) => (interval.match(/[+−]?[\d.]+/g) ?? []).map((end) =>
    number(mean.replace(/\s%/, "")) - number(difference) + number(end)));
  assert.ok(ends.some((end) => end < 0 || end > 100), `nothing to hold back: ${ends.join()}`);
  const drawn = await page.locator("#panel-sweep .chart path").evaluateAll((all) => all.map((one) => one.getBBox()).map(({ y, height }) => [y, y + height]));
  const axis = drawn.filter(([top, bottom]) => top === bottom).map(([top]) => top);
  // Marks of points are drawn where they aren't: by their own middle.
  const tall = drawn.filter(([top, bottom]) => bottom - top > 5);
  assert.ok(tall.length > 1 && tall.every(([top, bottom]) => top >= 30 && bottom <= Math.max(...axis) + 2), JSON.stringify(drawn));
  const ticks = (await page.locator("#panel-sweep .chart text").allTextContents()).map(Number).filter(Number.isFinite);
  assert.ok(ticks.every((tick) => tick >= 0 && tick <= 100), ticks.join());
  await page.evaluate(() => { document.body.dataset.points = ""; });
  await page.click("#tab-heat");
  await until(page, "points", "done");
  assert.match(await page.locator("#panel-heat h3").innerText(), /Recovery.*: difference from the baseline at month 24, points/);
  assert.match(await page.locator(".heat-legend").innerText(), /worse \(−[\d.]+ points\)\s*better \(\+[\d.]+ points\)\s*grey: can’t be told from zero/);
  const axes = (await page.locator("#panel-heat .chart text").allTextContents()).join("|");
  assert.match(axes, /Chance of an audit: a ward and year/);
  assert.match(axes, /Sanction for default: times the borrower's penalty/);
}));

test("Escape closes the list of outcomes and a message", () => explored({}, async (page) => {
  const list = page.locator("details.outcomes");
  await list.locator("summary").click();
  await page.keyboard.press("Escape");
  assert.equal(await list.evaluate((one) => one.open), false);
  assert.equal(await page.evaluate(() => document.activeElement.tagName), "SUMMARY");
  await page.click("#copy");
  await page.locator(".said .close").waitFor();
  await page.keyboard.press("Escape");
  assert.equal(await page.locator(".said .close").count(), 0);
}));

test("on a phone the sliders come before the charts, folded", () => explored({ viewport: { width: 390, height: 800 } }, async (page) => {
  const top = (selector) => page.locator(selector).first().evaluate((one) => one.getBoundingClientRect().top);
  assert.ok((await top("details.levers summary")) < (await top(".card")));
  assert.ok((await top(".card")) < 3200, String(await top(".card")));
  assert.equal(await page.locator("details.levers[open]").count(), 0);
  await having(page, () => page.selectOption("#preset", "loud"));
  assert.equal(await page.locator("details.levers[open]").count(), 1, "what was moved is open");
  await having(page, () => page.click("#keep-package"));
  assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= 390);
}));
